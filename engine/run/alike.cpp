// Whether two objects say the same.
#include "engine/run/alike.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/run/due.hpp"

namespace plumb::run {

namespace {

bool is_compared(const Column& column) {
    return !std::holds_alternative<Ignored>(column.change) && !std::holds_alternative<Kept>(column.change);
}

/// The text without the first mention of a name, which in a definition is that of what it defines.
std::string without(std::string text, const std::string& name) {
    auto quoted = "\"" + name + "\"";
    const auto& found = text.find(quoted) == text.npos ? name : quoted;
    auto at = text.find(found);
    return at == text.npos || name.empty() ? text : text.erase(at, found.size());
}

bool same_value(const Object& one, const Object& other, std::size_t c) {
    const Value &a = one.compared(c), &b = other.compared(c);
    return a == b || (a && b && without(*a, one.name) == without(*b, other.name));
}

bool says_something(const Object& object) {
    for (std::size_t c = 0; c < object.values.size(); ++c)
        if (is_compared(object.kind->columns[c]) && object.values[c]) return true;
    return false;
}

using Parts = std::map<std::pair<std::string, std::string>, const Object*>;  ///< by kind and name

/// Parts whose names people choose; of a schema all that is in it.
Parts parts(const In& whole) {
    Parts out;
    bool schema = is_schema(whole.object());
    for (const auto& object : whole.catalog.objects) {
        bool inside = schema ? object.whole == none && object.schema == whole.object().name && !is_schema(object)
                             : object.whole == whole.index;
        if (inside && object.kind->renames.to && !object.kind->renames.follows) out[{object.kind->name, object.name}] = &object;
    }
    return out;
}

struct Shared {
    std::size_t common = 0, most = 0;
};

Shared shared(const Parts& ours, const Parts& theirs, bool names_only) {
    Shared out{0, std::max(ours.size(), theirs.size())};
    for (const auto& [key, part] : ours)
        if (auto found = theirs.find(key); found != theirs.end() && (names_only || alike(*part, *found->second))) ++out.common;
    return out;
}

/// A name as directives take it.
std::string written(const std::string& name) {
    bool plain = !name.empty() &&
                 std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
    if (plain) return name;
    std::string out = "\"";
    for (char c : name) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

std::string advice(const Object& object, const std::string& what, const std::string& old, const std::string& directive) {
    const Place& place = object.place;
    auto at = place.file.empty() ? "" : place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
    return at + what + " looks like " + old + " under another name: if it is, write `-- plumb: renamed from " + directive +
           "` before it";
}

class Lookalikes {
public:
    Lookalikes(const Catalog& from, const Catalog& to) : from_(from), to_(to) {}

    std::vector<std::string> find() {
        std::map<const Kind*, std::pair<std::vector<Index>, std::vector<Index>>> changed;
        each_lost(from_, to_, [&](Index i) { changed[from_.objects[i].kind].first.push_back(i); });
        each_lost(to_, from_, [&](Index j) { changed[to_.objects[j].kind].second.push_back(j); });
        for (const Kind* kind : kinds())
            if (auto found = changed.find(kind); found != changed.end()) pair(found->second.first, found->second.second);
        members();
        return std::move(advice_);
    }

private:
    // Whoever loses and makes more than that renames nothing.
    static constexpr std::size_t most_pairs = 10000;

    /// Objects that the other catalog lacks, while it has their whole.
    template <typename Visit>
    static void each_lost(const Catalog& one, const Catalog& other, Visit visit) {
        for (Index i = 0; i < static_cast<Index>(one.objects.size()); ++i) {
            const Object& object = one.objects[i];
            // Who fills it knows that it is new, or that it goes.
            if (!object.managed || !object.kind->renames.to || object.value("fill") || object.value("reverse_fill") || other.find(object.kind, object.identity) != none) continue;
            if (object.whole == none || other.find(one.objects[object.whole].kind, one.objects[object.whole].identity) != none)
                visit(i);
        }
    }

    void pair(const std::vector<Index>& gone, const std::vector<Index>& come) {
        if (gone.size() * come.size() > most_pairs) return;
        std::map<Index, std::vector<Index>> candidates, rivals;
        for (Index i : gone)
            for (Index j : come)
                if (may_be(i, j) && looks_like(i, j)) {
                    candidates[i].push_back(j);
                    rivals[j].push_back(i);
                }
        for (const auto& [i, all] : candidates)
            if (all.size() == 1 && rivals[all.front()].size() == 1) tell(from_.objects[i], to_.objects[all.front()]);
    }

    bool may_be(Index i, Index j) const {
        const Object &old = from_.objects[i], &object = to_.objects[j];
        if (old.whole != none)
            return object.whole != none && from_.objects[old.whole].identity == to_.objects[object.whole].identity;
        if (is_schema(old)) return true;
        if (old.schema == object.schema) return true;
        return old.name == object.name && old.kind->renames.to_schema && !schemas_.contains({old.schema, object.schema});
    }

    /// Nearly all in common: of what has parts at least two, and three of four.
    bool looks_like(Index i, Index j) {
        const Object &old = from_.objects[i], &object = to_.objects[j];
        auto [common, most] = shared(cached(from_, i, old_parts_), cached(to_, j, new_parts_), is_schema(old));
        if (most > 0) return common >= 2 && 4 * common >= 3 * most;
        return !is_schema(old) && alike(old, object) && says_something(old);
    }

    static const Parts& cached(const Catalog& catalog, Index whole, std::map<Index, Parts>& cache) {
        auto found = cache.find(whole);
        return found != cache.end() ? found->second : cache.emplace(whole, parts({catalog, whole})).first->second;
    }

    void tell(const Object& old, const Object& object) {
        if (is_schema(old)) schemas_.insert({old.name, object.name});
        bool moved = !is_schema(old) && old.schema != object.schema;
        advice_.push_back(advice(object, std::string(object.kind->name) + " " + object.identity, old.identity,
                                 (moved ? written(old.schema) + "." : "") + written(old.name)));
    }

    /// One name of several differs.
    void members() {
        for (const auto& object : to_.objects) {
            Index there = object.kind->members.of ? from_.find(object.kind, object.identity) : none;
            if (there == none || !object.managed) continue;
            auto olds = object.kind->members.of(from_.objects[there]), news = object.kind->members.of(object);
            auto [old, made] = std::ranges::mismatch(olds, news);
            bool one = olds.size() == news.size() && old != olds.end() && std::equal(old + 1, olds.end(), made + 1);
            if (!one || std::ranges::count(news, *old) > 0 || std::ranges::count(olds, *made) > 0) continue;
            advice_.push_back(advice(
                object, std::string(object.kind->members.word) + " " + *made + " of " + object.kind->name + " " + object.identity,
                *old, *old));
        }
    }

    const Catalog& from_;
    const Catalog& to_;
    std::map<Index, Parts> old_parts_, new_parts_;
    std::set<std::pair<std::string, std::string>> schemas_;  ///< old and new
    std::vector<std::string> advice_;
};

}  // namespace

bool alike(const Object& one, const Object& other) {
    if (one.kind != other.kind) return false;
    for (std::size_t c = 0; c < one.values.size(); ++c)
        if (is_compared(one.kind->columns[c]) && !same_value(one, other, c)) return false;
    return true;
}

int in_common(const In& one, const In& other) {
    int out = static_cast<int>(shared(parts(one), parts(other), false).common);
    for (std::size_t c = 0; c < one.object().values.size(); ++c)
        out += is_compared(one.object().kind->columns[c]) && same_value(one.object(), other.object(), c);
    return out;
}

std::vector<std::string> lookalikes(const Catalog& from, const Catalog& to) { return Lookalikes(from, to).find(); }

}  // namespace plumb::run

// Tells differences of meaning from differences of printing.
#include "engine/run/settle.hpp"

#include <algorithm>
#include <map>

#include "diff/plan.hpp"
#include "engine/model/plan.hpp"
#include "introspect/read.hpp"

namespace plumb::run {

namespace {

/// Positions in `found` by positions in `expected`.
using Pairs = std::map<Index, Index>;

/// Whether the two differ, and in nothing but printed expressions. A function's source text is never printed anew.
bool may_read_alike(const Change& change) {
    const Object &found = change.old_object, &expected = change.new_object;
    const Kind& kind = *found.kind;
    if (kind.body && found[kind.body] != expected[kind.body]) return false;
    bool differ = false;
    for (std::size_t c = 0; c < kind.columns.size(); ++c) {
        if (!differs(c, change)) continue;
        if (kind.columns[c].compare != Compare::expression || !found.values[c] || !expected.values[c]) return false;
        differ = true;
    }
    return differ;
}

Pairs candidates(const Catalog& found, const Catalog& expected) {
    Pairs out;
    for (Index i = 0; i < static_cast<Index>(found.objects.size()); ++i) {
        const Object& object = found.objects[i];
        Index other = object.managed ? expected.find(object.kind, object.identity) : none;
        if (other != none && expected.objects[other].managed && may_read_alike({found, expected, object, expected.objects[other]})) out[other] = i;
    }
    return out;
}

/// `expected` with the printed expressions of the candidates replaced.
template <typename Text>
Catalog with_texts(const Catalog& expected, const Pairs& pairs, Text text) {
    Catalog out = expected;
    for (auto [position, other] : pairs) {
        Object& object = out.objects[position];
        for (std::size_t c = 0; c < object.values.size(); ++c)
            if (object.kind->columns[c].compare == Compare::expression && object.values[c]) object.values[c] = text(other, c);
    }
    return out;
}

/// The step that failed, in the words that name its object; none when all ran.
std::optional<std::string> run(introspect::Scratch& scratch, const std::string& database, const std::vector<Step>& steps) {
    auto connection = scratch.connect(database);
    for (auto setting : session_settings()) connection.run(std::string(setting));
    connection.run("BEGIN");
    for (const auto& step : steps) {
        try {
            scratch.execute(connection, step.sql);
        } catch (const Error&) {
            if (!connection.usable()) throw;
            return step.identity;
        }
    }
    connection.run("COMMIT");
    return std::nullopt;
}

Catalog read(introspect::Scratch& scratch, const std::string& database) {
    auto connection = scratch.connect(database);
    return introspect::read(connection);
}

/// Leads a copy of the database from one catalog to the other and reads it; a candidate that cannot be made so leaves the pairs.
template <typename Make>
std::optional<Catalog> elaborate(introspect::Scratch& scratch, const std::string& database, const Catalog& expected, Pairs& pairs,
                                 Make steps) {
    while (!pairs.empty()) {
        auto copy = scratch.clone(database);
        auto failed = run(scratch, copy, steps());
        std::optional<Catalog> out;
        if (!failed) out = read(scratch, copy);
        scratch.drop(copy);
        if (out) return out;
        auto culprit =
            std::ranges::find_if(pairs, [&](const auto& pair) { return expected.objects[pair.first].identity == *failed; });
        if (culprit == pairs.end()) return std::nullopt;
        pairs.erase(culprit);
    }
    return std::nullopt;
}

}  // namespace

void settle(const std::function<Base()>& base, Catalog& found, const Catalog& expected) {
    auto pairs = candidates(found, expected);
    if (pairs.empty()) return;
    auto [scratch, database] = base();
    auto as_found = [&] {
        return with_texts(expected, pairs, [&](Index other, std::size_t c) { return found.objects[other].values[c]; });
    };
    // Any other text makes the plan restate the expected one.
    auto as_other = [&] { return with_texts(expected, pairs, [](Index, std::size_t) { return Value("another text"); }); };
    auto ours = elaborate(scratch, database, expected, pairs, [&] { return diff::plan(expected, as_found()); });
    if (!ours) return;
    auto theirs = elaborate(scratch, database, expected, pairs, [&] { return diff::plan(as_other(), expected); });
    if (!theirs) return;
    for (auto [position, other] : pairs) {
        Object& object = found.objects[other];
        Index one = ours->find(object.kind, object.identity), two = theirs->find(object.kind, object.identity);
        if (one == none || two == none) continue;
        for (std::size_t c = 0; c < object.values.size(); ++c)
            if (object.kind->columns[c].compare == Compare::expression && object.compared(c) != expected.objects[position].compared(c) &&
                ours->objects[one].values[c] == theirs->objects[two].values[c])
                object.meaning[c] = expected.objects[position].compared(c);
    }
}

}  // namespace plumb::run

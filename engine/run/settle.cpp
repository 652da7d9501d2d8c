// Tells differences of meaning from differences of printing.
#include "engine/run/settle.hpp"

#include <algorithm>
#include <map>

#include "diff/plan.hpp"
#include "engine/model/plan.hpp"
#include "introspect/read.hpp"
#include "introspect/words.hpp"

namespace plumb::run {

namespace {

/// Functions that 14 began to print as the syntax they stand for, some of them under another name: what 13 prints of them never
/// reads as that again (release notes of 14; ruleutils.c, get_func_sql_syntax).
constexpr std::string_view printed_anew[] = {"btrim", "date_part", "is_normalized", "ltrim", "normalize", "overlaps", "overlay",
                                             "pg_collation_for", "position", "rtrim", "substring", "timezone", "xmlexists"};

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

int major(int version) { return version / 10000; }

/// Whether 13 printed what differs, with a word whose printing changed.
bool printed_before(const Catalog& printer, const Object& object, const Change& change) {
    if (major(printer.server_version) >= 14) return false;
    for (std::size_t c = 0; c < object.values.size(); ++c) {
        if (!differs(c, change)) continue;
        auto mentioned = introspect::words(*object.values[c]);
        if (std::ranges::any_of(printed_anew, [&](auto name) { return mentioned.contains(std::string(name)); })) return true;
    }
    return false;
}

/// Gives the objects that read alike the meaning of the expected ones. Those that cannot be made leave the pairs; false when that
/// happened to all.
bool elaborate(const Base& base, Catalog& found, const Catalog& expected, Pairs& pairs) {
    const auto& [scratch, database] = base;
    auto as_found = [&] {
        return with_texts(expected, pairs, [&](Index other, std::size_t c) { return found.objects[other].values[c]; });
    };
    // Any other text makes the plan restate the expected one.
    auto as_other = [&] { return with_texts(expected, pairs, [](Index, std::size_t) { return Value("another text"); }); };
    auto ours = elaborate(scratch, database, expected, pairs, [&] { return diff::plan(expected, as_found()); });
    if (!ours) return false;
    auto theirs = elaborate(scratch, database, expected, pairs, [&] { return diff::plan(as_other(), expected); });
    if (!theirs) return false;
    for (auto [position, other] : pairs) {
        Object& object = found.objects[other];
        Index one = ours->find(object.kind, object.identity), two = theirs->find(object.kind, object.identity);
        if (one == none || two == none) continue;
        for (std::size_t c = 0; c < object.values.size(); ++c)
            if (object.kind->columns[c].compare == Compare::expression && object.compared(c) != expected.objects[position].compared(c) &&
                ours->objects[one].values[c] == theirs->objects[two].values[c])
                object.meaning.insert_or_assign(c, expected.objects[position].compared(c));
    }
    return true;
}

}  // namespace

std::vector<Index> settle(const std::function<Base()>& base, Catalog& found, const Catalog& expected) {
    const auto all = candidates(found, expected);
    std::vector<Index> unclear;
    if (all.empty()) return unclear;
    auto at = base();
    auto made = all;
    bool answered = elaborate(at, found, expected, made);
    int scratch = major(at.scratch.server_version());
    bool same_version = major(found.server_version) == scratch && major(expected.server_version) == scratch;
    for (auto [position, other] : all) {
        Change change{found, expected, found.objects[other], expected.objects[position]};
        if (same_version || !may_read_alike(change)) continue;
        bool before = printed_before(found, change.old_object, change) || printed_before(expected, change.new_object, change);
        if (!answered || !made.contains(position) || (scratch >= 14 && before)) unclear.push_back(other);
    }
    return unclear;
}

}  // namespace plumb::run

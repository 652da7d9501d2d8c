// Rows that desired files declare by INSERT. No catalog lists them: introspect/rows reads those that are asked for.
#include <algorithm>

#include "engine/model/kinds/all.hpp"
#include "engine/model/plan.hpp"

namespace plumb::kind {

namespace {

/// "a = '1'" and "b = 'x, y'" of "a = '1', b = 'x, y'".
std::vector<std::string> assignments(const std::string& list) {
    std::vector<std::string> out{""};
    char quote = 0;
    for (std::size_t at = 0; at < list.size(); ++at) {
        char c = list[at];
        if (c == quote) quote = 0;
        else if (!quote && (c == '\'' || c == '"')) quote = c;
        if (!quote && c == ',') out.emplace_back(), ++at;
        else out.back() += c;
    }
    return out;
}

/// Found by its old key, as the new one may be written differently.
std::optional<std::vector<std::string>> update(const Change& change) {
    auto before = assignments(*change.old_object["values"]);
    std::string set;
    for (const auto& assignment : assignments(*change.new_object["values"]))
        if (std::ranges::find(before, assignment) == before.end()) set += (set.empty() ? "" : ", ") + assignment;
    if (set.empty()) return std::vector<std::string>{};
    return std::vector{"UPDATE " + *change.new_object["relation"] + " SET " + set + " WHERE " + *change.old_object["match"]};
}

const Value& fired(const Object& row, Verb verb) {
    return row[verb == Verb::create ? "on_insert" : verb == Verb::alter ? "on_update" : "on_delete"];
}

Effect effect(const Object& row, Verb verb) {
    Effect out{.lock = Lock::row_exclusive};
    if (fired(row, verb)) out.hazards.push_back(Hazard::fires_triggers);
    out.lossy = fired(row, verb).has_value();
    if (verb != Verb::drop || !row["along"]) return out;
    out.hazards.push_back(Hazard::loses_data);
    out.lossy = true;
    return out;
}

Effect weigh_update(const Change& change) { return effect(change.new_object, Verb::alter); }

std::string warning(const Object& row, Verb verb) {
    std::string out;
    if (fired(row, verb))
        out = "rows of " + *row["table"] + " are " + (verb == Verb::create ? "inserted" : verb == Verb::alter ? "updated" : "deleted") + ", which fires " + *fired(row, verb) + ": undo does not take back what these do";
    if (verb == Verb::drop && row["along"]) out += (out.empty() ? "" : "; ") + std::string("with row ") + row.identity + *row["along"];
    return out;
}

}  // namespace

const Kind row{
    .name = "row",
    .query = R"sql(select null::text as identity, null::text as "table", null::text as relation, null::text as "match", null::text as names,
        null::text as list, null::text as overriding, null::text as loose, null::text as links, null::text as unlinked, null::text as always, null::text as "values",
        null::text as on_insert, null::text as on_update, null::text as on_delete, null::text as along, null::text as sequence where false)sql",
    .create = "INSERT INTO {table} ({names})[ OVERRIDING {overriding} VALUE] VALUES ({list})",
    .drop = "DELETE FROM {relation} WHERE {match}",
    // Rows that refer to one another: first without, then with.
    .stub = "[INSERT INTO {table} ({names})[ OVERRIDING {overriding} VALUE] VALUES ({loose})]",
    .restub = "UPDATE {relation} SET {links} WHERE {match}",
    .hollow = "[UPDATE {relation} SET {unlinked} WHERE {match}]",
    .columns = {{"table", Ignored{}},
                {"relation", Ignored{}},
                {"match", Ignored{}},
                {"names", Ignored{}},
                {"list", Ignored{}},
                {"overriding", Ignored{}},
                {"loose", Ignored{}},
                {"links", Ignored{}},
                {"unlinked", Ignored{}},
                {.name = "always", .in_create = true},  // no UPDATE sets GENERATED ALWAYS AS IDENTITY to a value
                {.name = "values", .change = &update, .weigh = &weigh_update, .in_create = true},
                {"on_insert", Ignored{}},
                {"on_update", Ignored{}},
                {"on_delete", Ignored{}},
                {"along", Ignored{}},
                {"sequence", Ignored{}}},
    .weigh = &effect,
    .warn = &warning,
    .follows = Follows::all,
    .then = "[{sequence}]",
    .is_row = true,
    .nodes = {"InsertStmt"},
};

}  // namespace plumb::kind

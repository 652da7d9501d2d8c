// Enum types. Labels are added in place; whatever else changes goes through a new type (manual, ALTER TYPE).
#include <algorithm>
#include <sstream>

#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// The labels, one a line as the query returns them: quote_literal leaves no bare newline at the end of one.
std::vector<std::string> labels(const Object& type) {
    std::vector<std::string> out;
    const std::string& text = *type["labels"];
    for (std::size_t at = 0; at < text.size();) {
        auto end = text.find(",\x01", at);
        if (end == text.npos) end = text.size();
        out.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

std::vector<std::string> label_names(const Object& type) {
    auto out = labels(type);
    for (auto& label : out) label = unquoted(label);
    return out;
}

std::optional<std::vector<std::string>> add_labels(const Change& change) {
    auto old_labels = labels(change.old_object), new_labels = labels(change.new_object);
    std::vector<std::string> statements;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < new_labels.size(); ++i) {
        if (kept < old_labels.size() && new_labels[i] == old_labels[kept]) {
            ++kept;
            continue;
        }
        if (std::find(old_labels.begin(), old_labels.end(), new_labels[i]) != old_labels.end()) return std::nullopt;
        std::string statement = "ALTER TYPE " + change.new_object.identity + " ADD VALUE " + new_labels[i];
        if (kept < old_labels.size()) statement += i == 0 ? " BEFORE " + old_labels[0] : " AFTER " + new_labels[i - 1];
        statements.push_back(statement);
    }
    if (kept < old_labels.size()) return std::nullopt;
    return statements;
}

}  // namespace

const Kind enumeration{
    .name = "enum type",
    .query = R"sql(select 'pg_type'::regclass::oid as class, t.oid, t.oid::regtype::text as identity, n.nspname as schema, t.typname as name,
        (select string_agg(quote_literal(enumlabel), E',\x01' order by enumsortorder) from pg_enum where enumtypid = t.oid) as labels,
        coalesce((select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid), '') as list,
        quote_ident(left(t.typname, 55) || '_old') as aside, quote_ident(n.nspname) as in_schema
        from pg_type t join pg_namespace n on n.oid = typnamespace where typtype = 'e' and t.oid >= 16384 order by t.oid)sql",
    .create = "CREATE TYPE {@} AS ENUM ({list})",
    .drop = "DROP TYPE {@}",
    .step_aside = "ALTER TYPE {@} RENAME TO {aside}",
    .aside = "{in_schema}.{aside}",
    .converts = "::text::",
    .columns = {{.name = "labels", .change = &add_labels, .effect = {.lock = Lock::none, .commits_after = true}, .in_create = true}, {"list", Ignored{}}, {"aside", Ignored{}}, {"in_schema", Ignored{}}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER TYPE {@} RENAME TO ", .to_schema = "ALTER TYPE {@} SET SCHEMA "},
    .members = {.of = &label_names, .word = "label", .rename = "ALTER TYPE {@} RENAME VALUE ", .quote = "quote_literal"},
    .privileges = "TYPE {@}",
    .privileges_of = "TYPES",
    .owned = OWNED_TYPE("typtype = 'e'", "TYPE"),
    .nodes = {"CreateEnumStmt", "AlterEnumStmt", "OBJECT_TYPE"},
};

}  // namespace plumb::kind

// Base types and shell types. A base type, its shell and its input and output functions need one another: the shell comes first.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// The shell becomes the type; nothing makes a shell of it again.
std::optional<std::vector<std::string>> define(const Change& change) {
    if (change.old_object["definition"] || !change.new_object["definition"]) return std::nullopt;
    return std::vector{render(change.new_object.kind->restub, change.new_object)};
}

/// A shell becomes the type with all that it is.
bool defines(const Change& change) { return !change.old_object["definition"] || !change.new_object["definition"]; }

std::optional<std::vector<std::string>> set_property(const Change& change, const char* clause) {
    if (defines(change)) return std::vector<std::string>{};
    return std::vector{render(clause, change.new_object)};
}

/// Columns keep the storage that their type had when they were made; nothing makes it plain (manual, ALTER TYPE).
std::optional<std::vector<std::string>> change_storage(const Change& change) {
    if (defines(change)) return std::vector<std::string>{};
    if (change.new_object["storage"] == "plain") return std::nullopt;
    std::vector statements{render("ALTER TYPE {@} SET (STORAGE = {storage})", change.new_object)};
    Index self = change.from.find(change.old_object.kind, change.old_object.identity);
    for (const auto& edge : change.from.dependencies) {
        const Object& user = change.from.objects[edge.dependent];
        if (edge.referenced != self || !user.kind->retype || change.to.find(user.kind, user.identity) == none) continue;
        statements.push_back(render(user.kind->alter, user) + "SET STORAGE " + user["storage"].value_or(*change.new_object["storage"]));
    }
    return statements;
}

#define PROPERTY(column, word)                                                                            \
    std::optional<std::vector<std::string>> change_##column(const Change& change) {                       \
        return set_property(change, "ALTER TYPE {@} SET (" word " = {" #column "|NONE})");        \
    }

PROPERTY(receive, "RECEIVE")
PROPERTY(send, "SEND")
PROPERTY(typmod_in, "TYPMOD_IN")
PROPERTY(typmod_out, "TYPMOD_OUT")
PROPERTY(analyze, "ANALYZE")
PROPERTY(subscript, "SUBSCRIPT")

#undef PROPERTY

}  // namespace

const Kind base_type{
    .name = "base type",
    .query = R"sql(select 'pg_type'::regclass::oid as class, t.oid, t.oid::regtype::text as identity, n.nspname as schema, t.typname as name,
        case when typisdefined then concat_ws(', ', 'INPUT = ' || typinput, 'OUTPUT = ' || typoutput,
            'INTERNALLENGTH = ' || case typlen when -1 then 'VARIABLE' else typlen::text end, case when typbyval then 'PASSEDBYVALUE' end,
            'ALIGNMENT = ' || case typalign when 'c' then 'char' when 's' then 'int2' when 'i' then 'int4' else 'double' end,
            case when typcategory <> 'U' then 'CATEGORY = ' || quote_literal(typcategory::text) end, case when typispreferred then 'PREFERRED = true' end,
            'DEFAULT = ' || quote_literal(typdefault), 'ELEMENT = ' || format_type(nullif(typelem, 0), null),
            'DELIMITER = ' || quote_literal(nullif(typdelim::text, ',')), case when typcollation <> 0 then 'COLLATABLE = true' end) end as definition,
        nullif(typreceive::oid, 0)::regproc as receive, nullif(typsend::oid, 0)::regproc as send, nullif(typmodin::oid, 0)::regproc as typmod_in,
        nullif(typmodout::oid, 0)::regproc as typmod_out, nullif(typanalyze::oid, 0)::regproc as analyze,
        /*140000:*/nullif(typsubscript::oid, 0)::regproc/*else:*/null::regproc/*end*/ as subscript,
        case when typisdefined then case typstorage when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' else 'main' end end as storage,
        case when typisdefined then 'CASCADE' end as with_functions
        from pg_type t join pg_namespace n on n.oid = t.typnamespace
        where (typtype = 'b' or not typisdefined) and t.oid >= 16384 and not exists (select from pg_type e where e.typarray = t.oid) order by t.oid)sql",
    .create = "CREATE TYPE {@}[ ({definition}[, RECEIVE = {receive}][, SEND = {send}][, TYPMOD_IN = {typmod_in}][, TYPMOD_OUT = {typmod_out}]"
              "[, ANALYZE = {analyze}][, SUBSCRIPT = {subscript}], STORAGE = {storage})]",
    // PostgreSQL has no other way to part a type from its input and output functions; whatever else needs it has gone by then (manual, DROP TYPE).
    .drop = "DROP TYPE {@}[ {with_functions}]",
    .stub = "CREATE TYPE {@}",
    .restub = "CREATE TYPE {@} ({definition}[, RECEIVE = {receive}][, SEND = {send}][, TYPMOD_IN = {typmod_in}][, TYPMOD_OUT = {typmod_out}]"
              "[, ANALYZE = {analyze}][, SUBSCRIPT = {subscript}], STORAGE = {storage})",
    .columns = {{"definition", &define, {.lock = Lock::none}}, {"receive", &change_receive, {.lock = Lock::none}}, {"send", &change_send, {.lock = Lock::none}},
                {"typmod_in", &change_typmod_in, {.lock = Lock::none}}, {"typmod_out", &change_typmod_out, {.lock = Lock::none}},
                {"analyze", &change_analyze, {.lock = Lock::none}}, {.name = "subscript", .change = &change_subscript, .effect = {.lock = Lock::none}, .since = 140000},
                {"storage", &change_storage, {.lock = Lock::none}}, {"with_functions", Ignored{}}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER TYPE {@} RENAME TO ", .to_schema = "ALTER TYPE {@} SET SCHEMA "},
    // The functions go with their type.
    .dependencies = R"sql(select distinct f.refclassid, f.refobjid, 0, f.classid, f.objid, 0, 'd' from pg_depend f
        join pg_depend b on b.classid = f.refclassid and b.objid = f.refobjid and b.refclassid = f.classid and b.refobjid = f.objid
        where f.classid = 'pg_type'::regclass and f.refclassid = 'pg_proc'::regclass and f.deptype = 'n' and b.deptype = 'n')sql",
    .privileges = "TYPE {@}",
    .privileges_of = "TYPES",
    .owned = OWNED_TYPE("(typtype = 'b' or not typisdefined) and oid not in (select typarray from pg_type)", "TYPE"),
    .nodes = {"DefineStmt", "OBJECT_TYPE"},
};

}  // namespace plumb::kind

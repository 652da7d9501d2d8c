// Range types. PostgreSQL has no ALTER for them but owner, names and schema. One with a canonical function needs its shell first.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// It has a name and a schema of its own, which follow those of the range type only when that is made.
std::optional<std::vector<std::string>> rename_multirange(const Change& change) {
    const Object &olds = change.old_object, &news = change.new_object;
    std::vector<std::string> statements;
    if (olds["multirange_schema"] != news["multirange_schema"])
        statements.push_back(render("ALTER TYPE {multirange_schema}.{multirange_alone} SET SCHEMA ", olds) + *news["multirange_schema"]);
    if (olds["multirange_alone"] != news["multirange_alone"])
        statements.push_back("ALTER TYPE " + *news["multirange_schema"] + "." + *olds["multirange_alone"] + " RENAME TO " + *news["multirange_alone"]);
    return statements;
}

}  // namespace

const Kind range{
    .name = "range type",
    .query = R"sql(select 'pg_type'::regclass::oid as class, t.oid, t.oid::regtype::text as identity, n.nspname as schema, t.typname as name,
        concat_ws(', ', 'SUBTYPE = ' || format_type(rngsubtype, null),
            case when not oc.opcdefault then 'SUBTYPE_OPCLASS = ' || quote_ident(ocn.nspname) || '.' || quote_ident(oc.opcname) end,
            case when rngcollation <> st.typcollation then 'COLLATION = ' || rngcollation::regcollation end,
            case when rngcanonical <> 0 then 'CANONICAL = ' || rngcanonical::regproc end,
            case when rngsubdiff <> 0 then 'SUBTYPE_DIFF = ' || rngsubdiff::regproc end) as definition,
            /*140000:*/case when m.typnamespace <> t.typnamespace or m.typname <> left(case when t.typname ~ 'range'
                then regexp_replace(t.typname, 'range', 'multirange') else t.typname || '_multirange' end, 63)
                then rngmultitypid::regtype::text end as multirange_given, rngmultitypid::regtype::text as multirange,
            quote_ident(m.typname) as multirange_alone, m.typnamespace::regnamespace::text as multirange_schema, rngmultitypid::regtype::text as slot,
            /*else:*/null as slot, null as multirange_given, null as multirange, null as multirange_alone, null as multirange_schema,/*end*/
            -- The function goes with its type, and there is no other way to part them.
            case when rngcanonical <> 0 then 'CASCADE' end as with_function
        from pg_range r join pg_type t on t.oid = rngtypid /*140000:*/join pg_type m on m.oid = rngmultitypid/*else:*//*end*/ join pg_namespace n on n.oid = t.typnamespace
        join pg_type st on st.oid = rngsubtype join pg_opclass oc on oc.oid = rngsubopc join pg_namespace ocn on ocn.oid = oc.opcnamespace
        where t.oid >= 16384 order by t.oid)sql",
    .create = "CREATE TYPE {@} AS RANGE ({definition}[, MULTIRANGE_TYPE_NAME = {multirange_given}])",
    .drop = "DROP TYPE {@}[ {with_function}]",
    .stub = "CREATE TYPE {@}",
    .restub = "CREATE TYPE {@} AS RANGE ({definition}[, MULTIRANGE_TYPE_NAME = {multirange_given}])",
    .columns = {{"definition"},
                {.name = "multirange", .change = &rename_multirange, .effect = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}}, .in_create = true, .since = 140000},
                {"multirange_given", Ignored{}}, {"multirange_alone", Ignored{}}, {"multirange_schema", Ignored{}},
                {"with_function", Ignored{}}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER TYPE {@} RENAME TO ", .to_schema = "ALTER TYPE {@} SET SCHEMA "},
    .privileges = "TYPE {@}",
    .privileges_of = "TYPES",
    .owned = OWNED_TYPE("typtype = 'r'", "TYPE"),
    .nodes = {"CreateRangeStmt", "OBJECT_TYPE"},
};

}  // namespace plumb::kind

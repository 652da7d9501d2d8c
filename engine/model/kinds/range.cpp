// Range types. PostgreSQL has no ALTER for them but owner, name and schema. One with a canonical function needs its shell first.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind range{
    .name = "range type",
    .query = R"sql(select 'pg_type'::regclass::oid as class, t.oid, t.oid::regtype::text as identity, n.nspname as schema, t.typname as name,
        concat_ws(', ', 'SUBTYPE = ' || format_type(rngsubtype, null),
            case when not oc.opcdefault then 'SUBTYPE_OPCLASS = ' || quote_ident(ocn.nspname) || '.' || quote_ident(oc.opcname) end,
            case when rngcollation <> st.typcollation then 'COLLATION = ' || rngcollation::regcollation end,
            case when rngcanonical <> 0 then 'CANONICAL = ' || rngcanonical::regproc end,
            case when rngsubdiff <> 0 then 'SUBTYPE_DIFF = ' || rngsubdiff::regproc end
            /*140000:*/, case when m.typnamespace <> t.typnamespace or m.typname <> left(case when t.typname ~ 'range'
                then regexp_replace(t.typname, 'range', 'multirange') else t.typname || '_multirange' end, 63)
                then 'MULTIRANGE_TYPE_NAME = ' || rngmultitypid::regtype end/*else:*//*end*/) as definition,
            -- The function goes with its type, and there is no other way to part them.
            case when rngcanonical <> 0 then 'CASCADE' end as with_function
        from pg_range r join pg_type t on t.oid = rngtypid /*140000:*/join pg_type m on m.oid = rngmultitypid/*else:*//*end*/ join pg_namespace n on n.oid = t.typnamespace
        join pg_type st on st.oid = rngsubtype join pg_opclass oc on oc.oid = rngsubopc join pg_namespace ocn on ocn.oid = oc.opcnamespace
        where t.oid >= 16384 order by t.oid)sql",
    .create = "CREATE TYPE {@} AS RANGE ({definition})",
    .drop = "DROP TYPE {@}[ {with_function}]",
    .stub = "CREATE TYPE {@}",
    .restub = "CREATE TYPE {@} AS RANGE ({definition})",
    .columns = {{"definition"}, {"with_function", Ignored{}}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER TYPE {@} RENAME TO ", .to_schema = "ALTER TYPE {@} SET SCHEMA "},
    .privileges = "TYPE {@}",
    .privileges_of = "TYPES",
    .owned = OWNED_TYPE("typtype = 'r'", "TYPE"),
    .nodes = {"CreateRangeStmt", "OBJECT_TYPE"},
};

}  // namespace plumb::kind

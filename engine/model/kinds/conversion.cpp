// Conversions between encodings. PostgreSQL can only rename them, move them and give them to another owner.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind conversion{
    .name = "conversion",
    .query = R"sql(select 'pg_conversion'::regclass::oid as class, c.oid, quote_ident(n.nspname) || '.' || quote_ident(conname) as identity,
        n.nspname as schema, conname as name, case when condefault then 'DEFAULT ' else '' end as is_default,
        'FOR ' || quote_literal(pg_encoding_to_char(conforencoding)) || ' TO ' || quote_literal(pg_encoding_to_char(contoencoding))
            || ' FROM ' || conproc::regproc as definition
        from pg_conversion c join pg_namespace n on n.oid = connamespace where c.oid >= 16384 order by c.oid)sql",
    .create = "CREATE {is_default}CONVERSION {@} {definition}",
    .drop = "DROP CONVERSION {@}",
    .columns = {{"is_default"}, {"definition"}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER CONVERSION {@} RENAME TO ", .to_schema = "ALTER CONVERSION {@} SET SCHEMA ", .effect = {.lock = Lock::none}},
    .owned = R"sql(select 'pg_conversion'::regclass::oid, c.oid, conowner, connamespace, 'CONVERSION', quote_ident(nspname) || '.' || quote_ident(conname), null, null, null
        from pg_conversion c join pg_namespace n on n.oid = connamespace where c.oid >= 16384)sql",
    .nodes = {"CreateConversionStmt", "OBJECT_CONVERSION"},
};

}  // namespace plumb::kind

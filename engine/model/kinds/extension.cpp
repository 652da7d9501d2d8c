// Extensions. Their members are theirs: no kind reads them. The version is the server's business unless a file asks for one.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind extension{
    .name = "extension",
    .query = R"sql(select 'pg_extension'::regclass::oid as class, e.oid, quote_ident(extname) as identity, extname as name,
        -- One that lives in pg_catalog is the user's all the same, but for the one that every database has from the start.
        case when n.nspname <> 'pg_catalog' or extname = 'plpgsql' then n.nspname end as schema, quote_ident(n.nspname) as in_schema
        from pg_extension e join pg_namespace n on n.oid = extnamespace where e.oid >= 16384 order by extname)sql",
    .create = "CREATE EXTENSION {@} WITH SCHEMA {in_schema}",
    .drop = "DROP EXTENSION {@}",
    .alter = "ALTER EXTENSION {@} ",
    .columns = {{"in_schema", "SET SCHEMA {in_schema}"}},
    .nodes = {"CreateExtensionStmt", "AlterExtensionStmt", "OBJECT_EXTENSION"},
};

}  // namespace plumb::kind

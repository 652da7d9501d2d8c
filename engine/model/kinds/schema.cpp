// Schemas. `public` is initdb's: it is never made or dropped, only granted on and commented.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind schema{
    .name = "schema",
    .query = R"sql(select 'pg_namespace'::regclass::oid as class, n.oid, quote_ident(nspname) as identity, nspname as schema, nspname as name
        from pg_namespace n where n.oid >= 16384 and nspname !~ '^pg_' order by nspname)sql",
    .create = "CREATE SCHEMA {@}",
    .drop = "DROP SCHEMA {@}",
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER SCHEMA {@} RENAME TO "},
    .privileges = "SCHEMA {@}",
    .privileges_of = "SCHEMAS",
    .owned = R"sql(select 'pg_namespace'::regclass::oid, oid, nspowner, oid, 'SCHEMA', quote_ident(nspname), nspacl, 'SCHEMA', 'n'
        from pg_namespace where (oid >= 16384 or nspname = 'public') and nspname !~ '^pg_')sql",
    .nodes = {"CreateSchemaStmt", "OBJECT_SCHEMA"},
};

}  // namespace plumb::kind

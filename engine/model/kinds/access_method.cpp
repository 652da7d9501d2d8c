// Access methods of tables and indexes.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind access_method{
    .name = "access method",
    .query = R"sql(select 'pg_am'::regclass::oid as class, oid, quote_ident(amname) as identity, amname as name,
        'TYPE ' || case amtype when 't' then 'TABLE' else 'INDEX' end || ' HANDLER ' || amhandler as definition
        from pg_am where oid >= 16384 order by oid)sql",
    .create = "CREATE ACCESS METHOD {@} {definition}",
    .drop = "DROP ACCESS METHOD {@}",
    .columns = {{"definition"}},
    .drops = {.lock = Lock::none},
    .nodes = {"CreateAmStmt", "OBJECT_ACCESS_METHOD"},
};

}  // namespace plumb::kind

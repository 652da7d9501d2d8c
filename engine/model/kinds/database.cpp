// The database itself: how it is set. It is never made or dropped; its owner and what is granted on it are as on anything else.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

// There is one, which initdb may have made: its number here is not its OID, so that it is nobody's but the user's.

const Kind database{
    .name = "database",
    .query = "select 'pg_database'::regclass::oid as class, " THE_DATABASE " as oid, quote_ident(datname) as identity, datname as name,"
             " nullif(datconnlimit, -1) as connections, case when datistemplate then 'true' end as template"
             " from pg_database where datname = current_database()",
    .create = nullptr,
    .drop = nullptr,
    .alter = "ALTER DATABASE {@} ",
    .columns = {{"connections", "CONNECTION LIMIT {connections|-1}", {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"template", "IS_TEMPLATE {template|false}", {.lock = Lock::none, .hazards = {Hazard::changes_access}}}},
    .owned = "select 'pg_database'::regclass::oid, " THE_DATABASE ", datdba, null::oid, 'DATABASE', quote_ident(datname), datacl, 'DATABASE', 'd'"
             " from pg_database where datname = current_database()",
    .nodes = {"OBJECT_DATABASE", "AlterDatabaseStmt", "AlterDatabaseSetStmt"},
    .shared = Shared::database,
};

const Kind database_setting{
    .name = "database setting",
    .query = "select parameter as identity, 'pg_database'::regclass::oid as of_class, " THE_DATABASE " as of_oid, x.* from (select"
             " quote_ident(datname) as database, " SETTING("c")
             " from pg_db_role_setting join pg_database d on d.oid = setdatabase, unnest(setconfig) c"
             " where setrole = 0 and datname = current_database()) x order by 1",
    .create = "ALTER DATABASE {database} SET {parameter} TO {value}",
    .drop = "ALTER DATABASE {database} RESET {parameter}",
    .alter = "ALTER DATABASE {database} SET {parameter} ",
    .columns = {{"database", Ignored{}}, {"parameter", Ignored{}}, {"value", "TO {value}", {.lock = Lock::none}}},
    .creates = {.lock = Lock::none},
    .drops = {.lock = Lock::none},
    .shared = Shared::database,
};

}  // namespace plumb::kind

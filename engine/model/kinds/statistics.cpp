// Extended statistics.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind statistics{
    .name = "statistics",
    .query = R"sql(select 'pg_statistic_ext'::regclass::oid as class, s.oid, quote_ident(n.nspname) || '.' || quote_ident(stxname) as identity,
        n.nspname as schema, stxname as name, 'pg_class'::regclass::oid as of_class, stxrelid as of_oid, pg_get_statisticsobjdef(s.oid) as definition,
        nullif(stxstattarget, -1) as target
        from pg_statistic_ext s join pg_namespace n on n.oid = stxnamespace where s.oid >= 16384 order by s.oid)sql",
    .create = "{definition}",
    .drop = "DROP STATISTICS {@}",
    .alter = "ALTER STATISTICS {@} ",
    .columns = {{"definition", Replace{}, {}, Compare::expression}, {"target", "SET STATISTICS {target|-1}", {.lock = Lock::none}}},
    .creates = {.lock = Lock::share_update_exclusive},
    .drops = {.lock = Lock::share_update_exclusive},
    .renames = {.to = "ALTER STATISTICS {@} RENAME TO ", .to_schema = "ALTER STATISTICS {@} SET SCHEMA ", .effect = {.lock = Lock::none}, .follows = true},
    .follows = Follows::one,
    .owned = R"sql(select 'pg_statistic_ext'::regclass::oid, s.oid, stxowner, stxnamespace, 'STATISTICS',
            quote_ident(n.nspname) || '.' || quote_ident(stxname), null, null, null
        from pg_statistic_ext s join pg_namespace n on n.oid = stxnamespace where s.oid >= 16384)sql",
    .nodes = {"CreateStatsStmt", "AlterStatsStmt", "OBJECT_STATISTIC_EXT"},
};

}  // namespace plumb::kind

// Triggers and rewrite rules with their enabled state.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

/// Clones on partitions (tgparentid) come and go with their parent's and are no objects.
const Kind trigger{
    .name = "trigger",
    .query = R"sql(select 'pg_trigger'::regclass::oid as class, t.oid, quote_ident(tgname) || ' ON ' || tgrelid::regclass as identity,
        n.nspname as schema, tgname as name, 'pg_class'::regclass::oid as of_class, tgrelid as of_oid, tgrelid::regclass as "table",
        quote_ident(tgname) as "trigger", pg_get_triggerdef(t.oid) as definition,
        case tgenabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS' end as enabled
        from (select * from pg_trigger where oid >= 16384 and not tgisinternal and tgparentid = 0) t
        join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = relnamespace order by t.oid)sql",
    .create = "{definition}",
    .drop = "DROP TRIGGER {trigger} ON {table}",
    .alter = "ALTER TABLE {table} ",
    .columns = {{"table", Ignored{}}, {"trigger", Ignored{}}, {"definition", Replace{}, {}, Compare::expression},
                {"enabled", "{enabled|ENABLE} TRIGGER {trigger}", {.lock = Lock::share_row_exclusive}}},
    .creates = {.lock = Lock::share_row_exclusive},
    .renames = {.to = "ALTER TRIGGER {trigger} ON {table} RENAME TO ", .effect = {}},
    .nodes = {"CreateTrigStmt", "OBJECT_TRIGGER"},
};

const Kind rule{
    .name = "rule",
    .query = R"sql(select 'pg_rewrite'::regclass::oid as class, r.oid, quote_ident(rulename) || ' ON ' || ev_class::regclass as identity,
        n.nspname as schema, rulename as name, 'pg_class'::regclass::oid as of_class, ev_class as of_oid, ev_class::regclass as "table",
        quote_ident(rulename) as "rule", rtrim(pg_get_ruledef(r.oid), ';') as definition,
        case ev_enabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS' end as enabled
        from (select * from pg_rewrite where oid >= 16384 and rulename <> '_RETURN') r
        join pg_class c on c.oid = ev_class join pg_namespace n on n.oid = relnamespace order by r.oid)sql",
    .create = "{definition}",
    .drop = "DROP RULE {rule} ON {table}",
    .alter = "ALTER TABLE {table} ",
    .columns = {{"table", Ignored{}}, {"rule", Ignored{}}, {"definition", Replace{}, {}, Compare::expression},
                {"enabled", "{enabled|ENABLE} RULE {rule}"}},
    .creates = {},
    .renames = {.to = "ALTER RULE {rule} ON {table} RENAME TO ", .effect = {}},
    .nodes = {"RuleStmt", "OBJECT_RULE"},
};

}  // namespace plumb::kind

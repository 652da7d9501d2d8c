// Triggers and rewrite rules with their enabled state.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

#define TRIGGER_STATE(table) "case " table ".tgenabled when 'O' then 'ENABLE' when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS' end"

namespace {

/// A change of the parent's reaches the partition's, too.
std::optional<std::vector<std::string>> set_again(const Change& change) {
    if (change.old_object["enabled"] != change.new_object["enabled"]) return std::vector<std::string>{};
    return std::vector{render("ALTER TABLE {table} {enabled} TRIGGER {trigger}", change.new_object)};
}

}  // namespace

/// One that calls a function of ours is ours. Clones on partitions (tgparentid) come and go with their parent's and are no objects.
const Kind trigger{
    .name = "trigger",
    .query = R"sql(select 'pg_trigger'::regclass::oid as class, t.oid, quote_ident(tgname) || ' ON ' || tgrelid::regclass as identity,
        case when ours then fn.nspname else n.nspname end as schema, tgname as name, 'pg_class'::regclass::oid as of_class, tgrelid as of_oid, tgrelid::regclass as "table",
        quote_ident(tgname) as "trigger", pg_get_triggerdef(t.oid) as definition,
        case tgenabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS' end as enabled,
        case when fires then (select coalesce(string_agg(quote_ident(attname), ', '), '') from pg_attribute where attrelid = tgrelid and attnum = any(tgattr)) end as fires_on_update,
        case when fires then format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) end as silence,
        case when fires then format('ALTER TABLE %s %s TRIGGER %I', tgrelid::regclass, )sql" TRIGGER_STATE("t") R"sql(, tgname) end as waking
        from (select * from pg_trigger where oid >= 16384 and not tgisinternal and tgparentid = 0) t
        join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = relnamespace join pg_proc p on p.oid = tgfoid
        join pg_namespace fn on fn.oid = pronamespace cross join lateral (select fn.nspname ~ '^plumb_sync' as ours) x
        cross join lateral (select tgtype & 16 <> 0 and tgenabled in ('O', 'A') and not ours as fires) y order by t.oid)sql",
    .create = "{definition}",
    .drop = "DROP TRIGGER {trigger} ON {table}",
    .alter = "ALTER TABLE {table} ",
    .columns = {{"table", Ignored{}}, {"trigger", Ignored{}}, {"definition", Replace{}, {}, Compare::expression},
                {"enabled", "{enabled|ENABLE} TRIGGER {trigger}", {.lock = Lock::share_row_exclusive}},
                {"fires_on_update", Ignored{}}, {"silence", Ignored{}}, {"waking", Ignored{}}},
    .creates = {.lock = Lock::share_row_exclusive},
    .renames = {.to = "ALTER TRIGGER {trigger} ON {table} RENAME TO ", .effect = {}},
    // A clone does not lend its parent what it needs of its own table.
    .dependencies = R"sql(select classid, objid, 0, refclassid, refobjid, refobjsubid, '-' from pg_depend
        join pg_trigger on classid = 'pg_trigger'::regclass and objid = pg_trigger.oid
        where tgparentid <> 0 and refclassid = 'pg_class'::regclass)sql",
    .after_rows = true,
    .nodes = {"CreateTrigStmt", "OBJECT_TRIGGER"},
};

/// What a partition's clone of a trigger has of its own: that it is not enabled like its parent's. Up to 14 every clone is internal, and none is a
/// foreign key's.
const Kind trigger_state{
    .name = "trigger of partition",
    .query = R"sql(select 'pg_trigger'::regclass::oid as class, t.oid, -1 as sub, quote_ident(t.tgname) || ' ON ' || t.tgrelid::regclass as identity,
        n.nspname as schema, t.tgname as name, 'pg_class'::regclass::oid as of_class, t.tgrelid as of_oid, t.tgrelid::regclass as "table",
        quote_ident(t.tgname) as "trigger", )sql" TRIGGER_STATE("t") R"sql( as enabled, )sql" TRIGGER_STATE("p") R"sql( as usual,
        -- The parent's waking reaches it, too.
        case when fires then format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname) end as silence,
        case when fires then format('ALTER TABLE %s %s TRIGGER %I', t.tgrelid::regclass, )sql" TRIGGER_STATE("t") R"sql(, t.tgname) end as waking
        from pg_trigger t join pg_trigger p on p.oid = t.tgparentid and p.tgenabled <> t.tgenabled
        join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = relnamespace
        cross join lateral (select t.tgtype & 16 <> 0 as fires) f where /*150000:*/not t.tgisinternal/*else:*/true/*end*/ order by t.oid)sql",
    .create = "ALTER TABLE {table} {enabled} TRIGGER {trigger}",
    .drop = "ALTER TABLE {table} {usual} TRIGGER {trigger}",
    .alter = "ALTER TABLE {table} ",
    .columns = {{"table", Ignored{}}, {"trigger", Ignored{}}, {"enabled", "{enabled} TRIGGER {trigger}", {.lock = Lock::share_row_exclusive}},
                {.name = "usual", .change = &set_again, .effect = {.lock = Lock::share_row_exclusive}, .in_create = true},
                {"silence", Ignored{}}, {"waking", Ignored{}}},
    .creates = {.lock = Lock::share_row_exclusive},
    .drops = {.lock = Lock::share_row_exclusive},
    // On the parent's trigger, on what that partition has of its own, and on being a partition.
    .dependencies = R"sql(select classid, t.oid, -1, refclass, refoid, refsub, 'a' from pg_trigger t
        cross join lateral (values ('pg_trigger'::regclass::oid, tgparentid, 0), ('pg_trigger'::regclass, tgparentid, -1),
            ('pg_class'::regclass, tgrelid, -1)) r (refclass, refoid, refsub)
        cross join (select 'pg_trigger'::regclass::oid as classid) x where tgparentid <> 0 /*150000:*/and not tgisinternal/*else:*//*end*/)sql",
    .nodes = {"AlterTableCmd", "OBJECT_TRIGGER"},
};

const Kind rule{
    .name = "rule",
    .query = R"sql(select 'pg_rewrite'::regclass::oid as class, r.oid, quote_ident(rulename) || ' ON ' || ev_class::regclass as identity,
        n.nspname as schema, rulename as name, 'pg_class'::regclass::oid as of_class, ev_class as of_oid, ev_class::regclass as "table",
        quote_ident(rulename) as "rule", rtrim(pg_get_ruledef(r.oid), ';') as definition,
        case ev_enabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS' end as enabled,
        case ev_type when '2' then '' end as rewrites_update
        from (select * from pg_rewrite where oid >= 16384 and rulename <> '_RETURN') r
        join pg_class c on c.oid = ev_class join pg_namespace n on n.oid = relnamespace order by r.oid)sql",
    .create = "{definition}",
    .drop = "DROP RULE {rule} ON {table}",
    .alter = "ALTER TABLE {table} ",
    .columns = {{"table", Ignored{}}, {"rule", Ignored{}}, {"definition", Replace{}, {}, Compare::expression},
                {"enabled", "{enabled|ENABLE} RULE {rule}"}, {"rewrites_update", Ignored{}}},
    .creates = {},
    .renames = {.to = "ALTER RULE {rule} ON {table} RENAME TO ", .effect = {}},
    .after_rows = true,
    .nodes = {"RuleStmt", "OBJECT_RULE"},
};

}  // namespace plumb::kind

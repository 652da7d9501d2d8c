// doctor: what is wrong with a database that no comparison of schemas shows.
#include <algorithm>

#include "engine/model/report.hpp"
#include "engine/run/commands.hpp"
#include "engine/run/journal.hpp"
#include "engine/run/output.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

namespace {

/// A query that returns schema, object, why and remedy, all of them finished text.
struct Check {
    const char* problem;
    const char* query;
};

constexpr const char* invalid_indexes = R"sql(
select n.nspname, i.indexrelid::regclass::text,
    case when c.relkind = 'I' then 'some partitions have no index that belongs to it, so it is no support to keys'
        when c.relname ~ '_ccnew[0-9]*$|_ccold[0-9]*$' then 'REINDEX CONCURRENTLY left it behind: it slows down writes and serves no query'
        else 'CREATE INDEX CONCURRENTLY failed or is at work just now: it slows down writes and serves no query' end,
    case when c.relkind = 'I' then 'make an index on each of these partitions: ALTER INDEX ' || i.indexrelid::regclass || ' ATTACH PARTITION ...'
        when c.relname ~ '_ccnew[0-9]*$|_ccold[0-9]*$' then 'DROP INDEX CONCURRENTLY ' || i.indexrelid::regclass
        else 'REINDEX INDEX CONCURRENTLY ' || i.indexrelid::regclass end
from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
where not i.indisvalid and c.oid >= 16384 and n.nspname !~ '^pg_'
    and not exists (select from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)
order by 2)sql";

// Before 14 there is no DETACH CONCURRENTLY.
constexpr const char* half_detached = R"sql(
select n.nspname, i.inhrelid::regclass::text, 'DETACH PARTITION ... CONCURRENTLY was stopped half way: new queries pass it over, and it is still a partition',
    'ALTER TABLE ' || i.inhparent::regclass || ' DETACH PARTITION ' || i.inhrelid::regclass || ' FINALIZE'
from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
where to_jsonb(i)->>'inhdetachpending' = 'true'
order by 2)sql";

// From 18 on a constraint that is not enforced is not validated either, and cannot be.
constexpr const char* unvalidated = R"sql(
select n.nspname, quote_ident(c.conname) || ' on ' || t.name, 'rows that are older than it were never checked',
    'ALTER ' || t.word || ' ' || t.name || ' VALIDATE CONSTRAINT ' || quote_ident(c.conname)
from pg_constraint c join pg_namespace n on n.oid = c.connamespace cross join lateral (select
    case when c.conrelid <> 0 then 'TABLE' else 'DOMAIN' end as word,
    case when c.conrelid <> 0 then c.conrelid::regclass::text else c.contypid::regtype::text end as name) t
where not c.convalidated and c.conparentid = 0 and c.oid >= 16384 and to_jsonb(c)->>'conenforced' is distinct from 'false'
order by 2)sql";

constexpr const char* disabled_triggers = R"sql(
select n.nspname, quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass, 'it is switched off',
    'ALTER TABLE ' || t.tgrelid::regclass || ' ENABLE TRIGGER ' || quote_ident(t.tgname)
        || ', or declare it as disabled in the desired files'
from pg_trigger t join pg_class r on r.oid = t.tgrelid join pg_namespace n on n.oid = r.relnamespace
where t.tgenabled = 'D' and not t.tgisinternal
order by 2)sql";

// ALTER TABLE ... DISABLE TRIGGER ALL takes the triggers along that foreign keys work by.
constexpr const char* idle_keys = R"sql(
select distinct n.nspname, quote_ident(c.conname) || ' on ' || c.conrelid::regclass,
    'its triggers are switched off, so rows are not checked', 'ALTER TABLE ' || t.tgrelid::regclass || ' ENABLE TRIGGER ALL'
from pg_trigger t join pg_constraint c on c.oid = t.tgconstraint join pg_namespace n on n.oid = c.connamespace
where t.tgenabled = 'D' and t.tgisinternal and c.contype = 'f'
order by 2)sql";

// Whoever is to change or drop an object must have the rights of its owner (manual, ALTER TABLE, notes).
constexpr const char* foreign_owners = R"sql(
with owned as (
    select 1259 as class, oid, relowner as owner, relnamespace as schema from pg_class where relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    union all select 1255, oid, proowner, pronamespace from pg_proc
    union all select 1247, t.oid, typowner, typnamespace from pg_type t left join pg_class c on c.oid = typrelid
        where typtype in ('e', 'd', 'r') or c.relkind = 'c'
    union all select 2615, oid, nspowner, oid from pg_namespace)
select n.nspname, 'schema ' || quote_ident(n.nspname), count(*) || case count(*) when 1 then ' object belongs' else ' objects belong' end
        || ' to ' || quote_ident(r.rolname) || ', which ' || quote_ident(current_user) || ' is no member of: apply could not change '
        || case count(*) when 1 then 'it' else 'them' end,
    'GRANT ' || quote_ident(r.rolname) || ' TO ' || quote_ident(current_user)
from owned o join pg_roles r on r.oid = o.owner join pg_namespace n on n.oid = o.schema
where o.oid >= 16384 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not pg_is_in_recovery()
    and not pg_has_role(o.owner, 'USAGE')
    and not exists (select from pg_depend d where d.classid = o.class and d.objid = o.oid and d.deptype in ('e', 'i'))
group by n.nspname, r.rolname order by 1, 4)sql";

constexpr const char* no_journal = R"sql(
select 'plumb', 'database ' || quote_ident(d.datname), quote_ident(current_user) || ' may not create schemas: apply could not keep its journal',
    'GRANT CREATE ON DATABASE ' || quote_ident(d.datname) || ' TO ' || quote_ident(current_user)
from pg_database d where d.datname = current_database() and not pg_is_in_recovery()
    and not exists (select from pg_namespace where nspname = 'plumb') and not has_database_privilege(d.oid, 'CREATE')
union all
select 'plumb', 'schema plumb', quote_ident(current_user) || ' may not write the journal: apply could not record what it does',
    'GRANT USAGE ON SCHEMA plumb TO ' || quote_ident(current_user) || '; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA plumb TO '
        || quote_ident(current_user)
from pg_namespace n where n.nspname = 'plumb' and not pg_is_in_recovery() and (not has_schema_privilege(n.oid, 'USAGE') or exists (
    select from pg_class c where c.relnamespace = n.oid and c.relkind = 'r'
        and not (has_table_privilege(c.oid, 'SELECT') and has_table_privilege(c.oid, 'INSERT') and has_table_privilege(c.oid, 'UPDATE')))))sql";

// Databases of scratches (--scratch URL); whoever uses one is connected to it.
constexpr const char* left_behind = R"sql(
select '', 'database ' || quote_ident(datname), 'a run that was killed left it behind', 'DROP DATABASE ' || quote_ident(datname)
from pg_database d where datname ~ '^plumb_scratch_' and not exists (select from pg_stat_activity a where a.datid = d.oid)
union all
select '', 'role ' || quote_ident(rolname), 'a run that was killed left it behind', 'DROP ROLE ' || quote_ident(rolname)
from pg_roles r where shobj_description(r.oid, 'pg_authid') ~ '^made by plumb for a scratch '
    and not exists (select from pg_locks where locktype = 'advisory' and classid = 0 and objid = 7814412)
order by 2)sql";

constexpr Check checks[] = {{"invalid index", invalid_indexes},
                            {"partition is half detached", half_detached},
                            {"constraint is not validated", unvalidated},
                            {"trigger is disabled", disabled_triggers},
                            {"foreign key is not enforced", idle_keys},
                            {"right is missing", foreign_owners},
                            {"right is missing", no_journal},
                            {"left behind", left_behind}};

/// What the last deployments did not bring to an end.
std::vector<Finding> unfinished(const Settings& settings) {
    std::vector<Finding> out;
    std::vector<Record> told;
    try {
        told = records(settings);
    } catch (const Error& error) {
        if (error.sqlstate != "42501") throw;  // that right is missing is a finding of its own
    }
    for (const auto& record : told) {
        bool stopped = record.state == "interrupted" || (record.state == "failed" && record.done > 0);
        if (!stopped) continue;
        out.push_back({"unfinished deployment", "deployment " + std::to_string(record.id),
                       "it was " + (record.state == "failed" ? "given up" : record.state) + " after " +
                           std::to_string(record.done) + " of " + std::to_string(record.steps) + " steps" +
                           (record.trouble.empty() ? "" : ": " + record.trouble),
                       "plumb apply, with the same files or plan, takes it up or plans anew from what is there"});
    }
    return out;
}

std::vector<Finding> examine(Connection& connection, const Settings& settings) {
    auto out = unfinished(settings);
    connection.run("begin read only; set local search_path = ''");
    for (const auto& check : checks) {
        if (check.query == no_journal && settings.journal) continue;
        auto rows = connection.query(check.query);
        for (int i = 0; i < rows.rows(); ++i) {
            std::string schema(rows.text(i, 0)), object(rows.text(i, 1));
            if (!schema.empty() && schema != "plumb" && !covers(settings.scope, schema, object)) continue;
            out.push_back({check.problem, object, std::string(rows.text(i, 2)), std::string(rows.text(i, 3))});
        }
    }
    connection.run("commit");
    return out;
}

}  // namespace

Exit doctor(const Settings& settings) {
    auto connection = connect(settings.conninfo);
    auto findings = examine(connection, settings);
    if (wants_output(settings)) print(findings, settings);
    return findings.empty() ? Exit::done : Exit::differences;
}

}  // namespace plumb::run

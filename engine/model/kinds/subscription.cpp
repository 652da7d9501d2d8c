// Subscriptions. No statement of theirs connects, makes a slot or drops one: what replicates is started and stopped by hand.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// Who may not see it cannot tell whether it differs.
bool unseen(const Change& change) { return change.old_object["unseen"] || change.new_object["unseen"]; }

const Effect breaks{.lock = Lock::none, .hazards = {Hazard::breaks_replication}};

}  // namespace

// Not everybody may read every column, and one must not even name the others: what query_to_xml is told is looked up when it is reached.
#define SUBSCRIPTIONS                                                                                                              \
    "(select j.* from (select 'select to_jsonb(s) as j from (select ' || string_agg(quote_ident(attname), ', ') || ' from pg_subscription) s' as sql"  \
    " from pg_attribute where attrelid = 'pg_subscription'::regclass and attnum > 0 and has_column_privilege('pg_subscription', attname, 'select')) q" \
    " cross join lateral xmltable('/table/row' passing query_to_xml(sql, false, false, '') columns j jsonb) j" \
    " where (j ->> 'subdbid')::oid = (select oid from pg_database where datname = current_database()))"

const Kind subscription{
    .name = "subscription",
    .query = R"sql(select 'pg_subscription'::regclass::oid as class, (j ->> 'oid')::oid as oid, quote_ident(j ->> 'subname') as identity, j ->> 'subname' as name,
        quote_literal(regexp_replace(regexp_replace(conninfo, )sql" PASSWORD_PAIR ", '\\1' || coalesce(secret, '')), " PASSWORD_URI R"sql(, '\1' || coalesce(secret, ''))) as connection,
        case when conninfo is null then 'connection' end as unseen, conninfo is null or secret is not null as holds_data,
        (select string_agg(quote_ident(p), ', ' order by p) from jsonb_array_elements_text(j -> 'subpublications') p) as publications,
        quote_literal(j ->> 'subslotname') as slot, nullif(j ->> 'subsynccommit', 'off') as synchronous_commit, case when (j ->> 'subbinary')::bool then 'true' end as binary,
        case when j ->> 'substream' in ('t', 'true') then 'on' when j ->> 'substream' = 'p' then 'parallel' when j ? 'substream' then 'off' end as streaming,
        case when j ->> 'subtwophasestate' <> 'd' then 'true' end as two_phase, case when (j ->> 'subdisableonerr')::bool then 'true' end as disable_on_error,
        case when not (j ->> 'subpasswordrequired')::bool then 'false' end as password_required, case when (j ->> 'subrunasowner')::bool then 'true' end as run_as_owner,
        nullif(j ->> 'suborigin', 'any') as origin, case when (j ->> 'subfailover')::bool then 'true' end as failover
        from )sql" SUBSCRIPTIONS R"sql( s cross join lateral (select j ->> 'subconninfo' as conninfo) c
        cross join lateral (select )sql" STAND_IN("'subscription ' || (j ->> 'subname')", "coalesce((regexp_match(conninfo, " PASSWORD_PAIR "))[2], (regexp_match(conninfo, " PASSWORD_URI "))[2])") R"sql( as secret) h
        order by identity)sql",
    .create = "CREATE SUBSCRIPTION {@} CONNECTION {connection|''} PUBLICATION {publications} WITH (connect = false, slot_name = {slot|NONE}[, binary = {binary}]"
              "[, synchronous_commit = {synchronous_commit}][, streaming = {streaming}][, two_phase = {two_phase}][, disable_on_error = {disable_on_error}]"
              "[, password_required = {password_required}][, run_as_owner = {run_as_owner}][, origin = {origin}][, failover = {failover}])",
    .drop = "DROP SUBSCRIPTION {@}",
    .before_drop = {"ALTER SUBSCRIPTION {@} DISABLE", "ALTER SUBSCRIPTION {@} SET (slot_name = NONE)"},
    .alter = "ALTER SUBSCRIPTION {@} ",
    .columns = {{.name = "connection", .change = "CONNECTION {connection}", .effect = breaks, .alike = &unseen},
                {"unseen", Ignored{}},
                {"publications", "SET PUBLICATION {publications} WITH (refresh = false)", breaks},
                {"slot", "SET (slot_name = {slot|NONE})", breaks},
                {.name = "binary", .change = "SET (binary = {binary|false})", .effect = {.lock = Lock::none}, .since = 140000},
                {.name = "synchronous_commit", .change = "SET (synchronous_commit = {synchronous_commit|off})", .effect = {.lock = Lock::none}, .alike = &unseen},
                {.name = "streaming", .change = "SET (streaming = {streaming})", .effect = {.lock = Lock::none}, .since = 140000},
                {.name = "two_phase", .since = 150000},
                {.name = "disable_on_error", .change = "SET (disable_on_error = {disable_on_error|false})", .effect = {.lock = Lock::none}, .since = 150000},
                {.name = "password_required", .change = "SET (password_required = {password_required|true})", .effect = {.lock = Lock::none}, .since = 160000},
                {.name = "run_as_owner", .change = "SET (run_as_owner = {run_as_owner|false})", .effect = {.lock = Lock::none}, .since = 160000},
                {.name = "origin", .change = "SET (origin = {origin|any})", .effect = {.lock = Lock::none}, .since = 160000},
                {.name = "failover", .since = 170000}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_replication}},
    .owned = "select 'pg_subscription'::regclass::oid, (j ->> 'oid')::oid, (j ->> 'subowner')::oid, null, 'SUBSCRIPTION', quote_ident(j ->> 'subname'),"
             " null, null, null from " SUBSCRIPTIONS " s",
    .nodes = {"CreateSubscriptionStmt", "AlterSubscriptionStmt", "OBJECT_SUBSCRIPTION"},
};

}  // namespace plumb::kind

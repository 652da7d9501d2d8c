// Event triggers: made last and dropped first, as they would act on whatever else a plan does.
#include <string_view>

#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// Whether it acts on a statement. Its tags are those of statements, of which the first word surely shows in the SQL.
bool fires_on(const Object& trigger, std::string_view sql) {
    if (trigger["enabled"] == "DISABLE" || trigger["event"] == "login") return false;
    std::string verb(sql.substr(0, sql.find(' ')));
    if (trigger["event"] == "sql_drop" && verb == "CREATE") return false;
    return !trigger["tags"] || trigger["tags"]->find("'" + verb + " ") != std::string::npos || trigger["tags"]->find("'" + verb + "'") != std::string::npos;
}

}  // namespace

const Kind event_trigger{
    .name = "event trigger",
    .query = R"sql(select 'pg_event_trigger'::regclass::oid as class, oid, quote_ident(evtname) as identity, evtname as name,
        quote_ident(evtevent) as event, (select string_agg(quote_literal(tag), ', ' order by tag) from unnest(evttags) tag) as tags,
        (select string_agg(quote_literal(tag), ', ') from unnest(evttags) tag) as tags_list,
        evtfoid::regproc as function, case evtenabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA' when 'A' then 'ENABLE ALWAYS' end as enabled
        from pg_event_trigger where oid >= 16384 order by oid)sql",
    .create = "CREATE EVENT TRIGGER {@} ON {event}[ WHEN TAG IN ({tags_list})] EXECUTE FUNCTION {function}()",
    .drop = "DROP EVENT TRIGGER {@}",
    .alter = "ALTER EVENT TRIGGER {@} ",
    .columns = {{"event"}, {.name = "tags", .in_create = true}, {"tags_list", Ignored{}}, {"function"}, {"enabled", "{enabled|ENABLE}", {.lock = Lock::none}}},
    .drops = {.lock = Lock::none},
    .last = true,
    .fires_on = &fires_on,
    .owned = R"sql(select 'pg_event_trigger'::regclass::oid, oid, evtowner, null, 'EVENT TRIGGER', quote_ident(evtname), null, null, null
        from pg_event_trigger where oid >= 16384)sql",
    .nodes = {"CreateEventTrigStmt", "AlterEventTrigStmt", "OBJECT_EVENT_TRIGGER"},
};

}  // namespace plumb::kind

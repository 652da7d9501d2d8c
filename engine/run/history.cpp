// The journal as it can be read without taking a turn.
#include "engine/run/history.hpp"

#include "engine/run/commands.hpp"
#include "engine/run/output.hpp"
#include "engine/run/state.hpp"
#include "engine/run/target.hpp"

namespace plumb::run {

namespace {

// Who runs a deployment holds its lock; pg_locks shows that to everyone.
const std::string deployments = std::string(R"sql(
select d.id, d.kind, coalesce(d.undoes::text, ''),
    case when d.state = 'running' and not exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
        and (classid::bigint << 32 | objid::bigint) = )sql") +
                                lock_key + R"sql(
        and database = (select oid from pg_database where datname = current_database())) then 'interrupted' else d.state end,
    to_char(d.started at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    coalesce(to_char(d.finished at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), ''),
    to_char(d.started, 'YYYY-MM-DD HH24:MI'), d.deployer, d.plumb_version, s.steps, s.done, s.seconds, coalesce(s.trouble, '')
from plumb.deployment d cross join lateral (select count(*) as steps, count(*) filter (where state = 'done') as done,
        coalesce(sum(seconds), 0) as seconds,
        (array_agg('step ' || id || coalesce(': ' || message, ' may be done or not') order by id)
            filter (where state in ('failed', 'in doubt')))[1] as trouble
    from plumb.step where deployment = d.id) s
order by d.id desc)sql";

constexpr const char* intents = R"sql(
select d.id, intent from plumb.deployment d cross join lateral unnest(intents) with ordinality i (intent, nr) order by d.id desc, nr)sql";

Error explained(Error error) {
    if (error.sqlstate == "42501")
        error.hint = "GRANT USAGE ON SCHEMA plumb and SELECT ON ALL TABLES IN SCHEMA plumb lets a role read the journal";
    return error;
}

}  // namespace

std::vector<Record> history(Connection& connection) try {
    if (connection.query("select from pg_namespace where nspname = 'plumb'").rows() == 0) return {};
    auto results = connection.run(deployments + ";" + intents);
    const auto &rows = results.at(0), &words = results.at(1);
    std::vector<Record> out;
    int word = 0;
    for (int i = 0; i < rows.rows(); ++i) {
        auto text = [&](int column) { return std::string(rows.text(i, column)); };
        Record one{.id = std::stol(text(0)),
                   .kind = text(1),
                   .state = text(3),
                   .started = text(4),
                   .finished = text(5),
                   .when = text(6),
                   .deployer = text(7),
                   .plumb_version = text(8)};
        if (!text(2).empty()) one.undoes = std::stol(text(2));
        one.steps = std::stoul(text(9));
        one.done = std::stoul(text(10));
        one.seconds = std::stod(text(11));
        one.trouble = text(12);
        for (; word < words.rows() && words.text(word, 0) == rows.text(i, 0); ++word)
            one.intents.emplace_back(words.text(word, 1));
        out.push_back(std::move(one));
    }
    return out;
} catch (const Error& error) {
    throw explained(error);
}

Exit history(const Settings& settings) {
    auto connection = connect(settings.conninfo);
    auto records = history(connection);
    if (wants_output(settings)) print(records, settings);
    return Exit::done;
}

}  // namespace plumb::run

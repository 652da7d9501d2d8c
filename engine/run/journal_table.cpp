// The journal in the target.
#include "engine/run/journal_table.hpp"

#include "engine/run/state.hpp"

namespace plumb::run {

namespace {

// Every table has a primary key: a publication of all tables would otherwise refuse our updates.
constexpr const char* tables = R"sql(
CREATE SCHEMA IF NOT EXISTS plumb;
CREATE TABLE IF NOT EXISTS plumb.deployment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('apply', 'rollback')),
    undoes bigint REFERENCES plumb.deployment,
    state text NOT NULL CHECK (state IN ('running', 'paused', 'done', 'failed', 'superseded', 'rolled back')),
    started timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished timestamptz,
    deployer text NOT NULL DEFAULT session_user,
    plumb_version text NOT NULL,
    intents text[] NOT NULL,
    from_fingerprint text NOT NULL,
    at_fingerprint text,
    to_fingerprint text NOT NULL,
    plan json NOT NULL
);
CREATE TABLE IF NOT EXISTS plumb.step (
    deployment bigint REFERENCES plumb.deployment,
    id int,
    sql text NOT NULL,
    inverse text NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'in doubt')),
    finished timestamptz,
    seconds float8,
    message text,
    reached text,
    PRIMARY KEY (deployment, id)
);
COMMENT ON SCHEMA plumb IS 'Journal of plumb: which deployments changed this database, step by step';
)sql";

constexpr const char* carriers = R"sql(
SELECT string_agg(quote_ident(pubname), ', ' ORDER BY pubname) FROM pg_publication WHERE puballtables)sql";

// From PostgreSQL 15 on a publication may carry whole schemas.
constexpr const char* schema_carriers = R"sql(
SELECT string_agg(quote_ident(pubname), ', ' ORDER BY pubname) FROM pg_publication p
WHERE puballtables OR EXISTS (SELECT FROM pg_publication_namespace n JOIN pg_namespace s ON s.oid = n.pnnspid
                              WHERE n.pnpubid = p.oid AND s.nspname = 'plumb'))sql";

constexpr const char* columns = R"sql(
SELECT d.id, kind, state, coalesce(at_fingerprint, ''), to_fingerprint, plan::text,
    (SELECT count(*) FROM plumb.step s WHERE s.deployment = d.id AND s.state = 'done'),
    EXISTS (SELECT FROM plumb.step s WHERE s.deployment = d.id AND s.state IN ('running', 'in doubt')), undoes
FROM plumb.deployment d )sql";

const std::string deployments = R"sql(
select d.id, d.kind, coalesce(d.undoes::text, ''), case when d.state = 'running' and not )sql" + at_work() + R"sql( then 'interrupted' else d.state end,
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

/// A value as PostgreSQL's array syntax takes it.
std::string element(const std::string& text) {
    std::string out = "\"";
    for (char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "\"";
}

template <class Values, class Text>
std::string array(const Values& values, Text&& text) {
    std::string out;
    for (const auto& value : values) out += (out.empty() ? "" : ",") + text(value);
    return "{" + out + "}";
}

Error explained(Error error) {
    if (error.sqlstate == "42501")
        error.hint = "GRANT USAGE ON SCHEMA plumb and SELECT ON ALL TABLES IN SCHEMA plumb lets a role read the journal";
    return error;
}

}  // namespace

bool TableJournal::exists() {
    pqxx::work session(target_.connection());
    only_catalog(session);
    return session.exec("SELECT to_regclass('plumb.deployment') IS NOT NULL AND to_regclass('plumb.step') IS NOT NULL")[0][0]
        .as<bool>();
}

void TableJournal::check_carriers(pqxx::transaction_base& transaction) {
    bool schemas = target_.connection().server_version() >= 150000;
    auto carrier = transaction.exec(schemas ? schema_carriers : carriers)[0][0];
    if (carrier.is_null()) return;
    throw Error("refused: breaks_replication: publication " + carrier.as<std::string>() +
                    " would carry the journal, and a subscriber without its tables stops replicating",
                {}, "--journal local keeps the journal in a file, and nothing of Plumb's in the database", Exit::refused);
}

void TableJournal::prepare(const Plan&) {
    // Who may write there need not be allowed to make schemas.
    bool there = exists();
    pqxx::work transaction(target_.connection());
    only_catalog(transaction);
    check_carriers(transaction);
    if (!there) transaction.exec(tables);
    transaction.commit();
}

std::optional<Deployment> TableJournal::one(const std::string& condition) {
    if (!exists()) return std::nullopt;
    pqxx::work session(target_.connection());
    only_catalog(session);
    auto rows = session.exec(columns + condition);
    if (rows.empty()) return std::nullopt;
    auto row = rows[0];
    auto undoes = row[8].is_null() ? std::nullopt : std::optional(row[8].as<long>());
    return Deployment{.id = row[0].as<long>(),
                      .kind = row[1].as<std::string>(),
                      .state = row[2].as<std::string>(),
                      .at = row[3].as<std::string>(),
                      .to = row[4].as<std::string>(),
                      .plan = row[5].as<std::string>(),
                      .done = static_cast<std::size_t>(row[6].as<long>()),
                      .in_doubt = row[7].as<bool>(),
                      .undoes = undoes};
}

std::optional<Deployment> TableJournal::last_done() {
    return one("WHERE kind = 'apply' AND state IN ('done', 'paused') ORDER BY id DESC LIMIT 1");
}

std::optional<Deployment> TableJournal::find(long id) { return one("WHERE id = " + std::to_string(id)); }

std::optional<Deployment> TableJournal::unfinished() {
    // One that failed before any step was done left nothing behind.
    return one(
        "WHERE id = (SELECT max(id) FROM plumb.deployment x WHERE state <> 'failed' OR EXISTS"
        " (SELECT FROM plumb.step s WHERE s.deployment = x.id AND s.state = 'done')) AND state IN ('running', 'paused', 'failed')");
}

long TableJournal::open(const std::string& kind, const Plan& plan, const std::string& json, std::optional<long> undoes) {
    pqxx::work transaction(target_.connection());
    only_catalog(transaction);
    auto intents = array(plan.intents, element);
    auto row = exec(transaction,
                    "INSERT INTO plumb.deployment (kind, undoes, state, plumb_version, intents, from_fingerprint, "
                    "at_fingerprint, to_fingerprint, plan)"
                    " VALUES ($1, nullif($2, '')::bigint, 'running', $3, $4::text[], $5, $5, $6, $7::json) RETURNING id",
                    kind, undoes ? std::to_string(*undoes) : std::string(), std::string(PLUMB_VERSION), intents, plan.from,
                    plan.to, json)[0];
    auto id = row[0].as<long>();
    exec(transaction,
         "INSERT INTO plumb.step (deployment, id, sql, inverse) SELECT $1::bigint, * FROM unnest($2::int[], $3::text[], "
         "$4::text[])",
         id, array(plan.steps, [](const Step& step) { return std::to_string(step.id); }),
         array(plan.steps, [](const Step& step) { return element(step.sql); }),
         array(plan.steps, [](const Step& step) { return element(step.inverse); }));
    transaction.commit();
    return id;
}

void TableJournal::supersede(std::optional<long> undone) {
    if (!exists()) return;
    pqxx::work transaction(target_.connection());
    only_catalog(transaction);
    exec(transaction,
         "UPDATE plumb.deployment SET state = 'superseded', finished = clock_timestamp() WHERE state IN ('running', "
         "'paused', 'failed') AND id <> $1",
         undone.value_or(0));
    transaction.commit();
}

void TableJournal::resume(long id) {
    pqxx::work transaction(target_.connection());
    only_catalog(transaction);
    exec(transaction, "UPDATE plumb.deployment SET state = 'running' WHERE id = $1", id);
    exec(transaction, "UPDATE plumb.step SET state = 'waiting', message = null WHERE deployment = $1 AND state = 'failed'", id);
    transaction.commit();
}

void TableJournal::start(long id, const Step& step) {
    pqxx::work transaction(target_.connection());
    only_catalog(transaction);
    exec(transaction, "UPDATE plumb.step SET state = 'running' WHERE deployment = $1 AND id = $2", id, step.id);
    transaction.commit();
}

void TableJournal::commit(pqxx::transaction_base& transaction, long id, const Advance& advance) {
    only_catalog(transaction);
    // One of the steps may have made such a publication.
    if (!advance.done.empty()) check_carriers(transaction);
    exec(transaction,
         "UPDATE plumb.step s SET state = 'done', finished = clock_timestamp(), seconds = t.seconds"
         " FROM unnest($2::int[], $3::float8[]) t(id, seconds) WHERE s.deployment = $1 AND s.id = t.id",
         id, array(advance.done, [](const Took& took) { return std::to_string(took.step); }),
         array(advance.done, [](const Took& took) { return std::to_string(took.seconds); }));
    if (!advance.reached.empty())
        exec(transaction, "UPDATE plumb.step SET reached = $3 WHERE deployment = $1 AND id = $2", id, advance.step, advance.reached);
    if (!advance.done.empty()) exec(transaction, "UPDATE plumb.deployment SET at_fingerprint = null WHERE id = $1", id);
    if (advance.state == "paused") exec(transaction, "UPDATE plumb.deployment SET state = 'paused' WHERE id = $1", id);
    if (advance.state == "done") {
        exec(transaction,
             "UPDATE plumb.deployment SET state = 'done', finished = clock_timestamp(), to_fingerprint = $2 WHERE id = $1", id,
             advance.to);
        exec(transaction,
             "UPDATE plumb.deployment u SET state = 'rolled back' FROM plumb.deployment d WHERE d.id = $1 AND u.id = d.undoes", id);
    }
    // Deferred triggers are still to come.
    transaction.exec(std::string(search_path_setting()));
    transaction.commit();
}

std::string TableJournal::reached(long id, int step) {
    pqxx::work session(target_.connection());
    only_catalog(session);
    return exec(session, "SELECT coalesce(reached, '') FROM plumb.step WHERE deployment = $1 AND id = $2", id, step)[0][0].as<std::string>();
}

void TableJournal::fail(long id, int step, const std::string& why) {
    pqxx::work transaction(target_.connection());
    only_catalog(transaction);
    // What runs outside of a transaction may have left something behind.
    exec(transaction,
         "UPDATE plumb.step SET state = CASE state WHEN 'running' THEN 'in doubt' ELSE 'failed' END, message = $3"
         " WHERE deployment = $1 AND id = $2 AND state <> 'done'",
         id, step, why);
    exec(transaction, "UPDATE plumb.deployment SET state = 'failed', finished = clock_timestamp() WHERE id = $1", id);
    transaction.commit();
}

void TableJournal::at(long id, const std::string& fingerprint) {
    pqxx::work transaction(target_.connection());
    only_catalog(transaction);
    exec(transaction, "UPDATE plumb.deployment SET at_fingerprint = $2 WHERE id = $1", id, fingerprint);
    transaction.commit();
}

void TableJournal::left_behind(long id, const std::string& planned, const std::string& fingerprint) {
    pqxx::work transaction(target_.connection());
    only_catalog(transaction);
    exec(transaction,
         "UPDATE plumb.deployment SET to_fingerprint = $3 WHERE to_fingerprint = $2 AND state = 'done' AND EXISTS"
         " (SELECT FROM plumb.deployment d WHERE d.id = $1 AND d.kind = 'rollback')",
         id, planned, fingerprint);
    exec(transaction, "UPDATE plumb.deployment SET to_fingerprint = $2, at_fingerprint = $2 WHERE id = $1", id, fingerprint);
    transaction.commit();
}

std::vector<Record> told_by_table(const Settings& settings) try {
    auto connection = connect(settings.conninfo);
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

}  // namespace plumb::run

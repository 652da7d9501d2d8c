// The session that changes the live database.
#include "engine/run/target.hpp"

#include "engine/model/plan.hpp"
#include "engine/model/secret.hpp"

namespace plumb::run {

namespace {

constexpr Duration between_tries{200};

std::string sentence(std::string words) {
    while (!words.empty() && (words.back() == '\n' || words.back() == ' ')) words.pop_back();
    // "ERROR:  relation ...": the severity is said in the user's language, followed by two spaces.
    auto severity = words.find(":  ");
    return severity != std::string::npos && severity < 20 ? words.substr(severity + 3) : words;
}

pqxx::connection connected(const std::string& conninfo) {
    try {
        return pqxx::connection(conninfo);
    } catch (const std::exception& fault) {
        throw Error(scrubbed(sentence(fault.what()), conninfo));
    }
}

}  // namespace

Error database_error() {
    try {
        throw;
    } catch (const pqxx::in_doubt_error& fault) {
        return Error(std::string("the connection was lost while a transaction committed: ") + sentence(fault.what()), {},
                     "it is done or it is not, nothing in between; run the command again, it sees what is there");
    } catch (const pqxx::deadlock_detected& fault) {
        Error out(sentence(fault.what()));
        out.sqlstate = "40P01";
        return out;
    } catch (const pqxx::sql_error& fault) {
        Error out(sentence(fault.what()));
        out.sqlstate = fault.sqlstate();
        // libpqxx 6 gives some exceptions a class of their own instead of their code.
        if (dynamic_cast<const pqxx::insufficient_privilege*>(&fault)) out.sqlstate = "42501";
        if (out.sqlstate == "25006") out.hint = "this server only reads: it is a standby, or default_transaction_read_only is on";
        if (out.sqlstate == "42501") out.hint = "connect as a role that may do this, or GRANT it to this one";
        return out;
    } catch (const pqxx::broken_connection& fault) {
        return Error(std::string("the connection to the database was lost: ") + sentence(fault.what()), {},
                     "what was not committed is undone; run the command again");
    } catch (const Error& fault) {
        return fault;
    } catch (const std::exception& fault) {
        return Error(sentence(fault.what()));
    }
}

Target::Target(const Settings& settings, Progress& progress) try : connection_(connected(settings.conninfo)) {
    set(settings);
    backend_ = connection_.backendpid();
    wait_for_turn(settings, progress);
} catch (const std::exception&) {
    throw database_error();
}

void Target::set(const Settings& settings) {
    pqxx::nontransaction session(connection_);
    for (auto setting : session_settings()) session.exec(std::string(setting));
    session.exec("SET application_name = 'plumb'");
    session.exec("SET lock_timeout = " + std::to_string(settings.lock_timeout.count()));
    session.exec("SET statement_timeout = " + std::to_string(settings.statement_timeout.count()));
    session.exec("SET idle_in_transaction_session_timeout = 0");
    // A statement whose deployer was killed ends, too, and lets go of its locks.
    if (connection_.server_version() >= 140000) session.exec("SET client_connection_check_interval = '2s'");
    // Said now, and not by the first statement of the journal.
    if (session.exec("SELECT current_setting('transaction_read_only')")[0][0].as<std::string>() == "on")
        throw Error("the server only reads", {},
                    "it is a standby, or default_transaction_read_only is on: deploy to the primary");
}

void Target::wait_for_turn(const Settings& settings, Progress& progress) {
    auto end = std::chrono::steady_clock::now() + settings.lock_budget;
    for (bool told = false;; told = true) {
        pqxx::work session(connection_);
        only_catalog(session);
        if (session.exec(std::string("SELECT pg_try_advisory_lock(") + lock_key + ")")[0][0].as<bool>()) return session.commit();
        auto holder =
            session
                .exec(std::string("SELECT coalesce(string_agg(pid::text, ', '), '?') FROM pg_locks WHERE locktype = 'advisory'"
                                  " AND granted AND objsubid = 1 AND (classid::bigint << 32 | objid::bigint) = ") +
                      lock_key + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")[0][0]
                .as<std::string>();
        session.commit();
        if (std::chrono::steady_clock::now() >= end)
            throw Error("another deployment to this database (server process " + holder + ") is not done", {},
                        "wait for it, or raise --lock-budget", Exit::lock_budget);
        if (!told) progress.warn("waiting for another deployment to this database (server process " + holder + ")");
        std::this_thread::sleep_for(between_tries);
    }
}

void Target::check_session() {
    if (connection_.backendpid() != backend_)
        throw Error("the connection to the database was lost", {}, "what was not committed is undone; run the command again");
}

Interruption::Interruption(Target& target) {
    sigemptyset(&signals_);
    for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGUSR1}) sigaddset(&signals_, signal);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    watch_ = std::thread([this, &target] { watch(target); });
}

void Interruption::watch(Target& target) {
    const timespec pause{0, 200'000'000};
    while (!over_) {
        // A cancel that comes just before a statement starts is lost, so it is repeated.
        int signal = requested_ && cancels_ ? sigtimedwait(&signals_, nullptr, &pause) : sigwaitinfo(&signals_, nullptr);
        if (over_) return;
        if (signal != SIGUSR1 && signal > 0) requested_ = true;
        if (!requested_) continue;
        std::lock_guard lock(cancelling_);
        if (!cancels_) continue;
        try {
            target.connection().cancel_query();
        } catch (const std::exception&) {
            // The statement then runs to its end, and the next one does not start.
        }
    }
}

void Interruption::stop_cancelling() {
    std::lock_guard lock(cancelling_);
    cancels_ = false;
}

Interruption::~Interruption() {
    over_ = true;
    // Wakes the thread; not delivered to anybody else.
    pthread_kill(watch_.native_handle(), SIGUSR1);
    watch_.join();
    // The same wish said twice (timeout does, and impatient people) must not kill what still tells how it ended.
    const timespec at_once{0, 0};
    while (requested_ && sigtimedwait(&signals_, nullptr, &at_once) > 0) continue;
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace plumb::run

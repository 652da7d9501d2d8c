// The session that changes the live database: one connection that holds the lock against other deployments.
#pragma once

#include <atomic>
#include <csignal>
#include <mutex>
#include <pqxx/pqxx>
#include <string>
#include <thread>

#include "engine/run/progress.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

/// Runs a statement with parameters $1, $2 ...: libpqxx 6 and 7.10 part in how that is written.
template <class... Values>
pqxx::result exec(pqxx::transaction_base& transaction, const std::string& sql, const Values&... values) {
#if PQXX_VERSION_MAJOR > 7 || (PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR >= 10)
    return transaction.exec(sql, pqxx::params{values...});
#else
    return transaction.exec_params(sql, values...);
#endif
}

/// For statements of ours: until the end of the transaction nothing that the database's users made is on the search_path.
inline void only_catalog(pqxx::transaction_base& transaction) {
    transaction.exec("SET LOCAL search_path = pg_catalog, pg_temp");
}

/// Number of the advisory lock that a deployment holds, which is the database's own: "plumb" in ASCII.
inline constexpr const char* lock_key = "482855972194";

/// The words and the sqlstate of what libpqxx throws, as an Error. To be called in a catch block.
Error database_error();

class Target {
public:
    /// Connects and waits for its turn: one deployment at a time. Throws Error, exit 6 when others keep it beyond the budget.
    Target(const Settings& settings, Progress& progress);

    pqxx::connection& connection() { return connection_; }
    /// Throws Error when the session is another one than at the start: libpqxx 6 reconnects in silence, without the lock and the
    /// settings.
    void check_session();

private:
    void set(const Settings& settings);
    void wait_for_turn(const Settings& settings, Progress& progress);

    pqxx::connection connection_;
    int backend_ = 0;
};

/// While it lives, SIGINT, SIGTERM and SIGHUP cancel the running statement instead of killing the process.
class Interruption {
public:
    explicit Interruption(Target& target);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    bool requested() const { return requested_; }
    /// From now on nothing is cancelled: what follows is the record of what happened.
    void stop_cancelling();

private:
    void watch(Target& target);

    sigset_t signals_{}, before_{};
    std::atomic<bool> requested_ = false;
    std::atomic<bool> cancels_ = true;
    std::mutex cancelling_;  ///< held while a cancel is on its way
    std::atomic<bool> over_ = false;
    std::thread watch_;
};

}  // namespace plumb::run

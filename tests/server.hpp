// The target of the tests: one private PostgreSQL cluster per run, on a socket only, gone with the process however it ends.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "tests/process.hpp"

namespace plumb::tests {

/// Make it on the main thread; the other members may be called from several threads.
class Server {
public:
    /// Finds PostgreSQL's programs (PATH, pg_config, Debian's folders), makes a cluster and starts it: of that installation, or
    /// of the one in `installation`, which may have a server and no clients. Throws Error when there is none.
    /// `settings`: more of them, as on the command line of postgres. `primary`: what it is a hot standby of. `port`: of
    /// 127.0.0.1, for clients that know no sockets in the file system.
    explicit Server(const std::string& installation = "", const std::string& settings = "", const Server* primary = nullptr,
                    int port = 0);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// libpq's words for a database, as the superuser `postgres` or as another role.
    std::string conninfo(const std::string& database, const std::string& user = "postgres") const;
    /// Makes a database, empty or a copy of one that nobody is connected to, and returns its name.
    std::string create(const std::string& like = "template0", const std::string& owner = "postgres");
    void drop(const std::string& database);
    /// Runs a file as `psql -f` does, up to the first error.
    Output psql(const std::string& database, const std::string& file, const std::string& user = "postgres") const;
    /// Runs statements in one transaction; rows come as `psql -At` prints them.
    Output sql(const std::string& database, const std::string& statements) const;
    /// Whether pg_dump can read the server: not if that is the newer one.
    bool dumps() const { return dumps_; }
    /// `pg_dump` with further options; throws Error when it fails.
    std::string dump(const std::string& database, const std::vector<std::string>& options) const;
    /// A folder for the test's own files, gone with the server.
    const std::string& folder() const { return folder_; }
    /// 150020
    int version() const { return version_; }
    /// A client of the PostgreSQL installation, e.g. "psql".
    std::string program(const std::string& name) const { return programs_ + "/" + name; }

private:
    std::string programs_;
    std::string folder_;
    std::string port_;  ///< libpq's words for it; empty: the default one
    int alive_ = -1;    ///< the writing end of a pipe: its close tells the watchdog to stop the server
    pid_t watchdog_ = -1;
    bool repeatable_dumps_ = false;
    bool dumps_ = false;
    int version_ = 0;
    std::atomic<int> databases_ = 0;  ///< how many were made
};

}  // namespace plumb::tests

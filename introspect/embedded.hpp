// A private PostgreSQL server on a socket only, which ends with the process that started it, however that ends.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "introspect/installation.hpp"

namespace plumb::introspect {

/// Owns the server, its watchdog (a child process that outlives us by the time it takes to clear up) and its directory.
/// Make it on the main thread: the kernel ties children to the thread that forked them.
class Embedded {
public:
    /// Starts the server and waits until it answers. Besides its superuser only the role `user` can connect, which does not exist
    /// yet.
    Embedded(const Installation& installation, const std::string& user);
    ~Embedded();
    Embedded(const Embedded&) = delete;
    Embedded& operator=(const Embedded&) = delete;

    const std::string& superuser() const { return superuser_; }
    /// Folder of the socket, with the data and the log.
    const std::filesystem::path& folder() const { return folder_; }
    /// Why the server ended before we let it go, one line; empty while it runs.
    std::string why_ended() const;

private:
    void make_folder();
    void start_watchdog(const Installation& installation);
    void write_access(const std::string& user) const;
    void await_server();
    void stop();

    Account account_;
    std::filesystem::path folder_;
    std::string superuser_;
    int claim_ = -1;  ///< a lock on the folder, shared with the watchdog: who holds none is gone
    int line_ = -1;   ///< the writing end of a pipe: a byte starts the server, its close ends everything
    pid_t watchdog_ = -1;
};

}  // namespace plumb::introspect

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
    /// Starts the server and waits until it answers. Besides its superuser only the role `user` can connect. With the key of a
    /// parked server it goes on where that one was, otherwise there is nothing in it yet, not even that role.
    Embedded(const Installation& installation, const std::string& user, const std::string& key);
    ~Embedded();
    Embedded(const Embedded&) = delete;
    Embedded& operator=(const Embedded&) = delete;

    const std::string& superuser() const { return superuser_; }
    /// Folder of the socket, with the data and the log.
    const std::filesystem::path& folder() const { return folder_; }
    /// A new empty folder that the server may write to, gone with it; what is parked leaves it behind.
    std::filesystem::path new_folder();
    /// What `park` was told; empty where nothing was parked.
    const std::string& note() const { return note_; }
    /// Stops the server, keeps all that is in it under a key together with a note of one line, and starts it again,
    /// unless that is more than 1 GB. No session may be open.
    void park(const std::string& key, const std::string& note);
    /// Whether no code on the server reaches the network.
    bool is_alone() const;
    /// Why the server ended before we let it go, one line; empty while it runs.
    std::string why_ended() const;

private:
    void make_folder();
    void start_watchdog(const Installation& installation);
    void write_access(const std::string& user) const;
    void start();
    void stop();

    Account account_;
    std::filesystem::path folder_;
    std::string superuser_;
    std::string note_;
    int claim_ = -1;  ///< a lock on the folder, shared with the watchdog: who holds none is gone
    int line_ = -1;   ///< the writing end of a pipe: a byte starts the server, its close ends everything
    pid_t watchdog_ = -1;
};

}  // namespace plumb::introspect

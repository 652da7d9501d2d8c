// The PostgreSQL servers installed on this machine, and ready-made data directories for them.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plumb::introspect {

/// The user that a server runs as: ours, or an unprivileged one when we are root, which PostgreSQL refuses.
struct Account {
    uid_t user;
    gid_t group;
    bool other;  ///< not ours
};

Account server_account();

/// Gives up what root may do and becomes the account, for good; called between fork and exec. False when that is not possible.
bool become(const Account& account);

/// One installed server.
struct Installation {
    std::filesystem::path programs;  ///< folder of postgres and initdb
    std::string version;             ///< "15.20"
    int major = 0;                   ///< 15

    std::string program(const char* name) const { return programs / name; }
};

/// The installed server that fits best: the wanted major version, else the next newer, else the newest; any for 0.
/// Looks along PATH, at pg_config and in Debian's version folders.
std::optional<Installation> find_installation(int wanted_major);

/// What is known of a data directory besides its files.
struct DataDirectory {
    std::string superuser;  ///< random, so that no role of a target can be meant by it
    std::string note = {};  ///< of who kept it; empty in a fresh one
};

/// Fills `data` with what was kept under the key, else with a fresh data directory, from the cache where there is one. `data` must not
/// exist; it is given to the account.
DataDirectory make_data_directory(const Installation& installation, const Account& account, const std::string& key,
                                  const std::filesystem::path& data);

/// Keeps the data directory of a server that was shut down; a cache that cannot be written is no error. Only the last few are kept.
void keep_data_directory(const std::filesystem::path& data, const std::string& key, const DataDirectory& about);

/// Eight random bytes as hexadecimal digits.
std::string random_digits();

/// Whether a process runs: neither gone nor a zombie.
bool alive(pid_t process);

}  // namespace plumb::introspect

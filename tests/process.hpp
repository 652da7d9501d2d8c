// Programs that the tests run as a user would: psql, pg_dump, plumb.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace plumb::tests {

struct Output {
    int exit = 0;     ///< as a shell reports it: 128 + n after signal n
    std::string out;  ///< all of stdout
    std::string err;  ///< all of stderr
};

constexpr uid_t same_user = static_cast<uid_t>(-1);

/// How a program runs.
struct Manner {
    uid_t user = same_user;                                    ///< same_user keeps the caller's
    gid_t group = 0;                                           ///< used with a user
    std::string folder = "/";                                  ///< its working directory
    std::chrono::seconds at_most = std::chrono::seconds(900);  ///< then it is ended
};

/// Runs a program, found through PATH, to its end.
Output run(const std::vector<std::string>& command, const Manner& manner = {});

/// The same, but throws Error with its stderr when it fails. Returns its stdout.
std::string must(const std::vector<std::string>& command, const Manner& manner = {});

}  // namespace plumb::tests

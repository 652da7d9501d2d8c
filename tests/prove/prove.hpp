// Proves one case as a user would see it: with the plumb binary, on a real server, judged by pg_dump.
#pragma once

#include <string>
#include <vector>

#include "tests/prove/case.hpp"
#include "tests/server.hpp"

namespace plumb::tests {

enum class Verdict {
    passed,
    failed,
    does_not_load,
    refused,
    told  ///< of a walk: the schema differs, and the plan warned that a dump would tell
};

struct Outcome {
    Verdict verdict = Verdict::passed;
    std::string why;  ///< empty when it passed; the first line says what failed
    bool lossy = false;  ///< the plan says of values that are there that no rollback brings them back
    std::vector<std::string> lacked = {};  ///< what rows lacked to be what is desired, by each apply that was refused for it
    double seconds = 0;
};

/// Apply, compare, diff again, roll back, compare. `update` rewrites the golden plan first.
Outcome prove(Server& server, const Case& one, bool update);

/// Apply and roll back with random rows in every table of the old state. An apply that is refused for what they are must leave all as it
/// was, and is tried again without those of the tables that it is about; where that cannot be told the verdict is `refused`.
Outcome prove_with_rows(Server& server, const Case& one, int seed);

/// The same of a case that is about a whole server: on two of the installation's own. From the main thread, which starts servers.
Outcome prove_cluster(const std::string& installation, const Case& one, bool update);

}  // namespace plumb::tests

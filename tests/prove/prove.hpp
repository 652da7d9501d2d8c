// Proves one case as a user would see it: with the plumb binary, on a real server, judged by pg_dump.
#pragma once

#include <string>

#include "tests/prove/case.hpp"
#include "tests/server.hpp"

namespace plumb::tests {

enum class Verdict { passed, failed, does_not_load };

struct Outcome {
    Verdict verdict = Verdict::passed;
    std::string why;  ///< empty when it passed; the first line says what failed
    double seconds = 0;
};

/// Apply, compare, diff again, roll back, compare. `update` rewrites the golden plan first.
Outcome prove(Server& server, const Case& one, bool update);

/// The same of a case that is about a whole server: on two of the installation's own. From the main thread, which starts servers.
Outcome prove_cluster(const std::string& installation, const Case& one, bool update);

}  // namespace plumb::tests

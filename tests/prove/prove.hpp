// Proves one case as a user would see it: with the plumb binary, on a real server, judged by pg_dump.
#pragma once

#include <string>

#include "tests/prove/case.hpp"
#include "tests/server.hpp"

namespace plumb::tests {

enum class Verdict { passed, failed, does_not_load, refused };

struct Outcome {
    Verdict verdict = Verdict::passed;
    std::string why;  ///< empty when it passed; the first line says what failed
    bool lossy = false;  ///< the plan says of values that are there that no rollback brings them back
    double seconds = 0;
};

/// Apply, compare, diff again, roll back, compare. `update` rewrites the golden plan first.
Outcome prove(Server& server, const Case& one, bool update);

/// The same with random rows in every table of the old state. A plan that cannot be applied for what the rows are must leave all as it was:
/// then fewer rows are tried, and last the verdict is `refused`, with what they lack.
Outcome prove_with_rows(Server& server, const Case& one, int seed);

}  // namespace plumb::tests

// Many statements in flight at once, each a transaction of its own, as psql runs a file but without its waits.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/connection.hpp"

namespace plumb::introspect {

/// Statements that are sent together; they take effect together.
struct Group {
    std::vector<std::string> statements;
    std::size_t subject = 0;  ///< the caller's number for it
};

/// What came of a group.
struct Outcome {
    std::size_t subject;
    const PGresult* failure;           ///< the error that ended it, else nullptr
    bool withheld = false;             ///< GRANT or REVOKE did less than they were told
    std::vector<Result> results = {};  ///< of the statements that succeeded
};

/// Runs groups in order. `take` gets the outcomes in order and returns whether the groups that are not on their way yet shall
/// follow. Throws Error when the connection is lost or its time is over; `subject` of what was on its way is then in `take`'s
/// hands alone.
void run_pipelined(Connection& connection, std::span<const Group> groups, const std::function<bool(Outcome)>& take);

}  // namespace plumb::introspect

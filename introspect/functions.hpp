// The session that statements are loaded in, and the check of function bodies at its end.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/model/source.hpp"
#include "introspect/pipeline.hpp"

namespace plumb::introspect {

/// Which settings of the files are in force in a session: those before a statement in its top-level file, and no others.
class Session {
public:
    explicit Session(const Source& source);

    /// Adds what must run for the settings of the statement to be in force.
    void enter(std::vector<Group>& groups, std::size_t statement);
    /// The statement ran, perhaps a SET itself.
    void passed(std::size_t statement);

private:
    const Source& source_;
    std::vector<std::vector<std::size_t>> sets_;  ///< by top-level file: its statements that set
    std::size_t top_ = static_cast<std::size_t>(-1);
    std::size_t count_ = 0;  ///< how many of them are in force
};

std::string warning_at(const Place& place, const std::string& message);

/// Has the bodies of all functions that the statements made checked, each with the settings of its statement. Throws Error with the place of
/// the first that is wrong; only warns where the file itself has switched the check off, as pg_dump does.
void check_functions(Connection& loader, Session& session, const Source& source, Clock::time_point until,
                     const std::function<void(const std::string&)>& warn);

}  // namespace plumb::introspect

// The session that statements are loaded in.
#pragma once

#include <string>
#include <vector>

#include "engine/model/source.hpp"
#include "introspect/pipeline.hpp"

namespace plumb::introspect {

/// Subject of groups that are nobody's statement.
constexpr std::size_t housekeeping = static_cast<std::size_t>(-1);

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

/// A warning as a compiler prints it.
std::string warning_at(const Place& place, const std::string& message);

}  // namespace plumb::introspect

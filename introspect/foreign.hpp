// Databases on a server that is not ours (--scratch URL).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "introspect/access.hpp"
#include "introspect/scratch.hpp"

namespace plumb::introspect {

/// Holds a session there as long as it lives. What it made goes with it, or with the next one where it was killed: databases are
/// known by their name, roles by their comment, and an advisory lock tells whether anybody still uses them.
class Foreign {
public:
    Foreign(const std::string& url, const Surroundings& surroundings, bool trust);
    ~Foreign();
    Foreign(const Foreign&) = delete;
    Foreign& operator=(const Foreign&) = delete;

    /// Makes a stand-in for a role that only the files know, which goes with the scratch.
    void make_role(const std::string& role);
    const Access& access() const { return access_; }
    const std::vector<std::string>& warnings() const { return warnings_; }

private:
    void look_around(const Surroundings& surroundings);
    void refuse_power();
    void make_roles(const Surroundings& surroundings);
    void choose_loader(const Surroundings& surroundings, bool trust);
    /// Removes what is left of runs that ended or were killed, unless another is going on.
    void sweep();

    Access access_;
    std::vector<std::string> warnings_;
    std::optional<Connection> session_;
    bool of_target_ = false;  ///< the server is the target's own: its roles are real ones
    bool superuser_ = false;
    bool makes_roles_ = false;
    std::string loader_;
    std::string mark_;  ///< comment of roles of ours
    std::string lock_;  ///< number of the advisory lock
};

}  // namespace plumb::introspect

// The two states that diff, apply and drift compare, and the scratch that they are brought together on.
#pragma once

#include <future>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/model/plan.hpp"
#include "engine/run/origin.hpp"
#include "engine/run/progress.hpp"
#include "engine/run/proof.hpp"
#include "engine/run/rebuild.hpp"
#include "engine/run/settings.hpp"
#include "engine/run/settle.hpp"
#include "engine/run/state.hpp"
#include "introspect/installation.hpp"
#include "introspect/scratch.hpp"

namespace plumb::run {

/// Reads both sides when it is made. Everything throws Error.
class Comparison {
public:
    Comparison(const Settings& settings, Progress& progress);
    /// What the answer follows from, where it can be kept: files against a live database, rehearsed on this machine.
    std::optional<std::string> key(const std::string& question);
    /// Those of live that the files declare: known once the files are elaborated.
    void read_rows();
    /// The two states, each within what is managed, with what the files leave open taken over.
    Sides sides();
    /// Uses up the desired database.
    Proof proof(Sides& sides, const Plan& plan);
    /// The server of the scratch may have been stopped: the error that follows from that does not say why.
    Error explained(Error error) const;

    const std::vector<std::string>& warnings() const { return warnings_; }
    const Reach& reach() const { return reach_; }

private:
    struct Loaded {
        std::string database;  ///< a new one on the scratch
        std::vector<introspect::Inserted> inserted;
    };

    /// A slip in the files is said before any server is asked, unless there is so much of them that both is done at a time.
    void read_inputs();
    /// Files that were in order before, and that declare no rows, are not parsed before somebody asks what they declare.
    Origin desired_origin();
    void parse(std::launch when);
    /// Both sides call the database what the target does, where there is one.
    void name_database();
    /// What the role may not read may differ all the same.
    void tell_unseen(const Catalog& catalog);
    /// What cannot be told to differ is reported, and stays as it is.
    void leave(const std::vector<Index>& unclear, Sides& sides);
    Source* desired_files() { return reach_.source ? &*reach_.source : desired_.source ? &*desired_.source : nullptr; }
    const Source* desired_sql();
    introspect::Surroundings read_live();
    /// All that the desired state is made from.
    std::optional<std::string> desired_key();
    Catalog desired_catalog();
    /// Started when it is first asked for.
    introspect::Scratch& scratch();
    /// The desired database on the scratch; there is none where the desired state is read from a server.
    Base base();
    Loaded load(const Source& source);
    Catalog read(const std::string& database);
    /// What the files declare, in live's names.
    std::vector<RowSet> sets_of(const Catalog& live);
    /// Rows that the role may not read do not compare. The sets are those that live was asked for.
    void forget_unseen(const std::vector<RowSet>& sets);
    void warn(const std::string& warning);

    const Settings& settings_;
    Progress& progress_;
    Reach reach_;
    Catalog live_;
    introspect::Surroundings around_;
    std::future<std::optional<introspect::Installation>> installed_;  ///< the server here that is like live's
    std::future<std::string> live_digest_;  ///< of live as it was read, while nothing is added to it
    Origin desired_;  ///< its files are in the reach
    Origin from_;
    std::string files_key_;  ///< of the desired files alone
    std::future<void> parsing_;  ///< of the desired files, where it was put off
    std::optional<std::string> desired_key_;
    std::unique_ptr<introspect::Scratch> scratch_;
    std::optional<Catalog> elaborated_;              ///< the desired one, where rows are declared
    std::vector<introspect::Inserted> inserted_;  ///< by the load of the desired files
    std::set<std::string> unseen_;                   ///< tables with declared rows that live does not show
    bool known_ = false;    ///< the desired catalog came out of the cache
    std::string database_;  ///< the desired one on the scratch
    std::vector<std::string> warnings_;
};

}  // namespace plumb::run

// The record of deployments: what was to be done to a target, and how far it came. It is kept in the target or in a file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/report.hpp"
#include "engine/run/target.hpp"

namespace plumb::run {

/// One deployment as the next run needs to know it.
struct Deployment {
    long id = 0;
    std::string kind = {};   ///< apply or rollback
    std::string state = {};  ///< running (or killed), paused between phases, done, failed, superseded, rolled back
    std::string at = {};     ///< fingerprint after the last batch that ended; empty: killed before it was read
    std::string to = {};     ///< fingerprint that it left behind
    std::string plan = {};   ///< JSON
    std::size_t done = 0;    ///< steps that are done; all before the next one
    bool in_doubt = false;   ///< killed during a step outside of a transaction
    std::optional<long> undoes = {};  ///< a rollback's deployment
};

/// Time that a step took.
struct Took {
    int step;
    double seconds;
};

/// What a transaction brings a deployment to.
struct Advance {
    std::vector<Took> done = {};
    int step = 0;              ///< the one that works range by range, and ...
    std::string reached = {};  ///< ... the bound after the last range that is done; empty: it does not say
    std::string state = {};    ///< "paused" or "done"; empty: it goes on
    std::string to = {};       ///< with "done": the fingerprint
};

class Journal {
public:
    virtual ~Journal() = default;

    /// Makes ready for a deployment. Throws Error (exit 3) where the record, or what the plan sets aside, may not be kept there.
    virtual void prepare(const Plan& plan) = 0;

    /// The newest deployment that can be undone, or the one of that id.
    virtual std::optional<Deployment> last_done() = 0;
    virtual std::optional<Deployment> find(long id) = 0;
    /// The newest one that did anything, when it was killed or failed half-way.
    virtual std::optional<Deployment> unfinished() = 0;
    /// How far a step came that works range by range; empty: nowhere.
    virtual std::string reached(long id, int step) = 0;

    /// Writes a deployment with all its steps, none done. `undoes`: of a rollback, what it takes back.
    virtual long open(const std::string& kind, const Plan& plan, const std::string& json, std::optional<long> undoes) = 0;
    /// What was left half-way is given up for another plan, but for the one that is about to be undone.
    virtual void supersede(std::optional<long> undone = {}) = 0;
    virtual void resume(long id) = 0;
    /// A step outside of a transaction begins.
    virtual void start(long id, const Step& step) = 0;
    /// Commits the transaction and the record of it: both, or neither.
    virtual void commit(pqxx::transaction_base& transaction, long id, const Advance& advance) = 0;
    virtual void fail(long id, int step, const std::string& why) = 0;
    virtual void at(long id, const std::string& fingerprint) = 0;
    /// The state after a deployment, where it is printed in other words than planned. After a rollback these are also the words
    /// of the deployments that had led to that state.
    virtual void left_behind(long id, const std::string& planned, const std::string& fingerprint) = 0;
};

/// The journal of the target where the settings say that it is. It is empty where there is none yet.
std::unique_ptr<Journal> journal(Target& target, const Settings& settings);

/// All deployments, the newest first, for who takes no turn. Throws Error for who may not read them.
std::vector<Record> records(const Settings& settings);

/// Who runs a deployment holds its lock, which pg_locks shows to everyone: a condition in SQL.
std::string at_work();

}  // namespace plumb::run

// The record of deployments: the schema plumb in the target.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/run/target.hpp"

namespace plumb::run {

/// One row of plumb.deployment.
struct Deployment {
    long id = 0;
    std::string kind = {};   ///< apply or rollback
    std::string state = {};  ///< running (or killed), done, failed, superseded, rolled back
    std::string at = {};     ///< fingerprint after the last batch that ended; empty: not known
    std::string to = {};     ///< fingerprint that it left behind
    std::string plan = {};   ///< JSON
    std::size_t done = 0;    ///< steps that are done; all before the next one
    bool in_doubt = false;   ///< killed during a step outside of a transaction
};

/// Time that a step took.
struct Took {
    int step;
    double seconds;
};

/// Statements on the journal's tables. Writes happen in the transaction that is handed in, so that a step and its record are one.
class Journal {
public:
    explicit Journal(Target& target) : target_(target) {}

    /// Makes schema and tables where they are missing. Throws Error where a publication would carry our rows to a subscriber.
    void create();

    /// The newest deployment that can be undone, or the one of that id.
    std::optional<Deployment> last_done();
    std::optional<Deployment> find(long id);
    /// The newest one, when it was killed or failed half-way.
    std::optional<Deployment> unfinished();

    /// Writes a deployment with all its steps, none done. `undoes`: of a rollback, what it takes back.
    long open(const std::string& kind, const Plan& plan, const std::string& json, std::optional<long> undoes);
    /// What was left half-way is given up for another plan.
    void supersede();
    void resume(long id);
    void start(long id, const Step& step);
    static void done(pqxx::transaction_base& transaction, long id, const std::vector<Took>& steps);
    static void finish(pqxx::transaction_base& transaction, long id, const std::string& to);
    /// How far a step came that works range by range: the bound after the last range that is done; empty: nowhere.
    static void reached(pqxx::transaction_base& transaction, long id, int step, const std::string& bound);
    std::string reached(long id, int step);
    void fail(long id, int step, const std::string& why);
    void at(long id, const std::string& fingerprint);
    /// The state after a deployment, where it is printed in other words than planned. After a rollback these are also the words
    /// of the deployments that had led to that state.
    void left_behind(long id, const std::string& planned, const std::string& fingerprint);

private:
    bool exists();
    std::optional<Deployment> one(const std::string& condition);

    Target& target_;
};

}  // namespace plumb::run

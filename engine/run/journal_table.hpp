// The journal in the target: the schema plumb.
#pragma once

#include "engine/run/journal.hpp"

namespace plumb::run {

/// Records in the very transaction that it tells of.
class TableJournal : public Journal {
public:
    /// The target must outlive it.
    explicit TableJournal(Target& target) : target_(target) {}

    void prepare(const Plan& plan) override;
    std::optional<Deployment> last_done() override;
    std::optional<Deployment> find(long id) override;
    std::optional<Deployment> unfinished() override;
    std::string reached(long id, int step) override;
    long open(const std::string& kind, const Plan& plan, const std::string& json, std::optional<long> undoes) override;
    void supersede(std::optional<long> undone) override;
    void resume(long id) override;
    void start(long id, const Step& step) override;
    void commit(pqxx::transaction_base& transaction, long id, const Advance& advance) override;
    void fail(long id, int step, const std::string& why) override;
    void at(long id, const std::string& fingerprint) override;
    void left_behind(long id, const std::string& planned, const std::string& fingerprint) override;

private:
    bool exists();
    std::optional<Deployment> one(const std::string& condition);
    /// Throws Error where a publication would carry our rows to a subscriber.
    void check_carriers(pqxx::transaction_base& transaction);

    Target& target_;
};

std::vector<Record> told_by_table(const Settings& settings);

}  // namespace plumb::run

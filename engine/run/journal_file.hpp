// The journal in a file, for targets where nothing of Plumb's may be.
#pragma once

#include <map>

#include "engine/run/journal.hpp"

namespace plumb::run {

/// A line per event, written before it is true of the target: such a line holds the number of the transaction, and whether that was committed
/// is PostgreSQL's to say. The lines are JSON; they hold what the tables of the other journal do, and no secret.
class FileJournal : public Journal {
public:
    /// Reads the file, where there is one. Throws Error where it is another database's.
    explicit FileJournal(const Settings& settings);

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

    /// The newest first.
    std::vector<Record> told() const;

private:
    using Line = std::map<std::string, std::string>;

    struct StepTold {
        std::string state = "waiting", reached = {}, message = {};
        double seconds = 0;
    };
    struct Told {
        Deployment deployment;
        Record record;
        std::map<int, StepTold> steps;
    };

    void read(const std::string& text);
    void take(const Line& line);
    void take_of(Told& told, const std::string& event, const Line& line);
    /// Asks whether what is pending was committed.
    void settle();
    void settled(bool committed);
    void write(Line line);
    void write_owed();
    std::optional<Deployment> newest(bool (*is_it)(const Told&)) const;

    const std::string conninfo_;
    std::string path_;
    std::string system_, database_, user_;  ///< of the target
    bool at_work_ = false;                  ///< somebody runs a deployment
    std::size_t length_ = 0;                ///< of the file's whole lines
    std::vector<Told> told_ = {};
    std::optional<Line> pending_ = {};      ///< true if its transaction was committed
    std::string owed_ = {};                 ///< what is known already and not written yet
};

std::vector<Record> told_by_file(const Settings& settings);

}  // namespace plumb::run

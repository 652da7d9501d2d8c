// Runs a statement on rows range by range, each in a short transaction with the record of how far it came.
#pragma once

#include "engine/run/journal.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

/// One statement with ranges. It remembers where it is, so that a range that got no lock can be tried again.
class Fill {
public:
    /// Begins where the journal says that an earlier run stopped.
    Fill(Target& target, Journal& journal, const Settings& settings, const Step& step, long deployment);

    /// Does the next range. Returns whether there may be more.
    bool next();
    /// "31 %, 95,000 rows/s, 7 s left"; empty where that cannot be told yet.
    std::string progress() const;
    /// Waits as long as the settings ask for: a pause, replicas that lag behind.
    void rest();
    /// What the statement had no value for, in words; empty: nothing. Throws Error where that must not be.
    std::string report();

private:
    struct Bound {
        std::string text;  ///< as the journal has it
        bool last;
    };

    Bound upper(pqxx::transaction_base& transaction) const;
    std::string range(const Bound& to) const;
    void adapt(std::chrono::duration<double> taken);

    Target& target_;
    Journal& journal_;
    const Settings& settings_;
    const Step& step_;
    const long deployment_;
    bool by_block_ = false;      ///< there is no key: pages tell rows apart
    long pages_ = 0;             ///< of the relation at the start
    double rows_ = 0;            ///< that the relation has, by its statistics
    std::string reached_;
    std::size_t size_;           ///< of the next range, in rows
    double done_ = 0;            ///< rows of the ranges that are done
    std::chrono::steady_clock::time_point start_;
};

/// Looks for rows that a plan will find no value for although they must have one, as far as that can be told before it has begun.
/// Throws Error.
void check_values(Target& target, const Plan& plan);

}  // namespace plumb::run

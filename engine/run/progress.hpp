// Where the work is, for people: one line on stderr in a terminal, lines with times when asked for.
#pragma once

#include <chrono>
#include <string>

#include "engine/run/options.hpp"

namespace plumb::run {

class Progress {
public:
    explicit Progress(const Options& options);
    /// Takes the line away.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// What is done from now on.
    void stage(const std::string& words);
    /// A line that stays, unless the user wants it quiet.
    void say(const std::string& words);
    /// A line that stays in any case.
    void warn(const std::string& words);
    /// Nothing is shown until the next stage.
    void clear();

private:
    void finish();

    bool live_;  ///< stderr is a terminal
    bool quiet_;
    bool verbose_;
    std::string stage_;
    std::chrono::steady_clock::time_point since_;
};

}  // namespace plumb::run

// Where the work is, for people.
#include "engine/run/progress.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

#include "emit/emit.hpp"

namespace plumb::run {

namespace {

constexpr const char* take_line_away = "\r\033[K";

}  // namespace

Progress::Progress(const Options& options)
    : live_(isatty(STDERR_FILENO) && !options.quiet && !options.verbose), quiet_(options.quiet), verbose_(options.verbose) {}

Progress::~Progress() {
    clear();
    struct rusage used {};
    if (verbose_ && getrusage(RUSAGE_SELF, &used) == 0) std::fprintf(stderr, "%7ld MB at most\n", used.ru_maxrss / 1024);
}

void Progress::finish() {
    if (stage_.empty()) return;
    if (live_) std::fputs(take_line_away, stderr);
    std::chrono::duration<double> taken = std::chrono::steady_clock::now() - since_;
    if (verbose_) std::fprintf(stderr, "%7.3f s  %s\n", taken.count(), stage_.c_str());
    stage_.clear();
}

void Progress::stage(const std::string& words) {
    finish();
    stage_ = words;
    since_ = std::chrono::steady_clock::now();
    // A line that wraps could not be taken away.
    if (live_) std::fprintf(stderr, "%s%s ...", take_line_away, emit::one_line(words, 70).c_str());
    std::fflush(stderr);
}

void Progress::say(const std::string& words) {
    if (!quiet_) warn(words);
}

void Progress::warn(const std::string& words) {
    if (live_ && !stage_.empty()) std::fputs(take_line_away, stderr);
    std::fprintf(stderr, "%s\n", words.c_str());
    if (live_ && !stage_.empty()) std::fprintf(stderr, "%s ...", emit::one_line(stage_, 70).c_str());
    std::fflush(stderr);
}

void Progress::clear() { finish(); }

}  // namespace plumb::run

// What went wrong, where, and what to do about it.
#pragma once

#include <stdexcept>
#include <string>

namespace plumb {

/// A position in a desired file. An empty file name means: no place is known.
struct Place {
    std::string file;  ///< as the user named it
    int line = 0;      ///< 1-based
    int column = 0;    ///< 1-based, in characters
    std::string text;  ///< the whole line, for the caret
};

/// How the program ends; the numbers are a contract with scripts.
enum class Exit {
    done = 0,
    error = 1,
    differences = 2,
    refused = 3,
    usage = 4,
    stale_plan = 5,
    lock_budget = 6,
    proof_failed = 7,
};

/// The one exception type: thrown where the fault is known, caught in main and in apply.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& message, Place place = {}, std::string hint = {}, Exit exit = Exit::error)
        : std::runtime_error(message), place(std::move(place)), hint(std::move(hint)), exit(exit) {}

    Place place;           ///< in the user's files; may be empty
    std::string hint;      ///< what to do, one sentence; may be empty
    Exit exit;             ///< the exit code it leads to
    std::string sqlstate;  ///< PostgreSQL's code where the server raised it (manual, appendix A); else empty
    int position = 0;      ///< 1-based character in the statement that the server rejected; 0 when unknown
};

/// At most so many bytes of a text, and whole characters.
std::string shortened(const std::string& text, std::size_t most);

/// The error as a compiler would print it: place, message, the line with a caret, hint.
std::string describe(const Error& error);

}  // namespace plumb

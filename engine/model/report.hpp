// What is told of a database beside its catalog: its deployments, and what is wrong with it. Plain values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace plumb {

/// A deployment as the journal tells of it.
struct Record {
    long id = 0;
    std::string kind = {};            ///< apply or rollback
    std::optional<long> undoes = {};  ///< of a rollback
    std::string state = {};           ///< running, interrupted, done, failed, superseded, rolled back
    std::string started = {};         ///< ISO 8601 in UTC
    std::string finished = {};        ///< empty: it is not
    std::string when = {};            ///< the start in the session's time zone, for people
    std::string deployer = {};        ///< role, unquoted
    std::string plumb_version = {};
    std::vector<std::string> intents = {};
    std::size_t steps = 0;
    std::size_t done = 0;      ///< of the steps
    double seconds = 0;        ///< that the steps took
    std::string trouble = {};  ///< the step that failed and why; empty: none
};

/// An archive: what one deployment set aside.
struct Archived {
    std::string schema = {};
    long deployment = 0;    ///< 0: no journal tells of it
    std::string made = {};  ///< in the session's time zone, for people; empty where that is not known
    long tables = 0;
    long bytes = 0;
    std::string names = {};  ///< of its tables, quoted, separated by commas
};

/// Something that wants attention.
struct Finding {
    std::string problem = {};  ///< one of few words: "invalid index"
    std::string object = {};   ///< as PostgreSQL quotes it
    std::string why = {};      ///< what it does harm to
    std::string remedy = {};   ///< a statement or a command, or a sentence
};

}  // namespace plumb

// The cases that are proven: our own of schemas/ and those of the corpus.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace plumb::tests {

/// Two states of a database and what is expected of the way between them.
struct Case {
    std::string name;  ///< path of its folder or file: "schemas/column/type_under_view", "corpus/history/crates_io/0001-0004"
    std::string folder = "/";            ///< where plumb runs
    std::vector<std::string> from = {};  ///< SQL files; none: an empty database
    std::vector<std::string> to = {};    ///< desired files; none: an empty database
    std::string expected = {};  ///< what psql makes the state that apply must reach from, where it is not `to`; may be empty
    std::string rows = {};      ///< SQL file with rows of the old state, which must survive; may be empty
    std::string renamed = {};   ///< SQL file by which psql gives the old rows their new names; empty: they keep them
    std::string golden = {};    ///< the plan's SQL, byte for byte; may be empty
    std::string config = {};    ///< a plumb.toml; empty: the one that suits a corpus case
    std::vector<std::string> options = {};       ///< further options of diff and apply
    std::vector<std::string> not_compared = {};  ///< columns whose values the plan changes, as schema.table.column
    std::vector<std::string> lossy = {};         ///< columns whose values no rollback brings back
    int exit = 0;                                ///< of apply
    std::string message = {};                    ///< part of what apply says when it fails
    std::string user = "postgres";               ///< the role that owns the databases and runs everything
    std::string like = "template0";              ///< the database that live, and what is expected, begin as
    int seed = 0;                                ///< of what walk.sql does to live at random; 0: nothing
    bool exported = false;                       ///< what is applied is the export of the database that psql makes of `to`
    bool cluster = false;                        ///< it is about roles or the database itself: it gets servers of its own
    bool own = false;                            ///< of this repository: must load
    int first = 13, last = 99;                   ///< major versions of the server that it is for

    /// Plans differ in words between versions; the golden ones are written on 15, or on what comes nearest among the case's own.
    int golden_version() const { return std::clamp(15, first, last); }
};

/// All cases, sorted by name. `corpus` may be empty: then there are only our own.
std::vector<Case> find_cases(const std::string& root, const std::string& corpus);

/// All of our own cases that can move to a schema of their own, as one: files are written to the folder.
Case everything(const std::vector<Case>& cases, const std::string& folder, int version);
constexpr const char* everything_name = "schemas/everything";

/// The group that a case counts in: "pairs/pgschema", "history/crates_io", "schemas", "cases".
std::string group(const Case& one);

/// Name of a case to the reason why it fails, from a file of two columns between a tab.
std::map<std::string, std::string> known_failures(const std::string& file);

}  // namespace plumb::tests

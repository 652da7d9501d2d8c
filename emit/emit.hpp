// Plans and drift as text that people and tools read. One file per format.
#pragma once

#include <ctime>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"
#include "engine/model/report.hpp"

namespace plumb::emit {

/// How text looks and what of the reader's consent is known.
struct Look {
    bool colour = false;               ///< by ANSI codes
    int width = 100;                   ///< of the screen, in characters
    bool whole = false;                ///< every statement and every object in full, however long
    std::vector<Hazard> allowed = {};  ///< steps with another hazard are shown as withheld
    std::string label = {};            ///< of the database, e.g. the name of its environment; may be empty
};

/// What `plumb diff` answers in a terminal, one screen where the plan allows it.
std::string text(const Plan& plan, const Look& look);
/// A script that plain psql runs: BEGIN/COMMIT where needed, comments with step id, phase, lock, hazard and inverse.
std::string sql(const Plan& plan);
/// The artefact: everything the plan holds.
std::string json(const Plan& plan);
/// Reads it back; throws Error (exit 4) when it is no plan of this version.
Plan from_json(const std::string& text);

/// What `plumb drift` answers: how the database differs from what the files say. In the signs the files are the base:
/// + the database has more, - it lacks something, ~ it differs.
std::string text(const std::vector<Difference>& drift, const Look& look);
std::string json(const std::vector<Difference>& drift);

/// A comment on a pull request. Its first line is a comment that nobody sees and a robot finds again, to update the old one instead
/// of adding another; `label` tells several comments of one request apart. Never more than 65,536 bytes, which is GitHub's limit in
/// characters: what is too long is cut, and says so.
std::string markdown(const Plan& plan, const Look& look);
std::string markdown(const std::vector<Difference>& drift, const Look& look);

/// A page for people, whole in itself: the verdict, hazards, what changes, the steps, their order as a picture, and the way back.
std::string html(const Plan& plan, const Look& look);
/// The order of steps as an SVG element: who needs whom, from left to right. Empty where there are too many to be seen.
std::string picture(const std::vector<Step>& steps);

/// What `plumb history` and `plumb doctor` answer.
std::string text(const std::vector<Record>& history, const Look& look);
std::string json(const std::vector<Record>& history);
std::string text(const std::vector<Finding>& findings, const Look& look);
std::string json(const std::vector<Finding>& findings);

/// What `plumb archive list` answers.
std::string text(const std::vector<Archived>& archives, const Look& look);
std::string json(const std::vector<Archived>& archives);

/// What a file begins with whose functions may be wrong.
inline constexpr std::string_view unchecked = "SET check_function_bodies = off;\n\n";

/// The steps from nothing to a catalog as desired files, by path: `SCHEMA/KINDS/NAME.sql` holds an object with all that belongs to
/// it, `_cluster/` what is in no schema. Files with source text of functions begin with `unchecked`.
std::map<std::string, std::string> files(const Catalog& catalog, const std::vector<Step>& steps);
/// The same steps as one script in their order, which plain psql runs.
std::string script(const std::vector<Step>& steps);

/// What a migration tool's folder and its table in the database hold already.
struct Present {
    std::vector<std::string> files = {};     ///< paths below the folder
    std::vector<std::string> versions = {};  ///< as the tool's table has them
    std::string plan = {};                   ///< text of `grows`; empty: there is none
    std::string folder = {};                 ///< its name
    std::time_t now = 0;
};

/// The only file that is not new where there is one: lines are added at its end.
inline constexpr const char* grows = "sqitch.plan";

/// A migration tool whose files Plumb writes.
struct Tool {
    std::string_view name;
    /// New files by their paths below the folder.
    std::map<std::string, std::string> (*files)(const Plan& plan, const Present& present);
    std::string_view table;    ///< where it records what has run, with its schema where that is fixed
    std::string_view version;  ///< expression over that table: what `Present::versions` holds
    std::vector<std::string_view> owns;  ///< globs of what it makes in the database, which is no difference
};

const std::vector<Tool>& tools();
/// The tool of that name, null when there is none.
const Tool* tool(std::string_view name);

/// In every migration of a plan, and of no other: tells that it was written before.
std::string mark(const Plan& plan);

/// Text of a database for a terminal, which must not obey the escape codes that a name may hold: control characters but line ends
/// and tabs become spaces.
std::string without_controls(std::string_view text);
/// The same on one line, cut to a number of characters (0: not cut).
std::string one_line(std::string_view text, int width = 0);

/// "Plan: 2 to add, 1 to change, 1 to drop." after its colon: the counts as people count, a new whole as one.
std::string summary(const std::vector<Difference>& differences);

}  // namespace plumb::emit

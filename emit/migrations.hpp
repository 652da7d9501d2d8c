// A plan as files of migration tools: what those formats share. Each cuts the plan alike and differs in names and syntax.
#pragma once

#include <ctime>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emit/changes.hpp"

namespace plumb::emit {

using Files = std::map<std::string, std::string>;  ///< texts by paths below the folder

Files flyway(const Plan& plan, const Present& present);
Files liquibase(const Plan& plan, const Present& present);
Files golang_migrate(const Plan& plan, const Present& present);
Files dbmate(const Plan& plan, const Present& present);
Files goose(const Plan& plan, const Present& present);
Files sqitch(const Plan& plan, const Present& present);

/// One direction of a migration: statements that may share a file.
struct Run {
    std::vector<Batch> batches = {};  ///< a transaction each, or a single one outside of any; empty: nothing to do

    /// Whether the transaction that a tool opens around a file is the right one.
    bool fits_one_transaction() const { return batches.empty() || (batches.size() == 1 && batches.front().transactional); }
    /// Whether it is a statement that runs outside of any transaction, which is alone in its file.
    bool alone() const { return !batches.empty() && !batches.front().transactional; }
};

struct Migration {
    std::string name = {};  ///< of letters, digits and underscores: "add_last_login_to_users"
    Run up = {};
    Run down = {};            ///< undoes `up` and nothing else
    std::string head = {};       ///< comment lines that begin the file of `up`
    std::string down_head = {};  ///< the same for `down`
};

/// The plan as migrations: what expands and moves data, then what contracts, where the plan keeps these apart; else all of it.
std::vector<Migration> migrations(const Plan& plan);

/// What a tool takes for its own in the text of a statement.
struct Syntax {
    std::vector<std::string_view> comments = {};  ///< what follows the dashes of a comment line, in lower case
    std::vector<std::string_view> texts = {};     ///< anywhere
};

/// PostgreSQL's JDBC driver takes the END of a CASE in such a body for the end of the statement.
inline constexpr std::string_view atomic = "BEGIN ATOMIC";

/// A statement without what the tool takes for its own, and without carriage returns, which tools and editors change: where it has
/// any, a DO block puts them back.
std::string protected_from(const Syntax& syntax, const std::string& sql);

/// The scripts of a run, each to be sent by itself. `begun`: the tool opens a transaction around it where that fits.
/// The settings that steps rely on end with each transaction, and what the tool looks for after is found where it was.
std::vector<std::string> scripts(const Run& run, bool begun, const Syntax& syntax = {});
/// The same as one text.
std::string script(const Run& run, bool begun, const Syntax& syntax = {});

/// The name of a plan, an intent or an object as part of a file's name.
std::string slug(std::string_view text);
/// "add_last_login_to_users": what some steps of a plan come to; `again`: where that was the name of the steps before them.
std::string name(const Plan& plan, std::span<const Step> steps, bool again = false);

/// Hands out versions that follow all known ones in their manner: the last number counts on, timestamps follow the clock.
class Versions {
public:
    /// `first`: the version of the first file of all; empty: the time.
    Versions(const std::vector<std::string>& known, std::string first, std::time_t now);
    std::string next();

private:
    std::string last_;  ///< empty: none is known
    std::string first_;
    std::time_t now_;
};

/// The digits that a file's name begins with; empty: it begins with none.
std::string leading_number(std::string_view path);
/// The same of many, without those that have none.
std::vector<std::string> leading_numbers(const Present& present);

}  // namespace plumb::emit

// A plan: ordered steps from one state to another, and the inverse. A plain value: it can be written as JSON and read back.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/effect.hpp"
#include "engine/model/error.hpp"

namespace plumb {

/// Expand: the old application keeps working. Migrate: data moves. Contract: the old shape goes.
enum class Phase { expand, migrate, contract };
/// How well a step can be undone.
enum class Grade { exact, exact_with_archive, lossy };
enum class Verb : int { create, alter, drop };

struct LockOn {
    std::string relation;  ///< quoted, schema-qualified
    Lock mode;
};

/// What is known of the cost; absent without statistics.
struct Estimate {
    double rows = 0;
    double bytes = 0;
};

/// Rows that a statement works on bit by bit: its WHERE may be narrowed to a range of the key. Each range is a transaction of its own, so
/// that nobody waits for long.
struct Ranges {
    std::string relation = {};  ///< quoted, schema-qualified
    std::string key = {};       ///< quoted columns that no two rows share, "a, b"; empty: there are none
    std::string literal = {};   ///< an expression for the key of a row as literals: "'1', 'x'"
    std::string empty = {};     ///< a condition for rows that lack a value
    std::string lacking = {};   ///< a condition for rows that the statement has no value for
    bool must = false;          ///< they must not be: a later step would fail
    std::string tail = {};      ///< what of the statement follows that WHERE
};

/// One statement of a plan.
struct Step {
    int id = 0;  ///< 1-based, in order of execution
    Phase phase = Phase::expand;
    Verb verb = Verb::alter;
    std::string kind = {};                ///< name of the kind
    std::string identity = {};            ///< quoted and schema-qualified
    std::vector<std::string> parts = {};  ///< identities of what the same statement makes or drops besides: "column s.t.c"
    std::string sql = {};                 ///< one statement, without semicolon
    std::string inverse = {};  ///< the statements that undo it, separated by semicolons; empty: the inverse of its whole does
    Grade grade = Grade::exact;
    std::vector<LockOn> locks = {};
    bool rewrites = false;
    bool scans = false;
    std::vector<Hazard> hazards = {};
    bool transactional = true;         ///< false: cannot run in a transaction block
    bool commits_after = false;        ///< a commit must follow before its result is used
    std::vector<int> depends_on = {};  ///< ids of steps that must come first
    bool shared = false;               ///< about what is no database's own; known in the run that made the plan
    std::optional<Estimate> estimate = {};
    std::optional<Ranges> ranges = {};
    std::string losing = {};  ///< a query for the number of rows or values that it loses for good; empty: it loses none
    Place place = {};  ///< where the desired files ask for it
};

/// A difference as people read it.
struct Difference {
    char sign;  ///< + added, ~ changed, - removed, ! recreated because something it depends on changes, ? perhaps changed, and not planned
    std::string kind = {};
    std::string identity = {};
    std::string whole = {};       ///< identity of the topmost whole, equal to identity for an object that is none's part
    std::string whole_kind = {};  ///< its kind
    std::vector<std::string> changes = {};  ///< "type: integer -> bigint"
    bool for_good = false;                  ///< nothing leads back, as to a half of what failed
};

enum class Proven { no, forward, both };

struct Proof {
    Proven proven = Proven::no;
    std::string reason = {};                   ///< why it is not proven, or what differed; may hold the statement that failed
    std::vector<Difference> differences = {};  ///< what the rehearsal found to differ; empty when it held
    Place place = {};                          ///< in the desired files, of the step that failed
};

/// Which objects are managed: globs; one with a dot is held against schema.object, one without against the schema's name.
struct Scope {
    std::vector<std::string> include = {};  ///< empty: all
    std::vector<std::string> exclude = {};
    /// Identities of partitioned tables whose partitions others make and drop, with those that the files declare all the same.
    std::map<std::string, std::vector<std::string>> dynamic = {};
    Managed managed = {};

    bool covers_all() const { return include.empty() && exclude.empty() && dynamic.empty() && !managed.any(); }
};

struct Plan {
    std::vector<std::string> intents = {};  ///< business words
    std::string from = {};                  ///< fingerprint of the state it starts from
    std::string to = {};                    ///< fingerprint of the state it leads to
    int from_version = 0;                   ///< server versions as PostgreSQL numbers them
    int to_version = 0;
    Scope scope = {};  ///< what the fingerprints cover
    std::vector<RowSet> rows_from = {};  ///< the rows that the first covers; other names than those of the second where the plan renames
    std::vector<RowSet> rows_to = {};
    std::vector<Difference> differences = {};
    std::vector<Step> steps = {};
    std::vector<Step> inverse = {};  ///< steps from `to` back to `from`
    Proof proof = {};
    std::vector<std::string> warnings = {};
};

/// Steps that run together: in one transaction, or a single step outside of any.
struct Batch {
    std::span<const Step> steps;
    bool transactional = true;
};

/// The plan of the way back: what undoes it is what it does, and the other way round.
Plan inverted(const Plan& plan);

/// Cuts steps into batches: what is rehearsed, applied and printed as SQL is cut alike. The steps must outlive the batches.
std::vector<Batch> batches(std::span<const Step> steps);

/// Statements that every session runs before steps, in the rehearsal as on the target.
std::span<const std::string_view> session_settings();
/// The one of them that says where names without a schema are looked for.
std::string_view search_path_setting();

std::string_view name(Phase phase);
std::string_view name(Grade grade);
std::string_view name(Verb verb);
std::string_view name(Proven proven);

}  // namespace plumb

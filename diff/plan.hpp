// From two catalogs to an ordered plan. Pure: no connection, same input, same bytes.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"

namespace plumb::diff {

/// What `to` has and `from` lacks, and the other way round: all of it, or what a plan from one to the other changes.
enum class Extent { all, planned };
std::vector<Difference> compare(const Catalog& from, const Catalog& to, Extent extent = Extent::all);

/// The table where a fill notes which rows had no value.
struct Marks {
    std::string table = {};  ///< empty: it does not
    Value all_else = {};     ///< where rows have no key, the other parts that tell them apart, "a, b"
};

/// What a plan does with rows, by object of the catalog that it leads to or comes from.
struct Rows {
    std::map<Index, std::string> fills = {};     ///< of `to`: an expression for the rows that lack a value when that becomes a must
    std::map<Index, Marks> marks = {};           ///< of `to`: what notes which rows these give a value
    std::map<Index, std::string> restores = {};  ///< of `to`: the table that holds what the object had before it was dropped
    std::map<Index, std::string> values = {};    ///< of `to`: the table that holds the old values of an object that was altered
    std::map<Index, std::string> all_else = {};  ///< of `to`: where rows have no key, the other parts that tell such values apart, "a, b"
    std::string archive = {};                    ///< the schema where a copy of what the plan drops goes; empty: it is lost
    std::size_t archived = 0;                    ///< tables that are in that schema already
    bool unseen = false;                         ///< the fills are none of the users' triggers' business
};

/// What somebody should know beforehand.
struct Warning {
    std::string words = {};  ///< "@" in them stands for what they are about
    std::string about = {};  ///< an identity; those that the same is said of are named together
};

/// Steps, and what they left in the archive: table by object of the catalog that they come from.
struct Leg {
    std::vector<Step> steps = {};
    std::map<Index, std::string> archived = {};
    /// Parts of wholes without a key that goes on, in the order in which they were archived, each with the parts that were still there, "a, b".
    std::vector<std::pair<Index, std::string>> keyless = {};
    std::vector<Warning> warnings = {};
};

/// The ordered steps that lead from one catalog to the other. Throws Error when the difference cannot be made, with the reason.
Leg leg(const Catalog& from, const Catalog& to, const Rows& rows);
/// The same where there are no rows.
inline std::vector<Step> plan(const Catalog& from, const Catalog& to) { return leg(from, to, {}).steps; }
/// The step that fills the rows behind an object.
Step fill(const Catalog& catalog, Index object, const std::string& expression, const Marks& marks = {});
/// Those that make room for what it notes.
std::vector<Step> room(const Catalog& catalog, Index object, const Marks& marks);
/// The same without waking the users' triggers, to which it would be a change: in a transaction that lets nobody else write, to be begun before.
std::vector<Step> unseen(const Catalog& catalog, Index object, Step fill);
/// A list as a word of a pattern: NULL where it is empty.
inline Value word(const std::string& list) { return list.empty() ? std::nullopt : Value(list); }
/// Whether "a, b" has it.
bool lists(const std::string& names, const std::string& name);
/// Whether an object is one of the columns of a key, "a, b".
bool is_in(const std::string& key, const Object& object);
/// What acts on an UPDATE of the object, on its whole and on what inherits it.
std::vector<Index> listeners(const Catalog& catalog, Index object);
/// Those that act where it alone is filled.
std::vector<Index> woken(const Catalog& catalog, Index object);

}  // namespace plumb::diff

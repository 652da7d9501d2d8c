// What this program knows of PostgreSQL's classes of objects: a kind is a table of constants, one per file in kinds/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/effect.hpp"

namespace plumb {

struct Change;

struct Replace {};                   ///< no ALTER exists: drop and create
struct Ignored {};                   ///< carried for the patterns, never compared
using Clause = const char*;          ///< pattern of a clause that follows the kind's `alter`
/// Whatever takes code: the statements that make the change, none where nothing is to do, nullopt where only drop and create do.
using Rule = std::optional<std::vector<std::string>> (*)(const Change&);

/// How two values of a column compare.
enum class Compare {
    text,
    expression,  ///< deparsed by PostgreSQL: where the texts differ, both are elaborated once more before they count as different
};

/// One value of an object, in the words of PostgreSQL.
struct Column {
    const char* name;
    std::variant<Replace, Ignored, Clause, Rule> change = Replace{};
    Effect effect = {};                      ///< what the change does to those who use the relation
    Compare compare = Compare::text;
    bool moves_dependents = false;  ///< what depends on the object steps aside while this value changes, unless its kind follows
};

/// A class of objects. Patterns: {@} identity, {c} value of column c, {c|else} with a fallback for NULL, {+} the parts made inside,
/// [..] gone when a value in it is NULL (or there is no part); `of.c` is a value of the whole.
struct Kind {
    const char* name;   ///< as PostgreSQL's manual calls it, lower case
    /// Returns one row per object: class, oid, sub (pg_depend's key; oid null where nothing depends on such an object), identity,
    /// and where they apply: schema (its name, unquoted), of_class, of_oid, of_sub (the whole it is a part of or says something about),
    /// origin_class, origin_oid, origin_sub (what it is inherited from), occupies (another identity whose name it takes),
    /// holds_data (its drop loses rows), also_locks (a relation), needs_superuser; and one column per value.
    const char* query;
    const char* create;             ///< the statement that makes it; nullptr: it comes with its whole
    const char* drop;               ///< nullptr: it goes with its whole
    const char* alter = nullptr;    ///< what the clauses of changed columns follow
    const char* inside = nullptr;   ///< its text inside the CREATE of its whole
    const char* separator = ", ";   ///< between the texts of the parts that are made inside it
    const char* stub = nullptr;     ///< a first version without dependencies, which breaks cycles; `create` then replaces it
    const char* step_aside = nullptr;  ///< renames the old one, so that columns can move to the new one before it is dropped
    std::vector<Column> columns = {};
    Effect creates = {.lock = Lock::none};
    Effect drops = {};
    bool follows = false;           ///< PostgreSQL rebuilds it by itself when the type of its column changes
    const char* dependencies = nullptr;  ///< query for edges that pg_depend lacks: class, oid, sub, refclass, refoid, refsub, deptype
    int since = 0;                  ///< least server version that has it
};

/// All kinds, in a fixed order that is also the tie-break of steps that do not depend on one another.
std::span<const Kind* const> kinds();

/// The query with its version marks resolved: `/*140000:*/ new /*else:*/ old /*end*/` keeps one side.
std::string for_version(const char* query, int server_version);

}  // namespace plumb

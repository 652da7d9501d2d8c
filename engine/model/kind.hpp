// What this program knows of PostgreSQL's classes of objects: a kind is a table of constants, one per file in kinds/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/model/effect.hpp"

namespace plumb {

struct Change;
struct Object;
enum class Verb : int;

struct Replace {};                   ///< no ALTER exists: drop and create
struct Ignored {};                   ///< carried for the patterns, never compared
struct Kept {};                      ///< never compared; when the object is recreated, the value of the old one stays
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
    std::variant<Replace, Ignored, Kept, Clause, Rule> change = Replace{};
    Effect effect = {};                      ///< what the change does to those who use the relation
    Compare compare = Compare::text;
    Effect (*weigh)(const Change&) = nullptr;  ///< instead of `effect` where that depends on the values
    bool in_create = false;         ///< `create` makes it although it names it by another column
    int since = 0;                  ///< server version that has it: an older one tells nothing of it, so that no difference follows
    bool (*alike)(const Change&) = nullptr;  ///< whether values that differ are no difference all the same, as PostgreSQL has no way from one to the other
    bool moves_dependents = false;  ///< what depends on the object steps aside while this value changes, unless its kind follows
    bool late = false;              ///< rows must be filled before the object takes this value
    bool alone = false;             ///< what inherits the object has a value of its own, which `alter_only` does not reach
    bool with_type = false;         ///< what is made to inherit it begins with its value, and a change that moves dependents resets it
};

/// Whether a column of the old and the new object differs.
bool differs(std::size_t column, const Change& change);

/// Whether PostgreSQL takes an object along by itself when the type of a column that it depends on changes.
enum class Follows {
    no,   ///< it steps aside: dropped before, made again after
    one,  ///< it is rebuilt, which only works while all its other columns stay as they are
    all,
};

/// How an object gets another name or moves to another schema; each pattern is followed by the new name.
struct Renames {
    const char* to = nullptr;         ///< nullptr: it has no name of its own, or PostgreSQL cannot change it
    const char* to_schema = nullptr;  ///< nullptr: it stays where it is, or goes with its whole
    Effect effect = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}};
    /// PostgreSQL makes up its name from those of its table and columns where the files give none: it follows when these change.
    bool follows = false;
};

/// Parts that have names and are no objects: the labels of an enum type, the attributes of a composite one.
struct Members {
    std::vector<std::string> (*of)(const Object&) = nullptr;  ///< unquoted, in order; nullptr: it has none
    const char* word = nullptr;                               ///< what one is called
    const char* rename = nullptr;                             ///< pattern that is followed by "old TO new"
    const char* quote = nullptr;                              ///< PostgreSQL's function that quotes such a name
};

/// Which setting decides whether live's rows of a kind are compared or left as they are.
enum class Governs { nothing, grants, owners, roles };

/// What the server keeps beside what is in its databases.
enum class Shared { no, roles, database };

/// How the rows behind the objects of a kind are filled, set aside and brought back. Beside the columns of the kind its patterns name
/// {fill}, an expression or query; {archive}, a table; {key} and {match} (the columns that tell rows apart, and their equality with those of
/// an archive `a`), which the topmost whole has as columns row_key and row_match; and of the object's parts the lists {names}, {kept}, {back}.
/// Where values change for good they also name {converted}, the expression by which, and {returned}, the cast of that to what it was; {own},
/// there where the object is in the key; {rest}, the others in it, and {row}, the key with NULL in the place of the object. Where rows have no key,
/// {others} are the parts that tell them apart; {place} and {own} are there, {key} and {rest} are the columns of the archive for tableoid and ctid, {row} is these and {others}.
struct Data {
    static constexpr std::string_view guard_name = "plumb_not_null";  ///< of the constraint that `guard` makes
    const char* fill = nullptr;             ///< the statement that gives {fill} to rows that are there
    const char* empty = nullptr;            ///< condition for rows that lack a value ...
    const char* lacking = nullptr;          ///< ... and for rows that {fill} has none for
    std::vector<const char*> mark = {};     ///< statements that make room in {archive} for the rows that lack a value ...
    const char* marked = nullptr;           ///< ... and what makes of `fill`, once it has begun with "WITH filled AS (", one that notes there which it gave what
    const char* guard = nullptr;            ///< lets no more rows come that lack the `late` values; rows that are there may ...
    const char* validate = nullptr;         ///< ... until it has looked at them without keeping anybody waiting ...
    const char* release = nullptr;          ///< ... and after the change it goes
    std::vector<const char*> archive = {};  ///< statements that copy what the drop loses
    const char* restore = nullptr;          ///< what brings it back: the {fill} that does, or a statement where there is no `fill`
    const char* held = nullptr;             ///< query for the number of rows that the drop loses
    const char* rounded = nullptr;          ///< the same for what {converted} alters for good, and is not in the {archive}, where there is one
    const char* strayed = nullptr;          ///< where rows have no key, the same for those in the archive that may be among rows that are not: which one became which is not known
    /// Around a change of an object that stays and that changes values for good: statements about the new object that keep the old values in {archive} ...
    std::vector<const char*> keep = {};
    const char* became = nullptr;           ///< ... where that knows the new ones too, the expression for them ...
    const char* note = nullptr;             ///< ... and, once it is done, what became of them; on the way back ...
    const char* forget = nullptr;           ///< ... the old ones go of what was changed since, where rows have a key ...
    std::vector<const char*> find = {};     ///< ... or else it is noted which are in all else what they were, and where these are now ...
    const char* put_back = nullptr;         ///< ... and the others come back ...
    const char* recall = nullptr;           ///< ... or, where the type changes, this makes a function that finds them ...
    const char* recalled = nullptr;         ///< ... which the expression for all values calls, that takes {converted} for those changed since ...
    const char* unrecall = nullptr;         ///< ... and this drops it
    const char* name = nullptr;             ///< of a part, in {names} of its whole; empty: it is computed
    const char* kept = nullptr;             ///< the same in {kept}, where its type goes too: as text
    const char* back = nullptr;             ///< and in {back}
    /// Of a part: statements that make a {function}, and then the triggers {inserts} and {updates}, which give it its fill where an INSERT
    /// leaves it out and where an UPDATE changes what the fill reads, but not the part itself; {news} and {olds} are that, of the new row and the old.
    /// With {back} it is one that will go, and follows those {fresh} ones that only a new application gives values; {constant} is what new rows get.
    std::vector<const char*> follow = {};
    std::vector<const char*> unfollow = {};  ///< drops of the triggers, and then of the function
    const char* relax = nullptr;             ///< lets new rows lack a part that will go and must have a value; empty: nobody need give it one ...
    const char* tighten = nullptr;           ///< ... and no longer
    std::string (*converted)(const Change&) = nullptr;  ///< what a value becomes when the type changes, as an expression over the old part
};

/// A class of objects. Patterns (pattern.hpp): {@} identity, {c} value of column c, {c|else} with a fallback for NULL,
/// {+} the texts of the parts made inside, {=} the kind's own `inside` text, [..] gone when a value in it is NULL,
/// [!c ..] only there when c is NULL.
struct Kind {
    const char* name;   ///< as PostgreSQL's manual calls it, lower case
    /// Returns one row per object: class, oid, sub (pg_depend's key; absent where nothing depends on such an object), identity,
    /// and where they apply: schema, name and arguments (as in Object), of_class, of_oid, of_sub (the whole it is a part of or says something about),
    /// origin_class, origin_oid, origin_sub (what it is inherited from), occupies (another identity whose name it takes), slot (what only one object at a time can be),
    /// needs_class, needs_oid, needs_sub (something else that it goes with), holds_data (its drop loses rows), apart (never made inside its whole), rewrites (making it on a table that has rows writes all of them anew), also_locks (a relation); and one column per value. Rows come in the order of creation.
    const char* query;
    const char* create;             ///< the statement that makes it; nullptr: it comes with its whole
    const char* drop;               ///< nullptr: it goes with its whole
    std::vector<const char*> before_drop = {};  ///< statements that make `drop` possible ...
    std::vector<const char*> after_drop = {};   ///< ... and that clear up what it leaves; those that say nothing are left out
    const char* drop_only = nullptr;  ///< instead of `drop` where what is inherited from it stays
    const char* alter = nullptr;    ///< what the clauses of changed columns follow ...
    const char* alter_only = nullptr;  ///< ... and those of columns that are `alone`
    const char* inside = nullptr;   ///< its text inside the CREATE of its whole
    const char* separator = ", ";   ///< between the texts of the parts that are made inside it
    const char* stub = nullptr;     ///< a first version without dependencies, which breaks cycles ...
    const char* restub = nullptr;   ///< ... and what makes the object of it
    const char* hollow = nullptr;   ///< instead of `stub` where an old one is to lose its dependencies
    const char* step_aside = nullptr;  ///< renames the old one, so that columns can move to the new one before it is dropped
    const char* aside = nullptr;       ///< its identity after that
    const char* converts = nullptr;    ///< what stands between a value of the old one and the name of the new one in a cast
    const char* joins = nullptr;       ///< between several clauses of one ALTER; nullptr: one statement each
    std::vector<Column> columns = {};
    Effect creates = {.lock = Lock::none};
    Effect drops = {};
    Effect (*weigh)(const Object&, Verb) = nullptr;      ///< instead of both where that depends on the object
    std::string (*warn)(const Object&, Verb) = nullptr;  ///< what else a step does that makes, changes or drops it; empty: nothing
    Renames renames = {};
    Members members = {};
    Follows follows = Follows::no;
    bool excludes = false;          ///< one of what it joins its whole to may stand in its way: those that leave that leave first
    bool ties = false;              ///< it joins its whole to another object: that other's drop takes the whole along unless this goes first
    bool gives_way = false;         ///< it goes while what it depends on (deptype n) changes, and comes back
    bool chosen = false;            ///< PostgreSQL picks it for those that need one like it: rivals that are going must be gone by then
    /// Restates its type when a type that it uses is replaced, as its drop would lose data; {through} is that type's `converts`.
    const char* retype = nullptr;
    /// Statement after `create` that takes account of rows, unless `also_locks` is a table made by the same plan: for a tie when its whole
    /// is new, for a part when its whole is not; for a row once, when all rows are there.
    const char* then = nullptr;
    /// Query for edges that pg_depend lacks: class, oid, sub, refclass, refoid, refsub, deptype. Types beyond pg_depend's:
    /// d, the drop of the referenced drops the dependent, with no order between their creations; o, an order of creations and nothing else; b, an order of creations, drops and changes and nothing else; -, no such edge, whatever pg_depend says.
    const char* dependencies = nullptr;
    const char* body = nullptr;     ///< column with source text that pg_depend does not look into: what it names is made first where possible
    bool is_row = false;            ///< its whole holds it as data
    bool judges = false;            ///< it looks at the rows of its whole and of what it needs: old ones go before rows change, new ones come after
    bool after_rows = false;        ///< it acts on rows that come to its whole, or, as a part of none, copies those that are there
    bool last = false;              ///< its changes come after all others: it would act on what they make
    /// Whether an object that is there acts on a statement of a plan. Such go before all others, unless they stay.
    bool (*fires_on)(const Object&, std::string_view sql) = nullptr;
    const char* privileges = nullptr;  ///< pattern of what GRANT names it by, where new ones come with default privileges ...
    const char* privileges_of = nullptr;  ///< ... and what ALTER DEFAULT PRIVILEGES calls them
    /// Query for who owns such objects and what is granted on them: class, oid, owner, namespace (NULL: none), what ALTER ... OWNER TO calls it, its identity,
    /// acl, what GRANT calls it and the letter that acldefault() takes, these three NULL where nothing is granted on such objects.
    const char* owned = nullptr;
    /// Words of the grammar: the parse nodes that make such an object, and what GRANT, COMMENT and the like call it.
    std::vector<std::string_view> nodes = {};
    Governs governed_by = Governs::nothing;
    Shared shared = Shared::no;     ///< it is no database's own: only read where it is managed, made and changed before all others
    const char* used = nullptr;     ///< query with $1, its identity, for what in a database keeps it from being dropped, which then comes last
    std::optional<Data> data = {};
};

/// What is managed besides what is in the database.
struct Managed {
    bool roles = false;
    bool database = false;  ///< the database itself: its settings, owner, grants

    bool any() const { return roles || database; }
    bool has(Shared shared) const { return shared == Shared::no || (shared == Shared::roles ? roles : database); }
};

/// All kinds, in a fixed order that is also the tie-break of steps that do not depend on one another.
std::span<const Kind* const> kinds();

/// The query with its marks resolved: `/*140000:*/ new /*else:*/ old /*end*/` keeps one side, `/*owned*/` stands for what all kinds say of
/// owners that are managed, as one query.
std::string for_version(const char* query, int server_version, Managed managed = {});

}  // namespace plumb

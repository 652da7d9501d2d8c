// A state of a database as rows: objects and the dependencies between them.
#pragma once

#include <boost/container/flat_map.hpp>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "engine/model/error.hpp"
#include "engine/model/kind.hpp"

namespace plumb {

using Value = std::optional<std::string>;  ///< SQL text as PostgreSQL prints it; nullopt is NULL
using Index = std::int32_t;                ///< position in Catalog::objects
constexpr Index none = -1;

/// pg_depend's name of an object: it stays while others change.
struct Key {
    std::uint32_t class_id = 0, oid = 0;
    std::int32_t sub = 0;
    auto operator<=>(const Key&) const = default;
};

/// One object of one kind.
struct Object {
    const Kind* kind = nullptr;
    std::string identity;       ///< quoted and schema-qualified by PostgreSQL; unique within the kind
    std::string schema;         ///< name of its schema, unquoted; empty where it has none
    std::string name;           ///< as files write it, unquoted, without its schema or whole; of a grant the grantee; may be empty
    std::string arguments;      ///< what tells it from others of its name: types as pg_type names them, "pg_catalog.int4", each ended by \1
    std::string occupies;       ///< another identity whose name it takes, e.g. the index of a primary key
    std::string slot;           ///< what only one object at a time can be, e.g. the primary key of a table
    std::string also_locks;     ///< a further relation that making or dropping it locks
    std::vector<Value> values;  ///< one per column of the kind
    Index whole = none;         ///< the object it is a part of
    Index origin = none;        ///< the object it is inherited from
    bool holds_data = false;
    bool rewrites = false;      ///< making it on a table that has rows writes all of them anew
    bool apart = false;         ///< never made inside its whole, though its kind is
    bool managed = true;        ///< false: read for its dependencies only
    Key key;                    ///< in the database it was just read from; empty where nothing depends on such an object
    Place place;                ///< where the desired files declare it

    /// By column: what the value compares as, where it reads differently but means the same as on the other side.
    boost::container::flat_map<std::size_t, Value> meaning;

    /// Its definition may or may not mean the same as on the other side: said, and never planned.
    bool unclear = false;

    /// What the value of a column compares as.
    const Value& compared(std::size_t column) const {
        auto found = meaning.find(column);
        return found == meaning.end() ? values[column] : found->second;
    }
    /// Whether it is a part of the rows of its whole.
    bool is_in_rows() const { return kind->data && kind->data->name; }
    /// Where the value of the named column is; nullptr where the kind has none.
    Value* find(std::string_view column);
    /// The value of the named column, which the kind must have.
    const Value& operator[](std::string_view column) const;
    /// The same, NULL where the kind has no such column.
    Value value(std::string_view column) const;
};

/// "dependent needs referenced", with pg_depend's type: n normal, a auto, i internal, P S partition;
/// d: goes with the referenced, with no order between their creations; o: an order of creations and nothing else; b: an order of creations, drops and changes, and nothing else; w: an order that is only wished.
struct Dependency {
    Index dependent;
    Index referenced;
    char type;
};

/// Rows of a table that are compared, all in the same columns. Names and values are SQL text.
struct RowSet {
    std::string table;                           ///< identity
    std::vector<std::string> key;                ///< columns that tell its rows apart
    std::vector<std::string> columns;            ///< those that are compared, the key among them
    bool exact = false;                          ///< no other rows shall be there
    std::vector<std::vector<std::string>> keys;  ///< of the rows that shall be there: a literal for each column of the key
};

/// A user object that no kind reads.
struct Unread {
    std::string description;     ///< as pg_describe_object names it
    std::vector<Index> uses = {};  ///< what it depends on
};

/// Const once made.
struct Catalog {
    int server_version = 0;
    std::string user;                      ///< the role that read it, quoted
    std::deque<Object> objects;            ///< they are large: a vector would hold twice the memory while it grows
    std::vector<Dependency> dependencies;  ///< sorted by dependent, referenced
    /// (source, target, context): a for casts that assignment uses, e for explicit ones; types as format_type prints them.
    std::set<std::tuple<std::string, std::string, char>> casts;
    std::vector<RowSet> row_sets;          ///< rows that the files declare; its objects have them, too
    std::vector<Unread> unread;

    /// Position of an object, none when there is no such.
    Index find(const Kind* kind, const std::string& identity) const;
    /// The topmost whole of an object: the relation that its changes lock.
    Index root(Index object) const;
    /// Makes `find` work; called once by whoever fills `objects`.
    void index();
    /// A hash of what is managed: equal states have equal fingerprints.
    std::string fingerprint() const;

private:
    std::unordered_multimap<std::size_t, Index> by_identity_;  ///< by a hash of kind and identity
};

/// What a Rule looks at.
struct Change {
    const Catalog& from;
    const Catalog& to;
    const Object& old_object;
    const Object& new_object;
};

}  // namespace plumb

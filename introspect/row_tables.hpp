// What has to be known of tables to read their rows and to tell what hangs on them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/connection.hpp"

namespace plumb::introspect {

/// Positions of columns in a RowTable.
using Columns = std::vector<std::size_t>;

struct RowColumn {
    std::string name;  ///< unquoted
    std::string quoted;
    std::string type;      ///< without its modifiers
    bool spelled = false;  ///< values of the other side may be none of this type: they compare as text
    bool generated = false;
    bool always = false;  ///< GENERATED ALWAYS AS IDENTITY
    bool nullable = false;
    std::string sequence;  ///< statement that keeps its sequence from giving a value that is there; empty: it owns none
    Index object = none;
};

/// A foreign key from one of the tables to one of them.
struct RowReference {
    std::size_t table;  ///< position of the referenced one
    Columns columns, referenced;
};

/// A foreign key that changes rows of another table when a row is deleted.
struct RowAction {
    std::string table;  ///< identity of the other
    bool deletes = false;
    bool readable = false;
    std::vector<std::string> columns;  ///< quoted
    Columns referenced;
};

struct RowTable {
    std::string identity;
    Index object = none;   ///< none: there is no such table
    bool seen = false;     ///< the role may read all of its rows
    std::string relation;  ///< as FROM, UPDATE and DELETE take it
    std::vector<RowColumn> columns;
    std::optional<Columns> primary;
    std::vector<Columns> uniques;  ///< the primary key among them
    std::array<Value, 3> fires;    ///< what INSERT, UPDATE and DELETE fire
    std::vector<RowReference> references;
    std::vector<RowAction> actions;
    std::vector<Index> ties;  ///< objects that its rows need besides: partitions that are attached

    /// Position of a column by its name; nothing where there is none.
    std::optional<std::size_t> find(const std::string& name) const;
    std::optional<std::size_t> find_quoted(const std::string& quoted) const;
};

/// The tables by their identities, in that order. The transaction of a reader must be under way.
std::vector<RowTable> row_tables(Connection& connection, const Catalog& catalog, const std::vector<std::string>& identities);

/// What tells of rows is kept small: more of one table are refused.
constexpr int most_rows = 100'000;

/// A select list of its columns, of a row `r`, as literals.
std::string literals_of(const RowTable& table);
/// So many values of a row of a result, from the first on.
std::vector<std::string> values_of(const Result& result, int row, std::size_t first, std::size_t count);
std::string joined(const std::vector<std::string>& texts, const char* between = ", ");

}  // namespace plumb::introspect

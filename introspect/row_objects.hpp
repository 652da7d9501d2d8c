// Rows as objects of a catalog.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "introspect/row_tables.hpp"

namespace plumb::introspect {

/// A row as it was read.
struct Row {
    std::size_t table = 0;            ///< position in the tables
    std::vector<std::string> values;  ///< a literal for each column
    std::vector<bool> compared;       ///< which columns are
    std::vector<bool> written;        ///< which columns an INSERT of it gives
    Columns key;
    std::vector<std::string> known_as;  ///< literals of the key, as the files have them
    std::string along = {};             ///< what its DELETE takes along; empty: nothing
};

/// By table and columns that a foreign key refers to: the positions of rows by their values there.
using Referenced = std::map<std::pair<std::size_t, Columns>, std::map<std::string, std::size_t>>;
Referenced referenced_rows(const std::vector<RowTable>& tables, const std::vector<Row>& rows);

/// Adds the rows to the catalog with all that they need, each before what needs it.
Catalog with_row_objects(Catalog catalog, const std::vector<RowTable>& tables, const std::vector<Row>& rows);

/// "'a', 'b'" of the values in these columns.
std::string list_of(const std::vector<std::string>& values, const Columns& columns);

}  // namespace plumb::introspect

// One statement: parsed, classified, and what it names.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/model/source.hpp"
#include "introspect/sql_shape.hpp"

namespace plumb::introspect {

/// A place inside a statement that a directive can stand before or behind.
struct Element {
    std::size_t offset = 0;      ///< byte offset in the file
    std::ptrdiff_t name = -1;    ///< index into Statement::names; -1: it has no name, so nothing can be bound to it
    int depth = 0;               ///< parentheses around it
    bool inside_column = false;  ///< a constraint in the definition of a column or domain
};

struct Parsed {
    Statement statement;
    std::vector<Element> elements;  ///< in file order, without the statement's own object
};

/// Reads one statement of a file; nothing where it may stand in a desired file but says nothing (BEGIN, COMMIT, REFRESH).
/// What is the server's is refused unless it is managed. Needs a large stack. Throws Error with its place: a statement that declares nothing, a syntax error in what is no declaration.
std::optional<Parsed> parse(const File& file, const Part& part, Managed managed = {});

}  // namespace plumb::introspect

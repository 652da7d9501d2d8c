// Instructions in comments, `-- plumb: ...`, and what they are bound to.
#pragma once

#include <span>
#include <vector>

#include "introspect/sql_shape.hpp"
#include "introspect/statements.hpp"

namespace plumb::introspect {

/// A statement or psql command of one file and what became of it.
struct Placed {
    Part part;
    std::ptrdiff_t statement = -1;  ///< index into Source::statements; -1: it is not there
    std::vector<Element> elements;
};

/// The directives in the comments of one file. Throws Error with its place: unknown, not supported yet, bound to nothing.
std::vector<Directive> directives(const Source& source, const File& file, std::span<const Comment> comments,
                                  std::span<const Placed> parts);

}  // namespace plumb::introspect

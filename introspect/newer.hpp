// Statements that the linked grammar is too old for: what their words tell of them. PostgreSQL reads the rest.
#pragma once

#include "introspect/statements.hpp"

namespace plumb::introspect {

/// The parse node that a newer grammar would make of the statement, its names and its elements: those of tables, and the names of
/// views. The node is empty where the first words do not tell; what they can tell is whether the statement has no place in
/// desired files.
Parsed read_newer(const File& file, const Part& part);

}  // namespace plumb::introspect

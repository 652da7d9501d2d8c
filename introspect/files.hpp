// Desired files: reading, splitting, classifying, directives. libpg_query advises here; PostgreSQL decides later.
#pragma once

#include <string>
#include <vector>

#include "engine/model/source.hpp"

namespace plumb::introspect {

/// Reads files, directories (every *.sql below, sorted by path) and globs, follows \i and \ir, and splits all into statements.
/// Throws Error with its place: no such file, a folder without SQL, an empty file, a syntax error, a statement that declares nothing,
/// a directive that is unknown or binds to nothing.
/// Unless the files are trusted, none may lie, after all links, outside of the working directory and of the folder that the user
/// named it in: its text would be shown.
Source read_files(const std::vector<std::string>& paths, bool trust = false, Managed managed = {});

}  // namespace plumb::introspect

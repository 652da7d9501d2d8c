// Desired files: reading, splitting, classifying, directives. libpg_query advises here; PostgreSQL decides later.
#pragma once

#include <string>
#include <vector>

#include "engine/model/source.hpp"

namespace plumb::introspect {

/// The texts of files, directories (every *.sql below, sorted by path) and globs, and of what they include by \i and \ir, each right
/// behind the file that includes it.
/// Throws Error with its place: no such file, a folder without SQL, an empty file.
/// Unless the files are trusted, none may lie, after all links, outside of the working directory and of the folder that the user
/// named it in: its text would be shown.
Source collect_files(const std::vector<std::string>& paths, bool trust = false);

/// Splits the files of a source into statements with their directives. Throws Error with its place: a syntax error, a statement that
/// declares nothing, a directive that is unknown or binds to nothing.
void parse_files(Source& source, Managed managed = {});

/// Both.
Source read_files(const std::vector<std::string>& paths, bool trust = false, Managed managed = {});

}  // namespace plumb::introspect

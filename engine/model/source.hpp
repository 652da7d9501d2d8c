// Desired SQL as statements with their places. Plain values; the texts are owned by the Source.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/error.hpp"

namespace plumb {

/// One desired file as read from disk.
struct File {
    std::string name;  ///< as the user named it, or as found below the folder or glob that the user named
    std::string text;
};

/// What the loader does with a statement.
enum class Role {
    declares,   ///< makes or changes an object of the desired state
    sets,       ///< SET, set_config: in force for the rest of its top-level file
    row,        ///< INSERT: a reference row
    unknown,    ///< the linked grammar cannot parse it: PostgreSQL decides
};

/// What a declaration names, as written; for binding directives and places to objects. Unquoted, case already folded.
struct Name {
    std::string node;     ///< parse node that declares it: "CreateStmt", "ColumnDef", "Constraint", "IndexStmt", "CreateFunctionStmt" ...
    std::string schema;   ///< empty where the file gives none: the search_path in force decides
    std::string object;   ///< the name of the object, or of the relation that the element belongs to
    std::string element;  ///< column, constraint, trigger, policy, rule of that relation; empty for the object itself
    std::size_t offset = 0;  ///< byte offset in the file where the element stands
};

/// One piece of desired SQL.
struct Statement {
    std::string sql;         ///< as written, without its semicolon, CONCURRENTLY stripped
    std::size_t file = 0;    ///< index into Source::files
    std::size_t top = 0;     ///< index of the top-level file whose settings are in force (differs from file below \i)
    std::size_t offset = 0;  ///< byte offset of sql in that file
    std::string node;        ///< parse node: "CreateStmt", "IndexStmt" ...; empty where role is unknown
    Role role = Role::declares;
    std::vector<Name> names;  ///< what it declares: first the statement's own object, then its elements
};

/// What a directive asks for.
enum class Ask { intent, renamed_from, backfill, using_, reverse_using, rows, depends_on, partitions_dynamic, unmanaged };

/// An instruction in a comment, `-- plumb: ...`.
struct Directive {
    Ask ask;
    std::string text;             ///< what follows the keyword, e.g. the words of an intent or an SQL expression
    Place place;
    std::ptrdiff_t statement;     ///< index into Source::statements that it is bound to; -1: the whole file
    std::ptrdiff_t name;          ///< index into that statement's names that it is bound to; 0 is the statement's own object
};

/// A desired state as SQL.
struct Source {
    std::vector<File> files;
    std::vector<Statement> statements;  ///< in file order
    std::vector<Directive> directives;
};

/// The place of a byte offset in a file.
Place place(const File& file, std::size_t offset);
/// The place where a statement stands, or of the 1-based character `position` in it as PostgreSQL reports it.
Place place(const Source& source, const Statement& statement, int position = 0);

}  // namespace plumb

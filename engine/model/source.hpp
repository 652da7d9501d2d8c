// Desired SQL as statements with their places. Plain values; the texts are owned by the Source.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/error.hpp"
#include "engine/model/kind.hpp"

namespace plumb {

/// One desired file as read from disk.
struct File {
    std::string name = {};                ///< as the user named it, or as found below the folder or glob that the user named
    std::string text = {};                ///< without its byte order mark
    std::vector<std::size_t> lines = {};  ///< byte offset of each line, so that places are quick; may be empty
    std::size_t top = 0;                  ///< index of the top-level file whose settings are in force (another one below \i)
};

/// What the loader does with a statement.
enum class Role {
    declares,  ///< makes or changes an object of the desired state
    sets,      ///< SET, set_config: in force for the rest of its top-level file
    row,       ///< INSERT: a reference row
    runs,      ///< DO, CALL, SELECT: runs code instead of declaring; refused unless the files are trusted
    unknown,   ///< the linked grammar cannot parse it: PostgreSQL decides
};

/// What a declaration names, as written; for binding directives and places to objects. Unquoted, case already folded.
struct Name {
    std::string node = {};     ///< parse node that declares it: "CreateStmt", "ColumnDef", "Constraint", "IndexStmt" ...
    std::string schema = {};   ///< empty where the file gives none: the search_path in force decides; a schema is in itself
    std::string object = {};   ///< the name of the object, or of the relation that the element belongs to
    std::string element = {};  ///< column, constraint, trigger, policy, rule of that relation, or a grantee; empty for the object itself
    std::size_t offset = 0;    ///< byte offset in the file where the element stands
    /// What sort of object it is where the node does not tell, as the grammar calls it: "OBJECT_TABLE" of a GRANT or COMMENT.
    std::string type = {};
    /// Types of the arguments of a function as the parser names them: "pg_catalog.int4", "mood[]"; none where it gives none.
    std::optional<std::vector<std::string>> arguments = {};
};

/// What an INSERT gives values for.
struct Given {
    std::vector<std::string> columns = {};       ///< unquoted; none: the first ones of the table
    std::optional<std::size_t> width = {};       ///< how many values a row has, where the words tell
    std::vector<std::size_t> defaults = {};      ///< which of them are DEFAULT in any row
    bool updates = false;                        ///< ON CONFLICT DO UPDATE
};

/// One piece of desired SQL.
struct Statement {
    /// As written, without its semicolon. CONCURRENTLY and WITH DATA are blanked, so that positions stay; WITH NO DATA is
    /// appended where the statement would make rows.
    std::string sql = {};
    std::size_t file = 0;    ///< index into Source::files
    std::size_t offset = 0;  ///< byte offset of sql in that file
    std::string node = {};   ///< parse node: "CreateStmt", "IndexStmt" ...; empty where role is unknown and its first words do not tell
    Role role = Role::declares;
    Shared shared = Shared::no;  ///< what it is about, where that is managed
    bool emptied = false;    ///< WITH NO DATA was appended
    Given given = {};        ///< where role is row
    /// Never empty: first the object that it declares or is about (its name empty where that is not known), then its elements.
    std::vector<Name> names = {};
};

/// What a directive asks for.
enum class Ask { intent, renamed_from, backfill, using_, reverse_using, reverse_backfill, rows, depends_on, partitions_dynamic, unmanaged };

/// An instruction in a comment, `-- plumb: ...`.
struct Directive {
    Ask ask = Ask::intent;
    std::string text = {};  ///< what follows the keyword, e.g. the words of an intent or an SQL expression
    Place place;
    std::ptrdiff_t statement = -1;  ///< index into Source::statements that it is bound to; -1: the whole file
    std::ptrdiff_t name = 0;        ///< index into that statement's names that it is bound to; 0 is the statement's own object
};

/// A desired state as SQL.
struct Source {
    std::vector<File> files = {};
    std::vector<Statement> statements = {};  ///< in file order
    std::vector<Directive> directives = {};
    std::string database = {};               ///< what they call the database that they describe; empty: they do not name it
};

/// The byte offset of each line of a text.
std::vector<std::size_t> line_starts(const std::string& text);
/// The place of a byte offset in a file. Its text is left out where the line shows a password.
Place place(const File& file, std::size_t offset);
/// The place where a statement stands, or of the 1-based character `position` in it as PostgreSQL reports it.
Place place(const Source& source, const Statement& statement, int position = 0);

}  // namespace plumb

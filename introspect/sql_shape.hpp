// The coarse shape of an SQL file as psql sees it: statements, comments and backslash commands. Knows no grammar, so one bad
// statement spoils none of the others.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/model/source.hpp"

namespace plumb::introspect {

/// A statement, or a backslash command of psql.
struct Part {
    std::size_t begin = 0;   ///< byte offset of its first token
    std::size_t end = 0;     ///< just behind its last token, without the semicolon
    std::size_t stop = 0;    ///< just behind its semicolon
    std::size_t tokens = 0;  ///< roughly: an operator counts once per character
    bool command = false;
};

/// A word, a name, a string, a number, or any other single character.
struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
    int depth = 0;  ///< of parentheses around it
};

struct Comment {
    std::size_t begin = 0;
    std::size_t end = 0;
    int depth = 0;  ///< of parentheses around it
};

struct Shape {
    std::vector<Part> parts;
    std::vector<Comment> comments;
};

/// Splits as psql does, down to the bodies of BEGIN ATOMIC ... END. Throws Error with its place: an unterminated string or
/// comment, a backslash command inside a statement, the data of a COPY.
Shape shape(const File& file);

/// The tokens of a statement of that file.
std::vector<Token> tokens(const File& file, const Part& part);

}  // namespace plumb::introspect

// libpg_query's parse tree. Nodes are told apart by name: their numbers change from one version of the grammar to the next.
#pragma once

#include <pg_query/pg_query.pb-c.h>

#include <span>
#include <string_view>
#include <vector>

#include "introspect/statements.hpp"

namespace plumb::introspect {

using Message = ProtobufCMessage;
using Nodes = std::span<PgQuery__Node* const>;

/// The node's name in the grammar: "CreateStmt".
inline std::string_view node_name(const Message& message) { return message.descriptor->short_name; }

/// What a Node wraps; nullptr where it wraps nothing.
const Message* unwrap(const PgQuery__Node* node);

/// The message as the type that its descriptor tells of, else nullptr.
template <class T>
const T* as(const Message* message, const ProtobufCMessageDescriptor& descriptor) {
    return message && message->descriptor == &descriptor ? reinterpret_cast<const T*>(message) : nullptr;
}

/// The strings of a list, a qualified name, a string: "a.b.c" as a, b, c. Empty for what holds no name.
std::vector<std::string> name_parts(const Message* message);

/// Fills the names of the statement, and its elements, from its tree.
void add_names(const Message& tree, Parsed& parsed);

}  // namespace plumb::introspect

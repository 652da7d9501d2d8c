// What an expression in a directive reads.
#include "introspect/expression.hpp"

#include <pg_query.h>

#include <functional>
#include <memory>

#include "introspect/large_stack.hpp"
#include "introspect/parse_tree.hpp"

namespace plumb::introspect {

namespace {

template <class T>
const T& member(const Message& message, unsigned offset) {
    return *reinterpret_cast<const T*>(reinterpret_cast<const char*>(&message) + offset);
}

/// Calls with every node of a tree.
void visit(const Message* message, const std::function<void(const Message&)>& seen) {
    if (auto node = as<PgQuery__Node>(message, pg_query__node__descriptor)) message = unwrap(node);
    if (!message) return;
    seen(*message);
    for (unsigned i = 0; i < message->descriptor->n_fields; ++i) {
        const auto& field = message->descriptor->fields[i];
        if (field.type != PROTOBUF_C_TYPE_MESSAGE || field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) continue;
        if (field.label != PROTOBUF_C_LABEL_REPEATED) {
            visit(member<const Message*>(*message, field.offset), seen);
            continue;
        }
        auto all = member<const Message* const*>(*message, field.offset);
        for (std::size_t n = 0; n < member<std::size_t>(*message, field.quantifier_offset); ++n) visit(all[n], seen);
    }
}

using Names = std::set<std::vector<std::string>>;

std::optional<Names> columns_read(const PgQuery__ParseResult& tree) {
    Names out;
    int queries = 0;
    bool plain = tree.n_stmts == 1;
    visit(&tree.base, [&](const Message& message) {
        if (node_name(message) == "SelectStmt") ++queries;
        auto column = as<PgQuery__ColumnRef>(&message, pg_query__column_ref__descriptor);
        if (!column) return;
        std::vector<std::string> name;
        for (auto field : Nodes(column->fields, column->n_fields)) {
            auto words = name_parts(unwrap(field));
            plain = plain && words.size() == 1;
            if (!words.empty()) name.push_back(words.front());
        }
        out.insert(std::move(name));
    });
    return plain && queries == 1 ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::optional<Names> columns_read(const std::string& expression) {
    std::optional<Names> out;
    on_large_stack([&] {
        auto result = pg_query_parse_protobuf(("SELECT (" + expression + ")").c_str());
        std::unique_ptr<PgQueryProtobufParseResult, decltype([](auto* it) { pg_query_free_protobuf_parse_result(*it); })> owner(&result);
        if (result.error) return;
        auto bytes = reinterpret_cast<const uint8_t*>(result.parse_tree.data);
        std::unique_ptr<PgQuery__ParseResult, decltype([](auto* it) { pg_query__parse_result__free_unpacked(it, nullptr); })> tree(
            pg_query__parse_result__unpack(nullptr, result.parse_tree.len, bytes));
        if (tree) out = columns_read(*tree);
    });
    return out;
}

}  // namespace plumb::introspect

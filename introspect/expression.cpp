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

void read_tree(const std::string& sql, const std::function<void(const PgQuery__ParseResult&)>& read) {
    on_large_stack([&] {
        auto result = pg_query_parse_protobuf(sql.c_str());
        std::unique_ptr<PgQueryProtobufParseResult, decltype([](auto* it) { pg_query_free_protobuf_parse_result(*it); })> owner(&result);
        if (result.error) return;
        auto bytes = reinterpret_cast<const uint8_t*>(result.parse_tree.data);
        std::unique_ptr<PgQuery__ParseResult, decltype([](auto* it) { pg_query__parse_result__free_unpacked(it, nullptr); })> tree(
            pg_query__parse_result__unpack(nullptr, result.parse_tree.len, bytes));
        if (tree) read(*tree);
    });
}

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

/// Whether they write the same type, which may have names of its own in SQL: "int8" and "bigint". With a modifier it is another one.
bool same_type(const PgQuery__TypeName& one, const PgQuery__TypeName& other) {
    auto last = [](const PgQuery__TypeName& type) { return type.n_names ? name_parts(unwrap(type.names[type.n_names - 1])) : std::vector<std::string>{}; };
    return last(one) == last(other) && one.n_array_bounds == other.n_array_bounds && one.n_typmods == 0 && other.n_typmods == 0;
}

/// `tree` is that of SELECT (expression), NULL::type.
bool is_cast(const PgQuery__ParseResult& tree, const std::string& column) {
    if (tree.n_stmts != 1) return false;
    auto select = as<PgQuery__SelectStmt>(unwrap(tree.stmts[0]->stmt), pg_query__select_stmt__descriptor);
    if (!select || select->n_target_list != 2) return false;
    auto value = [&](std::size_t at) {
        auto target = as<PgQuery__ResTarget>(unwrap(select->target_list[at]), pg_query__res_target__descriptor);
        return target ? unwrap(target->val) : nullptr;
    };
    const Message* from = value(0);
    auto cast = as<PgQuery__TypeCast>(from, pg_query__type_cast__descriptor), wanted = as<PgQuery__TypeCast>(value(1), pg_query__type_cast__descriptor);
    if (cast && wanted && same_type(*cast->type_name, *wanted->type_name)) from = unwrap(cast->arg);
    auto read = as<PgQuery__ColumnRef>(from, pg_query__column_ref__descriptor);
    return read && read->n_fields > 0 && name_parts(unwrap(read->fields[read->n_fields - 1])) == std::vector{column};
}

}  // namespace

std::optional<Names> columns_read(const std::string& expression) {
    std::optional<Names> out;
    read_tree("SELECT (" + expression + ")", [&](const auto& tree) { out = columns_read(tree); });
    return out;
}

bool is_cast(const std::string& expression, const std::string& column, const std::string& type) {
    bool out = false;
    read_tree("SELECT (" + expression + "), NULL::" + type, [&](const auto& tree) { out = is_cast(tree, column); });
    return out;
}

}  // namespace plumb::introspect

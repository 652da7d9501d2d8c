// What a statement names, read from its parse tree.
#include <algorithm>

#include "introspect/parse_tree.hpp"

namespace plumb::introspect {

namespace {

/// Where a node keeps the name of its object, and of the part of a relation that it is. A dot leads into another message.
struct Naming {
    std::string_view node;
    std::string_view object;
    const char* element = nullptr;
};

constexpr Naming namings[] = {
    {"AlterDomainStmt", "type_name"},
    {"AlterEnumStmt", "type_name"},
    {"AlterExtensionStmt", "extname"},
    {"AlterFunctionStmt", "func"},
    {"AlterPolicyStmt", "table", "policy_name"},
    {"AlterSeqStmt", "sequence"},
    {"AlterStatsStmt", "defnames"},
    {"AlterTableStmt", "relation"},
    {"AlterTypeStmt", "type_name"},
    {"CompositeTypeStmt", "typevar"},
    {"CreateDomainStmt", "domainname"},
    {"CreateEnumStmt", "type_name"},
    {"CreateEventTrigStmt", "trigname"},
    {"CreateExtensionStmt", "extname"},
    {"CreateFdwStmt", "fdwname"},
    {"CreateForeignServerStmt", "servername"},
    {"CreateForeignTableStmt", "base_stmt.relation"},
    {"CreateFunctionStmt", "funcname"},
    {"CreatePolicyStmt", "table", "policy_name"},
    {"CreatePublicationStmt", "pubname"},
    {"CreateRangeStmt", "type_name"},
    {"CreateRoleStmt", "role"},
    {"CreateSchemaStmt", "schemaname"},
    {"CreateSeqStmt", "sequence"},
    {"CreateStatsStmt", "defnames"},
    {"CreateStmt", "relation"},
    {"CreateSubscriptionStmt", "subname"},
    {"CreateTableAsStmt", "into.rel"},
    {"CreateTrigStmt", "relation", "trigname"},
    {"DefineStmt", "defnames"},
    {"IndexStmt", "relation", "idxname"},
    {"InsertStmt", "relation"},
    {"RenameStmt", "relation"},
    {"RuleStmt", "relation", "rulename"},
    {"ViewStmt", "view"},
};

template <class T>
const T& member(const Message& message, unsigned offset) {
    return *reinterpret_cast<const T*>(reinterpret_cast<const char*>(&message) + offset);
}

/// The words of a field, found by its path. An unknown field has none: the grammar may have dropped it.
std::vector<std::string> name_parts_at(const Message& message, std::string_view path) {
    const std::string first(path.substr(0, path.find('.')));
    auto field = protobuf_c_message_descriptor_get_field_by_name(message.descriptor, first.c_str());
    if (!field) return {};
    if (field->type == PROTOBUF_C_TYPE_STRING) {
        std::string text = member<const char*>(message, field->offset);
        return text.empty() ? std::vector<std::string>{} : std::vector{text};
    }
    if (field->label == PROTOBUF_C_LABEL_REPEATED) {
        std::vector<std::string> all;
        Nodes nodes(member<PgQuery__Node**>(message, field->offset), member<std::size_t>(message, field->quantifier_offset));
        for (auto node : nodes) std::ranges::move(name_parts(unwrap(node)), std::back_inserter(all));
        return all;
    }
    auto inner = member<const Message*>(message, field->offset);
    if (!inner) return {};
    return first.size() < path.size() ? name_parts_at(*inner, path.substr(first.size() + 1)) : name_parts(inner);
}

/// schema.object, or schema.object.element.
Name named(std::string_view node, std::vector<std::string> words, bool with_element = false) {
    Name name{.node = std::string(node)};
    auto take = [&](std::string& into) {
        if (words.empty()) return;
        into = std::move(words.back());
        words.pop_back();
    };
    if (with_element) take(name.element);
    take(name.object);
    take(name.schema);
    return name;
}

bool is_part_of_relation(PgQuery__ObjectType type) {
    switch (type) {
        case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN:
        case PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT:
        case PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER:
        case PG_QUERY__OBJECT_TYPE__OBJECT_POLICY:
        case PG_QUERY__OBJECT_TYPE__OBJECT_RULE:
            return true;
        default:
            return false;
    }
}

Name own_name(const Message& tree) {
    auto node = node_name(tree);
    if (auto comment = as<PgQuery__CommentStmt>(&tree, pg_query__comment_stmt__descriptor)) {
        return named(node, name_parts(unwrap(comment->object)), is_part_of_relation(comment->objtype));
    }
    if (auto owner = as<PgQuery__AlterOwnerStmt>(&tree, pg_query__alter_owner_stmt__descriptor)) {
        return named(node, owner->relation ? name_parts(&owner->relation->base) : name_parts(unwrap(owner->object)));
    }
    auto naming = std::ranges::find(namings, node, &Naming::node);
    if (naming == std::end(namings)) return {.node = std::string(node)};
    Name name = named(node, name_parts_at(tree, naming->object));
    if (naming->element) {
        auto element = name_parts_at(tree, naming->element);
        (node == "IndexStmt" ? name.object : name.element) = element.empty() ? "" : element.front();
    }
    return name;
}

/// Collects the parts of one object.
class Elements {
public:
    Elements(Parsed& parsed, Name whole, int depth) : parsed_(parsed), whole_(std::move(whole)), depth_(depth) {}

    void add(Nodes nodes) {
        for (auto node : nodes) add(unwrap(node), false);
    }

    void add(const Message* part, bool inside_column) {
        if (auto column = as<PgQuery__ColumnDef>(part, pg_query__column_def__descriptor)) {
            place("ColumnDef", column->colname, column->location, false);
            for (auto node : Nodes(column->constraints, column->n_constraints)) add(unwrap(node), true);
        } else if (auto constraint = as<PgQuery__Constraint>(part, pg_query__constraint__descriptor)) {
            if (!inside_column || *constraint->conname)
                place("Constraint", constraint->conname, constraint->location, inside_column);
        } else if (auto like = as<PgQuery__TableLikeClause>(part, pg_query__table_like_clause__descriptor)) {
            place("TableLikeClause", "", like->relation->location, false);
        } else if (auto command = as<PgQuery__AlterTableCmd>(part, pg_query__alter_table_cmd__descriptor)) {
            add(*command);
        }
    }

    void add_inside(Nodes nodes) {
        for (auto node : nodes) add(unwrap(node), true);
    }

private:
    Parsed& parsed_;
    Name whole_;
    int depth_;

    void add(const PgQuery__AlterTableCmd& command) {
        switch (command.subtype) {
            case PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn:
            case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint:
                return add(unwrap(command.def), false);
            case PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault:
            case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull:
            case PG_QUERY__ALTER_TABLE_TYPE__AT_AddIdentity:
            case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
                return place("AlterTableCmd", command.name, 0, false);
            default:
                return;
        }
    }

    void place(const char* node, const char* element, int location, bool inside_column) {
        auto offset = parsed_.statement.offset + static_cast<std::size_t>(std::max(location, 0));
        auto& names = parsed_.statement.names;
        bool has_name = *element != '\0';
        parsed_.elements.push_back({offset, has_name ? static_cast<std::ptrdiff_t>(names.size()) : -1, depth_, inside_column});
        if (has_name) names.push_back({node, whole_.schema, whole_.object, element, offset});
    }
};

void add_parts(const Message& tree, const Name& own, Parsed& parsed) {
    if (auto create = as<PgQuery__CreateStmt>(&tree, pg_query__create_stmt__descriptor)) {
        Elements(parsed, own, 1).add(Nodes(create->table_elts, create->n_table_elts));
    } else if (auto foreign = as<PgQuery__CreateForeignTableStmt>(&tree, pg_query__create_foreign_table_stmt__descriptor)) {
        Elements(parsed, own, 1).add(Nodes(foreign->base_stmt->table_elts, foreign->base_stmt->n_table_elts));
    } else if (auto type = as<PgQuery__CompositeTypeStmt>(&tree, pg_query__composite_type_stmt__descriptor)) {
        Elements(parsed, own, 1).add(Nodes(type->coldeflist, type->n_coldeflist));
    } else if (auto alter = as<PgQuery__AlterTableStmt>(&tree, pg_query__alter_table_stmt__descriptor)) {
        Elements(parsed, own, 0).add(Nodes(alter->cmds, alter->n_cmds));
    } else if (auto domain = as<PgQuery__CreateDomainStmt>(&tree, pg_query__create_domain_stmt__descriptor)) {
        Elements(parsed, own, 0).add_inside(Nodes(domain->constraints, domain->n_constraints));
    } else if (auto altered = as<PgQuery__AlterDomainStmt>(&tree, pg_query__alter_domain_stmt__descriptor)) {
        Elements(parsed, own, 0).add(unwrap(altered->def), false);
    }
}

/// CREATE SCHEMA s CREATE TABLE t (...) ...: what it makes is in s unless it says otherwise.
void add_contents(const PgQuery__CreateSchemaStmt& schema, Parsed& parsed) {
    for (auto node : Nodes(schema.schema_elts, schema.n_schema_elts)) {
        auto tree = unwrap(node);
        if (!tree) continue;
        Name own = own_name(*tree);
        if (own.schema.empty()) own.schema = schema.schemaname;
        own.offset = parsed.statement.offset;
        parsed.statement.names.push_back(own);
        add_parts(*tree, own, parsed);
    }
}

}  // namespace

const Message* unwrap(const PgQuery__Node* node) {
    if (!node || node->node_case == PG_QUERY__NODE__NODE__NOT_SET) return nullptr;
    auto field = protobuf_c_message_descriptor_get_field(&pg_query__node__descriptor, node->node_case);
    return member<const Message*>(node->base, field->offset);
}

std::vector<std::string> name_parts(const Message* message) {
    if (!message) return {};
    if (auto range = as<PgQuery__RangeVar>(message, pg_query__range_var__descriptor)) {
        std::vector<std::string> out;
        if (*range->schemaname) out.push_back(range->schemaname);
        out.push_back(range->relname);
        return out;
    }
    auto name = node_name(*message);
    if (name == "String") return name_parts_at(*message, "sval");
    if (name == "List") return name_parts_at(*message, "items");
    if (name == "TypeName") return name_parts_at(*message, "names");
    if (name == "ObjectWithArgs") return name_parts_at(*message, "objname");
    return {};
}

void add_names(const Message& tree, Parsed& parsed) {
    auto& statement = parsed.statement;
    Name own = own_name(tree);
    own.offset = statement.offset;
    if (auto grant = as<PgQuery__GrantStmt>(&tree, pg_query__grant_stmt__descriptor)) {
        for (auto node : Nodes(grant->objects, grant->n_objects)) {
            statement.names.push_back(named(own.node, name_parts(unwrap(node))));
            statement.names.back().offset = statement.offset;
        }
    }
    if (statement.names.empty()) statement.names.push_back(own);
    add_parts(tree, own, parsed);
    if (auto schema = as<PgQuery__CreateSchemaStmt>(&tree, pg_query__create_schema_stmt__descriptor))
        add_contents(*schema, parsed);
}

}  // namespace plumb::introspect

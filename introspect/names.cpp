// What a statement names, read from its parse tree.
#include <algorithm>
#include <set>
#include <utility>

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
    {"AlterDatabaseSetStmt", "dbname"},
    {"AlterDatabaseStmt", "dbname"},
    {"AlterDomainStmt", "type_name"},
    {"AlterEnumStmt", "type_name"},
    {"AlterEventTrigStmt", "trigname"},
    {"AlterExtensionStmt", "extname"},
    {"AlterFdwStmt", "fdwname"},
    {"AlterForeignServerStmt", "servername"},
    {"AlterPolicyStmt", "table", "policy_name"},
    {"AlterPublicationStmt", "pubname"},
    {"AlterRoleSetStmt", "role.rolename", "database"},
    {"AlterRoleStmt", "role.rolename"},
    {"AlterSeqStmt", "sequence"},
    {"AlterStatsStmt", "defnames"},
    {"AlterSubscriptionStmt", "subname"},
    {"AlterTypeStmt", "type_name"},
    {"CompositeTypeStmt", "typevar"},
    {"CreateAmStmt", "amname"},
    {"CreateConversionStmt", "conversion_name"},
    {"CreateDomainStmt", "domainname"},
    {"CreateEnumStmt", "type_name"},
    {"CreateEventTrigStmt", "trigname"},
    {"CreateExtensionStmt", "extname"},
    {"CreateFdwStmt", "fdwname"},
    {"CreateForeignServerStmt", "servername"},
    {"CreateForeignTableStmt", "base_stmt.relation"},
    {"CreateFunctionStmt", "funcname"},
    {"CreateOpClassStmt", "opclassname"},
    {"CreateOpFamilyStmt", "opfamilyname"},
    {"CreatePLangStmt", "plname"},
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

bool is_part(PgQuery__ObjectType type) {
    switch (type) {
        case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN:
        case PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT:
        case PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT:
        case PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER:
        case PG_QUERY__OBJECT_TYPE__OBJECT_POLICY:
        case PG_QUERY__OBJECT_TYPE__OBJECT_RULE:
            return true;
        default:
            return false;
    }
}

/// A type of an argument: "pg_catalog.int4", "mood[]".
std::string type_name(const Message* type) {
    std::string out;
    for (const auto& part : name_parts(type)) out += (out.empty() ? "" : ".") + part;
    auto written = as<PgQuery__TypeName>(type, pg_query__type_name__descriptor);
    return written && written->n_array_bounds > 0 ? out + "[]" : out;
}

/// What tells a function from others of its name.
std::optional<std::vector<std::string>> arguments(const Message* tree) {
    std::vector<std::string> out;
    if (auto function = as<PgQuery__ObjectWithArgs>(tree, pg_query__object_with_args__descriptor)) {
        if (function->args_unspecified) return {};
        for (auto node : Nodes(function->objargs, function->n_objargs)) out.push_back(type_name(unwrap(node)));
        return out;
    }
    auto create = as<PgQuery__CreateFunctionStmt>(tree, pg_query__create_function_stmt__descriptor);
    if (!create) return {};
    for (auto node : Nodes(create->parameters, create->n_parameters)) {
        auto parameter = as<PgQuery__FunctionParameter>(unwrap(node), pg_query__function_parameter__descriptor);
        bool returned = parameter->mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_OUT ||
                        parameter->mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_TABLE;
        if (!returned) out.push_back(type_name(&parameter->arg_type->base));
    }
    return out;
}

/// The object that a statement says something about.
Name subject(std::string_view node, const Message* object, PgQuery__ObjectType type) {
    Name name = named(node, name_parts(object), is_part(type));
    name.type = protobuf_c_enum_descriptor_get_value(&pg_query__object_type__descriptor, type)->name;
    name.arguments = arguments(object);
    if (type == PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA) name.schema = name.object;
    return name;
}

/// Empty for whoever runs the statement.
std::string role_name(const PgQuery__RoleSpec* role) {
    if (role && role->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_PUBLIC) return "public";
    return role ? role->rolename : "";
}

Name own_name(const Message& tree) {
    auto node = node_name(tree);
    if (auto comment = as<PgQuery__CommentStmt>(&tree, pg_query__comment_stmt__descriptor))
        return subject(node, unwrap(comment->object), comment->objtype);
    if (auto mapping = as<PgQuery__CreateUserMappingStmt>(&tree, pg_query__create_user_mapping_stmt__descriptor))
        return {.node = std::string(node), .object = role_name(mapping->user) + " " + mapping->servername};
    if (auto mapping = as<PgQuery__AlterUserMappingStmt>(&tree, pg_query__alter_user_mapping_stmt__descriptor))
        return {.node = std::string(node), .object = role_name(mapping->user) + " " + mapping->servername};
    if (auto label = as<PgQuery__SecLabelStmt>(&tree, pg_query__sec_label_stmt__descriptor))
        return subject(node, unwrap(label->object), label->objtype);
    if (auto owner = as<PgQuery__AlterOwnerStmt>(&tree, pg_query__alter_owner_stmt__descriptor))
        return subject(node, owner->relation ? &owner->relation->base : unwrap(owner->object), owner->object_type);
    if (auto alter = as<PgQuery__AlterTableStmt>(&tree, pg_query__alter_table_stmt__descriptor))
        return subject(node, &alter->relation->base, alter->objtype);
    if (auto alter = as<PgQuery__AlterFunctionStmt>(&tree, pg_query__alter_function_stmt__descriptor))
        return subject(node, &alter->func->base, alter->objtype);
    auto naming = std::ranges::find(namings, node, &Naming::node);
    if (naming == std::end(namings)) return {.node = std::string(node)};
    Name name = named(node, name_parts_at(tree, naming->object));
    name.arguments = arguments(&tree);
    if (naming->element) {
        auto element = name_parts_at(tree, naming->element);
        (node == "IndexStmt" ? name.object : name.element) = element.empty() ? "" : element.front();
    } else if (auto schema = as<PgQuery__CreateSchemaStmt>(&tree, pg_query__create_schema_stmt__descriptor)) {
        if (name.object.empty()) name.object = role_name(schema->authrole);
        name.schema = name.object;
    } else if (auto define = as<PgQuery__DefineStmt>(&tree, pg_query__define_stmt__descriptor)) {
        name.type = protobuf_c_enum_descriptor_get_value(&pg_query__object_type__descriptor, define->kind)->name;
    }
    return name;
}

/// Where the strings of a statement begin.
std::vector<std::size_t> string_offsets(const std::string& sql) {
    File file{.text = sql};
    std::vector<std::size_t> out;
    for (const auto& token : tokens(file, {.end = sql.size()}))
        if (auto quote = sql.find('\'', token.begin); quote < token.end && sql[token.begin] != '"') out.push_back(token.begin);
    return out;
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

    /// The tree does not tell where they stand, but they are the only strings of the statement.
    void add_labels(Nodes nodes) {
        auto strings = string_offsets(parsed_.statement.sql);
        for (std::size_t i = 0; i < std::min(nodes.size(), strings.size()); ++i) {
            auto label = name_parts(unwrap(nodes[i]));
            if (!label.empty()) place("String", label.front().c_str(), static_cast<int>(strings[i]), false);
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
            case PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner:
                return say("AlterOwnerStmt", whole_);
            case PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition:
                if (auto child = as<PgQuery__PartitionCmd>(unwrap(command.def), pg_query__partition_cmd__descriptor))
                    say("PartitionCmd", named("PartitionCmd", name_parts(&child->name->base)));
                return;
            default:
                return;
        }
    }

    /// What another statement would say of an object in so many words.
    void say(const char* node, Name about) {
        about.node = node;
        about.type = whole_.type;
        about.offset = parsed_.statement.offset;
        parsed_.statement.names.push_back(std::move(about));
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
    } else if (auto type = as<PgQuery__CreateEnumStmt>(&tree, pg_query__create_enum_stmt__descriptor)) {
        Elements(parsed, own, 1).add_labels(Nodes(type->vals, type->n_vals));
    }
}

/// What an INSERT gives values for.
Given given(const PgQuery__InsertStmt& insert) {
    Given out{.updates = insert.on_conflict_clause &&
                         insert.on_conflict_clause->action == PG_QUERY__ON_CONFLICT_ACTION__ONCONFLICT_UPDATE};
    for (auto node : Nodes(insert.cols, insert.n_cols))
        if (auto column = as<PgQuery__ResTarget>(unwrap(node), pg_query__res_target__descriptor)) out.columns.push_back(column->name);
    auto select = as<PgQuery__SelectStmt>(unwrap(insert.select_stmt), pg_query__select_stmt__descriptor);
    if (!select) out.width = 0;  // DEFAULT VALUES
    if (!select || select->n_values_lists == 0) return out;
    std::set<std::size_t> defaults;
    for (auto node : Nodes(select->values_lists, select->n_values_lists)) {
        auto row = as<PgQuery__List>(unwrap(node), pg_query__list__descriptor);
        if (!row) continue;
        out.width = row->n_items;
        for (std::size_t i = 0; i < row->n_items; ++i)
            if (auto value = unwrap(row->items[i]); value && node_name(*value) == "SetToDefault") defaults.insert(i);
    }
    out.defaults.assign(defaults.begin(), defaults.end());
    return out;
}

std::vector<std::string> roles(Nodes nodes) {
    std::vector<std::string> out;
    for (auto node : nodes) out.push_back(role_name(as<PgQuery__RoleSpec>(unwrap(node), pg_query__role_spec__descriptor)));
    return out;
}

/// Every object with every role that it is granted to or revoked from.
void add_grant(const PgQuery__GrantStmt& grant, const Name& own, Parsed& parsed) {
    bool all = grant.targtype == PG_QUERY__GRANT_TARGET_TYPE__ACL_TARGET_ALL_IN_SCHEMA;
    for (auto node : Nodes(grant.objects, grant.n_objects)) {
        Name name = subject(own.node, unwrap(node), grant.objtype);
        if (all) name.schema = std::exchange(name.object, "");
        if (name.schema.empty()) name.schema = own.schema;
        name.offset = own.offset;
        for (const auto& role : roles(Nodes(grant.grantees, grant.n_grantees))) {
            name.element = role;
            parsed.statement.names.push_back(name);
        }
    }
}

/// Default privileges go by their role, where it is not whoever runs the statement, and by what they are on: "app TABLES".
void add_default_privileges(const PgQuery__AlterDefaultPrivilegesStmt& alter, const Name& own, Parsed& parsed) {
    std::vector<std::string> schemas{""}, makers{""};
    for (auto node : Nodes(alter.options, alter.n_options)) {
        auto option = as<PgQuery__DefElem>(unwrap(node), pg_query__def_elem__descriptor);
        auto list = option ? as<PgQuery__List>(unwrap(option->arg), pg_query__list__descriptor) : nullptr;
        if (!list) continue;
        if (option->defname == std::string_view("schemas")) schemas = name_parts(&list->base);
        if (option->defname == std::string_view("roles")) makers = roles(Nodes(list->items, list->n_items));
    }
    std::string on = protobuf_c_enum_descriptor_get_value(&pg_query__object_type__descriptor, alter.action->objtype)->name;
    on = on.substr(on.find('_') + 1) + "S";
    for (const auto& schema : schemas)
        for (const auto& maker : makers)
            parsed.statement.names.push_back(
                {.node = own.node, .schema = schema, .object = maker.empty() ? on : maker + " " + on, .offset = own.offset});
}

/// CREATE SCHEMA s CREATE TABLE t (...) ...: what it makes is in s unless it says otherwise.
void add_contents(const PgQuery__CreateSchemaStmt& schema, const Name& whole, Parsed& parsed) {
    for (auto node : Nodes(schema.schema_elts, schema.n_schema_elts)) {
        auto tree = unwrap(node);
        if (!tree) continue;
        Name own = own_name(*tree);
        if (own.schema.empty()) own.schema = whole.schema;
        own.offset = parsed.statement.offset;
        if (auto grant = as<PgQuery__GrantStmt>(tree, pg_query__grant_stmt__descriptor)) {
            add_grant(*grant, own, parsed);
            continue;
        }
        parsed.statement.names.push_back(own);
        add_parts(*tree, own, parsed);
    }
}

/// SET search_path names schemas.
void add_search_path(const PgQuery__VariableSetStmt& set, const Name& own, Parsed& parsed) {
    if (set.name != std::string_view("search_path")) return;
    for (auto node : Nodes(set.args, set.n_args)) {
        auto constant = as<PgQuery__AConst>(unwrap(node), pg_query__a__const__descriptor);
        bool text = constant && constant->val_case == PG_QUERY__A__CONST__VAL_SVAL;
        parsed.statement.names.push_back(
            {.node = own.node, .schema = text ? constant->sval->sval : "", .object = set.name, .offset = own.offset});
    }
    if (set.n_args == 0) parsed.statement.names.push_back({.node = own.node, .object = set.name, .offset = own.offset});
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
        add_grant(*grant, own, parsed);
    } else if (auto alter = as<PgQuery__AlterDefaultPrivilegesStmt>(&tree, pg_query__alter_default_privileges_stmt__descriptor)) {
        add_default_privileges(*alter, own, parsed);
    } else if (auto set = as<PgQuery__VariableSetStmt>(&tree, pg_query__variable_set_stmt__descriptor)) {
        add_search_path(*set, own, parsed);
    }
    if (auto insert = as<PgQuery__InsertStmt>(&tree, pg_query__insert_stmt__descriptor)) {
        own.type = "OBJECT_TABLE";
        statement.given = given(*insert);
    }
    if (statement.names.empty()) statement.names.push_back(own);
    add_parts(tree, own, parsed);
    if (auto schema = as<PgQuery__CreateSchemaStmt>(&tree, pg_query__create_schema_stmt__descriptor)) {
        if (schema->authrole)
            statement.names.push_back({.node = "AlterOwnerStmt",
                                       .schema = own.schema,
                                       .object = own.object,
                                       .offset = own.offset,
                                       .type = "OBJECT_SCHEMA"});
        add_contents(*schema, own, parsed);
    }
}

}  // namespace plumb::introspect

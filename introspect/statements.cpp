// Parses a statement and decides what the loader is to do with it.
#include "introspect/statements.hpp"

#include <pg_query.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <string_view>

#include "introspect/detached.hpp"
#include "introspect/newer.hpp"
#include "introspect/parse_tree.hpp"

namespace plumb::introspect {

namespace {

/// A parse tree takes up to 2 kB of stack a level, and a level takes at least one token.
constexpr std::size_t most_tokens = 400'000;

/// Statements that have no place in a desired file, and what to do instead.
struct Refusal {
    std::vector<std::string_view> nodes;
    const char* hint;
};

const std::array<Refusal, 7> refusals{{
    {{"UpdateStmt", "DeleteStmt", "MergeStmt", "TruncateStmt", "CopyStmt"},
     "desired files hold declarations and, written as INSERT, reference rows"},
    {{"CreatedbStmt", "DropdbStmt", "AlterDatabaseStmt", "AlterDatabaseSetStmt", "AlterDatabaseRefreshCollStmt"},
     "Plumb works inside one database; pg_dump without --create leaves this out; how it is set is managed with [manage] database = true"},
    {{"AlterSystemStmt", "CreateTableSpaceStmt", "DropTableSpaceStmt", "AlterTableSpaceOptionsStmt", "AlterTableMoveAllStmt",
      "LoadStmt", "CheckPointStmt"},
     "this concerns the whole server; Plumb works inside one database"},
    {{"AlterRoleStmt", "AlterRoleSetStmt", "DropRoleStmt", "DropOwnedStmt", "ReassignOwnedStmt"},
     "without [manage] roles = true in plumb.toml only CREATE ROLE is accepted, for what the files grant"},
    {{"ImportForeignSchemaStmt"}, "what it makes is decided by the other server; write CREATE FOREIGN TABLE"},
    {{"VacuumStmt", "ReindexStmt", "ClusterStmt"}, "this changes no declaration; leave it out"},
    {{"TransactionStmt", "ConstraintsSetStmt", "DiscardStmt", "VariableShowStmt", "ExplainStmt", "LockStmt", "ListenStmt",
      "UnlistenStmt", "NotifyStmt", "PrepareStmt", "ExecuteStmt", "DeallocateStmt", "DeclareCursorStmt", "FetchStmt",
      "ClosePortalStmt"},
     "this declares nothing; leave it out"},
}};

/// Node names that declare besides those that begin with Alter, Create, Drop or Define.
constexpr std::string_view declarations[] = {
    "CommentStmt", "CompositeTypeStmt", "GrantRoleStmt", "GrantStmt", "IndexStmt",
    "RenameStmt",  "RuleStmt",          "SecLabelStmt",  "ViewStmt",
};

bool declares(std::string_view node) {
    for (std::string_view verb : {"Alter", "Create", "Drop", "Define"}) {
        if (node.starts_with(verb)) return true;
    }
    return std::ranges::find(declarations, node) != std::end(declarations);
}

template <class T, auto release>
using Owned = std::unique_ptr<T, decltype([](T* it) { release(it); })>;

void release_tree(PgQuery__ParseResult* tree) { pg_query__parse_result__free_unpacked(tree, nullptr); }
void release_tokens(PgQuery__ScanResult* tokens) { pg_query__scan_result__free_unpacked(tokens, nullptr); }
using Tree = Owned<PgQuery__ParseResult, release_tree>;
using Tokens = Owned<PgQuery__ScanResult, release_tokens>;

/// The statement's first words as messages name it: ALTER SYSTEM, VACUUM.
std::string verb(std::string_view sql) {
    std::string out;
    std::size_t at = 0;
    for (int words = 0; words < 2; ++words) {
        auto end = std::min(sql.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", at), sql.size());
        if (end == at) break;
        if (words > 0) out += ' ';
        for (; at < end; ++at) out += static_cast<char>(std::toupper(static_cast<unsigned char>(sql[at])));
        if (out != "ALTER" && out != "CREATE" && out != "DROP" && out != "SET" && out != "RESET" && out != "REASSIGN") break;
        at = std::min(sql.find_first_not_of(" \t\r\n", at), sql.size());
    }
    return out;
}

/// Knows the file that the statement stands in, for errors.
class Reader {
public:
    Reader(const File& file, const Part& part, Managed managed) : file_(file), part_(part), managed_(managed) {
        statement_.sql = file.text.substr(part.begin, part.end - part.begin);
        statement_.offset = part.begin;
    }

    std::optional<Parsed> run() {
        if (part_.tokens > most_tokens) fail("the statement is too large", "split it; at most 400,000 tokens are read at once");
        Tree tree = parse_tree();
        Parsed parsed;
        if (!tree) return newer();
        const Message* root = tree->n_stmts == 1 ? unwrap(tree->stmts[0]->stmt) : nullptr;
        if (!root) fail("several statements where psql sees one", "is a BEGIN without its END, or a name that reads as such?");
        statement_.node = node_name(*root);
        share(*root);
        auto role = role_of(*root);
        if (!role) return {};
        statement_.role = *role;
        adapt(*root);
        parsed.statement = std::move(statement_);
        add_names(*root, parsed);
        return parsed;
    }

private:
    const File& file_;
    const Part& part_;
    Managed managed_;
    Statement statement_;

    [[noreturn]] void fail(const std::string& message, const std::string& hint) const {
        throw Error(message, place(file_, part_.begin), hint);
    }

    [[noreturn]] void refuse(const char* hint) const {
        auto what = verb(statement_.sql);
        if (what == "WITH") what = verb(statement_.node.substr(0, statement_.node.find("Stmt")));
        fail(what + " is not accepted in desired files", hint);
    }

    /// Empty where the grammar is too old for a declaration, which PostgreSQL may still know.
    Tree parse_tree() const {
        auto result = pg_query_parse_protobuf(statement_.sql.c_str());
        std::unique_ptr<PgQueryProtobufParseResult, decltype([](auto* it) { pg_query_free_protobuf_parse_result(*it); })> owner(
            &result);
        if (!result.error) {
            auto bytes = reinterpret_cast<const uint8_t*>(result.parse_tree.data);
            Tree tree(pg_query__parse_result__unpack(nullptr, result.parse_tree.len, bytes));
            if (!tree) fail("the parse tree cannot be read", "");
            return tree;
        }
        auto first = verb(statement_.sql);
        for (std::string_view word : {"ALTER", "COMMENT", "CREATE", "DROP", "GRANT", "IMPORT", "REVOKE", "SECURITY"}) {
            if (first == word || first.starts_with(std::string(word) + " ")) return {};
        }
        Source source{.files = {file_}};
        Statement statement{.sql = statement_.sql, .offset = part_.begin};
        throw Error(result.error->message, place(source, statement, result.error->cursorpos));
    }

    /// What PostgreSQL may know all the same is held to what can be told without a tree.
    Parsed newer() {
        auto parsed = read_newer(file_, part_);
        statement_ = std::move(parsed.statement);
        share(statement_.node);
        refuse_misplaced();
        if (is_of_subscription()) detach();
        if (statement_.node == "CreateTableAsStmt") {
            if (!ends_with_no_data()) leave_empty();
        } else {
            blank_concurrently(false);
        }
        parsed.statement = std::move(statement_);
        return parsed;
    }

    /// Whether the statement is about what the server has beside its databases, as far as that is managed.
    void share(std::string_view node, const PgQuery__ObjectType* type = nullptr) {
        bool role = node == "CreateRoleStmt" || node == "AlterRoleStmt" || node == "AlterRoleSetStmt" || node == "GrantRoleStmt" ||
                    (type && (*type == PG_QUERY__OBJECT_TYPE__OBJECT_ROLE || *type == PG_QUERY__OBJECT_TYPE__OBJECT_PARAMETER_ACL));
        bool database = node == "CreatedbStmt" || node == "AlterDatabaseStmt" || node == "AlterDatabaseSetStmt" ||
                        (type && *type == PG_QUERY__OBJECT_TYPE__OBJECT_DATABASE);
        auto shared = role ? Shared::roles : database ? Shared::database : Shared::no;
        if (!managed_.has(shared) || shared == Shared::no) return;
        statement_.shared = shared;
        auto all = tokens();
        for (std::size_t i = 0; all && i < all->n_tokens; ++i)
            for (auto whoever : {PG_QUERY__TOKEN__CURRENT_USER, PG_QUERY__TOKEN__CURRENT_ROLE, PG_QUERY__TOKEN__SESSION_USER})
                if (all->tokens[i]->token == whoever) fail("files do not know who deploys them", "name the role");
    }

    void share(const Message& tree) {
        const PgQuery__ObjectType* type = nullptr;
        if (auto comment = as<PgQuery__CommentStmt>(&tree, pg_query__comment_stmt__descriptor)) type = &comment->objtype;
        if (auto label = as<PgQuery__SecLabelStmt>(&tree, pg_query__sec_label_stmt__descriptor)) type = &label->objtype;
        if (auto grant = as<PgQuery__GrantStmt>(&tree, pg_query__grant_stmt__descriptor)) type = &grant->objtype;
        if (auto owner = as<PgQuery__AlterOwnerStmt>(&tree, pg_query__alter_owner_stmt__descriptor)) type = &owner->object_type;
        share(statement_.node, type);
    }

    /// What is there already keeps its encoding, locale and place; what can be changed has a statement that changes it.
    std::optional<Role> role_of(const PgQuery__CreatedbStmt& create) const {
        for (auto node : Nodes(create.options, create.n_options)) {
            auto option = as<PgQuery__DefElem>(unwrap(node), pg_query__def_elem__descriptor);
            for (std::string_view changeable : {"owner", "connection_limit", "is_template", "allow_connections"})
                if (option && option->defname == changeable) fail("CREATE DATABASE makes nothing here", "say it with ALTER DATABASE");
        }
        return {};
    }

    void refuse_misplaced() const {
        if (statement_.shared != Shared::no) return;
        for (const auto& refusal : refusals)
            if (std::ranges::find(refusal.nodes, statement_.node) != refusal.nodes.end()) refuse(refusal.hint);
    }

    /// Nothing where the statement may stand here but is dropped.
    std::optional<Role> role_of(const Message& tree) const {
        const auto& node = statement_.node;
        if (node == "InsertStmt") return Role::row;
        if (node == "DoStmt" || node == "CallStmt") return Role::runs;
        if (node == "RefreshMatViewStmt") return {};
        if (auto select = as<PgQuery__SelectStmt>(&tree, pg_query__select_stmt__descriptor)) return role_of(*select);
        if (auto set = as<PgQuery__VariableSetStmt>(&tree, pg_query__variable_set_stmt__descriptor)) return role_of(*set);
        if (auto transaction = as<PgQuery__TransactionStmt>(&tree, pg_query__transaction_stmt__descriptor)) {
            switch (transaction->kind) {
                case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_BEGIN:
                case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_START:
                case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT:
                    return {};
                default:
                    break;
            }
        }
        auto database = as<PgQuery__CreatedbStmt>(&tree, pg_query__createdb_stmt__descriptor);
        if (database && statement_.shared != Shared::no) return role_of(*database);
        if (auto alter = as<PgQuery__AlterDatabaseStmt>(&tree, pg_query__alter_database_stmt__descriptor))
            check_options(*alter);
        refuse_misplaced();
        if (!declares(node)) refuse("this declares nothing; leave it out");
        return Role::declares;
    }

    void check_options(const PgQuery__AlterDatabaseStmt& alter) const {
        for (auto node : Nodes(alter.options, alter.n_options)) {
            auto option = as<PgQuery__DefElem>(unwrap(node), pg_query__def_elem__descriptor);
            if (!option || (option->defname != std::string_view("connection_limit") && option->defname != std::string_view("is_template")))
                refuse("of the options of a database CONNECTION LIMIT and IS_TEMPLATE are managed");
        }
    }

    std::optional<Role> role_of(const PgQuery__VariableSetStmt& set) const {
        if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_MULTI) return {};  // of the transaction
        if (set.is_local)
            fail("SET LOCAL is not accepted in desired files", "transactions of the files are not kept; write SET and RESET");
        std::string value;
        if (set.n_args == 1) value = text(unwrap(set.args[0])).value_or("");
        check_setting(set.name, value);
        return Role::sets;
    }

    /// SELECT set_config('name', 'value', false), as pg_dump prints it, is a SET; any other SELECT runs code.
    std::optional<Role> role_of(const PgQuery__SelectStmt& select) const {
        if (select.n_from_clause || select.where_clause || select.with_clause || select.into_clause || select.n_values_lists ||
            select.op != PG_QUERY__SET_OPERATION__SETOP_NONE || !select.n_target_list) {
            return Role::runs;
        }
        for (auto node : Nodes(select.target_list, select.n_target_list)) {
            auto target = as<PgQuery__ResTarget>(unwrap(node), pg_query__res_target__descriptor);
            auto call = target ? as<PgQuery__FuncCall>(unwrap(target->val), pg_query__func_call__descriptor) : nullptr;
            if (!call || !sets(*call)) return Role::runs;
        }
        return Role::sets;
    }

    bool sets(const PgQuery__FuncCall& call) const {
        std::vector<std::string> name;
        for (auto node : Nodes(call.funcname, call.n_funcname))
            std::ranges::move(name_parts(unwrap(node)), std::back_inserter(name));
        if (name.empty() || name.back() != "set_config" || (name.size() > 1 && name.front() != "pg_catalog") || call.n_args != 3)
            return false;
        auto setting = text(unwrap(call.args[0]));
        auto value = text(unwrap(call.args[1]));
        auto local = as<PgQuery__AConst>(unwrap(call.args[2]), pg_query__a__const__descriptor);
        if (!setting || !value || !local || local->val_case != PG_QUERY__A__CONST__VAL_BOOLVAL || local->boolval->boolval)
            return false;
        check_setting(*setting, *value);
        return true;
    }

    static std::optional<std::string> text(const Message* message) {
        auto constant = as<PgQuery__AConst>(message, pg_query__a__const__descriptor);
        if (!constant || constant->val_case != PG_QUERY__A__CONST__VAL_SVAL) return {};
        return constant->sval->sval;
    }

    void check_setting(std::string name, std::string value) const {
        for (auto* word : {&name, &value}) {
            for (char& c : *word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        if (name == "role" || name == "session_authorization") refuse("give objects to their owner with ALTER ... OWNER TO");
        if (name == "client_encoding" && !value.empty() && value != "utf8" && value != "utf-8" && value != "unicode") {
            fail("the file sets the encoding " + value, "save it as UTF-8 and take the line out");
        }
        if (name == "standard_conforming_strings" && (value == "off" || value == "false" || value == "no")) {
            fail("backslashes in plain strings are not read as escapes", "write E'...' and take the line out");
        }
    }

    /// Leaves out what a scratch has no use for; the rest keeps its position.
    void adapt(const Message& tree) {
        if (is_of_subscription()) detach();
        if (auto index = as<PgQuery__IndexStmt>(&tree, pg_query__index_stmt__descriptor)) {
            if (index->concurrent) blank_concurrently(false);
        } else if (auto drop = as<PgQuery__DropStmt>(&tree, pg_query__drop_stmt__descriptor)) {
            if (drop->concurrent) blank_concurrently(false);
        } else if (auto alter = as<PgQuery__AlterTableStmt>(&tree, pg_query__alter_table_stmt__descriptor)) {
            for (auto node : Nodes(alter->cmds, alter->n_cmds)) {
                auto command = as<PgQuery__AlterTableCmd>(unwrap(node), pg_query__alter_table_cmd__descriptor);
                auto partition =
                    command ? as<PgQuery__PartitionCmd>(unwrap(command->def), pg_query__partition_cmd__descriptor) : nullptr;
                if (partition && partition->concurrent) blank_concurrently(true);
            }
        } else if (auto query = as<PgQuery__CreateTableAsStmt>(&tree, pg_query__create_table_as_stmt__descriptor)) {
            if (!query->into->skip_data) leave_empty();
        }
    }

    bool is_of_subscription() const {
        return statement_.node == "CreateSubscriptionStmt" || statement_.node == "AlterSubscriptionStmt";
    }

    void detach() {
        if (operates(statement_.sql)) refuse("Plumb neither starts nor stops replication; do that by hand");
        statement_.sql = detached(statement_.sql);
    }

    Tokens tokens() const {
        auto result = pg_query_scan(statement_.sql.c_str());
        Tokens tokens;
        if (!result.error) {
            tokens.reset(
                pg_query__scan_result__unpack(nullptr, result.pbuf.len, reinterpret_cast<const uint8_t*>(result.pbuf.data)));
        }
        pg_query_free_scan_result(result);
        return tokens;
    }

    void blank(const PgQuery__ScanToken& token) {
        auto begin = statement_.sql.begin();
        std::fill(begin + token.start, begin + token.end, ' ');
    }

    void blank_concurrently(bool last) {
        auto all = tokens();
        const PgQuery__ScanToken* found = nullptr;
        for (std::size_t i = 0; all && i < all->n_tokens && (last || !found); ++i) {
            if (all->tokens[i]->token == PG_QUERY__TOKEN__CONCURRENTLY) found = all->tokens[i];
        }
        if (found) blank(*found);
    }

    bool ends_with_no_data() const {
        auto all = tokens();
        auto count = all ? all->n_tokens : 0;
        return count > 2 && all->tokens[count - 2]->token == PG_QUERY__TOKEN__NO &&
               all->tokens[count - 1]->token == PG_QUERY__TOKEN__DATA_P;
    }

    void leave_empty() {
        auto all = tokens();
        auto count = all ? all->n_tokens : 0;
        if (count > 1 && all->tokens[count - 2]->token == PG_QUERY__TOKEN__WITH &&
            all->tokens[count - 1]->token == PG_QUERY__TOKEN__DATA_P) {
            blank(*all->tokens[count - 2]);
            blank(*all->tokens[count - 1]);
        }
        statement_.sql += " WITH NO DATA";
        statement_.emptied = true;
    }
};

}  // namespace

std::optional<Parsed> parse(const File& file, const Part& part, Managed managed) { return Reader(file, part, managed).run(); }

}  // namespace plumb::introspect

// Statements that the linked grammar is too old for: what their words tell of them.
#include "introspect/newer.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

#include "introspect/sql_shape.hpp"

namespace plumb::introspect {

namespace {

struct Head {
    std::vector<std::string_view> words;
    const char* node;
};

/// The longer ones first. Words between CREATE and what it makes (OR REPLACE, TEMPORARY ...) are skipped before.
const Head heads[] = {
    {{"CREATE", "USER", "MAPPING"}, "CreateUserMappingStmt"},
    {{"ALTER", "USER", "MAPPING"}, "AlterUserMappingStmt"},
    {{"DROP", "USER", "MAPPING"}, "DropUserMappingStmt"},
    {{"ALTER", "TABLE", "ALL"}, "AlterTableMoveAllStmt"},
    {{"ALTER", "DEFAULT", "PRIVILEGES"}, "AlterDefaultPrivilegesStmt"},
    {{"CREATE", "DATABASE"}, "CreatedbStmt"},
    {{"ALTER", "DATABASE"}, "AlterDatabaseStmt"},
    {{"DROP", "DATABASE"}, "DropdbStmt"},
    {{"ALTER", "SYSTEM"}, "AlterSystemStmt"},
    {{"CREATE", "TABLESPACE"}, "CreateTableSpaceStmt"},
    {{"ALTER", "TABLESPACE"}, "AlterTableSpaceOptionsStmt"},
    {{"DROP", "TABLESPACE"}, "DropTableSpaceStmt"},
    {{"CREATE", "ROLE"}, "AlterRoleStmt"},  // which role is made cannot be told, so it is refused
    {{"CREATE", "USER"}, "AlterRoleStmt"},
    {{"CREATE", "GROUP"}, "AlterRoleStmt"},
    {{"ALTER", "ROLE"}, "AlterRoleStmt"},
    {{"ALTER", "USER"}, "AlterRoleStmt"},
    {{"ALTER", "GROUP"}, "AlterRoleStmt"},
    {{"DROP", "ROLE"}, "DropRoleStmt"},
    {{"DROP", "USER"}, "DropRoleStmt"},
    {{"DROP", "GROUP"}, "DropRoleStmt"},
    {{"DROP", "OWNED"}, "DropOwnedStmt"},
    {{"DROP"}, "DropStmt"},
    {{"CREATE", "TABLE"}, "CreateStmt"},
    {{"CREATE", "MATERIALIZED", "VIEW"}, "CreateTableAsStmt"},
    {{"CREATE", "VIEW"}, "ViewStmt"},
    {{"ALTER", "TABLE"}, "AlterTableStmt"},
    {{"CREATE", "SUBSCRIPTION"}, "CreateSubscriptionStmt"},
    {{"ALTER", "SUBSCRIPTION"}, "AlterSubscriptionStmt"},
    {{"CREATE", "EVENT", "TRIGGER"}, "CreateEventTrigStmt"},
    {{"ALTER", "EVENT", "TRIGGER"}, "AlterEventTrigStmt"},
};

constexpr std::string_view between[] = {"OR", "REPLACE", "GLOBAL", "LOCAL", "TEMPORARY", "TEMP", "UNLOGGED", "RECURSIVE"};

/// What begins a part of a table that is no column.
constexpr std::string_view no_column[] = {"CHECK", "EXCLUDE", "FOREIGN", "LIKE", "NOT", "PRIMARY", "UNIQUE"};

template <class Range>
bool contains(const Range& all, std::string_view one) {
    return std::ranges::find(all, one) != std::ranges::end(all);
}

class Newer {
public:
    Newer(const File& file, const Part& part) : file_(file), tokens_(tokens(file, part)) {
        auto& statement = parsed_.statement;
        statement.sql = file.text.substr(part.begin, part.end - part.begin);
        statement.offset = part.begin;
        statement.role = Role::unknown;
    }

    Parsed run() {
        auto& node = parsed_.statement.node;
        std::size_t at = 0;
        node = head(at);
        bool makes_rows = node == "CreateStmt" && std::ranges::any_of(tokens_, [&](const Token& token) {
                              return token.depth == 0 && word(token) == "AS";
                          });
        if (makes_rows) node = "CreateTableAsStmt";
        Name own{.node = node, .offset = parsed_.statement.offset};
        if (node == "CreateStmt" || node == "CreateTableAsStmt" || node == "ViewStmt" || node == "AlterTableStmt") name(at, own);
        if (node == "AlterDefaultPrivilegesStmt")
            add_default_privileges(at, own);
        else
            parsed_.statement.names.push_back(own);
        if (node == "CreateStmt") add_elements(at, own);
        return std::move(parsed_);
    }

private:
    const File& file_;
    std::vector<Token> tokens_;
    Parsed parsed_;

    std::string_view text(const Token& token) const {
        return std::string_view(file_.text).substr(token.begin, token.end - token.begin);
    }

    /// Upper case; empty for what is no bare word.
    std::string word(const Token& token) const {
        std::string out(text(token));
        if (!std::isalpha(static_cast<unsigned char>(out.front()))) return "";
        for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        return out;
    }
    std::string word(std::size_t at) const { return at < tokens_.size() ? word(tokens_[at]) : ""; }

    /// The node by the first words; `at` is behind them then.
    std::string head(std::size_t& at) const {
        std::vector<std::string> words;
        std::vector<std::size_t> ends;
        for (std::size_t i = 0; i < tokens_.size() && words.size() < 3; ++i) {
            if (words.size() == 1 && words[0] == "CREATE" && contains(between, word(i))) continue;
            words.push_back(word(i));
            ends.push_back(i + 1);
        }
        if (words[0] == "GRANT" || words[0] == "REVOKE")
            return std::ranges::any_of(tokens_, [&](const Token& token) { return token.depth == 0 && word(token) == "ON"; })
                       ? ""
                       : "GrantRoleStmt";
        for (const auto& one : heads) {
            if (one.words.size() > words.size() || !std::equal(one.words.begin(), one.words.end(), words.begin())) continue;
            at = ends[one.words.size() - 1];
            return one.node;
        }
        return "";
    }

    std::string name_at(std::size_t at) const {
        if (at >= tokens_.size()) return "";
        std::string out(text(tokens_[at]));
        if (out.front() == '"') {
            out = out.substr(1, out.size() - 2);
            // The lexer ends a quoted name at its first quote: a doubled one joins the next.
            for (auto next = at + 1;
                 next < tokens_.size() && tokens_[next].begin == tokens_[next - 1].end && text(tokens_[next]).front() == '"';
                 ++next)
                out += std::string(text(tokens_[next]).substr(0, tokens_[next].end - tokens_[next].begin - 1));
            return out;
        }
        if (word(at).empty() && out.front() != '_') return "";
        for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return out;
    }

    /// Behind the name that stands there.
    std::size_t behind_name(std::size_t at) const {
        for (++at; at < tokens_.size() && text(tokens_[at]).front() == '"' && tokens_[at].begin == tokens_[at - 1].end; ++at)
            continue;
        return at;
    }

    void name(std::size_t& at, Name& own) const {
        while (contains(std::initializer_list<std::string_view>{"IF", "NOT", "EXISTS", "ONLY"}, word(at))) ++at;
        own.object = name_at(at);
        at = behind_name(at);
        if (at + 1 < tokens_.size() && text(tokens_[at]) == ".") {
            own.schema = std::exchange(own.object, name_at(at + 1));
            at = behind_name(at + 1);
        }
    }

    /// Those on large objects, which the grammar has from 18 on, by the roles behind FOR ROLE.
    void add_default_privileges(std::size_t at, Name own) {
        std::vector<std::string> makers;
        if (word(at) == "FOR") ++at;
        while (at + 1 < tokens_.size() &&
               (contains(std::initializer_list<std::string_view>{"ROLE", "USER"}, word(at)) || text(tokens_[at]) == ",")) {
            makers.push_back(name_at(at + 1) + " ");
            at = behind_name(at + 1);
        }
        if (makers.empty()) makers.emplace_back();
        for (const auto& maker : makers) {
            own.object = maker + "LARGEOBJECTS";
            parsed_.statement.names.push_back(own);
        }
    }

    /// Columns and named constraints of CREATE TABLE name (...).
    void add_elements(std::size_t at, const Name& own) {
        if (at >= tokens_.size() || text(tokens_[at]) != "(") return;
        bool begins = true;
        for (++at; at < tokens_.size() && tokens_[at].depth > 0; ++at) {
            if (begins) add_element(at, own);
            begins = tokens_[at].depth == 1 && text(tokens_[at]) == ",";
        }
    }

    void add_element(std::size_t at, const Name& own) {
        auto first = word(at);
        bool constraint = first == "CONSTRAINT", named = constraint || !contains(no_column, first);
        auto& names = parsed_.statement.names;
        parsed_.elements.push_back(
            {.offset = tokens_[at].begin, .name = named ? static_cast<std::ptrdiff_t>(names.size()) : -1, .depth = 1});
        if (named)
            names.push_back({.node = constraint ? "Constraint" : "ColumnDef",
                             .schema = own.schema,
                             .object = own.object,
                             .element = name_at(constraint ? at + 1 : at),
                             .offset = tokens_[at].begin});
    }
};

}  // namespace

Parsed read_newer(const File& file, const Part& part) { return Newer(file, part).run(); }

}  // namespace plumb::introspect

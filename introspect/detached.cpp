// Subscriptions that never connect.
#include "introspect/detached.hpp"

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <cctype>
#include <string_view>

namespace plumb::introspect {

namespace {

struct Token {
    std::string word;  ///< upper case
    std::size_t begin, end;
    bool constant;
};

std::vector<Token> tokens(const std::string& sql) {
    std::vector<Token> out;
    auto result = pg_query_scan(sql.c_str());
    auto scan = result.error
                    ? nullptr
                    : pg_query__scan_result__unpack(nullptr, result.pbuf.len, reinterpret_cast<const uint8_t*>(result.pbuf.data));
    for (std::size_t i = 0; scan && i < scan->n_tokens; ++i) {
        const auto& token = *scan->tokens[i];
        if (token.token == PG_QUERY__TOKEN__SQL_COMMENT || token.token == PG_QUERY__TOKEN__C_COMMENT) continue;
        Token next{"", static_cast<std::size_t>(token.start), static_cast<std::size_t>(token.end),
                   token.token == PG_QUERY__TOKEN__SCONST || token.token == PG_QUERY__TOKEN__USCONST};
        for (auto at = next.begin; at < next.end; ++at)
            next.word += static_cast<char>(std::toupper(static_cast<unsigned char>(sql[at])));
        out.push_back(next);
    }
    if (scan) pg_query__scan_result__free_unpacked(scan, nullptr);
    pg_query_free_scan_result(result);
    return out;
}

std::string word(const std::vector<Token>& all, std::size_t at) { return at < all.size() ? all[at].word : ""; }

/// Options in parentheses, as they are written, without those that are named.
std::string options_but(const std::string& sql, const std::vector<Token>& all, std::size_t open,
                        const std::vector<std::string_view>& names) {
    std::string out;
    for (std::size_t first = open + 1; first + 1 < all.size();) {
        auto last = first;
        while (last + 1 < all.size() && word(all, last) != "," && word(all, last) != ")") ++last;
        bool named = std::ranges::find(names, word(all, first)) != names.end();
        if (!named) out += ", " + sql.substr(all[first].begin, all[last - 1].end - all[first].begin);
        first = last + 1;
    }
    return out;
}

}  // namespace

std::string detached(const std::string& sql) {
    auto all = tokens(sql);
    bool creates = word(all, 0) == "CREATE";
    if (!creates && word(all, 4) != "PUBLICATION") return sql;
    auto open = all.size();
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        if (all[i].word == "WITH" && all[i + 1].word == "(") open = i + 1;
    std::string start = open < all.size() ? sql.substr(0, all[open - 1].begin) : sql + " ";
    std::vector<std::string_view> connecting{"CONNECT", "ENABLED", "CREATE_SLOT", "COPY_DATA", "REFRESH"};
    return start + "WITH (" + (creates ? "connect" : "refresh") + " = false" +
           (open < all.size() ? options_but(sql, all, open, connecting) : "") + ")";
}

bool operates(const std::string& sql) {
    auto all = tokens(sql);
    auto verb = word(all, 3);
    return word(all, 0) == "ALTER" && (verb == "ENABLE" || verb == "DISABLE" || verb == "REFRESH" || verb == "SKIP");
}

std::vector<std::string> string_constants(const std::string& sql) {
    std::vector<std::string> out;
    for (const auto& token : tokens(sql))
        if (token.constant) out.push_back(sql.substr(token.begin, token.end - token.begin));
    return out;
}

}  // namespace plumb::introspect

// Says whether two databases are the same, by pg_dump.
#include "tests/observer.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <regex>

#include "engine/model/error.hpp"

namespace plumb::tests {

namespace {

/// One thing that pg_dump prints under a heading of its own.
struct Entry {
    std::string heading;  ///< "Name: t; Type: TABLE; Schema: public; Owner: postgres"
    std::string type;
    std::string body;
};

/// Session settings that pg_dump prints behind one entry and that mean something for the next ones.
struct Settings {
    std::string tablespace;
    std::string access_method;
};

std::string between(const std::string& text, const std::string& before, const std::string& after) {
    auto start = text.find(before);
    if (start == std::string::npos) return "";
    start += before.size();
    return text.substr(start, text.find(after, start) - start);
}

/// Cuts settings from the end of a body and returns what is in force from here on.
Settings cut_settings(std::string& body, Settings now) {
    static const std::regex setting("(^|\n)SET (default_tablespace|default_table_access_method) = ([^\n]*);\n*$");
    for (std::smatch match; std::regex_search(body, match, setting);) {
        auto& value = match[2] == "default_tablespace" ? now.tablespace : now.access_method;
        value = match[3] == "''" || match[3] == "heap" ? "" : match[3].str();
        body = match.prefix().str();
    }
    return now;
}

bool is_stored(const std::string& type) {
    return type == "TABLE" || type == "INDEX" || type == "MATERIALIZED VIEW" || type == "CONSTRAINT";
}

std::vector<Entry> entries(const std::string& dump) {
    static const std::string head = "\n--\n-- Name: ";
    auto end = std::min(dump.find("\n--\n-- PostgreSQL database dump complete"), dump.size());
    auto at = dump.find(head);
    std::string preamble = dump.substr(0, std::min(at, end));
    auto settings = cut_settings(preamble, {});
    std::vector<Entry> found;
    while (at < end) {
        auto next = std::min(dump.find(head, at + 1), end);
        auto line = at + head.size() - 6;
        auto text = dump.find("\n--\n", line);
        Entry entry{dump.substr(line, text - line), "", dump.substr(text + 4, next - text - 4)};
        entry.type = between(entry.heading, "; Type: ", ";");
        auto then = cut_settings(entry.body, settings);
        entry.body = std::regex_replace(entry.body, std::regex("^\n+|\n+$"), "");
        if (is_stored(entry.type) && !settings.tablespace.empty()) entry.heading += "; Tablespace: " + settings.tablespace;
        if (is_stored(entry.type) && !settings.access_method.empty())
            entry.heading += "; Access method: " + settings.access_method;
        settings = then;
        found.push_back(entry);
        at = next;
    }
    return found;
}

/// Splits where the separator stands outside quotes and brackets.
std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts{""};
    int depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (!quote && depth == 0 && text.compare(i, separator.size(), separator) == 0) {
            parts.emplace_back();
            i += separator.size() - 1;
            continue;
        }
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '\'' || c == '"')
            quote = c;
        else if (c == '(')
            ++depth;
        else if (c == ')')
            --depth;
        parts.back() += c;
    }
    return parts;
}

std::string sorted(std::vector<std::string> parts, const std::string& separator) {
    std::sort(parts.begin(), parts.end());
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : separator) + part;
    return text;
}

/// Where the bracket closes that opens at `open`.
std::size_t closing(const std::string& text, std::size_t open) {
    auto inside = split(text.substr(open + 1), ")");
    return open + 1 + inside[0].size();
}

/// Columns and constraints of a CREATE TABLE are a set; so are the statements that follow it.
std::string normalised_table(const std::string& body) {
    auto statements = split(body, ";\n");
    for (auto& statement : statements) {
        statement = std::regex_replace(statement, std::regex("^\n+|;?\n*$"), "");
        auto open = statement.find(" (\n    ");
        if (statement.find("CREATE ") != 0 || open == std::string::npos) continue;
        auto start = open + 3, end = closing(statement, open + 1);
        std::string parts = statement.substr(start, end - start - 1);
        statement = statement.substr(0, start) + sorted(split(parts, ",\n"), ",\n") + statement.substr(end - 1);
    }
    return sorted(statements, ";\n");
}

/// Storage parameters are a set.
std::string sorted_options(const std::string& body) {
    auto start = body.find("WITH (");
    if (start == std::string::npos) return body;
    auto end = closing(body, start + 5);
    if (end >= body.size()) return body;
    return body.substr(0, start + 6) + sorted(split(body.substr(start + 6, end - start - 6), ", "), ", ") + body.substr(end);
}

/// Columns of statistics come in the order that they have in their table; expressions, in brackets, in one of their own.
std::string normalised_statistics(const std::string& body) {
    auto start = body.find(" ON "), end = body.rfind(" FROM ");
    if (start == std::string::npos || end == std::string::npos || end < start) return body;
    start += 4;
    auto parts = split(body.substr(start, end - start), ", ");
    auto expressions = std::stable_partition(parts.begin(), parts.end(), [](const std::string& part) { return part[0] != '('; });
    std::sort(parts.begin(), expressions);
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return body.substr(0, start) + text + body.substr(end);
}

std::string normalised(const Entry& entry) {
    auto body = entry.body;
    // A superuser may do all with PostgreSQL's own objects, and the scratch's has another name.
    if (entry.type == "ACL" && entry.heading.find("; Schema: pg_catalog;") != std::string::npos)
        body = std::regex_replace(body, std::regex("REVOKE [^\n]* FROM postgres;(\n|$)"), "");
    if (entry.type == "ACL" || entry.type == "DEFAULT ACL") return sorted(split(body, "\n"), "\n");
    if (entry.type == "TABLE" || entry.type == "FOREIGN TABLE") body = normalised_table(body);
    if (entry.type == "STATISTICS") body = normalised_statistics(body);
    if (entry.type != "FUNCTION" && entry.type != "PROCEDURE") body = sorted_options(body);
    return body;
}

bool is_catalogs(const std::string& text) { return text.starts_with("pg_"); }

std::string load_and_dump(Server& server, const std::string& dump) {
    auto database = server.create();
    auto file = server.folder() + "/" + database + ".sql";
    std::ofstream(file) << dump;
    auto loaded = server.psql(database, file);
    auto again = loaded.exit == 0 ? structure(server, database) : "";
    server.drop(database);
    unlink(file.c_str());
    if (loaded.exit != 0) throw Error("its dump does not load: " + loaded.err);
    return again;
}

}  // namespace

std::string structure(const Server& server, const std::string& database) {
    if (!server.dumps()) return catalogs(server, database);
    return server.dump(database, {"-s", "-N", "plumb", "-N", "plumb_archive*"});
}

std::string catalogs(const Server& server, const std::string& database) {
    return must({server.program("psql"), "-X", "-q", "-d", server.conninfo(database), "-f", PLUMB_ROOT "/tests/catalogs.sql"});
}

std::string normalised(const std::string& dump) {
    if (is_catalogs(dump)) return dump;
    std::vector<std::string> texts;
    for (const auto& entry : entries(dump))
        if (auto body = normalised(entry); !body.empty()) texts.push_back("-- " + entry.heading + "\n" + body + "\n");
    return sorted(texts, "\n");
}

std::string unified_diff(const Server& server, const std::string& expected, const std::string& actual) {
    if (expected == actual) return "";
    static std::atomic<int> count = 0;
    auto name = server.folder() + "/diff" + std::to_string(++count);
    std::ofstream(name + "a") << expected;
    std::ofstream(name + "b") << actual;
    auto text = run({"diff", "-U", "6", "--label", "expected", "--label", "actual", name + "a", name + "b"}).out;
    unlink((name + "a").c_str());
    unlink((name + "b").c_str());
    return text;
}

std::string difference(Server& server, const std::string& expected, const std::string& actual) {
    if (expected == actual || normalised(expected) == normalised(actual)) return "";
    if (is_catalogs(expected)) return unified_diff(server, expected, actual);
    try {
        auto expected_again = normalised(load_and_dump(server, expected)),
             actual_again = normalised(load_and_dump(server, actual));
        if (expected_again == actual_again) return "";
        return unified_diff(server, expected_again, actual_again);
    } catch (const Error& error) {
        return std::string(error.what()) + "\n" + unified_diff(server, normalised(expected), normalised(actual));
    }
}

Rows rows(const Server& server, const std::string& first, const std::string& second, const std::vector<std::string>& without) {
    // A sequence is another one where it counts for another table.
    static const std::string columns =
        "select n.nspname || '.' || c.relname || '.' || attname || e'\\t' || coalesce((select refobjid::regclass::text from pg_depend"
        " where relkind = 'S' and classid = 'pg_class'::regclass and objid = c.oid and deptype in ('a', 'i')), '')"
        " from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace"
        " where relkind in ('r', 'p', 'S') and attname <> 'log_cnt' and attnum > 0 and not attisdropped and nspname !~ '^(pg_|information_schema$|plumb)'";
    // What stays partitioned may lose the rows of a partition, and is compared partition by partition.
    static const std::string partitioned =
        "select n.nspname || '.' || c.relname || '.' || attname || e'\t' || pg_get_partkeydef(c.oid) from pg_attribute join pg_class c on c.oid = attrelid"
        " join pg_namespace n on n.oid = relnamespace where relkind = 'p' and attnum > 0 and not attisdropped";
    auto common = [&](const std::string& query) {
        auto list = [&](const std::string& database) {
            auto names = split(server.sql(database, query).out, "\n");
            std::sort(names.begin(), names.end());
            return names;
        };
        auto of_first = list(first), of_second = list(second);
        std::vector<std::string> out;
        std::set_intersection(of_first.begin(), of_first.end(), of_second.begin(), of_second.end(), std::back_inserter(out));
        for (auto& name : out) name.resize(std::min(name.find('\t'), name.size()));
        return out;
    };
    const auto stays = common(partitioned);
    std::vector<std::string> compared;
    for (const auto& name : common(columns))
        if (!name.empty() && std::ranges::find(without, name) == without.end() && std::ranges::find(stays, name) == stays.end()) compared.push_back(name);
    // One jsonb object per row: its keys have an order of their own, whatever that of the columns.
    std::string literal;
    for (const auto& name : compared)
        literal += (literal.empty() ? "'" : ",'") + std::regex_replace(name, std::regex("'"), "''") + "'";
    auto file = server.folder() + "/" + first + "_" + second + ".rows.sql";
    std::ofstream(file)
        << "select format('select %L, (select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(plumb_row))) from "
           "(select ' ||"
           " string_agg(quote_ident(a), ', ') || ' from %s %I.%I) plumb_row order by 2', s || '.' || t, case kind when 'p' then '' else 'only' end, s, t)"
           " from (select n.nspname s, c.relname t, attname a, relkind kind from pg_attribute join pg_class c on c.oid = attrelid"
           " join pg_namespace n on n.oid = relnamespace where attnum > 0 and"
           " n.nspname || '.' || c.relname || '.' || attname in (" +
               (literal.empty() ? "''" : literal) + ")) x group by s, t, kind order by s, t \\gexec\n";
    auto read = [&](const std::string& database) {
        return must({server.program("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", server.conninfo(database),
                     "-f", file});
    };
    Rows found{read(first), read(second)};
    unlink(file.c_str());
    return found;
}

}  // namespace plumb::tests

// Calls the validators of languages, as CREATE FUNCTION does.
#include "introspect/functions.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace plumb::introspect {

namespace {

struct Function {
    std::string schema;
    std::string name;
    std::string body;
    std::string usual_path;             ///< call that sets a search_path to run it with
    std::string call;                   ///< of its language's validator
    std::vector<std::string> settings;  ///< calls that set what its SET clauses say
    std::size_t statement = housekeeping;
};

constexpr const char* made_functions = R"(
    select n.nspname, p.proname, p.prosrc, pg_catalog.format('select %I.%I(%s)', vn.nspname, v.proname, p.oid),
        pg_catalog.format('select pg_catalog.set_config(''search_path'', %L || pg_catalog.current_setting(''search_path''), true)',
            pg_catalog.quote_ident(n.nspname) || ', '),
        (select pg_catalog.string_agg(pg_catalog.format('select pg_catalog.set_config(%L, %L, true)',
            pg_catalog.split_part(c, '=', 1), pg_catalog.substr(c, pg_catalog.strpos(c, '=') + 1)), E'\x01') from pg_catalog.unnest(p.proconfig) c)
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace join pg_catalog.pg_language l on l.oid = p.prolang
        join pg_catalog.pg_proc v on v.oid = l.lanvalidator join pg_catalog.pg_namespace vn on vn.oid = v.pronamespace
    where p.oid >= 16384 and not exists (select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e')
    order by p.oid)";

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto end = std::min(text.find(separator), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// Finds the statement that made a function: the last of its name that holds its body.
class Makers {
public:
    explicit Makers(const Source& source) : source_(source) {
        for (std::size_t i = 0; i < source.statements.size(); ++i)
            if (const auto& s = source.statements[i]; s.node == "CreateFunctionStmt" && !s.names.empty())
                by_name_[s.names[0].object].push_back(i);
    }

    std::size_t operator()(const Function& function) const {
        auto found = by_name_.find(function.name);
        if (found == by_name_.end()) return housekeeping;
        auto any = housekeeping;
        for (auto i = found->second.rbegin(); i != found->second.rend(); ++i) {
            const auto& statement = source_.statements[*i];
            if (!statement.names[0].schema.empty() && statement.names[0].schema != function.schema) continue;
            if (statement.sql.find(function.body) != std::string::npos) return *i;
            if (any == housekeeping) any = *i;
        }
        return any;
    }

private:
    const Source& source_;
    std::map<std::string, std::vector<std::size_t>> by_name_;
};

std::vector<Function> functions_of(Connection& loader, const Source& source) {
    Makers maker(source);
    auto results = loader.run(std::string("BEGIN; SET LOCAL search_path TO pg_catalog;") + made_functions + "; COMMIT");
    const auto& rows = results.at(2);
    std::vector<Function> all;
    for (int i = 0; i < rows.rows(); ++i) {
        auto text = [&](int column) { return std::string(rows.text(i, column)); };
        Function function{text(0), text(1), text(2), text(4), text(3), split(rows.text(i, 5), '\x01')};
        function.statement = maker(function);
        if (function.statement != housekeeping) all.push_back(std::move(function));
    }
    std::stable_sort(all.begin(), all.end(), [](const Function& a, const Function& b) { return a.statement < b.statement; });
    return all;
}

/// PostgreSQL counts inside the body, or inside a piece of it; the caret counts inside the statement.
Error body_error(const PGresult* failure, const Source& source, const Function& function) {
    Error error = server_error(failure, nullptr);
    const auto& statement = source.statements[function.statement];
    auto field = [&](int code) {
        const char* text = PQresultErrorField(failure, code);
        return std::string(text ? text : "");
    };
    int position = 0;
    std::string query = field(PG_DIAG_INTERNAL_QUERY), inside = field(PG_DIAG_INTERNAL_POSITION);
    if (auto start = query.empty() ? std::string::npos : statement.sql.find(query);
        start != std::string::npos && !inside.empty()) {
        position = std::stoi(inside);
        for (std::size_t i = 0; i < start; ++i)
            if ((static_cast<unsigned char>(statement.sql[i]) & 0xC0) != 0x80) ++position;
    }
    error.place = place(source, statement, position);
    Error out("function " + function.name + ": " + error.what(), error.place, error.hint);
    out.sqlstate = error.sqlstate;
    out.position = position;
    return out;
}

struct Fault {
    std::size_t function;
    Error error;
    bool unchecked;  ///< the file has switched the check off
};

std::vector<Fault> check(Connection& loader, Session& session, const Source& source, const std::vector<Function>& functions,
                         const std::vector<std::size_t>& which, bool usual_path) {
    std::vector<Group> groups;
    for (auto i : which) {
        session.enter(groups, functions[i].statement);
        Group group{{"select pg_catalog.current_setting('check_function_bodies'), pg_catalog.set_config('check_function_bodies', "
                     "'on', true)"},
                    i};
        if (usual_path)
            group.statements.insert(group.statements.end(), {"SET LOCAL search_path TO DEFAULT", functions[i].usual_path});
        group.statements.insert(group.statements.end(), functions[i].settings.begin(), functions[i].settings.end());
        group.statements.push_back(functions[i].call);
        groups.push_back(std::move(group));
    }
    std::vector<Fault> faults;
    run_pipelined(loader, groups, [&](const Outcome& outcome) {
        if (outcome.subject == housekeeping || !outcome.failure) return true;
        bool unchecked = !outcome.results.empty() && outcome.results[0].text(0, 0) == "off";
        faults.push_back({outcome.subject, body_error(outcome.failure, source, functions[outcome.subject]), unchecked});
        return true;
    });
    return faults;
}

}  // namespace

std::vector<std::size_t> check_functions(Connection& loader, Session& session, const Source& source,
                                         const std::function<void(const std::string&)>& warn) {
    auto functions = functions_of(loader, source);
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < functions.size(); ++i) all.push_back(i);
    std::vector<std::size_t> unchecked;
    for (const auto& fault : check(loader, session, source, functions, all, false)) {
        if (!fault.unchecked) throw fault.error;
        unchecked.push_back(fault.function);
    }
    // A dump empties the search_path, under which its functions will hardly ever run.
    for (const auto& fault : check(loader, session, source, functions, unchecked, true))
        warn(warning_at(fault.error.place, fault.error.what()));
    std::vector<std::size_t> wrong;
    for (auto i : unchecked) wrong.push_back(functions[i].statement);
    return wrong;
}

}  // namespace plumb::introspect

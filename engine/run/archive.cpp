// plumb archive list, plumb archive purge.
#include "engine/run/archive.hpp"

#include "emit/emit.hpp"
#include "engine/run/commands.hpp"
#include "engine/run/output.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

namespace {

// An archive is made by a step of a deployment; one that a migration tool made is in no journal.
constexpr const char* archives = R"sql(
select n.nspname, coalesce(s.deployment, 0), to_char(s.finished, 'YYYY-MM-DD HH24:MI'), count(c.oid),
    coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint, string_agg(c.oid::regclass::text, ', ' order by c.oid)
from pg_namespace n left join pg_class c on c.relnamespace = n.oid and c.relkind = 'r'
%s
where n.nspname ~ '^plumb_archive_[0-9]+$' %s
group by n.oid, n.nspname, s.deployment, s.finished order by n.oid)sql";

std::string query(Connection& connection, const std::string& condition) {
    bool journal = !connection.query("select to_regclass('plumb.step')").null(0, 0);
    std::string join = journal ? "left join plumb.step s on s.sql = 'CREATE SCHEMA ' || n.nspname and s.state = 'done'"
                               : "cross join (select null::bigint as deployment, null::timestamptz as finished) s";
    std::string out = archives;
    out.replace(out.find("%s"), 2, join);
    return out.replace(out.find("%s"), 2, condition);
}

std::vector<Archived> list(Connection& connection, const std::string& condition) {
    auto rows = connection.query(query(connection, condition));
    std::vector<Archived> out;
    for (int i = 0; i < rows.rows(); ++i) {
        auto number = [&](int column) { return std::stol(std::string(rows.text(i, column))); };
        out.push_back({.schema = std::string(rows.text(i, 0)),
                       .deployment = number(1),
                       .made = std::string(rows.text(i, 2)),
                       .tables = number(3),
                       .bytes = number(4),
                       .names = std::string(rows.text(i, 5))});
    }
    return out;
}

/// Drops archives one by one, each in a transaction.
void purge(Connection& connection, const std::vector<Archived>& all) {
    for (const auto& one : all) {
        std::string drop = one.tables > 0 ? "drop table " + one.names + "; " : "";
        connection.run("begin; " + drop + "drop schema " + one.schema + "; commit");
        put("Purged " + one.schema + (one.deployment ? ": deployment " + std::to_string(one.deployment) + " cannot be rolled back any more" : "") + ".\n");
    }
}

}  // namespace

void check_archive(const Deployment& deployment, const Settings& settings) {
    auto connection = connect(settings.conninfo);
    for (const auto& step : emit::from_json(deployment.plan).inverse) {
        bool ends = step.sql.starts_with("DROP SCHEMA plumb_archive_");
        if (ends && connection.query("select from pg_namespace where nspname = '" + step.identity + "'").rows() == 0 && deployment.state == "done")
            throw Error("the archive of deployment " + std::to_string(deployment.id) + ", " + step.identity + ", is gone: what it held cannot be brought back",
                        {}, "plumb apply with the old files brings back the shape, without those rows");
    }
}

Exit archive(const Settings& settings) {
    auto connection = connect(settings.conninfo);
    if (settings.options.action == "list") {
        print(list(connection, ""), settings);
        return Exit::done;
    }
    if (!settings.options.older_than)
        throw Error("which archives?", {}, "plumb archive purge --older-than 30d", Exit::usage);
    auto hours = std::to_string(settings.options.older_than->count());
    auto old = list(connection, "and s.finished < now() - " + hours + " * interval '1 hour'");
    if (old.empty()) put("No archive is that old.\n");
    purge(connection, old);
    return Exit::done;
}

}  // namespace plumb::run

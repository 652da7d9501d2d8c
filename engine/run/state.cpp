// What a DESIRED or SOURCE argument stands for, as a catalog.
#include "engine/run/state.hpp"

#include <fnmatch.h>

#include <algorithm>

#include "engine/run/dynamic.hpp"
#include "introspect/read.hpp"
#include "introspect/rows.hpp"

namespace plumb::run {

namespace {

bool matches(const std::string& glob, const std::string& text) { return fnmatch(glob.c_str(), text.c_str(), 0) == 0; }

bool matches_any(const std::vector<std::string>& globs, const std::string& schema, const std::string& identity) {
    return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
        return matches(glob, glob.find('.') == std::string::npos && !schema.empty() ? schema : identity);
    });
}

Catalog scoped(Catalog catalog, const Scope& scope) {
    leave_partitions(catalog, scope);
    if (scope.include.empty() && scope.exclude.empty()) return catalog;
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i) {
        const Object& whole = catalog.objects[static_cast<std::size_t>(catalog.root(i))];
        Object& object = catalog.objects[static_cast<std::size_t>(i)];
        object.managed = object.managed && covers(scope, whole.schema, whole.identity);
    }
    return catalog;
}

void refuse_unread(const Catalog& catalog, const std::vector<std::string>& ignore) {
    std::string names;
    std::size_t number = 0;
    constexpr std::size_t most = 10;
    for (const auto& unread : catalog.unread) {
        if (std::any_of(ignore.begin(), ignore.end(), [&](const auto& glob) { return matches(glob, unread.description); })) continue;
        if (++number <= most) names += "\n  " + unread.description;
    }
    if (number == 0) return;
    if (number > most) names += "\n  and " + std::to_string(number - most) + " more";
    throw Error("there are objects of kinds that plumb does not know yet:" + names, {},
                "to leave them alone: --ignore GLOB, or ignore = [\"...\"] in plumb.toml, held against these words");
}

}  // namespace

bool covers(const Scope& scope, const std::string& schema, const std::string& identity) {
    return (scope.include.empty() || matches_any(scope.include, schema, identity)) &&
           !matches_any(scope.exclude, schema, identity);
}

State state(Catalog as_read, const Reach& reach, const std::vector<std::string>& ignore) {
    refuse_unread(as_read, ignore);
    State out;
    for (const auto& object : as_read.objects) out.readable.push_back(object.managed);
    out.catalog = scoped(std::move(as_read), reach.scope);
    out.fingerprint = out.catalog.fingerprint();
    return out;
}

void rescope(State& state, const Scope& scope) {
    state.catalog = scoped(std::move(state.catalog), scope);
    state.fingerprint = state.catalog.fingerprint();
}

Connection connect(const std::string& conninfo) {
    try {
        Connection out(conninfo);
        // Whoever may create in a schema of the search_path could otherwise have us call what is his.
        out.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)");
        return out;
    } catch (const Error& error) {
        throw Error(error.what(), {},
                    conninfo.empty() ? "no --db and no --env: the PG* variables say where, as in psql"
                                     : "the database is the one of --db or --env");
    }
}

Catalog live_catalog(const std::string& conninfo, Duration lock_timeout, Managed managed) {
    auto connection = connect(conninfo);
    return introspect::read(connection, lock_timeout, managed, &conninfo);
}

std::string live_fingerprint(const Settings& settings, const Scope& scope, const std::vector<RowSet>& rows) {
    for (auto end = std::chrono::steady_clock::now() + settings.lock_budget;;) {
        try {
            auto connection = connect(settings.conninfo);
            auto catalog = introspect::read(connection, settings.lock_timeout, scope.managed, &settings.conninfo);
            return scoped(introspect::with_rows(connection, std::move(catalog), rows, settings.lock_timeout), scope).fingerprint();
        } catch (const Error& error) {
            if (error.exit != Exit::lock_budget || std::chrono::steady_clock::now() > end) throw;
        }
    }
}

}  // namespace plumb::run

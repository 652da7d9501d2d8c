// What holds for this run.
#include "engine/run/settings.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "emit/emit.hpp"
#include "engine/model/nearest.hpp"

namespace plumb::run {

namespace {

constexpr const char* default_config = "plumb.toml";
// Something that libpq does not take for empty, when the PG* variables say where the target is.
constexpr const char* as_psql = "application_name=plumb";

Config configuration(const Options& options) {
    if (options.config) return read_config(*options.config);
    if (std::filesystem::exists(default_config)) return read_config(default_config);
    return {};
}

/// The environment's words over those of the whole file.
Section merged(Section common, const Section& environment) {
    auto take = [](auto& under, const auto& over) {
        if (over) under = over;
    };
    take(common.url, environment.url);
    common.place = environment.place;
    take(common.scratch, environment.scratch);
    take(common.scope, environment.scope);
    take(common.ignore, environment.ignore);
    take(common.allow, environment.allow);
    take(common.grants, environment.grants);
    take(common.owners, environment.owners);
    take(common.roles, environment.roles);
    take(common.database, environment.database);
    take(common.migrations, environment.migrations);
    take(common.journal, environment.journal);
    take(common.proof, environment.proof);
    take(common.lock_timeout, environment.lock_timeout);
    take(common.lock_budget, environment.lock_budget);
    take(common.statement_timeout, environment.statement_timeout);
    take(common.scratch_timeout, environment.scratch_timeout);
    take(common.batch, environment.batch);
    take(common.pause, environment.pause);
    take(common.replica_lag, environment.replica_lag);
    return common;
}

Section section(const Config& config, const Options& options) {
    if (!options.environment) return config.common;
    auto found = config.environments.find(*options.environment);
    if (found != config.environments.end()) return merged(config.common, found->second);
    std::vector<std::string> names;
    for (const auto& [name, environment] : config.environments) names.push_back(name);
    throw Error(
        "no such environment: " + *options.environment, {},
        config.file.empty() ? "there is no plumb.toml here; --config names another" : did_you_mean(*options.environment, names),
        Exit::usage);
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// Migrations go to the folder of plumb.toml, unless the command line names one. What their tools keep in the database is no difference.
void settle_migrations(Settings& settings) {
    auto& exclude = settings.scope.exclude;
    std::set<std::string> tools;
    for (const auto& [name, folder] : settings.migrations.folders) tools.insert(name);
    for (auto& format : settings.options.formats) {
        if (!emit::tool(format.name)) continue;
        tools.insert(format.name);
        if (format.path.empty()) format.path = settings.migrations.folders[format.name];
        if (format.path.empty())
            throw Error("to which folder?", {}, "--format " + format.name + "=FOLDER, or in plumb.toml [migrations] " + format.name + " = \"FOLDER\"", Exit::usage);
    }
    for (const auto& name : tools)
        for (auto glob : emit::tool(name)->owns) exclude.emplace_back(glob);
    const auto& table = settings.migrations.table;
    if (!table.empty()) exclude.push_back((table.find('.') == std::string::npos ? "*." : "") + table + "*");
}

/// On the command line the word is an order; in plumb.toml "target" is a permission.
std::vector<std::string> scratches(const std::optional<std::string>& asked, const std::optional<std::string>& said,
                                   const std::string& target) {
    const std::string embedded;
    if (asked && *asked == "target") return {target};
    if (asked) return {*asked, embedded};
    if (said && *said == "target") return {embedded, target};
    if (said) return {*said, embedded};
    return {embedded};
}

}  // namespace

Settings settle(Options options) {
    auto config = configuration(options);
    auto said = section(config, options);
    if (options.environment && !said.url)
        throw Error("environment " + *options.environment + " has no url", said.place, "url = \"postgres://...\"", Exit::usage);
    Settings out{.options = std::move(options)};
    const auto& asked = out.options;
    out.conninfo = asked.db ? *asked.db : said.url.value_or("");
    out.scratches = scratches(asked.scratch, said.scratch, out.conninfo.empty() ? as_psql : out.conninfo);
    out.scope = said.scope.value_or(Scope{});
    if (!asked.scope.include.empty()) out.scope.include = asked.scope.include;
    append(out.scope.exclude, asked.scope.exclude);
    out.ignore = said.ignore.value_or(std::vector<std::string>{});
    append(out.ignore, asked.ignore);
    out.allow = said.allow.value_or(std::vector<Hazard>{});
    append(out.allow, asked.allow);
    out.grants = said.grants.value_or(out.grants);
    out.owners = said.owners.value_or(out.owners);
    out.roles = said.roles.value_or(out.roles);
    out.scope.managed = {out.roles != Manage::none, said.database.value_or(false)};
    if (out.scope.managed.any() && (out.scratches.size() > 1 || !out.scratches.front().empty()))
        throw Error("roles and the database itself are only managed with the embedded scratch", {},
                    "they are the whole server's: take --scratch or scratch away, or roles and database from [manage]", Exit::usage);
    out.migrations = said.migrations.value_or(Migrations{});
    settle_migrations(out);
    auto home = asked.journal ? *asked.journal : said.journal.value_or("target");
    if (home != "target") out.journal = home.substr(std::min(home.size(), std::string_view("local=").size()));
    out.proof = asked.proof ? *asked.proof : said.proof.value_or(out.proof);
    auto time = [](Duration& value, const auto& environment, const auto& option) {
        if (environment) value = *environment;
        if (option) value = *option;
    };
    time(out.lock_timeout, said.lock_timeout, asked.lock_timeout);
    time(out.lock_budget, said.lock_budget, asked.lock_budget);
    time(out.statement_timeout, said.statement_timeout, asked.statement_timeout);
    time(out.scratch_timeout, said.scratch_timeout, asked.scratch_timeout);
    time(out.pause, said.pause, asked.pause);
    time(out.replica_lag, said.replica_lag, asked.replica_lag);
    out.batch = asked.batch ? *asked.batch : said.batch.value_or(out.batch);
    return out;
}

}  // namespace plumb::run

// Databases on the scratch that are made from a catalog.
#include "engine/run/rebuild.hpp"

#include <algorithm>

#include "diff/plan.hpp"
#include "introspect/cluster.hpp"
#include "introspect/read.hpp"
#include "introspect/rows.hpp"

namespace plumb::run {

namespace {

/// The first step that drops what is no database's own but has something here: a cluster that has no more than that takes it for done.
std::optional<Error> still_used(introspect::Scratch& scratch, const std::string& database, const std::vector<Step>& steps,
                                const std::string& of) {
    for (const auto& step : steps) {
        if (!step.shared || step.verb != Verb::drop) continue;
        auto kind = std::ranges::find_if(kinds(), [&](const Kind* one) { return one->name == step.kind; });
        if (!(*kind)->used) continue;
        auto superuser = scratch.connect_as_superuser(database);
        auto uses = superuser.query((*kind)->used, {step.identity});
        if (uses.rows() > 0)
            return step_failed(step, Error(std::string((*kind)->name) + " " + step.identity + " still has something in the database: " + std::string(uses.text(0, 0))), " of " + of);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Error> run_steps(introspect::Scratch& scratch, const std::string& database, const std::vector<Step>& steps,
                               const std::string& of) {
    auto connection = scratch.connect(database);
    for (auto setting : session_settings()) connection.query(std::string(setting));
    for (const auto& batch : batches(steps)) {
        if (batch.transactional) connection.query("BEGIN");
        for (const auto& step : batch.steps) {
            try {
                if (step.shared) scratch.cluster()->run(step.sql);
                else scratch.execute(connection, step.sql);
            } catch (const Error& fault) {
                auto error = step_failed(step, fault, " of " + of);
                if (!connection.usable()) throw error;
                return error;
            }
        }
        if (batch.transactional) connection.query("COMMIT");
    }
    return still_used(scratch, database, steps, of);
}

Error step_failed(const Step& step, const Error& fault, const std::string& where) {
    std::string sql;
    for (char c : step.sql) sql += c == '\n' ? "\n    " : std::string(1, c);
    Error out("step " + std::to_string(step.id) + where + ": " + fault.what() + "\n    " + sql, step.place, fault.hint,
              fault.exit);
    out.sqlstate = fault.sqlstate;
    return out;
}

Catalog whole_of(const State& state) {
    Catalog out = state.catalog;
    for (std::size_t i = 0; i < out.objects.size(); ++i) out.objects[i].managed = state.readable[i];
    return out;
}

Catalog scratch_catalog(introspect::Scratch& scratch, const std::string& database, const std::vector<RowSet>& rows) {
    auto connection = scratch.connect(database);
    auto another = scratch.loader_conninfo(database);
    auto catalog = introspect::read(connection, std::chrono::seconds(5), {}, &another);
    if (auto* cluster = scratch.cluster()) introspect::add(catalog, cluster->read());
    return introspect::with_rows(connection, std::move(catalog), rows);
}

std::string rebuilt(introspect::Scratch& scratch, const State& state) {
    auto database = scratch.create_database();
    run_steps(scratch, database, diff::plan(scratch_catalog(scratch, database), whole_of(state)),
              "rebuilding the desired database");
    return database;
}

}  // namespace plumb::run

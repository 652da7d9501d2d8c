// What an earlier run left half-way.
#include "engine/run/unfinished.hpp"

#include "diff/course.hpp"
#include "diff/follow.hpp"
#include "emit/emit.hpp"
#include "engine/run/choice.hpp"
#include "engine/run/rebuild.hpp"
#include "introspect/read.hpp"
#include "introspect/rows.hpp"

namespace plumb::run {

namespace {

/// What was read, with what is ours that the steps to come may need: archives, and what keeps new columns right.
State with_ours(Catalog catalog, const Reach& reach, const Settings& settings) {
    auto out = state(std::move(catalog), reach, settings.ignore);
    for (std::size_t i = 0; i < out.readable.size(); ++i)
        for (auto prefix : {diff::archive_prefix, diff::sync_prefix})
            if (out.catalog.objects[i].schema.starts_with(prefix)) out.readable[i] = true;
    return out;
}

/// The fingerprint of the database, when the steps lead from there to where the plan goes; else empty.
std::string found(const Plan& plan, std::size_t done, const Settings& settings, Progress& progress) {
    Reach reach{.scope = plan.scope};
    auto connection = connect(settings.conninfo);
    auto catalog = introspect::read(connection, settings.lock_timeout, plan.scope.managed, &settings.conninfo);
    auto live = with_ours(introspect::with_rows(connection, std::move(catalog), plan.rows_from, settings.lock_timeout), reach, settings);
    auto scratch = chosen_scratch(settings, introspect::surroundings(connection), "", nullptr, progress);
    auto database = rebuilt(*scratch, live);
    std::vector<Step> rest(plan.steps.begin() + static_cast<std::ptrdiff_t>(done), plan.steps.end());
    if (run_steps(*scratch, database, rest, "the rest of the plan")) return "";
    return state(scratch_catalog(*scratch, database, plan.rows_to), reach, settings.ignore).fingerprint == plan.to ? live.fingerprint : "";
}

}  // namespace

std::optional<Deployment> unfinished(Journal& journal, const Settings& settings, Progress& progress) {
    auto left = journal.unfinished();
    if (!left || !left->at.empty() || left->in_doubt) return left;
    progress.stage("finding out where deployment " + std::to_string(left->id) + " was killed");
    left->at = found(emit::from_json(left->plan), left->done, settings, progress);
    if (!left->at.empty()) journal.at(left->id, left->at);
    return left;
}

}  // namespace plumb::run

// What an earlier run left half-way.
#include "engine/run/unfinished.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <span>

#include "diff/course.hpp"
#include "diff/follow.hpp"
#include "diff/plan.hpp"
#include "emit/emit.hpp"
#include "engine/run/choice.hpp"
#include "engine/run/rebuild.hpp"
#include "engine/run/renames.hpp"
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

/// The database of the target, made again on a scratch.
struct Again {
    Again(const Plan& plan, const Settings& settings, Progress& progress) : reach{.scope = plan.scope} {
        auto connection = connect(settings.conninfo);
        auto catalog = introspect::read(connection, settings.lock_timeout, plan.scope.managed, &settings.conninfo);
        live = with_ours(introspect::with_rows(connection, std::move(catalog), plan.rows_from, settings.lock_timeout), reach, settings);
        scratch = chosen_scratch(settings, introspect::surroundings(connection), "", nullptr, progress);
        database = rebuilt(*scratch, live);
    }

    State read(const std::string& from, const std::vector<RowSet>& rows, const Settings& settings) const {
        return state(scratch_catalog(*scratch, from, rows), reach, settings.ignore);
    }

    Reach reach;
    State live;
    std::unique_ptr<introspect::Scratch> scratch;
    std::string database;
};

std::vector<Step> rest(const Plan& plan, std::size_t done) { return {plan.steps.begin() + static_cast<std::ptrdiff_t>(done), plan.steps.end()}; }

/// The fingerprint of the database, when the steps lead from there to where the plan goes; else empty.
std::string found(const Plan& plan, std::size_t done, const Settings& settings, Progress& progress) {
    Again again(plan, settings, progress);
    if (run_steps(*again.scratch, again.database, rest(plan, done), "the rest of the plan")) return "";
    return again.read(again.database, plan.rows_to, settings).fingerprint == plan.to ? again.live.fingerprint : "";
}

bool renames(const Step& step) { return step.sql.find(" RENAME ") != std::string::npos || step.sql.find(" SET SCHEMA ") != std::string::npos; }

/// Whether rows would have to come back from elsewhere.
bool brings_rows(const Step& step) {
    return step.verb == Verb::create && std::ranges::any_of(kinds(), [&](const Kind* kind) { return kind->data && kind->name == step.kind; });
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

Plan way_out(const Deployment& left, const Settings& settings, Progress& progress) {
    auto refuse = [&](const std::string& why) {
        throw Error("deployment " + std::to_string(left.id) + " stopped half-way and cannot be undone from there: " + why, {},
                    "nothing is changed; plumb apply goes on with it once what stopped it is mended, and plumb rollback then undoes all of it");
    };
    const auto plan = emit::from_json(left.plan);
    const auto done = std::span(plan.steps).first(left.done);
    if (left.in_doubt) refuse("a step outside of a transaction may be done or not");
    auto sets_aside = [](const Step& step) {
        return step.phase != Phase::migrate && !step.ranges && (step.kind == "archive" || step.grade == Grade::exact_with_archive);
    };
    if (std::ranges::any_of(done, sets_aside)) refuse("it has set rows aside already");
    progress.stage("finding the way back from where deployment " + std::to_string(left.id) + " stopped");
    Again again(plan, settings, progress);
    if (again.live.fingerprint != left.at) refuse("the database was changed since");
    // Where there are no rows the plan goes to its end, and its inverse from there to where it began, but for the names that go back last.
    auto here = again.read(again.database, plan.rows_from, settings);
    auto before = again.scratch->clone(again.database);
    auto names = std::ranges::find_if_not(plan.inverse.rbegin(), plan.inverse.rend(), renames).base();
    for (const auto& steps : {rest(plan, left.done), std::vector<Step>(plan.inverse.begin(), names)})
        if (auto fault = run_steps(*again.scratch, before, steps, "the plan")) refuse(fault->what());
    auto old = again.read(before, plan.rows_from, settings);
    Plan out = inverted(plan);
    out.from = left.at;
    out.rows_from = plan.rows_from;
    out.differences = diff::compare(here.catalog, old.catalog);
    auto course = diff::course(here.catalog, old.catalog, "", false, false, diff::left_following(here.catalog));
    if (std::ranges::any_of(course.steps, brings_rows)) refuse("rows are elsewhere already");
    // All databases of the scratch share one cluster, where roles are what they were before.
    if (std::ranges::any_of(course.steps, [](const Step& step) { return step.shared; })) refuse("roles, or the database itself, are changed already");
    // What marks rows that had no value comes and goes in a phase that the inverse does nothing else in.
    std::vector<Step> unfill;
    if (std::ranges::any_of(done, [](const Step& step) { return step.kind == "archive"; }))
        std::ranges::copy_if(plan.inverse, std::back_inserter(unfill), [](const Step& step) { return step.phase == Phase::migrate; });
    out.steps = joined(joined(std::move(course.steps), std::move(unfill)), {names, plan.inverse.end()});
    out.inverse.clear();
    auto fault = run_steps(*again.scratch, again.database, out.steps, "the way back");
    if (fault || again.read(again.database, plan.rows_from, settings).fingerprint != plan.from)
        refuse(fault ? fault->what() : "what is done of it does not lead back");
    out.proof = {Proven::forward, "", {}};
    return out;
}

}  // namespace plumb::run

// The rehearsal.
#include "engine/run/proof.hpp"

#include <algorithm>
#include <set>

#include "diff/plan.hpp"
#include "engine/run/rebuild.hpp"
#include "engine/run/settle.hpp"
#include "engine/run/strangers.hpp"
#include "introspect/cluster.hpp"

namespace plumb::run {

namespace {

/// A rehearsal that did not lead where it should.
struct Failure {
    Proof proof;
};

class Stage {
public:
    Stage(introspect::Scratch& scratch, std::string database, const Reach& reach, const Settings& settings)
        : scratch_(scratch), database_(std::move(database)), reach_(reach), settings_(settings) {}
    ~Stage() {
        try {
            scratch_.drop(database_);
        } catch (const Error&) {
            // The scratch goes anyway.
        }
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// What is no database's own, from whatever it was before.
    void start_from(const Catalog& start) {
        auto* cluster = scratch_.cluster();
        if (cluster) run(diff::plan(cluster->read(), introspect::shared_part(start)), "rebuilding roles and the like");
    }

    void run(const std::vector<Step>& steps, const std::string& what) {
        if (auto fault = run_steps(scratch_, database_, steps, what)) throw Failure{{Proven::no, fault->what(), {}, fault->place}};
    }

    void expect(const State& expected, const std::string& after) {
        auto found = state(read(expected.catalog.row_sets), reach_, settings_.ignore).catalog;
        settle([&] { return Base{scratch_, database_}; }, found, expected.catalog);
        auto differences = diff::compare(expected.catalog, found);
        std::erase_if(differences, [](const Difference& difference) { return difference.sign == '?' || difference.for_good; });
        if (!differences.empty())
            throw Failure{{Proven::no, "after " + after + " the state is not the expected one", differences}};
    }

    Catalog read(const std::vector<RowSet>& rows = {}) { return scratch_catalog(scratch_, database_, rows); }

private:
    introspect::Scratch& scratch_;
    std::string database_;
    const Reach& reach_;
    const Settings& settings_;
};

constexpr const char* the_plan = "the plan";
constexpr const char* the_inverse = "the inverse";

/// What is not managed is missing in the desired state; it must not use what the plan touches.
bool strangers_depend(const Sides& sides, const Plan& plan) {
    const Catalog& live = sides.live.catalog;
    if (sides.renamed) return !strangers(live).empty();
    std::set<std::string> touched;
    for (const auto& difference : plan.differences) touched.insert(difference.whole);
    for (const auto& step : plan.steps) touched.insert(step.identity);
    auto identity = [&](Index i) -> const std::string& { return live.objects[static_cast<std::size_t>(i)].identity; };
    auto all = strangers(live);
    return std::any_of(all.begin(), all.end(), [&](const Stranger& stranger) {
        return touched.contains(identity(stranger.used)) || touched.contains(identity(live.root(stranger.used)));
    });
}

/// Whether the inverse takes up what the plan sets aside, so that it cannot come first.
bool sets_aside(const Plan& plan) {
    return std::ranges::any_of(plan.steps, [](const Step& step) { return step.kind == "archive"; });
}

/// Both directions without building live: the base of the rehearsal is the desired state after its inverse.
Proof on_desired(introspect::Scratch& scratch, const Sides& sides, const Plan& plan, const Reach& reach,
                 const Settings& settings) {
    Stage stage(scratch, sides.desired.database, reach, settings);
    stage.start_from(sides.desired.made ? *sides.desired.made : sides.desired.catalog);
    if (sides.desired.made)
        stage.run(diff::plan(*sides.desired.made, sides.desired.catalog), "taking over what the files leave open");
    bool inverse_last = sets_aside(plan);
    stage.run(inverse_last ? diff::plan(sides.desired.catalog, sides.live.catalog) : plan.inverse, the_inverse);
    // What has to come last makes the same as what stood in for it; where that fell short, so does this.
    if (!inverse_last) stage.expect(sides.live, the_inverse);
    stage.run(plan.steps, the_plan);
    stage.expect(sides.desired, the_plan);
    if (inverse_last) {
        stage.run(plan.inverse, the_inverse);
        stage.expect(sides.live, the_inverse);
    }
    return {Proven::both, "", {}};
}

Proof on_rebuilt(introspect::Scratch& scratch, const Sides& sides, const Plan& plan, const Reach& reach,
                 const Settings& settings) {
    Stage stage(scratch, scratch.create_database(), reach, settings);
    auto live = whole_of(sides.live);
    stage.run(diff::plan(stage.read(), live), "rebuilding the live state");
    stage.expect(sides.live, "rebuilding the live state");
    stage.run(plan.steps, the_plan);
    stage.expect(sides.desired, the_plan);
    if (settings.proof == Rehearsal::forward) return {Proven::forward, "", {}};
    stage.run(plan.inverse, the_inverse);
    stage.expect(sides.live, the_inverse);
    return {Proven::both, "", {}};
}

}  // namespace

Proof prove(introspect::Scratch& scratch, const Sides& sides, const Plan& plan, const Reach& reach, const Settings& settings,
            Progress& progress) {
    progress.stage("rehearsing the plan and its inverse");
    try {
        // What goes has to be full where rows are declared: they cannot lack it.
        bool fills_rows = sets_aside(plan) && !plan.rows_to.empty();
        bool desired_will_do = !sides.desired.database.empty() && !fills_rows && !strangers_depend(sides, plan);
        return desired_will_do ? on_desired(scratch, sides, plan, reach, settings)
                               : on_rebuilt(scratch, sides, plan, reach, settings);
    } catch (const Failure& failure) {
        return failure.proof;
    }
}

}  // namespace plumb::run

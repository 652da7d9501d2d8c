// From settings to a plan that was rehearsed.
#include "engine/run/planning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "diff/plan.hpp"
#include "emit/emit.hpp"
#include "engine/run/cache.hpp"
#include "engine/run/proof.hpp"
#include "engine/run/settle.hpp"
#include "engine/run/undeclared.hpp"
#include "engine/run/strangers.hpp"
#include "introspect/files.hpp"
#include "introspect/installation.hpp"

namespace plumb::run {

namespace {

/// The desired state when it is a database and no files.
std::optional<std::string> desired_database(const Options& options) {
    const auto& desired = options.desired;
    bool database = std::any_of(desired.begin(), desired.end(), is_connection_string);
    if (!database) return std::nullopt;
    if (desired.size() > 1) throw Error("a database as the desired state stands alone", {}, "", Exit::usage);
    return desired.front();
}

/// The scratch takes over its surroundings from a live database, where there is one.
introspect::Surroundings surroundings(const std::optional<std::string>& conninfo) {
    if (!conninfo) return {};
    auto connection = connect(*conninfo);
    return introspect::surroundings(connection);
}

class Work {
public:
    Work(const Settings& settings, Progress& progress) : settings_(settings), progress_(progress) {
        reach_ = {settings.scope, settings.grants, settings.owners, {}};
        desired_database_ = desired_database(settings.options);
        const auto& from = settings.options.from;
        if (!from)
            live_database_ = settings.conninfo;
        else if (is_connection_string(*from))
            live_database_ = *from;
        // Files come first: a slip in them is said before any server is asked.
        if (!desired_database_) reach_.source = introspect::read_files(settings.options.desired);
        if (!live_database_) from_files_ = introspect::read_files({*from});
    }

    /// What the answer follows from, where it can be kept: files against a live database, rehearsed on this machine.
    std::optional<std::string> key(const std::string& question) {
        if (!live_database_ || !reach_.source || !settings_.scratch.empty()) return std::nullopt;
        auto installed = introspect::find_installation(around().server_version / 10000);
        if (!installed) return std::nullopt;
        const auto& options = settings_.options;
        std::vector<std::string> texts{question, installed->version, written(read_live()),
                                       fmt::format("{} {} {} {}", static_cast<int>(options.proof), options.trust_files,
                                                   static_cast<int>(settings_.grants), static_cast<int>(settings_.owners))};
        const auto& side = around();
        texts.push_back(fmt::format("{} {} {} {} {} {} {}", side.server_version, side.user, side.encoding, side.collate, side.ctype, side.provider, side.icu_locale));
        for (const auto* list : {&settings_.ignore, &settings_.scope.include, &settings_.scope.exclude, &side.roles, &side.tablespaces}) {
            texts.push_back(std::to_string(list->size()));
            texts.insert(texts.end(), list->begin(), list->end());
        }
        for (const auto* list : {&side.memberships, &side.settings}) {
            texts.push_back(std::to_string(list->size()));
            for (const auto& [name, value] : *list) texts.insert(texts.end(), {name, value});
        }
        for (const auto& statement : reach_.source->statements) texts.push_back(std::to_string(statement.top));
        for (const auto& file : reach_.source->files) texts.insert(texts.end(), {file.name, file.text});
        return cache_key(texts);
    }

    Sides sides() {
        if (live_database_) {
            sides_.live = state(read_live(), reach_, settings_.ignore);
        } else {
            sides_.live = elaborated(scratch(), *from_files_, reach_, settings_.ignore, progress_);
            bind(*from_files_, sides_.live.catalog);
        }
        if (desired_database_) {
            progress_.stage("reading the desired database");
            sides_.desired = state(live_catalog(*desired_database_), reach_, settings_.ignore);
            take_over(reach_, {}, sides_.live, sides_.desired);
        } else {
            sides_.desired = elaborated(scratch(), *reach_.source, reach_, settings_.ignore, progress_);
            take_over(reach_, bind(*reach_.source, sides_.desired.catalog), sides_.live, sides_.desired);
            settle(scratch(), sides_.desired.database, sides_.live.catalog, sides_.desired.catalog);
        }
        return std::move(sides_);
    }

    introspect::Scratch& scratch() {
        if (scratch_) return *scratch_;
        progress_.stage("starting the scratch");
        scratch_.emplace(settings_.scratch, around(), settings_.options.trust_files);
        for (const auto& warning : scratch_->warnings()) progress_.say("warning: " + warning);
        return *scratch_;
    }

    std::vector<std::string> warnings() const { return scratch_ ? scratch_->warnings() : std::vector<std::string>{}; }
    const Reach& reach() const { return reach_; }

private:
    const Catalog& read_live() {
        if (!live_) {
            progress_.stage("reading the live database");
            live_ = live_catalog(*live_database_);
        }
        return *live_;
    }

    const introspect::Surroundings& around() {
        if (!around_) around_ = surroundings(live_database_ ? live_database_ : desired_database_);
        return *around_;
    }

    const Settings& settings_;
    Progress& progress_;
    Reach reach_;
    std::optional<Catalog> live_;
    std::optional<introspect::Surroundings> around_;
    std::optional<std::string> desired_database_;
    std::optional<std::string> live_database_;
    std::optional<Source> from_files_;
    Sides sides_;
    std::optional<introspect::Scratch> scratch_;
};

std::vector<std::string> intents(const Reach& reach) {
    std::vector<std::string> out;
    if (!reach.source) return out;
    for (const auto& directive : reach.source->directives)
        if (directive.ask == Ask::intent) out.push_back(directive.text);
    return out;
}

Plan planned(const Sides& sides, const Reach& reach) {
    Plan plan;
    plan.intents = intents(reach);
    plan.from = sides.live.fingerprint;
    plan.to = sides.desired.fingerprint;
    plan.from_version = sides.live.catalog.server_version;
    plan.to_version = sides.desired.catalog.server_version;
    plan.scope = reach.scope;
    plan.differences = diff::compare(sides.live.catalog, sides.desired.catalog);
    plan.steps = diff::plan(sides.live.catalog, sides.desired.catalog);
    if (!plan.steps.empty()) plan.inverse = diff::plan(sides.desired.catalog, sides.live.catalog);
    return plan;
}

}  // namespace

Plan make_plan(const Settings& settings, Progress& progress) {
    Work work(settings, progress);
    auto key = work.key("plan");
    if (auto known = key ? kept(*key) : std::nullopt) {
        progress.clear();
        return emit::from_json(*known);
    }
    auto sides = work.sides();
    progress.stage("planning");
    auto plan = warned(planned(sides, work.reach()), sides.live.catalog);
    for (const auto& warning : work.warnings()) plan.warnings.push_back(warning);
    if (plan.steps.empty())
        plan.proof = {Proven::both, "", {}};
    else if (settings.options.proof == Rehearsal::none)
        plan.proof = {Proven::no, "--proof none was asked for", {}};
    else
        plan.proof = prove(work.scratch(), sides, plan, work.reach(), settings, progress);
    if (key && (plan.steps.empty() || plan.proof.proven != Proven::no)) keep(*key, emit::json(plan));
    progress.clear();
    return plan;
}

std::vector<Difference> find_drift(const Settings& settings, Progress& progress) {
    Work work(settings, progress);
    auto key = work.key("drift");
    auto known = key ? kept(*key) : std::nullopt;
    Plan drift;
    if (known) {
        drift = emit::from_json(*known);
    } else {
        auto sides = work.sides();
        drift.differences = diff::compare(sides.desired.catalog, sides.live.catalog);
        if (key) keep(*key, emit::json(drift));
    }
    progress.clear();
    return drift.differences;
}

}  // namespace plumb::run

// From settings to a plan that was rehearsed.
#include "engine/run/planning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <future>
#include <optional>
#include <utility>

#include "diff/plan.hpp"
#include "emit/emit.hpp"
#include "engine/run/cache.hpp"
#include "engine/run/proof.hpp"
#include "engine/run/settle.hpp"
#include "engine/run/strangers.hpp"
#include "engine/run/undeclared.hpp"
#include "introspect/files.hpp"
#include "introspect/installation.hpp"
#include "introspect/read.hpp"

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

void add_list(std::vector<std::string>& texts, const std::vector<std::string>& list) {
    texts.push_back(std::to_string(list.size()));
    texts.insert(texts.end(), list.begin(), list.end());
}

void add_pairs(std::vector<std::string>& texts, const std::vector<std::pair<std::string, std::string>>& list) {
    texts.push_back(std::to_string(list.size()));
    for (const auto& [name, value] : list) texts.insert(texts.end(), {name, value});
}

/// A load that takes longer is kept on the disk.
constexpr auto worth_parking = std::chrono::seconds(1);

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
        read_inputs();
        desired_key_ = desired_key();
    }

    /// What the answer follows from, where it can be kept: files against a live database, rehearsed on this machine.
    std::optional<std::string> key(const std::string& question) const {
        if (!live_database_ || !desired_key_) return std::nullopt;
        std::vector<std::string> texts{question, *desired_key_, written(live_),
                                       fmt::format("{} {} {}", static_cast<int>(settings_.options.proof),
                                                   static_cast<int>(settings_.grants), static_cast<int>(settings_.owners))};
        for (const auto* list : {&settings_.ignore, &settings_.scope.include, &settings_.scope.exclude}) add_list(texts, *list);
        return cache_key(texts);
    }

    Sides sides() {
        Sides out;
        if (live_database_) {
            out.live = state(std::move(live_), reach_, settings_.ignore);
        } else {
            auto database = load(*from_files_);
            out.live = state(read(database), reach_, settings_.ignore);
            out.live.database = database;
            bind(*from_files_, out.live.catalog);
        }
        if (desired_database_) {
            progress_.stage("reading the desired database");
            out.desired = state(live_catalog(*desired_database_), reach_, settings_.ignore);
            take_over(reach_, {}, out.live, out.desired);
        } else {
            out.desired = state(desired_catalog(), reach_, settings_.ignore);
            take_over(reach_, bind(*reach_.source, out.desired.catalog), out.live, out.desired);
            settle([&] { return base(); }, out.desired.catalog, out.live.catalog);
        }
        return out;
    }

    introspect::Scratch& scratch() {
        if (scratch_) return *scratch_;
        progress_.stage("starting the scratch");
        scratch_.emplace(settings_.scratch, around_, settings_.options.trust_files, desired_key_.value_or(""),
                         settings_.scratch_timeout);
        for (const auto& warning : scratch_->warnings()) {
            progress_.say("warning: " + warning);
            warn(warning);
        }
        return *scratch_;
    }

    /// The desired database on the scratch; without desired files there is none.
    Base base() {
        auto& on = scratch();
        if (!reach_.source) return {on, ""};
        if (database_.empty() && known_) database_ = on.parked();
        if (database_.empty()) {
            auto start = std::chrono::steady_clock::now();
            database_ = load(*reach_.source);
            if (std::chrono::steady_clock::now() - start > worth_parking) on.park(database_);
        }
        return {on, database_};
    }

    Proof proof(Sides& sides, const Plan& plan) {
        sides.desired.database = base().database;
        return prove(scratch(), sides, plan, reach_, settings_, progress_);
    }

    /// The server of the scratch may have been stopped: the error that follows from that does not say why.
    Error explained(Error error) const {
        auto why = scratch_ ? scratch_->why_ended() : "";
        return why.empty() ? error : Error(why, error.place, "do the files make something very large?");
    }

    const std::vector<std::string>& warnings() const { return warnings_; }
    const Reach& reach() const { return reach_; }

private:
    void read_inputs() {
        std::future<Source> files;
        if (!desired_database_)
            files = std::async(std::launch::async, [this] { return introspect::read_files(settings_.options.desired, settings_.options.trust_files); });
        // A slip in the files is said before any server is asked, unless there is so much of them that both is done at a time.
        if (files.valid() && files.wait_for(std::chrono::milliseconds(100)) == std::future_status::ready)
            reach_.source = files.get();
        std::exception_ptr fault;
        try {
            if (live_database_) read_live();
        } catch (const Error&) {
            fault = std::current_exception();
        }
        if (files.valid()) reach_.source = files.get();
        if (fault) std::rethrow_exception(fault);
        if (!live_database_) from_files_ = introspect::read_files({*settings_.options.from}, settings_.options.trust_files);
        if (!live_database_ && desired_database_) around_ = surroundings(*desired_database_);
    }

    void read_live() {
        progress_.stage("reading the live database");
        auto connection = connect(*live_database_);
        around_ = introspect::surroundings(connection);
        live_ = introspect::read(connection);
    }

    /// All that the desired state is made from.
    std::optional<std::string> desired_key() const {
        if (!reach_.source || !settings_.scratch.empty()) return std::nullopt;
        auto installed = introspect::find_installation(around_.server_version / 10000);
        if (!installed) return std::nullopt;
        std::vector<std::string> texts{installed->version, installed->programs, std::to_string(settings_.options.trust_files)};
        texts.push_back(fmt::format("{} {} {} {} {} {} {}", around_.server_version, around_.user, around_.encoding,
                                    around_.collate, around_.ctype, around_.provider, around_.icu_locale));
        for (const auto* list : {&around_.roles, &around_.collations, &around_.tablespaces}) add_list(texts, *list);
        for (const auto* list : {&around_.memberships, &around_.settings}) add_pairs(texts, *list);
        for (const auto& statement : reach_.source->statements) texts.push_back(std::to_string(statement.top));
        for (const auto& file : reach_.source->files) texts.insert(texts.end(), {file.name, file.text});
        return cache_key(texts);
    }

    Catalog desired_catalog() {
        auto bytes = desired_key_ ? kept(*desired_key_) : std::nullopt;
        if (auto known = bytes ? elaboration_of(*bytes) : std::nullopt) {
            known_ = true;
            for (const auto& warning : known->warnings) warn(warning);
            return std::move(known->catalog);
        }
        Elaboration out{read(base().database), {}};
        out.warnings = warnings_;
        if (desired_key_) keep(*desired_key_, written(out));
        return std::move(out.catalog);
    }

    /// Returns the name of a new database on the scratch.
    std::string load(const Source& source) {
        auto& on = scratch();
        progress_.stage("loading the files");
        auto database = on.create_database();
        introspect::load(on, database, source);
        for (const auto& warning : on.warnings()) warn(warning);
        return database;
    }

    Catalog read(const std::string& database) {
        progress_.stage("reading what the files declare");
        auto connection = scratch().connect(database);
        return introspect::read(connection);
    }

    void warn(const std::string& warning) {
        if (std::ranges::find(warnings_, warning) == warnings_.end()) warnings_.push_back(warning);
    }

    const Settings& settings_;
    Progress& progress_;
    Reach reach_;
    Catalog live_;
    introspect::Surroundings around_;
    std::optional<std::string> desired_database_;
    std::optional<std::string> live_database_;
    std::optional<Source> from_files_;
    std::optional<std::string> desired_key_;
    std::optional<introspect::Scratch> scratch_;
    bool known_ = false;    ///< the desired catalog came out of the cache
    std::string database_;  ///< the desired one on the scratch
    std::vector<std::string> warnings_;
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

Plan make_plan(Work& work, const Settings& settings, Progress& progress) {
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
        plan.proof = work.proof(sides, plan);
    if (key && (plan.steps.empty() || plan.proof.proven != Proven::no)) keep(*key, emit::json(plan));
    progress.clear();
    return plan;
}

std::vector<Difference> find_drift(Work& work, Progress& progress) {
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

}  // namespace

Plan make_plan(const Settings& settings, Progress& progress) {
    Work work(settings, progress);
    try {
        return make_plan(work, settings, progress);
    } catch (const Error& error) {
        throw work.explained(error);
    }
}

std::vector<Difference> find_drift(const Settings& settings, Progress& progress) {
    Work work(settings, progress);
    try {
        return find_drift(work, progress);
    } catch (const Error& error) {
        throw work.explained(error);
    }
}

}  // namespace plumb::run

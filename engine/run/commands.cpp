// diff, apply, rollback, drift.
#include "engine/run/commands.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/run/archive.hpp"
#include "engine/run/deploy.hpp"
#include "engine/run/journal.hpp"
#include "engine/run/migrations.hpp"
#include "engine/run/output.hpp"
#include "engine/run/planning.hpp"
#include "engine/run/state.hpp"
#include "engine/run/unfinished.hpp"

namespace plumb::run {

namespace {

Exit nothing_to_do(const std::string& words, const Settings& settings) {
    if (!settings.options.quiet) put(words + "\n");
    return Exit::done;
}

/// A deployment that was killed is closed once there is nothing left of it to do.
void close_unfinished(const Settings& settings, Progress& progress) {
    try {
        auto is_open = [](const Record& one) { return one.state == "running" || one.state == "interrupted" || one.state == "paused"; };
        if (std::ranges::none_of(records(settings), is_open)) return;
    } catch (const Error&) {
        return;  // who may not read the journal has none to close
    }
    Target target(settings, progress);
    journal(target, settings)->supersede();
}

long deployment_number(const std::string& text) {
    long out = 0;
    auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault == std::errc{} && end == text.data() + text.size() && out > 0) return out;
    throw Error("no deployment has the number \"" + text + "\"", {}, "plumb rollback undoes the last one", Exit::usage);
}

/// What is to be undone; none when there is nothing.
std::optional<Deployment> to_undo(Journal& journal, const std::string& asked) {
    if (asked.empty()) return journal.last_done();
    auto found = journal.find(deployment_number(asked));
    if (!found) throw Error("there is no deployment " + asked + " in the journal of this database");
    if (found->kind == "rollback")
        throw Error("deployment " + asked + " is itself a rollback", {}, "plumb apply brings back what the files say");
    if (found->state == "rolled back") return std::nullopt;
    if (found->state != "done" && found->state != "paused")
        throw Error("deployment " + asked + " is " + found->state + ", " + std::to_string(found->done) + " of its steps are done",
                    {}, "plumb apply brings the database to what the files say");
    return found;
}

/// The inverse of what is done of a deployment.
Plan way_back(const Deployment& deployment) {
    auto plan = emit::from_json(deployment.plan);
    bool paused = deployment.state == "paused";
    auto last = deployment.done > 0 ? plan.steps[deployment.done - 1].phase : Phase::expand;
    plan = inverted(plan);
    plan.from = paused ? deployment.at : deployment.to;
    if (paused) std::erase_if(plan.steps, [&](const Step& step) { return step.phase > last; });
    return plan;
}

/// Whether all fills of a plan are those of another: files may have been changed since. Where they note what they do is another matter.
bool fills_alike(const Plan& plan, const Plan& other) {
    return std::ranges::all_of(plan.steps, [&](const Step& step) {
        return !step.ranges || std::ranges::any_of(other.steps, [&](const Step& one) {
            return one.ranges && one.identity == step.identity && one.ranges->lacking == step.ranges->lacking;
        });
    });
}

/// Takes a turn to read the journal.
template <class Read>
auto from_journal(const Settings& settings, Progress& progress, Read read) {
    try {
        Target target(settings, progress);
        return read(*journal(target, settings));
    } catch (const std::exception&) {
        throw database_error();
    }
}

/// A deployment that stopped, or was killed, with a part of its steps done.
std::optional<Deployment> left_half_way(Journal& journal, const char* kind, const Settings& settings, Progress& progress) {
    auto left = unfinished(journal, settings, progress);
    return left && left->kind == kind && left->done > 0 && !left->in_doubt ? left : std::nullopt;
}

/// Whether it is on its way to where the plan leads, from where the database is now: rows may be filled half-way, which no comparison shows.
bool leads_there(const Deployment& left, const Plan& plan) {
    return left.at == plan.from && left.to == plan.to && fills_alike(plan, emit::from_json(left.plan));
}

/// What may explain a rehearsal that failed.
std::string other_version(const Plan& plan) {
    int from = plan.from_version / 10000, to = plan.to_version / 10000;
    if (from == to) return "";
    return "what is desired was read on PostgreSQL " + std::to_string(to) + ", the database is " + std::to_string(from) +
           ": try with a scratch of version " + std::to_string(from) + "; ";
}

}  // namespace

Exit diff(const Settings& settings) {
    Progress progress(settings.options);
    auto plan = make_plan(settings, progress);
    auto wanted = settings.options.inverse ? inverted(plan) : plan;
    if (wants_output(settings)) print(wanted, settings);
    if (plan.steps.empty() && plan.differences.empty()) return Exit::done;
    if (plan.proof.proven == Proven::no && settings.proof != Rehearsal::none)
        throw Error("the plan failed its rehearsal", plan.proof.place,
                    other_version(plan) + "nothing is changed; where neither the files nor what is left unmanaged explain it, please report it",
                    Exit::proof_failed);
    if (!plan.steps.empty()) write_migrations(wanted, settings, progress);
    return Exit::differences;
}

Exit apply(const Settings& settings) {
    Progress progress(settings.options);
    auto plan = settings.options.plan ? emit::from_json(read_whole(*settings.options.plan)) : make_plan(settings, progress);
    if (!settings.options.plan)
        if (auto left = from_journal(settings, progress, [&](Journal& journal) { return left_half_way(journal, "apply", settings, progress); }); left && leads_there(*left, plan))
            return deploy({.kind = "apply", .plan = emit::from_json(left->plan), .resumes = left->id, .done = left->done}, settings, progress);
    if (plan.steps.empty()) {
        close_unfinished(settings, progress);
        return nothing_to_do(plan.differences.empty() ? "Nothing to do: the database is what the files say." : "Nothing to do; some differences are unresolved: see plumb diff.",
                             settings);
    }
    return deploy({.kind = "apply", .plan = std::move(plan)}, settings, progress);
}

Exit rollback(const Settings& settings) {
    Progress progress(settings.options);
    const auto& asked = settings.options.deployment;
    auto means = [&](std::optional<long> id) { return asked.empty() || (id && asked == std::to_string(*id)); };
    auto order = from_journal(settings, progress, [&](Journal& journal) -> std::optional<Order> {
        Order out{.kind = "rollback", .plan = {}, .needed = Proven::both};
        auto left = unfinished(journal, settings, progress);
        bool has_done = left && left->done > 0;
        if (has_done && left->kind == "rollback" && !left->in_doubt && means(left->undoes)) {
            out.plan = emit::from_json(left->plan);
            out.undoes = left->undoes;
            out.resumes = left->id;
            out.done = left->done;
        } else if (has_done && left->kind == "apply" && left->state != "paused" && means(left->id)) {
            out.plan = way_out(*left, settings, progress);
            out.needed = Proven::forward;
            out.undoes = left->id;
        } else {
            auto deployment = to_undo(journal, asked);
            if (!deployment) return std::nullopt;
            check_archive(*deployment, settings);
            out.plan = way_back(*deployment);
            out.undoes = deployment->id;
        }
        return out;
    });
    if (!order) return nothing_to_do("Nothing to roll back.", settings);
    return deploy(*order, settings, progress);
}

Exit drift(const Settings& settings) {
    Progress progress(settings.options);
    auto found = find_drift(settings, progress);
    if (wants_output(settings)) print(found, settings);
    return found.empty() ? Exit::done : Exit::differences;
}

}  // namespace plumb::run

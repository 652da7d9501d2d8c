// Takes a plan to the target.
#include "engine/run/deploy.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <iostream>

#include "engine/run/consent.hpp"
#include "engine/run/execute.hpp"
#include "engine/run/fill.hpp"
#include "engine/run/output.hpp"
#include "engine/run/state.hpp"
#include "engine/run/unfinished.hpp"

namespace plumb::run {

namespace {

void check_proof(const Order& order, const Settings& settings) {
    const auto& proof = order.plan.proof;
    if (settings.proof == Rehearsal::none || proof.proven >= order.needed) return;
    auto reason = proof.reason.empty() ? std::string("its inverse was not rehearsed") : proof.reason;
    throw Error("the plan is not proven: " + reason, proof.place, "nothing is changed; --proof none goes on without a proof",
                Exit::proof_failed);
}

/// Where to stop: behind the last step of the phase that was asked for. Throws Error where another phase comes first.
std::size_t end_of_phase(const Order& order, const std::optional<Phase>& asked) {
    const auto& steps = order.plan.steps;
    if (!asked) return steps.size();
    auto comes_before = [&](Phase one, Phase other) { return order.undoes ? one > other : one < other; };
    if (order.done < steps.size() && comes_before(steps[order.done].phase, *asked))
        throw Error("phase " + std::string(name(steps[order.done].phase)) + " comes first", {},
                    "nothing is changed; --phase " + std::string(name(steps[order.done].phase)) + " does it, or no --phase does all",
                    Exit::usage);
    std::size_t end = order.done;
    while (end < steps.size() && !comes_before(*asked, steps[end].phase)) ++end;
    return end;
}

/// The command for the next phase, in the same words; `where` is the journal, if not in the target.
std::string goes_on(const char* command, const Step& step, const std::string& where) {
    return "`plumb " + std::string(command) + " --phase " + std::string(name(step.phase)) + where + "` goes on.";
}

/// What may happen between two phases.
std::string what_next(const Step& step, const std::string& where) {
    auto go_on = goes_on("apply", step, where);
    if (step.phase != Phase::contract) return "The old application keeps working. " + go_on;
    return "Deploy the application that knows the new shape now; once the old one is gone " + go_on;
}

/// Scripts are not asked; a person is, unless --yes was said.
bool wanted(const Order& order, std::size_t steps, const Settings& settings) {
    if (settings.options.yes || !isatty(STDIN_FILENO)) return true;
    std::fprintf(stderr, "%s these %zu steps? [y/N] ", order.undoes ? "Roll back with" : "Apply", steps);
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

/// The deployment to go on with: a new one, or the same plan where it was left.
Execution opened(Journal& journal, const Order& order, std::size_t end, const Settings& settings, Progress& progress) {
    const auto& plan = order.plan;
    auto json = emit::json(plan);
    auto live = live_fingerprint(settings, plan.scope, plan.rows_from);
    auto left = unfinished(journal, settings, progress);
    if (order.resumes && left && left->id == *order.resumes && left->at == live) {
        journal.resume(left->id);
        return {left->id, plan, left->done, end, order.undoes.has_value()};
    }
    if (live != plan.from) {
        if (left && left->kind == order.kind && left->plan == json && left->at == live && left->done > 0 && !left->in_doubt) {
            journal.resume(left->id);
            return {left->id, plan, left->done, end, order.undoes.has_value()};
        }
        std::string why = "the database is not in the state that the plan starts from";
        if (left) why += ": deployment " + std::to_string(left->id) + " stopped after " + std::to_string(left->done) + " steps";
        throw Error(why, {},
                    order.undoes ? "plumb diff shows what differs from the files; plumb apply brings it to a known state"
                                 : "nothing is changed; make the plan again: plumb diff, or plumb apply with the files",
                    Exit::stale_plan);
    }
    journal.prepare(plan);
    journal.supersede(order.undoes);
    return {journal.open(order.kind, plan, json, order.undoes), plan, 0, end, order.undoes.has_value()};
}

}  // namespace

Exit deploy(const Order& order, const Settings& settings, Progress& progress) {
    if (!settings.options.quiet || !settings.options.formats.empty()) print(order.plan, settings);
    const auto end = end_of_phase(order, settings.options.phase);
    const auto where = !settings.journal ? "" : " --journal local" + (settings.journal->empty() ? "" : "=" + *settings.journal);
    if (end == order.done && end < order.plan.steps.size()) {
        if (!settings.options.quiet)
            put("Nothing to do in the " + std::string(name(*settings.options.phase)) + " phase. " + goes_on(order.undoes ? "rollback" : "apply", order.plan.steps[end], where) + "\n");
        return Exit::done;
    }
    check_hazards(std::span(order.plan.steps).subspan(order.done, end - order.done), settings);
    check_proof(order, settings);
    if (settings.options.dry_run) {
        progress.say("dry run: nothing is changed");
        return Exit::done;
    }
    if (!wanted(order, end - order.done, settings)) throw Error("not wanted: nothing is changed");
    // A reader of our output that goes away must not stop us half-way.
    std::signal(SIGPIPE, SIG_IGN);
    auto start = std::chrono::steady_clock::now();
    Target target(settings, progress);
    std::unique_ptr<Journal> record;
    progress.stage("checking that the database is as it was");
    auto execution = [&] {
        try {
            record = journal(target, settings);
            check_values(target, order.plan);
            return opened(*record, order, end, settings, progress);
        } catch (const std::exception&) {
            throw database_error();
        }
    }();
    execute(target, *record, execution, settings, progress);
    progress.stage("reading what came of it");
    bool all = end == order.plan.steps.size();
    auto left_behind = all ? live_fingerprint(settings, order.plan.scope, order.plan.rows_to) : order.plan.to;
    if (left_behind != order.plan.to) record->left_behind(execution.deployment, order.plan.to, left_behind);
    progress.clear();
    std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.2f s", taken.count());
    if (settings.options.quiet) return Exit::done;
    auto id = std::to_string(execution.deployment), number = std::to_string(end - execution.done);
    auto what = number + (number == "1" ? " step" : " steps") + " in " + seconds;
    if (order.undoes)
        put("Rolled back " + std::string(all ? "" : "a part of ") + "deployment " + std::to_string(*order.undoes) + ": " + what + "." +
            (all ? "" : " " + goes_on("rollback", order.plan.steps[end], where)) + "\n");
    else if (!all)
        put("Applied " + what + ": deployment " + id + " is done with its " + std::string(name(order.plan.steps[end - 1].phase)) +
            " phase. " + what_next(order.plan.steps[end], where) + "\n");
    else
        put("Applied " + what + ": deployment " + id + ". `plumb rollback " + id + where + "` undoes it.\n");
    return Exit::done;
}

}  // namespace plumb::run

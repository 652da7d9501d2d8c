// Takes a plan to the target.
#include "engine/run/deploy.hpp"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <map>

#include "engine/run/execute.hpp"
#include "engine/run/fill.hpp"
#include "engine/run/output.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

namespace {

void check_proof(const Order& order, const Settings& settings) {
    const auto& proof = order.plan.proof;
    if (settings.proof == Rehearsal::none || proof.proven >= order.needed) return;
    auto reason = proof.reason.empty() ? std::string("its inverse was not rehearsed") : proof.reason;
    throw Error("the plan is not proven: " + reason, {}, "nothing is changed; --proof none goes on without a proof",
                Exit::proof_failed);
}

void check_hazards(const Plan& plan, const Settings& settings) {
    std::map<Hazard, std::string> withheld;
    for (const auto& step : plan.steps)
        for (auto hazard : step.hazards)
            if (std::find(settings.allow.begin(), settings.allow.end(), hazard) == settings.allow.end())
                withheld[hazard] += (withheld[hazard].empty() ? "" : ", ") + std::to_string(step.id);
    if (withheld.empty()) return;
    std::string message = "refused:", words;
    for (const auto& [hazard, steps] : withheld) {
        message += "\n  " + std::string(name(hazard)) + " (" + (steps.find(',') == std::string::npos ? "step " : "steps ") +
                   steps + "): " + std::string(advice(hazard));
        words += (words.empty() ? "" : ",") + std::string(name(hazard));
    }
    throw Error(message, {}, "nothing is changed; to go on all the same: --allow " + words, Exit::refused);
}

/// Scripts are not asked; a person is, unless --yes was said.
bool wanted(const Order& order, const Settings& settings) {
    if (settings.options.yes || !isatty(STDIN_FILENO)) return true;
    std::fprintf(stderr, "%s these %zu steps? [y/N] ", order.undoes ? "Roll back with" : "Apply", order.plan.steps.size());
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

/// The deployment to go on with: a new one, or the same plan where it was left.
Execution opened(Journal& journal, const Order& order, const Settings& settings) {
    const auto& plan = order.plan;
    auto json = emit::json(plan);
    auto live = live_fingerprint(settings, plan.scope, plan.rows_from);
    auto left = journal.unfinished();
    if (live != plan.from) {
        if (left && left->kind == order.kind && left->plan == json && left->at == live && left->done > 0 && !left->in_doubt) {
            journal.resume(left->id);
            return {left->id, plan, left->done};
        }
        std::string why = "the database is not in the state that the plan starts from";
        if (left) why += ": deployment " + std::to_string(left->id) + " stopped after " + std::to_string(left->done) + " steps";
        throw Error(why, {},
                    order.undoes ? "plumb diff shows what differs from the files; plumb apply brings it to a known state"
                                 : "nothing is changed; make the plan again: plumb diff, or plumb apply with the files",
                    Exit::stale_plan);
    }
    journal.create();
    journal.supersede();
    return {journal.open(order.kind, plan, json, order.undoes), plan, 0};
}

}  // namespace

Exit deploy(const Order& order, const Settings& settings, Progress& progress) {
    if (!settings.options.quiet || !settings.options.formats.empty()) print(order.plan, settings);
    check_hazards(order.plan, settings);
    check_proof(order, settings);
    if (settings.options.dry_run) {
        progress.say("dry run: nothing is changed");
        return Exit::done;
    }
    if (!wanted(order, settings)) throw Error("not wanted: nothing is changed");
    // A reader of our output that goes away must not stop us half-way.
    std::signal(SIGPIPE, SIG_IGN);
    auto start = std::chrono::steady_clock::now();
    Target target(settings, progress);
    Journal journal(target);
    progress.stage("checking that the database is as it was");
    auto execution = [&] {
        try {
            check_values(target, order.plan);
            return opened(journal, order, settings);
        } catch (const std::exception&) {
            throw database_error();
        }
    }();
    execute(target, journal, execution, settings, progress);
    progress.stage("reading what came of it");
    auto left_behind = live_fingerprint(settings, order.plan.scope, order.plan.rows_to);
    if (left_behind != order.plan.to) journal.left_behind(execution.deployment, order.plan.to, left_behind);
    progress.clear();
    std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.2f s", taken.count());
    if (settings.options.quiet) return Exit::done;
    auto id = std::to_string(execution.deployment), number = std::to_string(order.plan.steps.size());
    auto what = number + (number == "1" ? " step" : " steps") + " in " + seconds;
    if (order.undoes)
        put("Rolled back deployment " + std::to_string(*order.undoes) + ": " + what + ".\n");
    else
        put("Applied " + what + ": deployment " + id + ". `plumb rollback " + id + "` undoes it.\n");
    return Exit::done;
}

}  // namespace plumb::run

// Runs a plan on the target.
#include "engine/run/execute.hpp"

#include <algorithm>

#include "emit/emit.hpp"
#include "engine/run/fill.hpp"
#include "engine/run/locks.hpp"
#include "engine/run/rebuild.hpp"
#include "engine/run/secrets.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

namespace {

using Clock = std::chrono::steady_clock;

constexpr Duration first_pause{100};
constexpr Duration longest_pause{5000};

class Executor {
public:
    Executor(Target& target, Journal& journal, const Execution& execution, const Settings& settings, Progress& progress)
        : target_(target),
          journal_(journal),
          execution_(execution),
          settings_(settings),
          progress_(progress),
          secrets_(execution.plan.steps, settings),
          interruption_(target) {}

    void run() {
        auto left = std::span(execution_.plan.steps).subspan(execution_.done, execution_.end - execution_.done);
        auto cut = batches(left);
        for (std::size_t i = 0; i < cut.size(); ++i) {
            bool last = i + 1 == cut.size();
            until_locked(cut[i], last);
            done_ += cut[i].steps.size();
            // A run that is killed between two batches can be taken up where the state is known.
            if (!last || is_part()) journal_.at(execution_.deployment, live_fingerprint(settings_, execution_.plan.scope, execution_.plan.rows_from));
        }
    }

private:
    bool is_part() const { return execution_.end < execution_.plan.steps.size(); }

    void until_locked(const Batch& batch, bool last) {
        auto end = Clock::now() + settings_.lock_budget;
        for (auto pause = first_pause;; pause = std::min(pause * 2, longest_pause)) {
            try {
                return attempt(batch, last);
            } catch (const std::exception&) {
                auto fault = database_error();
                bool unlucky = fault.sqlstate == "55P03" || fault.sqlstate == "40P01";
                // What a statement outside of a transaction did before it gave up is not undone, so it is not simply run again.
                if (!unlucky || !batch.transactional || interruption_.requested()) failed(fault);
                if (Clock::now() + pause >= end) {
                    fault.exit = Exit::lock_budget;
                    fault.hint = "try again at a quieter time, or raise --lock-timeout or --lock-budget" + holders();
                    failed(fault);
                }
                progress_.say("step " + std::to_string(current_->id) + " gets no lock (" + fault.what() + ")" + holders() +
                              "; trying again");
            }
            std::this_thread::sleep_for(pause);
        }
    }

    void attempt(const Batch& batch, bool last) {
        current_ = &batch.steps.front();
        if (current_->ranges) return fill(*current_, last);
        if (batch.transactional) {
            pqxx::work transaction(target_.connection());
            target_.check_session();
            take_locks(transaction, batch.steps, settings_.lock_timeout);
            std::vector<Took> took;
            for (const auto& step : batch.steps) took.push_back(run(transaction, step));
            check_interruption();
            commit(transaction, took, last);
        } else {
            target_.check_session();
            journal_.start(execution_.deployment, batch.steps.front());
            auto took = run_alone(batch.steps.front());
            pqxx::work transaction(target_.connection());
            commit(transaction, {took}, last);
        }
    }

    /// What a failed attempt did is done: the next one goes on from there.
    void fill(const Step& step, bool last) {
        auto start = Clock::now();
        Fill fill(target_, journal_, settings_, step, execution_.deployment);
        for (bool more = true; more;) {
            check_interruption();
            show(step, fill.progress());
            more = fill.next();
            if (more) fill.rest();
        }
        if (auto words = fill.report(); !words.empty()) progress_.say("note: " + words);
        pqxx::work transaction(target_.connection());
        commit(transaction, {{step.id, std::chrono::duration<double>(Clock::now() - start).count()}}, last);
    }

    void show(const Step& step, const std::string& more) {
        progress_.stage("step " + std::to_string(step.id) + " of " + std::to_string(execution_.plan.steps.size()) + ": " +
                        std::string(name(step.verb)) + " " + step.kind + " " + emit::one_line(step.identity) + (more.empty() ? "" : ": " + more));
    }

    Took run_alone(const Step& step) {
        pqxx::nontransaction session(target_.connection());
        return run(session, step);
    }

    void commit(pqxx::transaction_base& transaction, const std::vector<Took>& took, bool last) {
        Advance advance{.done = took};
        if (last) advance.state = is_part() ? "paused" : "done";
        if (last && !is_part()) advance.to = execution_.plan.to;
        journal_.commit(transaction, execution_.deployment, advance);
    }

    Took run(pqxx::transaction_base& transaction, const Step& step) {
        current_ = &step;
        check_interruption();
        show(step, "");
        auto start = Clock::now();
        transaction.exec(secrets_.revealed(step.sql));
        return {step.id, std::chrono::duration<double>(Clock::now() - start).count()};
    }

    void check_interruption() const {
        if (interruption_.requested()) throw Error("interrupted");
    }

    /// Who holds locks on what the current step needs.
    std::string holders() const {
        std::string relations;
        for (const auto& lock : current_->locks)
            relations +=
                (relations.empty() ? "" : ", ") + std::string("to_regclass(") + target_.connection().quote(lock.relation) + ")";
        if (relations.empty()) return "";
        try {
            pqxx::work session(target_.connection());
            only_catalog(session);
            auto rows = session.exec(
                "SELECT string_agg(DISTINCT format('%s (%s, %s)', pid, usename, coalesce(nullif(application_name, ''), '?')), ', "
                "')"
                " FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE granted AND pid <> pg_backend_pid() AND relation IN (" +
                relations + ")");
            return rows[0][0].is_null() ? "" : "; held by server process " + emit::one_line(rows[0][0].as<std::string>());
        } catch (const std::exception&) {
            return "";
        }
    }

    [[noreturn]] void failed(Error fault) {
        fault = secrets_.without(fault);
        bool interrupted = interruption_.requested();
        interruption_.stop_cancelling();
        std::string done = execution_.done + done_ == 0 ? "nothing is changed"
                                                        : std::to_string(execution_.done + done_) + " of " +
                                                              std::to_string(execution_.plan.steps.size()) + " steps are done";
        Error out =
            interrupted ? Error("interrupted at step " + std::to_string(current_->id)) : step_failed(*current_, fault, "");
        out.hint += (out.hint.empty() ? "" : "; ") + done + " (deployment " + std::to_string(execution_.deployment) + ")";
        if (execution_.done + done_ > 0) out.hint += execution_.undoes ? "; plumb rollback goes on from here" : "; plumb apply goes on from here, plumb rollback undoes what is done";
        try {
            journal_.fail(execution_.deployment, current_->id, interrupted ? "interrupted" : fault.what());
        } catch (const std::exception&) {
            // Without a connection the journal says that it is running: the next run finds it so.
        }
        throw out;
    }

    Target& target_;
    Journal& journal_;
    const Execution& execution_;
    const Settings& settings_;
    Progress& progress_;
    const Secrets secrets_;
    Interruption interruption_;
    const Step* current_ = nullptr;
    std::size_t done_ = 0;
};

}  // namespace

void execute(Target& target, Journal& journal, const Execution& execution, const Settings& settings, Progress& progress) {
    Executor(target, journal, execution, settings, progress).run();
}

}  // namespace plumb::run

// Runs a statement on rows range by range.
#include "engine/run/fill.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace plumb::run {

namespace {

using Clock = std::chrono::steady_clock;

/// Nobody should wait longer for a row than this; a range that takes longer is followed by a smaller one.
constexpr std::chrono::duration<double> longest{0.05};
constexpr std::size_t first_size = 1000, least_size = 500;  ///< fewer would be more transactions than work
constexpr double rows_per_page = 50;
constexpr auto between_looks = std::chrono::milliseconds(200);

/// "1,234,567"
std::string grouped(double number) {
    std::string out;
    auto digits = fmt::format("{:.0f}", number);
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) out += ',';
        out += digits[at];
    }
    return out;
}

/// Says which rows have no value by a condition; empty: all have. Throws Error where all must.
std::string without_value(pqxx::transaction_base& transaction, const Step& step, const std::string& condition) {
    const auto& ranges = *step.ranges;
    auto those = " FROM " + ranges.relation + " WHERE " + condition;
    auto count = transaction.exec("SELECT count(*)" + those)[0][0].as<double>();
    if (count == 0) return "";
    auto words = grouped(count) + (count == 1 ? " row of " : " rows of ") + ranges.relation + " found no value for " + step.identity;
    if (!ranges.literal.empty()) {
        std::string sample;
        for (const auto& row : transaction.exec("SELECT " + ranges.literal + those + " LIMIT 5"))
            sample += (sample.empty() ? "" : "; ") + row[0].as<std::string>();
        words += ", such as (" + ranges.key + ") = " + sample;
    }
    if (!ranges.must) return words;
    // Only what files fill has a place in them.
    throw Error(words + ", which is to be NOT NULL", step.place,
                step.place.file.empty() ? "they were written when it was gone: delete them, or apply the files of before with `-- plumb: backfill EXPRESSION` at it"
                                        : "give those rows a value, or let the expression of `backfill` end in one that is always there: coalesce(..., ...)");
}

}  // namespace

Fill::Fill(Target& target, Journal& journal, const Settings& settings, const Step& step, long deployment)
    : target_(target),
      journal_(journal),
      settings_(settings),
      step_(step),
      deployment_(deployment),
      reached_(journal.reached(deployment, step.id)),
      size_(std::min(first_size, settings.batch)),
      start_(Clock::now()) {
    pqxx::work transaction(target.connection());
    only_catalog(transaction);
    // A partitioned table has rows in its partitions only, and before 14 a range of pages was found by reading all of them.
    auto row = exec(transaction,
                    "SELECT relkind = 'r' AND current_setting('server_version_num')::int >= 140000,"
                    " pg_relation_size(c.oid) / current_setting('block_size')::int,"
                    " (SELECT greatest(0, sum(reltuples)) FROM pg_class WHERE oid = c.oid OR oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = c.oid))"
                    " FROM pg_class c WHERE c.oid = $1::regclass",
                    step.ranges->relation)[0];
    by_block_ = step.ranges->key.empty() && row[0].as<bool>();
    pages_ = row[1].as<long>();
    rows_ = row[2].as<double>();
}

bool Fill::next() {
    pqxx::work transaction(target_.connection());
    target_.check_session();
    // A range that is lost with the server is simply done again: its rows still lack what it gave them.
    transaction.exec("SET LOCAL synchronous_commit = off");
    auto to = upper(transaction);
    auto begin = Clock::now();
    auto sql = step_.sql;
    transaction.exec(sql.insert(sql.size() - step_.ranges->tail.size(), range(to)));
    std::chrono::duration<double> taken = Clock::now() - begin;
    journal_.commit(transaction, deployment_, {.step = step_.id, .reached = to.text});
    done_ += static_cast<double>(size_);
    reached_ = to.text;
    adapt(taken);
    return !to.last;
}

/// The end of the next range; the last one has none, so that it takes in what came meanwhile.
Fill::Bound Fill::upper(pqxx::transaction_base& transaction) const {
    const auto& ranges = *step_.ranges;
    if (by_block_) {
        long page = (reached_.empty() ? 0 : std::stol(reached_)) + std::max(1L, static_cast<long>(static_cast<double>(size_) / rows_per_page));
        return {std::to_string(page), page >= pages_};
    }
    if (ranges.key.empty()) return {"", true};
    auto after = reached_.empty() ? "" : " WHERE (" + ranges.key + ") > (" + reached_ + ")";
    auto found = transaction.exec("SELECT " + ranges.literal + " FROM " + ranges.relation + after + " ORDER BY " + ranges.key + " OFFSET " +
                                  std::to_string(size_ - 1) + " LIMIT 1");
    return found.empty() ? Bound{"", true} : Bound{found[0][0].as<std::string>(), false};
}

std::string Fill::range(const Bound& to) const {
    const auto& key = step_.ranges->key;
    std::string out;
    if (by_block_) {
        if (!reached_.empty()) out += " AND ctid >= '(" + reached_ + ",0)'";
        if (!to.last) out += " AND ctid < '(" + to.text + ",0)'";
        return out;
    }
    if (!reached_.empty()) out += " AND (" + key + ") > (" + reached_ + ")";
    if (!to.last) out += " AND (" + key + ") <= (" + to.text + ")";
    return out;
}

void Fill::adapt(std::chrono::duration<double> taken) {
    double factor = std::clamp(longest / std::max(taken, std::chrono::duration<double>(1e-4)), 0.25, 2.0);
    auto wanted = static_cast<std::size_t>(static_cast<double>(size_) * factor);
    size_ = std::min(std::max(wanted, least_size), settings_.batch);
}

std::string Fill::progress() const {
    std::chrono::duration<double> taken = Clock::now() - start_;
    if (done_ == 0 || taken.count() < 0.5) return "";
    double rate = done_ / taken.count();
    auto out = grouped(std::min(done_, std::max(rows_, 1.0))) + " rows, " + grouped(rate) + " rows/s";
    if (rows_ <= 0) return out;
    double left = std::max(0.0, rows_ - done_) / rate;
    return fmt::format("{:.0f} %, {}, {:.0f} s left", std::min(100.0, 100 * done_ / rows_), out, left);
}

void Fill::rest() {
    if (settings_.pause.count() > 0) std::this_thread::sleep_for(settings_.pause);
    if (settings_.replica_lag.count() == 0) return;
    for (;;) {
        pqxx::work transaction(target_.connection());
        only_catalog(transaction);
        auto lag = transaction.exec("SELECT coalesce(extract(epoch FROM max(replay_lag)), 0)::float8 * 1000 FROM pg_stat_replication")[0][0].as<double>();
        if (lag <= static_cast<double>(settings_.replica_lag.count())) return;
        transaction.commit();
        std::this_thread::sleep_for(between_looks);
    }
}

std::string Fill::report() {
    pqxx::work transaction(target_.connection());
    return without_value(transaction, step_, step_.ranges->empty + " AND " + step_.ranges->lacking);
}

void check_values(Target& target, const Plan& plan) {
    for (const auto& step : plan.steps) {
        bool brings_rows = step.sql.starts_with("INSERT ") || step.sql.starts_with("UPDATE ");
        if (!step.ranges && brings_rows) return;  // which the values may come from
        if (!step.ranges || !step.ranges->must) continue;
        for (const auto& condition : {step.ranges->empty + " AND " + step.ranges->lacking, step.ranges->lacking}) {
            try {
                pqxx::work transaction(target.connection());
                without_value(transaction, step, condition);
                break;
            } catch (const pqxx::sql_error& fault) {
                // It may name what the plan makes first: columns (42703), tables (42P01), functions (42883), types (42704), schemas (3F000).
                if (!fault.sqlstate().starts_with("42") && fault.sqlstate() != "3F000") throw;
            }
        }
    }
}

}  // namespace plumb::run

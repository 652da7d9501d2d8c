// The locks of a transaction, taken before it changes anything.
#include "engine/run/locks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plumb::run {

namespace {

using Clock = std::chrono::steady_clock;

/// Those that wait for readers or writers: one per relation, in the order of the steps.
std::vector<LockOn> strongest(std::span<const Step> steps) {
    std::vector<LockOn> out;
    for (const auto& step : steps)
        for (const auto& lock : step.locks) {
            if (lock.mode < Lock::share) continue;
            auto known = std::ranges::find(out, lock.relation, &LockOn::relation);
            if (known == out.end())
                out.push_back(lock);
            else
                known->mode = std::max(known->mode, lock.mode);
        }
    return out;
}

/// The statement that locks it; nothing where it is no table that is there already, or not for this role to lock.
std::string statement(pqxx::transaction_base& transaction, const LockOn& lock) {
    auto rows = exec(
        transaction,
        "SELECT format('LOCK TABLE ONLY %s IN ', oid::regclass) FROM pg_class WHERE oid = to_regclass($1) AND relkind IN ('r', "
        "'p')"
        " AND (has_table_privilege(oid, 'UPDATE') OR has_table_privilege(oid, 'DELETE') OR has_table_privilege(oid, 'TRUNCATE'))",
        lock.relation);
    return rows.empty() ? "" : rows[0][0].as<std::string>() + std::string(name(lock.mode)) + " MODE";
}

void set_timeout(pqxx::transaction_base& transaction, Duration timeout) {
    transaction.exec(fmt::format("SET LOCAL lock_timeout = {}", timeout.count()));
}

}  // namespace

void take_locks(pqxx::transaction_base& transaction, std::span<const Step> steps, Duration lock_timeout) {
    if (std::ranges::any_of(steps, [](const Step& step) { return step.scans || step.rewrites; })) return;
    std::vector<std::string> statements;
    only_catalog(transaction);
    for (const auto& lock : strongest(steps))
        if (auto sql = statement(transaction, lock); !sql.empty()) statements.push_back(sql);
    if (statements.size() > 1) {
        transaction.exec(statements.front());
        Duration patience(
            transaction.exec("SELECT setting::int / 2 FROM pg_settings WHERE name = 'deadlock_timeout'")[0][0].as<int>());
        auto end = Clock::now() + (lock_timeout.count() == 0 ? patience : std::min(patience, lock_timeout));
        for (std::size_t i = 1; i < statements.size(); ++i) {
            set_timeout(transaction, std::max(Duration(1), std::chrono::duration_cast<Duration>(end - Clock::now())));
            transaction.exec(statements[i]);
        }
        set_timeout(transaction, lock_timeout);
    }
    transaction.exec(std::string(search_path_setting()));
}

}  // namespace plumb::run

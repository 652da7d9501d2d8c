// The locks of a transaction, taken before it changes anything.
#include "engine/run/locks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace plumb::run {

namespace {

using Clock = std::chrono::steady_clock;

/// Those that wait for readers or writers: one per relation, in the order of the steps.
std::vector<LockOn> strongest(std::span<const Step> steps) {
    std::vector<LockOn> out;
    std::map<std::string_view, std::size_t> places;
    for (const auto& step : steps)
        for (const auto& lock : step.locks) {
            if (lock.mode < Lock::share) continue;
            auto [place, is_new] = places.emplace(lock.relation, out.size());
            if (is_new) out.push_back(lock);
            auto& mode = out[place->second].mode;
            mode = std::max(mode, lock.mode);
        }
    return out;
}

/// The statements that lock them: those of tables that are there already, and are this role's to lock.
std::vector<std::string> statements(pqxx::transaction_base& transaction, const std::vector<LockOn>& locks) {
    std::string list;
    for (const auto& lock : locks)
        list += fmt::format("{}({}, {}, '{}')", list.empty() ? "" : ", ", list.size(), transaction.quote(lock.relation),
                            name(lock.mode));
    std::vector<std::string> out;
    // Not by to_regclass(): what is locked may be a function, whose name with arguments is none of a relation.
    for (const auto& row :
         transaction.exec("SELECT format('LOCK TABLE ONLY %s IN %s MODE', relation, mode) FROM (VALUES " + list +
                          ") l (n, relation, mode) JOIN"
                          " (SELECT c.oid, format('%I.%I', nspname, relname) AS relation FROM pg_class c JOIN pg_namespace n ON "
                          "n.oid = relnamespace"
                          " WHERE relkind IN ('r', 'p')) t USING (relation)"
                          " WHERE has_table_privilege(oid, 'UPDATE') OR has_table_privilege(oid, 'DELETE') OR "
                          "has_table_privilege(oid, 'TRUNCATE') ORDER BY n"))
        out.push_back(row[0].as<std::string>());
    return out;
}

void set_timeout(pqxx::transaction_base& transaction, Duration timeout) {
    transaction.exec(fmt::format("SET LOCAL lock_timeout = {}", timeout.count()));
}

}  // namespace

void take_locks(pqxx::transaction_base& transaction, std::span<const Step> steps, Duration lock_timeout) {
    if (std::ranges::any_of(steps, [](const Step& step) { return step.scans || step.rewrites; })) return;
    auto locks = strongest(steps);
    if (locks.size() < 2) return;
    only_catalog(transaction);
    auto all = statements(transaction, locks);
    if (all.size() > 1) {
        transaction.exec(all.front());
        Duration patience(
            transaction.exec("SELECT setting::int / 2 FROM pg_settings WHERE name = 'deadlock_timeout'")[0][0].as<int>());
        auto end = Clock::now() + (lock_timeout.count() == 0 ? patience : std::min(patience, lock_timeout));
        for (std::size_t i = 1; i < all.size(); ++i) {
            set_timeout(transaction, std::max(Duration(1), std::chrono::duration_cast<Duration>(end - Clock::now())));
            transaction.exec(all[i]);
        }
        set_timeout(transaction, lock_timeout);
    }
    transaction.exec(std::string(search_path_setting()));
}

}  // namespace plumb::run

// The two homes of the journal.
#include "engine/run/journal.hpp"

#include "engine/run/journal_file.hpp"
#include "engine/run/journal_table.hpp"

namespace plumb::run {

std::unique_ptr<Journal> journal(Target& target, const Settings& settings) {
    if (settings.journal) return std::make_unique<FileJournal>(settings);
    return std::make_unique<TableJournal>(target);
}

std::vector<Record> records(const Settings& settings) { return settings.journal ? told_by_file(settings) : told_by_table(settings); }

std::string at_work() {
    return "exists(select from pg_locks where locktype = 'advisory' and granted and objsubid = 1"
           " and (classid::bigint << 32 | objid::bigint) = " +
           std::string(lock_key) + " and database = (select oid from pg_database where datname = current_database()))";
}

}  // namespace plumb::run

// The migration tools whose files Plumb writes, and what each keeps in the database.
#include <algorithm>

#include "emit/migrations.hpp"

namespace plumb::emit {

const std::vector<Tool>& tools() {
    static const std::vector<Tool> all{
        {"flyway", flyway, "flyway_schema_history", "version", {"*.flyway_schema_history*"}},
        {"liquibase", liquibase, "databasechangelog", "filename", {"*.databasechangelog*"}},
        {"golang-migrate", golang_migrate, "schema_migrations", "version", {"*.schema_migrations*"}},
        {"dbmate", dbmate, "schema_migrations", "version", {"*.schema_migrations*"}},
        {"goose", goose, "goose_db_version", "version_id", {"*.goose_db_version*"}},
        {"sqitch", sqitch, "sqitch.changes", "change", {"sqitch"}},
    };
    return all;
}

const Tool* tool(std::string_view name) {
    auto found = std::ranges::find(tools(), name, &Tool::name);
    return found == tools().end() ? nullptr : &*found;
}

}  // namespace plumb::emit

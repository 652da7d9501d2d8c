// Every file of the corpus is read, but those that hold what a desired state may not.
#include <cstdlib>
#include <map>

#include "tests/catch.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace fs = std::filesystem;

namespace {

/// Files that are refused, and why.
const std::map<std::string, std::string> refused{
    {"pairs/pgquarrel/dellstore/new.sql", "UPDATE is not accepted in desired files"},
    {"pairs/pgschema/default_privilege/drop_privilege/old.sql", "SET ROLE is not accepted in desired files"},
    {"regression/pg_dump_objects_roles.sql", "ALTER ROLE is not accepted in desired files"},
};

}  // namespace

TEST_CASE("source: the corpus is read") {
    const char* corpus = std::getenv("PLUMB_CORPUS");
    if (!corpus || !*corpus) {
        WARN("PLUMB_CORPUS is not set: no file of the corpus was read");
        return;
    }
    int files = 0, unknown = 0;
    for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
        if (entry.path().extension() != ".sql") continue;
        auto name = entry.path().lexically_relative(corpus).string();
        INFO(name);
        ++files;
        try {
            auto source = introspect::read_files({entry.path().string()});
            CHECK(refused.count(name) == 0);
            for (const auto& statement : source.statements) {
                unknown += statement.role == Role::unknown;
                if (!source.files[statement.file].text.substr(statement.offset).starts_with(statement.sql.substr(0, 6)))
                    FAIL("offset");
            }
        } catch (const Error& error) {
            if (entry.file_size() == 0) {
                CHECK(std::string(error.what()) == "the file is empty");
            } else {
                CHECK(refused.count(name) == 1);
                if (refused.count(name)) CHECK(error.what() == refused.at(name));
            }
        }
    }
    CHECK(files > 700);
    CHECK(unknown == 4);  // ALTER ... SEQUENCE ... LOGGED, which pg_dump prints since 15 and PostgreSQL 15.1's grammar lacks
}

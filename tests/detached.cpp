// Subscriptions of the files never connect.
#include "introspect/detached.hpp"

#include "introspect/elevate.hpp"
#include "tests/catch.hpp"

using namespace plumb::introspect;

TEST_CASE("a subscription is loaded without its publisher", "[source]") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"create subscription s connection 'c' publication p",
         "create subscription s connection 'c' publication p WITH (connect = false)"},
        {"create subscription s connection 'with (' publication p with (create_slot = true, slot_name = 'x', enabled)",
         "create subscription s connection 'with (' publication p WITH (connect = false, slot_name = 'x')"},
        {"create subscription s connection 'c' publication p with (binary, \"connect\" = true)",
         "create subscription s connection 'c' publication p WITH (connect = false, binary, \"connect\" = true)"},
        {"alter subscription s set publication a, b", "alter subscription s set publication a, b WITH (refresh = false)"},
        {"alter subscription s add publication c with (copy_data = false)",
         "alter subscription s add publication c WITH (refresh = false)"},
        {"alter subscription s set (binary = true)", "alter subscription s set (binary = true)"},
    };
    for (const auto& [before, after] : cases) CHECK(detached(before) == after);
}

TEST_CASE("what starts or stops replication declares nothing", "[source]") {
    for (const char* verb : {"enable", "disable", "refresh publication", "skip (lsn = none)"})
        CHECK(operates("alter subscription s " + std::string(verb)));
    CHECK_FALSE(operates("alter subscription s set (binary)"));
}

TEST_CASE("no superuser connects for the files", "[source]") {
    CHECK(elevation("create subscription s connection 'c' publication p with (connect = false)") == Elevation::loader);
    for (const char* sql : {"create subscription s connection 'c' publication p",
                            "create subscription s connection 'connect = false' publication p", "alter subscription s enable",
                            "alter subscription s set (failover = true)"})
        CHECK(elevation(sql) == Elevation::none);
}

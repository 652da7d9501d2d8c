// --scratch URL: databases on a server that is not ours, which is as before when we are gone.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/catch.hpp"
#include "tests/scratch_fixture.hpp"
#include "tests/server.hpp"

using namespace plumb;
using namespace plumb::tests;
using introspect::Scratch;

namespace {

std::string state_of(const Server& server) {
    return server
        .sql("postgres",
             "select datname from pg_database order by 1; select rolname, rolsuper, pg_catalog.shobj_description(oid, "
             "'pg_authid') "
             "from pg_roles order by 1; select roleid::regrole, member::regrole from pg_auth_members order by 1, 2")
        .out;
}

bool is_owned_by(Scratch& scratch, const std::string& owner) {
    Loaded loaded("create table t (a int); create table u (); alter table u owner to app; grant select on t to reader;", scratch);
    return loaded("select relowner::regrole from pg_class where oid = 't'::regclass") == owner &&
           loaded("select relowner::regrole from pg_class where oid = 'u'::regclass") == "app";
}

}  // namespace

TEST_CASE("foreign: a superuser's server is used and left as it was") {
    Server server;
    auto before = state_of(server);
    auto around = test_surroundings();
    around.user = "deployer";
    {
        Scratch scratch(server.conninfo("postgres"), around, false);
        CHECK(is_owned_by(scratch, "deployer"));
        auto database = scratch.create_database();
        scratch.drop(scratch.clone(database));
        REQUIRE(scratch.warnings().size() == 1);
        CHECK(holds(scratch.warnings().front(), "is a superuser"));
        {
            Scratch second(server.conninfo("postgres"), around, false);
            CHECK(is_owned_by(second, "deployer"));
        }
        CHECK(is_owned_by(scratch, "deployer"));
    }
    CHECK(state_of(server) == before);
}

TEST_CASE("foreign: an ordinary role is enough") {
    Server server;
    server.sql("postgres",
               "create role tester login createdb createrole; create role plain login createdb; create role tied login");
    auto before = state_of(server);
    {
        Scratch scratch(server.conninfo("postgres", "tester"), test_surroundings(), false);
        Loaded loaded(
            "create schema s; grant create on schema s to app; create table s.t (a int); alter table s.t owner to app; create "
            "extension citext;",
            scratch);
        CHECK(loaded("select relowner::regrole from pg_class where oid = 's.t'::regclass") == "app");
        CHECK(holds(load_error("create extension pgstattuple;", scratch), "1:1: permission denied to create extension"));
    }
    CHECK(state_of(server) == before);
    {
        Scratch scratch(server.conninfo("postgres", "plain"), test_surroundings(), false);
        Loaded loaded("create table t (a int);", scratch);
        CHECK(loaded("select relowner::regrole from pg_class where oid = 't'::regclass") == "plain");
        CHECK(scratch.warnings().size() == 2);
    }
    CHECK(state_of(server) == before);
    CHECK(holds(message_of([&] { Scratch(server.conninfo("postgres", "tied"), test_surroundings(), false); }),
                "may not create databases"));
}

TEST_CASE("foreign: what a killed run left is removed by the next") {
    Server server;
    auto before = state_of(server);
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    pid_t child = fork();
    if (child == 0) {
        try {
            Scratch scratch(server.conninfo("postgres"), test_surroundings(), false);
            scratch.create_database();
            if (write(ends[1], "x", 1) == 1) pause();
        } catch (const std::exception&) {
        }
        _exit(1);
    }
    close(ends[1]);
    char byte;
    REQUIRE(read(ends[0], &byte, 1) == 1);
    close(ends[0]);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    CHECK(state_of(server) != before);
    { Scratch scratch(server.conninfo("postgres"), test_surroundings(), false); }
    CHECK(state_of(server) == before);
}

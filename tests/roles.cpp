// Roles that are managed: what is refused, that they are no more than names where code runs, and that no password stays anywhere.
#include <cstdlib>
#include <filesystem>

#include "introspect/cluster.hpp"
#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/scratch_fixture.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

struct Refused {
    const char* manage;
    const char* sql;
    const char* message;
    std::vector<std::string> options = {};
};

const Refused refused[] = {
    {"", "ALTER ROLE app LOGIN;", "desired.sql:1:1: error: ALTER ROLE is not accepted"},
    {"database = true", "ALTER ROLE app LOGIN;", "ALTER ROLE is not accepted"},
    {"roles = true", "ALTER DATABASE shop SET work_mem = '8MB';", "ALTER DATABASE is not accepted"},
    {"roles = true", "CREATE TABLE t ();\nALTER ROLE plumb_nobody LOGIN;", "desired.sql:2:1: error: role plumb_nobody is altered, but not made"},
    {"roles = true", "CREATE ROLE plumb_a;\nGRANT plumb_b TO plumb_a;", "desired.sql:2:1: error: role \"plumb_b\" does not exist"},
    {"roles = true", "DROP ROLE plumb_a;", "DROP ROLE is not accepted"},
    {"roles = true", "-- plumb: renamed from plumb_b\nCREATE ROLE plumb_a;", "desired.sql:1:1: error: Plumb renames nothing that is the whole server's: role plumb_a"},
    {"roles = true", "CREATE ROLE plumb_a;\nGRANT plumb_a TO CURRENT_USER;", "desired.sql:2:1: error: files do not know who deploys them"},
    {"roles = true", "CREATE ROLE plumb_a;\nALTER ROLE plumb_a IN DATABASE x SET work_mem = '8MB';\nALTER ROLE plumb_a IN DATABASE y SET work_mem = '8MB';",
     "desired.sql:3:1: error: the statement is about another database"},
    {"database = true", "ALTER DATABASE shop SET work_mem = '8MB';\nCOMMENT ON DATABASE mart IS 'x';", "desired.sql:2:1: error: the statement is about another database"},
    {"database = true", "ALTER DATABASE shop SET no_such_parameter = 1;", "desired.sql:1:1: error: unrecognized configuration parameter"},
    {"database = true", "ALTER DATABASE shop ALLOW_CONNECTIONS false;", "CONNECTION LIMIT and IS_TEMPLATE are managed"},
    {"database = true", "CREATE DATABASE shop OWNER app;", "say it with ALTER DATABASE"},
    {"roles = true", "CREATE ROLE plumb_a;", "only managed with the embedded scratch", {"--scratch", "target"}},
    {"database = true", "CREATE TABLE t ();", "only managed with the embedded scratch", {"--scratch", "postgres://nowhere/x"}},
    {"roles = \"some\"", "CREATE TABLE t ();", "manage.roles cannot be \"some\""},
};

bool mentioned_below(const std::filesystem::path& folder, const std::string& word) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::string bytes(std::istreambuf_iterator<char>(in), {});
        if (bytes.find(word) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("what roles and the database may not be told is refused at its place", "[roles]") {
    Target target;
    for (const auto& one : refused) {
        file("desired.sql", one.sql);
        file("roles.toml", "[manage]\n" + std::string(one.manage) + "\n");
        std::vector<std::string> options{"desired.sql", "--config", "roles.toml"};
        options.insert(options.end(), one.options.begin(), one.options.end());
        auto output = target.plumb("diff", options);
        INFO(one.sql << "\n" << output.err);
        CHECK((output.exit == 1 || output.exit == 4));
        CHECK(holds(output.err, one.message));
    }
}

TEST_CASE("a superuser of the files is one on the cluster, and a mere name where code runs", "[roles]") {
    introspect::Scratch scratch("", test_surroundings(), false, "", std::chrono::minutes(15), {true, false});
    Folder folder;
    auto source = introspect::read_files({folder.write("desired.sql",
                                                       "CREATE ROLE boss SUPERUSER LOGIN BYPASSRLS;\n"
                                                       "GRANT boss TO app;\n"
                                                       "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';\n"
                                                       "ALTER FUNCTION f() OWNER TO boss;\n")},
                                         false, {true, false});
    auto database = scratch.create_database();
    introspect::load(scratch, database, source);
    auto loader = scratch.connect(database);
    auto boss = loader.query("select rolsuper or rolcanlogin or rolbypassrls from pg_roles where rolname = 'boss'");
    CHECK(boss.text(0, 0) == "f");
    auto declared = scratch.cluster()->read();
    auto found = std::ranges::find_if(declared.objects, [](const Object& object) { return object.identity == "boss"; });
    REQUIRE(found != declared.objects.end());
    CHECK(found->value("superuser") == "SUPERUSER");
    CHECK(found->value("bypassrls") == "BYPASSRLS");
}

TEST_CASE("a password in the files is not kept, shown or planned", "[roles]") {
    Target target;
    const std::string secret = "Tr0ub4dor";
    file("roles.toml", "[manage]\nroles = true\n");
    Folder folder;
    auto cache = folder.path("cache");
    const std::vector<std::string> before{"env", "XDG_CACHE_HOME=" + cache};
    for (const auto& words : {"PASSWORD '" + secret + "'", "ENCRYPTED PASSWORD\n'a''" + secret + "'", "PASSWORD E'a\\'" + secret + "' LOGIN",
                              "PASSWORD $x$" + secret + "$x$", "PASSWORD U&'" + secret + "'", "PASSWORD 'a'\n'" + secret + "'",
                              "PASSWORD '" + secret + "' NONSENSE"}) {
        file("desired.sql", "CREATE ROLE plumb_secretive " + words + ";");
        for (const char* format : {"json"}) {
            auto output = target.plumb("diff", {"desired.sql", "--config", "roles.toml", "--format", format, "-v"}, before);
            INFO(words << "\n" << output.err);
            CHECK(output.exit == (holds(words, "NONSENSE") ? 1 : 2));
            CHECK_FALSE(holds(output.out + output.err, secret));
            if (output.exit == 2) CHECK(holds(output.err + output.out, "passwords are never part of a plan"));
        }
    }
    CHECK_FALSE(mentioned_below(cache + "/plumb/results", secret));
}

TEST_CASE("from 16 on a role that is no superuser deploys roles, being a member of those that it makes", "[roles][server]") {
    const char* folder = std::getenv("PLUMB_SERVERS");
    if (!folder || !std::filesystem::exists(std::string(folder) + "/18/bin/postgres")) {
        WARN("not run: PLUMB_SERVERS has no PostgreSQL 18");
        return;
    }
    const std::string programs = std::string(folder) + "/18";
    Server newer(programs);
    Connection(newer.conninfo("postgres")).run("create role boss login createrole");
    const auto database = newer.create("template0", "boss"), conninfo = newer.conninfo(database, "boss");
    Connection(conninfo).run("create role plumb_old; create role plumb_kept login; grant plumb_old to plumb_kept");
    auto config = file("roles.toml", "[manage]\nroles = true\n");
    auto path = file("desired.sql", "CREATE ROLE plumb_kept LOGIN CONNECTION LIMIT 5;\nCREATE ROLE plumb_new;\n"
                                    "GRANT plumb_new TO plumb_kept;\nCREATE TABLE t (a int);\nGRANT SELECT ON t TO plumb_new;\n");
    auto plumb = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"env", "PATH=" + programs + "/bin:" + std::getenv("PATH"), PLUMB_BINARY});
        words.insert(words.end(), {"--db", conninfo, "--config", config});
        return tests::run(words, {.folder = server().folder()});
    };
    auto roles = [&] {
        auto found = Connection(conninfo).query("select string_agg(format('%s %s %s', m.rolname, m.rolconnlimit, r.rolname), ', ' order by 1) from pg_auth_members "
                                                "join pg_roles r on r.oid = roleid join pg_roles m on m.oid = member where m.rolname like 'plumb%'");
        return std::string(found.text(0, 0));
    };
    for (const auto& [words, wanted] : {std::pair{std::vector<std::string>{"apply", path, "--yes", "--allow", "all"}, "plumb_kept 5 plumb_new"},
                                        {{"rollback", "--yes", "--allow", "all"}, "plumb_kept -1 plumb_old"}}) {
        auto output = plumb(words);
        INFO(output.out << output.err);
        CHECK(output.exit == 0);
        CHECK(roles() == wanted);
    }
}

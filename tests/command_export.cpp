// export: a database as files that make it again.
#include <fstream>

#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/observer.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

std::string read(const std::string& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

const char* roles =
    "do 'begin create role plumb_test_owner; exception when duplicate_object then end';"
    "do 'begin create role plumb_test_reader; exception when duplicate_object then end';";

const char* shop = R"(
    create schema shop;
    create table shop.item (id serial primary key, name text not null, parent int references shop.item);
    create table shop.cart (item int references shop.item, unique (item));
    create index on shop.item (name);
    comment on column shop.item.name is 'What people call it';
    alter table shop.item owner to plumb_test_owner;
    grant select (name) on shop.item to plumb_test_reader;
    create function shop.price(int) returns int language sql as 'select $1';
    create function shop.price(text) returns int language sql as 'select 1';
    create function shop.broken() returns int language plpgsql as 'begin return nope(; end';
    revoke execute on function shop.price(int) from public;
    create view shop.cheap as select name, shop.price(id) from shop.item;
    create table shop."Cart" (i int);
    create table shop."a/b" (i int);
    alter default privileges grant select on tables to plumb_test_reader;
    alter default privileges for role plumb_test_owner in schema shop grant insert on tables to plumb_test_reader;
    create extension citext schema public;
    comment on schema public is 'Nothing here';
    grant create on schema public to plumb_test_owner;
)";

}  // namespace

TEST_CASE("an export holds every object with what belongs to it, and makes the database again", "[export]") {
    Target target;
    Connection(target.conninfo()).run(std::string("set check_function_bodies = off;") + roles + shop);
    Folder folder;
    auto path = folder.path("schema");
    auto exported = target.plumb("export", {"-o", path});
    INFO(exported.err + exported.out);
    REQUIRE(exported.exit == 0);
    CHECK(exported.out == "Exported to " + path + ": 10 files. Proven: loaded, it is the same again.\n");
    auto names = must({"sh", "-c", "cd " + path + " && find . -name '*.sql' | LC_ALL=C sort"});
    CHECK(names ==
          "./_cluster/extensions/citext.sql\n./public/_schema.sql\n./shop/_schema.sql\n./shop/functions/broken.sql\n"
          "./shop/functions/price.sql\n./shop/tables/Cart.sql\n./shop/tables/a%2Fb.sql\n"
          "./shop/tables/item.sql\n./shop/views/cheap.sql\n./zz_last.sql\n");
    auto item = read(path + "/shop/tables/item.sql");
    for (std::string words :
         {"CREATE SEQUENCE shop.item_id_seq",
          "CREATE TABLE shop.item (\n    id integer DEFAULT nextval('shop.item_id_seq'::regclass) NOT NULL,\n",
          "CREATE INDEX item_name_idx", "COMMENT ON COLUMN shop.item.name IS 'What people call it';",
          "ALTER TABLE shop.item OWNER TO plumb_test_owner;", "GRANT SELECT (name) ON TABLE shop.item TO plumb_test_reader;",
          "ALTER SEQUENCE shop.item_id_seq OWNED BY shop.item.id;"})
        CHECK(has(item, words));
    // Names that differ in nothing but case share a file.
    CHECK(has(read(path + "/shop/tables/Cart.sql"), "CREATE TABLE shop.cart ("));
    CHECK(read(path + "/shop/functions/broken.sql").starts_with("SET check_function_bodies = off;"));
    auto price = read(path + "/shop/functions/price.sql");
    CHECK(price.starts_with("CREATE OR REPLACE FUNCTION shop.price(integer)"));
    CHECK(has(price, "REVOKE EXECUTE ON FUNCTION shop.price(integer) FROM PUBLIC;"));
    CHECK(has(read(path + "/public/_schema.sql"), "GRANT CREATE ON SCHEMA public TO plumb_test_owner;"));
    CHECK(has(read(path + "/public/_schema.sql"), "COMMENT ON SCHEMA public IS 'Nothing here';"));
    CHECK(has(read(path + "/zz_last.sql"), "IN SCHEMA shop GRANT INSERT ON TABLES TO plumb_test_reader;"));

    auto all = file("all.toml", "[manage]\ngrants = \"all\"\nowners = \"all\"\n");
    auto diff = target.plumb("diff", {path, "--config", all});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 0);

    Target again;
    auto built = again.plumb("apply", {path, "--config", all, "--allow", "all"});
    INFO(built.err);
    CHECK(built.exit == 0);
    CHECK(difference(server(), structure(server(), target.name), structure(server(), again.name)).empty());
    CHECK(again.plumb("export", {"-o", folder.path("again")}).exit == 0);
    CHECK(tests::run({"diff", "-r", path, folder.path("again")}).out.empty());
}

TEST_CASE("an export is one file that psql loads, where it is asked for one", "[export]") {
    Target target(std::string("set check_function_bodies = off;") + roles + shop);
    Folder folder;
    auto path = folder.path("all.sql");
    CHECK(target.plumb("export", {"-o", path}).out ==
          "Exported to " + path + ": 1 file. Proven: loaded, it is the same again.\n");
    CHECK(target.plumb("export", {"-o", path}).exit == 0);
    Target again;
    auto loaded = server().psql(again.name, path);
    INFO(loaded.err);
    CHECK(loaded.exit == 0);
    CHECK(difference(server(), structure(server(), target.name), structure(server(), again.name)).empty());
    CHECK(again.plumb("diff", {path}).exit == 0);
}

TEST_CASE("an export overwrites its own files and nobody else's", "[export]") {
    Target target("create schema a; create table a.t (); create table a.u (); create view a.v as select from a.t");
    Folder folder;
    auto path = folder.path("schema");
    CHECK(target.plumb("export", {"-o", path, "-q"}).out.empty());
    folder.write("schema/README.md", "ours");
    target.ask("drop view a.v");
    target.ask("drop table a.u");
    CHECK(target.plumb("export", {"-o", path}).exit == 0);
    CHECK(must({"sh", "-c", "cd " + path + " && find . -type f -o -name views | LC_ALL=C sort"}) ==
          "./.plumb-export\n./README.md\n./a/_schema.sql\n./a/tables/t.sql\n");

    folder.write("other/a.sql", "create table mine ();");
    auto refused = target.plumb("export", {"-o", folder.path("other")});
    CHECK(refused.exit == 4);
    CHECK(has(refused.err, "other is not empty, and no export wrote what is in it"));
    CHECK(read(folder.path("other/a.sql")) == "create table mine ();");
    CHECK(target.plumb("export", {"-o", folder.path("schema/README.md")}).exit == 4);
    CHECK(target.plumb("export", {}).exit == 4);
}

TEST_CASE("an export keeps to its scope", "[export]") {
    Target target("create schema a; create table a.t (); create schema b; create table b.t (); grant select on a.t to public");
    Folder folder;
    CHECK(target.plumb("export", {"-o", folder.path("a"), "--schema", "a"}).exit == 0);
    CHECK(must({"sh", "-c", "cd " + folder.path("a") + " && find . -name '*.sql' | LC_ALL=C sort"}) ==
          "./a/_schema.sql\n./a/tables/t.sql\n");
    auto config = file("none.toml", "[manage]\ngrants = \"none\"\n");
    CHECK(target.plumb("export", {"-o", folder.path("none.sql"), "--config", config}).exit == 0);
    CHECK(has(read(folder.path("none.sql")), "CREATE TABLE b.t ("));
    CHECK(!has(read(folder.path("none.sql")), "GRANT"));
    CHECK(target.plumb("export", {"-o", folder.path("nothing"), "--schema", "c"}).exit == 1);
}

TEST_CASE("an export has the roles, where they are managed", "[roles][export]") {
    Target target("create role plumb_reads nologin; create role plumb_logs_in login connection limit 3; grant plumb_reads to plumb_logs_in;"
                  "alter role plumb_logs_in set work_mem = '8MB'; create table t (a int); grant select on t to plumb_reads");
    auto config = file("roles.toml", "[manage]\nroles = true\n");
    Folder folder;
    auto path = folder.path("schema");
    auto exported = target.plumb("export", {"-o", path, "--config", config});
    INFO(exported.err);
    CHECK(exported.exit == 0);
    auto role = read(path + "/_cluster/roles/plumb_logs_in.sql");
    INFO(role);
    CHECK(has(role, "CREATE ROLE plumb_logs_in LOGIN CONNECTION LIMIT 3;"));
    CHECK(has(role, "GRANT plumb_reads TO plumb_logs_in"));
    CHECK(has(role, "work_mem"));
    CHECK(target.plumb("diff", {path, "--config", config}).exit == 0);
    target.ask("drop owned by plumb_reads");
    target.ask("drop role plumb_logs_in, plumb_reads");
}

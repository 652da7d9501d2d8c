// The observer must see every difference and no order: tables of dumps.
#include "tests/observer.hpp"
#include "tests/catch.hpp"

using plumb::tests::normalised;

namespace {

std::string entry(const std::string& heading, const std::string& body) {
    return "\n--\n-- " + heading + "\n--\n\n" + body + "\n\n";
}

std::string table(const std::string& body) { return entry("Name: t; Type: TABLE; Schema: public; Owner: postgres", body); }

}  // namespace

TEST_CASE("observer: what is a set to PostgreSQL has no order") {
    struct {
        const char* what;
        std::string one, other;
    } pairs[] = {
        {"columns",
         table("CREATE TABLE t (\n    a integer,\n    b text DEFAULT 'x,\n    y'::text,\n    CONSTRAINT c CHECK (((a > 0) AND (a "
               "< 9)))\n);"),
         table("CREATE TABLE t (\n    CONSTRAINT c CHECK (((a > 0) AND (a < 9))),\n    b text DEFAULT 'x,\n    y'::text,\n    a "
               "integer\n);")},
        {"statements behind a table",
         table("CREATE TABLE t (\n    a integer\n);\nALTER TABLE t REPLICA IDENTITY FULL;\n\n\nALTER TABLE t OWNER TO x;"),
         table("CREATE TABLE t (\n    a integer\n);\n\n\nALTER TABLE t OWNER TO x;\nALTER TABLE t REPLICA IDENTITY FULL;")},
        {"storage parameters", table("CREATE TABLE t (\n    a integer\n)\nWITH (fillfactor='7', autovacuum_enabled='false');"),
         table("CREATE TABLE t (\n    a integer\n)\nWITH (autovacuum_enabled='false', fillfactor='7');")},
        {"columns of statistics", entry("Name: s; Type: STATISTICS; Schema: public; Owner: x", "CREATE STATISTICS s (mcv) ON b, c, a, (b + c) FROM t;"),
         entry("Name: s; Type: STATISTICS; Schema: public; Owner: x", "CREATE STATISTICS s (mcv) ON a, b, c, (b + c) FROM t;")},
        {"grants",
         entry("Name: TABLE t; Type: ACL; Schema: public; Owner: x",
               "GRANT SELECT ON TABLE t TO a;\nGRANT SELECT ON TABLE t TO b;"),
         entry("Name: TABLE t; Type: ACL; Schema: public; Owner: x",
               "GRANT SELECT ON TABLE t TO b;\nGRANT SELECT ON TABLE t TO a;")},
        {"entries",
         entry("Name: a; Type: SCHEMA; Schema: -; Owner: x", "CREATE SCHEMA a;") +
             entry("Name: b; Type: SCHEMA; Schema: -; Owner: x", "CREATE SCHEMA b;"),
         entry("Name: b; Type: SCHEMA; Schema: -; Owner: x", "CREATE SCHEMA b;") +
             entry("Name: a; Type: SCHEMA; Schema: -; Owner: x", "CREATE SCHEMA a;")},
    };
    for (const auto& pair : pairs) {
        INFO(pair.what);
        CHECK(normalised(pair.one) == normalised(pair.other));
    }
}

TEST_CASE("observer: what means something differs") {
    auto view = [](const std::string& body) { return entry("Name: v; Type: VIEW; Schema: public; Owner: x", body); };
    auto space = [](const std::string& name) { return "\nSET default_tablespace = " + name + ";\n"; };
    struct {
        const char* what;
        std::string one, other;
    } pairs[] = {
        {"the type of a column", table("CREATE TABLE t (\n    a integer\n);"), table("CREATE TABLE t (\n    a bigint\n);")},
        {"columns of a view in another order", view("CREATE VIEW v AS\n SELECT 1 AS a,\n    2 AS b;"),
         view("CREATE VIEW v AS\n SELECT 2 AS b,\n    1 AS a;")},
        {"expressions of statistics in another order", entry("Name: s; Type: STATISTICS; Schema: public; Owner: x", "CREATE STATISTICS s ON a, (b + c), (a + b) FROM t;"),
         entry("Name: s; Type: STATISTICS; Schema: public; Owner: x", "CREATE STATISTICS s ON a, (a + b), (b + c) FROM t;")},
        {"an owner", table("CREATE TABLE t ();\n\nALTER TABLE t OWNER TO a;"),
         table("CREATE TABLE t ();\n\nALTER TABLE t OWNER TO b;")},
        {"a tablespace", space("''") + table("CREATE TABLE t ();"), space("fast") + table("CREATE TABLE t ();")},
        {"order of parents", table("CREATE TABLE t (\n    a integer\n)\nINHERITS (p, q);"),
         table("CREATE TABLE t (\n    a integer\n)\nINHERITS (q, p);")},
    };
    for (const auto& pair : pairs) {
        INFO(pair.what);
        CHECK(normalised(pair.one) != normalised(pair.other));
    }
}

TEST_CASE("observer: a check that prints differently after one load is the same check") {
    plumb::tests::Server server;
    auto one = server.create(), other = server.create(), third = server.create();
    auto check = [&](const std::string& database, const std::string& condition) {
        REQUIRE(server.sql(database, "create table t (s varchar(10) constraint c check (" + condition + "))").exit == 0);
        return plumb::tests::structure(server, database);
    };
    auto written = check(one, "s in ('x', 'y')");
    auto printed = check(other, "(s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])");
    auto different = check(third, "s in ('x', 'z')");
    CHECK(written != printed);
    CHECK(difference(server, written, printed).empty());
    CHECK_FALSE(difference(server, written, different).empty());
}

namespace {

constexpr const char* shop = R"sql(
    create role plumb_observed;
    create schema s;
    create type mood as enum ('sad', 'glad');
    create type pair as (a int, b int);
    create domain positive as int default 1 check (value > 0);
    create collation german (provider = icu, locale = 'de');
    create sequence counter;
    create table parent (id int primary key, name varchar(20) not null default 'x', age positive, feeling mood, kind pair,
        twice int generated always as (id * 2) stored, number int generated by default as identity, plain varchar(20), check (name <> ''));
    create table other (id int, note text);
    create table child (parent int references parent, extra text) inherits (parent, other);
    create table list (id int, at date) partition by range (at);
    create table list_1 partition of list for values from ('2024-01-01') to ('2025-01-01');
    create unique index parent_name on parent (name);
    create view named as select id, name from parent where name in ('x', 'y');
    create materialized view counted as select count(*) from parent;
    create function f(a int, b int default 1) returns int language sql as 'select a + b';
    create function t() returns trigger language plpgsql as 'begin return new; end';
    create function e() returns event_trigger language plpgsql as 'begin end';
    create trigger tr before update of name on parent for each row when (new.id > 1) execute function t();
    create rule r as on delete to parent do instead nothing;
    create policy p on parent to plumb_observed using (id > 1);
    create statistics st on id, name from parent;
    create publication pub for table parent;
    create aggregate total(int) (sfunc = int4pl, stype = int, initcond = '0');
    create operator === (leftarg = int, rightarg = int, function = int4eq);
    create operator class ops for type int using btree as operator 1 <, function 1 btint4cmp(int, int);
    create cast (mood as int) with inout;
    create text search configuration conf (copy = simple);
    create foreign data wrapper fdw options (a '1');
    create server server foreign data wrapper fdw options (a '1');
    create foreign table far (a int) server server options (a '1');
    create user mapping for plumb_observed server server options (a '1');
    create event trigger et on ddl_command_end execute function e();
)sql";

}  // namespace

TEST_CASE("observer: catalogs show every attribute, and nothing of the way there") {
    plumb::tests::Server server;
    auto database = server.create();
    if (auto made = server.sql(database, shop); made.exit != 0) FAIL(made.err);
    auto after = [&](const std::string& statement) {
        auto made =
            plumb::tests::run({server.program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", server.conninfo(database), "-c",
                               "begin; " + statement, "-f", PLUMB_ROOT "/tests/catalogs.sql"});
        if (made.exit != 0) FAIL(statement << "\n" << made.err);
        return made.out;
    };
    auto before = catalogs(server, database);
    REQUIRE(before.starts_with("pg_"));
    for (const char* seen : {
             "alter table parent alter plain type varchar(21)",
             "alter table parent alter plain type varchar(20) collate german",
             "alter table parent alter name drop not null",
             "alter table parent alter name set default 'y'",
             "alter table parent alter name set storage external",
             "alter table parent alter name set compression pglz",
             "alter table parent alter name set statistics 7",
             "alter table parent alter name set (n_distinct = 7)",
             "alter table parent alter number set generated always",
             "alter table parent alter twice drop expression",
             "alter table parent rename age to years",
             "alter table parent set (fillfactor = 70)",
             "alter table parent set (toast.autovacuum_enabled = off)",
             "alter table other set unlogged",
             "alter table parent enable row level security",
             "alter table parent force row level security",
             "alter table parent replica identity full",
             "alter table parent cluster on parent_name",
             "alter table parent owner to plumb_observed",
             "alter table parent set schema s",
             "alter table parent disable trigger tr",
             "alter table child disable trigger all",
             "alter table parent disable rule r",
             "alter table child no inherit other; alter table child no inherit parent; alter table child inherit other; alter "
             "table "
             "child inherit parent",
             "alter table list detach partition list_1",
             "alter table parent drop constraint parent_name_check; alter table parent add check (name <> 'y')",
             "alter table child add check (extra <> '') not valid",
             "alter table other add check (note <> '') no inherit",
             "alter table child alter constraint child_parent_fkey deferrable",
             "alter table child drop constraint child_parent_fkey; alter table child add foreign key (parent) references parent "
             "on "
             "delete cascade",
             "drop index parent_name; create unique index parent_name on parent (name desc)",
             "drop index parent_name; create unique index parent_name on parent (name) where id > 1",
             "drop index parent_name; create unique index parent_name on parent (name) include (id)",
             "drop index parent_name; create unique index parent_name on parent (lower(name))",
             "alter type mood rename to feeling",
             "alter type mood rename value 'sad' to 'bad'",
             "alter type pair add attribute c int",
             "alter domain positive drop default",
             "alter domain positive set not null",
             "alter domain positive drop constraint positive_check; alter domain positive add check (value > 1)",
             "alter sequence counter increment 2",
             "alter sequence counter owned by other.id",
             "create or replace view named as select id, name from parent where name in ('x', 'z')",
             "create or replace view named with (security_barrier) as select id, name from parent where name in ('x', 'y')",
             "drop materialized view counted; create materialized view counted as select count(*) from parent with no data",
             "alter function f immutable",
             "alter function f security definer",
             "alter function f cost 7",
             "alter function f set search_path = s",
             "create or replace function f(a int, b int default 2) returns int language sql as 'select a + b'",
             "create or replace function f(a int, b int default 1) returns int language sql as 'select a - b'",
             "create or replace function f(a int, b int default 1) returns int language sql return a + b",
             "alter function f depends on extension plpgsql",
             "grant execute on function f to plumb_observed",
             "grant select (id) on parent to plumb_observed",
             "grant select on parent to plumb_observed with grant option",
             "grant usage on schema public to plumb_observed",
             "alter default privileges grant select on tables to plumb_observed",
             "comment on column parent.name is 'a name'",
             "comment on schema public is 'ours'",
             "comment on constraint parent_name_check on parent is 'a check'",
             "drop trigger tr on parent; create trigger tr before update on parent for each row when (new.id > 1) execute "
             "function t()",
             "drop trigger tr on parent; create trigger tr before update of name on parent for each row execute function t()",
             "alter policy p on parent using (id > 2)",
             "alter policy p on parent to public",
             "alter statistics st set statistics 7",
             "drop statistics st; create statistics st (ndistinct) on id, name from parent",
             "alter publication pub set (publish = 'insert')",
             "alter publication pub set table parent (id)",
             "alter publication pub set table parent where (id > 1)",
             "alter publication pub add tables in schema s",
             "alter operator ===(int, int) set (restrict = eqsel)",
             "alter operator family ops using btree add operator 2 <=(int, int)",
             "drop cast (mood as int); create cast (mood as int) with inout as assignment",
             "alter text search configuration conf alter mapping for word with english_stem",
             "alter foreign data wrapper fdw options (set a '2')",
             "alter server server options (set a '2')",
             "alter foreign table far options (set a '2')",
             "alter user mapping for plumb_observed server server options (set a '2')",
             "alter event trigger et disable",
             "create extension hstore",
             "create language plpython3u_missing handler plpgsql_call_handler",
         }) {
        INFO(seen);
        CHECK_FALSE(after(seen) == before);
    }
    for (const char* not_seen : {
             "insert into parent values (1); analyze parent",
             "alter table parent add column more int; alter table parent drop column more",
             "alter table other drop column id; alter table other add column id int; alter table other drop column note; alter "
             "table "
             "other add column note text",
             "drop index parent_name; create unique index parent_name on parent (name)",
             "alter table child drop constraint child_parent_fkey; alter table child add foreign key (parent) references parent",
             "alter type pair drop attribute a, drop attribute b; alter type pair add attribute a int, add attribute b int",
             "drop materialized view counted; create materialized view counted as select count(*) from parent",
             "create or replace view named as select id, name from parent where name::text = any (array['x'::varchar, "
             "'y'::varchar]::text[])",
             "grant select on parent to plumb_observed; revoke select on parent from plumb_observed",
             "create schema plumb; create table plumb.deployment (id int primary key)",
         }) {
        INFO(not_seen);
        CHECK(unified_diff(server, before, after(not_seen)) == "");
    }
}

// What the names in desired statements are bound to.
#include <map>

#include "engine/run/bind.hpp"
#include "introspect/read.hpp"
#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

/// "kind identity" to the line where its place is, of what the statements make in a database of their own.
std::map<std::string, int> lines(const std::string& statements) {
    Target target(statements);
    Connection connection(target.conninfo());
    auto catalog = introspect::read(connection);
    run::bind(source_of(statements), catalog);
    std::map<std::string, int> out;
    for (const auto& object : catalog.objects) out[std::string(object.kind->name) + " " + object.identity] = object.place.line;
    return out;
}

const char* everything = R"(create schema s;
create schema authorization bind_owner;
create type s.e as enum ('a');
create type s.c as (x int);
create domain s.d as int
    constraint positive check (value > 0);
create type s.r as range (subtype = int);
create sequence s.q;
create function s.f(a int, out b text) language sql as 'select ''x''';
create function s.f(a text[], variadic b s.e[]) returns int language sql as 'select 1';
create procedure s.p(inout a numeric(4, 2)) language sql as 'select 1.0';
create aggregate s.g (int) (sfunc = int4pl, stype = int);
create table s.t (
    id int primary key,
    "Ä b" text
        constraint filled check ("Ä b" <> ''),
    n int default 1,
    m int generated always as identity
);
alter table only s.t alter column id set default nextval('s.q');
alter sequence s.q owned by s.t.id;
alter table s.t add constraint refers foreign key (n) references s.t,
    add constraint other unique (n);
create index i on s.t (n);
create statistics s.st on id, n from s.t;
create view s.v as select id from s.t;
create materialized view s.mv as select id from s.t;
create index mvi on s.mv (id);
create rule nothing as on delete to s.v do instead nothing;
create function s.tf() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before insert on s.t for each row execute function s.tf();
create policy pol on s.t using (true);
create table s.parent (a int) partition by list (a);
create table s.child (a int);
alter table only s.parent attach partition s.child for values in (1);
comment on table s.t is 'x';
comment on column s.t.n is 'x';
comment on constraint filled on s.t is 'x';
comment on function s.f(int) is 'x';
comment on function s.f(x text[], y s.e[]) is 'x';
comment on constraint positive on domain s.d is 'x';
grant select on s.t to bind_reader;
grant insert on table s.t to bind_owner with grant option;
grant update (n) on s.t to public;
grant usage on sequence s.t_m_seq to bind_reader;
revoke execute on function s.f(text[], s.e[]) from public;
grant usage on schema s to bind_reader;
grant create on schema public to bind_reader;
alter table s.v owner to bind_owner;
alter procedure s.p(numeric) owner to bind_owner;
alter default privileges in schema s grant select on tables to bind_reader;
alter default privileges for role bind_owner grant select on tables to bind_reader;
)";

}  // namespace

TEST_CASE("bind: every object has the place of the statement that makes it") {
    static bool roles = [] {
        Connection(server().conninfo("postgres")).run("create role bind_owner; create role bind_reader");
        return true;
    }();
    REQUIRE(roles);
    auto found = lines(everything);
    const std::map<std::string, int> expected = {
        {"schema s", 1},
        {"schema bind_owner", 2},
        {"owner SCHEMA bind_owner", 2},
        {"enum type s.e", 3},
        {"composite type s.c", 4},
        {"domain s.d", 5},
        {"domain constraint positive ON DOMAIN s.d", 6},
        {"range type s.r", 7},
        {"sequence s.q", 8},
        {"function s.f(integer)", 9},
        {"function s.f(text[],s.e[])", 10},
        {"function s.p(numeric)", 11},
        {"aggregate s.g(integer)", 12},
        {"table s.t", 13},
        {"column s.t.id", 14},
        {"key constraint t_pkey ON s.t", 13},
        {"column s.t.\"Ä b\"", 15},
        {"check constraint filled ON s.t", 16},
        {"column s.t.n", 17},
        {"default s.t.n", 17},
        {"identity s.t.m", 18},
        {"default s.t.id", 20},
        {"sequence ownership s.q", 21},
        {"foreign key refers ON s.t", 22},
        {"key constraint other ON s.t", 23},
        {"index s.i", 24},
        {"statistics s.st", 25},
        {"view s.v", 26},
        {"materialized view s.mv", 27},
        {"index s.mvi", 28},
        {"rule nothing ON s.v", 29},
        {"trigger tr ON s.t", 31},
        {"policy pol ON s.t", 32},
        {"partition s.child", 35},
        {"comment TABLE s.t", 36},
        {"comment COLUMN s.t.n", 37},
        {"comment CONSTRAINT filled on s.t", 38},
        {"comment FUNCTION s.f(integer)", 39},
        {"comment FUNCTION s.f(pg_catalog.text[],s.e[])", 40},
        {"comment CONSTRAINT positive ON DOMAIN s.d", 41},
        {"grant TABLE s.t TO bind_reader", 42},
        {"grant TABLE s.t TO bind_owner", 43},
        {"grant TABLE s.t (n) TO PUBLIC", 44},
        {"grant SEQUENCE s.t_m_seq TO bind_reader", 45},
        {"revocation FUNCTION s.f(text[],s.e[]) FROM PUBLIC", 46},
        {"grant SCHEMA s TO bind_reader", 47},
        {"grant SCHEMA public TO bind_reader", 48},
        {"owner VIEW s.v", 49},
        {"owner PROCEDURE s.p(INOUT numeric)", 50},
        {"default privileges ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s ON TABLES TO bind_reader", 51},
        {"default privileges ALTER DEFAULT PRIVILEGES FOR ROLE bind_owner ON TABLES TO bind_reader", 52},
    };
    for (const auto& [object, line] : expected) {
        INFO(object);
        REQUIRE(found.contains(object));
        CHECK(found[object] == line);
    }
    for (const auto& [object, line] : found) {
        INFO(object);
        CHECK((line > 0 || object == "grant SCHEMA public TO PUBLIC" || object == "comment SCHEMA public"));
    }
}

TEST_CASE("bind: a name without schema follows the search_path") {
    auto found = lines(R"(create schema a;
create schema b;
create table t ();
set search_path = b, public;
create table t (x int);
alter table t add constraint positive check (x > 0);
set search_path = 'a';
create table t (x int);
create table only_here ();
reset search_path;
comment on table t is 'x';
comment on table b.t is 'x';
comment on table a.only_here is 'x';
)");
    CHECK(found["table public.t"] == 3);
    CHECK(found["table b.t"] == 5);
    CHECK(found["column b.t.x"] == 5);
    CHECK(found["check constraint positive ON b.t"] == 6);
    CHECK(found["table a.t"] == 8);
    CHECK(found["column a.t.x"] == 8);
    CHECK(found["table a.only_here"] == 9);
    CHECK(found["comment TABLE public.t"] == 11);
    CHECK(found["comment TABLE b.t"] == 12);
}

TEST_CASE("bind: directives without an object are errors with their place") {
    struct Case {
        const char* text;
        const char* complaint;
    };
    const Case cases[] = {
        {"create table t ();\n-- plumb: unmanaged\ngrant select on t to public;\n-- plumb: depends on t\ncreate view v as select "
         "1;",
         ""},
        {"create table t ();\n-- plumb: depends on t.x\ncreate view v as select 1;", "2: `depends on` names nothing"},
        {"create table t (x int);\n-- plumb: depends on \"T\"\ncreate view v as select 1;", "2: `depends on` names nothing"},
        {"create table t (x int);\n-- plumb: depends on public.T.X\ncreate view v as select 1;", ""},
        {"create table t (x int);\n-- plumb: depends on t.x\ncreate view v as select 1;", ""},
        {"create function f(int) returns int language sql as 'select 1';\n-- plumb: depends on f(int)\ncreate view v as select "
         "1;",
         ""},
        {"-- plumb: using 'a'\ncreate type e as enum ('a');", "1: directive `using` is not about enum type public.e"},
    };
    for (const auto& [text, complaint] : cases) {
        INFO(text);
        std::string said;
        try {
            lines(text);
        } catch (const Error& error) {
            said = std::to_string(error.place.line) + ": " + error.what();
            CHECK(error.exit == Exit::usage);
        }
        CHECK(said.substr(0, std::string_view(complaint).size()) == complaint);
        CHECK(said.empty() == std::string_view(complaint).empty());
    }
}

TEST_CASE("bind: what is foreign, published and watched has the place of its statement") {
    Connection(server().conninfo("postgres"))
        .run("do $$ begin if to_regrole('bind_reader') is null then create role bind_reader; end if; end $$");
    auto found = lines(R"(create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for public server s;
create user mapping for bind_reader server s;
create foreign table f (
    a int options (x '1'),
    b int) server s;
create table f2 (a int); create publication p for table f2;
create function note() returns event_trigger language plpgsql as 'begin end';
create event trigger e on sql_drop execute function note();
comment on event trigger e is 'e';
grant usage on foreign server s to bind_reader;
comment on foreign table f is 'f';
create type c as (x int);
create table typed of c (
    x with options default 1);
)");
    const std::map<std::string, int> expected = {{"foreign data wrapper w", 1},
                                                 {"foreign server s", 2},
                                                 {"user mapping PUBLIC SERVER s", 3},
                                                 {"user mapping bind_reader SERVER s", 4},
                                                 {"foreign table public.f", 5},
                                                 {"column public.f.a", 6},
                                                 {"column public.f.b", 7},
                                                 {"publication p", 8},
                                                 {"published table p TABLE public.f2", 8},
                                                 {"event trigger e", 10},
                                                 {"comment EVENT TRIGGER e", 11},
                                                 {"grant FOREIGN SERVER s TO bind_reader", 12},
                                                 {"comment FOREIGN TABLE public.f", 13},
                                                 {"table public.typed", 15},
                                                 {"type of table public.typed", 15}};
    for (const auto& [object, line] : expected) {
        INFO(object);
        CHECK(found[object] == line);
    }
}

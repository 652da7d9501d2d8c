// What is managed, and what is not but uses what is.
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

using Words = std::vector<std::string>;

const std::string shop =
    "create schema shop; create schema audit; create table shop.item (id int primary key, price int, note text);"
    "create table shop.legacy_item (id int); create table audit.log (id int);";

/// All of `shop` but shop.legacy_item said in every way that there is.
struct Wording {
    const char* toml;
    Words options;
};

const Wording wordings[] = {
    {"", {"--schema", "shop", "--exclude", "shop.legacy_*"}},
    {"", {"--schema", "sh*", "--exclude", "*.legacy_*"}},
    {"", {"--exclude", "audit", "--exclude", "shop.legacy_item"}},
    {"", {"--schema", "shop", "--schema", "nothing", "--exclude", "shop.legacy_*", "--exclude", "nothing"}},
    {"[scope]\ninclude = [\"shop\"]\nexclude = [\"shop.legacy_*\"]\n", {}},
    {"[scope]\ninclude = [\"shop\"]\n", {"--exclude", "shop.legacy_*"}},
    {"[scope]\nexclude = [\"audit\"]\n", {"--exclude", "shop.legacy_item"}},
    // What is included on the command line takes the place of the file's word; what is excluded adds to it.
    {"[scope]\ninclude = [\"audit\"]\nexclude = [\"shop.legacy_*\"]\n", {"--schema", "shop"}},
};

Output plumb_with(const Target& target, const Wording& wording, const std::string& command, Words words) {
    words.insert(words.end(), wording.options.begin(), wording.options.end());
    words.insert(words.end(), {"--config", file("scope.toml", wording.toml)});
    return target.plumb(command, words);
}

}  // namespace

TEST_CASE("globs of the command line and of plumb.toml say what is managed", "[scope]") {
    for (const auto& wording : wordings) {
        Target target(shop);
        INFO(wording.toml << (wording.options.empty() ? "" : wording.options.back()));
        auto files = file("shop.sql", "create schema shop;\ncreate table shop.item (id int primary key, price int, note text);\n");
        auto drift = plumb_with(target, wording, "drift", {files});
        INFO(drift.err << drift.out);
        CHECK(drift.exit == 0);
        auto more = file("shop.sql", "create schema shop;\ncreate table shop.item (id int primary key, price bigint, note text);\n");
        CHECK(plumb_with(target, wording, "apply", {more, "--allow", "all"}).exit == 0);
        CHECK(plumb_with(target, wording, "diff", {more}).exit == 0);
        // Nobody asks what the scope of a deployment was, to undo it.
        CHECK(target.plumb("rollback", {"--allow", "all"}).exit == 0);
        CHECK(target.ask("select string_agg(oid::regclass::text, ' ' order by oid::regclass::text) from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('shop', 'audit')") ==
              "audit.log shop.item shop.legacy_item");
    }
}

TEST_CASE("what is not managed and uses what a plan touches is a hazard", "[scope]") {
    struct Example {
        const char* unmanaged;  ///< in schema audit
        const char* words;      ///< that name it; empty: nothing is hit
        const char* desired = "create schema shop; create table shop.item (id int primary key, price bigint, note text);";
    };
    const char* no_note = "create schema shop; create table shop.item (id int primary key, price int);";
    const char* no_item = "create schema shop;";
    const char* no_key = "create schema shop; create table shop.item (id int not null, price int, note text);";
    const Example examples[] = {
        {"create view audit.v as select price from shop.item", "view audit.v is not managed and uses shop.item.price, which step "},
        {"create view audit.v as select note from shop.item", ""},
        {"create view audit.v as select note from shop.item", "view audit.v is not managed and uses shop.item.note, which step ", no_note},
        {"create materialized view audit.m as select price from shop.item", "materialized view audit.m is not managed and uses shop.item.price"},
        {"create function audit.f() returns bigint language sql begin atomic select sum(price) from shop.item; end", "function audit.f() is not managed and uses shop.item.price"},
        {"create function audit.f(shop.item) returns int language sql as 'select 1'", "function audit.f(shop.item) is not managed and uses shop.item", no_item},
        {"create table audit.of_item (id int references shop.item)", "table audit.of_item is not managed and uses item_pkey ON shop.item", no_key},
        {"create table audit.of_item (id int references shop.item)", ""},
        {"create table audit.heir () inherits (shop.item)", "table audit.heir is not managed and uses shop.item", no_item},
        {"create table audit.holder (i shop.item)", "table audit.holder is not managed and uses shop.item", no_item},
        {"create table audit.holder (i shop.item[])", "table audit.holder is not managed and uses shop.item", no_item},
        {"create rule r as on insert to audit.log do also select price from shop.item", "table audit.log is not managed and uses shop.item.price"},
        {"alter table audit.log enable row level security; create policy p on audit.log using (exists (select from shop.item i where i.price = log.id))", "table audit.log is not managed and uses shop.item.price"},
        {"create table audit.other (id int primary key, price int)", ""},
    };
    for (const auto& example : examples) {
        if (has(example.unmanaged, "begin atomic") && server().version() < 140000) continue;
        Target target(shop + example.unmanaged);
        auto files = file("shop.sql", example.desired);
        INFO(example.unmanaged << " -> " << example.desired);
        auto before = target.ask("select count(*) from pg_depend");
        Words scope{"--exclude", "audit", "--exclude", "shop.legacy_*"};
        Words words{files};
        words.insert(words.end(), scope.begin(), scope.end());
        auto diff = target.plumb("diff", words);
        INFO(diff.err << diff.out);
        bool hit = *example.words != 0;
        CHECK((diff.exit == 2 || (hit && diff.exit == 7)));
        CHECK(has(diff.out, "untracked_dependency") == hit);
        CHECK(has(diff.out, example.words));
        for (const char* hazard : {"loses_data", "rewrites_table", "scans_table", "blocks_reads", "blocks_writes", "breaks_queries", "irreversible", "changes_access"})
            words.insert(words.end(), {"--allow", hazard});
        auto applied = target.plumb("apply", words);
        INFO(applied.err);
        CHECK(applied.exit == (hit ? 3 : 0));
        if (hit) CHECK(target.ask("select count(*) from pg_depend") == before);
    }
}

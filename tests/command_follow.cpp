// Between expand and contract an application goes on that does not know the new columns: what it writes shows in them.
#include <atomic>
#include <chrono>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;

namespace {

constexpr const char* before = R"(
create table person (id int primary key, full_name text not null, notes json, place point);
create function tidy() returns trigger language plpgsql as $$ begin new.full_name := trim(new.full_name); return new; end $$;
create trigger tidy before insert or update on person for each row execute function tidy();
)";

constexpr const char* after = R"(
create table person (id int primary key, notes json, place point,
    -- plumb: backfill split_part(person.full_name, ' ', 1)
    first_name text not null,
    -- plumb: backfill nullif(substr(full_name, strpos(full_name || ' ', ' ') + 1), '')
    "Last ""name""" text,
    -- plumb: backfill 100 / length(full_name)
    share int,
    -- plumb: backfill notes ->> 'k'
    k text,
    -- plumb: backfill place[0]
    x float8);
)";

std::string names(const tests::Target& target) {
    return target.ask(R"(select concat_ws('|', id, first_name, "Last ""name""", share, k, x) from person order by id)");
}

}  // namespace

TEST_CASE("new columns follow what an application writes that does not know them", "[command][fill]") {
    tests::Target target(before);
    Connection(target.conninfo()).run("insert into person values (1, 'Ada Lovelace', '{}', '(1,2)'), (2, 'Plato', null, null)");
    auto write = [&](const std::string& sql) { Connection(target.conninfo("writer")).run(sql); };
    Connection(target.conninfo()).run("do $$ begin create role writer login; exception when duplicate_object then end $$; "
                                      "grant select, insert, update on person to writer");
    auto files = tests::file("person.sql", after);
    std::vector<std::string> options{files, "--yes", "--allow", "all"};
    auto phase = [&](const std::string& one) {
        auto all = options;
        all.insert(all.end(), {"--phase", one});
        return all;
    };
    auto drift = target.plumb("drift", {files, "-q"}).out;
    REQUIRE(target.plumb("apply", phase("expand")).exit == 0);

    // The old application, as a role with no rights to anything of ours, while rows are not filled yet.
    write("insert into person values (3, '  Grace Brewster Hopper ', '{\"k\": 1}', '(3,4)')");
    CHECK(names(target) == "1\n2\n3|Grace|Brewster Hopper|4|1|3");
    write("update person set full_name = 'Ada King' where id = 1");
    CHECK(names(target) == "1|Ada|King|12\n2\n3|Grace|Brewster Hopper|4|1|3");
    REQUIRE(target.plumb("apply", phase("migrate")).exit == 0);
    CHECK(names(target) == "1|Ada|King|12|1\n2|Plato|20\n3|Grace|Brewster Hopper|4|1|3");

    // A value that cannot be computed hinders nobody, and is not left as it was.
    write("update person set full_name = '' where id = 2");
    CHECK(names(target) == "1|Ada|King|12|1\n2|\n3|Grace|Brewster Hopper|4|1|3");
    write("update person set full_name = 'Plato Aristonos', notes = '{\"k\": 2}' where id = 2");
    CHECK(names(target) == "1|Ada|King|12|1\n2|Plato|Aristonos|6|2\n3|Grace|Brewster Hopper|4|1|3");

    // The new application's own values stay, as long as the old one does not change what they follow from.
    write("insert into person (id, full_name, first_name) values (4, 'Emmy Noether', 'Amalie')");
    write("update person set first_name = 'Augusta', full_name = 'Ada Byron' where id = 1");
    write("update person set notes = '{}' where id = 1");
    CHECK(names(target) == "1|Augusta|Byron|11|1\n2|Plato|Aristonos|6|2\n3|Grace|Brewster Hopper|4|1|3\n4|Amalie|Noether|8");

    CHECK(target.ask("select count(*) from pg_trigger where tgname like 'zz_plumb%'") == "10");
    CHECK(target.plumb("drift", {files, "-q"}).out.find("sync") == std::string::npos);

    SECTION("contract ends it") {
        auto last = target.plumb("apply", phase("contract"));
        INFO(last.err);
        CHECK(last.exit == 0);
        CHECK(names(target) == "1|Augusta|Byron|11|1\n2|Plato|Aristonos|6|2\n3|Grace|Brewster Hopper|4|1|3\n4|Amalie|Noether|8");
        CHECK(target.plumb("drift", {files}).exit == 0);
        CHECK(target.plumb("rollback", {"--yes", "--allow", "all"}).exit == 0);
        CHECK(target.ask("select string_agg(full_name, ', ' order by id) from person") == "Ada Byron, Plato Aristonos, Grace Brewster Hopper, Emmy Noether");
    }
    SECTION("so does a rollback") {
        auto last = target.plumb("rollback", {"--yes", "--allow", "all"});
        INFO(last.err);
        CHECK(last.exit == 0);
        CHECK(target.plumb("drift", {files, "-q"}).out == drift);
    }
    SECTION("so does another plan") {
        auto others = tests::file("person_as_it_was.sql", before);
        auto last = target.plumb("apply", {others, "--yes", "--allow", "all"});
        INFO(last.err);
        CHECK(last.exit == 0);
        CHECK(target.plumb("drift", {others}).exit == 0);
    }
    CHECK(target.ask("select count(*) from pg_trigger where tgname like 'zz_plumb%'") == "0");
    CHECK(target.ask("select count(*) from pg_namespace where nspname like 'plumb_sync%'") == "0");
}

namespace {

/// What the two applications hold to be true of each account is in the ledger, written by the same statements.
constexpr const char* accounts = R"(
create table ledger (id int primary key, visits int not null, price int not null);
create table account (id int primary key, note text not null, visits int not null, price int not null);
)";

constexpr const char* accounts_after = R"(
create table ledger (id int primary key, visits int not null, price int not null);
create table account (id int primary key, note text not null,
    -- plumb: backfill visits
    visits bigint not null,
    -- plumb: backfill upper(note)
    loud text not null,
    -- plumb: backfill nullif(account.price * 2, 0)
    doubled int);
)";

/// Clients of an application that write one random row after another for as long as they live.
class Writers {
public:
    using Statement = std::string (*)(int id, int random);
    Writers(const tests::Target& target, std::vector<Statement> statements, unsigned seed) {
        for (unsigned client = 0; client < 2; ++client)
            clients_.emplace_back([this, conninfo = target.conninfo(), statements, seed, client] {
                try {
                    Connection connection(conninfo);
                    std::mt19937 random(seed + client);
                    for (; !stopped_; ++written_)
                        connection.run(statements[random() % statements.size()](static_cast<int>(random() % 20000), static_cast<int>(random() % 1000)));
                } catch (const std::exception& error) {
                    failures_[client] = error.what();
                }
            });
    }
    ~Writers() { stop(); }
    Writers(const Writers&) = delete;
    Writers& operator=(const Writers&) = delete;

    /// What went wrong, in the words of PostgreSQL.
    std::string stop() {
        stopped_ = true;
        for (auto& client : clients_)
            if (client.joinable()) client.join();
        return failures_[0] + failures_[1];
    }
    int written() const { return written_; }

private:
    std::atomic<bool> stopped_ = false;
    std::atomic<int> written_ = 0;
    std::string failures_[2];
    std::vector<std::thread> clients_;
};

std::string in_ledger(const std::string& statement) {
    return "with x as (" + statement + ") insert into ledger select id, visits, price from x on conflict (id) do update set visits = excluded.visits, price = excluded.price";
}

std::string remove(int id, int) { return "with x as (delete from account where id = " + std::to_string(id) + " returning id) delete from ledger using x where ledger.id = x.id"; }

std::string set(const std::string& what, int id) { return "update account set " + what + " where id = " + std::to_string(id); }

const std::vector<Writers::Statement> old_application{
    remove,
    [](int id, int n) { return in_ledger("insert into account values (" + std::to_string(id) + ", 'new', " + std::to_string(n) + ", " + std::to_string(n) + ") on conflict do nothing returning *"); },
    [](int id, int n) { return in_ledger(set("price = " + std::to_string(n % 10), id) + " returning *"); },
    [](int id, int) { return in_ledger(set("visits = visits + 1", id) + " returning *"); },
    [](int id, int n) { return set("note = 'note " + std::to_string(n) + "'", id); },
};

/// It knows `loud` and `doubled`, and prices no more.
const std::vector<Writers::Statement> new_application{
    remove,
    [](int id, int) { return "with x as (" + set("visits = visits + 1", id) + " returning id, visits) update ledger set visits = x.visits from x where ledger.id = x.id"; },
    [](int id, int n) { return set("note = 'n" + std::to_string(n) + "', loud = 'N" + std::to_string(n) + "'", id); },
};

constexpr const char* wrong =
    "select count(*) from account full join ledger l using (id) where account.visits is distinct from l.visits"
    " or loud is distinct from upper(note) or doubled is distinct from nullif(l.price * 2, 0)";

void fill(const tests::Target& target) {
    Connection(target.conninfo()).run("insert into account select i, 'note ' || i, i, i from generate_series(1, 20000) i;"
                                      "insert into ledger select id, visits, price from account");
}

tests::Output deploy(const tests::Target& target, const std::string& phase, const std::vector<std::string>& before = {}) {
    auto files = tests::file("accounts.sql", accounts_after);
    return target.plumb("apply", {files, "--yes", "-q", "--allow", "all", "--batch", "500", "--pause", "5ms", "--phase", phase}, before);
}

}  // namespace

TEST_CASE("the old application and the new one go on beside one another", "[command][fill]") {
    tests::Target target("create table person (id int primary key, full_name text not null, state text not null default 'new', phone text not null);"
                         "insert into person values (1, 'Ada  Lovelace', 'paid', '1'), (2, 'Plato', 'new', '2');"
                         "create table contact (person_id int primary key, phone text)");
    auto files = tests::file("person.sql", "-- plumb: reverse backfill (full_name) concat_ws(' ', first_name, last_name)\n"
                                           "create table person (id int primary key,\n"
                                           "    -- plumb: backfill split_part(full_name, ' ', 1)\n    first_name text not null,\n"
                                           "    -- plumb: backfill nullif(split_part(full_name, ' ', -1), full_name)\n    last_name text,\n"
                                           "    -- plumb: backfill (case state when 'paid' then 2 else 1 end)\n"
                                           "    -- plumb: reverse backfill (state) case state_id when 2 then 'paid' else 'new' end\n    state_id int not null);"
                                           "create table contact (person_id int primary key, phone text);");
    auto phase = [&](const std::string& one) {
        auto done = target.plumb("apply", {files, "--yes", "--allow", "all", "--phase", one});
        INFO(done.err);
        CHECK(done.exit == 0);
    };
    auto rows = [&](const std::string& columns) { return target.ask("select string_agg(concat_ws('|', " + columns + "), ', ' order by id) from person"); };
    phase("expand");
    phase("migrate");
    CHECK(rows("id, full_name, state") == "1|Ada  Lovelace|paid, 2|Plato|new");
    // What the new one does not name must not be missed, and what it writes shows in what the old one reads.
    target.ask("insert into person (id, first_name, last_name, state_id) values (3, 'Grace', 'Hopper', 2), (4, 'Voltaire', null, 1) returning 1");
    target.ask("update person set last_name = 'King' where id = 1 returning 1");
    target.ask("update person set state_id = 2 where id = 2 returning 1");
    target.ask("insert into person (id, full_name, state, phone) values (5, 'Alan  Turing', 'paid', '5') returning 1");
    target.ask("update person set full_name = 'Grace  Murray' where id = 3 returning 1");
    CHECK(rows("id, full_name, state") == "1|Ada King|paid, 2|Plato|paid, 3|Grace  Murray|paid, 4|Voltaire|new, 5|Alan  Turing|paid");
    CHECK(rows("id, first_name, last_name, state_id") == "1|Ada|King|2, 2|Plato|2, 3|Grace|Murray|2, 4|Voltaire|1, 5|Alan|Turing|2");
    phase("contract");
    target.ask("insert into person values (6, 'Late', 'Comer', 1) returning 1");
    auto stopped = target.plumb("rollback", {"--allow", "all"});
    CHECK(stopped.exit == 1);
    CHECK(tests::has(stopped.err, "3 rows of public.person found no value for public.person.phone"));
    target.ask("delete from person where id in (3, 4, 6) returning 1");
    auto undone = target.plumb("rollback", {"--allow", "all"});
    INFO(undone.err);
    CHECK(undone.exit == 0);
    CHECK(rows("id, full_name, state, phone") == "1|Ada King|paid|1, 2|Plato|paid|2, 5|Alan  Turing|paid|5");
    CHECK(target.ask("select count(*) from pg_attribute where attrelid = 'person'::regclass and attnum > 0 and attnotnull") == "4");
    CHECK(target.ask("select count(*) from pg_namespace where nspname like 'plumb_sync%'") == "0");
}

TEST_CASE("rows are right that an application writes while a deployment is under way, is killed and goes on", "[command][fill]") {
    auto seed = std::random_device{}();
    std::mt19937 random(seed);
    INFO("seed " << seed);
    tests::Target target(accounts);
    fill(target);
    auto to_the_end_of = [&](const std::string& phase, int kills) {
        for (int i = 0; i < kills; ++i)
            deploy(target, phase, {"timeout", "-s", "KILL", std::to_string(std::uniform_real_distribution(0.3, 2.0)(random))});
        auto last = deploy(target, phase);
        INFO(last.err);
        CHECK(last.exit == 0);
    };
    Writers old_ones(target, old_application, seed);
    to_the_end_of("expand", 0);
    to_the_end_of("migrate", 3);
    CHECK(old_ones.stop() == "");
    CHECK(old_ones.written() > 500);
    CHECK(target.ask(wrong) == "0");

    Writers new_ones(target, new_application, seed);
    to_the_end_of("contract", 2);
    CHECK(new_ones.stop() == "");
    CHECK(new_ones.written() > 100);
    CHECK(target.ask(wrong) == "0");
    CHECK(target.ask("select format_type(atttypid, null) from pg_attribute where attrelid = 'account'::regclass and attname = 'visits'") == "bigint");
    CHECK(target.plumb("drift", {tests::file("accounts.sql", accounts_after)}).exit == 0);
}

TEST_CASE("a deployment that is planned anew half-way goes on to let new columns follow", "[command][fill]") {
    auto seed = std::random_device{}();
    INFO("seed " << seed);
    tests::Target target(accounts);
    fill(target);
    Writers clients(target, old_application, seed);
    for (const char* phase : {"expand", "migrate"}) {
        auto out = deploy(target, phase);
        INFO(out.err);
        CHECK(out.exit == 0);
    }
    // Another state than the one that the deployment left.
    target.ask("create index by_hand on account (price)");
    CHECK(deploy(target, "contract").exit == 4);
    for (const char* phase : {"expand", "migrate"}) {
        auto out = deploy(target, phase);
        INFO(out.err);
        CHECK(out.exit == 0);
    }
    CHECK(clients.stop() == "");
    CHECK(target.ask("select string_agg(nspname, ' ') from pg_namespace where nspname like 'plumb_sync%'") == "plumb_sync_2");
    CHECK(target.ask(wrong) == "0");
    auto last = deploy(target, "contract");
    INFO(last.err);
    CHECK(last.exit == 0);
    CHECK(target.ask(wrong) == "0");
    CHECK(target.ask("select count(*) from pg_namespace where nspname like 'plumb_sync%'") == "0");
}

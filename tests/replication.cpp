// A database that publishes, with a subscriber that receives: what stops it, and the journal that is kept in a file.
#include <sys/stat.h>

#include <filesystem>
#include <thread>

#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

Server& publishing() {
    static Server one("", "-c wal_level=logical -c max_replication_slots=20 -c max_wal_senders=20");
    return one;
}

/// Two databases, of which one receives what a publication of the other, `p`, publishes.
class Pair {
public:
    Pair(const std::string& both, const std::string& publication) : publisher(publishing().create()), subscriber(publishing().create()) {
        run(publisher, both);
        run(subscriber, both);
        run(publisher, "create publication p " + publication);
        run(publisher, "select pg_create_logical_replication_slot('" + publisher + "', 'pgoutput')");
        run(subscriber, "create subscription s connection '" + publishing().conninfo(publisher) + "' publication p with (create_slot = false, slot_name = '" +
                            publisher + "')");
    }
    ~Pair() {
        run(subscriber, "alter subscription s disable");
        run(subscriber, "alter subscription s set (slot_name = none)");
        run(subscriber, "drop subscription s");
        until([&] {
            return ask(publisher, "select count(*) from pg_replication_slots where active and slot_name ~ '^(pg_.*_sync_.*|" + publisher + ")$' and database = '" + publisher + "'") == "0";
        });
        run(publisher, "select pg_drop_replication_slot(slot_name) from pg_replication_slots where database = '" + publisher + "'");
        publishing().drop(publisher);
        publishing().drop(subscriber);
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;

    static void run(const std::string& database, const std::string& sql) { Connection(publishing().conninfo(database)).run(sql); }
    static std::string ask(const std::string& database, const std::string& sql) {
        Connection connection(publishing().conninfo(database));
        return std::string(connection.query(sql).text(0, 0));
    }
    /// Whether the subscriber comes to say this.
    bool arrives(const std::string& sql, const std::string& expected) const {
        return until([&] { return ask(subscriber, sql) == expected; });
    }
    /// plumb against the publisher, in a folder of its own.
    Output plumb(std::vector<std::string> words, const std::vector<std::string>& before = {}) const {
        words.insert(words.begin(), PLUMB_BINARY);
        words.insert(words.begin(), before.begin(), before.end());
        words.insert(words.end(), {"--db", publishing().conninfo(publisher)});
        return tests::run(words, {.folder = folder.path("")});
    }
    std::string ours() const { return ask(publisher, "select count(*) from pg_namespace where nspname ~ '^plumb'"); }
    std::string journal() const { return folder.path("plumb_" + publisher + ".journal"); }

    Folder folder;
    const std::string publisher, subscriber;

private:
    template <class Condition>
    static bool until(Condition&& is_so) {
        for (int tries = 0; tries < 300; ++tries) {
            if (is_so()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return false;
    }
};

const std::string item = "create table item (id int primary key, name text);\n";

std::string whole(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("with the journal in a file a publisher of all tables is deployed to, and its subscriber goes on", "[replication]") {
    Pair pair(item + "create table old (id int primary key);", "for all tables");
    pair.run(pair.publisher, "insert into item values (1, 'one'); insert into old values (1)");
    REQUIRE(pair.arrives("select string_agg(name, ' ' order by id) from item", "one"));
    auto files = pair.folder.write("item.sql", item + "create index item_name on item (name);\ncreate view v as select name from item;\ncreate publication p for all tables;\n");

    auto refused = pair.plumb({"apply", files, "--allow", "all"});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, "breaks_replication: publication p would carry the journal"));
    CHECK(has(refused.err, "--journal local"));
    CHECK(pair.ours() == "0");

    // The archive is of no help there, so what goes is lost.
    auto asked = pair.plumb({"apply", files, "--journal", "local"});
    CHECK(asked.exit == 3);
    CHECK(has(asked.err, "1 rows of public.old"));
    auto plan = pair.folder.path("out/plan.json");
    std::filesystem::create_directory(pair.folder.path("out"));
    REQUIRE(pair.plumb({"diff", files, "--format", "json=" + plan}).exit == 2);
    auto archives = pair.plumb({"apply", "--plan", plan, "--journal", "local", "--allow", "all"});
    CHECK(archives.exit == 3);
    CHECK(has(archives.err, "the plan sets rows aside in schema plumb_archive_1"));
    CHECK(!std::filesystem::exists(pair.folder.path("out/plumb_" + pair.publisher + ".journal")));

    auto applied = pair.plumb({"apply", files, "--journal", "local", "--allow", "all"});
    INFO(applied.err << applied.out);
    REQUIRE(applied.exit == 0);
    CHECK(has(applied.out, "`plumb rollback 1 --journal local` undoes it."));
    CHECK(pair.ours() == "0");
    pair.run(pair.publisher, "insert into item values (2, 'two')");
    CHECK(pair.arrives("select string_agg(name, ' ' order by id) from item", "one two"));
    CHECK(pair.plumb({"diff", files, "--journal", "local"}).exit == 0);
    struct stat file{};
    REQUIRE(stat(pair.journal().c_str(), &file) == 0);
    CHECK((file.st_mode & 0777) == 0600);

    CHECK(has(pair.plumb({"history", "--journal", "local"}).out, "  done  "));
    CHECK(pair.plumb({"history"}).out == "No deployments: nothing was applied to this database.\n");
    CHECK(pair.plumb({"rollback"}).out == "Nothing to roll back.\n");
    auto undone = pair.plumb({"rollback", "--journal", "local", "--allow", "all"});
    INFO(undone.err);
    CHECK(undone.exit == 0);
    CHECK(pair.ask(pair.publisher, "select count(*) from old") == "0");
    CHECK(pair.ours() == "0");
    auto told = pair.plumb({"history", "--journal", "local"}).out;
    CHECK(has(told, "rollback of 1"));
    CHECK(has(told, "  rolled back  "));
    CHECK(pair.plumb({"rollback", "--journal", "local"}).out == "Nothing to roll back.\n");
    pair.run(pair.publisher, "insert into item values (3, 'three')");
    CHECK(pair.arrives("select string_agg(name, ' ' order by id) from item", "one two three"));
}

TEST_CASE("a plan that makes a publication of all tables is refused while the journal is in the target", "[replication]") {
    Pair pair(item, "for table item");
    auto files = pair.folder.write("item.sql", item + "create publication p for table item;\ncreate publication everything for all tables;\n");
    auto refused = pair.plumb({"apply", files, "--allow", "all"});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, "publication everything would carry the journal"));
    CHECK(pair.ask(pair.publisher, "select count(*) from pg_publication") == "1");
    CHECK(pair.plumb({"apply", files, "--allow", "all", "--journal", "local"}).exit == 0);
    CHECK(pair.plumb({"rollback", "--allow", "all", "--journal", "local"}).exit == 0);
    CHECK(pair.ask(pair.publisher, "select count(*) from pg_publication") == "1");
}

TEST_CASE("what a subscriber would stop at is a hazard", "[replication]") {
    struct Example {
        const char* publication;
        const char* desired;
        bool breaks;
    };
    const char* before = "create table item (id int primary key, name text);\ncreate table keyless (a int);\ncreate table own (id int primary key, x int);\n";
    const Example examples[] = {
        {"for table item", "create table item (id int primary key, name text, more int); create table keyless (a int); create table own (id int primary key, x int);", true},
        {"for table item", "create table item (id int primary key); create table keyless (a int); create table own (id int primary key, x int);", true},
        {"for table item", "create table item (id bigint primary key, name text); create table keyless (a int); create table own (id int primary key, x int);", true},
        {"for table item", "create table item (id int primary key,\n-- plumb: renamed from name\ntitle text); create table keyless (a int); create table own (id int primary key, x int);", true},
        {"for table item", "create table item (id int primary key, name text); create table keyless (a int); create table own (id int primary key);", false},
        {"for table item", "create table item (id int primary key, name text); create index on item (name); create table keyless (a int); create table own (id int primary key, x int); create table new ();", false},
        {"for table item", "create table item (id int not null, name text); create table keyless (a int); create table own (id int primary key, x int);", true},
        {"for table item", "create table item (id int primary key, name text); create table keyless (a int); create table own (id int not null, x int);", false},
        {"for all tables", "create table item (id int primary key, name text); create table keyless (a int); create table own (id int primary key, x int); create table new ();", true},
        {"for tables in schema public", "create table item (id int primary key, name text); create table keyless (a int); create table own (id int primary key, x int); create table new ();", true},
        {"for table item (id)", "create table item (id int primary key, name text, more int); create table keyless (a int); create table own (id int primary key, x int);", false},
    };
    for (const auto& example : examples) {
        if (publishing().version() < 150000 && (has(example.publication, "schema") || has(example.publication, "("))) continue;
        auto database = publishing().create();
        Pair::run(database, std::string(before) + "create publication p " + example.publication);
        Folder folder;
        auto files = folder.write("new.sql", std::string(example.desired) + "\ncreate publication p " + example.publication + ";\n");
        auto diff = tests::run({PLUMB_BINARY, "diff", files, "--db", publishing().conninfo(database), "--format", "json"}, {.folder = folder.path("")});
        INFO(example.publication << ": " << example.desired << diff.err << diff.out);
        CHECK(diff.exit == 2);
        auto steps = diff.out.substr(diff.out.find("\"steps\""));
        CHECK(has(steps.substr(0, steps.find("\"inverse\": [")), "breaks_replication") == example.breaks);
        publishing().drop(database);
    }
}

TEST_CASE("a column added as the hazard advises does not stop the subscriber", "[replication]") {
    Pair pair(item, "for table item");
    auto files = pair.folder.write("item.sql", "create table item (id int primary key, name text, price int);\ncreate publication p for table item;\n");
    auto refused = pair.plumb({"apply", files});
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, "breaks_replication (step 1): Subscribers stop unless they change alike: change them first."));
    pair.run(pair.subscriber, "alter table item add price int");
    CHECK(pair.plumb({"apply", files, "--allow", "breaks_replication"}).exit == 0);
    pair.run(pair.publisher, "insert into item values (1, 'one', 5)");
    CHECK(pair.arrives("select sum(price) from item", "5"));
}

TEST_CASE("a fill of a published table that nothing identifies the rows of is a hazard, and refused by the rehearsal", "[replication]") {
    Pair pair("create table log (at int);", "for table log");
    pair.run(pair.publisher, "insert into log values (1)");
    auto files = pair.folder.write("log.sql", "create table log (at int,\n-- plumb: backfill at + 1\nafter int);\ncreate publication p for table log;\n");
    auto refused = pair.plumb({"apply", files});
    INFO(refused.err << refused.out);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, "breaks_replication (steps 1, 6)"));
    auto failed = pair.plumb({"apply", files, "--allow", "all"});
    INFO(failed.err);
    CHECK(failed.exit == 7);
    CHECK(has(failed.err + failed.out, "replica identity"));
    pair.run(pair.publisher, "alter table log replica identity full");
    pair.run(pair.subscriber, "alter table log replica identity full; alter table log add after int");
    pair.folder.write("log.sql", whole(files) + "alter table log replica identity full;\n");
    CHECK(pair.plumb({"apply", files, "--allow", "all"}).exit == 0);
    CHECK(pair.arrives("select string_agg(at || ' ' || after, ', ') from log", "1 2"));
}

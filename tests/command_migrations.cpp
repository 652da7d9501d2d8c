// diff --format of migration tools: the files run, and undo one another, by real clients where there are any.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/observer.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace fs = std::filesystem;

namespace {

const std::string before = R"sql(
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, m mood);
CREATE FUNCTION plain() RETURNS int LANGUAGE sql AS 'select 1';
CREATE SCHEMA "Odd ""Schema""";
)sql";

/// Bodies and texts that look like the words of every tool, and a label that is used once it is committed.
const std::string after = R"sql(
-- plumb: intent Users may ${rename} themselves; /* and */ more
CREATE TYPE mood AS ENUM ('sad', 'meh', 'ok');
CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, m mood DEFAULT 'meh');
CREATE FUNCTION plain() RETURNS int LANGUAGE sql AS 'select 2';
CREATE SCHEMA "Odd ""Schema""";
CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  -- migrate:down
  -- +goose Down
  -- +goose StatementEnd
  -- rollback what came before
-- migrate:down transaction:false
-- +goose Down
--rollback drop table users;
--changeset me:1
-- comment: this is one
  -- property name:x value:y
  /* liquibase rollback
  */
  RAISE NOTICE '%', '${user.name} ${nothing} \n; :registry $sql$ <mark> ~';
  IF NEW.name = 'x;' THEN
    PERFORM 1;
  END IF;

  RETURN NEW;
END
$body$;
)sql"
                          "CREATE FUNCTION lines() RETURNS text LANGUAGE sql AS $b$select 'a\r\nb'\r\n$b$;"
                          R"sql(
CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touched();
CREATE TABLE "Odd ""Schema"""."Tab le" ("co l" text DEFAULT E'a\\b${c}', arr int[]);
COMMENT ON TABLE users IS '-- rollback all; ${x}
-- +goose Down
-- migrate:down';
CREATE VIEW v AS SELECT arr[1:2] FROM "Odd ""Schema"""."Tab le";
)sql";

std::string atomic(const Server& on) {
    return on.version() < 140000
               ? ""
               : "CREATE FUNCTION modern(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a > 1 THEN 2 "
                 "ELSE 3 END; SELECT a; END;\n";
}

/// A folder for what a test writes, gone with it.
struct Room {
    std::string path = "/tmp/plumb_test_migrations.XXXXXX";
    Room() {
        if (!mkdtemp(path.data())) throw Error("cannot make a folder in /tmp");
    }
    ~Room() { fs::remove_all(path); }
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;
};

/// A server, a database in the old state, and the files of a tool that lead to the new one.
class Migrated {
public:
    Migrated(Server& on, const std::string& tool) : server(on), folder(place.path + "/" + tool), database(on.create()) {
        file("old.sql", before), file("new.sql", after + atomic(server));
        auto model = server.create();
        must({server.program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", server.conninfo(database), "-f",
              path("old.sql")});
        must({server.program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", server.conninfo(model), "-f", path("new.sql")});
        old_ = dump(database), new_ = dump(model);
        auto diff = tests::run(
            {PLUMB_BINARY, "diff", path("new.sql"), "--db", server.conninfo(database), "--format", tool + "=" + folder});
        INFO(diff.err);
        REQUIRE(diff.exit == 2);
        CHECK(diff.out.empty());
        CHECK(has(diff.err, "wrote " + folder + "/"));
    }

    void is_new() const { CHECK(dump(database) == new_); }
    void is_old() const { CHECK(dump(database) == old_); }

    std::vector<std::string> files(const std::string& end) const {
        std::vector<std::string> out;
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().string().ends_with(end)) out.push_back(entry.path().filename().string());
        std::ranges::sort(out);
        return out;
    }
    std::string text(const std::string& name) const {
        std::ostringstream out;
        out << std::ifstream(folder + "/" + name, std::ios::binary).rdbuf();
        return out.str();
    }
    void send(const std::string& sql) const { Connection(server.conninfo(database)).run(sql); }

    Server& server;
    const Room place;
    const std::string folder;
    const std::string database;

private:
    std::string path(const std::string& name) const { return server.folder() + "/" + name; }
    void file(const std::string& name, const std::string& text) const { std::ofstream(path(name), std::ios::binary) << text; }
    /// Without what the tools keep.
    std::string dump(const std::string& name) const {
        return server.dump(name, {"-s", "-N", "sqitch", "-T", "schema_migrations", "-T", "databasechangelog*"});
    }

    std::string old_, new_;
};

/// What goose sends: its statements of one way, one by one.
std::vector<std::string> goose_statements(const std::string& text, const std::string& way) {
    std::vector<std::string> out;
    bool wanted = false, inside = false;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        auto start = line.find_first_not_of(" \t");
        bool mark = start != std::string::npos && line.compare(start, 9, "-- +goose") == 0;
        if (mark && has(line, "goose Up"))
            wanted = way == "Up";
        else if (mark && has(line, "goose Down"))
            wanted = way == "Down";
        else if (mark && has(line, "StatementBegin"))
            inside = true, out.resize(out.size() + wanted);
        else if (mark && has(line, "StatementEnd"))
            inside = false;
        else if (wanted && inside)
            out.back() += line + "\n";
    }
    return out;
}

int free_port() {
    int one = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bool bound = bind(one, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                 getsockname(one, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(one);
    if (!bound) throw Error("no free port");
    return ntohs(address.sin_port);
}

/// A server that Java reaches, too, which knows no sockets in the file system.
struct Reachable {
    int port = free_port();
    Server server{"", "", nullptr, port};
};

Reachable& reachable() {
    static Reachable one;
    return one;
}

std::string client(const std::string& path) {
    const char* folder = std::getenv("PLUMB_CLIENTS");
    if (!folder) throw Error("PLUMB_CLIENTS is not set", {}, ".ci/clients fetches them, and prints the folder");
    return std::string(folder) + "/" + path;
}

}  // namespace

TEST_CASE("the files of Flyway run, and undo one another", "[command]") {
    Migrated one(server(), "flyway");
    auto run_all = [&](std::vector<std::string> files) {
        for (const auto& name : files) {
            auto configuration = one.text(name + ".conf");
            CHECK(configuration.find("${") == std::string::npos);
            CHECK(has(configuration, "placeholderReplacement=false") == has(one.text(name), "${"));
            std::vector<std::string> command{server().program("psql"),
                                             "-X",
                                             "-q",
                                             "-o",
                                             "/dev/null",
                                             "-v",
                                             "ON_ERROR_STOP=1",
                                             "-d",
                                             server().conninfo(one.database),
                                             "-f",
                                             one.folder + "/" + name};
            if (!has(configuration, "executeInTransaction=false")) command.push_back("-1");
            must(command);
        }
    };
    auto all = one.files(".sql");
    auto undo = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    run_all({undo, all.end()});
    one.is_new();
    run_all({std::make_reverse_iterator(undo), all.rend()});
    one.is_old();
}

TEST_CASE("stories of rows that move are told by files, there and back", "[command]") {
    struct Story {
        const char* name;
        std::vector<std::string> files;  ///< without their numbers
    };
    const std::vector<Story> stories{
        {"from_a_column", {"add_last_login_to_users", "set_last_login_not_null_on_users"}},
        {"from_another_table", {"add_shipping_address_to_orders"}},
        {"column_moves_to_another_table", {"add_phone_to_contact", "drop_phone_from_account"}},
        {"column_split_in_two", {"add_first_name_and_last_name_to_person", "change"}},
        {"columns_merged_into_one", {"add_full_name_to_person", "change"}},
        {"table_split_by_foreign_key", {"create_address_and_add_address_id_to_customer", "change"}},
    };
    for (const auto& story : stories) {
        INFO(story.name);
        Room room;
        auto path = std::string(PLUMB_ROOT "/schemas/backfill/") + story.name;
        auto run_files = [&](const std::string& database, const std::vector<std::string>& files) {
            for (const auto& file : files) {
                std::vector<std::string> command{
                    server().program("psql"),    "-X", "-q", "-o", "/dev/null", "-v", "ON_ERROR_STOP=1", "-d",
                    server().conninfo(database), "-f", file};
                if (!fs::exists(file + ".conf")) command.push_back("-1");
                must(command);
            }
        };
        auto old = server().create(), model = server().create();
        REQUIRE(server().psql(old, path + "/old.sql").exit == 0);
        REQUIRE(server().psql(old, path + "/rows.sql").exit == 0);
        REQUIRE(server().psql(model, path + "/new.sql").exit == 0);
        auto database = server().create(old);
        auto diff = tests::run(
            {PLUMB_BINARY, "diff", path + "/new.sql", "--db", server().conninfo(database), "--format", "flyway=" + room.path});
        INFO(diff.err);
        REQUIRE(diff.exit == 2);
        std::vector<std::string> up, down;
        for (std::size_t i = 0; i < story.files.size(); ++i) {
            auto name = std::to_string(i + 1) + "__" + story.files[i];
            for (const auto& entry : fs::directory_iterator(room.path)) {
                auto file = entry.path().filename().string();
                if (file.ends_with(".sql") && file.compare(1, name.size(), name) == 0)
                    (file[0] == 'V' ? up : down).push_back(entry.path());
            }
        }
        CHECK(up.size() == story.files.size());
        CHECK(down.size() == story.files.size());
        std::ranges::reverse(down);
        run_files(database, up);
        CHECK(difference(server(), structure(server(), model), structure(server(), database)).empty());
        run_files(database, down);
        CHECK(difference(server(), structure(server(), old), structure(server(), database)).empty());
        auto kept = rows(server(), old, database);
        CHECK(kept.first == kept.second);
    }
}

TEST_CASE("the files of golang-migrate run, and undo one another", "[command]") {
    Migrated one(server(), "golang-migrate");
    for (const auto& name : one.files(".up.sql")) one.send(one.text(name));
    one.is_new();
    auto down = one.files(".down.sql");
    for (auto name = down.rbegin(); name != down.rend(); ++name) one.send(one.text(*name));
    one.is_old();
}

TEST_CASE("the files of goose run, and undo one another", "[command]") {
    Migrated one(server(), "goose");
    auto send = [&](const std::string& name, const std::string& way) {
        bool transaction = !has(one.text(name), "-- +goose NO TRANSACTION\n");
        Connection connection(server().conninfo(one.database));
        if (transaction) connection.run("BEGIN");
        for (const auto& statement : goose_statements(one.text(name), way)) connection.run(statement);
        if (transaction) connection.run("COMMIT");
    };
    auto files = one.files(".sql");
    for (const auto& name : files) send(name, "Up");
    one.is_new();
    for (auto name = files.rbegin(); name != files.rend(); ++name) send(*name, "Down");
    one.is_old();
}

TEST_CASE("dbmate runs its files, and rolls them back", "[.][clients]") {
    Migrated one(reachable().server, "dbmate");
    auto url = "postgres://postgres@127.0.0.1:" + std::to_string(reachable().port) + "/" + one.database + "?sslmode=disable";
    auto dbmate = [&](const std::string& command) {
        must({client("dbmate"), "--url", url, "--no-dump-schema", "-d", one.folder, command});
    };
    dbmate("up");
    one.is_new();
    for (auto i = one.files(".sql").size(); i > 0; --i) dbmate("rollback");
    one.is_old();
}

TEST_CASE("Liquibase runs its files, and rolls them back", "[.][clients]") {
    Migrated one(reachable().server, "liquibase");
    auto url = "jdbc:postgresql://127.0.0.1:" + std::to_string(reachable().port) + "/" + one.database;
    std::ofstream(one.folder + "/all.json")
        << R"({"databaseChangeLog": [{"includeAll": {"path": ".", "endsWithFilter": ".sql"}}]})";
    auto liquibase = [&](const std::vector<std::string>& options) {
        std::vector<std::string> command{"java",
                                         "-cp",
                                         client("liquibase/*"),
                                         "liquibase.integration.commandline.LiquibaseCommandLine",
                                         "--searchPath=" + one.folder,
                                         "--changelogFile=all.json",
                                         "--url=" + url,
                                         "--username=postgres",
                                         "--password=none"};
        command.insert(command.end(), options.begin(), options.end());
        must(command);
    };
    liquibase({"update"});
    one.is_new();
    liquibase({"rollback-count", "--count=" + std::to_string(one.files(".sql").size())});
    one.is_old();
}

TEST_CASE("Sqitch deploys its changes, and reverts them", "[.][clients]") {
    Migrated one(reachable().server, "sqitch");
    auto target = "db:pg://postgres@127.0.0.1:" + std::to_string(reachable().port) + "/" + one.database;
    auto sqitch = [&](const std::vector<std::string>& options) {
        std::vector<std::string> command{"env", "SQITCH_FULLNAME=Tester", "SQITCH_EMAIL=tester@localhost",
                                         "HOME=" + one.server.folder(), "sqitch"};
        command.insert(command.end(), options.begin(), options.end());
        command.push_back(target);
        must(command, {.folder = one.folder});
    };
    sqitch({"deploy", "--verify"});
    one.is_new();
    sqitch({"revert", "-y"});
    one.is_old();
}

TEST_CASE("what a tool has run is counted on, and what it keeps is no difference", "[command]") {
    Target target(
        "create table flyway_schema_history (version text); insert into flyway_schema_history values ('6'), ('7'), (null)");
    Room place;
    auto folder = place.path + "/counted";
    auto files = file("counted.sql", "CREATE TABLE t (a int);\n");
    auto config = file("counted.toml", "[migrations]\nflyway = \"" + folder + "\"\n");
    auto diff = target.plumb("diff", {files, "--config", config, "--format", "flyway"});
    INFO(diff.err);
    CHECK(diff.exit == 2);
    CHECK(fs::exists(folder + "/V8__create_t.sql"));
    CHECK(fs::exists(folder + "/U8__create_t.sql"));
    auto again = target.plumb("diff", {files, "--format", "flyway=" + folder});
    CHECK(again.exit == 2);
    CHECK(has(again.err, "written before: " + folder + "/V8__create_t.sql"));
    target.ask("create table t (a int)");
    CHECK(target.plumb("diff", {files, "--config", config}).exit == 0);
    CHECK(target.plumb("drift", {files, "--config", config}).exit == 0);
    CHECK(target.plumb("diff", {files}).exit == 2);
    CHECK(target.plumb("diff", {files, "--format", "flyway"}).exit == 4);
}

TEST_CASE("what a tool has run may be recorded elsewhere, or out of reach", "[command]") {
    Target target(
        "create schema audit; create table audit.done (version text); insert into audit.done values ('3');"
        "do 'begin create role plumb_test_reader login; exception when duplicate_object then end'");
    Room place;
    auto folder = place.path + "/elsewhere";
    auto files = file("elsewhere.sql", "CREATE SCHEMA audit;\nCREATE TABLE t (a int);\n");
    auto config = file("elsewhere.toml", "[migrations]\nflyway = \"" + folder + "\"\ntable = \"audit.done\"\n");
    auto diff = tests::run(
        {PLUMB_BINARY, "diff", files, "--config", config, "--format", "flyway", "--db", target.conninfo("plumb_test_reader")});
    INFO(diff.err);
    CHECK(has(diff.err, "numbers continue after those in the folder alone: permission denied"));
    CHECK(fs::exists(folder + "/V1__create_t.sql"));
    fs::remove_all(folder);
    CHECK(target.plumb("diff", {files, "--config", config, "--format", "flyway"}).exit == 2);
    CHECK(fs::exists(folder + "/V4__create_t.sql"));
}

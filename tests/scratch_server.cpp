// The private server: what it takes over from the target, and that nothing of it is left however its owner ends.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <memory>
#include <set>
#include <sstream>
#include <thread>

#include "introspect/installation.hpp"
#include "tests/catch.hpp"
#include "tests/scratch_fixture.hpp"
#include "tests/server.hpp"

using namespace plumb;
using namespace plumb::tests;
using introspect::Scratch;

namespace fs = std::filesystem;

namespace {

bool within(std::chrono::milliseconds most, const std::function<bool()>& condition) {
    for (auto until = std::chrono::steady_clock::now() + most; std::chrono::steady_clock::now() < until;) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return condition();
}

/// The folder of a scratch's server.
std::string folder_of(Scratch& scratch) { return PQhost(scratch.connect("postgres").handle()); }

/// Living processes whose command line names the folder.
std::set<pid_t> processes_of(const std::string& folder) {
    std::set<pid_t> found;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        pid_t process = std::atoi(entry.path().filename().c_str());
        if (process <= 0 || !introspect::alive(process)) continue;
        std::ifstream in(entry.path() / "cmdline", std::ios::binary);
        std::ostringstream line;
        line << in.rdbuf();  // nothing, where the process has ended meanwhile
        if (line.str().find(folder) != std::string::npos) found.insert(process);
    }
    return found;
}

pid_t parent_of(pid_t process) {
    std::ifstream in("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(in, line);
    return std::atoi(line.substr(line.rfind(')') + 4).c_str());
}

/// A process that owns a scratch and waits.
struct Owner {
    pid_t process = -1;
    std::string folder;

    Owner() {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        process = fork();
        if (process == 0) {
            for (int signal : {SIGTERM, SIGINT, SIGHUP}) ::signal(signal, SIG_DFL);  // Catch handles them
            try {
                Scratch scratch("", test_surroundings(), false);
                auto name = folder_of(scratch);
                if (write(ends[1], name.data(), name.size()) < 0) _exit(1);
                close(ends[1]);
                pause();
            } catch (const std::exception&) {
            }
            _exit(1);
        }
        close(ends[1]);
        char buffer[256];
        for (ssize_t count; (count = read(ends[0], buffer, sizeof buffer)) > 0;)
            folder.append(buffer, static_cast<std::size_t>(count));
        close(ends[0]);
        REQUIRE_FALSE(folder.empty());
    }
    ~Owner() { end(SIGKILL); }
    Owner(const Owner&) = delete;
    Owner& operator=(const Owner&) = delete;

    void end(int signal) {
        if (process <= 0) return;
        kill(process, signal);
        waitpid(process, nullptr, 0);
        process = -1;
    }
};

/// XDG_CACHE_HOME for the time of a test.
struct Cache {
    Folder folder;
    std::string before = std::getenv("XDG_CACHE_HOME") ? std::getenv("XDG_CACHE_HOME") : "";

    Cache() { setenv("XDG_CACHE_HOME", folder.path().c_str(), 1); }
    ~Cache() {
        if (before.empty())
            unsetenv("XDG_CACHE_HOME");
        else
            setenv("XDG_CACHE_HOME", before.c_str(), 1);
    }

    std::vector<std::string> entries() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder.path("plumb"))) names.push_back(entry.path().filename());
        return names;
    }
};

}  // namespace

TEST_CASE("scratch: databases are made, copied and dropped") {
    auto& scratch = shared_scratch();
    Loaded loaded("create table t (a int);");
    // A session that is just ending does not stop a copy.
    auto lingering = std::make_unique<Connection>(scratch.connect(loaded.database));
    std::thread ends([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        lingering.reset();
    });
    auto copy = scratch.clone(loaded.database);
    ends.join();
    CHECK(scratch.connect(copy).query("select to_regclass('t')").text(0, 0) == "t");
    CHECK(scratch.connect(copy)
              .query("select pg_get_userbyid(datdba) from pg_database where datname = current_database()")
              .text(0, 0) == "postgres");
    scratch.drop(copy);
    CHECK_THROWS_AS(scratch.connect(copy), Error);
}

TEST_CASE("scratch: what was parked is there the next time") {
    Cache cache;
    std::string key = "some key", parked;
    {
        Scratch scratch("", test_surroundings(), false, key);
        CHECK(scratch.parked().empty());
        parked = scratch.create_database();
        scratch.connect(parked).query("create table here as select 7 as value");
        scratch.park(parked);
        CHECK(scratch.connect(parked).query("select value::text from here").text(0, 0) == "7");
        // What comes after is not kept.
        scratch.connect(parked).query("drop table here");
    }
    Scratch scratch("", test_surroundings(), false, key);
    REQUIRE(scratch.parked() == parked);
    CHECK(scratch.connect(parked).query("select value::text from here").text(0, 0) == "7");
    CHECK(scratch.create_database() != parked);
    CHECK(Scratch("", test_surroundings(), false, key + "x").parked().empty());
}

TEST_CASE("scratch: gone at its end") {
    std::string folder;
    {
        Scratch scratch("", test_surroundings(), false);
        folder = folder_of(scratch);
        CHECK(fs::exists(folder));
        CHECK((fs::status(folder).permissions() & fs::perms::all) == fs::perms::owner_all);
    }
    CHECK_FALSE(fs::exists(folder));
    CHECK(processes_of(folder).empty());
}

TEST_CASE("scratch: gone soon after its owner, however that ends") {
    int signal = GENERATE(SIGKILL, SIGTERM, SIGINT, SIGHUP);
    CAPTURE(signal);
    Owner owner;
    CHECK_FALSE(processes_of(owner.folder).empty());
    owner.end(signal);
    CHECK(
        within(std::chrono::milliseconds(1000), [&] { return !fs::exists(owner.folder) && processes_of(owner.folder).empty(); }));
}

TEST_CASE("scratch: when the watchdog was killed as well the server ends and the next start clears up") {
    Owner owner;
    auto processes = processes_of(owner.folder);
    pid_t server =
        *std::find_if(processes.begin(), processes.end(), [&](pid_t process) { return !processes.contains(parent_of(process)); });
    kill(parent_of(server), SIGKILL);
    owner.end(SIGKILL);
    CHECK(within(std::chrono::milliseconds(3000), [&] { return processes_of(owner.folder).empty(); }));
    CHECK(fs::exists(owner.folder));
    Scratch next("", test_surroundings(), false);
    CHECK_FALSE(fs::exists(owner.folder));
}

TEST_CASE("scratch: the server has little memory and no way out") {
    auto& scratch = shared_scratch();
    auto connection = scratch.connect_as_superuser("postgres");
    auto process = std::string(connection.query("select pg_backend_pid()").text(0, 0));
    std::ifstream in("/proc/" + process + "/limits");
    std::string line, limit;
    while (std::getline(in, line))
        if (line.starts_with("Max address space")) limit = line;
    CHECK(holds(limit, "2147483648"));
    CHECK(connection.query("show listen_addresses").text(0, 0) == "");
    CHECK(connection.query("show shared_preload_libraries").text(0, 0) == "");
    if (geteuid() == 0) CHECK(fs::read_symlink("/proc/" + process + "/ns/net") != fs::read_symlink("/proc/self/ns/net"));
}

TEST_CASE("scratch: the cached data directory is whole or not there") {
    Cache cache;
    auto start = [] {
        pid_t child = fork();
        if (child == 0) {
            try {
                Scratch scratch("", test_surroundings(), false);
                folder_of(scratch);
                _exit(0);
            } catch (const std::exception&) {
                _exit(1);
            }
        }
        return child;
    };
    pid_t killed = start();
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    kill(killed, SIGKILL);
    waitpid(killed, nullptr, 0);
    pid_t one = start(), other = start();
    int status = 1;
    CHECK(waitpid(one, &status, 0) == one);
    CHECK(status == 0);
    CHECK(waitpid(other, &status, 0) == other);
    CHECK(status == 0);
    auto entries = cache.entries();
    CAPTURE(entries);
    CHECK(entries.size() == 1);
}

TEST_CASE("scratch: speaks the words of the target") {
    introspect::Surroundings around = test_surroundings();
    around.encoding = "LATIN1";
    around.collate = around.ctype = "xx_YY.ISO-8859-1";
    around.tablespaces = {"fast disks"};
    around.collations = {"xx_YY.utf8", "de_AT.utf8@euro"};
    around.settings = {{"TimeZone", "Asia/Tokyo"}, {"search_path", "\"odd schema\", public"}, {"DateStyle", "German, DMY"}};
    Scratch scratch("", around, false);
    auto database = scratch.create_database();
    auto connection = scratch.connect(database);
    auto value = [&](const std::string& query) { return std::string(connection.query(query).text(0, 0)); };
    CHECK(value("show server_encoding") == "LATIN1");
    CHECK(value("show timezone") == "Asia/Tokyo");
    connection.query("set search_path = public");
    connection.query("reset all");
    CHECK(value("show search_path") == "\"odd schema\", public");
    CHECK(value("show datestyle") == "German, DMY");
    CHECK(value("select count(*) from pg_tablespace where spcname = 'fast disks'") == "1");
    CHECK(value("select count(*) from pg_roles where rolname = 'odd \"name\"'") == "1");
    Loaded loaded("create table t (a text collate \"xx_YY.utf8\", b text collate pg_catalog.\"de_AT.utf8@euro\");", scratch);
    CHECK(loaded("select string_agg(collname, ' ' order by collname) from pg_collation join pg_attribute a on attcollation = "
                 "pg_collation.oid "
                 "where attrelid = 't'::regclass") == "de_AT.utf8@euro xx_YY.utf8");
    CHECK_FALSE(scratch.warnings().empty());
    CHECK(holds(scratch.warnings().front(), "lacks the target's locale xx_YY.ISO-8859-1"));
}

TEST_CASE("scratch: surroundings of a live database") {
    Server server;
    auto database = server.create();
    REQUIRE(server
                .sql("postgres",
                     "create role app; create role \"Odd\" login in role app; alter role \"Odd\" set timezone = 'Asia/Tokyo'")
                .exit == 0);
    Connection connection(server.conninfo(database, "Odd"));
    auto around = introspect::surroundings(connection);
    CHECK(around.server_version == connection.server_version());
    CHECK(around.user == "Odd");
    CHECK(std::count(around.roles.begin(), around.roles.end(), "app") == 1);
    CHECK(std::count(around.memberships.begin(), around.memberships.end(), std::pair<std::string, std::string>("app", "Odd")) ==
          1);
    CHECK(around.encoding == "UTF8");
    CHECK(std::count(around.settings.begin(), around.settings.end(),
                     std::pair<std::string, std::string>("TimeZone", "Asia/Tokyo")) == 1);
    Scratch scratch("", around, false);
    auto inside = scratch.connect(scratch.create_database());
    CHECK(inside.query("select current_user").text(0, 0) == "Odd");
    CHECK(inside.query("show timezone").text(0, 0) == "Asia/Tokyo");
}

// Desired files of somebody who means harm: each ends in one clear error or does nothing, touches nothing outside of the scratch,
// and leaves no process and no folder behind.
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <thread>

#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace fs = std::filesystem;

namespace {

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

/// What an attack would leave outside, were it to succeed; and the folder that scratches of a run live in.
class Outside {
public:
    Outside() {
        fs::create_directory(path_);
        chmod(path_.c_str(), 0777);
        fs::create_directory(scratches());
        chmod(scratches().c_str(), 0777);
        listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bool listens = bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 && listen(listener_, 5) == 0 &&
                       getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
        if (!listens) throw Error("cannot listen");
        port_ = ntohs(address.sin_port);
    }
    ~Outside() {
        close(listener_);
        fs::remove_all(path_);
    }
    Outside(const Outside&) = delete;
    Outside& operator=(const Outside&) = delete;

    std::string scratches() const { return path_ + "/s"; }
    std::string path(const std::string& name) const { return path_ + "/" + name; }
    std::string canary() const { return path("canary"); }
    std::string port() const { return std::to_string(port_); }
    /// Empty where nothing came out.
    std::string traces() const {
        std::string found;
        if (fs::exists(canary())) found += "the canary is there; ";
        if (int visitor = accept(listener_, nullptr, nullptr); visitor >= 0) close(visitor), found += "somebody connected; ";
        auto gone = [&] {
            return fs::is_empty(scratches()) && !has(tests::run({"ps", "-eo", "stat,args"}).out, "-D " + scratches());
        };
        for (int tries = 0; tries < 40 && !gone(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return gone() ? found : found + "a scratch is left; ";
    }

private:
    std::string path_ = (fs::exists("/dev/shm") ? "/dev/shm" : "/tmp") + ("/plumb_outside." + std::to_string(getpid()));
    int listener_ = -1;
    int port_ = 0;
};

/// A function f(int) that PostgreSQL may call where it only wants a constant, and that nevertheless does something; from 17 on a build of
/// an index sees no schema of the user's on the search_path.
std::string function(const std::string& action) {
    return "create function act() returns int language plpgsql as $a$ begin " + action +
           " return 1; end $a$;\n"
           "create function f(a int) returns int language plpgsql immutable as $f$ begin return public.act(); end $f$;\n";
}

const std::string at_load =
    "create table t (a int) partition by range (a);\ncreate table p partition of t for values from (f(1)) to (9);";

std::string code(const std::string& action) { return function(action) + at_load; }

struct Attack {
    std::string name;
    std::string sql;
    std::string words = {};  ///< of the error; empty: it does no harm, and the plan is proven
    std::vector<std::string> options = {};
    int exit = 1;
    std::string manner = {};  ///< shell commands that come first, in a namespace of mounts that only root may have
};

/// What the files may not say.
std::vector<Attack> refused(const Outside& outside) {
    const auto touch = "touch " + outside.canary();
    return {
        {"copy to program", "copy (select 1) to program '" + touch + "'", "COPY is not accepted"},
        {"copy from program", "create table t (a text); copy t from program '" + touch + "'", "COPY is not accepted"},
        {"copy from file", "create table t (a text); copy t from '/etc/passwd'", "COPY is not accepted"},
        {"role", "set role postgres", "SET ROLE is not accepted"},
        {"session authorization", "set session authorization postgres", "SET SESSION is not accepted"},
        {"role by function", "select pg_catalog.set_config('role', 'postgres', false)", "SELECT is not accepted"},
        {"do", "do $$ begin execute 'copy (select 1) to program ''" + touch + "'''; end $$", "runs code instead of declaring"},
        {"call", "create procedure p() language sql as ''; call p()", "runs code instead of declaring"},
        {"select", "select pg_read_file('/etc/passwd')", "runs code instead of declaring"},
        {"select into", "select pg_read_file('/etc/passwd') as a into t", "runs code instead of declaring"},
        {"with", "create table t (a int); with x as (delete from t returning *) select * from x", "runs code"},
        {"explain", "explain analyze select pg_read_file('/etc/passwd')", "EXPLAIN is not accepted"},
        {"prepare", "prepare p as select pg_read_file('/etc/passwd')", "PREPARE is not accepted"},
        {"alter system", "alter system set archive_command = '" + touch + "'", "ALTER SYSTEM is not accepted"},
        {"create database", "create database plumb_hostile", "CREATE DATABASE is not accepted"},
        {"drop database", "drop database postgres", "DROP DATABASE is not accepted"},
        {"alter role", "alter role postgres superuser", "ALTER ROLE is not accepted"},
        {"drop owned", "drop owned by postgres cascade", "DROP OWNED is not accepted"},
        {"listen", "listen x", "LISTEN is not accepted"},
        {"load", "load '/tmp/x.so'", "LOAD is not accepted"},
        {"vacuum", "vacuum full", "VACUUM is not accepted"},
        {"psql runs a program", "\\! " + touch, "psql command \\! is not accepted"},
        {"psql copies", "\\copy t from program '" + touch + "'", "psql command \\copy is not accepted"},
        {"psql pipes", "create table t ();\n\\o |" + touch, "psql command \\o is not accepted"},
        {"psql executes", "\\gexec", "psql command \\gexec is not accepted"},
        {"psql expands", "\\set x `" + touch + "`", "psql command \\set is not accepted"},
        {"includes another's file", "\\i /etc/passwd", "/etc/passwd: lies outside"},
        {"includes upwards", "\\ir ../../../../../../../../etc/passwd", "lies outside of the working directory"},
        {"includes a device", "\\i /dev/zero", "/dev/zero: lies outside"},
        {"language", "create language mine handler plpgsql_call_handler", "must be superuser to create"},
        {"c", "create function f(cstring) returns int language c as 'libc.so.6', 'system'", "permission denied for language c"},
        {"subscription", "create subscription s connection 'host=127.0.0.1 port=" + outside.port() + "' publication p", "", {}, 2},
        {"server program",
         "create extension file_fdw; create server s foreign data wrapper file_fdw; create foreign table t (a text) "
         "server s options (program '" +
             touch + "')",
         "1:"},
        {"nul", std::string("create table t ();\n\0create table u ()", 37), "holds a NUL byte"},
        {"not utf-8", "create table \"\xff\xfe\" ()", "not valid UTF-8"},
        {"many tokens", "create view v as select 1" + repeated("+1", 300'000), "the statement is too large"},
        {"deep for the server", "create view v as select " + repeated("(", 60'000) + "1" + repeated(")", 60'000),
         "memory exhausted"},
    };
}

/// What code does that PostgreSQL calls while it loads.
std::vector<Attack> acting(const Outside& outside) {
    const auto program = "execute 'copy (select 1) to program ''touch " + outside.canary() + "''';";
    const std::string denied = "permission denied";
    auto to = [](const std::string& act, const std::string& before_16) {
        return server().version() < 160000 ? before_16 : "permission denied to " + act;
    };
    const std::string copy = to("COPY to or from an external program", "must be superuser");
    const auto connection = "'host=127.0.0.1 port=" + outside.port() + " user=x password=x connect_timeout=2'";
    std::vector<Attack> all{
        {"program in a partition bound", code(program), copy},
        {"program in an index", function(program) + "create table t (a int); create index on t ((f(1)));", copy},
        {"program in a check", function(program) + "create table t (a int); alter table t add check (f(1) = 1);", copy},
        {"program in a domain's check",
         function(program) + "create domain d as int check (f(value) = 1); create table t (a d[] default '{1}');", copy},
        {"program in a type change", function(program) + "create table t (a text); alter table t alter a type int using f(1);",
         copy},
        {"program in a generated column",
         function(program) + "create table t (a int); alter table t add b int generated always as (f(1)) stored;", copy},
        {"program in an event trigger",
         function(program) + "create function e() returns event_trigger language plpgsql as 'begin perform f(1); end';"
                             "create event trigger e on ddl_command_start execute function e();"
                             "create event trigger late on ddl_command_start execute function e();",
         "", {}, 2},
        {"program in the body of a function",
         function(program) + "create domain d as int check (f(value) = 1);"
                             "create function g() returns d[] language sql as $$ select '{1}'::d[] $$;",
         copy},
        {"server file", code("perform pg_read_file('/etc/passwd');"), denied},
        {"server folder", code("perform pg_ls_dir('/');"), denied},
        {"large object in", code("perform lo_import('/etc/passwd');"), denied},
        {"large object out", code("perform lo_export(lo_from_bytea(0, 'x'), '" + outside.canary() + "');"), denied},
        {"superuser", code("execute 'alter role ' || current_user || ' superuser';"), to("alter role", "must be superuser")},
        {"role of the superuser", code("execute 'set role ' || (select quote_ident(rolname) from pg_roles where rolsuper);"),
         denied},
        {"role of programs", code("execute 'grant pg_execute_server_program to ' || current_user;"), to("grant role", "must have admin option")},
        {"new role", code("execute 'create role plumb_hostile superuser login';"), to("create role", "must be superuser")},
        {"database", code("execute 'create database plumb_hostile';"), "cannot be executed from a function"},
        {"settings of the server", code("execute 'alter system set fsync = on';"), "cannot"},
        {"configuration", code("perform pg_reload_conf();"), denied},
        {"the superuser's sessions",
         code("perform pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user and usename is not null;"),
         to("terminate process", "must be a superuser")},
        {"library", code("load '/tmp/x';"), "access to library"},
        {"dblink", "create extension dblink; " + code("perform dblink_connect(" + connection + ");"),
         "could not establish connection"},
        {"dblink without a password", "create extension dblink; " + code("perform dblink_connect_u('host=/var/run/postgresql');"),
         denied},
        {"foreign server",
         "create extension postgres_fdw; create server s foreign data wrapper postgres_fdw options (host '127.0.0.1', "
         "port '" +
             outside.port() +
             "'); create user mapping for current_user server s options (user 'x', password 'x');"
             "create schema i; import foreign schema x from server s into i;",
         "IMPORT is not accepted"},
        {"memory", code("perform cardinality(array_agg(repeat(i::text, 25000000))) from generate_series(1000, 1100) i;"),
         "out of memory"},
        {"sort on disk",
         code("perform count(*) from (select repeat(i::text, 200) from generate_series(1, 20000000) i order by 1 offset 1) x;"),
         "temporary file size exceeds"},
        {"tables on disk",
         code("execute 'create table big as select repeat(md5(i::text), 60) from generate_series(1, 10000000) i';"),
         "the scratch server was stopped: it took more than",
         {},
         1,
         "mount -t tmpfs -o size=500m none " + outside.scratches()},
        {"depth", code("perform public.act();"), "stack depth limit exceeded"},
        {"its own session", code("perform pg_terminate_backend(pg_backend_pid());"), "server closed the connection"},
        {"its own database", code("execute format('alter database %I rename to gone', current_database());"),
         "permission denied to rename"},
        {"long words", code("raise '%', repeat('x', 100000000);"), "xxx"},
    };
    return all;
}

const std::string endless = "loop begin perform pg_sleep(0.1); exception when query_canceled then null; end; end loop;";
/// Only in sessions that run steps.
const std::string later = "if current_setting('search_path') = 'public' then " + endless + " end if;";

std::vector<Attack> slow() {
    const std::vector<std::string> short_time{"--scratch-timeout", "2s"};
    const std::string over = "the time for work on the scratch is over";
    return {
        {"endless while loading", code("set statement_timeout = 0; loop end loop;"), over, short_time},
        {"endless and deaf", code(endless), over, short_time},
        {"endless in the check of a body",
         function(endless) + "create domain d as int check (f(value) = 1);"
                             "create function g() returns d[] language sql as $$ select '{1}'::d[] $$;",
         over, short_time},
        {"endless in the proof",
         function(later) + "create domain d as int check (f(value) = 1); create table t (a d[] default '{1}');", over, short_time},
        {"endless in a materialized view", function(endless) + "create materialized view v as select f(1);", over, short_time},
        {"endless in a second look", function(later) + "create table printed (s varchar check (s in ('x', 'y') and f(1) = 1));",
         over, short_time},
        {"endless in an event trigger",
         "create function e() returns event_trigger language plpgsql as $$ begin " + endless +
             " end $$; create event trigger e on ddl_command_start execute function e(); create view v as select * from nowhere;",
         over, short_time},
    };
}

/// What is there to be called by somebody who may do more.
std::vector<Attack> waiting(const Outside& outside) {
    const auto act = "execute 'copy (select 1) to program ''touch " + outside.canary() + "'''; raise 'called';";
    std::string planted = "create function call() returns void language plpgsql as $a$ begin " + act + " end $a$;\n";
    auto function = [&](const std::string& head, const std::string& type) {
        planted += "create function public." + head + " returns " + type + " language plpgsql as $$ declare r " + type +
                   "; begin perform call(); return r; end $$;\n";
    };
    function("format_type(oid, int)", "text");
    function("quote_ident(name)", "text");
    function("pg_get_expr(pg_node_tree, oid)", "text");
    function("current_setting(text)", "text");
    function("set_config(text, text, boolean)", "text");
    function("starts_with(name, text)", "boolean");
    function("to_regclass(text)", "regclass");
    function("same(oid, oid)", "boolean");
    function("same(oid, regclass)", "boolean");
    function("same(name, text)", "boolean");
    function("same(\"char\", text)", "boolean");
    function("same(int, bigint)", "boolean");
    function("as_oid(text)", "oid");
    for (const char* types : {"oid, rightarg = oid", "oid, rightarg = regclass", "name, rightarg = text",
                              "\"char\", rightarg = text", "int, rightarg = bigint"})
        planted += std::string("create operator public.= (leftarg = ") + types + ", function = public.same);\n";
    const std::string cast = "create cast (text as oid) with function public.as_oid(text) as implicit;\n";
    return {
        {"planted functions and operators", planted, "", {}, 2},
        {"planted cast", planted + cast, "", {}, 2},
        {"planted, and before those of PostgreSQL",
         code("execute format('alter role %I set search_path = public, pg_catalog', current_user);"
              "execute format('alter database %I set search_path = public, pg_catalog', current_database());") +
             planted,
         "",
         {},
         2},
    };
}

Target& target() {
    // The constraint reads as the text that loading it once more leaves.
    static Target one(R"(
        create function public.act() returns int language sql as 'select 1';
        create function public.f(a int) returns int language plpgsql immutable as 'begin return public.act(); end';
        create table public.printed (s varchar constraint printed_s_check check (s in ('x', 'y') and f(1) = 1));
        do $$ declare d text = pg_get_constraintdef(oid) from pg_constraint where conname = 'printed_s_check'; begin
            alter table public.printed drop constraint printed_s_check;
            execute 'alter table public.printed add constraint printed_s_check ' || d; end $$)");
    return one;
}

}  // namespace

TEST_CASE("hostile files end in one clear error and touch nothing", "[hostile]") {
    Outside outside;
    std::vector<Attack> all;
    for (auto part : {refused(outside), acting(outside), slow(), waiting(outside)})
        all.insert(all.end(), part.begin(), part.end());
    auto& live = target();
    auto before = live.fingerprint();
    auto roles = live.ask("select string_agg(rolname || rolsuper, ' ' order by oid) from pg_roles");
    for (const auto& attack : all) {
        if (!attack.manner.empty() && geteuid() != 0) continue;
        DYNAMIC_SECTION(attack.name) {
            fs::create_directory(outside.path("f"));
            auto path = outside.path("f/hostile.sql");
            std::ofstream(path, std::ios::binary) << attack.sql;
            std::vector<std::string> options{path};
            options.insert(options.end(), attack.options.begin(), attack.options.end());
            std::vector<std::string> manner{"env", "TMPDIR=" + outside.scratches()};
            if (!attack.manner.empty())
                manner.insert(manner.end(), {"unshare", "-m", "sh", "-c", attack.manner + " && exec \"$@\"", "sh"});
            auto output = live.plumb("diff", options, manner);
            INFO(output.err.substr(0, 4000));
            INFO(output.out.substr(0, 4000));
            CHECK(has(output.err, attack.words));
            CHECK(output.exit == attack.exit);
            CHECK(output.err.size() + output.out.size() < 200'000);
            CHECK(outside.traces().empty());
            CHECK(live.fingerprint() == before);
            CHECK(live.ask("select string_agg(rolname || rolsuper, ' ' order by oid) from pg_roles") == roles);
        }
    }
}

TEST_CASE("hostile folders show no other file of the machine, and come to an end", "[hostile]") {
    Outside outside;
    auto folder = outside.path("f");
    fs::create_directory(folder);
    std::ofstream(outside.path("secret")) << "geheim;\n";
    struct Attack {
        const char* words;
        std::function<void(const std::string&)> make;
    };
    const Attack attacks[] = {
        {"lies outside", [&](const auto& path) { fs::create_symlink(outside.path("secret"), path + "a.sql"); }},
        {"lies outside",
         [&](const auto& path) {
             fs::create_directory_symlink("/etc", path + "etc"), std::ofstream(path + "a.sql") << "\\ir etc/passwd";
         }},
        {"lies outside", [&](const auto& path) { fs::create_symlink("/dev/zero", path + "a.sql"); }},
        {"is not a regular file", [&](const auto& path) { mkfifo((path + "a.sql").c_str(), 0666); }},
        {"the files are too large",
         [&](const auto& path) {
             std::ofstream(path + "a.sql") << "--";
             fs::resize_file(path + "a.sql", 300 << 20);
         }},
        {"the files are too large",
         [&](const auto& path) {
             std::ofstream(path + "0.sql") << "--" << std::string(1 << 20, ' ');
             for (int i = 1; i < 30; ++i)
                 std::ofstream(path + std::to_string(i) + ".sql") << "\\ir " << i - 1 << ".sql\n\\ir " << i - 1 << ".sql\n";
         }},
        {"too many files are included",
         [&](const auto& path) {
             std::ofstream(path + "0.sql") << "--";
             for (int i = 1; i < 30; ++i)
                 std::ofstream(path + std::to_string(i) + ".sql") << "\\ir " << i - 1 << ".sql\n\\ir " << i - 1 << ".sql\n";
         }},
    };
    for (const auto& attack : attacks) {
        fs::remove_all(folder);
        fs::create_directory(folder);
        attack.make(folder + "/");
        auto output = target().plumb("diff", {folder});
        INFO(output.err.substr(0, 2000));
        CHECK(output.exit == 1);
        CHECK(has(output.err, attack.words));
        CHECK(!has(output.err, "geheim"));
        CHECK(outside.traces().empty());
    }
    // The user may name what he likes.
    fs::remove_all(folder);
    fs::create_directory(folder);
    std::ofstream(outside.path("mine.sql")) << "create table t ();";
    fs::create_symlink(outside.path("mine.sql"), folder + "/a.sql");
    CHECK(target().plumb("diff", {folder}).exit == 1);
    CHECK(target().plumb("diff", {folder, "--trust-files"}).exit == 2);
    CHECK(target().plumb("diff", {outside.path("mine.sql")}).exit == 2);
    CHECK(target().plumb("diff", {"/dev/stdin"}, {"env", "-C", folder}).exit == 1);
}

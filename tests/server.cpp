// The target of the tests: one private PostgreSQL cluster per run.
#include "tests/server.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "engine/model/connection.hpp"

namespace plumb::tests {

namespace fs = std::filesystem;

namespace {

/// Newest of the installed versions, unless PATH or pg_config name one.
std::string find_programs() {
    std::vector<std::string> folders;
    for (const char* ask :
         {"dirname $(readlink -f $(command -v initdb))", "pg_config --bindir", "ls -d /usr/lib/postgresql/*/bin | sort -Vr"}) {
        auto answer = run({"sh", "-c", ask}).out;
        for (std::size_t start = 0, end; (end = answer.find('\n', start)) != std::string::npos; start = end + 1)
            folders.push_back(answer.substr(start, end - start));
    }
    for (const auto& folder : folders)
        if (!folder.empty() && fs::exists(folder + "/initdb") && fs::exists(folder + "/pg_dump")) return folder;
    throw Error("no PostgreSQL server is installed here", {}, "apt-get install postgresql");
}

/// PostgreSQL refuses to run as root.
Manner unprivileged() {
    if (geteuid() != 0) return {};
    for (const char* name : {"postgres", "nobody"})
        if (const passwd* user = getpwnam(name)) return {.user = user->pw_uid, .group = user->pw_gid};
    throw Error("no unprivileged user to run PostgreSQL as");
}

std::string make_folder(const Manner& as) {
    std::string folder = "/tmp/plumb_tests.XXXXXX";
    if (!mkdtemp(folder.data())) throw Error("cannot make a folder in /tmp");
    if (as.user != same_user && chown(folder.c_str(), as.user, as.group) != 0) throw Error("cannot give away " + folder);
    return folder;
}

/// Starts a shell that waits until this process is gone, then stops the server and removes the folder.
pid_t start_watchdog(const std::string& programs, const std::string& folder, int reading_end) {
    std::string script = "trap '' INT TERM HUP; cat > /dev/null; '" + programs + "/pg_ctl' -D '" + folder +
                         "/data' -m immediate -w stop > /dev/null 2>&1; rm -rf '" + folder + "'";
    const char* shell = script.c_str();
    Manner as = unprivileged();
    pid_t child = fork();
    if (child != 0) return child;
    setsid();
    dup2(reading_end, 0);
    bool dropped = as.user == same_user || (setgid(as.group) == 0 && setuid(as.user) == 0);
    if (dropped && chdir("/") == 0) execl("/bin/sh", "sh", "-c", shell, nullptr);
    _exit(127);
}

}  // namespace

Server::Server(const std::string& installation, const std::string& settings, const Server* primary, int port)
    : programs_(find_programs()), port_(port ? " port=" + std::to_string(port) : "") {
    std::string server = installation.empty() ? programs_ : installation + "/bin";
    Manner as = unprivileged();
    folder_ = make_folder(as);
    std::array<int, 2> alive{};
    if (pipe2(alive.data(), O_CLOEXEC) != 0) throw Error("cannot make a pipe");
    watchdog_ = start_watchdog(server, folder_, alive[0]);
    close(alive[0]);
    alive_ = alive[1];

    if (primary)
        must({program("pg_basebackup"), "-D", folder_ + "/data", "-d", primary->conninfo("postgres"), "-R", "-c", "fast"}, as);
    else
        must({server + "/initdb", "-D", folder_ + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
              "-N"},
             as);
    must({server + "/pg_ctl", "-D", folder_ + "/data", "-w", "-s", "-l", folder_ + "/log", "-o",
          "-k " + folder_ +
              " -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c "
              "max_locks_per_transaction=2048"
              " -c autovacuum=off -c max_wal_size=4GB -c shared_buffers=256MB -c max_connections=50 " +
              settings + (port ? " -c listen_addresses=127.0.0.1 -c port=" + std::to_string(port) : ""),
          "start"},
         as);
    version_ = Connection(conninfo("postgres")).server_version();
    // "pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)"
    auto dump_version = run({program("pg_dump"), "--version"}).out;
    dumps_ = version_ / 10000 <= std::atoi(dump_version.c_str() + dump_version.find(") ") + 2);
    repeatable_dumps_ = run({program("pg_dump"), "--help"}).out.find("--restrict-key") != std::string::npos;
}

Server::~Server() {
    close(alive_);
    waitpid(watchdog_, nullptr, 0);
}

std::string Server::conninfo(const std::string& database, const std::string& user) const {
    return "host=" + folder_ + port_ + " user=" + user + " dbname=" + database;
}

std::string Server::create(const std::string& like, const std::string& owner) {
    std::string database = "d" + std::to_string(++databases_);
    Connection(conninfo("postgres")).query("create database " + database + " template " + like + " owner " + owner);
    return database;
}

void Server::drop(const std::string& database) {
    Connection(conninfo("postgres")).query("delete from pg_subscription where subdbid = (select oid from pg_database where datname = '" + database + "')");
    Connection(conninfo("postgres")).query("drop database if exists " + database + " with (force)");
}

Output Server::psql(const std::string& database, const std::string& file, const std::string& user) const {
    return run(
        {program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", conninfo(database, user), "-o", "/dev/null", "-f", file});
}

Output Server::sql(const std::string& database, const std::string& statements) const {
    return run({program("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", conninfo(database), "-c", statements});
}

std::string Server::dump(const std::string& database, const std::vector<std::string>& options) const {
    std::vector<std::string> command{program("pg_dump"), "-d", conninfo(database)};
    if (repeatable_dumps_) command.push_back("--restrict-key=x");
    command.insert(command.end(), options.begin(), options.end());
    return must(command);
}

}  // namespace plumb::tests

// Starts the private server under a watchdog and clears up after those whose watchdog was killed as well.
#include "introspect/embedded.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <poll.h>
#include <pwd.h>
#include <sched.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <thread>

#include "engine/model/error.hpp"

namespace plumb::introspect {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "plumb-scratch-";
constexpr std::uintmax_t gigabyte = 1024ull * 1024 * 1024;
constexpr std::uintmax_t most_memory = 2 * gigabyte;  ///< address space of one process of the server
constexpr char start_server = 's', park = 'p';        ///< what is said on the line
constexpr std::string_view parked_words = "parked";
constexpr std::uintmax_t most_disk = 4 * gigabyte;  ///< size of the folder

/// What a server needs to be quick and silent when its data may be lost. Given on the command line, where no ALTER SYSTEM
/// reaches.
constexpr const char* settings[] = {
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "dynamic_shared_memory_type=mmap",
    "huge_pages=off",
    "shared_buffers=64MB",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_wal_size=2GB",
    "wal_recycle=off",  // a parked data directory holds no more than it must
    "checkpoint_timeout=1h",
    "autovacuum=off",
    "autovacuum_max_workers=1",
    "max_worker_processes=0",
    "max_connections=20",
    // Locks of one transaction that drops 100,000 objects: this times the connections.
    "max_locks_per_transaction=6000",
    // Sorts and the like then end in an error of their own, before the folder grows too large.
    "temp_file_limit=1GB",
    "jit=off",
    "shared_preload_libraries=",
    "session_preload_libraries=",
    "update_process_title=off",
    "lc_messages=C",
    // Statements may hold the secrets of user mappings.
    "logging_collector=off",
    "log_destination=stderr",
    "log_min_messages=fatal",
    "log_min_error_statement=panic",
    "log_checkpoints=off",
};

/// Where folders of ours may lie, best first. Memory is ten times faster than a disk at the thousand small files of a database.
std::vector<fs::path> bases() {
    std::vector<fs::path> found;
    if (const char* variable = std::getenv("TMPDIR"); variable && *variable == '/') found.emplace_back(variable);
    struct statvfs memory {};
    if (statvfs("/dev/shm", &memory) == 0 && memory.f_bavail * memory.f_frsize > gigabyte) found.emplace_back("/dev/shm");
    found.emplace_back("/tmp");
    return found;
}

/// Whether a socket fits below it and another user gets there.
bool usable(const fs::path& base, const Account& account) {
    if (base.string().size() > 60 || access(base.c_str(), W_OK | X_OK) != 0) return false;
    for (fs::path part = fs::absolute(base); account.other && part != part.root_path(); part = part.parent_path()) {
        struct stat about {};
        if (stat(part.c_str(), &about) != 0 || !(about.st_mode & S_IXOTH)) return false;
    }
    return true;
}

/// Opens a folder and locks it; -1 when that is not possible or somebody holds the lock.
int claim(const fs::path& folder) {
    int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
    if (descriptor >= 0) close(descriptor);
    return -1;
}

/// The process that made a folder, from its name "plumb-scratch-<process>-XXXXXX"; 0 when it is none of ours.
pid_t maker(const std::string& name) {
    if (!name.starts_with(prefix)) return 0;
    char* rest = nullptr;
    long process = std::strtol(name.c_str() + prefix.size(), &rest, 10);
    return process > 0 && rest[0] == '-' && std::strlen(rest) == 7 ? static_cast<pid_t>(process) : 0;
}

/// Removes the folders of ours that nobody owns any more. Until a folder is locked its maker stands for it.
void sweep(const fs::path& base, const Account& account) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(base, failed)) {
        std::string name = entry.path().filename();
        struct stat about {};
        if (maker(name) == 0 || alive(maker(name)) || lstat(entry.path().c_str(), &about) != 0 || !S_ISDIR(about.st_mode))
            continue;
        if (about.st_uid != geteuid() && about.st_uid != account.user) continue;
        int descriptor = claim(entry.path());
        if (descriptor < 0) continue;
        fs::remove_all(entry.path(), failed);
        close(descriptor);
    }
}

/// Bytes below a folder; files may vanish while it is read.
std::uintmax_t size_of(const fs::path& folder) {
    std::uintmax_t size = 0;
    std::error_code failed;
    for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        struct stat about {};
        if (lstat(entry->path().c_str(), &about) == 0) size += static_cast<std::uintmax_t>(about.st_blocks) * 512;
    }
    return size;
}

void limit(int resource, rlim_t most) {
    struct rlimit now {};
    if (getrlimit(static_cast<__rlimit_resource>(resource), &now) != 0) return;
    now.rlim_max = std::min(now.rlim_max, most);
    now.rlim_cur = now.rlim_max;
    setrlimit(static_cast<__rlimit_resource>(resource), &now);
}

bool write_text(const char* file, const std::string& text) {
    int out = open(file, O_WRONLY | O_CLOEXEC);
    if (out < 0) return false;
    bool written = write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    close(out);
    return written;
}

/// Makes the outside unreachable where the system allows it: as root at once, else as the same user in a namespace of its own.
bool leave_network() {
    if (unshare(CLONE_NEWNET) == 0) return true;
    std::string user = std::to_string(geteuid()), group = std::to_string(getegid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return false;
    bool same = write_text("/proc/self/setgroups", "deny") && write_text("/proc/self/uid_map", user + " " + user + " 1") &&
                write_text("/proc/self/gid_map", group + " " + group + " 1");
    if (!same) _exit(126);
    return true;
}

/// Becomes the server. A credential change clears the death signal, so the order of these lines matters.
[[noreturn]] void become_server(const Account& account, const fs::path& folder, pid_t watchdog, char* const* argv) {
    for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);
    int out = open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (out < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0) _exit(126);
    if (leave_network()) std::ofstream(folder / "alone") << "no network\n";
    limit(RLIMIT_AS, most_memory);
    limit(RLIMIT_CORE, 0);
    if (chdir("/") != 0 || !become(account)) _exit(126);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (getppid() != watchdog) _exit(126);
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin", locale = "LC_ALL=C";
    char* environment[] = {path.data(), locale.data(), nullptr};
    execve(argv[0], argv, environment);
    _exit(127);
}

/// Closes all files but two.
void close_all_but(int one, int other) {
    auto [low, high] = std::minmax(one, other);
    if (low > 3) close_range(3, static_cast<unsigned>(low) - 1, 0);
    if (high > low + 1) close_range(static_cast<unsigned>(low) + 1, static_cast<unsigned>(high) - 1, 0);
    close_range(static_cast<unsigned>(high) + 1, ~0u, 0);
}

std::uintmax_t space_left(const fs::path& folder) {
    std::error_code failed;
    auto space = fs::space(folder, failed);
    return failed ? 2 * most_disk : space.available;
}

/// Reads a byte of the line; nothing at its end.
std::optional<char> next(int line) {
    char byte;
    ssize_t count;
    while ((count = read(line, &byte, 1)) < 0 && errno == EINTR) {
    }
    return count == 1 ? std::optional(byte) : std::nullopt;
}

/// What the folder may grow to: half of what is left, for in memory it competes with everything else.
std::uintmax_t most_space(const fs::path& folder) { return std::min(most_disk, space_left(folder) / 2); }

/// Waits for a byte that parks the server, for the end of the line, of the server, or of the space it may take. Writes down why
/// the server ended where the line did not. True when it was shut down in peace, so that its data may be used again.
bool guard(pid_t server, int line, const fs::path& folder) {
    const auto most = most_space(folder);
    const auto left = space_left(folder);
    bool parked = false;
    for (int tick = 1;; ++tick) {
        struct pollfd end = {line, POLLIN, 0};
        if (poll(&end, 1, 100) > 0) {
            parked = next(line) == park;
            break;
        }
        if (waitpid(server, nullptr, WNOHANG) == server) {
            std::ofstream(folder / "end") << "the scratch server ended by itself";
            return false;
        }
        // Counting takes time; what is left on the disk is known at once.
        bool shrinks = space_left(folder) + most / 4 < left;
        if ((tick % 10 != 0 && !shrinks) || size_of(folder) < most) continue;
        std::ofstream(folder / "end") << "the scratch server was stopped: it took more than " << (most >> 20) << " MB of space";
        break;
    }
    kill(server, parked ? SIGINT : SIGQUIT);
    while (waitpid(server, nullptr, 0) < 0 && errno == EINTR) {
    }
    if (parked) std::ofstream(folder / "end") << parked_words;
    return parked;
}

/// The watchdog's life: starts the server at a byte on the line, ends it at the next one or at the end of the line, removes the
/// folder.
[[noreturn]] void watch(const Account& account, const fs::path& folder, int line, int claim, const Installation& installation) {
    setsid();
    for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) ::signal(signal, SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    close_all_but(line, claim);
    int null = open("/dev/null", O_RDWR);
    for (int standard : {0, 1, 2}) dup2(null, standard);
    std::vector<std::string> words = {installation.program("postgres"), "-D", folder / "data", "-k", folder};
    for (const char* setting : settings) words.insert(words.end(), {"-c", setting});
    words.insert(words.end(), {"-c", "hba_file=" + (folder / "hba").string(), "-c", "ident_file=" + (folder / "ident").string()});
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);

    std::error_code ignored;
    const pid_t self = getpid();
    bool usable = true;
    while (usable && next(line)) {
        pid_t server = fork();
        if (server == 0) become_server(account, folder, self, argv.data());
        usable = server > 0 && guard(server, line, folder);
    }
    fs::remove_all(folder / "data", ignored);
    while (next(line)) {
    }
    fs::remove_all(folder, ignored);
    _exit(0);
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// A name as pg_ident.conf takes it.
std::string quoted(const std::string& name) {
    std::string out = "\"";
    for (char c : name) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

}  // namespace

Embedded::Embedded(const Installation& installation, const std::string& user, const std::string& key)
    : account_(server_account()) {
    try {
        make_folder();
        start_watchdog(installation);
        auto origin = make_data_directory(installation, account_, key, folder_ / "data");
        superuser_ = origin.superuser;
        note_ = origin.note;
        write_access(user);
        start();
    } catch (...) {
        stop();
        throw;
    }
}

Embedded::~Embedded() { stop(); }

void Embedded::make_folder() {
    for (const auto& base : bases())
        if (usable(base, account_)) {
            sweep(base, account_);
            if (!folder_.empty()) continue;
            std::string name = base / (std::string(prefix) + std::to_string(getpid()) + "-XXXXXX");
            if (mkdtemp(name.data())) folder_ = name;
        }
    if (folder_.empty())
        throw Error("cannot make a folder for the scratch server", {}, "TMPDIR names a folder that can be written");
    claim_ = claim(folder_);
    if (claim_ < 0) throw Error("cannot lock " + folder_.string());
    if (account_.other && chown(folder_.c_str(), account_.user, account_.group) != 0)
        throw Error("cannot give " + folder_.string() + " to the user that the scratch server runs as");
}

void Embedded::start_watchdog(const Installation& installation) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw Error("cannot make a pipe");
    // No signal may meet the child before it ignores it.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    watchdog_ = fork();
    if (watchdog_ == 0) watch(account_, folder_, ends[0], claim_, installation);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    close(ends[0]);
    line_ = ends[1];
    if (watchdog_ < 0) throw Error("cannot start the scratch server's watchdog");
}

void Embedded::write_access(const std::string& user) const {
    // `peer` shuts out all other processes of the user that the server runs as; the folder shuts out all other users.
    const passwd* us = getpwuid(geteuid());
    bool peer = us && user.find('\n') == std::string::npos;
    std::ofstream hba(folder_ / "hba"), ident(folder_ / "ident");
    hba << "local all all " << (peer ? "peer map=plumb" : "trust") << '\n';
    for (const auto& role : {superuser_, user})
        if (peer) ident << "plumb " << quoted(us->pw_name) << ' ' << quoted(role) << '\n';
    if (!hba.flush() || !ident.flush()) throw Error("cannot write to " + folder_.string());
    for (const char* file : {"hba", "ident"})
        if (account_.other && chown((folder_ / file).c_str(), account_.user, account_.group) != 0)
            throw Error("cannot give files away");
}

void Embedded::start() {
    if (write(line_, &start_server, 1) != 1) throw Error("the scratch server's watchdog is gone");
    std::string host = folder_.string();
    const char* keywords[] = {"host", "hostaddr", "port", "user", "dbname", "connect_timeout", nullptr};
    const char* values[] = {host.c_str(), "", "5432", superuser_.c_str(), "postgres", "10", nullptr};
    auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (PQpingParams(keywords, values, 0) != PQPING_OK) {
        if (auto reason = why_ended(); !reason.empty() || std::chrono::steady_clock::now() > until)
            throw Error("the scratch server does not start: " + (reason.empty() ? "it does not answer" : reason) + "\n" +
                        text_of(folder_ / "log"));
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

fs::path Embedded::new_folder() {
    std::string name = folder_ / "space-XXXXXX";
    if (!mkdtemp(name.data())) throw Error("cannot make a folder in " + folder_.string());
    if (account_.other && chown(name.c_str(), account_.user, account_.group) != 0) throw Error("cannot give " + name + " away");
    return name;
}

void Embedded::park(const std::string& key, const std::string& note) {
    std::error_code ignored;
    if (size_of(folder_ / "data") > gigabyte) return;
    if (write(line_, &plumb::introspect::park, 1) != 1) throw Error("the scratch server's watchdog is gone");
    while (why_ended().empty()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    if (why_ended() != parked_words) throw Error(why_ended());
    fs::remove(folder_ / "end", ignored);
    keep_data_directory(folder_ / "data", key, {superuser_, note});
    start();
}

bool Embedded::is_alone() const { return fs::exists(folder_ / "alone"); }

std::string Embedded::why_ended() const { return text_of(folder_ / "end"); }

void Embedded::stop() {
    if (line_ >= 0) close(line_);
    if (watchdog_ > 0)
        while (waitpid(watchdog_, nullptr, 0) < 0 && errno == EINTR) {
        }
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
    if (claim_ >= 0) close(claim_);
}

}  // namespace plumb::introspect

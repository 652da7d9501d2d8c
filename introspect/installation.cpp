// Finds installed PostgreSQL servers and keeps an initdb'd data directory for each version in the user's cache.
#include "introspect/installation.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>

#include "engine/model/error.hpp"

namespace plumb::introspect {

namespace fs = std::filesystem;

namespace {

/// Part of the name of cached data directories: raised when initdb is called differently.
constexpr const char* generation = "1";

struct Output {
    int status;
    std::string text;  ///< stdout and stderr
};

/// Runs a program as the account, with an empty environment: no PG* or LC_* variable of the caller counts.
Output run(const Account& account, const std::vector<std::string>& arguments) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw Error("cannot make a pipe");
    std::vector<char*> argv;
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin", locale = "LC_ALL=C";
    char* environment[] = {path.data(), locale.data(), nullptr};
    pid_t parent = getpid();
    pid_t child = fork();
    if (child < 0) throw Error("cannot start " + arguments[0]);
    if (child == 0) {
        int null = open("/dev/null", O_RDONLY);
        if (null < 0 || dup2(null, 0) < 0 || dup2(ends[1], 1) < 0 || dup2(ends[1], 2) < 0) _exit(126);
        if (chdir("/") != 0 || !become(account)) _exit(126);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(126);
        execve(argv[0], argv.data(), environment);
        _exit(127);
    }
    close(ends[1]);
    Output output{};
    char buffer[4096];
    for (ssize_t count; (count = read(ends[0], buffer, sizeof buffer)) > 0 || (count < 0 && errno == EINTR);)
        if (count > 0) output.text.append(buffer, static_cast<std::size_t>(count));
    close(ends[0]);
    while (waitpid(child, &output.status, 0) < 0 && errno == EINTR) {
    }
    return output;
}

std::vector<fs::path> folders_of_path() {
    std::vector<fs::path> folders;
    const char* variable = std::getenv("PATH");
    std::string path = variable ? variable : "";
    for (std::size_t start = 0; start <= path.size();) {
        std::size_t end = std::min(path.find(':', start), path.size());
        if (end > start) folders.emplace_back(path.substr(start, end - start));
        start = end + 1;
    }
    return folders;
}

/// Folders that hold a server, those that the user chose by PATH first.
std::vector<fs::path> candidates() {
    std::vector<fs::path> folders = folders_of_path();
    std::vector<fs::path> found;
    auto add = [&](const fs::path& folder) {
        std::error_code ignored;
        if (!fs::exists(folder / "postgres", ignored) || !fs::exists(folder / "initdb", ignored)) return;
        fs::path real = fs::canonical(folder, ignored);
        if (!ignored && std::find(found.begin(), found.end(), real) == found.end()) found.push_back(real);
    };
    for (const auto& folder : folders) add(folder);
    for (const auto& folder : folders)
        if (std::error_code ignored; fs::exists(folder / "pg_config", ignored)) {
            auto answer = run(Account{geteuid(), getegid(), false}, {folder / "pg_config", "--bindir"}).text;
            add(answer.substr(0, answer.find('\n')));
            break;
        }
    std::error_code ignored;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", ignored)) add(version.path() / "bin");
    return found;
}

/// What `postgres --version` says: "postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)".
std::optional<Installation> ask(const fs::path& programs) {
    auto answer = run(Account{geteuid(), getegid(), false}, {programs / "postgres", "--version"});
    std::size_t start = answer.text.find(") ");
    if (answer.status != 0 || start == std::string::npos) return std::nullopt;
    start += 2;
    std::string version = answer.text.substr(start, answer.text.find_first_of(" \n", start) - start);
    int major = std::atoi(version.c_str());
    if (major < 13) return std::nullopt;
    return Installation{programs, version, major};
}

fs::path home() {
    const char* variable = std::getenv("HOME");
    struct stat about {};
    // With sudo, HOME may still be another user's, who could then change what we cache.
    if (variable && stat(variable, &about) == 0 && about.st_uid == geteuid()) return variable;
    const passwd* entry = getpwuid(geteuid());
    return entry ? entry->pw_dir : "";
}

/// Our folder in the user's cache, private to us; nothing where there can be none.
std::optional<fs::path> cache_folder() {
    const char* variable = std::getenv("XDG_CACHE_HOME");
    fs::path base = variable && *variable == '/' ? fs::path(variable) : home() / ".cache";
    if (!base.is_absolute()) return std::nullopt;
    fs::path folder = base / "plumb";
    std::error_code failed;
    fs::create_directories(folder, failed);
    struct stat about {};
    if (failed || lstat(folder.c_str(), &about) != 0 || !S_ISDIR(about.st_mode) || about.st_uid != geteuid()) return std::nullopt;
    if (chmod(folder.c_str(), 0700) != 0 || access(folder.c_str(), W_OK) != 0) return std::nullopt;
    return folder;
}

void give(const fs::path& tree, const Account& account) {
    if (!account.other) return;
    bool given = lchown(tree.c_str(), account.user, account.group) == 0;
    for (const auto& entry : fs::recursive_directory_iterator(tree))
        given = given && lchown(entry.path().c_str(), account.user, account.group) == 0;
    if (!given) throw Error("cannot give " + tree.string() + " to the user that the scratch server runs as");
}

void write_line(const fs::path& file, const std::string& line) {
    std::ofstream out(file);
    out << line << '\n';
    if (!out.flush()) throw Error("cannot write " + file.string());
}

std::string read_line(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

/// initdb into a folder that the account owns; 0.7 s.
std::string initialize(const Installation& installation, const Account& account, const fs::path& data) {
    std::string superuser = "plumb_" + random_digits();
    fs::create_directory(data);
    give(data, account);
    // Small WAL segments: the directory is copied at every start.
    auto output = run(account, {installation.program("initdb"), "-D", data, "-U", superuser, "--no-sync", "--encoding=UTF8",
                                "--no-locale", "--auth=trust", "--wal-segsize=1"});
    if (output.status != 0)
        throw Error("initdb failed: " + output.text, {}, "is there enough space, and may " + data.string() + " be reached?");
    return superuser;
}

/// Removes what writers that were killed have left.
void sweep_cache(const fs::path& cache) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(cache, ignored)) {
        std::string name = entry.path().filename();
        if (name.starts_with("new-") && !alive(std::atoi(name.c_str() + 4))) fs::remove_all(entry.path(), ignored);
    }
}

/// Puts a copy into the cache, whole or not at all; a cache that cannot be written is no error.
void keep(const fs::path& data, const DataDirectory& about, const fs::path& cache, const fs::path& entry) {
    std::error_code failed;
    fs::path fresh = cache / ("new-" + std::to_string(getpid()) + "-" + random_digits());
    try {
        fs::create_directory(fresh);
        fs::copy(data, fresh / "data", fs::copy_options::recursive);
        write_line(fresh / "superuser", about.superuser);
        write_line(fresh / "note", about.note);
        fs::rename(fresh, entry, failed);  // fails when another process was faster
    } catch (const std::exception&) {
    }
    fs::remove_all(fresh, failed);
}

/// Copies an entry of the cache, where there is such.
std::optional<DataDirectory> restore(const fs::path& entry, const Account& account, const fs::path& data) {
    DataDirectory about{read_line(entry / "superuser"), read_line(entry / "note")};
    if (about.superuser.empty()) return std::nullopt;
    fs::copy(entry / "data", data, fs::copy_options::recursive);
    give(data, account);
    std::error_code ignored;
    fs::last_write_time(entry, fs::file_time_type::clock::now(), ignored);
    return about;
}

constexpr std::string_view loaded = "loaded-";
constexpr std::size_t most_loaded = 8;

/// Of the kept data directories the least recently used ones go.
void forget_old_ones(const fs::path& cache) {
    std::vector<std::pair<fs::file_time_type, fs::path>> all;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(cache, ignored))
        if (entry.path().filename().string().starts_with(loaded)) all.emplace_back(entry.last_write_time(ignored), entry.path());
    std::sort(all.rbegin(), all.rend());
    for (std::size_t i = most_loaded; i < all.size(); ++i) fs::remove_all(all[i].second, ignored);
}

}  // namespace

Account server_account() {
    if (geteuid() != 0) return {geteuid(), getegid(), false};
    // Not `postgres`: files may come from strangers, and that user owns the databases of this machine.
    if (const passwd* entry = getpwnam("nobody")) return {entry->pw_uid, entry->pw_gid, true};
    return {65534, 65534, true};
}

bool become(const Account& account) {
    if (!account.other) return true;
    return setgroups(0, nullptr) == 0 && setgid(account.group) == 0 && setuid(account.user) == 0;
}

std::optional<Installation> find_installation(int wanted_major) {
    std::optional<Installation> best;
    auto rank = [&](int major) { return wanted_major > 0 && major >= wanted_major ? 1000 - major : major; };
    for (const auto& folder : candidates()) {
        auto installation = ask(folder);
        if (!installation) continue;
        if (installation->major == wanted_major) return installation;
        if (!best || rank(installation->major) > rank(best->major)) best = installation;
    }
    return best;
}

DataDirectory make_data_directory(const Installation& installation, const Account& account, const std::string& key,
                                  const fs::path& data) {
    auto cache = cache_folder();
    if (!cache) return {initialize(installation, account, data)};
    if (!key.empty())
        if (auto kept = restore(*cache / (std::string(loaded) + key), account, data)) return *kept;
    // The same version may be built in different ways: the folder of its programs tells them apart.
    std::string programs = std::to_string(std::hash<std::string>{}(installation.programs));
    fs::path entry = *cache / ("postgresql-" + installation.version + "-" + programs + "-" + generation);
    if (auto kept = restore(entry, account, data)) return *kept;
    sweep_cache(*cache);
    DataDirectory fresh{initialize(installation, account, data)};
    keep(data, fresh, *cache, entry);
    return fresh;
}

void keep_data_directory(const fs::path& data, const std::string& key, const DataDirectory& about) {
    auto cache = cache_folder();
    if (!cache) return;
    keep(data, about, *cache, *cache / (std::string(loaded) + key));
    forget_old_ones(*cache);
}

std::string random_digits() {
    std::random_device device;
    std::string digits;
    for (int i = 0; i < 16; ++i) digits += "0123456789abcdef"[device() % 16];
    return digits;
}

bool alive(pid_t process) {
    // A zombie still takes kill(pid, 0), so its state is read.
    std::string line = read_line("/proc/" + std::to_string(process) + "/stat");
    std::size_t end = line.rfind(')');
    return end != std::string::npos && end + 2 < line.size() && line[end + 2] != 'Z' && line[end + 2] != 'X';
}

}  // namespace plumb::introspect

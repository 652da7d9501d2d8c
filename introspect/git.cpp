// Desired files at a ref of a repository, read by running git itself.
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "introspect/store.hpp"

extern char** environ;

namespace plumb::introspect {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view scheme = "git:";

/// Owns a file descriptor.
class File {
public:
    explicit File(int number) : number_(number) {
        if (number_ < 0) throw Error(std::string("cannot run git: ") + std::strerror(errno));
    }
    ~File() { close(number_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    int number() const { return number_; }

private:
    int number_;
};

/// Starts git, found through PATH, with these files as its standard input, output and error; -1 closes one.
pid_t start(std::vector<std::string> words, int in, int out, int err) {
    words.insert(words.begin(), "git");
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (auto [from, to] : {std::pair{in, STDIN_FILENO}, {out, STDOUT_FILENO}, {err, STDERR_FILENO}}) {
        if (from >= 0)
            posix_spawn_file_actions_adddup2(&actions, from, to);
        else
            posix_spawn_file_actions_addopen(&actions, to, "/dev/null", O_RDWR, 0);
    }
    pid_t child = -1;
    int fault = posix_spawnp(&child, "git", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (fault == ENOENT) throw Error("git is not installed here", {}, "a source git:REF:PATH is read by running git");
    if (fault != 0) throw Error(std::string("cannot run git: ") + std::strerror(fault));
    return child;
}

int end_of(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::string whole(const File& file) {
    std::string text(static_cast<std::size_t>(std::max<off_t>(0, lseek(file.number(), 0, SEEK_END))), '\0');
    for (std::size_t at = 0; at < text.size();) {
        auto got = pread(file.number(), text.data() + at, text.size() - at, static_cast<off_t>(at));
        if (got <= 0) throw Error(std::string("cannot read what git wrote: ") + std::strerror(errno));
        at += static_cast<std::size_t>(got);
    }
    return text;
}

std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

struct Answer {
    int exit;
    std::string out, err;
};

Answer git(const std::vector<std::string>& words) {
    File out(memfd_create("git", MFD_CLOEXEC)), err(memfd_create("git", MFD_CLOEXEC));
    int exit = end_of(start(words, -1, out.number(), err.number()));
    return {exit, whole(out), trimmed(whole(err))};
}

std::string must(const std::vector<std::string>& words) {
    auto answer = git(words);
    if (answer.exit != 0) throw Error(answer.err.empty() ? "git " + words.front() + " failed" : "git: " + answer.err);
    return answer.out;
}

/// One git that answers for many objects: starting one takes as long as reading a hundred files.
class Objects {
public:
    struct Object {
        bool is_tree;
        std::string contents;
    };

    Objects() : Objects(pair()) {}
    ~Objects() {
        shutdown(line_.number(), SHUT_RDWR);
        end_of(child_);
    }
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;

    /// What a name stands for, symbolic links inside of the tree followed; nothing when there is no such object. Throws Error for
    /// one of more than so many bytes.
    std::optional<Object> find(const std::string& name, std::size_t most) {
        if (name.find('\n') != name.npos) return std::nullopt;
        send(name + "\n");
        auto head = receive_line();
        auto space = head.rfind(' ');
        auto type = head.substr(0, space);
        type = type.substr(type.rfind(' ') + 1);
        if (head.ends_with(" missing") || head.ends_with(" ambiguous") || space == head.npos) return std::nullopt;
        auto size = std::stoul(head.substr(space + 1));
        if (size > most) throw Error("the files are too large", {}, "if you trust them: --trust-files");
        auto contents = receive(size + 1);
        contents.pop_back();
        if (type != "blob" && type != "tree") return std::nullopt;
        return Object{type == "tree", std::move(contents)};
    }

private:
    explicit Objects(std::pair<int, int> ends) : line_(ends.first) {
        File other(ends.second);
        child_ = start({"cat-file", "--batch", "--follow-symlinks"}, other.number(), other.number(), -1);
    }

    static std::pair<int, int> pair() {
        int ends[2] = {-1, -1};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) ends[0] = ends[1] = -1;
        return {ends[0], ends[1]};
    }

    void send(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) {
            auto sent = ::send(line_.number(), text.data() + at, text.size() - at, MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent <= 0) throw Error("git ended before it had answered");
            at += static_cast<std::size_t>(sent);
        }
    }

    /// Makes the buffer hold so many bytes.
    void fill(std::size_t size) {
        while (buffer_.size() < size) {
            char bytes[65536];
            auto got = recv(line_.number(), bytes, sizeof bytes, 0);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) throw Error("git ended before it had answered");
            buffer_.append(bytes, static_cast<std::size_t>(got));
        }
    }

    std::string receive(std::size_t size) {
        fill(size);
        auto out = buffer_.substr(0, size);
        buffer_.erase(0, size);
        return out;
    }

    std::string receive_line() {
        while (buffer_.find('\n') == buffer_.npos) fill(buffer_.size() + 1);
        auto line = receive(buffer_.find('\n') + 1);
        line.pop_back();
        return line;
    }

    File line_;
    pid_t child_ = -1;
    std::string buffer_;
};

/// Where REF ends: a time in braces may hold colons.
std::size_t end_of_ref(const std::string& source) {
    int braces = 0;
    for (std::size_t i = scheme.size(); i < source.size(); ++i) {
        braces += source[i] == '{' ? 1 : source[i] == '}' ? -1 : 0;
        if (source[i] == ':' && braces == 0) return i;
    }
    return source.npos;
}

class Repository : public Store {
public:
    explicit Repository(const std::string& source) {
        auto end = end_of_ref(source);
        if (end == source.npos || end == scheme.size())
            throw Error("not a source: " + source, {}, "git:REF:PATH, for example git:HEAD~1:schema/", Exit::usage);
        ref_ = source.substr(scheme.size(), end - scheme.size());
        start_ = source.substr(0, end + 1);
        working_folder_ = must({"rev-parse", "--show-prefix"});
        if (working_folder_.ends_with('\n')) working_folder_.pop_back();
        // What begins with a dash would be an option.
        Answer found = ref_.starts_with('-') ? Answer{1, "", ""} : git({"rev-parse", "--verify", "--quiet", ref_ + "^{tree}"});
        if (found.exit != 0) throw Error("git knows no revision \"" + ref_ + "\"");
        tree_ = trimmed(found.out);
    }

    std::vector<std::string> expand(const std::string& path) override {
        auto object = find(path, {}, std::string::npos - 1);
        if (!object.is_tree) return {path};
        auto folder = path;
        while (folder.ends_with('/')) folder.pop_back();
        if (folder != start_) folder += '/';
        auto listed = must({"ls-tree", "-r", "-z", "--full-tree", "--name-only", tree_ + ":" + inside(path, {})});
        std::vector<std::string> found;
        for (std::size_t begin = 0; begin < listed.size();) {
            auto end = listed.find('\0', begin);
            auto name = listed.substr(begin, end - begin);
            begin = end + 1;
            if (fs::path(name).extension() == ".sql" && ("/" + name).find("/.") == name.npos) found.push_back(folder + name);
        }
        if (found.empty()) throw unreadable(path, {}, "the folder holds no .sql file");
        std::ranges::sort(found);
        return found;
    }

    std::string contents(const std::string& path, const Place& asked_at, std::size_t most) override {
        auto object = find(path, asked_at, most);
        if (object.is_tree) throw unreadable(path, asked_at, "is a directory");
        return std::move(object.contents);
    }

    std::string included(const std::string& file, const std::string& argument, bool beside) override {
        auto folder = beside ? fs::path(file.substr(start_.size())).parent_path() : fs::path(".");
        return start_ + (folder / argument).string();
    }

    std::string canonical(const std::string& path) override { return inside(path, {}); }

private:
    Objects::Object find(const std::string& path, const Place& asked_at, std::size_t most) {
        auto found = objects_.find(tree_ + ":" + inside(path, asked_at), most);
        if (!found) throw unreadable(path, asked_at, "no such file in " + ref_);
        return std::move(*found);
    }

    /// The path from the top of the repository.
    std::string inside(const std::string& name, const Place& asked_at) const {
        fs::path path = name.substr(start_.size());
        if (!path.empty() && (*path.begin() == "." || *path.begin() == "..")) path = fs::path(working_folder_) / path;
        path = path.lexically_normal();
        if (path.is_absolute() || (!path.empty() && *path.begin() == ".."))
            throw unreadable(name, asked_at, "is outside of the repository");
        auto out = path.string();
        while (out.ends_with('/')) out.pop_back();
        return out == "." ? "" : out;
    }

    std::string ref_;
    std::string start_;           ///< "git:REF:", which every name begins with
    std::string working_folder_;  ///< from the top of the repository, ends in a slash unless it is the top
    std::string tree_;            ///< the name of the tree object
    Objects objects_;
};

}  // namespace

std::unique_ptr<Store> in_git(const std::string& source) { return std::make_unique<Repository>(source); }

bool is_git(const std::string& source) { return source.starts_with(scheme); }

}  // namespace plumb::introspect

// Desired files on disk: files, folders, globs.
#include <fnmatch.h>
#include <glob.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "introspect/store.hpp"

namespace plumb::introspect {

namespace {

namespace fs = std::filesystem;

/// All files below a folder, as a shell sees them: without those that begin with a dot.
std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> found;
    for (auto it = fs::recursive_directory_iterator(folder, fs::directory_options::follow_directory_symlink); it != fs::end(it);
         ++it) {
        if (it->path().filename().native().starts_with('.')) {
            it.disable_recursion_pending();
        } else if (!it->is_directory()) {
            found.push_back(it->path().string());
        }
    }
    std::ranges::sort(found);
    return found;
}

std::vector<std::string> sql_below(const std::string& folder) {
    auto found = files_below(folder);
    std::erase_if(found, [](const std::string& path) { return fs::path(path).extension() != ".sql"; });
    return found;
}

/// glob(3); a `**` stands for folders of any depth, none included.
std::vector<std::string> matching(const std::string& pattern) {
    auto any_depth = pattern.find("**/");
    if (any_depth == pattern.npos) {
        glob_t result{};
        glob(pattern.c_str(), 0, nullptr, &result);
        std::vector<std::string> found(result.gl_pathv, result.gl_pathv + result.gl_pathc);
        globfree(&result);
        return found;
    }
    // Anchored, so that what is found begins as the pattern does.
    const auto anchored = fs::path(pattern).is_absolute() || pattern.starts_with("./") ? pattern : "./" + pattern;
    any_depth = anchored.find("**/");
    auto none = anchored;
    none.erase(any_depth, 3);
    auto folder = anchored.substr(0, anchored.rfind('/', any_depth));
    auto found = files_below(folder.empty() ? "/" : folder);
    auto matches = [&](const std::string& path) {
        return !fnmatch(anchored.c_str(), path.c_str(), 0) || !fnmatch(none.c_str(), path.c_str(), 0);
    };
    std::erase_if(found, [&](const std::string& path) { return !matches(path); });
    return found;
}

std::vector<std::string> found(const std::string& path) {
    if (fs::is_directory(path)) {
        auto found = sql_below(path);
        if (found.empty()) throw unreadable(path, {}, "the folder holds no .sql file");
        return found;
    }
    if (fs::exists(path) || path.find_first_of("*?[") == path.npos) return {path};
    std::vector<std::string> found;
    for (const auto& match : matching(path)) {
        if (fs::is_directory(match)) {
            std::ranges::move(sql_below(match), std::back_inserter(found));
        } else {
            found.push_back(match);
        }
    }
    if (found.empty()) throw unreadable(path, {}, "no file matches");
    return found;
}

/// The folder that a path, a glob or the path of a folder is about.
fs::path folder_of(const std::string& named) {
    if (fs::is_directory(named)) return named;
    auto plain = fs::exists(named) ? named : named.substr(0, named.find_first_of("*?["));
    auto folder = fs::path(plain).parent_path();
    return folder.empty() ? "." : folder;
}

bool below(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

class Disk : public Store {
public:
    explicit Disk(bool trust) : trust_(trust) {}

    std::vector<std::string> expand(const std::string& path) override try {
        named_ = path;
        home_ = fs::weakly_canonical(folder_of(path));
        return found(path);
    } catch (const fs::filesystem_error& error) {
        throw unreadable(error.path1().empty() ? path : error.path1().string(), {}, error.code().message());
    }

    std::string contents(const std::string& path, const Place& asked_at, std::size_t most) override {
        check_reach(path, asked_at);
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) throw unreadable(path, asked_at, "is a directory");
        errno = 0;
        std::ifstream stream(path, std::ios::binary);
        if (!stream) throw unreadable(path, asked_at, std::strerror(errno ? errno : EIO));
        std::string text;
        for (std::array<char, 65536> buffer; stream && text.size() <= most;) {
            stream.read(buffer.data(), buffer.size());
            text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        }
        if (stream.bad()) throw unreadable(path, asked_at, "cannot be read");
        return text;
    }

    std::string included(const std::string& file, const std::string& argument, bool beside) override {
        return ((beside ? fs::path(file).parent_path() : fs::path()) / argument).string();
    }

    std::string canonical(const std::string& path) override {
        std::error_code ignored;
        return fs::weakly_canonical(path, ignored).string();
    }

private:
    /// Files of a stranger name, by \i or as links, no others of this machine.
    void check_reach(const std::string& path, const Place& asked_at) {
        std::error_code error;
        fs::path canonical = this->canonical(path);
        auto status = fs::status(canonical, error);
        bool device = path == named_ && asked_at.file.empty() && path.starts_with("/dev/");
        if (trust_ || device || !fs::exists(status)) return;
        const char* hint = "if you trust the files: --trust-files";
        if (!below(canonical, home_) && !below(canonical, here_))
            throw unreadable(path, asked_at, "lies outside of the working directory and of what was named", hint);
        if (!fs::is_regular_file(status) && !fs::is_directory(status))
            throw unreadable(path, asked_at, "is not a regular file", hint);
    }

    bool trust_;
    std::string named_;  ///< by the user
    fs::path home_;      ///< of what the user named
    fs::path here_ = fs::weakly_canonical(".");
};

}  // namespace

std::unique_ptr<Store> on_disk(bool trust) { return std::make_unique<Disk>(trust); }

Error unreadable(const std::string& path, const Place& asked_at, const std::string& message, const std::string& hint) {
    return asked_at.file.empty() ? Error(message, {path, 0, 0, {}}, hint) : Error(path + ": " + message, asked_at, hint);
}

}  // namespace plumb::introspect

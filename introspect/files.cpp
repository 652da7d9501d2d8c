// Reads desired files from disk, in the order in which psql would run them.
#include "introspect/files.hpp"

#include <fnmatch.h>
#include <glob.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include "introspect/directives.hpp"
#include "introspect/large_stack.hpp"
#include "introspect/sql_shape.hpp"
#include "introspect/statements.hpp"

namespace plumb::introspect {

namespace {

namespace fs = std::filesystem;

Place in(const std::string& path) { return {path, 0, 0, {}}; }

/// Byte offset of the first byte that is not UTF-8 (RFC 3629), npos where all are.
std::size_t invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto lead = static_cast<unsigned char>(text[at]);
        std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
        if (length == 0 || at + length > text.size()) return at;
        for (std::size_t i = 1; i < length; ++i) {
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return at;
        }
        auto second = length > 1 ? static_cast<unsigned char>(text[at + 1]) : 0;
        // Overlong forms, surrogates, and beyond U+10FFFF.
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
            (lead == 0xF4 && second > 0x8F)) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

/// What may be read in all, unless the files are trusted: a few lines can include one another a million times.
constexpr std::size_t most_bytes = 256 << 20, most_files = 100'000;

Error failure(const std::string& message, const std::string& path, const Place& asked_at, const std::string& hint = {}) {
    return asked_at.file.empty() ? Error(message, in(path), hint) : Error(path + ": " + message, asked_at, hint);
}

/// Reads until there is more than `most` bytes.
std::string contents(const std::string& path, const Place& asked_at, std::size_t most) {
    auto fail = [&](const std::string& message) { return failure(message, path, asked_at); };
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) throw fail("is a directory");
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw fail(std::strerror(errno ? errno : EIO));
    std::string text;
    for (std::array<char, 65536> buffer; stream && text.size() <= most;) {
        stream.read(buffer.data(), buffer.size());
        text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) throw fail("cannot be read");
    return text;
}

File read_file(const std::string& path, const Place& asked_at, std::size_t most) {
    File file{.name = path, .text = contents(path, asked_at, most)};
    if (file.text.size() > most) throw failure("the files are too large", path, asked_at, "if you trust them: --trust-files");
    if (file.text.starts_with("\xEF\xBB\xBF")) file.text.erase(0, 3);
    file.lines = line_starts(file.text);
    if (auto nul = file.text.find('\0'); nul != file.text.npos) {
        auto where = place(file, nul);
        where.text.clear();
        throw Error("the file holds a NUL byte", where, "desired files are text in UTF-8");
    }
    if (auto bad = invalid_utf8(file.text); bad != file.text.npos) {
        auto where = place(file, bad);
        where.text.clear();
        throw Error("the file is not valid UTF-8", where, "convert it, for example with iconv -t UTF-8");
    }
    if (file.text.find_first_not_of(" \t\r\n\f\v") == file.text.npos) {
        throw Error("the file is empty", in(path), "a comment line is enough to say that the desired state is empty");
    }
    return file;
}

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

/// The files that a path of the user's stands for.
std::vector<std::string> expand(const std::string& path) {
    if (fs::is_directory(path)) {
        auto found = sql_below(path);
        if (found.empty()) throw Error("the folder holds no .sql file", in(path));
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
    if (found.empty()) throw Error("no file matches", in(path));
    return found;
}

std::vector<std::string> found(const std::string& path) try { return expand(path); } catch (const fs::filesystem_error& error) {
    throw Error(error.code().message(), in(error.path1().empty() ? path : error.path1().string()));
}

/// A backslash command of psql: its name and what follows.
struct Command {
    std::string name;
    std::string argument;
};

Command command(std::string_view text) {
    auto end = std::min(text.find_first_of(" \t", 1), text.size());
    auto begin = std::min(text.find_first_not_of(" \t", end), text.size());
    Command out{.name = std::string(text.substr(1, end - 1)), .argument = std::string(text.substr(begin))};
    auto& argument = out.argument;
    if (argument.size() > 1 && argument.front() == argument.back() && (argument.front() == '\'' || argument.front() == '"')) {
        argument = argument.substr(1, argument.size() - 2);
    }
    return out;
}

/// Commands that change nothing about what the files declare.
constexpr std::string_view without_effect[] = {"restrict", "unrestrict", "echo", "qecho", "warn", "timing", "pset"};
/// Variables of psql that steer psql itself.
constexpr std::string_view of_psql[] = {"ON_ERROR_STOP", "ON_ERROR_ROLLBACK", "QUIET", "VERBOSITY", "ECHO"};

/// The folder that a path, a glob or the path of a folder is about.
fs::path folder_of(const std::string& named) {
    if (fs::is_directory(named)) return named;
    auto plain = fs::exists(named) ? named : named.substr(0, named.find_first_of("*?["));
    auto folder = fs::path(plain).parent_path();
    return folder.empty() ? "." : folder;
}

class Reader {
public:
    explicit Reader(bool trust) : trust_(trust) {}

    /// All files that a path of the user's stands for.
    void read_all(const std::string& named) {
        home_ = fs::weakly_canonical(folder_of(named));
        for (const auto& path : found(named)) {
            top_.reset();
            read(path, {}, path == named && path.starts_with("/dev/"));
        }
    }

    Source take() { return std::move(source_); }

private:
    bool trust_;
    fs::path home_;  // of what the user named
    fs::path here_ = fs::weakly_canonical(".");
    std::size_t bytes_ = 0;
    Source source_;
    std::optional<std::size_t> top_;   // index of the file that the user named
    std::vector<fs::path> including_;  // from that file down to the present one

    static bool below(const fs::path& path, const fs::path& folder) {
        return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
    }

    /// Files of a stranger name, by \i or as links, no others of this machine.
    void check_reach(const std::string& path, const fs::path& canonical, const Place& asked_at) const {
        std::error_code error;
        auto status = fs::status(canonical, error);
        if (trust_ || !fs::exists(status)) return;
        const char* hint = "if you trust the files: --trust-files";
        if (!below(canonical, home_) && !below(canonical, here_))
            throw failure("lies outside of the working directory and of what was named", path, asked_at, hint);
        if (!fs::is_regular_file(status) && !fs::is_directory(status))
            throw failure("is not a regular file", path, asked_at, hint);
    }

    void read(const std::string& path, const Place& asked_at, bool device = false) {
        std::error_code error;
        auto canonical = fs::weakly_canonical(path, error);
        if (std::ranges::find(including_, canonical) != including_.end())
            throw Error("the file includes itself: " + path, asked_at);
        if (!device) check_reach(path, canonical, asked_at);
        auto index = source_.files.size();
        if (!trust_ && index == most_files)
            throw failure("too many files are included", path, asked_at, "at most 100,000 are read");
        source_.files.push_back(read_file(path, asked_at, trust_ ? std::string::npos - 1 : most_bytes - bytes_));
        bytes_ += source_.files.back().text.size();
        if (!top_) top_ = index;
        including_.push_back(canonical);
        auto [parts, comments] = shape(source_.files[index]);
        std::vector<Placed> placed;
        for (const auto& part : parts) placed.push_back(part.command ? run(index, part) : add(index, part));
        auto found = directives(source_, source_.files[index], comments, placed);
        std::ranges::move(found, std::back_inserter(source_.directives));
        including_.pop_back();
    }

    Placed add(std::size_t file, const Part& part) {
        auto parsed = parse(source_.files[file], part);
        if (!parsed) return {part, -1, {}};
        parsed->statement.file = file;
        parsed->statement.top = *top_;
        source_.statements.push_back(std::move(parsed->statement));
        return {part, std::ssize(source_.statements) - 1, std::move(parsed->elements)};
    }

    Placed run(std::size_t file, const Part& part) {
        const auto [name, argument] =
            command(std::string_view(source_.files[file].text).substr(part.begin, part.end - part.begin));
        const auto here = place(source_.files[file], part.begin);
        if (name == "i" || name == "include" || name == "ir" || name == "include_relative") {
            if (argument.empty()) throw Error("\\" + name + " needs the name of a file", here);
            // As in psql, \i is relative to the working directory, \ir to the file it stands in.
            bool relative = name == "ir" || name == "include_relative";
            auto folder = relative ? fs::path(source_.files[file].name).parent_path() : fs::path();
            read((folder / argument).string(), here);
        } else if (name == "c" || name == "connect") {
            check_connect(here);
        } else if (std::ranges::find(without_effect, name) == std::end(without_effect) && !steers_psql(name, argument)) {
            throw Error("psql command \\" + name + " is not accepted in desired files", here, "\\i and \\ir are");
        }
        return {part, -1, {}};
    }

    static bool steers_psql(const std::string& name, const std::string& argument) {
        auto variable = argument.substr(0, argument.find_first_of(" \t"));
        if (name == "encoding") return variable == "UTF8" || variable == "UTF-8" || variable == "utf8";
        return (name == "set" || name == "unset") && std::ranges::find(of_psql, variable) != std::end(of_psql);
    }

    /// pg_dump --create connects to what it dumps before it declares anything.
    void check_connect(const Place& here) const {
        for (const auto& statement : source_.statements) {
            if (statement.top != *top_ || statement.role == Role::sets) continue;
            throw Error("the file changes to another database", here, "desired files describe one database; split the file");
        }
    }
};

}  // namespace

Source read_files(const std::vector<std::string>& paths, bool trust) {
    Reader reader(trust);
    on_large_stack([&] {
        for (const auto& path : paths) reader.read_all(path);
    });
    return reader.take();
}

}  // namespace plumb::introspect

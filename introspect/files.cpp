// Reads desired files, in the order in which psql would run them.
#include "introspect/files.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <memory>
#include <string_view>

#include "introspect/directives.hpp"
#include "introspect/large_stack.hpp"
#include "introspect/sql_shape.hpp"
#include "introspect/statements.hpp"
#include "introspect/store.hpp"

namespace plumb::introspect {

namespace {

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

File read_file(Store& store, const std::string& path, const Place& asked_at, std::size_t most) {
    File file{.name = path, .text = store.contents(path, asked_at, most)};
    if (file.text.size() > most) throw unreadable(path, asked_at, "the files are too large", "if you trust them: --trust-files");
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

/// A backslash command of psql: its name and what follows.
struct Command {
    std::string name;
    std::string argument;
};

Command command(const File& file, const Part& part) {
    auto text = std::string_view(file.text).substr(part.begin, part.end - part.begin);
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

/// Nothing is done with a password of a role, so none is kept: its place stays, empty.
void hide_password(File& file, const Part& part) {
    auto same = [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; };
    constexpr std::string_view mark = "PASSWORD";
    auto sql = std::string_view(file.text).substr(part.begin, part.end - part.begin);
    if (std::ranges::search(sql, mark, same).empty()) return;
    auto all = tokens(file, part);
    auto text = [&](std::size_t i) { return i < all.size() ? std::string_view(file.text).substr(all[i].begin, all[i].end - all[i].begin) : ""; };
    auto is = [&](std::size_t i, std::string_view word) { return std::ranges::equal(text(i), word, same); };
    bool of_role = (is(0, "CREATE") || is(0, "ALTER")) && (is(1, "ROLE") || (is(1, "USER") && !(is(2, "MAPPING") && is(3, "FOR"))) || is(1, "GROUP"));
    for (std::size_t i = 2; of_role && i + 1 < all.size(); ++i) {
        if (!is(i, mark)) continue;
        std::size_t end = i + 1;  // 'it''s' is two tokens, U&'x' is three
        while (end < all.size() && (text(end).find('\'') != std::string_view::npos || text(end).front() == '$' || is(end, "U") || is(end, "&"))) ++end;
        if (end == i + 1) continue;
        auto begin = all[i + 1].begin;
        for (auto at = begin; at < all[end - 1].end; ++at)
            if (file.text[at] != '\n') file.text[at] = at < begin + 2 ? '\'' : ' ';
    }
}

// As in psql, \i is relative to the working directory, \ir to the file it stands in.
bool is_beside(const Command& command) { return command.name == "ir" || command.name == "include_relative"; }
bool includes(const Command& command) { return is_beside(command) || command.name == "i" || command.name == "include"; }

/// Finds the files, those that a file includes right behind it.
class Collector {
public:
    explicit Collector(bool trust) : trust_(trust) {}

    void add(const std::string& source) {
        store_ = is_git(source) ? in_git(source) : on_disk(trust_);
        for (const auto& file : store_->expand(source)) {
            top_ = files_.size();
            read(file, {});
        }
    }

    std::vector<File> take() { return std::move(files_); }

private:
    bool trust_;
    std::size_t bytes_ = 0, top_ = 0;
    std::vector<File> files_;
    std::unique_ptr<Store> store_;
    std::vector<std::string> including_;  // from the file that the user named down to the present one

    void read(const std::string& path, const Place& asked_at) {
        auto canonical = store_->canonical(path);
        if (std::ranges::find(including_, canonical) != including_.end())
            throw Error("the file includes itself: " + path, asked_at);
        auto index = files_.size();
        if (!trust_ && index == most_files)
            throw unreadable(path, asked_at, "too many files are included", "at most 100,000 are read");
        files_.push_back(read_file(*store_, path, asked_at, trust_ ? std::string::npos - 1 : most_bytes - bytes_));
        files_.back().top = top_;
        bytes_ += files_.back().text.size();
        including_.push_back(canonical);
        auto parts = shape(files_[index]).parts;
        for (const auto& part : parts) {
            hide_password(files_[index], part);
            if (part.command) include(command(files_[index], part), index, part.begin);
        }
        including_.pop_back();
    }

    void include(const Command& command, std::size_t file, std::size_t offset) {
        if (!includes(command)) return;
        auto here = place(files_[file], offset);
        if (command.argument.empty()) throw Error("\\" + command.name + " needs the name of a file", here);
        read(store_->included(files_[file].name, command.argument, is_beside(command)), here);
    }
};

/// Makes statements of the files, in the order in which psql would run them.
class Parser {
public:
    Parser(Source& source, Managed managed) : source_(source), managed_(managed) {}

    void run() {
        while (next_ < source_.files.size()) parse_next();
    }

private:
    Source& source_;
    Managed managed_;
    std::size_t next_ = 0;  // index of the file that is parsed next

    void parse_next() {
        auto index = next_++;
        auto [parts, comments] = shape(source_.files[index]);
        std::vector<Placed> placed;
        for (const auto& part : parts) placed.push_back(part.command ? run(index, part) : add(index, part));
        auto found = directives(source_, source_.files[index], comments, placed);
        std::ranges::move(found, std::back_inserter(source_.directives));
    }

    Placed add(std::size_t file, const Part& part) {
        auto parsed = parse(source_.files[file], part, managed_);
        if (!parsed) return {part, -1, {}};
        name_database(source_.files[file], parsed->statement);
        parsed->statement.file = file;
        source_.statements.push_back(std::move(parsed->statement));
        return {part, std::ssize(source_.statements) - 1, std::move(parsed->elements)};
    }

    /// Whatever name the files have for it, it is one database.
    void name_database(const File& file, const Statement& statement) {
        for (const auto& name : statement.names) {
            const auto& called = statement.shared == Shared::database ? name.object : name.node == "AlterRoleSetStmt" ? name.element : "";
            if (called.empty()) continue;
            if (source_.database.empty()) source_.database = called;
            if (source_.database != called)
                throw Error("the statement is about another database", place(file, statement.offset),
                            "the files describe one, and call it " + source_.database + " before");
        }
    }

    Placed run(std::size_t file, const Part& part) {
        const auto ran = command(source_.files[file], part);
        const auto& [name, argument] = ran;
        const auto here = place(source_.files[file], part.begin);
        if (includes(ran)) {
            parse_next();
        } else if (name == "c" || name == "connect") {
            check_connect(source_.files[file].top, here);
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
    void check_connect(std::size_t top, const Place& here) const {
        for (const auto& statement : source_.statements) {
            if (source_.files[statement.file].top != top || statement.role == Role::sets || statement.shared != Shared::no) continue;
            throw Error("the file changes to another database", here, "desired files describe one database; split the file");
        }
    }
};

}  // namespace

Source collect_files(const std::vector<std::string>& paths, bool trust) {
    Collector collector(trust);
    on_large_stack([&] {
        for (const auto& path : paths) collector.add(path);
    });
    return {.files = collector.take()};
}

void parse_files(Source& source, Managed managed) {
    on_large_stack([&] { Parser(source, managed).run(); });
}

Source read_files(const std::vector<std::string>& paths, bool trust, Managed managed) {
    auto source = collect_files(paths, trust);
    parse_files(source, managed);
    return source;
}

}  // namespace plumb::introspect

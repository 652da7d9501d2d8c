// Reads directives and binds them by line: libpg_query counts a comment behind a semicolon to the next statement.
#include "introspect/directives.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>

namespace plumb::introspect {

namespace {

struct Word {
    std::string_view keyword;
    Ask ask;
    bool takes_text;
};

constexpr Word vocabulary[] = {
    {"intent", Ask::intent, true},
    {"renamed from", Ask::renamed_from, true},
    {"backfill", Ask::backfill, true},
    {"using", Ask::using_, true},
    {"reverse using", Ask::reverse_using, true},
    {"reverse backfill", Ask::reverse_backfill, true},
    {"rows", Ask::rows, true},
    {"depends on", Ask::depends_on, true},
    {"partitions dynamic", Ask::partitions_dynamic, false},
    {"unmanaged", Ask::unmanaged, false},
};

constexpr std::string_view white = " \t\r\n";

std::string_view trim(std::string_view text) {
    auto begin = std::min(text.find_first_not_of(white), text.size());
    return text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

/// Takes the words of a prefix from the text, in any case and spacing.
bool take(std::string_view& text, std::string_view prefix) {
    auto rest = text;
    while (!prefix.empty()) {
        auto word = prefix.substr(0, prefix.find(' '));
        prefix.remove_prefix(std::min(word.size() + 1, prefix.size()));
        auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
        if (!std::ranges::equal(rest.substr(0, word.size()), word, same)) return false;
        rest.remove_prefix(word.size());
        if (!rest.empty() && (std::isalnum(static_cast<unsigned char>(rest[0])) || rest[0] == '_')) return false;
        rest = trim(rest);
    }
    text = rest;
    return true;
}

/// The text of a directive, nullopt for any other comment.
std::optional<std::string_view> instruction(std::string_view comment) {
    bool block = comment.starts_with("/*");
    comment = trim(comment.substr(2, block ? comment.size() - 4 : comment.npos));
    if (!take(comment, "plumb") || !comment.starts_with(':')) return {};
    return trim(comment.substr(1));
}

Directive read(std::string_view text, Place place) {
    for (const auto& word : vocabulary) {
        if (!take(text, word.keyword)) continue;
        std::string quoted = "`" + std::string(word.keyword) + "`";
        if (word.takes_text && text.empty()) throw Error("directive " + quoted + " needs something after it", place);
        if (!word.takes_text && !text.empty()) throw Error("directive " + quoted + " takes nothing after it", place);
        return {.ask = word.ask, .text = std::string(text), .place = std::move(place)};
    }
    std::string known;
    for (const auto& word : vocabulary) known += (known.empty() ? "" : ", ") + std::string(word.keyword);
    throw Error("unknown directive `" + std::string(text) + "`", std::move(place), "directives are: " + known);
}

/// Binds the comments of one file.
class Binder {
public:
    Binder(const Source& source, const File& file, std::span<const Comment> comments, std::span<const Placed> parts)
        : source_(source), file_(file), comments_(comments), parts_(parts) {}

    Directive bind(Directive directive, const Comment& comment) const {
        if (directive.ask == Ask::intent && heads_file(comment)) return directive;
        auto next = std::ranges::find_if(parts_, [&](const Placed& placed) { return placed.part.stop > comment.begin; });
        bool inside = next != parts_.end() && next->part.begin < comment.begin;
        if (leads(comment)) {
            if (inside && !about_whole(directive)) {
                element(directive, *next, following(*next, comment));
            } else if (next != parts_.end()) {
                whole(directive, *next);
            } else {
                fail(directive, "nothing follows it");
            }
        } else {
            // Not the first on its line, so what it stands behind is a statement in progress, or one that ended on this line.
            trail(directive, inside ? *next : *std::prev(next), comment);
        }
        check(directive);
        return directive;
    }

private:
    const Source& source_;
    const File& file_;
    std::span<const Comment> comments_;
    std::span<const Placed> parts_;

    [[noreturn]] static void fail(const Directive& directive, const std::string& why) {
        throw Error("the directive binds to nothing: " + why, directive.place,
                    "it goes before the element that it is about, or behind it on its line", Exit::usage);
    }

    /// What has gone from a table has no element there.
    static bool about_whole(const Directive& directive) { return directive.ask == Ask::reverse_backfill; }

    std::string_view rest_of_line(std::size_t offset) const {
        auto rest = std::string_view(file_.text).substr(offset);
        return trim(rest.substr(0, rest.find('\n')));
    }

    /// Only white space and other comments stand before it on its line.
    bool first_on_line(std::size_t offset) const {
        auto text = std::string_view(file_.text).substr(0, offset);
        auto line = text.substr(text.rfind('\n') + 1);
        auto last = line.find_last_not_of(white);
        if (last == line.npos) return true;
        auto end = offset - line.size() + last + 1;
        auto comment = std::ranges::find(comments_, end, &Comment::end);
        return comment != comments_.end() && first_on_line(comment->begin);
    }

    /// Alone on its line, or a block comment with something behind it.
    bool leads(const Comment& comment) const {
        if (first_on_line(comment.begin)) return true;
        return file_.text[comment.begin] == '/' && !rest_of_line(comment.end).empty();
    }

    /// Before all statements, and with a blank line behind it and the comments that follow it.
    bool heads_file(const Comment& comment) const {
        if (!parts_.empty() && parts_.front().part.begin < comment.begin) return false;
        if (!rest_of_line(comment.end).empty()) return false;
        auto rest = std::string_view(file_.text).substr(comment.end);
        do {
            rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
            rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
        } while (rest.starts_with("--"));
        return trim(rest.substr(0, rest.find('\n'))).empty();
    }

    static const Element* following(const Placed& placed, const Comment& comment) {
        for (const auto& element : placed.elements) {
            if (element.offset > comment.begin) return &element;
        }
        return nullptr;
    }

    /// Behind several elements the last one counts; a constraint inside a column's definition only where it has a line of its
    /// own.
    void trail(Directive& directive, const Placed& placed, const Comment& comment) const {
        if (about_whole(directive)) return whole(directive, placed);
        const Element* found = nullptr;
        for (const auto& candidate : placed.elements) {
            if (candidate.offset > comment.begin || candidate.depth > comment.depth) continue;
            if (!candidate.inside_column || first_on_line(candidate.offset)) found = &candidate;
        }
        if (found) {
            element(directive, placed, found);
        } else {
            whole(directive, placed);
        }
    }

    static void element(Directive& directive, const Placed& placed, const Element* element) {
        if (!element) fail(directive, "no column or constraint follows it in this statement");
        if (element->name < 0) fail(directive, "the element has no name");
        directive.statement = placed.statement;
        directive.name = element->name;
    }

    /// ALTER TABLE stands for what it adds.
    void whole(Directive& directive, const Placed& placed) const {
        directive.statement = placed.statement;
        directive.name = 0;
        if (placed.statement < 0) fail(directive, "the statement declares nothing");
        const auto& statement = source_.statements.at(static_cast<std::size_t>(placed.statement));
        if (statement.node == "AlterTableStmt" && !placed.elements.empty()) element(directive, placed, &placed.elements.front());
    }

    void check(const Directive& directive) const {
        if (directive.statement < 0) fail(directive, "the statement declares nothing");
        const auto& statement = source_.statements.at(static_cast<std::size_t>(directive.statement));
        const auto& name = statement.names.at(static_cast<std::size_t>(directive.name));
        if (statement.role == Role::sets || statement.role == Role::runs) fail(directive, "the statement declares nothing");
        if (directive.ask == Ask::intent) return;
        if (directive.ask == Ask::rows) {
            if (statement.role != Role::row) fail(directive, "`rows` is about an INSERT");
            return;
        }
        if (statement.role == Role::row || name.object.empty()) fail(directive, "the statement declares no object by name");
        if ((directive.ask == Ask::using_ || directive.ask == Ask::reverse_using) && name.node != "ColumnDef" && name.node != "AlterTableCmd" &&
            name.node != "CreateEnumStmt") {
            fail(directive, "`using` is about the type of a column, or about an enum");
        }
    }
};

}  // namespace

std::vector<Directive> directives(const Source& source, const File& file, std::span<const Comment> comments,
                                  std::span<const Placed> parts) {
    std::vector<Directive> out;
    Binder binder(source, file, comments, parts);
    for (const auto& comment : comments) {
        auto text = instruction(std::string_view(file.text).substr(comment.begin, comment.end - comment.begin));
        if (text) out.push_back(binder.bind(read(*text, place(file, comment.begin)), comment));
    }
    return out;
}

}  // namespace plumb::introspect

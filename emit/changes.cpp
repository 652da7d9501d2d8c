// Differences as lines, grouped by the whole they belong to.
#include "emit/changes.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <unordered_map>

namespace plumb::emit {

namespace {

// From this many lines of one sort on, they fold into one.
constexpr std::size_t fold_from = 12;
constexpr int widest_kind = 17;

/// A whole with what changes in it.
struct Group {
    const Difference* self = nullptr;  ///< null: the whole itself stays as it is
    std::vector<const Difference*> parts;

    // Who is told that an object is new or gone needs no list of its parts.
    bool folds() const { return self && self->sign != '~' && self->sign != '?'; }
};

std::vector<Group> grouped(const std::vector<Difference>& differences) {
    std::vector<Group> groups;
    std::unordered_map<std::string, std::size_t> position;
    auto key = [](const std::string& kind, const std::string& identity) { return kind + '\0' + identity; };
    for (const auto& d : differences)
        if (d.whole == d.identity && (d.whole_kind.empty() || d.whole_kind == d.kind)) {
            position.emplace(key(d.kind, d.identity), groups.size());
            position.emplace(key("", d.identity), groups.size());
            groups.push_back({&d, {}});
        }
    for (const auto& d : differences) {
        if (d.whole == d.identity && (d.whole_kind.empty() || d.whole_kind == d.kind)) continue;
        auto [found, is_new] = position.emplace(key(d.whole_kind, d.whole), groups.size());
        if (is_new) groups.push_back({});
        groups[found->second].parts.push_back(&d);
    }
    auto name = [](const Group& g) -> const std::string& { return g.self ? g.self->identity : g.parts.front()->whole; };
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return name(a) < name(b); });
    return groups;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const auto& text : texts) out += (out.empty() ? "" : ", ") + text;
    return out;
}

std::string parts_in_words(const Group& group) {
    std::map<std::string, std::size_t> numbers;
    for (const auto* part : group.parts) ++numbers[part->kind];
    std::vector<std::string> words;
    for (const auto& [kind, number] : numbers) words.push_back(count(number, kind));
    return joined(words);
}

/// "type: integer -> bigint" in so many characters: long values show where they differ.
std::string shortened(const std::string& change, int width) {
    auto text = one_line(change, 0);
    auto colon = text.find(": "), arrow = text.find(" -> ");
    if (width <= 0 || length(text) <= width || colon == std::string::npos || arrow == std::string::npos || arrow < colon)
        return one_line(text, width);
    auto before = text.substr(colon + 2, arrow - colon - 2), after = text.substr(arrow + 4);
    auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    constexpr std::ptrdiff_t context = 8;
    auto same = std::max<std::ptrdiff_t>(0, differ.first - before.begin() - context);
    // Not inside of a character.
    while (same > 0 && (static_cast<unsigned char>(before[static_cast<std::size_t>(same)]) & 0xC0) == 0x80) --same;
    std::string dots = same > 0 ? "…" : "";
    int half = (width - static_cast<int>(colon) - 8) / 2;
    auto cut = [&](const std::string& value) {
        return dots + one_line(value.substr(static_cast<std::size_t>(same)), std::max(half, 8));
    };
    return one_line(text.substr(0, colon) + ": " + cut(before) + " -> " + cut(after), width);
}

/// One line: sign, kind, name, and what there is to say of it.
struct Line {
    char sign;
    std::string kind;
    std::string name;
    std::vector<std::string> notes;
};

std::vector<Line> folded(const std::vector<Line>& lines, bool whole) {
    std::map<std::pair<char, std::string>, std::vector<const Line*>> sorts;
    for (const auto& line : lines) sorts[{line.sign, line.kind}].push_back(&line);
    std::vector<Line> out;
    for (const auto& line : lines) {
        const auto& sort = sorts[{line.sign, line.kind}];
        if (whole || sort.size() < fold_from) {
            out.push_back(line);
        } else if (sort.front() == &line) {
            std::string names;
            for (std::size_t i = 0; i < 3; ++i) names += sort[i]->name + ", ";
            out.push_back(
                {line.sign, count(sort.size(), line.kind), names + "and " + std::to_string(sort.size() - 3) + " more", {}});
        }
    }
    return out;
}

std::string drawn(const std::vector<Line>& lines, int indent, const Look& look) {
    Ink ink{look.colour};
    int kinds = 0, names = 0;
    for (const auto& line : lines) {
        kinds = std::max(kinds, std::min(length(line.kind), widest_kind));
        if (!line.notes.empty()) names = std::max(names, std::min(length(line.name), look.width / 3));
    }
    std::string out;
    for (const auto& line : lines) {
        int used = indent + 2 + kinds + 2;
        std::string head =
            std::string(static_cast<std::size_t>(indent), ' ') + ink.sign(line.sign) + " " + ink.dim(padded(line.kind, kinds));
        out += head + "  ";
        std::string name = one_line(line.name, line.notes.empty() && !look.whole ? look.width - used : 0);
        if (line.notes.empty()) {
            out += name + "\n";
            continue;
        }
        out += padded(name, names) + "  ";
        used += std::max(names, length(name)) + 2;
        // A long name pushes its notes to lines of their own.
        bool below = look.width - used < 30;
        int at = below ? indent + 6 : used;
        for (std::size_t i = 0; i < line.notes.size(); ++i) {
            if (i > 0 || below) out += "\n" + std::string(static_cast<std::size_t>(at), ' ');
            out += ink.dim(shortened(line.notes[i], look.whole ? 0 : look.width - at));
        }
        out += "\n";
    }
    return out;
}

/// "1.2 million", "340".
std::string short_number(double number) {
    char buffer[32];
    if (number >= 1e9)
        std::snprintf(buffer, sizeof buffer, "%.1f billion", number / 1e9);
    else if (number >= 1e6)
        std::snprintf(buffer, sizeof buffer, "%.1f million", number / 1e6);
    else
        std::snprintf(buffer, sizeof buffer, "%.0f", number);
    return buffer;
}

std::string bytes(double number) {
    const char* units[] = {"bytes", "kB", "MB", "GB", "TB"};
    int unit = 0;
    while (number >= 10240 && unit < 4) number /= 1024, ++unit;
    return short_number(number) + " " + units[unit];
}

}  // namespace

std::string Ink::code(std::string_view code, std::string_view text) const {
    if (!on || text.empty()) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

std::string Ink::sign(char sign) const {
    std::string_view text(&sign, 1);
    return sign == '+' ? green(text) : sign == '-' ? red(text) : sign == ' ' ? std::string(text) : yellow(text);
}

int length(std::string_view text) {
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string without_controls(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = static_cast<unsigned char>(text[i]),
                      next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        bool c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
        bool control = c1 || byte == 0x7F || (byte < 0x20 && byte != '\n' && byte != '\t');
        out += control ? ' ' : text[i];
        if (c1) ++i;
    }
    return out;
}

std::string padded(std::string_view text, int width) {
    int missing = std::max(0, width - length(text));
    return std::string(text) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string one_line(std::string_view text, int width) {
    std::string out;
    for (char c : without_controls(text)) {
        bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    if (width < 2 || length(out) <= width) return out;
    std::size_t end = 0;
    for (int seen = 0; end < out.size(); ++end)
        if ((static_cast<unsigned char>(out[end]) & 0xC0) != 0x80 && ++seen == width) break;
    return out.substr(0, end) + "…";
}

std::string count(std::size_t number, const std::string& noun) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits + " " + (number == 1 ? noun : plural(noun));
}

std::string plural(const std::string& noun) {
    if (noun.ends_with("s")) return noun;
    bool consonant = noun.size() > 1 && std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
    if (noun.ends_with("y") && consonant) return noun.substr(0, noun.size() - 1) + "ies";
    return noun + (noun.ends_with("x") ? "es" : "s");
}

std::string summary(const std::vector<Difference>& differences) {
    std::map<char, std::size_t> numbers;
    for (const auto& group : grouped(differences)) {
        if (group.self) ++numbers[group.self->sign];
        if (group.folds()) continue;
        for (const auto* part : group.parts) ++numbers[part->sign];
    }
    auto words = std::to_string(numbers['+']) + " to add, " + std::to_string(numbers['~']) + " to change, " +
                 std::to_string(numbers['-']) + " to drop";
    if (numbers['!'] > 0) words += ", " + std::to_string(numbers['!']) + " to rebuild";
    if (numbers['?'] > 0) words += ", " + std::to_string(numbers['?']) + " unresolved";
    return words + ".";
}

std::string changes(const std::vector<Difference>& differences, const Look& look) {
    std::string out;
    std::vector<Line> plain;
    std::string nested;
    for (const auto& group : grouped(differences)) {
        if (group.folds() || group.parts.empty()) {
            auto notes = group.self->changes;
            if (!group.parts.empty()) notes.insert(notes.begin(), parts_in_words(group));
            plain.push_back({group.self->sign, group.self->kind, group.self->identity, notes});
            continue;
        }
        const auto& whole = group.parts.front()->whole;
        const auto& kind = group.self ? group.self->kind : group.parts.front()->whole_kind;
        nested += drawn(
            {{group.self ? group.self->sign : ' ', kind, whole, group.self ? group.self->changes : std::vector<std::string>{}}},
            2, look);
        std::vector<Line> lines;
        for (const auto* part : group.parts) lines.push_back({part->sign, part->kind, short_name(*part), part->changes});
        nested += drawn(folded(lines, look.whole), 6, look);
    }
    return drawn(folded(plain, look.whole), 2, look) + nested;
}

std::string short_name(const Difference& part) {
    const auto &id = part.identity, &whole = part.whole;
    if (whole.empty()) return id;
    if (id.starts_with(whole + ".")) return id.substr(whole.size() + 1);
    for (std::string on : {" on ", " ON "})
        if (id.ends_with(on + whole)) return id.substr(0, id.size() - whole.size() - on.size());
    return id;
}

std::string comment(const std::string& label, const std::string& text) {
    std::string out = "-- " + label;
    for (char c : text) {
        if (c == '\n' || c == '\r')
            out += "\n--   ";
        else
            out += c;
    }
    return out + "\n";
}

std::string heading(const Step& step) {
    std::string out = std::to_string(step.id) + ": " + std::string(name(step.phase)) + ", undo " + std::string(name(step.grade));
    for (const auto& lock : step.locks)
        if (lock.mode != Lock::none) out += ", locks " + lock.relation + " " + std::string(name(lock.mode));
    if (step.rewrites) out += ", rewrites";
    if (step.scans) out += ", scans";
    for (auto hazard : step.hazards) out += ", " + std::string(name(hazard));
    return out;
}

std::string in_words(const LockOn& lock, const Step& step) {
    std::string out = one_line(lock.relation, 0) + ": ";
    if (lock.mode <= Lock::share_update_exclusive)
        out += "reads and writes go on";
    else if (lock.mode < Lock::access_exclusive)
        out += "blocks writes";
    else
        out += "blocks reads and writes";
    bool blocks = lock.mode > Lock::share_update_exclusive;
    if (step.rewrites)
        out += " while all of it is rewritten";
    else if (step.scans)
        out += " while all of it is read";
    else if (blocks)
        out += " for a moment";
    if (step.estimate && (step.rewrites || step.scans))
        out += " (" + short_number(step.estimate->rows) + " rows, " + bytes(step.estimate->bytes) + ")";
    return out;
}

std::string ids(const std::vector<int>& steps) {
    std::string out = steps.size() == 1 ? "step " : "steps ";
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i == 8) return out + ", ...";
        out += (i ? ", " : "") + std::to_string(steps[i]);
    }
    return out;
}

std::string verdict(const Plan& plan, const Ink& ink) {
    std::string out;
    switch (plan.proof.proven) {
        case Proven::both:
            out = ink.green("Proven: the plan and its inverse were rehearsed.");
            break;
        case Proven::forward:
            out = ink.yellow("Proven forward only: its inverse was not rehearsed.");
            break;
        case Proven::no:
            out = ink.red("NOT PROVEN" + (plan.proof.reason.empty() ? "." : ": " + plan.proof.reason));
            break;
    }
    std::vector<int> lossy;
    bool archived = false;
    for (const auto& step : plan.steps) {
        if (step.grade == Grade::lossy) lossy.push_back(step.id);
        archived = archived || step.grade == Grade::exact_with_archive;
    }
    out += plan.proof.proven == Proven::no ? "\n" : " ";
    if (!lossy.empty())
        out += ink.yellow("Undo: lossy (" + ids(lossy) + ").");
    else
        out += archived ? "Undo: exact, from the archive." : "Undo: exact.";
    return out + "\n";
}

}  // namespace plumb::emit

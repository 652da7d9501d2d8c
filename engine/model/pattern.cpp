// Patterns: how a kind's constants become SQL.
#include "engine/model/pattern.hpp"

#include <cassert>
#include <utility>

namespace plumb {

namespace {

/// Renders one level of brackets; `absent` tells whether a value in it was NULL.
class Renderer {
public:
    Renderer(const Object& object, const std::vector<std::string>& parts, const Words& words)
        : object_(object), parts_(parts), words_(words) {}

    std::pair<std::string, bool> level(std::string_view pattern) {
        std::string out;
        bool absent = false;
        for (std::size_t at = 0; at < pattern.size();) {
            if (pattern[at] == '{') {
                auto end = pattern.find('}', at);
                out += hole(pattern.substr(at + 1, end - at - 1), absent);
                at = end + 1;
            } else if (pattern[at] == '[') {
                auto end = closing(pattern, at);
                out += optional(pattern.substr(at + 1, end - at - 1));
                at = end + 1;
            } else {
                out += pattern[at++];
            }
        }
        return {out, absent};
    }

private:
    static std::size_t closing(std::string_view pattern, std::size_t open) {
        int depth = 0;
        for (std::size_t at = open; at < pattern.size(); ++at) {
            if (pattern[at] == '[') ++depth;
            if (pattern[at] == ']' && --depth == 0) return at;
        }
        assert(false && "unbalanced bracket in a pattern");
        return pattern.size();
    }

    std::string optional(std::string_view inner) {
        if (inner.starts_with('!')) {
            auto space = inner.find(' ');
            if (value(inner.substr(1, space - 1))) return "";
            return level(inner.substr(space + 1)).first;
        }
        auto [text, absent] = level(inner);
        return absent ? "" : text;
    }

    std::string hole(std::string_view name, bool& absent) {
        if (name == "@") return object_.identity;
        if (name == "=") return level(object_.kind->inside).first;
        if (name == "+") return joined(absent);
        auto bar = name.find('|');
        const Value& found = value(name.substr(0, bar));
        if (found) return *found;
        if (bar != name.npos) return std::string(name.substr(bar + 1));
        absent = true;
        return "";
    }

    const Value& value(std::string_view name) const {
        auto word = words_.find(name);
        return word == words_.end() ? object_[name] : word->second;
    }

    std::string joined(bool& absent) {
        std::string out;
        for (const auto& part : parts_) {
            if (part.empty()) continue;
            if (!out.empty()) out += object_.kind->separator;
            out += part;
        }
        if (out.empty()) absent = true;
        return out;
    }

    const Object& object_;
    const std::vector<std::string>& parts_;
    const Words& words_;
};

}  // namespace

std::string render(std::string_view pattern, const Object& object, const std::vector<std::string>& parts, const Words& words) {
    return Renderer(object, parts, words).level(pattern).first;
}

std::vector<std::string> columns_named(std::string_view pattern) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        bool negated = pattern.substr(at).starts_with("[!");
        if (pattern[at] != '{' && !negated) continue;
        auto begin = at + (negated ? 2 : 1);
        auto end = pattern.find_first_of(negated ? " " : "}|", begin);
        auto name = pattern.substr(begin, end - begin);
        if (name != "@" && name != "=" && name != "+") out.emplace_back(name);
    }
    return out;
}

std::string unquoted(std::string_view quoted) {
    bool escapes = quoted.starts_with("E'");
    if (escapes) quoted.remove_prefix(1);
    char quote = quoted.starts_with('"') || quoted.starts_with('\'') ? quoted[0] : '\0';
    if (quote == '\0') return std::string(quoted);
    quoted = quoted.substr(1, quoted.size() - 2);
    std::string out;
    for (std::size_t at = 0; at < quoted.size(); ++at) {
        if (quoted[at] == quote || (escapes && quoted[at] == '\\')) ++at;
        out += quoted[at];
    }
    return out;
}

bool names(const char* pattern, const Kind& kind, std::string_view column) {
    if (!pattern) return false;
    for (const auto& name : columns_named(pattern))
        if (name == column) return true;
    return std::string_view(pattern).find("{=}") != std::string_view::npos && kind.inside && names(kind.inside, kind, column);
}

}  // namespace plumb

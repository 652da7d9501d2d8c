// Options: storage parameters, which SET cannot take away and RESET cannot set, and those of foreign data.
#include <map>
#include <utility>

#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

std::map<std::string, std::string> options(const Value& text) {
    std::map<std::string, std::string> out;
    if (!text) return out;
    bool quoted = false;  // a quote inside a literal is doubled and so opens and closes again
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text->size(); ++at) {
        if (at < text->size() && (*text)[at] == '\'') quoted = !quoted;
        if (at < text->size() && (quoted || (*text)[at] != ',')) continue;
        auto option = text->substr(begin, at - begin);
        auto equals = option.find(" = ");
        out[option.substr(0, equals)] = option.substr(equals + 3);
        begin = at + 2;
    }
    return out;
}

std::optional<std::vector<std::string>> change_options(const Change& change) {
    auto olds = options(change.old_object["options"]), news = options(change.new_object["options"]);
    std::string set, reset;
    for (const auto& [name, value] : news)
        if (!olds.contains(name) || olds[name] != value) set += (set.empty() ? "" : ", ") + name + " = " + value;
    for (const auto& [name, value] : olds)
        if (!news.contains(name)) reset += (reset.empty() ? "" : ", ") + name;
    std::string alter = render(change.new_object.kind->alter, change.new_object);
    std::vector<std::string> statements;
    if (!reset.empty()) statements.push_back(alter + "RESET (" + reset + ")");
    if (!set.empty()) statements.push_back(alter + "SET (" + set + ")");
    return statements;
}

namespace {

/// Takes "a 'x', \"b c\" 'y'" apart.
std::map<std::string, std::string> generic(const Value& text) {
    std::map<std::string, std::string> out;
    std::string name, part;
    char quote = 0;
    for (char c : text.value_or("")) {
        if (quote ? c == quote : c == '\'' || c == '"') quote = quote ? 0 : c;
        if (!quote && c == ',') out[std::exchange(name, "")] = std::exchange(part, "");
        else if (!quote && c == ' ' && name.empty()) name = std::exchange(part, "");
        else part += c;
        if (part == " ") part.clear();
    }
    if (!part.empty()) out[name] = part;
    return out;
}

}  // namespace

std::string generic_options(const Value& before, const Value& after) {
    auto olds = generic(before), news = generic(after);
    std::string out;
    auto add = [&](const std::string& clause) { out += (out.empty() ? "" : ", ") + clause; };
    for (const auto& [name, value] : olds)
        if (!news.contains(name)) add("DROP " + name);
    for (const auto& [name, value] : news)
        if (!olds.contains(name)) add("ADD " + name + " " + value);
        else if (olds[name] != value) add("SET " + name + " " + value);
    return "OPTIONS (" + out + ")";
}

std::optional<std::vector<std::string>> change_generic_options(const Change& change) {
    return std::vector{render(change.new_object.kind->alter, change.new_object) + generic_options(change.old_object["options"], change.new_object["options"])};
}

}  // namespace plumb::kind

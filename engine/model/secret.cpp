// Keeps passwords out of what is printed.
#include "engine/model/secret.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace plumb {

namespace {

using Parsed = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

Parsed parsed(const std::string& conninfo) {
    char* message = nullptr;
    Parsed out(PQconninfoParse(conninfo.c_str(), &message), &PQconninfoFree);
    if (message) PQfreemem(message);
    return out;
}

/// The pieces of what a URI holds between the first colon and the last @: more than the password when that is not
/// percent-encoded.
std::vector<std::string> pieces_of_uri(const std::string& conninfo) {
    std::vector<std::string> out;
    auto begin = conninfo.find("://");
    if (begin == std::string::npos) return out;
    auto end = conninfo.rfind('@', conninfo.find('?'));
    auto colon = conninfo.find(':', begin + 3);
    if (end == std::string::npos || colon == std::string::npos || colon > end) return out;
    std::string piece;
    for (auto at = colon + 1; at <= end; ++at) {
        if (at < end && std::string_view("@/:#&").find(conninfo[at]) == std::string_view::npos) {
            piece += conninfo[at];
        } else {
            if (!piece.empty()) out.push_back(piece);
            piece.clear();
        }
    }
    return out;
}

std::vector<std::string> secrets(const std::string& conninfo, const PQconninfoOption* options) {
    auto out = pieces_of_uri(conninfo);
    // dispchar tells how a field is shown to people: "*" is a password field.
    for (auto* option = options; option && option->keyword; ++option)
        if (option->val && *option->val && option->dispchar && *option->dispchar == '*') out.push_back(option->val);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return out;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
    if (what.empty()) return;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

std::string without_quoted_pieces(const std::string& message) {
    std::string out;
    bool inside = false;
    for (char c : message) {
        if (c == '"') inside = !inside;
        if (c == '"')
            out += inside ? "\"***" : "\"";
        else if (!inside)
            out += c;
    }
    return out;
}

}  // namespace

std::string scrubbed(const std::string& message, const std::string& conninfo) {
    std::string out = message;
    auto options = parsed(conninfo);
    // Nobody can tell what in such a string is the password, so nothing of it is repeated.
    if (!options) return without_quoted_pieces(out);
    for (const auto& secret : secrets(conninfo, options.get())) {
        // A word of one or two letters occurs everywhere; as a value it stands in quotes.
        if (secret.size() > 2)
            replace_all(out, secret, "***");
        else
            replace_all(out, "\"" + secret + "\"", "\"***\"");
    }
    return out;
}

}  // namespace plumb

// Connection strings and quoted names, by libpq.
#include "introspect/access.hpp"

#include <memory>

#include "engine/model/secret.hpp"

namespace plumb::introspect {

namespace {

using Text = std::unique_ptr<char, decltype(&PQfreemem)>;

}  // namespace

Parameters parameters(const std::string& conninfo) {
    char* message = nullptr;
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(conninfo.c_str(), &message),
                                                                         &PQconninfoFree);
    Text owned(message, &PQfreemem);
    if (!options) throw Error(scrubbed(message ? message : "unreadable connection string", conninfo), {}, "", Exit::usage);
    Parameters out;
    for (const auto* option = options.get(); option->keyword; ++option)
        if (option->val) out[option->keyword] = option->val;
    return out;
}

std::string conninfo(const Parameters& parameters, const std::string& database) {
    Parameters all = parameters;
    all["dbname"] = database;
    std::string out;
    for (const auto& [keyword, value] : all) {
        out += (out.empty() ? "" : " ") + keyword + "='";
        for (char c : value) out += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
        out += "'";
    }
    return out;
}

std::string identifier(const Connection& connection, const std::string& name) {
    Text text(PQescapeIdentifier(connection.handle(), name.data(), name.size()), &PQfreemem);
    if (!text) throw Error("not a name: " + name);
    return text.get();
}

std::string literal(const Connection& connection, const std::string& text) {
    Text quoted(PQescapeLiteral(connection.handle(), text.data(), text.size()), &PQfreemem);
    if (!quoted) throw Error("not a text: " + text);
    return quoted.get();
}

}  // namespace plumb::introspect

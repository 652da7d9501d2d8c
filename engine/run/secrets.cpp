// Secrets: a plan holds stand-ins for them, and what they stand for is looked up in the files when the plan is carried out.
#include "engine/run/secrets.hpp"

#include <cstdlib>
#include <regex>

#include "engine/model/source.hpp"
#include "engine/model/stand_in.hpp"
#include "engine/run/origin.hpp"
#include "engine/run/state.hpp"
#include "introspect/detached.hpp"

namespace plumb::run {

namespace {

const std::regex stand_in("plumb_secret_([0-9a-f]{8})_([0-9a-f]{8})");

/// All texts of the files that could be a secret, or hold one, as rows of literals.
std::string candidates(const Settings& settings) {
    std::string out;
    const auto desired = origin(settings.options.desired, settings.options.trust_files, settings.scope.managed);
    if (!desired.source) return out;
    for (const auto& statement : desired.source->statements) {
        if (!std::regex_search(statement.sql, std::regex("OPTIONS|CONNECTION", std::regex::icase))) continue;
        for (const auto& constant : introspect::string_constants(statement.sql))
            out += (out.empty() ? "(" : ", (") + constant + ")";
    }
    return out;
}

std::string find(Connection& database, const std::string& texts, const std::smatch& wanted) {
    auto found = database.run("select v from (values " + texts +
                              ") a (text) cross join lateral (values (text), ((regexp_match(text, " PASSWORD_PAIR
                              "))[2]), ((regexp_match(text, " PASSWORD_URI
                              "))[2])) b (v) where v is not null and " STAND_IN_HASH("'" + wanted.str(1) + "'", "v") +
                              " = '" + wanted.str(2) + "' limit 1");
    return found.at(0).rows() > 0 ? std::string(found[0].text(0, 0)) : "";
}

/// What a literal takes at a place in a statement; one that begins with E also doubles backslashes.
std::string escaped(const std::string& secret, const std::string& sql, std::size_t at) {
    auto open = sql.rfind('\'', at);
    bool extended = open != std::string::npos && open > 0 && sql[open - 1] == 'E';
    std::string out;
    for (char c : secret) out += std::string(c == '\'' || (extended && c == '\\') ? 2 : 1, c);
    return out;
}

}  // namespace

Secrets::Secrets(const std::vector<Step>& steps, const Settings& settings) {
    std::string texts;
    for (const auto& step : steps) {
        std::smatch match;
        for (auto rest = step.sql; std::regex_search(rest, match, stand_in); rest = match.suffix()) {
            if (known_.contains(match.str())) continue;
            if (texts.empty()) texts = candidates(settings);
            auto connection = connect(settings.conninfo);
            const char* given = std::getenv(match.str().c_str());
            auto secret = given ? given : texts.empty() ? "" : find(connection, texts, match);
            if (secret.empty())
                throw Error(
                    "the secret of " + step.kind + " " + step.identity + " is not known: a plan holds none", step.place,
                    "nothing is changed; apply the files that hold it, or give it in the environment variable " + match.str());
            known_.emplace(match.str(), secret);
        }
    }
}

std::string Secrets::revealed(const std::string& sql) const {
    std::string out = sql;
    for (const auto& [name, secret] : known_)
        for (auto at = out.find(name); at != out.npos;) {
            auto text = escaped(secret, out, at);
            out.replace(at, name.size(), text);
            at = out.find(name, at + text.size());
        }
    return out;
}

Error Secrets::without(const Error& error) const {
    std::string message = error.what();
    for (const auto& [name, secret] : known_)
        for (auto at = message.find(secret); at != message.npos; at = message.find(secret, at + name.size()))
            message.replace(at, secret.size(), name);
    Error out(message, error.place, error.hint, error.exit);
    out.sqlstate = error.sqlstate;
    return out;
}

}  // namespace plumb::run

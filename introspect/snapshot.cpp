// The header of snapshots: JSON in comments.
#include "introspect/snapshot.hpp"

#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>

namespace plumb::introspect {

namespace {

using Json = nlohmann::ordered_json;
using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view title = "-- Plumb snapshot, format ";
constexpr std::string_view format = "1";

Surroundings read_surroundings(const Json& in) {
    Surroundings out;
    out.server_version = in.at("server_version").get<int>();
    out.user = in.at("user").get<std::string>();
    out.encoding = in.at("encoding").get<std::string>();
    out.collate = in.at("collate").get<std::string>();
    out.ctype = in.at("ctype").get<std::string>();
    out.provider = in.at("provider").get<std::string>().at(0);
    out.icu_locale = in.at("icu_locale").get<std::string>();
    out.settings = in.at("settings").get<Pairs>();
    out.roles = in.at("roles").get<std::vector<std::string>>();
    out.memberships = in.at("memberships").get<Pairs>();
    out.tablespaces = in.at("tablespaces").get<std::vector<std::string>>();
    out.collations = in.at("collations").get<std::vector<std::string>>();
    return out;
}

/// The lines of the first comment, without its dashes.
std::string comment(const std::string& text) {
    std::istringstream lines(text);
    std::string line, out;
    std::getline(lines, line);
    while (std::getline(lines, line) && line.starts_with("-- ")) out += line.substr(3) + "\n";
    return out;
}

}  // namespace

std::string header(const Snapshot& snapshot) {
    const auto& around = snapshot.around;
    Json fields{{"fingerprint", snapshot.fingerprint},
                {"loaded", snapshot.loaded},
                {"server_version", around.server_version},
                {"extensions", snapshot.extensions},
                {"user", around.user},
                {"encoding", around.encoding},
                {"collate", around.collate},
                {"ctype", around.ctype},
                {"provider", std::string(1, around.provider)},
                {"icu_locale", around.icu_locale},
                {"settings", around.settings},
                {"roles", around.roles},
                {"memberships", around.memberships},
                {"tablespaces", around.tablespaces},
                {"collations", around.collations}};
    std::string out = std::string(title) + std::string(format) + "\n";
    std::string start = "-- {";
    for (const auto& [name, value] : fields.items()) {
        out += start + Json(name).dump() + ": " + value.dump(-1, ' ', false, Json::error_handler_t::replace);
        start = ",\n--  ";
    }
    return out + "}\n\n";
}

std::optional<Snapshot> snapshot(const Source& source) {
    if (source.files.empty() || !source.files.front().text.starts_with(title)) return std::nullopt;
    const File& file = source.files.front();
    if (file.text.substr(title.size(), file.text.find('\n') - title.size()) != format)
        throw Error("a snapshot of another format", place(file, 0), "take it again with this version of plumb", Exit::usage);
    try {
        auto in = Json::parse(comment(file.text));
        return Snapshot{.around = read_surroundings(in),
                        .extensions = in.at("extensions").get<Pairs>(),
                        .fingerprint = in.at("fingerprint").get<std::string>(),
                        .loaded = in.at("loaded").get<std::string>()};
    } catch (const std::exception&) {
        throw Error("the header of the snapshot is damaged", place(file, 0), "take it again", Exit::usage);
    }
}

}  // namespace plumb::introspect

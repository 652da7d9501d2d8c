// plumb.toml. The only file that includes toml++.
#include "engine/run/config.hpp"

#include <toml++/toml.h>
#include <fstream>
#include <functional>
#include <sstream>

#include "emit/emit.hpp"
#include "engine/model/nearest.hpp"

namespace plumb::run {

namespace {

std::map<std::string, Manage> manages() { return {{"declared", Manage::declared}, {"all", Manage::all}, {"none", Manage::none}}; }

/// Reads values and knows where they stand.
class Reader {
public:
    Reader(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}

    Config read() const {
        Config config{.file = path_};
        try {
            auto root = toml::parse(std::string_view(text_), std::string_view(path_));
            config.common = section(root, "");
            if (auto* environments = root.get("env"))
                for (const auto& [name, node] : table(*environments, "env")) {
                    std::string word(name.str());
                    auto found = section(table(node, "env." + word), word);
                    found.place = place(name.source());
                    config.environments.emplace(word, std::move(found));
                }
        } catch (const toml::parse_error& fault) {
            std::string words(fault.description());
            constexpr std::string_view start = "Error ";
            throw error(fault.source(), words.starts_with(start) ? words.substr(start.size()) : words);
        }
        return config;
    }

private:
    using Entry = std::function<void(const std::string&, const toml::node&)>;

    Place place(const toml::source_region& where) const {
        Place place{path_, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column), {}};
        std::istringstream lines(text_);
        for (int line = 0; line < place.line && std::getline(lines, place.text);) ++line;
        if (place.text.ends_with('\r')) place.text.pop_back();
        // The line may hold a password.
        if (place.text.find("://") != std::string::npos || place.text.find("password") != std::string::npos) place.text.clear();
        return place;
    }

    Error error(const toml::source_region& where, const std::string& message, const std::string& hint = "") const {
        return Error(message, place(where), hint, Exit::usage);
    }

    const toml::table& table(const toml::node& node, const std::string& key) const {
        if (auto* found = node.as_table()) return *found;
        throw error(node.source(), key + " must be a table");
    }

    /// An error of a value gets the place of the value.
    template <class F>
    auto placed(const toml::node& node, F&& f) const {
        try {
            return f();
        } catch (const Error& fault) {
            throw error(node.source(), fault.what(), fault.hint);
        }
    }

    std::string string(const std::string& key, const toml::node& node, const std::string& example) const {
        if (auto found = node.value_exact<std::string>()) return *found;
        throw error(node.source(), key + " must be a string",
                    "for example " + key.substr(key.rfind('.') + 1) + " = \"" + example + "\"");
    }

    /// Calls with each string of an array, which has a place of its own.
    void each_string(const std::string& key, const toml::node& node, const std::string& example, const Entry& take) const {
        auto* array = node.as_array();
        auto name = key.substr(key.rfind('.') + 1);
        if (!array)
            throw error(node.source(), key + " must be an array of strings", "for example " + name + " = [\"" + example + "\"]");
        for (const auto& value : *array) {
            if (!value.is_string()) throw error(value.source(), "what is in " + key + " must be a string");
            take(value.value_or(std::string()), value);
        }
    }

    std::vector<std::string> globs(const std::string& key, const toml::node& node, const std::string& example) const {
        std::vector<std::string> out;
        each_string(key, node, example, [&](const std::string& glob, const toml::node& value) {
            if (glob.empty()) throw error(value.source(), key + " has an empty pattern, which nothing matches");
            out.push_back(glob);
        });
        return out;
    }

    std::vector<Hazard> hazards(const std::string& key, const toml::node& node) const {
        std::vector<Hazard> out;
        each_string(key, node, "scans_table", [&](const std::string& word, const toml::node& value) {
            for (auto hazard : placed(value, [&] { return consent({word}); })) out.push_back(hazard);
        });
        return out;
    }

    Duration time(const std::string& key, const toml::node& node) const {
        auto text = string(key, node, "5s");
        return placed(node, [&] { return duration(text); });
    }

    std::size_t number(const std::string& key, const toml::node& node) const {
        auto found = node.value_exact<std::int64_t>();
        if (found && *found > 0) return static_cast<std::size_t>(*found);
        throw error(node.source(), key + " must be a number of rows", "for example batch = 5000");
    }

    bool truth(const std::string& key, const toml::node& node) const {
        if (auto found = node.value_exact<bool>()) return *found;
        throw error(node.source(), key + " must be true or false");
    }

    /// One of a few words.
    template <class T>
    T word(const std::string& key, const toml::node& node, const std::map<std::string, T>& words) const {
        auto text = string(key, node, words.begin()->first);
        if (auto found = words.find(text); found != words.end()) return found->second;
        std::vector<std::string> known;
        for (const auto& [name, value] : words) known.push_back(name);
        throw error(node.source(), key + " cannot be \"" + text + "\"", did_you_mean(text, known));
    }

    /// A connection string, or the word that stands for one.
    std::string connection(const std::string& key, const toml::node& node, const std::string& instead) const {
        auto text = string(key, node, "postgres://me@host/shop");
        if (is_connection_string(text) || text == instead) return text;
        throw error(node.source(), key + " is no connection string",
                    "postgres://me@host/shop, or service=shop as libpq has it" + (instead.empty() ? "" : ", or " + instead));
    }

    void each(const toml::table& table, const std::string& prefix, const std::map<std::string, Entry>& known) const {
        for (const auto& [name, node] : table) {
            std::string key(name.str());
            auto found = known.find(key);
            if (found == known.end()) {
                std::vector<std::string> words;
                for (const auto& [word, entry] : known) words.push_back(word);
                throw error(name.source(), "unknown key " + prefix + key, did_you_mean(key, words));
            }
            found->second(prefix + key, node);
        }
    }

    /// The table of an environment, or the file's own for an empty name.
    Section section(const toml::table& from, const std::string& environment) const {
        Section out;
        auto time_of = [this](std::optional<Duration>* to) {
            return [this, to](const std::string& key, const toml::node& node) { *to = time(key, node); };
        };
        auto manage_of = [this](std::optional<Manage>* to) {
            return [this, to](const std::string& key, const toml::node& node) { *to = word(key, node, manages()); };
        };
        std::map<std::string, Entry> known{
            {"scratch", [&](auto& key, auto& node) { out.scratch = connection(key, node, "target"); }},
            {"ignore", [&](auto& key, auto& node) { out.ignore = globs(key, node, "property graph *"); }},
            {"allow", [&](auto& key, auto& node) { out.allow = hazards(key, node); }},
            {"journal", [&](auto& key, auto& node) { out.journal = placed(node, [&] { return journal_home(string(key, node, "local")); }); }},
            {"proof", [&](auto& key, auto& node) { out.proof = word(key, node, rehearsals()); }},
            {"lock_timeout", time_of(&out.lock_timeout)},
            {"lock_budget", time_of(&out.lock_budget)},
            {"statement_timeout", time_of(&out.statement_timeout)},
            {"scratch_timeout", time_of(&out.scratch_timeout)},
            {"batch", [&](auto& key, auto& node) { out.batch = number(key, node); }},
            {"pause", time_of(&out.pause)},
            {"replica_lag", time_of(&out.replica_lag)},
            {"scope",
             [&](auto& key, auto& node) {
                 out.scope = Scope{};
                 each(table(node, key), key + ".",
                      {{"include", [&](auto& k, auto& n) { out.scope->include = globs(k, n, "shop_*"); }},
                       {"exclude", [&](auto& k, auto& n) { out.scope->exclude = globs(k, n, "shop.legacy_*"); }}});
             }},
            {"manage",
             [&](auto& key, auto& node) {
                 each(table(node, key), key + ".", {{"grants", manage_of(&out.grants)},
                      {"owners", manage_of(&out.owners)},
                      {"roles", [&](auto& k, auto& n) { out.roles = n.is_boolean() ? (truth(k, n) ? Manage::declared : Manage::none) : word(k, n, manages()); }},
                      {"database", [&](auto& k, auto& n) { out.database = truth(k, n); }}});
             }},
        };
        known["migrations"] = [&](auto& key, auto& node) {
            out.migrations = Migrations{};
            std::map<std::string, Entry> words{
                {"table", [&](auto& k, auto& n) { out.migrations->table = string(k, n, "audit.flyway_schema_history"); }}};
            for (const auto& tool : emit::tools())
                words[std::string(tool.name)] = [&](auto& k, auto& n) {
                    out.migrations->folders[std::string(tool.name)] = string(k, n, "migrations");
                };
            each(table(node, key), key + ".", words);
        };
        if (environment.empty())
            known["env"] = [](auto&, auto&) {};
        else
            known["url"] = [&](auto& key, auto& node) { out.url = connection(key, node, ""); };
        each(from, environment.empty() ? "" : "env." + environment + ".", known);
        return out;
    }

    std::string path_, text_;
};

}  // namespace

Config read_config(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    if (in) text << in.rdbuf();
    // A folder opens, but cannot be read.
    if (!in) throw Error("cannot read the configuration " + path, {}, "", Exit::usage);
    return Reader(path, text.str()).read();
}

}  // namespace plumb::run

// plumb.toml. The only file that includes toml++.
#include "engine/run/config.hpp"

#include <toml++/toml.h>
#include <fstream>
#include <functional>
#include <sstream>

namespace plumb::run {

namespace {

/// Reads values and knows where they stand.
class Reader {
public:
    Reader(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}

    Config read() const {
        Config config{.file = path_};
        try {
            auto root = toml::parse(std::string_view(text_), std::string_view(path_));
            config.common = section(root, true);
            if (auto* environments = root.get("env"))
                for (const auto& [name, node] : table(*environments, "env"))
                    config.environments.emplace(std::string(name.str()),
                                                section(table(node, "env." + std::string(name.str())), false));
        } catch (const toml::parse_error& fault) {
            throw error(fault.source(), std::string(fault.description()));
        }
        return config;
    }

private:
    using Entry = std::function<void(const std::string&, const toml::node&)>;

    Error error(const toml::source_region& where, const std::string& message, const std::string& hint = "") const {
        Place place{path_, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column), {}};
        std::istringstream lines(text_);
        for (int line = 0; line < place.line && std::getline(lines, place.text);) ++line;
        // The line may hold a password.
        if (place.text.find("://") != std::string::npos || place.text.find("password") != std::string::npos) place.text.clear();
        return Error(message, place, hint, Exit::usage);
    }

    const toml::table& table(const toml::node& node, const std::string& key) const {
        if (auto* found = node.as_table()) return *found;
        throw error(node.source(), key + " must be a table");
    }

    std::string string(const std::string& key, const toml::node& node) const {
        if (auto found = node.value_exact<std::string>()) return *found;
        throw error(node.source(), key + " must be a string");
    }

    std::vector<std::string> strings(const std::string& key, const toml::node& node) const {
        auto* array = node.as_array();
        if (!array) throw error(node.source(), key + " must be an array of strings", key + " = [\"...\"]");
        std::vector<std::string> out;
        for (const auto& value : *array) out.push_back(string(key, value));
        return out;
    }

    /// An error of a value gets the place of the value.
    template <class F>
    auto placed(const toml::node& node, F&& f) const {
        try {
            return f();
        } catch (const Error& fault) {
            if (!fault.place.file.empty()) throw;
            throw error(node.source(), fault.what(), fault.hint);
        }
    }

    Duration time(const std::string& key, const toml::node& node) const {
        return placed(node, [&] { return duration(string(key, node)); });
    }

    Manage manage(const std::string& key, const toml::node& node) const {
        auto word = string(key, node);
        if (word == "declared") return Manage::declared;
        if (word == "all") return Manage::all;
        if (word == "none") return Manage::none;
        throw error(node.source(), key + " cannot be \"" + word + "\"", "declared, all or none");
    }

    void each(const toml::table& table, const std::string& prefix, const std::map<std::string, Entry>& known) const {
        for (const auto& [name, node] : table) {
            std::string key(name.str());
            auto found = known.find(key);
            if (found == known.end()) {
                std::string words;
                for (const auto& [word, entry] : known) words += (words.empty() ? "known here: " : ", ") + word;
                throw error(name.source(), "unknown key " + prefix + key, words);
            }
            found->second(prefix + key, node);
        }
    }

    Section section(const toml::table& from, bool top) const {
        Section out;
        std::map<std::string, Entry> known{
            {"scratch", [&](auto& key, auto& node) { out.scratch = string(key, node); }},
            {"ignore", [&](auto& key, auto& node) { out.ignore = strings(key, node); }},
            {"allow", [&](auto& key, auto& node) { out.allow = placed(node, [&] { return consent(strings(key, node)); }); }},
            {"lock_timeout", [&](auto& key, auto& node) { out.lock_timeout = time(key, node); }},
            {"lock_budget", [&](auto& key, auto& node) { out.lock_budget = time(key, node); }},
            {"statement_timeout", [&](auto& key, auto& node) { out.statement_timeout = time(key, node); }},
            {"scratch_timeout", [&](auto& key, auto& node) { out.scratch_timeout = time(key, node); }},
            {"scope",
             [&](auto& key, auto& node) {
                 out.scope = Scope{};
                 each(table(node, key), key + ".",
                      {{"include", [&](auto& k, auto& n) { out.scope->include = strings(k, n); }},
                       {"exclude", [&](auto& k, auto& n) { out.scope->exclude = strings(k, n); }}});
             }},
            {"manage",
             [&](auto& key, auto& node) {
                 each(table(node, key), key + ".",
                      {{"grants", [&](auto& k, auto& n) { out.grants = manage(k, n); }},
                       {"owners", [&](auto& k, auto& n) { out.owners = manage(k, n); }}});
             }},
        };
        if (top)
            known["env"] = [](auto&, auto&) {};
        else
            known["url"] = [&](auto& key, auto& node) { out.url = string(key, node); };
        each(from, "", known);
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

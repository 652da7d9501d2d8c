// A catalog as desired files: every object with all that belongs to it in a file of its own.
#include <algorithm>
#include <cstdio>

#include "emit/changes.hpp"
#include "emit/emit.hpp"

namespace plumb::emit {

namespace {

constexpr std::string_view without_schema = "_cluster";
constexpr std::string_view of_schema = "_schema.sql";
constexpr std::string_view at_last = "last.sql";

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// A name as part of a path on every system.
std::string file_name(std::string_view name) {
    std::string out;
    for (char c : name) {
        char code[4];
        std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned char>(c));
        bool inner_dot = c == '.' && !out.empty();
        out += is_plain(c) || inner_dot ? std::string(1, c) : code;
    }
    return out;
}

/// So that no folder of a schema comes after what must come last, or is taken for ours.
std::string folder_name(const std::string& schema) {
    auto first = static_cast<unsigned char>(schema.front());
    if (first < 0x80 && schema != without_schema) return file_name(schema);
    char code[4];
    std::snprintf(code, sizeof code, "%%%02X", first);
    return code + file_name(std::string_view(schema).substr(1));
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

const Kind* kind_named(const std::string& name) {
    auto found = std::ranges::find_if(kinds(), [&](const Kind* kind) { return kind->name == name; });
    return found == kinds().end() ? nullptr : *found;
}

class Layout {
public:
    explicit Layout(const Catalog& catalog) : catalog_(catalog) {
        for (const auto& object : catalog.objects)
            if (is_schema(object)) {
                prefixes_[object.schema] = object.identity + ".";
                auto folder = folder_name(object.schema);
                while (folder + "/" > last_ && folder.starts_with('z')) last_ = "z" + last_;
            }
    }

    /// Whether the statement holds source text that names what need not be there.
    bool has_body(const Step& step) const {
        const Kind* kind = kind_named(step.kind);
        Index object = catalog_.find(kind, step.identity);
        return kind->body && object != none && catalog_.objects[object][kind->body];
    }

    /// Names that differ in nothing but case share a file: not every system tells them apart.
    std::string path(const Step& step) {
        auto path = wanted(step);
        return paths_.emplace(lower(path), path).first->second;
    }

private:
    auto edges(Index object) const { return std::ranges::equal_range(catalog_.dependencies, object, {}, &Dependency::dependent); }

    static bool is_schema(const Object& object) { return std::ranges::count(object.kind->nodes, "CreateSchemaStmt") > 0; }

    std::string wanted(const Step& step) const {
        const Kind* kind = kind_named(step.kind);
        Index object = catalog_.find(kind, step.identity);
        if (kind->last || object == none) return last_;
        auto out = path_of(object);
        for (const auto& edge : edges(object)) {
            auto other = path_of(edge.referenced);
            // By then both are there that it ties together, and so it stands among what belongs to the later one.
            if (kind->ties && edge.type == 'a') out = std::max(out, other);
            // It names nothing of that, so nothing would put it off.
            if (edge.type == 'o' && other > out) return last_;
        }
        return out;
    }

    /// What the file is of: the topmost whole, or what that comes and goes with, as the sequence of a serial column does.
    const Object& subject(Index part) const {
        Index root = catalog_.root(part);
        for (const auto& edge : edges(root))
            if (edge.type == 'd') return catalog_.objects[catalog_.root(edge.referenced)];
        return catalog_.objects[root];
    }

    std::string path_of(Index part) const {
        const Object& root = subject(part);
        auto kind = plural(root.kind->name);
        std::ranges::replace(kind, ' ', '_');
        bool about_schema = is_schema(root) || root.name.empty() || root.kind->governed_by != Governs::nothing;
        if (!root.schema.empty() && about_schema && !in_schema(root))
            return folder_name(root.schema) + "/" + std::string(of_schema);
        auto folder = in_schema(root) ? folder_name(root.schema) : std::string(without_schema);
        return folder + "/" + kind + (root.name.empty() ? "" : "/" + file_name(root.name)) + ".sql";
    }

    bool in_schema(const Object& object) const {
        auto prefix = prefixes_.find(object.schema);
        return !object.schema.empty() &&
               object.identity.starts_with(prefix == prefixes_.end() ? object.schema + "." : prefix->second);
    }

    const Catalog& catalog_;
    std::map<std::string, std::string> prefixes_;  ///< what the identities of a schema's objects begin with
    std::string last_ = "zz_" + std::string(at_last);
    std::map<std::string, std::string> paths_;  ///< by themselves in lower case
};

bool one_line_each(const Step& before, const Step& step) {
    return before.kind == step.kind && before.sql.find('\n') == std::string::npos && step.sql.find('\n') == std::string::npos;
}

/// Statements, those of different sorts apart.
class Script {
public:
    void add(const Step& step) {
        if (before_ && !one_line_each(*before_, step)) text_ += "\n";
        text_ += step.sql + ";\n";
        before_ = &step;
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
    const Step* before_ = nullptr;
};

}  // namespace

std::map<std::string, std::string> files(const Catalog& catalog, const std::vector<Step>& steps) {
    Layout layout(catalog);
    std::map<std::string, Script> scripts;
    std::map<std::string, std::string> out;
    for (const auto& step : steps) {
        auto path = layout.path(step);
        scripts[path].add(step);
        if (layout.has_body(step)) out[path] = unchecked;
    }
    for (const auto& [path, script] : scripts) out[path] += script.text();
    return out;
}

std::string script(const std::vector<Step>& steps) {
    std::string out;
    for (auto setting : session_settings()) out += std::string(setting) + ";\n";
    Script script;
    for (const auto& step : steps) script.add(step);
    return out + "\n" + script.text();
}

}  // namespace plumb::emit

// The objects of a catalog by what files call them.
#include "engine/run/directory.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace plumb::run {

Directory::Directory(const Catalog& catalog)
    : catalog_(catalog), next_(catalog.objects.size(), none), first_(catalog.objects.size(), none) {
    by_name_.reserve(catalog.objects.size());
    for (Index i = static_cast<Index>(catalog.objects.size()) - 1; i >= 0; --i) {
        const Object& object = catalog.objects[i];
        if (!object.name.empty() && !goes_by(*object.kind, "ColumnDef"))
            by_name_[object.name].push_back(i);  // columns go with their table
        if (Index about = subject(catalog, i); about != none) next_[i] = std::exchange(first_[about], i);
    }
    for (auto& [name, all] : by_name_) std::ranges::reverse(all);
}

std::vector<Index> Directory::meant(const Name& name, const Path& path, const std::vector<Index>& wholes) const {
    std::string_view word = name.type.empty() ? name.node : name.type;
    auto out = elements(name.element, wholes, [&](const Object& object) { return goes_by(*object.kind, word); });
    if (out.empty()) out = objects(name, path, [&](const Object& object) { return goes_by(*object.kind, word); });
    return name.arguments && out.size() > 1 ? with_arguments(std::move(out), *name.arguments) : out;
}

std::vector<Index> Directory::saying(const Name& name) const {
    std::vector<Index> out;
    auto own = own_name(catalog_, name);
    for (Index i : named(own)) {
        const Object& object = catalog_.objects[i];
        if (goes_by(*object.kind, name.node) && object.schema == name.schema) out.push_back(i);
    }
    return out;
}

std::vector<Index> Directory::made(const Name& name, Index object) const {
    std::vector<Index> out;
    if (goes_by(*catalog_.objects[object].kind, name.node)) out.push_back(object);
    for (Index i = first_[object]; i != none; i = next_[i]) {
        const Object& said = catalog_.objects[i];
        if (goes_by(*said.kind, name.node) && (name.element.empty() || said.name.empty() || said.name == name.element)) out.push_back(i);
    }
    return out;
}

std::vector<Index> Directory::objects(const Name& name, const Path& path, const Wanted& wanted) const {
    std::vector<Index> out;
    if (name.object.empty()) {
        if (name.schema.empty() || name.type.empty()) return out;
        for (Index i = 0; i < static_cast<Index>(catalog_.objects.size()); ++i)
            if (catalog_.objects[i].schema == name.schema && wanted(catalog_.objects[i])) out.push_back(i);
        return out;
    }
    for (Index i : named(name.object))
        if ((name.schema.empty() || catalog_.objects[i].schema == name.schema) && wanted(catalog_.objects[i]))
            out.push_back(i);
    return name.schema.empty() ? on_path(std::move(out), path) : out;
}

std::vector<Index> Directory::wholes(const Name& name, const Path& path) const {
    return objects(name, path,
                   [](const Object& object) { return object.whole == none && object.kind->governed_by == Governs::nothing; });
}

std::vector<Index> Directory::elements(const std::string& element, const std::vector<Index>& wholes, const Wanted& wanted) const {
    std::vector<Index> out;
    if (element.empty()) return out;
    for (Index whole : wholes)
        for (Index i = first_[whole]; i != none; i = next_[i])
            if (catalog_.objects[i].name == element && wanted(catalog_.objects[i])) out.push_back(i);
    return out;
}

const std::vector<Index>& Directory::named(std::string_view name) const {
    static const std::vector<Index> nothing;
    auto found = by_name_.find(name);
    return found == by_name_.end() ? nothing : found->second;
}

/// Those of the first schema of the path that has any; of another one only where all are in the same.
std::vector<Index> Directory::on_path(std::vector<Index> all, const Path& path) const {
    if (all.size() < 2) return all;
    auto those_of = [&](const std::string& wanted) {
        std::vector<Index> out;
        std::ranges::copy_if(all, std::back_inserter(out), [&](Index i) { return catalog_.objects[i].schema == wanted; });
        return out;
    };
    for (const auto& tried : path)
        if (auto out = those_of(tried); !out.empty()) return out;
    auto out = those_of(catalog_.objects[all.front()].schema);
    return out.size() == all.size() ? out : std::vector<Index>{};
}

/// Those with the arguments, or all where the words do not tell.
std::vector<Index> Directory::with_arguments(std::vector<Index> all, const std::vector<std::string>& arguments) const {
    std::vector<Index> out;
    std::ranges::copy_if(all, std::back_inserter(out), [&](Index i) {
        std::string_view rest = catalog_.objects[i].arguments;
        bool same = std::ranges::all_of(arguments, [&](const std::string& argument) {
            auto type = rest.substr(0, rest.find('\1'));
            rest.remove_prefix(std::min(type.size() + 1, rest.size()));
            return type == argument || type.ends_with("." + argument);
        });
        return same && rest.empty();
    });
    return out.empty() ? all : out;
}

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> out{""};
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"')
            out.back() += text[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (quoted)
            out.back() += c;
        else if (c == '.')
            out.emplace_back();
        else if (c != ' ')
            out.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

bool goes_by(const Kind& kind, std::string_view word) { return std::ranges::find(kind.nodes, word) != kind.nodes.end(); }

Index subject(const Catalog& catalog, Index said) {
    const Object& object = catalog.objects[said];
    bool on_column = object.whole != none && object.kind->governed_by != Governs::nothing &&
                     goes_by(*catalog.objects[object.whole].kind, "ColumnDef");
    return on_column ? catalog.objects[object.whole].whole : object.whole;
}

std::string user_name(const Catalog& catalog) { return parts_of(catalog.user).front(); }

std::string own_name(const Catalog& catalog, const Name& name) {
    bool of_user = name.node == "AlterDefaultPrivilegesStmt" && name.object.find(' ') == std::string::npos;
    return of_user ? user_name(catalog) + " " + name.object : name.object;
}

}  // namespace plumb::run

// Binds what desired files say to the objects that they elaborate to.
#include "engine/run/bind.hpp"

#include <utility>

#include "engine/run/directives.hpp"
#include "engine/run/directory.hpp"

namespace plumb::run {

namespace {

const Path default_path{"public"};

/// The search_path that a SET leaves.
Path path_of(const Statement& set) {
    Path out;
    for (const auto& name : set.names)
        if (!name.schema.empty()) out.push_back(name.schema);
    return out.empty() ? default_path : out;
}

/// The search_path in force at each statement.
std::vector<Path> paths_of(const Source& source) {
    std::vector<Path> out;
    Path path = default_path;
    std::size_t top = 0;
    for (const Statement& statement : source.statements) {
        auto own = source.files[statement.file].top;
        if (std::exchange(top, own) != own) path = default_path;
        if (statement.role == Role::sets && statement.names.at(0).object == "search_path") path = path_of(statement);
        out.push_back(path);
    }
    return out;
}

/// The first statement that makes an object gives its place; what no statement makes by itself has that of its whole.
void give_places(const Source& source, const Binding& binding, const Directory& directory, Catalog& catalog) {
    for (const auto& bond : binding.bonds) {
        const Statement& statement = source.statements[bond.statement];
        const Name& name = statement.names[bond.name];
        for (Index i : directory.made(name, bond.object))
            if (catalog.objects[i].place.file.empty()) catalog.objects[i].place = place(source.files[statement.file], name.offset);
    }
    for (auto& object : catalog.objects)
        for (Index whole = object.whole; whole != none && object.place.file.empty(); whole = catalog.objects[whole].whole)
            object.place = catalog.objects[whole].place;
}

/// A value that a statement was robbed of for the scratch is not known.
void forget_emptied(const Source& source, const Binding& binding, Catalog& catalog) {
    for (const auto& bond : binding.bonds) {
        Object& object = catalog.objects[bond.object];
        if (!source.statements[bond.statement].emptied) continue;
        for (std::size_t c = 0; c < object.values.size(); ++c)
            if (std::holds_alternative<Kept>(object.kind->columns[c].change)) object.values[c].reset();
    }
}

}  // namespace

Binding bind(const Source& source, Catalog& catalog) {
    Binding binding;
    Directory directory(catalog);
    const auto paths = paths_of(source);
    for (std::size_t i = 0; i < source.statements.size(); ++i) {
        const Statement& statement = source.statements[i];
        const Name* before = nullptr;
        std::vector<Index> wholes;
        for (std::size_t n = 0; n < statement.names.size(); ++n) {
            const Name& name = statement.names[n];
            bool same = before && before->object == name.object && before->schema == name.schema;
            if (!same && !name.element.empty()) wholes = directory.wholes(*(before = &name), paths[i]);
            auto found = directory.meant(name, paths[i], wholes);
            if (found.empty()) found = directory.saying(name);
            for (Index object : found) binding.bonds.push_back({i, n, object});
        }
    }
    give_places(source, binding, directory, catalog);
    forget_emptied(source, binding, catalog);
    heed_directives(source, paths, directory, catalog, binding);
    return binding;
}

}  // namespace plumb::run

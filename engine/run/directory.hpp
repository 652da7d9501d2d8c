// The objects of a catalog by what files call them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/source.hpp"

namespace plumb::run {

/// A search_path: schemas by name, unquoted.
using Path = std::vector<std::string>;

/// Whether an object is one of those that are looked for.
using Wanted = std::function<bool(const Object&)>;

/// The catalog must outlive it and keep its objects.
class Directory {
public:
    explicit Directory(const Catalog& catalog);

    /// What a name means: the element of one of the wholes, else the object; all objects of a schema where it names none.
    std::vector<Index> meant(const Name& name, const Path& path, const std::vector<Index>& wholes) const;
    /// What goes by a name of its own, although it says something about others.
    std::vector<Index> saying(const Name& name) const;
    /// What the statement of a name makes of the object that it means: the object, or what is said about it.
    std::vector<Index> made(const Name& name, Index object) const;
    /// The relations, types and functions of a name.
    std::vector<Index> wholes(const Name& name, const Path& path) const;
    /// The parts of wholes, and what is said about these, of a name.
    std::vector<Index> elements(const std::string& element, const std::vector<Index>& wholes, const Wanted& wanted) const;

private:
    std::vector<Index> objects(const Name& name, const Path& path, const Wanted& wanted) const;
    const std::vector<Index>& named(std::string_view name) const;
    std::vector<Index> on_path(std::vector<Index> all, const Path& path) const;
    std::vector<Index> with_arguments(std::vector<Index> all, const std::vector<std::string>& arguments) const;

    const Catalog& catalog_;
    std::unordered_map<std::string_view, std::vector<Index>> by_name_;
    std::vector<Index> next_, first_;  ///< lists of the parts of an object and what is said about it
};

/// The name that a text is, quoted where it must be: object, schema.object, relation.element, function(types).
std::vector<std::string> parts_of(std::string_view text);

/// Whether the grammar makes objects of the kind by this node, or calls them by this word.
bool goes_by(const Kind& kind, std::string_view word);

/// What a name says of an object: itself, or its owner, its grants, its comment. A grant on a column counts as one on its table.
Index subject(const Catalog& catalog, Index said);

/// The role that read the catalog, unquoted.
std::string user_name(const Catalog& catalog);

/// How a name that stands for nothing else calls what goes by its own name: default privileges say whose they are.
std::string own_name(const Catalog& catalog, const Name& name);

}  // namespace plumb::run

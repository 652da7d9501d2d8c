// Binds what desired files say to the objects that they elaborate to.
#pragma once

#include <string>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/source.hpp"

namespace plumb::run {

/// A name in a statement and an object that it means.
struct Bond {
    std::size_t statement = 0;  ///< index into Source::statements
    std::size_t name = 0;       ///< index into its names
    Index object = none;
};

/// An object that is only expected to exist.
struct Expected {
    Index object = none;
    Place place;  ///< of the directive
};

/// What a `renamed from` says.
struct Renaming {
    Index object = none;      ///< the desired one, or the whole of the member
    std::string member = {};  ///< the new name of a member, unquoted; empty: the object itself is renamed
    std::string schema = {};  ///< the old one, unquoted; empty where it is not said
    std::string name = {};    ///< the old one, unquoted
    Place place;              ///< of the directive
};

/// What a `reverse backfill` says.
struct Return {
    Index table = none;            ///< the desired one
    std::string column = {};       ///< one that it no longer has, unquoted
    std::string expression = {};   ///< what its value follows from, as SQL
    Value sources = {};            ///< as in the kind of columns
    Place place;                   ///< of the directive
};

struct Binding {
    std::vector<Bond> bonds = {};  ///< in the order of statements and names; an ambiguous name means several objects
    std::vector<Expected> unmanaged = {};
    std::vector<Index> dynamic = {};  ///< partitioned tables with partitions that are not the files' business
    std::vector<Renaming> renames = {};
    std::vector<Return> returns = {};
    std::vector<Dependency> dependencies = {};  ///< that directives tell of; the catalog has them too
};

/// Gives the objects their places and does what directives ask. Throws Error (exit 4) for a directive about nothing that is
/// there.
Binding bind(const Source& source, Catalog& catalog);

}  // namespace plumb::run

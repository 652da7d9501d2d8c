// Tells differences of meaning from differences of printing.
#pragma once

#include <functional>
#include <string>

#include "engine/model/catalog.hpp"
#include "introspect/scratch.hpp"

namespace plumb::run {

/// A database on the scratch that nobody is connected to.
struct Base {
    introspect::Scratch& scratch;
    std::string database;
};

/// PostgreSQL's printed expressions are no fixpoint: the same expression can read differently on two sides that were made
/// differently. Where only printed expressions of `found` differ from `expected`, both texts are elaborated once more in copies
/// of the base, which holds `expected`; those that then read alike get the text of `expected`. The base is asked for only where
/// there are such. Returns the objects of `found` of which that cannot be told, because a server of another version printed them.
std::vector<Index> settle(const std::function<Base()>& base, Catalog& found, const Catalog& expected);

}  // namespace plumb::run

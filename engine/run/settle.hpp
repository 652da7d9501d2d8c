// Tells differences of meaning from differences of printing.
#pragma once

#include "engine/model/catalog.hpp"
#include "introspect/scratch.hpp"

namespace plumb::run {

/// PostgreSQL's printed expressions are no fixpoint: the same expression can read differently on two sides that were made
/// differently. Where only printed expressions of `found` differ from `expected`, both texts are elaborated once more in copies
/// of `database`, which holds `expected` on the scratch and nobody is connected to; those that then read alike get the text of
/// `expected`.
void settle(introspect::Scratch& scratch, const std::string& database, Catalog& found, const Catalog& expected);

}  // namespace plumb::run

// What is not managed but uses what is: its owner must hear of a change before it happens.
#pragma once

#include <string>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"

namespace plumb::run {

/// Something that is not managed, or that no kind reads, and the managed object that it uses; never a part of the same whole.
struct Stranger {
    std::string words;  ///< kind and identity
    Index used;
    bool tied = false;  ///< the drop of what it uses takes it along, and no other change concerns it
    bool holds_data = false;
};

std::vector<Stranger> strangers(const Catalog& live);

/// Marks the steps that change or drop what strangers use, and names these in the warnings of the plan.
Plan warned(Plan plan, const Catalog& live);

}  // namespace plumb::run

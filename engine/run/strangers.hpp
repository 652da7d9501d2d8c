// What is not managed but uses what is: its owner must hear of a change before it happens.
#pragma once

#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"

namespace plumb::run {

/// An object that is not managed and the managed object that it uses; never a part of the same whole.
struct Stranger {
    Index object;
    Index used;
};

std::vector<Stranger> strangers(const Catalog& live);

/// Marks the steps that change or drop what strangers use, and names these in the warnings of the plan.
Plan warned(Plan plan, const Catalog& live);

}  // namespace plumb::run

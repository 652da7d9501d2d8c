// Whether two objects say the same, whatever they are called.
#pragma once

#include <string>
#include <vector>

#include "engine/model/catalog.hpp"

namespace plumb::run {

/// An object with the catalog that it is in, which must outlive it.
struct In {
    const Catalog& catalog;
    Index index;
    const Object& object() const { return catalog.objects[static_cast<std::size_t>(index)]; }
};

/// Whether two objects of one kind differ in nothing but their names.
bool alike(const Object& one, const Object& other);

/// How many of their compared values and named parts are alike.
int in_common(const In& one, const In& other);

/// A word of advice for each object that goes while one comes that may be the same under another name: the directive to write.
std::vector<std::string> lookalikes(const Catalog& from, const Catalog& to);

}  // namespace plumb::run

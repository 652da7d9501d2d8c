// The steps of one leg as they are written, with what each does to those who use the database.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "diff/fates.hpp"
#include "engine/model/plan.hpp"

namespace plumb::diff {

/// The fates must outlive it.
class Script {
public:
    explicit Script(const Fates& fates);

    /// Writes a statement about an object of the catalog.
    void add(Verb verb, const Object& object, const Catalog& catalog, std::string sql, const Effect& effect);
    /// Whether it is a whole that the plan makes: nobody waits for a lock on such.
    bool makes(const std::string& identity) const { return fresh_.contains(identity); }

    std::vector<Step> steps = {};

private:
    const Fates& fates_;
    std::vector<Index> watchers_;  ///< old objects that stay and act on the steps
    std::set<std::string> fresh_;
};

}  // namespace plumb::diff

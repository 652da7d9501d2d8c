// A part of the way from one catalog to another, and how to go back over it with the data.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diff/exchange.hpp"
#include "diff/plan.hpp"
#include "diff/stages.hpp"
#include "engine/model/plan.hpp"

namespace plumb::diff {

/// Steps of several legs, numbered as one plan.
class Steps {
public:
    /// A leg, whose steps number one another.
    void add(std::vector<Step> leg, std::optional<Phase> phase);
    /// One after the other.
    void add_each(std::vector<Step> steps, std::optional<Phase> phase);
    void add(Step step, std::optional<Phase> phase);
    /// What follows is another transaction.
    void commit();
    std::vector<Step> take() { return std::move(out_); }

private:
    std::vector<Step> out_;
};

/// One part of the way, between two catalogs, which must outlive it; all that the way back has to know.
struct Passage {
    const Catalog* from;
    const Catalog* to;
    std::optional<Phase> phase;
    std::map<Index, std::string> archived = {};  ///< by object of `from`
    std::vector<std::pair<Index, std::string>> keyless = {};
    const Exchange* exchange = nullptr;  ///< it is the take-over of its new column
};

/// What counts, by archived part, the rows without a key that were changed since: their old values do not come back. Of each whole it is the latest archive
/// that tells, as the others knew its rows in another shape; `told`: wholes, by identity, of which one has.
std::map<Index, std::string> strayed(const Passage& passage, std::set<std::string>& told);

/// Goes back over a passage that is no exchange.
void undo(const Passage& passage, Steps& inverse);

/// Parts that go, whose values can be computed from what the application writes then.
std::vector<Index> returning(const Catalog& from, const Catalog& to);

/// What new rows get in a part, as an expression.
Value default_of(const Catalog& catalog, Index i);

/// Whether rows must have a value, and those that come while the object is gone would have none when it comes back.
bool is_left_empty(const Catalog& catalog, Index i);

/// Whether rows must have a value before the object takes it.
bool has_late_value(const Object& object);

/// The fill of an object, and whether each row must have a value in the end; `marks` as for a fill.
Step filling(const Catalog& catalog, Index object, const std::string& expression, const Object& wanted, const Marks& marks = {});

/// Its position in another catalog; none where that has no such.
Index in(const Catalog& catalog, const Object& object);
/// What is known of objects, of those of them that another catalog has.
template <class Known>
std::map<Index, Known> in(const Catalog& catalog, const Catalog& of, const std::map<Index, Known>& known) {
    std::map<Index, Known> out;
    for (const auto& [i, one] : known)
        if (Index there = in(catalog, of.objects[i]); there != none) out[there] = one;
    return out;
}

}  // namespace plumb::diff

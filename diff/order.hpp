// The order of steps: what happens to objects, in groups that one statement makes, one after the other.
#pragma once

#include <set>
#include <vector>

#include "diff/moves.hpp"

namespace plumb::diff {

/// Something that happens to one object, and to its parts by the same statement.
struct Move {
    Deed deed;
    Index object;               ///< in the old catalog for drop, alter, aside and hollow, in the new one for the rest
    std::vector<Index> parts;   ///< made or dropped by the same statement, in order; without `object`
    std::vector<int> after;     ///< positions of moves that must come first
};

/// Moves in an order that PostgreSQL accepts.
struct Order {
    std::vector<Move> moves;
    Forced to_force;            ///< not empty: no order exists without
};

/// Throws Error with the path of a cycle when there is no order.
Order order(const Fates& fates);

}  // namespace plumb::diff

// What happens to objects as a graph: which move must come before which, and which moves one statement makes.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "diff/fates.hpp"

namespace plumb::diff {

enum class Deed {
    drop,
    alter,
    aside,   ///< renamed out of the way of its successor
    create,
    carry,   ///< rows go over from what it took the place of
    stub,    ///< a first version without dependencies is made ...
    unstub,  ///< ... and completed
    hollow,  ///< an old definition is emptied, so that what it uses can go before it
};

/// One deed on one object, as a number.
using Node = int;

/// Const once made; the fates must outlive it.
class MoveGraph {
public:
    explicit MoveGraph(const Fates& fates);

    int size() const { return 3 * from_size_ + 2 * to_size_; }
    Node drop(Index old_object) const { return old_object; }
    Node alter(Index old_object) const { return from_size_ + old_object; }
    Node aside(Index old_object) const { return 2 * from_size_ + old_object; }
    Node create(Index new_object) const { return 3 * from_size_ + new_object; }
    Node carry(Index new_object) const { return 3 * from_size_ + to_size_ + new_object; }
    Deed deed(Node node) const {
        if (is_new(node)) return node < carry(0) ? Deed::create : Deed::carry;
        return node < from_size_ ? Deed::drop : node < 2 * from_size_ ? Deed::alter : Deed::aside;
    }
    /// Whether its object is one of the new catalog.
    bool is_new(Node node) const { return node >= create(0); }
    /// Its position in the one catalog or the other.
    Index object(Node node) const { return is_new(node) ? (node - create(0)) % to_size_ : node % from_size_; }
    const Object& object_of(Node node) const { return is_new(node) ? fates_.to.objects[object(node)] : fates_.from.objects[object(node)]; }

    /// Every node that happens, with the node whose statement makes it happen: itself when it has one of its own.
    const std::vector<std::pair<Node, Node>>& nodes() const { return nodes_; }
    /// What comes after a node, and whether that is only wished.
    const std::vector<std::pair<Node, bool>>& after(Node node) const { return after_[node]; }
    /// What comes before a node, wished or not.
    const std::vector<Node>& before(Node node) const { return before_[node]; }
    /// What takes an old object along when it is dropped; none when nothing does.
    Index taken_by(Index old_object) const;

private:
    Node drop_root(Index old_object) const;
    Node create_root(Index new_object) const;
    bool comes_with_origin(Index new_object) const;
    bool made_inside(const Object& object) const;
    std::set<Index> reads(Index new_object) const;
    std::set<Index> types_of(Index old_part) const;
    void find_nodes();
    void edge(Node before, Node after, bool weak = false);
    void order_by_dependencies();
    void order_by_inheritance();
    void order_by_ties();
    void order_by_choice();
    void order_by_names();
    void order_by_rows();
    void order_by_carrying();
    void order_by_copies();
    void order_by_keys();
    void order_by_all_else();

    const Fates& fates_;
    const int from_size_, to_size_;
    std::vector<std::pair<Node, Node>> nodes_;
    std::vector<std::vector<std::pair<Node, bool>>> after_;
    std::vector<std::vector<Node>> before_;
};

}  // namespace plumb::diff

// The moves of a graph in groups, each of which one statement makes, and what every group still waits for.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "diff/moves.hpp"

namespace plumb::diff {

struct Group {
    Deed deed;
    Node root;
    std::vector<Node> members;  ///< with the root
    int strong = 0;             ///< moves of other groups that must come first and have not
    int weak = 0;               ///< moves that would better come first
    bool last = false;          ///< it waits until all others are done
    bool done = false;
};

/// The fates must outlive it. A group is known by its position, which stays the same.
class Groups {
public:
    /// Priority: the smallest comes first among those that could.
    using Rank = std::tuple<int, int, Index>;

    explicit Groups(const Fates& fates);

    int size() const { return static_cast<int>(groups_.size()); }
    Group& operator[](int g) { return groups_[g]; }
    const Group& operator[](int g) const { return groups_[g]; }
    const MoveGraph& graph() const { return graph_; }
    /// The group of a node that happens.
    int of(Node node) const { return group_of_[node]; }
    /// In the catalog of the deed of the group.
    const Object& root(int g) const { return graph_.object_of(groups_[g].root); }
    /// The kind of what the root is part of, or its own.
    const Kind& whole(int g) const;
    Rank rank(int g) const;
    /// The objects of a move in the order in which one statement has them.
    void sort(Deed deed, std::vector<Index>& parts) const;

    /// Whether nodes of other groups must come first and have not.
    bool is_blocked(Node node) const { return pending_[node] > 0; }
    /// What must come first and has not.
    std::vector<Node> waits_for(Node node) const;
    /// Everything that must or would better come first.
    std::set<Node> predecessors(const std::set<Node>& nodes) const;
    /// Positions of the moves that had to come first, and did.
    const std::vector<int>& came_first(Node node) { return came_first_[node]; }
    bool is_moved(Node node) const { return moved_[node] >= 0; }
    bool is_stubbed(Node node) const { return stubbed_.contains(node); }
    /// What has lost its content still has its name.
    bool keeps_waiting(Node old, Node after) const { return graph_.deed(old) != Deed::create && graph_.deed(after) == Deed::create; }

    /// Nodes moved at a position. Returns the groups that wait for less.
    std::vector<int> move(const std::vector<Node>& nodes, int position);
    /// A stub moved, which does only for those on its cycle and comes before the full statement. Returns the groups that wait for less.
    std::vector<int> stub(Node node, int position, const std::vector<int>& cyclic);
    /// Takes nodes out of a group into one of their own, rooted at the first.
    int split(int g, const std::vector<Node>& nodes);

    /// Groups on a cycle, in order of rank.
    std::vector<int> cyclic() const;
    /// One cycle, as "drop view a before drop table b, ...".
    std::string cycle() const;

private:
    void join(Node node, Node root);
    void count();
    void recount(int g);
    bool came(Node before, Node node) const;
    void release(Node node, int position, const std::vector<int>* cyclic, std::vector<int>& freed);
    std::pair<int, std::string> next_on_cycle(int g, const std::set<int>& cyclic) const;
    bool is_strong(Node before, Node after) const;
    std::string words_of(Node node) const;

    const Fates& fates_;
    const MoveGraph graph_;
    std::map<const Kind*, int> kind_rank_;
    std::vector<Group> groups_;
    std::vector<int> group_of_;  ///< by node; -1: nothing happens
    std::vector<int> pending_;   ///< by node: nodes of other groups that must come first and have not
    std::vector<int> moved_;     ///< by node: position of its move; -1: not yet
    std::map<Node, std::vector<int>> came_first_;
    std::set<Node> stubbed_;
    std::set<std::pair<Node, Node>> released_;  ///< stubs with what they let go
};

}  // namespace plumb::diff

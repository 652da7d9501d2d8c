// The order of steps.
#include "diff/order.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "diff/groups.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

class Scheduler {
public:
    explicit Scheduler(const Fates& fates) : fates_(fates), groups_(fates), graph_(groups_.graph()), left_(groups_.size()) {
        for (int g = 0; g < groups_.size(); ++g)
            if (is_shell(g)) shells_.push_back(g);
    }

    Order run() {
        find_last();
        for (int g = 0; g < groups_.size(); ++g)
            if (!groups_[g].last) offer(g);
        for (left_ -= static_cast<int>(last_.size()); left_ > 0 || !last_.empty();) {
            if (left_ == 0) {
                auto late = std::exchange(last_, {});
                left_ = static_cast<int>(late.size());
                for (int g : late) offer(g);
            }
            if (int g = take(ready_, [&](const Group& group) { return group.strong == 0 && group.weak == 0; }); g >= 0) finish(g);
            else if (g = take(wished_, [&](const Group& group) { return group.strong == 0; }); g >= 0) finish(g);
            else if (make_shell()) continue;
            else if (g = take(partial_, [&](const Group& group) { return group.deed == Deed::create && !groups_.is_blocked(group.root); }); g >= 0)
                finish_ready_part(g);
            else if (!drop_one_part() && !make_stub() && !make_way()) {
                if (!force()) throw Error("no order of steps exists: " + groups_.cycle(), {}, "this is a fault of Plumb; please report it with both schemas");
                return std::move(order_);
            }
        }
        return std::move(order_);
    }

private:
    using Entry = std::pair<Groups::Rank, int>;
    using Heap = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

    Deed deed(Node node) const { return graph_.deed(node); }
    Index object(Node node) const { return graph_.object(node); }

    /// What is said about something that comes last comes after that. Anything may go by the name of a role until it does.
    bool is_last(int g) const {
        const Kind& kind = *groups_.root(g).kind;
        const bool goes = groups_[g].deed == Deed::drop;
        if (goes && kind.used) return true;
        return (kind.last || groups_.whole(g).last) && !(goes && kind.fires_on);
    }

    /// With all that waits for them.
    void find_last() {
        auto add = [&](int g) {
            groups_[g].last = true;
            last_.push_back(g);
        };
        for (int g = 0; g < groups_.size(); ++g)
            if (is_last(g)) add(g);
        for (std::size_t i = 0; i < last_.size(); ++i)
            for (Node node : groups_[last_[i]].members)
                for (auto [after, weak] : graph_.after(node))
                    if (int g = groups_.of(after); !weak && !groups_[g].last) add(g);
    }

    void offer(int g) {
        const Group& group = groups_[g];
        if (group.done || (group.last && !last_.empty())) return;
        Entry entry{groups_.rank(g), g};
        if (group.strong == 0 && group.weak == 0) ready_.push(entry);
        else if (group.strong == 0) wished_.push(entry);
        else if (group.deed == Deed::create && group.members.size() > 1 && !groups_.is_blocked(group.root)) partial_.push(entry);
    }

    /// The best group of a heap that is still as it was when it was offered; -1 when there is none.
    template <typename Fits>
    int take(Heap& heap, Fits fits) {
        while (!heap.empty()) {
            int g = heap.top().second;
            heap.pop();
            if (!groups_[g].done && fits(groups_[g])) return g;
        }
        return -1;
    }

    void finish(int g) {
        Group& group = groups_[g];
        const int position = static_cast<int>(order_.moves.size());
        Move move{group.deed, object(group.root), {}, {}};
        std::set<int> after;
        for (Node node : group.members) {
            if (node != group.root) move.parts.push_back(object(node));
            for (int before : groups_.came_first(node)) after.insert(before);
        }
        groups_.sort(group.deed, move.parts);
        move.after.assign(after.begin(), after.end());
        order_.moves.push_back(std::move(move));
        group.done = true;
        --left_;
        for (int freed : groups_.move(group.members, position)) offer(freed);
    }

    int split(int g, const std::vector<Node>& nodes) {
        ++left_;
        return groups_.split(g, nodes);
    }

    /// Makes a whole with those parts that can come now; each other part becomes a group with the parts made inside it.
    void finish_ready_part(int g) {
        std::set<Node> late;
        for (Node node : groups_[g].members)
            if (groups_.is_blocked(node)) late.insert(node);
        for (bool grew = true; grew;) {  // what is made inside a late part, or needs one, is late too
            grew = false;
            for (Node node : groups_[g].members)
                if (!late.contains(node) && needs_any(node, late)) grew = late.insert(node).second;
        }
        std::map<Node, std::vector<Node>> subtrees;
        for (Node node : groups_[g].members)
            if (late.contains(node)) subtrees[top(node, late)].push_back(node);
        for (auto& [head, nodes] : subtrees) {
            std::ranges::sort(nodes, [head = head](Node a, Node b) { return std::tuple(a != head, a) < std::tuple(b != head, b); });
            split(g, nodes);
        }
        finish(g);
        for (int fresh = 0; fresh < groups_.size(); ++fresh)
            if (!groups_[fresh].done && groups_[fresh].strong == 0 && groups_[fresh].deed == Deed::create) offer(fresh);
    }

    bool needs_any(Node node, const std::set<Node>& late) const {
        return std::ranges::any_of(fates_.to_links.references(object(node)), [&](const Links::Link& link) {
            return link.type != 'w' && link.type != 'd' && late.contains(graph_.create(link.other));
        });
    }

    /// The outermost late node that this one is made inside.
    Node top(Node node, const std::set<Node>& late) const {
        for (;;) {
            Index whole = fates_.to.objects[object(node)].whole;
            if (whole == none || !late.contains(graph_.create(whole))) return node;
            node = graph_.create(whole);
        }
    }

    /// A part whose drop is folded into that of its whole goes first when it ties the whole to something else that is going.
    bool drop_one_part() {
        auto in_cycle = groups_.cyclic();
        std::set<int> cyclic(in_cycle.begin(), in_cycle.end());
        for (int g : in_cycle) {
            if (groups_[g].deed != Deed::drop) continue;
            for (Node node : groups_[g].members) {
                if (node == groups_[g].root || !graph_.object_of(node).kind->drop || !ties(node, g, cyclic)) continue;
                auto nodes = taken_along(node, g);
                if (!free_of_others(nodes)) continue;
                int fresh = split(g, nodes);
                offer(g);
                finish(fresh);
                return true;
            }
        }
        return false;
    }

    bool ties(Node node, int g, const std::set<int>& cyclic) const {
        return std::ranges::any_of(graph_.after(node), [&](const auto& next) {
            int other = groups_.of(next.first);
            return other != g && !groups_.is_moved(next.first) && cyclic.contains(other);
        });
    }

    /// Whether nothing that has not moved yet must come before these nodes.
    bool free_of_others(const std::vector<Node>& nodes) const {
        std::set<Node> own(nodes.begin(), nodes.end());
        return std::ranges::all_of(groups_.predecessors(own), [&](Node before) { return groups_.is_moved(before) || own.contains(before); });
    }

    std::vector<Node> taken_along(Node node, int g) const {
        std::vector<Node> out{node};
        for (Node other : groups_[g].members) {
            if (other == node) continue;
            for (Index i = object(other); i != none; i = graph_.taken_by(i))
                if (graph_.drop(i) == node) {
                    out.push_back(other);
                    break;
                }
        }
        return out;
    }

    /// Breaks a cycle of definitions by a first version without dependencies.
    bool make_stub() {
        auto in_cycle = groups_.cyclic();
        for (int g : in_cycle) {
            const Group& group = groups_[g];
            if (group.deed == Deed::alter || group.deed == Deed::aside || groups_.is_stubbed(group.root)) continue;
            const Object& root = groups_.root(g);
            const char* pattern = group.deed == Deed::drop ? root.kind->hollow : root.kind->stub;
            if (!pattern || render(pattern, root).empty() || (group.deed == Deed::drop && (root.holds_data || !lets_go(group.root, in_cycle)))) continue;
            if (group.deed == Deed::create && std::ranges::any_of(groups_.waits_for(group.root), [&](Node before) { return deed(before) == Deed::drop; }))
                continue;
            stub(g, in_cycle);
            return true;
        }
        return false;
    }

    bool lets_go(Node old, const std::vector<int>& cyclic) const {
        return std::ranges::any_of(graph_.after(old), [&](const auto& next) {
            return !groups_.is_moved(next.first) && std::ranges::count(cyclic, groups_.of(next.first)) > 0 && !groups_.keeps_waiting(old, next.first);
        });
    }

    /// What holds rows and waits for what can only come once the old one has gone lets go of that one first.
    bool make_way() {
        auto in_cycle = groups_.cyclic();
        for (int g : in_cycle) {
            const Node root = groups_[g].root;
            const Object& object = groups_.root(g);
            if (groups_[g].deed != Deed::alter || groups_.is_stubbed(root) || !(object.holds_data || object.origin != none)) continue;
            if (!object.kind->hollow || render(object.kind->hollow, object).empty()) continue;
            if (std::ranges::any_of(groups_.waits_for(root), [&](Node before) { return deed(before) != Deed::create && !groups_.is_stubbed(before); })) continue;
            stub(g, in_cycle);
            return true;
        }
        return false;
    }

    void stub(int g, const std::vector<int>& cyclic) {
        Group& group = groups_[g];
        const bool old = group.deed == Deed::drop || group.deed == Deed::alter;
        const int position = static_cast<int>(order_.moves.size());
        order_.moves.push_back({old ? Deed::hollow : Deed::stub, object(group.root), {}, {}});
        group.deed = group.deed == Deed::create ? Deed::unstub : group.deed;
        for (int freed : groups_.stub(group.root, position, cyclic)) offer(freed);
    }

    /// A stub for what waits for nothing but those that will go with it, as a type does for its functions.
    bool make_shell() {
        for (int g : shells_) {
            const Node root = groups_[g].root;
            if (groups_[g].done || groups_.is_stubbed(root)) continue;
            std::vector<int> own;
            for (const auto& link : fates_.to_links.dependents(object(root)))
                if (link.type == 'd' && fates_.made(link.other)) own.push_back(groups_.of(graph_.create(link.other)));
            if (std::ranges::any_of(groups_.waits_for(root), [&](Node before) { return std::ranges::count(own, groups_.of(before)) == 0; })) continue;
            stub(g, own);
            return true;
        }
        return false;
    }

    bool is_shell(int g) const {
        return groups_[g].deed == Deed::create && groups_.root(g).kind->stub &&
               std::ranges::any_of(fates_.to_links.dependents(object(groups_[g].root)), [](const Links::Link& link) { return link.type == 'd'; });
    }

    /// Where an object could be altered but no order allows it, it is replaced instead, unless that loses rows.
    bool force() {
        for (int g : groups_.cyclic()) {
            const Group& group = groups_[g];
            const Object& root = groups_.root(g);
            bool replaceable = group.deed == Deed::alter && !root.holds_data && (root.origin == none || !reaches_heirs(root));
            bool in_the_way = group.deed == Deed::drop && root.kind->step_aside && !fates_.of(object(group.root)).aside;
            if (!replaceable && !in_the_way) continue;
            (replaceable ? order_.to_force.replaced : order_.to_force.aside).insert(object(group.root));
            return true;
        }
        return false;
    }

    const Fates& fates_;
    Groups groups_;
    const MoveGraph& graph_;
    Heap ready_, wished_, partial_;
    std::vector<int> shells_;  ///< groups whose first version is for what goes with them
    std::vector<int> last_;    ///< groups that wait until all others are done
    int left_;                 ///< groups that are not done, without those of last_
    Order order_;
};

}  // namespace

Order order(const Fates& fates) { return Scheduler(fates).run(); }

}  // namespace plumb::diff

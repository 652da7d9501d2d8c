// The order of steps.
#include "diff/order.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <functional>
#include <map>
#include <queue>
#include <utility>

#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// Priority of a group: the smallest comes first among those that could.
using Rank = std::tuple<int, int, Index>;

struct Group {
    Deed deed;
    Node root;
    std::vector<Node> members;  ///< with the root
    int strong = 0;             ///< moves of other groups that must come first and have not
    int weak = 0;               ///< moves that would better come first
    bool last = false;          ///< it waits until all others are done
    bool done = false;
};

class Scheduler {
public:
    explicit Scheduler(const Fates& fates)
        : fates_(fates), graph_(fates), group_of_(graph_.size(), -1), pending_(graph_.size(), 0), moved_(graph_.size(), -1) {
        int rank = 0;
        for (const Kind* kind : kinds()) kind_rank_[kind] = rank++;
        for (auto [node, root] : graph_.nodes()) join(node, root);
        for (int g = 0; g < static_cast<int>(groups_.size()); ++g)
            if (is_shell(groups_[g])) shells_.push_back(g);
        left_ = static_cast<int>(groups_.size());
        count();
    }

    Order run() {
        find_last();
        for (int g = 0; g < static_cast<int>(groups_.size()); ++g)
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
            else if (g = take(partial_, [&](const Group& group) { return group.deed == Deed::create && pending_[group.root] == 0; }); g >= 0)
                finish_ready_part(g);
            else if (!drop_one_part() && !make_stub() && !make_way()) {
                if (!force()) throw Error("no order of steps exists: " + cycle(), {}, "this is a fault of Plumb; please report it with both schemas");
                return std::move(order_);
            }
        }
        return std::move(order_);
    }

private:
    Deed deed(Node node) const { return graph_.deed(node); }
    Index object(Node node) const { return graph_.object(node); }
    const Object& object_of(Node node) const { return graph_.object_of(node); }

    void join(Node node, Node root) {
        if (group_of_[root] < 0) {
            group_of_[root] = static_cast<int>(groups_.size());
            groups_.push_back({deed(root), root, {root}});
        }
        if (node == root) return;
        group_of_[node] = group_of_[root];
        groups_[group_of_[root]].members.push_back(node);
    }

    void count() {
        for (Node node = 0; node < graph_.size(); ++node)
            for (auto [after, weak] : graph_.after(node)) {
                int g = group_of_[after];
                if (g == group_of_[node]) continue;
                (weak ? groups_[g].weak : groups_[g].strong)++;
                if (!weak) pending_[after]++;
            }
    }

    Rank rank(const Group& group) const {
        int kind = kind_rank_.at(object_of(group.root).kind);
        if (is_shared(group) && group.deed != Deed::drop) return {-3, kind, deed(group.root) == Deed::create ? object(group.root) : fates_.of(object(group.root)).counterpart};
        if (group.deed == Deed::drop && object_of(group.root).kind->fires_on) return {-2, kind, object(group.root)};
        if (group.deed == Deed::drop) return {1, -kind, object(group.root)};
        if (group.deed == Deed::alter && commits_after(fates_, object(group.root))) return {-1, kind, fates_.of(object(group.root)).counterpart};
        return {0, kind, deed(group.root) == Deed::create ? object(group.root) : fates_.of(object(group.root)).counterpart};
    }

    const Kind& whole_of(const Group& group) const {
        const Catalog& catalog = deed(group.root) == Deed::create ? fates_.to : fates_.from;
        return *catalog.objects[catalog.root(object(group.root))].kind;
    }

    /// Roles come before all that may go by their names.
    bool is_shared(const Group& group) const { return whole_of(group).shared != Shared::no; }

    /// What is said about something that comes last comes after that. Anything may go by the name of a role until it does.
    bool is_last(const Group& group) const {
        const Kind& whole = whole_of(group);
        if (group.deed == Deed::drop && object_of(group.root).kind->used) return true;
        bool first = group.deed == Deed::drop && object_of(group.root).kind->fires_on;
        return (object_of(group.root).kind->last || whole.last) && !first;
    }

    /// With all that waits for them.
    void find_last() {
        for (int g = 0; g < static_cast<int>(groups_.size()); ++g)
            if (is_last(groups_[g])) last_.push_back(g), groups_[g].last = true;
        for (std::size_t i = 0; i < last_.size(); ++i)
            for (Node node : groups_[last_[i]].members)
                for (auto [after, weak] : graph_.after(node))
                    if (int g = group_of_[after]; !weak && !groups_[g].last) last_.push_back(g), groups_[g].last = true;
    }

    using Entry = std::pair<Rank, int>;
    using Heap = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

    void offer(int g) {
        const Group& group = groups_[g];
        if (group.done || (group.last && !last_.empty())) return;
        Entry entry{rank(group), g};
        if (group.strong == 0 && group.weak == 0) ready_.push(entry);
        else if (group.strong == 0) wished_.push(entry);
        else if (group.deed == Deed::create && group.members.size() > 1 && pending_[group.root] == 0) partial_.push(entry);
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
        emit(groups_[g].deed, g, groups_[g].root, groups_[g].members);
        groups_[g].done = true;
        --left_;
    }

    void emit(Deed deed, int g, Node root, const std::vector<Node>& members) {
        Move move{deed, object(root), {}, {}};
        std::set<int> after;
        for (Node node : members) {
            if (node != root) move.parts.push_back(object(node));
            for (int before : came_first_[node]) after.insert(before);
        }
        std::ranges::sort(move.parts, [&](Index a, Index b) {
            const auto& objects = deed == Deed::drop ? fates_.from.objects : fates_.to.objects;
            return std::tuple(kind_rank_.at(objects[a].kind), a) < std::tuple(kind_rank_.at(objects[b].kind), b);
        });
        int position = static_cast<int>(order_.moves.size());
        after.erase(position);
        move.after.assign(after.begin(), after.end());
        order_.moves.push_back(std::move(move));
        for (Node node : members) moved_[node] = position;
        for (Node node : members) release(node, g, position);
    }

    /// What follows a node is released once; a stub, which does for those on its cycle only, comes before the full statement.
    void release(Node node, int g, int position, const std::vector<int>* cyclic = nullptr) {
        std::set<std::pair<Node, Node>> early;
        for (auto [after, weak] : graph_.after(node)) {
            int other = group_of_[after];
            if (released_.contains({node, after}) || (cyclic && std::ranges::count(*cyclic, other) == 0)) continue;
            if (cyclic && keeps_waiting(node, after)) continue;
            if (cyclic) early.emplace(node, after);
            if (!weak) came_first_[after].push_back(position);
            if (other == g) continue;
            (weak ? groups_[other].weak : groups_[other].strong)--;
            if (!weak) pending_[after]--;
            offer(other);
        }
        released_.merge(early);
    }

    /// What has lost its content still has its name.
    bool keeps_waiting(Node old, Node after) const { return deed(old) != Deed::create && deed(after) == Deed::create; }

    bool lets_go(Node old, const std::vector<int>& cyclic) const {
        return std::ranges::any_of(graph_.after(old), [&](const auto& next) {
            return moved_[next.first] < 0 && std::ranges::count(cyclic, group_of_[next.first]) > 0 && !keeps_waiting(old, next.first);
        });
    }

    /// Whether what must come before a node has come as far as that needs.
    bool came(Node before, Node node) const {
        return moved_[before] >= 0 && (!stubbed_.contains(before) || groups_[group_of_[before]].done || released_.contains({before, node}));
    }

    /// Takes nodes out of a group into one of their own, rooted at the first.
    int split(int g, const std::vector<Node>& nodes) {
        int fresh = static_cast<int>(groups_.size());
        std::set<Node> moving(nodes.begin(), nodes.end());
        groups_.push_back({.deed = groups_[g].deed, .root = nodes.front(), .members = nodes, .last = groups_[g].last});
        ++left_;
        std::erase_if(groups_[g].members, [&](Node node) { return moving.contains(node); });
        for (Node node : nodes) group_of_[node] = fresh;
        recount(g);
        recount(fresh);
        return fresh;
    }

    /// Counts again what a group waits for, after its members changed.
    void recount(int g) {
        auto& group = groups_[g];
        group.strong = group.weak = 0;
        std::set<Node> members(group.members.begin(), group.members.end());
        for (Node node : group.members) pending_[node] = 0;
        for (Node before : predecessors(members)) {
            if (members.contains(before)) continue;
            for (auto [after, weak] : graph_.after(before)) {
                if (!members.contains(after) || came(before, after)) continue;
                (weak ? group.weak : group.strong)++;
                if (!weak) pending_[after]++;
            }
        }
    }

    std::set<Node> predecessors(const std::set<Node>& members) const {
        std::set<Node> out;
        for (Node node : members) out.insert(graph_.before(node).begin(), graph_.before(node).end());
        return out;
    }

    /// Makes a whole with those parts that can come now; each other part becomes a group with the parts made inside it.
    void finish_ready_part(int g) {
        std::set<Node> late;
        for (Node node : groups_[g].members)
            if (pending_[node] > 0) late.insert(node);
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
        recount(g);
        finish(g);
        for (int fresh = 0; fresh < static_cast<int>(groups_.size()); ++fresh)
            if (!groups_[fresh].done && groups_[fresh].strong == 0 && groups_[fresh].deed == Deed::create) offer(fresh);
    }

    bool needs_any(Node node, const std::set<Node>& late) const {
        for (const auto& link : fates_.to_links.references(object(node)))
            if (link.type != 'w' && link.type != 'd' && late.contains(graph_.create(link.other))) return true;
        return false;
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
        auto in_cycle = cyclic_groups();
        std::set<int> cyclic(in_cycle.begin(), in_cycle.end());
        for (int g : in_cycle) {
            if (groups_[g].deed != Deed::drop) continue;
            for (Node node : groups_[g].members) {
                if (node == groups_[g].root || !object_of(node).kind->drop || !ties(node, g, cyclic)) continue;
                auto nodes = taken_along(node, g);
                if (!free_of_others(nodes)) continue;
                split(g, nodes);
                int fresh = group_of_[node];
                offer(g);
                finish(fresh);
                return true;
            }
        }
        return false;
    }

    bool ties(Node node, int g, const std::set<int>& cyclic) const {
        return std::ranges::any_of(graph_.after(node), [&](const auto& next) {
            return group_of_[next.first] != g && moved_[next.first] < 0 && cyclic.contains(group_of_[next.first]);
        });
    }

    /// Whether nothing that has not moved yet must come before these nodes.
    bool free_of_others(const std::vector<Node>& nodes) const {
        std::set<Node> own(nodes.begin(), nodes.end());
        return std::ranges::all_of(predecessors(own), [&](Node before) { return moved_[before] >= 0 || own.contains(before); });
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
        auto in_cycle = cyclic_groups();
        for (int g : in_cycle) {
            Group& group = groups_[g];
            if (group.deed == Deed::alter || group.deed == Deed::aside || stubbed_.contains(group.root)) continue;
            const Object& root = object_of(group.root);
            const char* pattern = group.deed == Deed::drop ? root.kind->hollow : root.kind->stub;
            if (!pattern || render(pattern, root).empty() || (group.deed == Deed::drop && (root.holds_data || !lets_go(group.root, in_cycle)))) continue;
            if (group.deed == Deed::create && std::ranges::any_of(waits_for(group.root), [&](Node before) { return deed(before) == Deed::drop; }))
                continue;
            stub(g, in_cycle);
            return true;
        }
        return false;
    }

    /// What holds rows and waits for what can only come once the old one has gone lets go of that one first.
    bool make_way() {
        auto in_cycle = cyclic_groups();
        for (int g : in_cycle) {
            Node root = groups_[g].root;
            const Object& object = object_of(root);
            if (groups_[g].deed != Deed::alter || stubbed_.contains(root) || !(object.holds_data || object.origin != none)) continue;
            if (!object.kind->hollow || render(object.kind->hollow, object).empty()) continue;
            if (std::ranges::any_of(waits_for(root), [&](Node before) { return deed(before) != Deed::create && !stubbed_.contains(before); })) continue;
            stub(g, in_cycle);
            return true;
        }
        return false;
    }

    void stub(int g, const std::vector<int>& cyclic) {
        Group& group = groups_[g];
        stubbed_.insert(group.root);
        bool old = group.deed == Deed::drop || group.deed == Deed::alter;
        order_.moves.push_back({old ? Deed::hollow : Deed::stub, object(group.root), {}, {}});
        group.deed = group.deed == Deed::create ? Deed::unstub : group.deed;
        moved_[group.root] = static_cast<int>(order_.moves.size()) - 1;
        release(group.root, g, moved_[group.root], &cyclic);
    }

    /// A stub for what waits for nothing but those that will go with it, as a type does for its functions.
    bool make_shell() {
        for (int g : shells_) {
            Node root = groups_[g].root;
            if (groups_[g].done || stubbed_.contains(root)) continue;
            std::vector<int> own;
            for (const auto& link : fates_.to_links.dependents(object(root)))
                if (link.type == 'd' && fates_.made(link.other)) own.push_back(group_of_[graph_.create(link.other)]);
            if (std::ranges::any_of(waits_for(root), [&](Node before) { return std::ranges::count(own, group_of_[before]) == 0; })) continue;
            stub(g, own);
            return true;
        }
        return false;
    }

    bool is_shell(const Group& group) const {
        return group.deed == Deed::create && object_of(group.root).kind->stub &&
               std::ranges::any_of(fates_.to_links.dependents(object(group.root)), [](const Links::Link& link) { return link.type == 'd'; });
    }

    std::vector<Node> waits_for(Node node) const {
        std::vector<Node> out;
        for (Node before : predecessors({node}))
            if (!came(before, node)) out.push_back(before);
        return out;
    }

    /// Groups on a cycle, in order of rank.
    std::vector<int> cyclic_groups() {
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(groups_.size());
        for (Node node = 0; node < graph_.size(); ++node) {
            int g = group_of_[node];
            if (g < 0 || groups_[g].done) continue;
            for (auto [after, weak] : graph_.after(node))
                if (!weak && group_of_[after] != g && !groups_[group_of_[after]].done && !came(node, after)) boost::add_edge(g, group_of_[after], graph);
        }
        std::vector<int> component(groups_.size());
        boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
        std::map<int, int> sizes;
        for (int c : component) ++sizes[c];
        std::vector<int> out;
        for (int g = 0; g < static_cast<int>(groups_.size()); ++g)
            if (!groups_[g].done && sizes[component[g]] > 1) out.push_back(g);
        std::ranges::sort(out, [&](int a, int b) { return rank(groups_[a]) < rank(groups_[b]); });
        return out;
    }

    /// Where an object could be altered but no order allows it, it is replaced instead, unless that loses rows.
    bool force() {
        for (int g : cyclic_groups()) {
            const Group& group = groups_[g];
            const Object& root = object_of(group.root);
            bool replaceable = group.deed == Deed::alter && !root.holds_data && root.origin == none;
            bool in_the_way = group.deed == Deed::drop && root.kind->step_aside && !fates_.of(object(group.root)).aside;
            if (!replaceable && !in_the_way) continue;
            (replaceable ? order_.to_force.replaced : order_.to_force.aside).insert(object(group.root));
            return true;
        }
        return false;
    }

    /// One cycle, as "drop view a before drop table b, ...".
    std::string cycle() {
        auto in_cycle = cyclic_groups();
        std::set<int> cyclic(in_cycle.begin(), in_cycle.end());
        std::vector<int> path{in_cycle.at(0)};
        std::vector<std::string> words;
        for (;;) {
            auto [next, text] = next_on_cycle(path.back(), cyclic);
            words.push_back(text);
            auto seen = std::ranges::find(path, next);
            if (seen != path.end()) {
                std::string out;
                for (auto at = static_cast<std::size_t>(seen - path.begin()); at < words.size(); ++at) out += (out.empty() ? "" : ", ") + words[at];
                return out;
            }
            path.push_back(next);
        }
    }

    /// A group that must come before the given one, and has not.
    std::pair<int, std::string> next_on_cycle(int g, const std::set<int>& cyclic) {
        for (Node node : groups_[g].members)
            for (Node before : waits_for(node))
                if (int other = group_of_[before]; other != g && cyclic.contains(other) && is_strong(before, node))
                    return {other, words_of(node) + " after " + words_of(before)};
        return {g, words_of(groups_[g].root)};
    }

    bool is_strong(Node before, Node after) const {
        return std::ranges::any_of(graph_.after(before), [&](const auto& next) { return next.first == after && !next.second; });
    }

    std::string words_of(Node node) const {
        static constexpr std::array words{"drop", "alter", "rename", "create"};
        return std::string(words[static_cast<std::size_t>(deed(node))]) + " " + object_of(node).kind->name + " " + object_of(node).identity;
    }

    const Fates& fates_;
    const MoveGraph graph_;
    std::map<const Kind*, int> kind_rank_;
    std::vector<Group> groups_;
    std::vector<int> group_of_;                                  ///< by node; -1: nothing happens
    std::vector<int> pending_;                                    ///< by node: nodes of other groups that must come first and have not
    std::vector<int> moved_;                                      ///< by node: position of its move; -1: not yet
    std::map<Node, std::vector<int>> came_first_;
    std::set<Node> stubbed_;
    std::set<std::pair<Node, Node>> released_;                    ///< stubs with what they let go
    Heap ready_, wished_, partial_;
    std::vector<int> shells_;                                     ///< groups whose first version is for what goes with them
    std::vector<int> last_;                                       ///< groups that wait until all others are done
    int left_ = 0;                                                ///< groups that are not done, without those of last_
    Order order_;
};

}  // namespace

Order order(const Fates& fates) { return Scheduler(fates).run(); }

}  // namespace plumb::diff

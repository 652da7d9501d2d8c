// The order of steps.
#include "diff/order.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <functional>
#include <map>
#include <queue>
#include <unordered_map>
#include <utility>

#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

using Node = int;

/// Priority of a group: the smallest comes first among those that could.
using Rank = std::tuple<int, int, Index>;

struct Group {
    Deed deed;
    Node root;
    std::vector<Node> members;  ///< with the root
    int strong = 0;             ///< moves of other groups that must come first and have not
    int weak = 0;               ///< moves that would better come first
    bool done = false;
};

class Scheduler {
public:
    explicit Scheduler(const Fates& fates)
        : fates_(fates), from_size_(static_cast<int>(fates.from.objects.size())), to_size_(static_cast<int>(fates.to.objects.size())),
          size_(3 * from_size_ + to_size_), group_of_(size_, -1), successors_(size_), pending_(size_, 0), moved_(size_, -1) {
        int rank = 0;
        for (const Kind* kind : kinds()) kind_rank_[kind] = rank++;
        make_groups();
        order_by_dependencies();
        order_by_ties();
        order_by_choice();
        order_by_names();
        count();
    }

    Order run() {
        for (int g = 0; g < static_cast<int>(groups_.size()); ++g) is_last(groups_[g]) ? last_.push_back(g) : offer(g);
        for (left_ -= static_cast<int>(last_.size()); left_ > 0 || !last_.empty();) {
            if (left_ == 0) {
                auto late = std::exchange(last_, {});
                left_ = static_cast<int>(late.size());
                for (int g : late) offer(g);
            }
            if (int g = take(ready_, [&](const Group& group) { return group.strong == 0 && group.weak == 0; }); g >= 0) finish(g);
            else if (g = take(wished_, [&](const Group& group) { return group.strong == 0; }); g >= 0) finish(g);
            else if (g = take(partial_, [&](const Group& group) { return group.deed == Deed::create && pending_[group.root] == 0; }); g >= 0)
                finish_ready_part(g);
            else if (!drop_one_part() && !make_stub()) {
                if (!force()) throw Error("no order of steps exists: " + cycle(), {}, "this is a fault of Plumb; please report it with both schemas");
                return std::move(order_);
            }
        }
        return std::move(order_);
    }

private:
    Node drop(Index i) const { return i; }
    Node alter(Index i) const { return from_size_ + i; }
    Node aside(Index i) const { return 2 * from_size_ + i; }
    Node create(Index j) const { return 3 * from_size_ + j; }
    Deed deed(Node node) const {
        return node < from_size_ ? Deed::drop : node < 2 * from_size_ ? Deed::alter : node < 3 * from_size_ ? Deed::aside : Deed::create;
    }
    Index object(Node node) const { return node >= 3 * from_size_ ? node - 3 * from_size_ : node % from_size_; }
    const Object& object_of(Node node) const {
        return deed(node) == Deed::create ? fates_.to.objects[object(node)] : fates_.from.objects[object(node)];
    }

    // Groups

    void make_groups() {
        for (Index i = 0; i < from_size_; ++i) {
            if (fates_.gone(i)) join(drop(i), drop_root(i));
            if (fates_.altered(i)) join(alter(i), alter(i));
            if (fates_.of(i).aside) join(aside(i), aside(i));
        }
        for (Index j = 0; j < to_size_; ++j)
            if (fates_.made(j)) join(create(j), create_root(j));
        left_ = static_cast<int>(groups_.size());
    }

    void join(Node node, Node root) {
        if (group_of_[root] < 0) {
            group_of_[root] = static_cast<int>(groups_.size());
            groups_.push_back({deed(root), root, {root}});
        }
        if (node == root) return;
        group_of_[node] = group_of_[root];
        groups_[group_of_[root]].members.push_back(node);
    }

    /// What takes this object along when it is dropped; itself when nothing does.
    Index taken_by(Index i) const {
        const Object& object = fates_.from.objects[i];
        if (object.whole != none && fates_.gone(object.whole)) return object.whole;
        if (object.kind->ties) return none;
        if (object.origin != none && fates_.gone(object.origin) && !fates_.of(object.origin).leaves_heirs) return object.origin;
        for (const auto& link : fates_.from_links.references(i))
            if (std::string_view("aidPS").find(link.type) != std::string_view::npos && fates_.gone(link.other)) return link.other;
        return none;
    }

    Node drop_root(Index i) const {
        for (int depth = 0; depth < 32; ++depth) {
            Index taker = taken_by(i);
            if (taker == none) break;
            i = taker;
        }
        return drop(i);
    }

    Node create_root(Index j) const {
        for (;;) {
            const Object& object = fates_.to.objects[j];
            bool with_whole = object.whole != none && fates_.made(object.whole);
            if (with_whole && made_inside(object)) j = object.whole;
            else if (with_whole && object.apart) return create(j);
            else if (object.origin != none && fates_.made(object.origin)) j = object.origin;
            else return create(j);
        }
    }

    /// Whether the CREATE of the whole makes the object. An inherited part without a text of its own comes with its origin,
    /// and has no text that could take up what is made inside it.
    bool made_inside(const Object& object) const {
        if (!object.kind->inside || object.apart) return false;
        const Object& whole = fates_.to.objects[object.whole];
        if (object.origin != none || !*object.kind->inside) return true;
        bool takes_parts = std::string_view(whole.kind->create).find("{+}") != std::string_view::npos ||
                           (whole.kind->inside && std::string_view(whole.kind->inside).find("{+}") != std::string_view::npos);
        if (!takes_parts) return false;
        bool whole_has_text = whole.origin == none || !whole.kind->inside || !render(whole.kind->inside, whole).empty();
        return whole_has_text && !render(object.kind->inside, object).empty();
    }

    // Edges

    void edge(Node before, Node after, bool weak = false) {
        if (before != after) successors_[before].push_back({after, weak});
    }

    void order_by_dependencies() {
        for (const auto& [dependent, referenced, type] : fates_.from.dependencies) {
            if (type == 'w' || type == 'd' || type == 'o') continue;
            bool gone = fates_.gone(dependent), altered = fates_.altered(dependent);
            if (gone && fates_.gone(referenced)) edge(drop(dependent), drop(referenced));
            // What is made again must not find what it leaned on before, such as the old key behind a foreign key.
            if (fates_.of(dependent).fate == Fate::replaced && fates_.gone(referenced) && !fates_.of(referenced).aside)
                edge(drop(referenced), create(fates_.of(dependent).counterpart));
            if (gone && fates_.altered(referenced)) edge(drop(dependent), alter(referenced));
            if (gone && fates_.of(referenced).aside) edge(drop(dependent), aside(referenced));
            if (altered && fates_.gone(referenced)) edge(alter(dependent), drop(referenced));
            if (altered && fates_.altered(referenced) &&
                !fates_.to_links.needs(fates_.of(dependent).counterpart, fates_.of(referenced).counterpart))
                edge(alter(dependent), alter(referenced));
        }
        for (const auto& [dependent, referenced, type] : fates_.to.dependencies) {
            if (type == 'd' || type == 'P' || type == 'S') continue;  // a partition's index is made on its own and attached
            bool weak = type == 'w';
            Index old_dependent = fates_.old_of(dependent), old_referenced = fates_.old_of(referenced);
            bool made = fates_.made(dependent), altered = old_dependent != none && fates_.altered(old_dependent);
            bool changes = old_referenced != none && fates_.altered(old_referenced);
            if (made && fates_.made(referenced)) edge(create(referenced), create(dependent), weak);
            if (made && changes) edge(alter(old_referenced), create(dependent), weak);
            if (altered && fates_.made(referenced)) edge(create(referenced), alter(old_dependent), weak);
            if (altered && changes) edge(alter(old_referenced), alter(old_dependent), weak);
        }
    }

    /// What leaves another object leaves before that gets new parts, which it would get too; what joins one joins after old parts went.
    void order_by_ties() {
        for (Index i = 0; i < from_size_; ++i)
            if (fates_.gone(i) && fates_.from.objects[i].kind->ties)
                for (Index part : parts_of_tied(fates_.from, fates_.from_links, i, [&](Index other) { return fates_.of(other).counterpart; }, fates_.to, fates_.to_links))
                    if (fates_.made(part)) edge(drop(i), create(part));
        for (Index i = 0; i < from_size_; ++i)
            if (fates_.gone(i) && fates_.from.objects[i].kind->ties)
                for (const auto& link : fates_.from_links.references(i))
                    if (link.type == 'a' && link.other != fates_.from.objects[i].whole && !fates_.gone(link.other))
                        for (const auto& part : fates_.from_links.dependents(link.other))
                            if (fates_.from.objects[part.other].whole == link.other && fates_.gone(part.other)) edge(drop(i), drop(part.other));
        for (Index j = 0; j < to_size_; ++j)
            if (fates_.made(j) && fates_.to.objects[j].kind->ties)
                for (Index part : parts_of_tied(fates_.to, fates_.to_links, j, [&](Index other) { return fates_.old_of(other); }, fates_.from, fates_.from_links))
                    if (fates_.gone(part)) edge(drop(part), create(j));
    }

    /// The parts that the other catalog sees in what a tie ties its whole to.
    template <typename Counterpart>
    static std::vector<Index> parts_of_tied(const Catalog& catalog, const Links& links, Index tie, Counterpart counterpart, const Catalog& other, const Links& other_links) {
        std::vector<Index> out;
        for (const auto& link : links.references(tie)) {
            Index tied = link.type == 'a' && link.other != catalog.objects[tie].whole ? counterpart(link.other) : none;
            if (tied == none) continue;
            for (const auto& part : other_links.dependents(tied))
                if (other.objects[part.other].whole == tied) out.push_back(part.other);
        }
        return out;
    }

    /// A foreign key takes the first key that fits, so what is made must not find one that is going.
    void order_by_choice() {
        for (const auto& [dependent, referenced, type] : fates_.to.dependencies) {
            const Object& chosen = fates_.to.objects[referenced];
            if (!chosen.kind->chosen || !fates_.made(dependent) || chosen.whole == none || fates_.old_of(chosen.whole) == none) continue;
            for (const auto& link : fates_.from_links.dependents(fates_.old_of(chosen.whole)))
                if (fates_.from.objects[link.other].kind->chosen && fates_.gone(link.other))
                    edge(drop(link.other), create(dependent));
        }
    }

    /// A name must be free before it is taken, whatever the kinds.
    void order_by_names() {
        std::unordered_map<std::string_view, std::vector<Node>> freed;
        for (Index i = 0; i < from_size_; ++i) {
            if (leaves_slot(i)) freed[fates_.from.objects[i].slot].push_back(alter(i));
            if (!fates_.gone(i)) continue;
            Node node = fates_.of(i).aside ? aside(i) : drop(i);
            for (std::string_view name : taken_names(fates_.from.objects[i])) freed[name].push_back(node);
        }
        auto take = [&](std::string_view name, Node taker) {
            if (auto found = freed.find(name); !name.empty() && found != freed.end())
                for (Node node : found->second) edge(node, taker);
        };
        for (Index j = 0; j < to_size_; ++j) {
            if (Index old = fates_.old_of(j); old != none && leaves_slot(old)) take(fates_.to.objects[j].slot, alter(old));
            if (!fates_.made(j)) continue;
            for (std::string_view name : taken_names(fates_.to.objects[j])) take(name, create(j));
        }
    }

    /// Whether its change in place makes it leave one slot for another, as a new owner does.
    bool leaves_slot(Index i) const {
        return fates_.altered(i) && fates_.from.objects[i].slot != fates_.to.objects[fates_.of(i).counterpart].slot;
    }

    static std::array<std::string_view, 3> taken_names(const Object& object) { return {object.identity, object.occupies, object.slot}; }

    void count() {
        for (Node node = 0; node < size_; ++node)
            for (auto [after, weak] : successors_[node]) {
                int g = group_of_[after];
                if (g == group_of_[node]) continue;
                (weak ? groups_[g].weak : groups_[g].strong)++;
                if (!weak) pending_[after]++;
            }
    }

    // Scheduling

    Rank rank(const Group& group) const {
        int kind = kind_rank_.at(object_of(group.root).kind);
        if (group.deed == Deed::drop) return {1, -kind, object(group.root)};
        return {0, kind, deed(group.root) == Deed::create ? object(group.root) : fates_.of(object(group.root)).counterpart};
    }

    bool is_last(const Group& group) const { return object_of(group.root).kind->last; }

    using Entry = std::pair<Rank, int>;
    using Heap = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

    void offer(int g) {
        const Group& group = groups_[g];
        if (group.done || (is_last(group) && !last_.empty())) return;
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

    /// Every node is released once, even when a stub came before its full statement.
    void release(Node node, int g, int position) {
        if (released_.contains(node)) return;
        if (stubbed_.contains(node)) released_.insert(node);
        for (auto [after, weak] : successors_[node]) {
            int other = group_of_[after];
            if (!weak) came_first_[after].push_back(position);
            if (other == g) continue;
            (weak ? groups_[other].weak : groups_[other].strong)--;
            if (!weak) pending_[after]--;
            offer(other);
        }
    }

    /// Takes nodes out of a group into one of their own, rooted at the first.
    int split(int g, const std::vector<Node>& nodes) {
        int fresh = static_cast<int>(groups_.size());
        std::set<Node> moving(nodes.begin(), nodes.end());
        groups_.push_back({groups_[g].deed, nodes.front(), nodes});
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
            if (moved_[before] >= 0 || members.contains(before)) continue;
            for (auto [after, weak] : successors_[before]) {
                if (!members.contains(after)) continue;
                (weak ? group.weak : group.strong)++;
                if (!weak) pending_[after]++;
            }
        }
    }

    std::set<Node> predecessors(const std::set<Node>& members) {
        if (predecessors_.empty()) {
            predecessors_.resize(size_);
            for (Node node = 0; node < size_; ++node)
                for (auto [after, weak] : successors_[node]) predecessors_[after].push_back(node);
        }
        std::set<Node> out;
        for (Node node : members) out.insert(predecessors_[node].begin(), predecessors_[node].end());
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
            if (link.type != 'w' && link.type != 'd' && late.contains(create(link.other))) return true;
        return false;
    }

    /// The outermost late node that this one is made inside.
    Node top(Node node, const std::set<Node>& late) const {
        for (;;) {
            Index whole = fates_.to.objects[object(node)].whole;
            if (whole == none || !late.contains(create(whole))) return node;
            node = create(whole);
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
        return std::ranges::any_of(successors_[node], [&](const auto& next) {
            return group_of_[next.first] != g && moved_[next.first] < 0 && cyclic.contains(group_of_[next.first]);
        });
    }

    /// Whether nothing that has not moved yet must come before these nodes.
    bool free_of_others(const std::vector<Node>& nodes) {
        std::set<Node> own(nodes.begin(), nodes.end());
        return std::ranges::all_of(predecessors(own), [&](Node before) { return moved_[before] >= 0 || own.contains(before); });
    }

    std::vector<Node> taken_along(Node node, int g) const {
        std::vector<Node> out{node};
        for (Node other : groups_[g].members) {
            if (other == node) continue;
            for (Index i = object(other); i != none; i = taken_by(i))
                if (drop(i) == node) {
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
            if (group.deed == Deed::alter || group.deed == Deed::aside || !object_of(group.root).kind->stub || stubbed_.contains(group.root)) continue;
            if (group.deed == Deed::create && std::ranges::any_of(waits_for(group.root), [&](Node before) { return deed(before) == Deed::drop; }))
                continue;
            stubbed_.insert(group.root);
            order_.moves.push_back({group.deed == Deed::drop ? Deed::hollow : Deed::stub, object(group.root), {}, {}});
            group.deed = group.deed == Deed::create ? Deed::unstub : group.deed;
            moved_[group.root] = static_cast<int>(order_.moves.size()) - 1;
            release(group.root, g, moved_[group.root]);
            return true;
        }
        return false;
    }

    std::vector<Node> waits_for(Node node) {
        std::vector<Node> out;
        for (Node before : predecessors({node}))
            if (moved_[before] < 0) out.push_back(before);
        return out;
    }

    /// Groups on a cycle, in order of rank.
    std::vector<int> cyclic_groups() {
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(groups_.size());
        for (Node node = 0; node < size_; ++node) {
            int g = group_of_[node];
            if (g < 0 || groups_[g].done || moved_[node] >= 0) continue;
            for (auto [after, weak] : successors_[node])
                if (!weak && group_of_[after] != g && !groups_[group_of_[after]].done) boost::add_edge(g, group_of_[after], graph);
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
            if (group.deed != Deed::alter || object_of(group.root).holds_data) continue;
            order_.to_force.insert(object(group.root));
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
        return std::ranges::any_of(successors_[before], [&](const auto& next) { return next.first == after && !next.second; });
    }

    std::string words_of(Node node) const {
        static constexpr std::array words{"drop", "alter", "rename", "create"};
        return std::string(words[static_cast<std::size_t>(deed(node))]) + " " + object_of(node).kind->name + " " + object_of(node).identity;
    }

    const Fates& fates_;
    const int from_size_, to_size_, size_;
    std::map<const Kind*, int> kind_rank_;
    std::vector<Group> groups_;
    std::vector<int> group_of_;                                  ///< by node; -1: nothing happens
    std::vector<std::vector<std::pair<Node, bool>>> successors_;  ///< by node: who comes after, and whether it is only wished
    std::vector<std::vector<Node>> predecessors_;                 ///< made when first needed
    std::vector<int> pending_;                                    ///< by node: nodes of other groups that must come first and have not
    std::vector<int> moved_;                                      ///< by node: position of its move; -1: not yet
    std::map<Node, std::vector<int>> came_first_;
    std::set<Node> stubbed_, released_;
    Heap ready_, wished_, partial_;
    std::vector<int> last_;                                       ///< groups that wait until all others are done
    int left_ = 0;                                                ///< groups that are not done, without those of last_
    Order order_;
};

}  // namespace

Order order(const Fates& fates) { return Scheduler(fates).run(); }

}  // namespace plumb::diff

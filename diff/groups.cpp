// The moves of a graph in groups.
#include "diff/groups.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

namespace plumb::diff {

Groups::Groups(const Fates& fates)
    : fates_(fates), graph_(fates), group_of_(graph_.size(), -1), pending_(graph_.size(), 0), moved_(graph_.size(), -1) {
    int rank = 0;
    for (const Kind* kind : kinds()) kind_rank_[kind] = rank++;
    for (auto [node, root] : graph_.nodes()) join(node, root);
    count();
}

void Groups::join(Node node, Node root) {
    if (group_of_[root] < 0) {
        group_of_[root] = size();
        groups_.push_back({graph_.deed(root), root, {root}});
    }
    if (node == root) return;
    group_of_[node] = group_of_[root];
    groups_[group_of_[root]].members.push_back(node);
}

void Groups::count() {
    for (Node node = 0; node < graph_.size(); ++node)
        for (auto [after, weak] : graph_.after(node)) {
            int g = group_of_[after];
            if (g == group_of_[node]) continue;
            (weak ? groups_[g].weak : groups_[g].strong)++;
            if (!weak) pending_[after]++;
        }
}

const Kind& Groups::whole(int g) const {
    const Node root = groups_[g].root;
    const Catalog& catalog = graph_.is_new(root) ? fates_.to : fates_.from;
    return *catalog.objects[catalog.root(graph_.object(root))].kind;
}

Groups::Rank Groups::rank(int g) const {
    const Group& group = groups_[g];
    const Index object = graph_.object(group.root);
    const Kind* kind = root(g).kind;
    const int rank = kind_rank_.at(kind);
    if (group.deed == Deed::drop) return kind->fires_on ? Rank{-2, rank, object} : Rank{1, -rank, object};
    const Index after = graph_.is_new(group.root) ? object : fates_.of(object).counterpart;
    // Roles come before all that may go by their names.
    if (whole(g).shared != Shared::no) return {-3, rank, after};
    return {group.deed == Deed::alter && commits_after(fates_, object) ? -1 : 0, rank, after};
}

void Groups::sort(Deed deed, std::vector<Index>& parts) const {
    const auto& objects = deed == Deed::drop ? fates_.from.objects : fates_.to.objects;
    auto place = [&](Index part) { return std::pair(kind_rank_.at(objects[part].kind), part); };
    std::ranges::sort(parts, {}, place);
}

std::vector<int> Groups::move(const std::vector<Node>& nodes, int position) {
    std::vector<int> freed;
    for (Node node : nodes) moved_[node] = position;
    for (Node node : nodes) release(node, position, nullptr, freed);
    return freed;
}

std::vector<int> Groups::stub(Node node, int position, const std::vector<int>& cyclic) {
    std::vector<int> freed;
    stubbed_.insert(node);
    moved_[node] = position;
    release(node, position, &cyclic, freed);
    return freed;
}

/// What follows a node is released once.
void Groups::release(Node node, int position, const std::vector<int>* cyclic, std::vector<int>& freed) {
    std::set<std::pair<Node, Node>> early;
    for (auto [after, weak] : graph_.after(node)) {
        int other = group_of_[after];
        if (released_.contains({node, after}) || (cyclic && std::ranges::count(*cyclic, other) == 0)) continue;
        if (cyclic && keeps_waiting(node, after)) continue;
        if (cyclic) early.emplace(node, after);
        if (!weak) came_first_[after].push_back(position);
        if (other == group_of_[node]) continue;
        (weak ? groups_[other].weak : groups_[other].strong)--;
        if (!weak) pending_[after]--;
        freed.push_back(other);
    }
    released_.merge(early);
}

/// Whether what must come before a node has come as far as that needs.
bool Groups::came(Node before, Node node) const {
    return is_moved(before) && (!is_stubbed(before) || groups_[group_of_[before]].done || released_.contains({before, node}));
}

int Groups::split(int g, const std::vector<Node>& nodes) {
    int fresh = size();
    std::set<Node> moving(nodes.begin(), nodes.end());
    groups_.push_back({.deed = groups_[g].deed, .root = nodes.front(), .members = nodes, .last = groups_[g].last});
    std::erase_if(groups_[g].members, [&](Node node) { return moving.contains(node); });
    for (Node node : nodes) group_of_[node] = fresh;
    recount(g);
    recount(fresh);
    return fresh;
}

/// Counts again what a group waits for, after its members changed.
void Groups::recount(int g) {
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

std::set<Node> Groups::predecessors(const std::set<Node>& nodes) const {
    std::set<Node> out;
    for (Node node : nodes) out.insert(graph_.before(node).begin(), graph_.before(node).end());
    return out;
}

std::vector<Node> Groups::waits_for(Node node) const {
    std::vector<Node> out;
    for (Node before : predecessors({node}))
        if (!came(before, node)) out.push_back(before);
    return out;
}

std::vector<int> Groups::cyclic() const {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> waiting(groups_.size());
    for (Node node = 0; node < graph_.size(); ++node) {
        int g = group_of_[node];
        if (g < 0 || groups_[g].done) continue;
        for (auto [after, weak] : graph_.after(node))
            if (!weak && group_of_[after] != g && !groups_[group_of_[after]].done && !came(node, after)) boost::add_edge(g, group_of_[after], waiting);
    }
    std::vector<int> component(groups_.size());
    boost::strong_components(waiting, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, waiting)));
    std::map<int, int> sizes;
    for (int c : component) ++sizes[c];
    std::vector<int> out;
    for (int g = 0; g < size(); ++g)
        if (!groups_[g].done && sizes[component[g]] > 1) out.push_back(g);
    std::ranges::sort(out, {}, [&](int g) { return rank(g); });
    return out;
}

std::string Groups::cycle() const {
    auto in_cycle = cyclic();
    std::set<int> known(in_cycle.begin(), in_cycle.end());
    std::vector<int> path{in_cycle.at(0)};
    std::vector<std::string> words;
    for (;;) {
        auto [next, text] = next_on_cycle(path.back(), known);
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
std::pair<int, std::string> Groups::next_on_cycle(int g, const std::set<int>& cyclic) const {
    for (Node node : groups_[g].members)
        for (Node before : waits_for(node))
            if (int other = group_of_[before]; other != g && cyclic.contains(other) && is_strong(before, node))
                return {other, words_of(node) + " after " + words_of(before)};
    return {g, words_of(groups_[g].root)};
}

bool Groups::is_strong(Node before, Node after) const {
    return std::ranges::any_of(graph_.after(before), [&](const auto& next) { return next.first == after && !next.second; });
}

std::string Groups::words_of(Node node) const {
    static constexpr std::array words{"drop", "alter", "rename", "create", "fill"};
    const Object& object = graph_.object_of(node);
    return std::string(words[static_cast<std::size_t>(graph_.deed(node))]) + " " + object.kind->name + " " + object.identity;
}

}  // namespace plumb::diff

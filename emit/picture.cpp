// The order of steps as a picture, laid out by Graphviz.
#include <graphviz/gvc.h>

#include <memory>
#include <set>

#include "emit/changes.hpp"

namespace plumb::emit {

namespace {

constexpr std::size_t most_steps = 150;
constexpr int widest_name = 32;

int silent(char*) { return 0; }

/// What a step needs and no other of what it needs does.
std::vector<std::set<int>> direct_needs(const std::vector<Step>& steps) {
    std::vector<std::set<int>> all(steps.size() + 1), direct(steps.size() + 1);
    for (const auto& step : steps) {
        auto id = static_cast<std::size_t>(step.id);
        for (int need : step.depends_on) {
            all[id].insert(need);
            all[id].insert(all[static_cast<std::size_t>(need)].begin(), all[static_cast<std::size_t>(need)].end());
        }
        for (int need : step.depends_on) {
            bool by_others = false;
            for (int other : step.depends_on) by_others = by_others || all[static_cast<std::size_t>(other)].contains(need);
            if (!by_others) direct[id].insert(need);
        }
    }
    return direct;
}

/// Graphviz reads backslashes as its own.
std::string label(const Step& step) {
    std::string out = std::to_string(step.id) + "  " + std::string(name(step.verb)) + " " + step.kind + "\n" +
                      one_line(step.identity, widest_name);
    for (std::size_t at = 0; (at = out.find('\\', at)) != std::string::npos; at += 2) out.insert(at, "\\");
    return out;
}

void set(void* what, const char* attribute, const std::string& value) {
    std::string name(attribute), text(value), none;
    agsafeset(what, name.data(), text.data(), none.data());
}

void draw(Agraph_t* graph, const std::vector<Step>& steps) {
    set(graph, "rankdir", "LR");
    set(graph, "bgcolor", "transparent");
    set(graph, "nodesep", "0.12");
    set(graph, "ranksep", "0.4");
    std::vector<Agnode_t*> nodes(steps.size() + 1);
    for (const auto& step : steps) {
        auto* node = nodes[static_cast<std::size_t>(step.id)] = agnode(graph, std::to_string(step.id).data(), 1);
        set(node, "label", label(step));
        set(node, "shape", "box");
        set(node, "style", "rounded,filled");
        set(node, "fontname", "Helvetica");
        set(node, "fontsize", "11");
        set(node, "class", std::string(name(step.phase)) + (step.hazards.empty() ? "" : " hazard"));
        set(node, "tooltip", " ");
    }
    auto needs = direct_needs(steps);
    for (const auto& step : steps)
        for (int need : needs[static_cast<std::size_t>(step.id)]) {
            auto* edge =
                agedge(graph, nodes[static_cast<std::size_t>(need)], nodes[static_cast<std::size_t>(step.id)], nullptr, 1);
            set(edge, "arrowsize", "0.6");
            set(edge, "tooltip", " ");
        }
}

}  // namespace

std::string picture(const std::vector<Step>& steps) {
    if (steps.size() < 2 || steps.size() > most_steps) return "";
    agseterrf(silent);
    std::unique_ptr<GVC_t, int (*)(GVC_t*)> context(gvContext(), gvFreeContext);
    std::string name = "steps";
    std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agopen(name.data(), Agdirected, nullptr), agclose);
    draw(graph.get(), steps);
    if (gvLayout(context.get(), graph.get(), "dot") != 0) return "";
    char* data = nullptr;
    unsigned length = 0;
    std::string out;
    if (gvRenderData(context.get(), graph.get(), "svg", &data, &length) == 0) out.assign(data, length);
    gvFreeRenderData(data);
    gvFreeLayout(context.get(), graph.get());
    auto start = out.find("<svg");
    return start == std::string::npos ? "" : out.substr(start);
}

}  // namespace plumb::emit

// A plan as one page for people.
#include <algorithm>
#include <map>

#include "emit/changes.hpp"

namespace plumb::emit {

namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --text: #1d232b; --soft: #5c6773; --line: #dde2e8;
  --expand: #dcefe2; --migrate: #fdf0cf; --contract: #f9dedc; --good: #1a7f45; --warn: #9a6700; --bad: #c0322b; --code: #f1f3f6 }
@media (prefers-color-scheme: dark) { :root { --page: #12161b; --card: #1a2027; --text: #e4e8ed; --soft: #98a4b1; --line: #2d3640;
  --expand: #1d3f2b; --migrate: #4a3b12; --contract: #4f2523; --good: #56c983; --warn: #e0b341; --bad: #ff8078; --code: #131920 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif }
main { max-width: 70rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { font-size: 1.6rem; margin: 0 0 .3rem } h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem }
.card, details { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem }
.good { color: var(--good) } .warn { color: var(--warn) } .bad { color: var(--bad) } .soft { color: var(--soft) }
.intent { font-style: italic; margin: .2rem 0 } .scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse } td, th { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-top: 1px solid var(--line) }
tr:first-child > * { border-top: 0 } th { color: var(--soft); font-weight: 600 } td.number { text-align: right; color: var(--soft); width: 2.5rem }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere } pre, code { font: 13px/1.45 ui-monospace, monospace }
td pre { background: var(--code); border-radius: .4rem; padding: .5rem .7rem; max-height: 22rem; overflow: auto }
.pill { display: inline-block; border-radius: 1rem; padding: 0 .6rem; font-size: .82rem; white-space: nowrap }
.expand { background: var(--expand) } .migrate { background: var(--migrate) } .contract { background: var(--contract) }
.commit td { color: var(--soft); font-size: .82rem; text-align: center; padding: .1rem } summary { cursor: pointer; font-weight: 600 }
svg text { fill: var(--text) } svg .edge path { stroke: var(--soft) } svg .edge polygon { fill: var(--soft); stroke: var(--soft) }
svg .node path { stroke: var(--line) } svg .expand path { fill: var(--expand) } svg .migrate path { fill: var(--migrate) }
svg .contract path { fill: var(--contract) } svg .hazard path { stroke: var(--bad); stroke-width: 1.5 }
)css";

std::string plain(std::string_view text) {
    std::string out;
    for (char c : without_controls(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string element(const std::string& tag, const std::string& classes, const std::string& inner) {
    return "<" + tag + (classes.empty() ? "" : " class=\"" + classes + "\"") + ">" + inner + "</" + tag + ">";
}

std::string section(const std::string& title, const std::string& inner) {
    return inner.empty() ? "" : "<h2>" + title + "</h2>\n" + element("div", "card scroll", inner) + "\n";
}

/// Lines with their signs in colour.
std::string change_list(const std::vector<Difference>& differences) {
    std::string out, text = changes(differences, {.width = 140, .whole = true});
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = std::min(text.find('\n', begin), text.size());
        auto line = text.substr(begin, end - begin);
        auto sign = line.find_first_not_of(' ');
        const char* colour = sign == std::string::npos                ? ""
                             : line[sign] == '+'                      ? "good"
                             : line[sign] == '-'                      ? "bad"
                             : line[sign] == '~' || line[sign] == '!' ? "warn"
                                                                      : "";
        out += (*colour ? element("span", colour, plain(line)) : plain(line)) + "\n";
        begin = end + 1;
    }
    return out.empty() ? "" : element("pre", "", out);
}

std::string hazard_table(const Plan& plan, const Look& look) {
    std::map<Hazard, std::vector<int>> where;
    for (const auto& step : plan.steps)
        for (auto hazard : step.hazards) where[hazard].push_back(step.id);
    std::string rows, missing;
    for (const auto& [hazard, at] : where) {
        bool allowed = std::ranges::find(look.allowed, hazard) != look.allowed.end();
        rows += element("tr", "",
                        element("td", allowed ? "warn" : "bad", std::string(name(hazard))) + element("td", "", ids(at)) +
                            element("td", "", plain(advice(hazard))));
        if (!allowed) missing += (missing.empty() ? "" : ",") + std::string(name(hazard));
    }
    if (rows.empty()) return "";
    return element("table", "", rows) +
           (missing.empty() ? "" : element("p", "", "Apply needs your consent: <code>--allow " + missing + "</code>"));
}

std::string step_row(const Step& step) {
    std::string notes;
    for (const auto& lock : step.locks)
        if (lock.mode != Lock::none) notes += element("div", "soft", plain(in_words(lock, step)));
    for (auto hazard : step.hazards) notes += element("div", "bad", std::string(name(hazard)));
    if (step.grade == Grade::lossy) notes += element("div", "warn", "undo is lossy");
    return element(
               "tr", "",
               element("td", "number", std::to_string(step.id)) +
                   element("td", "", element("span", "pill " + std::string(name(step.phase)), std::string(name(step.phase)))) +
                   element("td", "", element("pre", "", plain(step.sql)) + notes)) +
           "\n";
}

std::string step_table(const std::vector<Step>& steps) {
    std::string rows;
    for (const auto& batch : batches(steps)) {
        if (!rows.empty()) rows += "<tr class=\"commit\"><td colspan=\"3\">commit</td></tr>\n";
        for (const auto& step : batch.steps) rows += step_row(step);
    }
    return rows.empty() ? "" : element("table", "", rows);
}

std::string top(const Plan& plan, const Look& look) {
    auto words = plan.steps.empty() && plan.differences.empty() ? "No changes: the database is what the files say."
                                                                : "Plan: " + summary(plan.differences);
    auto colour = plan.proof.proven == Proven::both ? "good" : plan.proof.proven == Proven::forward ? "warn" : "bad";
    std::string out = element("h1", "", plain((look.label.empty() ? "" : look.label + ": ") + words)) +
                      element("div", colour, plain(verdict(plan, {})));
    for (const auto& intent : plan.intents) out += element("p", "intent", "“" + plain(intent) + "”");
    for (const auto& warning : plan.warnings) out += element("p", "warn", plain(warning));
    return out;
}

}  // namespace

std::string html(const Plan& plan, const Look& look) {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\">\n<title>Plumb" +
        plain(look.label.empty() ? "" : ": " + look.label) + "</title>\n<style>" + std::string(style) +
        "</style></head>\n<body><main>\n";
    out +=
        top(plan, look) + section("Hazards", hazard_table(plan, look)) + section("What changes", change_list(plan.differences));
    out += section("What the rehearsal ended with", change_list(plan.proof.differences));
    out += section("Steps", step_table(plan.steps)) + section("What each step waits for", picture(plan.steps));
    if (!plan.inverse.empty())
        out += "<h2>The way back</h2>\n<details><summary>" + count(plan.inverse.size(), "step") + "</summary>\n" +
               step_table(plan.inverse) + "</details>\n";
    return out + "</main></body></html>\n";
}

}  // namespace plumb::emit

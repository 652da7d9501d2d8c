// A plan, or a drift, as a comment on a pull request.
#include <algorithm>
#include <map>

#include "emit/changes.hpp"
#include "emit/emit.hpp"

namespace plumb::emit {

namespace {

constexpr std::size_t limit = 65536;
constexpr std::size_t most_lines = 10;  ///< of warnings and intents each
constexpr int widest = 300;             ///< characters of one of them
constexpr int width = 110;

/// Text that means nothing to Markdown: every punctuation character may be escaped.
std::string plain(const std::string& text) {
    std::string out;
    for (char c : one_line(text, widest)) {
        if (std::string_view("\\`*_{}[]<>()#+-.!|~&$").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

/// `<!-- plumb diff production -->`: what ends a comment in HTML cannot be in it.
std::string marker(const std::string& what, const Look& look) {
    std::string label;
    for (char c : one_line(look.label)) label += c == '-' || c == '>' ? '_' : c;
    return "<!-- plumb " + what + (label.empty() ? "" : " " + label) + " -->\n";
}

std::string heading(const std::string& words, const Look& look) {
    return "### " + (look.label.empty() ? "" : plain(look.label) + ": ") + words + "\n\n";
}

/// Longer than any run of backticks in the text, which so cannot end the block.
std::string fence(const std::string& text) {
    std::size_t longest = 2, run = 0;
    for (char c : text) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
    return std::string(longest + 1, '`');
}

/// The first lines, as many as fit, and how many there are more.
std::string cut(const std::string& text, std::size_t most, const std::string& where) {
    if (text.size() <= most) return text;
    auto note = [&](std::size_t from) {
        auto more = static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), '\n'));
        return "... " + count(more, "more line") + where + "\n";
    };
    auto room = most - std::min(most, note(0).size());
    auto end = room == 0 ? std::string::npos : text.rfind('\n', room - 1);
    end = end == std::string::npos ? 0 : end + 1;
    return text.substr(0, end) + note(end);
}

struct Block {
    std::string summary;  ///< what is shown while it is folded; empty: it is not
    std::string language;
    std::string text;
    std::string where;  ///< the whole is to be had

    std::string shown(std::size_t most) const {
        auto ticks = fence(text);
        std::string start = (summary.empty() ? "" : "<details><summary>" + summary + "</summary>\n\n") + ticks + language + "\n";
        std::string end = ticks + "\n" + (summary.empty() ? "" : "\n</details>\n") + "\n";
        if (start.size() + end.size() + 60 > most) return "";
        return start + cut(text, most - start.size() - end.size(), where) + end;
    }
};

/// Changes with their signs in front, which is where `diff` colours them.
Block change_list(const std::vector<Difference>& differences, const std::string& where) {
    auto indented = changes(differences, {.width = width});
    std::string text;
    for (std::size_t begin = 0; begin < indented.size();) {
        auto end = indented.find('\n', begin) + 1;
        auto line = indented.substr(begin, end - begin);
        if (line.starts_with("  ")) line.erase(0, 2);
        auto sign = line.find_first_not_of(' ');
        bool has_sign =
            std::string_view("+-~!").find(line[sign]) != std::string_view::npos && line.compare(sign + 1, 1, " ") == 0;
        if (has_sign) std::swap(line[0], line[sign]);
        if (line[0] == '~') line[0] = '!';
        text += line;
        begin = end;
    }
    bool folds = std::count(text.begin(), text.end(), '\n') > 40;
    return {folds ? "What changes" : "", "diff", text, where};
}

std::string list(const std::vector<std::string>& lines, const std::string& start) {
    std::string out;
    for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i) out += start + plain(lines[i]) + "\n";
    if (lines.size() > most_lines) out += start + "and " + std::to_string(lines.size() - most_lines) + " more\n";
    return out.empty() ? "" : out + "\n";
}

std::string hazards(const Plan& plan, const Look& look) {
    std::map<Hazard, std::vector<int>> where;
    for (const auto& step : plan.steps)
        for (auto hazard : step.hazards) where[hazard].push_back(step.id);
    if (where.empty()) return "";
    std::string out = "| hazard | where | what to do |\n| --- | --- | --- |\n", missing;
    for (const auto& [hazard, steps] : where) {
        out += "| `" + std::string(name(hazard)) + "` | " + ids(steps) + " | " + std::string(advice(hazard)) + " |\n";
        if (std::ranges::find(look.allowed, hazard) == look.allowed.end())
            missing += (missing.empty() ? "" : ",") + std::string(name(hazard));
    }
    return out + "\n" + (missing.empty() ? "" : "`plumb apply` needs consent: `--allow " + missing + "`\n\n");
}

/// Each block gets its share of the room, and what the later ones leave of theirs.
std::string fitted(std::string out, const std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        std::size_t room = limit - std::min(limit, out.size()), later = 0;
        for (std::size_t j = i + 1; j < blocks.size(); ++j) later += blocks[j].shown(std::string::npos).size();
        out += blocks[i].shown(std::max(room / (blocks.size() - i), room - std::min(room, later)));
    }
    return out;
}

}  // namespace

std::string markdown(const Plan& plan, const Look& look) {
    auto out = marker("diff", look);
    if (plan.steps.empty() && plan.differences.empty())
        return out + heading("No changes", look) + "The database is what the files say.\n";
    out += heading("Plan: " + summary(plan.differences), look);
    auto proven = verdict(plan, {});
    out += (plan.proof.proven == Proven::both ? proven : "**" + plain(proven) + "**\n") + "\n";
    out += list(plan.intents, "- ") + list(plan.warnings, "- ⚠️ ") + hazards(plan, look);
    std::vector<Block> blocks{change_list(plan.differences, "")};
    if (!plan.proof.differences.empty()) {
        blocks.push_back(change_list(plan.proof.differences, ""));
        blocks.back().summary = "What the rehearsal ended with";
    }
    // They are said already.
    Plan silent = plan;
    silent.intents.clear();
    silent.warnings.clear();
    auto steps = [](const std::vector<Step>& some) { return " (" + count(some.size(), "step") + ")"; };
    if (!plan.steps.empty())
        blocks.push_back({"SQL" + steps(plan.steps), "sql", sql(silent), ": --format sql=plan.sql has them all"});
    if (!plan.inverse.empty())
        blocks.push_back({"The way back" + steps(plan.inverse), "sql", sql(inverted(silent)),
                          ": --inverse --format sql=back.sql has them all"});
    return fitted(std::move(out), blocks);
}

std::string markdown(const std::vector<Difference>& drift, const Look& look) {
    auto out = marker("drift", look);
    if (drift.empty()) return out + heading("No drift", look) + "The database is what the files say.\n";
    std::map<char, std::size_t> numbers;
    for (const auto& difference : drift) ++numbers[difference.sign];
    out += heading("Drift: " + count(drift.size(), "difference"), look);
    out += "| only in the database (+) | only in the files (-) | changed (!) |\n| --- | --- | --- |\n| " +
           std::to_string(numbers['+']) + " | " + std::to_string(numbers['-']) + " | " +
           std::to_string(numbers['~'] + numbers['!']) + " |\n\n";
    return fitted(std::move(out), {change_list(drift, ": --format text has them all")});
}

}  // namespace plumb::emit

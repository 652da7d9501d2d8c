// A plan as files of migration tools: how it is cut, and the text of what is cut.
#include "emit/migrations.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace plumb::emit {

namespace {

bool contracts(const Step& step) { return step.phase == Phase::contract; }

/// Steps that are one migration, and what undoes them.
struct Share {
    std::span<const Step> steps, inverse;
    std::string_view order;  ///< the reason for it
};

/// Only a plan that fills rows keeps its phases apart, in both directions.
std::vector<Share> shares(const Plan& plan) {
    std::span<const Step> steps(plan.steps), inverse(plan.inverse);
    auto count = [](auto begin, auto end) { return static_cast<std::size_t>(std::distance(begin, end)); };
    auto kept = count(steps.begin(), std::ranges::find_if(steps, contracts));
    auto back = count(inverse.begin(), std::ranges::find_if_not(inverse, contracts));
    bool fills = std::ranges::any_of(steps, [](const Step& step) { return step.ranges.has_value(); });
    bool apart = fills && kept > 0 && kept < steps.size() && back > 0 && std::ranges::is_sorted(steps, {}, &Step::phase) &&
                 std::ranges::none_of(inverse.subspan(back), contracts);
    if (!apart) return {{steps, inverse, "each step comes after those that it needs"}};
    return {{steps.first(kept), inverse.subspan(back),
             "what is new comes first, then rows are filled: the application goes on as it is"},
            {steps.subspan(kept), inverse.first(back), "what the old application may still need is changed last"}};
}

std::vector<Run> runs(std::span<const Step> steps) {
    std::vector<Run> out;
    for (const auto& batch : batches(steps)) {
        if (!batch.transactional || out.empty() || out.back().alone()) out.push_back({});
        out.back().batches.push_back(batch);
    }
    return out;
}

std::string line(const std::string& label, const std::string& text) { return comment(label, one_line(text)); }

/// What is to be known before it runs.
std::string notes(const Run& run, bool up) {
    std::map<Hazard, std::vector<int>> where;
    std::vector<int> lossy;
    for (const auto& batch : run.batches)
        for (const auto& step : batch.steps) {
            for (auto hazard : step.hazards) where[hazard].push_back(step.id);
            if (step.grade == Grade::lossy) lossy.push_back(step.id);
        }
    std::string out;
    for (const auto& [hazard, at] : where)
        out += line("Hazard: ", std::string(name(hazard)) + ", " + ids(at) + ". " + std::string(advice(hazard)));
    if (up && !lossy.empty()) out += line("Undo: ", "lossy, " + ids(lossy));
    if (run.batches.size() > 1)
        out +=
            line("Transactions: ", std::to_string(run.batches.size()) +
                                       ". Where one fails, those before it are done: run the rest by hand, then tell the tool.");
    return out;
}

/// Why a commit comes between two transactions.
std::string reason(const Batch& before, const Batch& after) {
    const Step &last = before.steps.back(), &next = after.steps.front();
    if (last.ranges || next.ranges || next.scans) return "A commit, so that no lock is held while rows are read or written.";
    if (last.commits_after)
        return "A commit, so that step " + std::to_string(last.id) + " holds no lock, and what it made can be used.";
    return "A commit, so that the transaction does not hold too many locks.";
}

constexpr std::string_view keep_path = "SELECT set_config('plumb.search_path', current_setting('search_path'), true);\n";
constexpr std::string_view restore_path = "\nSELECT set_config('search_path', current_setting('plumb.search_path'), true);\n";

std::string local_settings() {
    std::string out;
    for (auto setting : session_settings()) out += "SET LOCAL" + std::string(setting.substr(3)) + ";\n";
    return out;
}

std::string statements(const Batch& batch, const Syntax& syntax) {
    std::string out;
    for (const auto& step : batch.steps) {
        auto after = step.depends_on.empty() ? "" : "; after " + ids(step.depends_on);
        out += "\n" + line("step ", heading(step) + after) + protected_from(syntax, step.sql) + ";\n";
    }
    return out;
}

std::string replaced(std::string text, std::string_view what, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) text.replace(at, what.size(), by);
    return text;
}

/// Whether a line is a comment that begins with one of some words.
bool is_comment(std::string_view line, const std::vector<std::string_view>& words) {
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t")));
    auto start = std::min(line.size(), line.find_first_not_of("-/*"));
    auto word = line.substr(start).substr(0, 40);
    word.remove_prefix(std::min(word.size(), word.find_first_not_of(" \t")));
    std::string lower(word);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return start > 0 && std::ranges::any_of(words, [&](std::string_view one) { return lower.starts_with(one); });
}

/// What the text does not hold, and what nothing beside it makes: its first and last characters are nowhere else in it.
std::string absent_from(const std::string& text, std::string start, const std::string& end) {
    while (text.find(start + end) != std::string::npos) start += '_';
    return start + end;
}

}  // namespace

std::string mark(const Plan& plan) { return line("Plan: ", plan.from + " -> " + plan.to); }

std::vector<Migration> migrations(const Plan& plan) {
    std::vector<Migration> out;
    auto parts = shares(plan);
    std::string intents, last;
    for (const auto& intent : plan.intents) intents += line("Intent: ", intent);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        auto words = name(plan, parts[p].steps);
        if (words == last) words = name(plan, parts[p].steps, true);
        last = words;
        auto up = runs(parts[p].steps), down = runs(parts[p].inverse);
        auto number = std::max(up.size(), down.size());
        // What undoes the last comes first; where one way has fewer files, the other's have nothing to undo.
        up.resize(number), down.resize(number);
        for (std::size_t i = 0; i < number; ++i) {
            Migration one{.name = words + (i ? "_" + std::to_string(i + 1) : ""), .up = up[i], .down = down[number - 1 - i]};
            one.head = intents + line("Order: ", std::string(parts[p].order)) + notes(one.up, true) +
                       comment("", one_line(verdict(plan, {}))) + mark(plan);
            one.down_head = line("Undoes: ", one.name) + intents + notes(one.down, false);
            out.push_back(std::move(one));
        }
        if (p + 1 < parts.size())
            out.back().head +=
                line("Then: ", "deploy the application that no longer needs the old shape, then run the next migration");
    }
    return out;
}

std::string protected_from(const Syntax& syntax, const std::string& sql) {
    auto mark = absent_from(sql, "<mark", ">"), returned = absent_from(sql, "<return", ">");
    std::string text;
    for (std::size_t begin = 0; begin < sql.size();) {
        auto end = std::min(sql.find('\n', begin), sql.size() - 1) + 1;
        auto line = sql.substr(begin, end - begin);
        if (is_comment(line, syntax.comments)) line.insert(line.find_first_of("-*") + 1, mark);
        text += line;
        begin = end;
    }
    for (auto own : syntax.texts)
        text = replaced(std::move(text), own, std::string(own.substr(0, 1)) + mark + std::string(own.substr(1)));
    bool marked = text.size() != sql.size(), returns = text.find('\r') != std::string::npos;
    if (!marked && !returns) return sql;
    text = replaced(std::move(text), "\r", returned);
    auto tag = absent_from(sql, "$sql", "$"), block = absent_from(sql, "$do", "$");
    std::string value = tag + text + tag;
    if (marked) value = "replace(" + value + ", '" + mark + "', '')";
    if (returns) value = "replace(" + value + ", '" + returned + "', E'\\r')";
    return "DO " + block + " BEGIN EXECUTE " + value + "; END " + block;
}

std::vector<std::string> scripts(const Run& run, bool begun, const Syntax& syntax) {
    if (run.batches.empty()) return {"SELECT 'nothing to do';\n"};
    bool given = begun && run.fits_one_transaction();
    std::vector<std::string> out;
    for (std::size_t i = 0; i < run.batches.size(); ++i) {
        const Batch& batch = run.batches[i];
        std::string text = i ? line("", reason(run.batches[i - 1], batch)) : "";
        if (batch.transactional) text += std::string(given ? keep_path : "START TRANSACTION;\n") + local_settings();
        text += statements(batch, syntax);
        if (batch.transactional) text += given ? restore_path : "\nCOMMIT;\n";
        out.push_back(std::move(text));
    }
    return out;
}

std::string script(const Run& run, bool begun, const Syntax& syntax) {
    std::string out;
    for (const auto& one : scripts(run, begun, syntax)) out += (out.empty() ? "" : "\n") + one;
    return out;
}

}  // namespace plumb::emit

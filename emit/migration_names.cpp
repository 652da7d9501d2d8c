// What migrations are called and numbered.
#include <algorithm>
#include <map>
#include <set>

#include "emit/migrations.hpp"

namespace plumb::emit {

namespace {

constexpr std::size_t longest = 60;  ///< bytes of a name

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The name of an object without its schema and arguments.
std::string bare(std::string_view identity) {
    std::string out;
    bool quoted = false, schema = true;
    for (char c : identity) {
        if (c == '"') quoted = !quoted;
        if (!quoted && c == '(') break;
        if (!quoted && c == '.' && schema) {
            out.clear();
            schema = false;
        } else {
            out += c;
        }
    }
    return out;
}

/// An object whose making, going or changing gives the name: a whole, or parts of one.
struct Subject {
    std::string whole;
    char sign = 0;                      ///< of the whole; 0: only parts of it differ
    std::map<std::string, char> parts = {};  ///< signs by names; ~ where several differ

    std::string words(bool again, bool not_null) const {
        if (sign) return (sign == '+' ? "create_" : sign == '-' ? "drop_" : "change_") + whole;
        if (parts.size() > 2) return "change_" + whole;
        std::string names;
        for (const auto& [name, part_sign] : parts) names += (names.empty() ? "" : "_and_") + name;
        bool all_new = std::ranges::all_of(parts, [](const auto& part) { return part.second == '+'; });
        bool all_gone = std::ranges::all_of(parts, [](const auto& part) { return part.second == '-'; });
        if (all_new && again) return not_null ? "set_" + names + "_not_null_on_" + whole : "finish_" + names + "_on_" + whole;
        if (all_new) return "add_" + names + "_to_" + whole;
        return all_gone ? "drop_" + names + "_from_" + whole : "change_" + names + "_on_" + whole;
    }
};

std::vector<Subject> subjects(const Plan& plan, std::span<const Step> steps) {
    std::set<std::string> touched;
    for (const auto& step : steps) {
        touched.insert(step.kind + " " + step.identity);
        touched.insert(step.parts.begin(), step.parts.end());
    }
    std::vector<Subject> out;
    std::map<std::string, std::size_t> position;
    for (const auto& d : plan.differences) {
        if (d.sign == '!' || d.sign == '?' || !touched.contains(d.kind + " " + d.identity)) continue;
        bool is_whole = d.whole == d.identity && d.whole_kind == d.kind;
        auto [found, is_new] = position.emplace(d.whole_kind + " " + d.whole, out.size());
        if (is_new) out.push_back({slug(bare(d.whole))});
        Subject& subject = out[found->second];
        if (is_whole) {
            subject.sign = d.sign;
            continue;
        }
        auto [part, first] = subject.parts.emplace(slug(short_name(d)), d.sign);
        if (!first && part->second != d.sign) part->second = '~';
    }
    return out;
}

/// Whether a version is the time of its making: 20260131120000.
bool is_time(const std::string& version) { return version.size() == 14 && std::ranges::all_of(version, is_digit); }

std::string written(std::time_t time) {
    std::tm parts{};
    gmtime_r(&time, &parts);
    char text[16];
    return {text, std::strftime(text, sizeof text, "%Y%m%d%H%M%S", &parts)};
}

/// The numbers of "1.2_3", without leading zeros, each behind its length: they compare as numbers do.
std::vector<std::pair<std::size_t, std::string>> numbers(const std::string& version) {
    std::vector<std::pair<std::size_t, std::string>> out;
    for (std::size_t begin = 0; begin <= version.size();) {
        auto end = std::min(version.find_first_of("._", begin), version.size());
        auto digits = version.substr(begin, end - begin);
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
        out.emplace_back(digits.size(), digits);
        begin = end + 1;
    }
    while (!out.empty() && out.back().first == 0) out.pop_back();
    return out;
}

/// The last number of a version counted on, as wide as it was.
std::string successor(std::string version) {
    for (auto i = version.size(); i-- > 0;) {
        if (!is_digit(version[i])) return version.insert(i + 1, "1");
        if (version[i] != '9') {
            ++version[i];
            return version;
        }
        version[i] = '0';
    }
    return "1" + version;
}

}  // namespace

std::string slug(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        bool plain = (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
        if (plain)
            out += c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    if (out.size() > longest) {
        out = shortened(out, longest);
        if (auto end = out.rfind('_'); end != std::string::npos && end > longest / 2) out.resize(end);
    }
    while (out.ends_with('_')) out.pop_back();
    return out;
}

std::string name(const Plan& plan, std::span<const Step> steps, bool again) {
    bool not_null = std::ranges::any_of(steps, [](const Step& step) { return step.sql.ends_with("SET NOT NULL"); });
    std::string out;
    auto about = subjects(plan, steps);
    for (const auto& subject : about) out += (out.empty() ? "" : "_and_") + subject.words(again, not_null);
    if (!about.empty() && out.size() <= longest) return out;
    if (!plan.intents.empty()) out = slug(plan.intents.front());
    if (!about.empty() && out.size() > longest) out = about.front().words(again, not_null) + "_and_more";
    if (out.empty() && !steps.empty()) out = "change_" + bare(steps.front().identity);
    out = slug(out);
    return out.empty() ? "change" : out;
}

Versions::Versions(const std::vector<std::string>& known, std::string first, std::time_t now)
    : first_(std::move(first)), now_(now) {
    for (const auto& version : known)
        if (last_.empty() || numbers(last_) < numbers(version)) last_ = version;
}

std::string Versions::next() {
    auto time = written(now_);
    if (last_.empty())
        last_ = first_.empty() ? time : first_;
    else if (is_time(last_) && last_ < time)
        last_ = time;
    else
        last_ = successor(last_);
    return last_;
}

std::string leading_number(std::string_view path) {
    auto name = path.substr(path.rfind('/') + 1);
    return std::string(name.substr(0, std::min(name.size(), name.find_first_not_of("0123456789"))));
}

std::vector<std::string> leading_numbers(const Present& present) {
    std::vector<std::string> out;
    for (const auto* list : {&present.files, &present.versions})
        for (const auto& path : *list)
            if (auto number = leading_number(path); !number.empty()) out.push_back(number);
    return out;
}

}  // namespace plumb::emit

// A plan as versioned and undo migrations of Flyway: V1__words.sql, U1__words.sql, and a script configuration where one is needed.
#include <regex>

#include "emit/migrations.hpp"

namespace plumb::emit {

namespace {

std::vector<std::string> known(const Present& present) {
    static const std::regex versioned(R"((?:.*/)?[VUB]([0-9]+(?:[._][0-9]+)*)__.*)");
    std::vector<std::string> out = present.versions;
    std::smatch found;
    for (const auto& path : present.files)
        if (std::regex_match(path, found, versioned)) out.push_back(found[1]);
    return out;
}

void add(Files& files, const std::string& path, const std::string& head, const Run& run) {
    auto text = head + "\n" + script(run, true, {.texts = {atomic}});
    std::string configuration;
    if (!run.fits_one_transaction()) configuration += "executeInTransaction=false\n";
    if (text.find("${") != std::string::npos) configuration += "placeholderReplacement=false\n";
    if (!configuration.empty()) files[path + ".conf"] = configuration;
    files[path] = std::move(text);
}

}  // namespace

Files flyway(const Plan& plan, const Present& present) {
    Files out;
    Versions versions(known(present), "1", present.now);
    for (const auto& one : migrations(plan)) {
        auto name = versions.next() + "__" + one.name + ".sql";
        add(out, "V" + name, one.head, one.up);
        add(out, "U" + name, one.down_head, one.down);
    }
    return out;
}

}  // namespace plumb::emit

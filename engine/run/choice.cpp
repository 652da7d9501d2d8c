// Which server elaborates and rehearses.
#include "engine/run/choice.hpp"

#include "introspect/installation.hpp"

namespace plumb::run {

namespace {

std::string name_of(const std::string& url) { return url.empty() ? "the embedded server" : "the server of the scratch"; }

/// Why a server will not do as long as there is another; empty: it will.
std::string unfit(introspect::Scratch& scratch, const introspect::Surroundings& around, const Source* source) {
    int major = scratch.server_version() / 10000, wanted = around.server_version / 10000;
    if (wanted != 0 && major != wanted) return "is PostgreSQL " + std::to_string(major);
    auto lacks = scratch.lacks(source);
    return lacks.empty() ? "" : "lacks extension " + lacks.front();
}

}  // namespace

std::unique_ptr<introspect::Scratch> chosen_scratch(const Settings& settings, const introspect::Surroundings& around,
                                                    const std::string& key, const Source* source, Progress& progress) {
    auto start = [&](const std::string& url) {
        return std::make_unique<introspect::Scratch>(url, around, settings.options.trust_files, key, settings.scratch_timeout, settings.scope.managed);
    };
    const auto& all = settings.scratches;
    std::unique_ptr<introspect::Scratch> first;
    for (std::size_t i = 0; i < all.size(); ++i) {
        bool installed = !all[i].empty() || introspect::find_installation(around.server_version / 10000);
        if (!installed && all.size() > 1) continue;
        auto scratch = start(all[i]);
        if (all.size() == 1) return scratch;
        auto why = unfit(*scratch, around, source);
        if (why.empty()) return scratch;
        progress.say(name_of(all[i]) + " " + why + (i + 1 < all.size() ? ": trying the next one" : ""));
        if (!first) first = std::move(scratch);
    }
    return first ? std::move(first) : start(all.front());
}

}  // namespace plumb::run

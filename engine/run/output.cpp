// Artefacts to stdout or to files, and how they look.
#include "engine/run/output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

namespace plumb::run {

namespace {

constexpr int narrowest = 60;
constexpr int widest = 140;

bool coloured(const Settings& settings) {
    if (settings.options.colour != Colour::automatic) return settings.options.colour == Colour::always;
    // no-color.org: any value but the empty one.
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no_colour && *no_colour) && !(terminal && std::strcmp(terminal, "dumb") == 0);
}

Error cannot_write(const std::string& where) { return Error("cannot write to " + where + ": " + std::strerror(errno)); }

void write(const std::string& path, const std::string& text) {
    if (path.empty()) return put(text);
    std::ofstream out(path, std::ios::binary);
    out << text << std::flush;
    if (!out) throw cannot_write(path);
}

template <class Artefact, class Write>
void print_each(const Artefact& artefact, const Settings& settings, Write&& as) {
    const auto& formats = settings.options.formats;
    if (formats.empty()) put(as(artefact, Format{"text", ""}));
    for (const auto& format : formats)
        if (!emit::tool(format.name)) write(format.path, as(artefact, format));
}

/// A file never holds colour codes, nor lines cut to the width of a screen.
emit::Look look(const Settings& settings, const Format& format) {
    auto out = look(settings);
    if (!format.path.empty()) out.colour = false;
    return out;
}

template <class Artefact>
void print_text_or_json(const Artefact& artefact, const Settings& settings) {
    print_each(artefact, settings, [&](const Artefact& a, const Format& format) {
        return format.name == "json" ? emit::json(a) : emit::text(a, look(settings, format));
    });
}

}  // namespace

emit::Look look(const Settings& settings) {
    emit::Look out{.colour = coloured(settings), .width = 120, .whole = settings.options.verbose, .allowed = settings.allow, .label = settings.options.environment.value_or("")};
    winsize size{};
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        out.width = std::clamp(static_cast<int>(size.ws_col), narrowest, widest);
    return out;
}

bool wants_output(const Settings& settings) { return !settings.options.quiet || !settings.options.formats.empty(); }

void print(const Plan& plan, const Settings& settings) {
    print_each(plan, settings, [&](const Plan& p, const Format& format) {
        if (format.name == "sql") return emit::sql(p);
        if (format.name == "json") return emit::json(p);
        if (format.name == "markdown") return emit::markdown(p, look(settings, format));
        if (format.name == "html") return emit::html(p, look(settings, format));
        return emit::text(p, look(settings, format));
    });
}

void print(const std::vector<Difference>& drift, const Settings& settings) {
    print_each(drift, settings, [&](const std::vector<Difference>& d, const Format& format) {
        if (format.name == "json") return emit::json(d);
        if (format.name == "markdown") return emit::markdown(d, look(settings, format));
        return emit::text(d, look(settings, format));
    });
}

void print(const std::vector<Record>& history, const Settings& settings) { print_text_or_json(history, settings); }

void print(const std::vector<Finding>& findings, const Settings& settings) { print_text_or_json(findings, settings); }

void print(const std::vector<Archived>& archives, const Settings& settings) { print_text_or_json(archives, settings); }

void put(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        throw cannot_write("standard output");
}

std::string read_whole(const std::string& path) {
    std::ostringstream text;
    if (path == "-") {
        text << std::cin.rdbuf();
        return text.str();
    }
    std::ifstream in(path, std::ios::binary);
    if (in) text << in.rdbuf();
    if (!in) throw Error("cannot read " + path, {}, "", Exit::usage);
    return text.str();
}

}  // namespace plumb::run

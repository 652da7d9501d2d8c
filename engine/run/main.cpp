// plumb: keeps PostgreSQL databases true to SQL files.
#include <malloc.h>

#include <cstdio>
#include <cstring>

#include "engine/run/commands.hpp"
#include "engine/run/output.hpp"

namespace plumb::run {

namespace {

/// Who lists the processes of this machine shall read no password.
void hide_connection_strings(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (is_connection_string(argv[i]) && (std::strstr(argv[i], "://") || std::strstr(argv[i], "password")))
            std::memset(argv[i], 'x', std::strlen(argv[i]));
}

Exit run(int argc, char** argv) {
    mallopt(M_ARENA_MAX, 1);  // what one thread frees the others use again
    auto parsed = parse(argc, argv);
    hide_connection_strings(argc, argv);
    if (parsed.answer) {
        put(*parsed.answer);
        return Exit::done;
    }
    auto settings = settle(parsed.options);
    switch (settings.options.command) {
        case Command::diff:
            return diff(settings);
        case Command::apply:
            return apply(settings);
        case Command::rollback:
            return rollback(settings);
        case Command::drift:
            return drift(settings);
        case Command::export_files:
            return export_files(settings);
        case Command::snapshot:
            return snapshot(settings);
        case Command::history:
            return history(settings);
        case Command::doctor:
            return doctor(settings);
        case Command::archive:
            return archive(settings);
    }
    return Exit::usage;
}

}  // namespace

}  // namespace plumb::run

int main(int argc, char** argv) {
    try {
        return static_cast<int>(plumb::run::run(argc, argv));
    } catch (const plumb::Error& error) {
        std::fputs(plumb::emit::without_controls(plumb::describe(error)).c_str(), stderr);
        return static_cast<int>(error.exit);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "error: %s\n", fault.what());
        return static_cast<int>(plumb::Exit::error);
    }
}

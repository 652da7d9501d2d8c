// Programs that the tests run as a user would.
#include "tests/process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "engine/model/error.hpp"

namespace plumb::tests {

namespace {

struct Pipe {
    std::array<int, 2> ends{};
    Pipe() {
        if (pipe2(ends.data(), O_CLOEXEC) != 0) throw Error("cannot make a pipe");
    }
    ~Pipe() {
        close_writing();
        close(ends[0]);
    }
    void close_writing() {
        if (ends[1] >= 0) close(ends[1]);
        ends[1] = -1;
    }
};

/// Only what is safe between fork and exec in a program with threads.
[[noreturn]] void become(char* const* arguments, int out, int err, const Manner& manner) {
    int nothing = open("/dev/null", O_RDONLY);
    dup2(nothing, 0);
    dup2(out, 1);
    dup2(err, 2);
    bool dropped =
        manner.user == same_user || (setgroups(0, nullptr) == 0 && setgid(manner.group) == 0 && setuid(manner.user) == 0);
    if (dropped && chdir(manner.folder.c_str()) == 0) execvp(arguments[0], arguments);
    _exit(127);
}

/// Appends what can be read; false at the end.
bool take(int end, std::string& text) {
    std::array<char, 65536> buffer;
    auto count = read(end, buffer.data(), buffer.size());
    if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

}  // namespace

Output run(const std::vector<std::string>& command, const Manner& manner) {
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);

    Pipe out, err;
    pid_t child = fork();
    if (child < 0) throw Error("cannot start " + command[0]);
    if (child == 0) become(arguments.data(), out.ends[1], err.ends[1], manner);
    out.close_writing();
    err.close_writing();

    Output output;
    auto deadline = std::chrono::steady_clock::now() + manner.at_most;
    std::array<pollfd, 2> waiting{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        if (left <= 0) {
            kill(child, SIGTERM);
            output.err += "\nkilled after " + std::to_string(manner.at_most.count()) + " seconds";
            break;
        }
        poll(waiting.data(), waiting.size(), static_cast<int>(left));
        if (waiting[0].revents && !take(out.ends[0], output.out)) waiting[0].fd = -1;
        if (waiting[1].revents && !take(err.ends[0], output.err)) waiting[1].fd = -1;
    }
    int status = 0;
    waitpid(child, &status, 0);
    output.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return output;
}

std::string must(const std::vector<std::string>& command, const Manner& manner) {
    auto output = run(command, manner);
    if (output.exit == 0) return output.out;
    std::string words;
    for (const auto& word : command) words += word + " ";
    throw Error(words + "ended with " + std::to_string(output.exit) + "\n" + output.err);
}

}  // namespace plumb::tests

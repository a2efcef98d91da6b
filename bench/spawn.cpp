// Starts several programs in turn, many times: so changes in the machine's speed affect all of them
// alike. Usage: spawn RUNS -- PROGRAM ARGUMENT… [-- PROGRAM ARGUMENT…]… Prints a line for each: median and
// best wall time in milliseconds, peak memory in kilobytes, exit code.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

struct Program {
    std::vector<char*> arguments;
    std::vector<double> milliseconds = {};
    long peak = 0;
    int status = 0;
};

void start(Program& program, const posix_spawn_file_actions_t& actions) {
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawn(&child, program.arguments[0], &actions, nullptr, program.arguments.data(), environ) !=
        0) {
        std::perror(program.arguments[0]);
        std::exit(2);
    }
    rusage usage = {};
    int status = 0;
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    program.milliseconds.push_back(took.count());
    program.peak = std::max(program.peak, usage.ru_maxrss);
    program.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<Program> programs;
    for (int i = 2; i < argc; ++i) {
        if (std::strcmp(argv[i], "--") == 0) {
            programs.emplace_back();
        } else if (!programs.empty()) {
            programs.back().arguments.push_back(argv[i]);
        }
    }
    const long runs = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 0;
    if (runs < 1 || programs.empty()) {
        std::fputs("usage: spawn RUNS -- PROGRAM ARGUMENT... [-- PROGRAM ARGUMENT...]...\n", stderr);
        return 2;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    for (Program& program : programs) program.arguments.push_back(nullptr);
    for (long run = 0; run < runs; ++run) {
        for (Program& program : programs) start(program, actions);
    }
    for (Program& program : programs) {
        auto& times = program.milliseconds;
        std::sort(times.begin(), times.end());
        std::printf("%.4f %.4f %ld %d\n", times[times.size() / 2], times[0], program.peak, program.status);
    }
    posix_spawn_file_actions_destroy(&actions);
    return 0;
}

#pragma once
// Ctrl-C as a question that long work asks between two pieces, so that what is written is whole.

#include <csignal>

namespace lca::cli {

/// The exit code of a command that was interrupted.
inline constexpr int interrupted_code = 130;
/// Thrown to end such a command: what it had begun to write is taken away again.
struct Interrupted {};

/// While it lives, the signals that ask a program to end (SIGINT, SIGTERM, SIGHUP, SIGXCPU) wait to be asked
/// for.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// Whether one of them has come; it is taken, and the answer stays.
    bool came();

private:
    sigset_t waits_for_ = {}, before_ = {};
    bool came_ = false;
};

}  // namespace lca::cli

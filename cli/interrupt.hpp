#pragma once
// Ctrl-C as a question that long work asks between two pieces, so that what is written is whole.

#include <csignal>

#include "lca/base/file.hpp"

namespace lca::cli {

/// Thrown to end a command that a signal interrupted: what it had begun to write is taken away again.
struct Interrupted {
    int signal = 0;
};
/// Ends the program as that signal would have ended it; after Ctrl-C it returns the exit code, 130.
int end_by(Interrupted interrupted);

/// While it lives, the signals that ask a program to end (SIGINT, SIGTERM, SIGHUP, SIGXCPU) wait to be asked
/// for; a read that waits for another program throws Interrupted.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// Whether one of them has come; it is taken, and the answer stays.
    bool came();
    /// The first that came; 0: none.
    int signal() const { return signal_; }

private:
    sigset_t waits_for_ = {}, before_ = {};
    int signal_ = 0;
    WhileReadsWait waiting_;
};

}  // namespace lca::cli

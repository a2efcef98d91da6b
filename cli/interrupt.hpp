#pragma once
// Ctrl-C as a question that long work asks between two pieces, so that what is written is complete.

#include <csignal>

#include "lca/base/file.hpp"

namespace lca::cli {

/// Thrown to end a command that a signal interrupted; the file it had begun to write is removed.
struct Interrupted {
    int signal = 0;
};
/// Ends the program as that signal would have ended it; for SIGINT (Ctrl-C) it returns the exit code, 130.
int end_by(Interrupted interrupted);

/// While an object of it exists, the signals that ask a program to end (SIGINT, SIGTERM, SIGHUP, SIGXCPU) are
/// held back until came() takes them; a read that waits for another program throws Interrupted.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// Whether one of them has come since construction. Takes it from the system; the answer stays true.
    bool came();
    /// The first that came; 0: none.
    int signal() const { return signal_; }

private:
    sigset_t waits_for_ = {}, before_ = {};
    int signal_ = 0;
    WhileReadsWait waiting_;
};

}  // namespace lca::cli

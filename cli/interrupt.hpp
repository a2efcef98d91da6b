#pragma once
// Lets long computations ask whether Ctrl-C was pressed, so that they can stop with complete output.

#include <csignal>

#include "lca/base/file.hpp"

namespace lca::cli {

/// Thrown to end a command after a signal; an output file that is not complete is removed.
struct Interrupted {
    int signal = 0;
};
/// Ends the program by this signal; for SIGINT (Ctrl-C), returns the exit code 130 instead.
int end_by(Interrupted interrupted);

/// While an object of this class exists, the signals that end a program (SIGINT, SIGTERM, SIGHUP, SIGXCPU)
/// are blocked; came() tells whether there was one. A read that waits for another program throws Interrupted.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// Whether such a signal has come since construction; once true, it stays true.
    bool came();
    /// The first such signal; 0 if none has come.
    int signal() const { return signal_; }

private:
    sigset_t waits_for_ = {}, before_ = {};
    int signal_ = 0;
    WhileReadsWait waiting_;
};

}  // namespace lca::cli

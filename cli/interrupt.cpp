#include "cli/interrupt.hpp"

#include <ctime>
#include <initializer_list>

namespace lca::cli {

Interrupt::Interrupt()
    : waiting_([this] {
          if (came()) throw Interrupted{signal_};
      }) {
    sigemptyset(&waits_for_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGXCPU}) {
        // Ignored signals (nohup, background jobs of a shell) must stay ignored: if blocked, they would be
        // kept pending, and came() would find them.
        struct sigaction action = {};
        if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&waits_for_, signal);
    }
    pthread_sigmask(SIG_BLOCK, &waits_for_, &before_);
}

Interrupt::~Interrupt() {
    came();  // discards signals that came too late, which would end the program once unblocked
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool Interrupt::came() {
    const timespec at_once = {};
    for (int taken; (taken = sigtimedwait(&waits_for_, nullptr, &at_once)) > 0;) {
        if (signal_ == 0) signal_ = taken;
    }
    return signal_ != 0;
}

/// For Ctrl-C returns exit code 130, on which callers that start the program without a shell rely; a shell
/// reports 130 in either case.
int end_by(Interrupted interrupted) {
    constexpr int by_signal = 128;
    if (interrupted.signal != SIGINT) {
        std::signal(interrupted.signal, SIG_DFL);
        std::raise(interrupted.signal);
    }
    return by_signal + interrupted.signal;
}

}  // namespace lca::cli

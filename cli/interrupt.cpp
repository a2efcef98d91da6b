#include "cli/interrupt.hpp"

#include <ctime>
#include <initializer_list>

namespace lca::cli {

Interrupt::Interrupt() {
    sigemptyset(&waits_for_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGXCPU}) {
        // One that is ignored (nohup, a background job of a shell) stays so: blocked, it would be kept for
        // us.
        struct sigaction action = {};
        if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&waits_for_, signal);
    }
    pthread_sigmask(SIG_BLOCK, &waits_for_, &before_);
}

Interrupt::~Interrupt() {
    came();  // one that came too late to matter must not end the program now
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool Interrupt::came() {
    const timespec at_once = {};
    while (sigtimedwait(&waits_for_, nullptr, &at_once) > 0) came_ = true;
    return came_;
}

}  // namespace lca::cli

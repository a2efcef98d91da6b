#include "cli/interrupt.hpp"

#include <ctime>

namespace lca::cli {

Interrupt::Interrupt() {
    sigemptyset(&waits_for_);
    sigaddset(&waits_for_, SIGINT);
    sigaddset(&waits_for_, SIGTERM);
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

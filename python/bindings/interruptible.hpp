#pragma once
// Long work that Ctrl-C can end: it runs without the GIL, and Python's signals are checked now and then.

#include <pybind11/pybind11.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>

namespace lca::python {

/// Runs `work` in another thread and returns its result. If a signal handler raises an exception (such as
/// KeyboardInterrupt), sets `stop`, waits until the work has ended, and throws the exception. Signals are
/// only seen in Python's main thread.
template <class Work>
auto interruptible(std::atomic<bool>& stop, Work work) {
    constexpr std::chrono::milliseconds often{50};
    auto result = std::async(std::launch::async, work);
    const auto wait = [&] {
        const pybind11::gil_scoped_release released;
        return result.wait_for(often) == std::future_status::ready;
    };
    while (!wait()) {
        if (PyErr_CheckSignals() == 0) continue;
        const pybind11::error_already_set raised;
        stop = true;
        {
            const pybind11::gil_scoped_release released;
            result.wait();
        }
        throw raised;
    }
    return result.get();
}

/// The same for work in the calling thread, without the GIL, which calls none() and ends if that is false.
class SignalCheck {
public:
    bool none(std::uint64_t) {
        const pybind11::gil_scoped_acquire held;
        came_ = came_ || PyErr_CheckSignals() != 0;
        return !came_;
    }
    bool came() const { return came_; }
    /// Throws the exception that a signal handler raised, if any. The caller must hold the GIL.
    void raise() const {
        if (came_) throw pybind11::error_already_set();
    }

private:
    bool came_ = false;
};

}  // namespace lca::python

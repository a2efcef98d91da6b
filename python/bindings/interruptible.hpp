#pragma once
// Long work that Ctrl-C ends: it runs without Python's lock (the GIL), and signals are checked now and then.

#include <pybind11/pybind11.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>

namespace lca::python {

/// Runs `work` in a thread of its own and returns its result. Where a signal raises an exception
/// (KeyboardInterrupt), sets `stop`, waits for the work to end, and raises it. Only Python's main thread sees
/// signals.
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

/// The same for work in the calling thread, which calls `none` between its pieces and does not hold the GIL.
class AskedSignals {
public:
    bool none(std::uint64_t) {
        const pybind11::gil_scoped_acquire held;
        came_ = came_ || PyErr_CheckSignals() != 0;
        return !came_;
    }
    bool came() const { return came_; }
    /// Throws what a signal raised. Needs the GIL.
    void raise() const {
        if (came_) throw pybind11::error_already_set();
    }

private:
    bool came_ = false;
};

}  // namespace lca::python

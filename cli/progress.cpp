#include "cli/progress.hpp"

#include <unistd.h>

#include <cmath>

#include "lca/base/number.hpp"

namespace lca::cli {

using std::chrono::steady_clock;

Progress::Progress(std::uint64_t all, const Arguments& arguments, Io& io)
    : all_(all),
      io_(io),
      shows_(!arguments.has("--quiet") && isatty(STDERR_FILENO) == 1),
      start_(steady_clock::now()),
      last_(start_ + std::chrono::milliseconds(400)) {}

Progress::~Progress() {
    if (shown_) io_.err("\r\x1b[K");
}

void Progress::update(std::uint64_t done) {
    if (!shows_ || done == 0) return;
    const steady_clock::time_point now = steady_clock::now();
    if (now < last_ + std::chrono::milliseconds(100)) return;
    last_ = now;
    shown_ = true;
    const auto part = static_cast<double>(done) / static_cast<double>(all_);
    const double spent = std::chrono::duration<double>(now - start_).count();
    io_.err("\r\x1b[K" + readable(std::floor(part * 100), 3) + " %  " +
            readable(static_cast<double>(done), 12) + " of " + readable(static_cast<double>(all_), 12) +
            ", " + readable(std::ceil(spent / part * (1 - part)), 3) + " s left");
}

}  // namespace lca::cli

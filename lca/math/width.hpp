#pragma once
// Kernels for three vector widths, chosen by the CPU when the program runs: the same code is compiled three
// times and gives the same bits. Internal to kernels; tests run every width that the CPU has.

#include <array>
#include <cstdint>
#include <span>

namespace lca {

/// 128, 256 and 512 bits: compiled for baseline x86-64, x86-64-v3 and x86-64-v4.
enum class Width : std::uint8_t { narrow, wide, widest };

/// The widths that this CPU has, the narrowest first.
std::span<const Width> widths();
/// The widest that this CPU has; used by default, except in tests.
Width best_width();

namespace kernel {

// Everything that `body` calls is inlined into these functions and so compiled for their instruction set.
template <class Body>
[[gnu::flatten, gnu::noinline]] void on_narrow(const Body& body) {
    body();
}

template <class Body>
[[gnu::flatten, gnu::noinline, gnu::target("arch=x86-64-v3")]] void on_wide(const Body& body) {
    body();
}
#if defined(__clang__)
template <class Body>
[[gnu::flatten, gnu::noinline, gnu::target("arch=x86-64-v4")]] void on_widest(const Body& body) {
    body();
}
#else
template <class Body>
[[gnu::flatten, gnu::noinline, gnu::target("arch=x86-64-v4,prefer-vector-width=512")]] void on_widest(
    const Body& body) {
    body();
}
#endif

/// Runs `body` as compiled for the given width.
template <class Body>
void on_width(Width width, const Body& body) {
    switch (width) {
        case Width::narrow:
            return on_narrow(body);
        case Width::wide:
            return on_wide(body);
        case Width::widest:
            return on_widest(body);
    }
}

}  // namespace kernel
}  // namespace lca

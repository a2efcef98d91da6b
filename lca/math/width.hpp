#pragma once
// Kernels for three widths of vectors, chosen once by the CPU: the same code and the same bits, compiled
// three times. Internal to kernels; tests run every width that the CPU has.

#include <array>
#include <cstdint>
#include <span>

namespace lca {

/// 128, 256 and 512 bits: x86-64 at its baseline, x86-64-v3 and x86-64-v4.
enum class Width : std::uint8_t { narrow, wide, widest };

/// The widths that this CPU has, narrow first.
std::span<const Width> widths();
/// The last of them; what everything uses unless a test says otherwise.
Width best_width();

namespace kernel {

// Everything that `body` calls is compiled into these functions, for their own instructions.
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

/// Runs a kernel compiled for a width.
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

// Which vector widths this CPU has; determined once.

#include "lca/math/width.hpp"

namespace lca {

namespace {

bool has_wide() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2");
}

bool has_widest() {
    return has_wide() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}

}  // namespace

std::span<const Width> widths() {
    static constexpr std::array<Width, 3> all = {Width::narrow, Width::wide, Width::widest};
    static const std::size_t count = has_widest() ? 3 : (has_wide() ? 2 : 1);
    return std::span(all).first(count);
}

Width best_width() {
    return widths().back();
}

}  // namespace lca

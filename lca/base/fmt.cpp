// Replaces libfmt.a, which Debian does not package: the only file that compiles fmt's own source.
// All other files include <fmt/core.h> and link with this one.

// fmt without std::locale: that would cost start-up time, and numbers never depend on the process's locale.
#define FMT_STATIC_THOUSANDS_SEPARATOR ','
#include <fmt/format-inl.h>

// Instantiations that fmt/core.h declares `extern template`, or calls without a visible definition.
namespace fmt {
inline namespace v9 {
namespace detail {
template void buffer<char>::append(const char*, const char*);
template void vformat_to(buffer<char>&, string_view, basic_format_args<buffer_context<char>>, locale_ref);
template thousands_sep_result<char> thousands_sep_impl(locale_ref);
template char decimal_point_impl(locale_ref);
template dragonbox::decimal_fp<float> dragonbox::to_decimal(float) noexcept;
template dragonbox::decimal_fp<double> dragonbox::to_decimal(double) noexcept;
}  // namespace detail
}  // namespace v9
}  // namespace fmt

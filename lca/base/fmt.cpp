// Stands in for libfmt.a, which Debian does not ship: the one file that compiles the library's own source.
// Everything else includes <fmt/core.h> and links with this.

// No std::locale in the program: it costs start-up time, and numbers never follow the locale of the process.
#define FMT_STATIC_THOUSANDS_SEPARATOR ','
#include <fmt/format-inl.h>

// What fmt/core.h declares `extern template` or calls without a definition in sight.
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

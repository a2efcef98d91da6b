#pragma once
// The only function of the project that parses numbers, and the functions that write them.

#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// Parses the whole text as a number: `1082990`, `1_082_990`, `1.08e6`, `.5`, `-3`. Refuses, each with its
/// own message: leading zeros, hex, octal, binary, inf, nan, decimal commas, thousands separators other than
/// `_` between digits, two points or signs, more than 64 characters, digits of other scripts, overflow, and
/// underflow to zero.
Parsed<double> parse_number(std::string_view text);

/// The length of the number at the start of `text`, by the grammar of parse_number(); 0 if there is none.
std::size_t number_length(std::string_view text);

/// The shortest text that parses to the same double ("0.1", "1e-07", "433196").
std::string exact(double value);
void append_exact(std::string& text, double value);
/// Writes the text of exact(value) to `to` and returns its length. `to` must have room for `max_exact` bytes,
/// all of which may be overwritten.
inline constexpr std::size_t max_exact = 64;
std::size_t write_exact(double value, char* to);

/// A number for people to read: `digits` significant digits, but all digits before the decimal point;
/// thousands separated by ',' from 10,000 on, no exponent between 1e-4 and 1e9.
std::string readable(double value, int digits = 4);

}  // namespace lca

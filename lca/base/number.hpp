#pragma once
// The one function that reads a number, and the ones that write it.

#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// Reads `1082990`, `1_082_990`, `1.08e6`, `.5`, `-3`; the whole text. Refuses, each with its own words:
/// leading zeros, hex, octal, binary, inf, nan, decimal commas, thousands separators other than `_` between
/// digits, two points or signs, more than 64 characters, digits of other scripts, overflow, and underflow to
/// zero.
Parsed<double> parse_number(std::string_view text);

/// The length of the number that `text` starts with, by the same grammar; 0 if it starts with none.
std::size_t number_length(std::string_view text);

/// The shortest text that reads back to the same double ("0.1", "1e-07", "433196").
std::string exact(double value);
void append_exact(std::string& text, double value);
/// Writes the same text to `to`; returns its length. All of the `max_exact` bytes from `to` on may be written
/// to.
inline constexpr std::size_t max_exact = 64;
std::size_t write_exact(double value, char* to);

/// A number for a person: `digits` significant digits, but all digits before the point; thousands separated
/// by ',' from 10,000 on, no exponent between 1e-4 and 1e9.
std::string readable(double value, int digits = 4);

}  // namespace lca

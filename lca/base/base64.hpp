#pragma once
// Bytes as base64 text (RFC 4648), for numbers inside an HTML page.

#include <span>
#include <string>

namespace lca {

std::string base64(std::span<const unsigned char> bytes);
/// The numbers as base64: eight bytes each (IEEE 754 double), the low byte first.
std::string base64(std::span<const double> numbers);

}  // namespace lca

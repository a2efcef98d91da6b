#pragma once
// Bytes as text of 64 characters (RFC 4648), for data inside a page.

#include <span>
#include <string>

namespace lca {

std::string base64(std::span<const unsigned char> bytes);
/// The eight bytes of each number (IEEE 754), the low byte first, as base64.
std::string base64(std::span<const double> numbers);

}  // namespace lca

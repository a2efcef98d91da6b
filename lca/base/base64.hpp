#pragma once
// Bytes as text of 64 characters (RFC 4648), for data inside a page.

#include <span>
#include <string>

namespace lca {

std::string base64(std::span<const unsigned char> bytes);
/// Numbers as their bits, the low byte first.
std::string base64(std::span<const double> numbers);

}  // namespace lca

#include "lca/base/base64.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lca {

std::string base64(std::span<const unsigned char> bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t left = bytes.size() - at;
        const std::uint32_t three = std::uint32_t{bytes[at]} << 16U |
                                    (left > 1 ? std::uint32_t{bytes[at + 1]} << 8U : 0U) |
                                    (left > 2 ? std::uint32_t{bytes[at + 2]} : 0U);
        text += alphabet[three >> 18U];
        text += alphabet[three >> 12U & 63U];
        text += left > 1 ? alphabet[three >> 6U & 63U] : '=';
        text += left > 2 ? alphabet[three & 63U] : '=';
    }
    return text;
}

std::string base64(std::span<const double> numbers) {
    std::vector<unsigned char> bytes;
    bytes.reserve(numbers.size() * sizeof(double));
    for (const double number : numbers) {
        const auto bits = std::bit_cast<std::uint64_t>(number);
        for (unsigned shift = 0; shift < 64; shift += 8)
            bytes.push_back(static_cast<unsigned char>(bits >> shift & 0xffU));
    }
    return base64(std::span<const unsigned char>(bytes));
}

}  // namespace lca

#include "lca/base/base64.hpp"

#include <openssl/evp.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

namespace lca {

std::string base64(std::span<const unsigned char> bytes) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw std::length_error("base64 of more than 2 GB");
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // + 1: the library ends it with a zero byte
    const int written = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                        static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(written));
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

// Uses libcrypto's SHA-256, which has the processor's instructions for it: four times as fast as portable
// code, which would take longer to hash logs of hundreds of megabytes than reading them takes. The low-level
// functions need no set-up; OpenSSL 3 deprecates them in favour of functions that load providers first.
#include "lca/base/digest.hpp"

#include <openssl/sha.h>

#include <array>

namespace lca {

struct Digest::State {
    SHA256_CTX context;
};

Digest::Digest() : state_(std::make_unique<State>()) {
    SHA256_Init(&state_->context);
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) {
    SHA256_Update(&state_->context, bytes.data(), bytes.size());
}

std::string Digest::hex() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256_Final(digest.data(), &state_->context);
    std::string result;
    for (const unsigned char byte : digest) {
        result += digits[byte >> 4U];
        result += digits[byte & 0xfU];
    }
    return result;
}

std::string sha256(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    return digest.hex();
}

}  // namespace lca

#pragma once
// SHA-256, which results state for each file that was read.

#include <memory>
#include <string>
#include <string_view>

namespace lca {

/// The SHA-256 of bytes that are added block by block.
class Digest {
public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    void add(std::string_view bytes);
    /// The digest in lower-case hex. Nothing may be added afterwards.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// SHA-256 of bytes, lower-case hex.
std::string sha256(std::string_view bytes);

}  // namespace lca

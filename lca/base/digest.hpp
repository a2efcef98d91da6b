#pragma once
// SHA-256, by which results name the files they rest on.

#include <memory>
#include <string>
#include <string_view>

namespace lca {

/// The digest of bytes that arrive in blocks.
class Digest {
public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    void add(std::string_view bytes);
    /// Lower-case hex. Nothing is added after it.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// SHA-256 of bytes, lower-case hex.
std::string sha256(std::string_view bytes);

}  // namespace lca

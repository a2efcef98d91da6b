#pragma once
// How a file begins, read before the file is, and then once more with it.

#include <cstddef>
#include <string>
#include <string_view>

#include "lca/base/byte_source.hpp"
#include "models/logs/log.hpp"

namespace lca {

/// A file whose beginning has been read: gives that first, then the rest.
class ReplayedBytes final : public ByteSource {
public:
    /// Throws FileError.
    explicit ReplayedBytes(ByteSource& rest);
    LogHead head() const;
    std::size_t read(char* to, std::size_t count) override;
    /// To the end: what follows a line that was cut counts in the digest.
    void skip_rest();

private:
    ByteSource& rest_;
    std::string head_;
    std::size_t given_ = 0;
};

}  // namespace lca

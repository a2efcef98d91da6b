#pragma once
// Lets the beginning of a file be looked at before the file is read from its beginning.

#include <cstddef>
#include <string>
#include <string_view>

#include "lca/base/byte_source.hpp"
#include "models/logs/log.hpp"

namespace lca {

/// A file whose beginning was read to recognise its format: gives that first, then the rest.
class ReplayedBytes final : public ByteSource {
public:
    /// Throws FileError.
    explicit ReplayedBytes(ByteSource& rest);
    LogHead head() const;
    std::size_t read(char* to, std::size_t count) override;
    /// Reads to the end: what follows a cut line counts in the digest, too.
    void skip_rest();

private:
    ByteSource& rest_;
    std::string head_;
    std::size_t given_ = 0;
};

}  // namespace lca

#pragma once
// Lets a file's format be recognised from its beginning, and the file then be read from the beginning.

#include <cstddef>
#include <string>
#include <string_view>

#include "lca/base/byte_source.hpp"
#include "models/logs/log.hpp"

namespace lca {

/// A file whose beginning has been read already: returns the beginning again, and then the rest of the file.
class ReplayedBytes final : public ByteSource {
public:
    /// Reads the beginning. Throws FileError.
    explicit ReplayedBytes(ByteSource& rest);
    LogHead head() const;
    std::size_t read(char* to, std::size_t count) override;
    /// Reads to the end, because what a reader has not read must also count in the digest.
    void skip_rest();

private:
    ByteSource& rest_;
    std::string head_;
    std::size_t given_ = 0;
};

}  // namespace lca

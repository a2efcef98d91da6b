#pragma once
// Reading bytes in order, a block at a time, so that files larger than memory can be read.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lca/base/background_digest.hpp"
#include "lca/base/file.hpp"

namespace lca {

/// Something that bytes are read from, in order: a file or a text in memory.
class ByteSource {
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Writes at most `count` bytes to `to` and returns how many; 0 only at the end. Throws FileError.
    virtual std::size_t read(char* to, std::size_t count) = 0;
};

/// Whether FileBytes computes the SHA-256 of the bytes while it reads them.
enum class Hashing : unsigned char { none, sha256 };

/// Reads a file block by block; never more than one block is in memory.
class FileBytes final : public ByteSource {
public:
    /// Throws FileError for a missing file, a directory, a device, and a pipe where `pipes` rejects pipes.
    explicit FileBytes(std::string path, Pipes pipes = Pipes::rejected, Hashing hashing = Hashing::sha256);
    ~FileBytes() override;
    std::size_t read(char* to, std::size_t count) override;

    /// SHA-256 of the bytes read so far, in lower-case hex; of the whole file once read() has returned 0.
    /// Call once; "" for Hashing::none.
    std::string sha256();
    std::uint64_t count() const { return count_; }

private:
    std::string path_;
    int number_ = -1;
    std::uint64_t count_ = 0;
    std::optional<base::BackgroundDigest> digest_;
};

/// The first `count` bytes of a file, or the whole file if it is shorter. Throws FileError like FileBytes.
std::string beginning_of(const std::string& path, std::size_t count = 4096);

/// Reads the bytes of a text in memory, which must outlive this object.
class TextBytes final : public ByteSource {
public:
    explicit TextBytes(std::string_view text) : rest_(text) {}
    std::size_t read(char* to, std::size_t count) override;

private:
    std::string_view rest_;
};

}  // namespace lca

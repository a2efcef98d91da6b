#pragma once
// Bytes in order, a block at a time: files larger than memory are read through it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lca/base/background_digest.hpp"
#include "lca/base/file.hpp"

namespace lca {

/// Where bytes come from.
class ByteSource {
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Writes at most `count` bytes to `to` and returns how many; 0 only at the end. Throws FileError.
    virtual std::size_t read(char* to, std::size_t count) = 0;
};

/// Whether the SHA-256 of what is read is computed on the way.
enum class Hashing : unsigned char { none, sha256 };

/// The bytes of a file, never more than a block of them in memory.
class FileBytes final : public ByteSource {
public:
    /// Throws FileError, as read_file() does: missing, a directory or device, a pipe that is rejected.
    explicit FileBytes(std::string path, Pipes pipes = Pipes::rejected, Hashing hashing = Hashing::sha256);
    ~FileBytes() override;
    std::size_t read(char* to, std::size_t count) override;

    /// SHA-256 of the bytes read so far, in lower-case hex: that of the whole file once read() returned 0.
    /// Call once; "" if no digest was requested.
    std::string sha256();
    std::uint64_t count() const { return count_; }

private:
    std::string path_;
    int number_ = -1;
    std::uint64_t count_ = 0;
    std::optional<base::BackgroundDigest> digest_;
};

/// The first `count` bytes of a file, or all of a shorter one. Throws FileError, as FileBytes does.
std::string beginning_of(const std::string& path, std::size_t count = 4096);

/// The bytes of a text in memory, which must outlive this object.
class TextBytes final : public ByteSource {
public:
    explicit TextBytes(std::string_view text) : rest_(text) {}
    std::size_t read(char* to, std::size_t count) override;

private:
    std::string_view rest_;
};

}  // namespace lca

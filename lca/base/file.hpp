#pragma once
// Reading a whole file, and writing a file completely or not at all, all at once or piece by piece.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lca {

/// Upper limits on what is read; larger input is rejected (see docs/reference/language.md).
struct Limits {
    static constexpr std::size_t document_bytes = 2'000'000;
    static constexpr std::size_t nodes = 2'000'000;
    static constexpr std::size_t depth = 64;
    static constexpr std::size_t text_bytes = 65'536;
    static constexpr std::size_t key_bytes = 256;
    static constexpr std::size_t number_bytes = 64;
    static constexpr std::size_t unit_bytes = 128;
    static constexpr std::size_t unit_factors = 16;
    static constexpr std::size_t extends_depth = 8;
    static constexpr std::size_t files = 64;
    static constexpr std::size_t csv_bytes = 16'000'000;
    static constexpr std::size_t csv_line_bytes = 65'536;
    static constexpr std::size_t csv_columns = 256;
};

/// Whether a pipe may be read: one given on the command line yes, one named in a file no (it may block).
enum class Pipes : unsigned char { read, rejected };

/// While an object of this class exists, `ask` is called every 100 ms while a read waits for another program;
/// it may throw to stop the read. At most one object at a time, in the thread that reads.
class WhileReadsWait {
public:
    explicit WhileReadsWait(std::function<void()> ask);
    ~WhileReadsWait();
    WhileReadsWait(const WhileReadsWait&) = delete;
    WhileReadsWait& operator=(const WhileReadsWait&) = delete;
};

/// The bytes of a regular file, or of a pipe that is within the limit.
/// Throws FileError (missing, a directory or device, no permission, read error), and InputError for more than
/// `limit` bytes.
std::string read_file(const std::string& path, std::size_t limit = Limits::document_bytes,
                      Pipes pipes = Pipes::read);

/// Writes a file piece by piece under a temporary name beside its final name. finish() flushes it to disk and
/// renames it; until then, or if finish() is never called, an existing file of that name stays unchanged and
/// no temporary file is left. The mode of a replaced file is kept. A symbolic link, a pipe or a device is
/// written in place instead.
class FileWriter {
public:
    /// Throws FileError if the file cannot be written there.
    explicit FileWriter(std::string path);
    ~FileWriter();
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// Throws FileError, for instance if the disk is full.
    void append(std::string_view bytes);
    /// Call once, after the last piece. Throws FileError; the file is then not written.
    void finish();

private:
    void open_in_place();
    void open_beside(std::optional<unsigned> old_mode);
    [[noreturn]] void fail(int code) const;

    std::string path_, beside_;  // beside_: the temporary name until finish(); "" when written in place
    int number_ = -1;
};

/// Writes a file with a FileWriter, all bytes at once.
void write_file(const std::string& path, std::string_view bytes);

/// Writes all of `bytes` to a descriptor. Throws FileError (for instance if the disk is full) or ReaderGone.
void write_all(int descriptor, std::string_view bytes);

}  // namespace lca

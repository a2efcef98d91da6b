#pragma once
// Reading a file whole, and writing one whole or not at all, in one piece or in many.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lca {

/// What is read at most (see docs/reference/language.md).
struct Limits {
    static constexpr std::size_t scenario_bytes = 2'000'000;
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

/// A pipe that a command names is read to its end; one that a file names is rejected: nobody may ever write.
enum class Pipes : unsigned char { read, rejected };

/// While an object of it exists, `ask` is called now and then where a read waits for another program; it may
/// throw to give up. One object at a time, in the thread that reads.
class WhileReadsWait {
public:
    explicit WhileReadsWait(std::function<void()> ask);
    ~WhileReadsWait();
    WhileReadsWait(const WhileReadsWait&) = delete;
    WhileReadsWait& operator=(const WhileReadsWait&) = delete;
};

/// The bytes of a regular file (or a pipe that ends within the limit).
/// Throws FileError: missing, a directory or device, no permission, read error; InputError: over `limit`
/// bytes.
std::string read_file(const std::string& path, std::size_t limit = Limits::scenario_bytes,
                      Pipes pipes = Pipes::read);

/// A file that is written piece by piece beside the one it replaces. finish() flushes it to disk and gives it
/// its name: until then, and where that never comes, what was there stays as it was, with nothing beside it.
/// The mode of a file that is replaced is kept. Through a symbolic link, into a pipe or a device it writes in
/// place.
class FileWriter {
public:
    /// Throws FileError where nothing can be written there.
    explicit FileWriter(std::string path);
    ~FileWriter();
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// Throws FileError (a full disk).
    void append(std::string_view bytes);
    /// Once, after the last piece. Throws FileError: then it was not written.
    void finish();

private:
    void open_in_place();
    void open_beside(std::optional<unsigned> old_mode);
    [[noreturn]] void fail(int code) const;

    std::string path_, beside_;  // beside_: the name until finish(); "" where it is written in place
    int number_ = -1;
};

/// A file written by FileWriter in one piece.
void write_file(const std::string& path, std::string_view bytes);

/// Writes all of `bytes` to a descriptor. Throws FileError (a full disk), ReaderGone.
void write_all(int descriptor, std::string_view bytes);

}  // namespace lca

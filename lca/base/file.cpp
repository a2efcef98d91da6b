#include "lca/base/file.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace {

constexpr std::size_t max_name = 4096;  // characters of a path that a message shows

/// An open file that is closed when it goes out of scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

std::string reason(int code) {
    return std::generic_category().message(code);
}

std::string name_of(const std::string& path) {
    return in_quotes(path, max_name);
}

/// The path as it was written and, if it is relative, the absolute path in brackets.
std::string resolved_name(const std::string& path) {
    if (path.starts_with('/')) return name_of(path);
    std::array<char, max_name> folder{};
    if (::getcwd(folder.data(), folder.size()) == nullptr) return name_of(path);
    return name_of(path) + " (" + shown(std::string(folder.data()) + "/" + path, max_name) + ")";
}

[[noreturn]] void cannot(std::string_view what, const std::string& path, const std::string& why) {
    throw FileError("cannot " + std::string(what) + " " + resolved_name(path) + ": " + why);
}

void check_name(std::string_view what, const std::string& path) {
    if (path.empty()) throw FileError("cannot " + std::string(what) + " a file: its name is empty");
    if (path.find('\0') != std::string::npos) cannot(what, path, "the name contains a NUL byte");
}

/// Why something cannot be read as a file (a directory, a device …); "" for a file or a permitted pipe.
std::string_view unreadable_kind(mode_t mode, Pipes pipes) {
    if (S_ISREG(mode)) return {};
    if (S_ISFIFO(mode)) return pipes == Pipes::read ? "" : "it is a pipe, not a regular file";
    if (S_ISDIR(mode)) return "it is a directory, not a regular file";
    if (S_ISSOCK(mode)) return "it is a socket, not a regular file";
    return "it is a device, not a regular file";
}

std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

[[noreturn]] void too_large(const std::string& path, std::size_t limit) {
    throw InputError(name_of(path) + " is too large: at most " + grouped(limit) + " bytes are read");
}

/// Writes all bytes; returns 0 or the system's error code (errno).
int write_code(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        if (written == 0) return EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string{} : path.substr(0, slash + 1);
}

/// Flushes a file's folder to disk, so that its new name survives a power failure. If that fails, that is no
/// error: the file itself is complete.
void flush_folder(const std::string& path) {
    const std::string folder = folder_of(path);
    const Descriptor opened(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.is_open()) ::fsync(opened.number());
}

/// Opens a file or a permitted pipe for reading. Throws FileError.
int open_readable(const std::string& path, Pipes pipes, struct stat& status) {
    check_name("read", path);
    // Opening a pipe waits for a writer unless O_NONBLOCK is set; for files that makes no difference.
    const int wait = pipes == Pipes::read ? 0 : O_NONBLOCK;
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | wait);
    if (number < 0) cannot("read", path, reason(errno));
    std::string why;
    if (::fstat(number, &status) != 0) {
        why = reason(errno);
    } else {
        why = unreadable_kind(status.st_mode, pipes);
    }
    if (why.empty()) return number;
    ::close(number);
    cannot("read", path, why);
}

std::function<void()> ask_while_waiting;

/// Waits until the next read would not block: data, the end, or an error, which that read then reports.
void wait_for(int number) {
    constexpr int every = 100;  // ms
    pollfd waits = {.fd = number, .events = POLLIN, .revents = 0};
    while (ask_while_waiting && ::poll(&waits, 1, every) == 0) ask_while_waiting();
}

/// Reads once; returns the number of bytes, 0 at the end. Throws FileError.
std::size_t read_some(int number, char* to, std::size_t max_bytes, const std::string& path) {
    wait_for(number);
    while (true) {
        const ssize_t count = ::read(number, to, max_bytes);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) cannot("read", path, reason(errno));
    }
}

}  // namespace

WhileReadsWait::WhileReadsWait(std::function<void()> ask) {
    ask_while_waiting = std::move(ask);
}

WhileReadsWait::~WhileReadsWait() {
    ask_while_waiting = nullptr;
}

std::string read_file(const std::string& path, std::size_t limit, Pipes pipes) {
    struct stat status {};
    const Descriptor file(open_readable(path, pipes, status));
    const auto announced = static_cast<std::size_t>(std::max<off_t>(0, status.st_size));
    if (announced > limit) too_large(path, limit);
    // The size of a regular file is known, so `announced` gives the block; 64 KiB only for pipes.
    const std::size_t piece = std::size_t{S_ISREG(status.st_mode) ? 1U : 64U} * 1024;
    std::string bytes;
    for (std::size_t length = 0;;) {
        bytes.resize(length + std::max(piece, announced + 1 - std::min(announced, length)));
        const std::size_t count =
            read_some(file.number(), bytes.data() + length, bytes.size() - length, path);
        length += count;
        if (length > limit) too_large(path, limit);
        bytes.resize(length);
        if (count == 0) break;
    }
    bytes.shrink_to_fit();
    return bytes;
}

FileWriter::FileWriter(std::string path) : path_(std::move(path)) {
    check_name("write", path_);
    struct stat status {};
    const bool exists = ::lstat(path_.c_str(), &status) == 0;
    if (!exists && errno != ENOENT) fail(errno);
    if (exists && S_ISDIR(status.st_mode)) cannot("write", path_, "it is a directory");
    if (!exists) {
        open_beside(std::nullopt);
    } else if (!S_ISREG(status.st_mode)) {
        open_in_place();
    } else {
        if (::access(path_.c_str(), W_OK) != 0) fail(errno);
        open_beside(status.st_mode & 07777U);
    }
}

FileWriter::~FileWriter() {
    if (number_ >= 0) ::close(number_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

void FileWriter::fail(int code) const {
    cannot("write", path_, reason(code));
}

void FileWriter::open_in_place() {
    number_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
    if (number_ < 0) fail(errno);
}

/// Opens a temporary file beside the final one. If the final one exists, the temporary file gets its mode;
/// until then only its owner may read it.
void FileWriter::open_beside(std::optional<unsigned> old_mode) {
    constexpr int attempts = 100;
    const std::string start = folder_of(path_) + ".lca-" + std::to_string(::getpid()) + "-";
    for (int attempt = 0; number_ < 0; ++attempt) {
        std::string name = start + std::to_string(attempt) + ".tmp";
        const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
        number_ = ::open(name.c_str(), flags, old_mode ? 0600 : 0666);
        if (number_ >= 0) beside_ = std::move(name);
        if (number_ < 0 && (errno != EEXIST || attempt + 1 == attempts)) fail(errno);
    }
    if (!old_mode || ::fchmod(number_, *old_mode) == 0) return;
    const int code = errno;
    ::close(std::exchange(number_, -1));
    ::unlink(beside_.c_str());
    fail(code);
}

void FileWriter::append(std::string_view bytes) {
    if (const int code = write_code(number_, bytes); code != 0) fail(code);
}

void FileWriter::finish() {
    const bool in_place = beside_.empty();
    // Pipes and devices cannot be flushed to disk: fsync() then fails with EINVAL, on some with EROFS.
    if (::fsync(number_) != 0 && !(in_place && (errno == EINVAL || errno == EROFS))) fail(errno);
    // Some file systems report a full disk only on closing.
    if (::close(std::exchange(number_, -1)) != 0) fail(errno);
    if (in_place) return;
    if (::rename(beside_.c_str(), path_.c_str()) != 0) fail(errno);
    beside_.clear();
    flush_folder(path_);
}

void write_file(const std::string& path, std::string_view bytes) {
    FileWriter file(path);
    file.append(bytes);
    file.finish();
}

void write_all(int descriptor, std::string_view bytes) {
    if (const int code = write_code(descriptor, bytes); code != 0) {
        const std::string text = "cannot write the output: " + reason(code);
        if (code == EPIPE) throw ReaderGone(text);
        throw FileError(text);
    }
}

FileBytes::FileBytes(std::string path, Pipes pipes, Hashing hashing) : path_(std::move(path)) {
    struct stat status {};
    number_ = open_readable(path_, pipes, status);
    if (hashing == Hashing::sha256) digest_.emplace();
}

FileBytes::~FileBytes() {
    if (number_ >= 0) ::close(number_);
}

std::size_t FileBytes::read(char* to, std::size_t count) {
    const std::size_t got = read_some(number_, to, count, path_);
    count_ += got;
    if (digest_) digest_->add({to, got});
    return got;
}

std::string FileBytes::sha256() {
    return digest_ ? digest_->hex() : std::string();
}

std::size_t TextBytes::read(char* to, std::size_t count) {
    const std::size_t given = std::min(count, rest_.size());
    std::memcpy(to, rest_.data(), given);
    rest_.remove_prefix(given);
    return given;
}

std::string beginning_of(const std::string& path, std::size_t count) {
    FileBytes bytes(path, Pipes::rejected, Hashing::none);
    std::string text(count, '\0');
    text.resize(bytes.read(text.data(), text.size()));
    return text;
}

}  // namespace lca

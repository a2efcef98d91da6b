#include "lca/document/line_reader.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>

#include "lca/base/text.hpp"

namespace lca {
namespace {

constexpr std::size_t block_bytes = 262'144;  // bytes read at once

/// The offset of a byte between two offsets of a buffer; npos if it is not there.
std::size_t find_byte(const std::string& buffer, char byte, std::size_t from, std::size_t to) {
    const void* found = std::memchr(buffer.data() + from, byte, to - from);
    return found == nullptr ? std::string::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - buffer.data());
}

}  // namespace

LineReader::LineReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics, std::size_t limit)
    : bytes_(bytes), diagnostics_(diagnostics), file_(file), limit_(limit) {
    buffer_.resize(block_bytes);
}

bool LineReader::next() {
    if (!good_) return false;
    if (!started_) {
        started_ = true;
        while (filled_ < 3 && fill()) {
        }
        if (std::string_view(buffer_.data(), filled_).starts_with("\xef\xbb\xbf")) after_ = 3;
    }
    begin_ = end_ = after_;
    if (after_ == filled_ && !fill()) return false;
    number_ = ++last_;
    return find_end(after_);
}

bool LineReader::extend() {
    if (!good_ || !has_end_) return false;
    if (after_ == filled_ && !fill()) return false;
    ++last_;
    return find_end(after_);
}

/// Finds the end of the current line, searching from offset `from`.
bool LineReader::find_end(std::size_t from) {
    while (true) {
        const std::size_t found = find_byte(buffer_, '\n', from, filled_);
        if (found != std::string::npos) {
            has_end_ = true;
            after_ = found + 1;
            return accept(found);
        }
        const std::size_t length = filled_ - begin_;
        if (length > limit_) {
            return fault(0, fmt::format("a line of more than {} bytes", limit_),
                         "a text file with line ends");
        }
        if (!fill()) break;
        from = begin_ + length;
    }
    has_end_ = false;
    after_ = filled_;
    if (begin_ == filled_) return false;
    return accept(filled_);
}

bool LineReader::accept(std::size_t stop) {
    end_ = stop > begin_ && buffer_[stop - 1] == '\r' ? stop - 1 : stop;
    if (end_ - begin_ > limit_) {
        return fault(0, fmt::format("a line of more than {} bytes", limit_), "a text file with line ends");
    }
    if (!has_nul_) return true;
    const std::size_t nul = find_byte(buffer_, '\0', begin_, stop);
    if (nul == std::string::npos) return true;
    return fault(nul - begin_, "a NUL byte: this is not text", "a text file (UTF-8)");
}

/// Reads more bytes behind the current line, whose offset may change. False at the end of the file.
bool LineReader::fill() {
    if (at_end_) return false;
    if (begin_ > 0 && filled_ + block_bytes > buffer_.size()) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
        end_ -= begin_;
        after_ -= begin_;
        filled_ -= begin_;
        begin_ = 0;
    }
    if (filled_ + block_bytes / 2 > buffer_.size()) buffer_.resize(buffer_.size() + block_bytes);
    const std::size_t count = bytes_.read(buffer_.data() + filled_, buffer_.size() - filled_);
    at_end_ = count == 0;
    has_nul_ = has_nul_ || find_byte(buffer_, '\0', filled_, filled_ + count) != std::string::npos;
    filled_ += count;
    return !at_end_;
}

bool LineReader::fault(std::size_t offset, std::string message, std::string expected) {
    good_ = false;
    diagnostics_.error(place(offset), std::move(message), std::move(expected));
    return false;
}

Place LineReader::place(std::size_t offset) const {
    const std::string_view all(buffer_.data() + begin_, filled_ - begin_);
    const std::string_view before = all.substr(0, offset);
    const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t start = lines == 0 ? 0 : before.rfind('\n') + 1;
    return {file_, number_ + lines, static_cast<std::uint32_t>(characters(before.substr(start)) + 1)};
}

}  // namespace lca

#include "lca/document/locator.hpp"

#include <algorithm>

#include "lca/base/text.hpp"

namespace lca::document {
namespace {

constexpr std::size_t stride = 256;

}  // namespace

Locator::Locator(std::uint32_t file, const Source& source)
    : text_(source.text), file_(file), first_line_(source.first_line) {
    plain_ =
        std::all_of(text_.begin(), text_.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (plain_) return;
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text_.size(); at += stride) {
        counts_.push_back(count);
        count += static_cast<std::uint32_t>(characters(text_.substr(at, stride)));
    }
    counts_.push_back(count);
}

std::size_t Locator::characters_before(std::size_t offset) const {
    const std::size_t block = offset / stride;
    return counts_[block] + characters(text_.substr(block * stride, offset - block * stride));
}

Place Locator::at(std::size_t offset, std::size_t line, std::size_t line_start) const {
    const std::size_t end = std::min(offset, text_.size());
    const std::size_t start = std::min(line_start, end);
    const std::size_t before = plain_ ? end - start : characters_before(end) - characters_before(start);
    return {file_, first_line_ + static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(before + 1)};
}

Place Locator::at(std::size_t offset) const {
    return at(offset, line_of(offset), line_start(offset));
}

const std::vector<std::size_t>& Locator::line_starts() const {
    if (!line_starts_.empty()) return line_starts_;
    line_starts_.push_back(0);
    for (std::size_t end = text_.find('\n'); end != std::string_view::npos; end = text_.find('\n', end + 1))
        line_starts_.push_back(end + 1);
    return line_starts_;
}

std::size_t Locator::line_of(std::size_t offset) const {
    const std::vector<std::size_t>& starts = line_starts();
    const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
    return static_cast<std::size_t>(after - starts.begin()) - 1;
}

std::size_t Locator::line_start(std::size_t offset) const {
    return line_starts()[line_of(offset)];
}

std::string_view Locator::line(std::size_t offset) const {
    std::string_view result = text_.substr(line_start(offset));
    result = result.substr(0, result.find('\n'));
    if (result.ends_with('\r')) result.remove_suffix(1);
    return result;
}

}  // namespace lca::document

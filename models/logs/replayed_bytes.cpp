#include "models/logs/replayed_bytes.hpp"

#include <algorithm>
#include <cstring>

namespace lca {
namespace {

constexpr std::size_t head_bytes = 262'144;

}  // namespace

ReplayedBytes::ReplayedBytes(ByteSource& rest) : rest_(rest) {
    head_.resize(head_bytes);
    std::size_t length = 0;
    while (const std::size_t count = rest_.read(head_.data() + length, head_bytes - length)) {
        length += count;
        if (length == head_bytes) break;
    }
    head_.resize(length);
}

LogHead ReplayedBytes::head() const {
    LogHead head{.text = head_, .first = head_};
    if (head.first.starts_with("\xef\xbb\xbf")) head.first.remove_prefix(3);
    head.first = head.first.substr(0, head.first.find('\n'));
    if (head.first.ends_with('\r')) head.first.remove_suffix(1);
    return head;
}

std::size_t ReplayedBytes::read(char* to, std::size_t count) {
    if (given_ == head_.size()) return rest_.read(to, count);
    const std::size_t size = std::min(count, head_.size() - given_);
    std::memcpy(to, head_.data() + given_, size);
    given_ += size;
    return size;
}

void ReplayedBytes::skip_rest() {
    std::string rest(head_bytes, '\0');
    while (read(rest.data(), rest.size()) > 0) {
    }
}

}  // namespace lca

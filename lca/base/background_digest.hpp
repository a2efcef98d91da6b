#pragma once
// The SHA-256 of a long text, computed in a second thread while the text is read and processed.

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "lca/base/digest.hpp"

namespace lca::base {

/// Takes a text part by part. After the first 4 MB a helper thread hashes copies of the parts, at most four
/// of them in memory at a time, so that the caller can go on reading a log while it is hashed.
class BackgroundDigest {
public:
    BackgroundDigest() = default;
    ~BackgroundDigest() { finish(); }
    BackgroundDigest(const BackgroundDigest&) = delete;
    BackgroundDigest& operator=(const BackgroundDigest&) = delete;

    void add(std::string_view bytes);
    /// SHA-256 of everything that was added, in lower-case hex. Call once.
    std::string hex();

private:
    static constexpr std::size_t parts = 4;

    bool has_helper();
    void work();
    void finish();

    Digest digest_;         // used by the helper thread alone once it runs
    std::size_t size_ = 0;  // bytes added so far
    std::array<std::string, parts> waiting_;
    std::size_t next_ = 0;   // index in waiting_ where the next part is stored
    std::size_t count_ = 0;  // parts in waiting_ that are not hashed yet
    bool at_end_ = false, alone_ = false;
    std::mutex mutex_;  // guards count_ and at_end_
    std::condition_variable filled_, emptied_;
    std::thread helper_;
};

}  // namespace lca::base

#pragma once
// The SHA-256 of a long text, computed beside whatever else is done with it.

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "lca/base/digest.hpp"

namespace lca::base {

/// Takes a text in parts. Beyond the first megabytes a thread of its own hashes copies of the parts, only a
/// few of which are in memory: a log is read faster than it could be read and hashed in turn.
class BackgroundDigest {
public:
    BackgroundDigest() = default;
    ~BackgroundDigest() { finish(); }
    BackgroundDigest(const BackgroundDigest&) = delete;
    BackgroundDigest& operator=(const BackgroundDigest&) = delete;

    void add(std::string_view bytes);
    /// SHA-256 of all that was added, in lower-case hex. Call once.
    std::string hex();

private:
    static constexpr std::size_t parts = 4;

    bool has_helper();
    void work();
    void finish();

    Digest digest_;         // the helper's, where there is one
    std::size_t size_ = 0;  // bytes that were added
    std::array<std::string, parts> waiting_;
    std::size_t next_ = 0;   // where in waiting_ the next part goes
    std::size_t count_ = 0;  // parts that wait to be hashed
    bool at_end_ = false, alone_ = false;
    std::mutex mutex_;  // guards count_ and at_end_
    std::condition_variable filled_, emptied_;
    std::thread helper_;
};

}  // namespace lca::base

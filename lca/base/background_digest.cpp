#include "lca/base/background_digest.hpp"

#include <system_error>

namespace lca::base {
namespace {

constexpr std::size_t worth_a_thread =
    4'000'000;  // bytes: hashing them takes 2 ms, starting a thread only 0.2 ms

}  // namespace

void BackgroundDigest::add(std::string_view bytes) {
    size_ += bytes.size();
    if (!has_helper()) return digest_.add(bytes);
    {
        std::unique_lock lock(mutex_);
        emptied_.wait(lock, [this] { return count_ < parts; });
    }
    waiting_[next_].assign(bytes);  // the helper thread reads it only once count_ includes it
    next_ = (next_ + 1) % parts;
    {
        const std::lock_guard lock(mutex_);
        ++count_;
    }
    filled_.notify_one();
}

/// Starts the helper thread once the text is long enough to be worth one. Whether there is a helper thread.
bool BackgroundDigest::has_helper() {
    if (helper_.joinable()) return true;
    if (alone_ || size_ < worth_a_thread) return false;
    try {
        helper_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
        alone_ = true;  // no thread could be started
    }
    return !alone_;
}

void BackgroundDigest::work() {
    for (std::size_t at = 0;; at = (at + 1) % parts) {
        {
            std::unique_lock lock(mutex_);
            filled_.wait(lock, [this] { return count_ > 0 || at_end_; });
            if (count_ == 0) return;
        }
        digest_.add(waiting_[at]);
        {
            const std::lock_guard lock(mutex_);
            --count_;
        }
        emptied_.notify_one();
    }
}

void BackgroundDigest::finish() {
    if (!helper_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        at_end_ = true;
    }
    filled_.notify_one();
    helper_.join();
    alone_ = true;
}

std::string BackgroundDigest::hex() {
    finish();
    return digest_.hex();
}

}  // namespace lca::base

#include "lca/math/sketch.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "lca/math/column_sums.hpp"

namespace lca {

namespace {

constexpr std::uint64_t page = 1024;  // number of bins by which memory grows

std::uint64_t leading_bits(double size, int shift) {
    return std::bit_cast<std::uint64_t>(size) >> shift;
}

double from_leading_bits(std::uint64_t bits, int shift) {
    return std::bit_cast<double>(bits << shift);
}

}  // namespace

int Sketch::digits_for(double minimum, double maximum) {
    const double size = std::max(std::fabs(minimum), std::fabs(maximum));
    if (!(maximum > minimum)) return max_digits;
    int digits = fewest_digits;
    while (digits < max_digits && std::ldexp(size, -digits) * 1024 > maximum - minimum) ++digits;
    return digits;
}

std::uint64_t Sketch::Side::bins_with(std::uint64_t low, std::uint64_t high) const {
    std::uint64_t begin = low / page, end = high / page + 1;
    if (!counts.empty()) {
        begin = std::min(begin, first / page);
        end = std::max(end, (first + counts.size()) / page);
    }
    return (end - begin) * page;
}

/// Extends the allocated bins, in whole pages, so that those from `low` to `high` are among them.
void Sketch::Side::cover(std::uint64_t low, std::uint64_t high) {
    std::uint64_t begin = low / page * page, end = (high / page + 1) * page;
    if (!counts.empty()) {
        const std::uint64_t old_end = first + counts.size();
        if (begin >= first && end <= old_end) return;
        begin = std::min(begin, first);
        end = std::max(end, old_end);
    }
    std::vector<std::uint32_t> wider(end - begin, 0);
    const std::uint64_t offset = counts.empty() ? 0 : first - begin;
    std::copy(counts.begin(), counts.end(), wider.begin() + static_cast<std::ptrdiff_t>(offset));
    counts = std::move(wider);
    first = begin;
}

void Sketch::Side::merge(const Side& other) {
    if (other.counts.empty()) return;
    cover(other.first, other.first + other.counts.size() - 1);
    for (std::size_t i = 0; i < other.counts.size(); ++i) counts[other.first - first + i] += other.counts[i];
}

/// The same counts with `digits` fewer binary digits, that is, in wider bins.
Sketch::Side Sketch::Side::coarser(int digits) const {
    Side result;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        const std::uint64_t bits = (first + i) >> digits;
        result.cover(bits, bits);
        result.counts[bits - result.first] += counts[i];
    }
    return result;
}

Sketch Sketch::coarser(int shift) const {
    Sketch result(52 - shift);
    result.negative_ = negative_.coarser(shift - shift_);
    result.positive_ = positive_.coarser(shift - shift_);
    result.zeros_ = zeros_;
    return result;
}

void Sketch::add_one(Side& side, double size) {
    const std::uint64_t bits = leading_bits(size, shift_);
    side.cover(bits, bits);
    ++side.counts[bits - side.first];
}

/// Whether bins must become wider once values from minimum to maximum are added. If there are values of both
/// signs, or zeros, the widest bins are used. This depends only on the range of all values, so that the order
/// of adding and merging does not matter.
bool Sketch::too_fine(double minimum, double maximum) const {
    if (digits() <= fewest_digits) return false;
    const bool negative = minimum < 0 || !negative_.counts.empty();
    const bool positive = maximum > 0 || !positive_.counts.empty();
    if (negative + positive + (zeros_ > 0 || (minimum <= 0 && maximum >= 0)) > 1) return true;
    if (minimum > 0)
        return positive_.bins_with(leading_bits(minimum, shift_), leading_bits(maximum, shift_)) > max_bins;
    return maximum < 0 &&
           negative_.bins_with(leading_bits(-maximum, shift_), leading_bits(-minimum, shift_)) > max_bins;
}

/// Whether bins must become wider once this sketch and another with equal bins are merged.
bool Sketch::too_fine(const Sketch& other) const {
    if (digits() <= fewest_digits) return false;
    const bool negative = !negative_.counts.empty() || !other.negative_.counts.empty();
    const bool positive = !positive_.counts.empty() || !other.positive_.counts.empty();
    if (negative + positive + (zeros_ + other.zeros_ > 0) > 1) return true;
    const auto too_many = [](const Side& one, const Side& more) {
        return !more.counts.empty() &&
               one.bins_with(more.first, more.first + more.counts.size() - 1) > max_bins;
    };
    return too_many(negative_, other.negative_) || too_many(positive_, other.positive_);
}

void Sketch::add(std::span<const double> column, double minimum, double maximum) {
    while (too_fine(minimum, maximum)) drop_digit();
    if (minimum > 0) {
        positive_.cover(leading_bits(minimum, shift_), leading_bits(maximum, shift_));
        count_by_bits(column, shift_, positive_.first, positive_.counts.data());
    } else if (maximum < 0) {
        const std::uint64_t sign = std::uint64_t{1} << (63 - shift_);
        negative_.cover(leading_bits(-maximum, shift_), leading_bits(-minimum, shift_));
        count_by_bits(column, shift_, negative_.first + sign, negative_.counts.data());
    } else {
        for (double x : column) {
            if (x > 0) add_one(positive_, x);
            if (x < 0) add_one(negative_, -x);
            if (x == 0) ++zeros_;
        }
    }
}

void Sketch::merge(const Sketch& other) {
    if (shift_ < other.shift_) *this = coarser(other.shift_);
    if (shift_ > other.shift_) return merge(other.coarser(shift_));
    if (too_fine(other)) {
        drop_digit();
        return merge(other);
    }
    negative_.merge(other.negative_);
    positive_.merge(other.positive_);
    zeros_ += other.zeros_;
}

/// Calls `function(bin)` for each bin that is not empty, in rising order, until it returns false.
template <class Function>
void Sketch::each_bin(Function function) const {
    for (std::size_t i = negative_.counts.size(); i-- > 0;) {
        if (negative_.counts[i] == 0) continue;
        const std::uint64_t bits = negative_.first + i;
        if (!function(Bin{-from_leading_bits(bits + 1, shift_), -from_leading_bits(bits, shift_),
                          negative_.counts[i]}))
            return;
    }
    if (zeros_ > 0 && !function(Bin{0, 0, zeros_})) return;
    for (std::size_t i = 0; i < positive_.counts.size(); ++i) {
        if (positive_.counts[i] == 0) continue;
        const std::uint64_t bits = positive_.first + i;
        if (!function(Bin{from_leading_bits(bits, shift_), from_leading_bits(bits + 1, shift_),
                          positive_.counts[i]}))
            return;
    }
}

std::vector<Sketch::Bin> Sketch::bins() const {
    std::vector<Bin> result;
    each_bin([&](const Bin& bin) {
        result.push_back(bin);
        return true;
    });
    return result;
}

double Sketch::resolution(double at) const {
    return std::ldexp(std::fabs(at), -digits());
}

std::uint64_t Sketch::Side::count() const {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

std::uint64_t Sketch::count() const {
    return zeros_ + negative_.count() + positive_.count();
}

std::vector<double> Sketch::quantiles(std::span<const double> shares) const {
    const auto all = static_cast<double>(count());
    std::vector<double> result;
    double below = 0;
    each_bin([&](const Bin& bin) {
        const auto count = static_cast<double>(bin.count);
        while (result.size() < shares.size() && shares[result.size()] * all <= below + count) {
            const double part = std::clamp((shares[result.size()] * all - below) / count, 0.0, 1.0);
            result.push_back(bin.low + (bin.high - bin.low) * part);
        }
        below += count;
        return result.size() < shares.size();
    });
    result.resize(shares.size(), result.empty() ? 0 : result.back());
    return result;
}

}  // namespace lca

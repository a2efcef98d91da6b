#include "lca/study/sketch.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "lca/calc/column_sums.hpp"

namespace lca {

namespace {

constexpr int shift = 42;  // of the 64 bits, sign, exponent and 10 digits are left
constexpr std::uint64_t octave = 1024;
constexpr std::uint64_t sign = std::uint64_t{1} << (63 - shift);

std::uint64_t leading_bits(double size) {
    return std::bit_cast<std::uint64_t>(size) >> shift;
}

double from_leading_bits(std::uint64_t bits) {
    return std::bit_cast<double>(bits << shift);
}

}  // namespace

/// Room for these sizes and those before, in whole octaves.
void Sketch::Side::cover(double low, double high) {
    std::uint64_t begin = leading_bits(low) / octave * octave;
    std::uint64_t end = (leading_bits(high) / octave + 1) * octave;
    if (!counts.empty()) {
        const std::uint64_t old_end = first + counts.size();
        if (begin >= first && end <= old_end) return;
        begin = std::min(begin, first);
        end = std::max(end, old_end);
    }
    std::vector<std::uint32_t> wider(end - begin, 0);
    std::copy(counts.begin(), counts.end(),
              wider.begin() + static_cast<std::ptrdiff_t>(first - begin) * (counts.empty() ? 0 : 1));
    counts = std::move(wider);
    first = begin;
}

void Sketch::Side::add(double size) {
    cover(size, size);
    ++counts[leading_bits(size) - first];
}

void Sketch::Side::merge(const Side& other) {
    if (other.counts.empty()) return;
    cover(from_leading_bits(other.first), from_leading_bits(other.first + other.counts.size() - 1));
    for (std::size_t i = 0; i < other.counts.size(); ++i) {
        counts[other.first - first + i] += other.counts[i];
    }
}

void Sketch::add(std::span<const double> column, double minimum, double maximum) {
    if (minimum > 0) {
        positive_.cover(minimum, maximum);
        count_by_bits(column, shift, positive_.first, positive_.counts.data());
    } else if (maximum < 0) {
        negative_.cover(-maximum, -minimum);
        count_by_bits(column, shift, negative_.first + sign, negative_.counts.data());
    } else {
        for (double x : column) {
            if (x > 0) positive_.add(x);
            if (x < 0) negative_.add(-x);
            if (x == 0) ++zeros_;
        }
    }
}

void Sketch::merge(const Sketch& other) {
    negative_.merge(other.negative_);
    positive_.merge(other.positive_);
    zeros_ += other.zeros_;
}

/// `function(bin)` for bins that hold any, rising, until it returns false.
template <class Function>
void Sketch::each_bin(Function function) const {
    for (std::size_t i = negative_.counts.size(); i-- > 0;) {
        if (negative_.counts[i] == 0) continue;
        const std::uint64_t bits = negative_.first + i;
        if (!function(Bin{-from_leading_bits(bits + 1), -from_leading_bits(bits), negative_.counts[i]}))
            return;
    }
    if (zeros_ > 0 && !function(Bin{0, 0, zeros_})) return;
    for (std::size_t i = 0; i < positive_.counts.size(); ++i) {
        if (positive_.counts[i] == 0) continue;
        const std::uint64_t bits = positive_.first + i;
        if (!function(Bin{from_leading_bits(bits), from_leading_bits(bits + 1), positive_.counts[i]})) return;
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

std::uint64_t Sketch::count() const {
    std::uint64_t sum = zeros_;
    for (std::uint32_t one : negative_.counts) sum += one;
    for (std::uint32_t one : positive_.counts) sum += one;
    return sum;
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

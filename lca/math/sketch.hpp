#pragma once
// A histogram with bins of equal relative width, for percentiles of any number of values in limited memory.
// Merging the sketches of two runs gives exactly the sketch of one run over the values of both.

#include <cstdint>
#include <span>
#include <vector>

namespace lca {

class Sketch {
public:
    /// A percentile lies in the same bin as the true value, so that its relative error is less than this.
    static constexpr double relative_error = 0x1p-10;
    static constexpr int fewest_digits = 10, max_digits = 44;
    /// A sketch that would need more bins than this (512 kB) uses fewer binary digits, that is, wider bins.
    static constexpr std::uint64_t max_bins = 1U << 17;

    /// Bins have the relative width 2^-digits: more digits are for values that lie close together.
    explicit Sketch(int digits = fewest_digits) : shift_(52 - digits) {}
    /// The digits that divide the range into about a thousand bins, but within the limits above; the maximum
    /// if minimum equals maximum.
    static int digits_for(double minimum, double maximum);

    /// Adds finite values in the range `minimum` to `maximum`. No bin may count more than 2^32 - 1 of them.
    void add(std::span<const double> column, double minimum, double maximum);
    /// Adds the counts of another sketch. If the digits differ, the result has the fewer.
    void merge(const Sketch& other);
    int digits() const { return 52 - shift_; }
    /// The largest error of a percentile that lies at this value.
    double resolution(double at) const;

    std::uint64_t count() const;
    /// How many values were below zero, and how many were zero; both exact.
    std::uint64_t below_zero() const { return negative_.count(); }
    std::uint64_t zeros() const { return zeros_; }
    /// The values below which the given shares of all values lie, interpolated within a bin; `shares` must
    /// rise, from 0 to 1. All 0 if no values were added.
    std::vector<double> quantiles(std::span<const double> shares) const;
    /// The range of a bin and how many values it holds.
    struct Bin {
        double low, high;
        std::uint64_t count;
    };
    std::vector<Bin> bins() const;

private:
    /// The counts for values of one sign; a bin is identified by the leading bits of the absolute value.
    struct Side {
        std::uint64_t first = 0;  // leading bits of the first bin
        std::vector<std::uint32_t> counts = {};

        void cover(std::uint64_t low, std::uint64_t high);  // of leading bits
        /// How many bins would be allocated after cover(low, high).
        std::uint64_t bins_with(std::uint64_t low, std::uint64_t high) const;
        void merge(const Side& other);
        std::uint64_t count() const;
        Side coarser(int digits) const;
    };
    template <class Function>
    void each_bin(Function function) const;
    void add_one(Side& side, double size);
    Sketch coarser(int shift) const;
    bool too_fine(double minimum, double maximum) const;
    bool too_fine(const Sketch& other) const;
    void drop_digit() { *this = coarser(shift_ + 1); }

    int shift_;  // number of low bits of a double that are ignored
    Side negative_, positive_;
    std::uint64_t zeros_ = 0;
};

}  // namespace lca

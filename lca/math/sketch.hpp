#pragma once
// A histogram with bins of equal relative width, for percentiles of any number of values in constant memory.
// Sketches of two runs merge into the sketch of one run over both, exactly.

#include <cstdint>
#include <span>
#include <vector>

namespace lca {

class Sketch {
public:
    /// A percentile lies in the same bin as the value it estimates: its relative error is less than this.
    static constexpr double relative_error = 0x1p-10;
    static constexpr int fewest_digits = 10, max_digits = 44;
    /// Digits are dropped, down to the fewest, while a sketch would need more bins than this (512 kB).
    static constexpr std::uint64_t max_bins = 1U << 17;

    /// Makes bins of the relative width 2^-digits: more digits for values that lie close together.
    explicit Sketch(int digits = fewest_digits) : shift_(52 - digits) {}
    /// The digits that give values between two ends about a thousand bins, within the limits above; the most
    /// where the ends are equal.
    static int digits_for(double minimum, double maximum);

    /// Adds finite values, between `minimum` and `maximum`. No bin may hold more than 2^32 - 1 of them.
    void add(std::span<const double> column, double minimum, double maximum);
    /// If the digits differ, the result has the fewer of them.
    void merge(const Sketch& other);
    int digits() const { return 52 - shift_; }
    /// How far a percentile at this value may be off.
    double resolution(double at) const;

    std::uint64_t count() const;
    /// How many were below zero, and how many zero: exact.
    std::uint64_t below_zero() const { return negative_.count(); }
    std::uint64_t zeros() const { return zeros_; }
    /// The values below which shares of all values lie, for rising shares from 0 to 1; interpolated within a
    /// bin. 0 where nothing was added.
    std::vector<double> quantiles(std::span<const double> shares) const;
    /// How many values a bin holds, for bins that hold any, in rising order of values.
    struct Bin {
        double low, high;
        std::uint64_t count;
    };
    std::vector<Bin> bins() const;

private:
    /// Values of one sign: bins by their leading bits, sign apart.
    struct Side {
        std::uint64_t first = 0;  // leading bits of the first bin
        std::vector<std::uint32_t> counts = {};

        void cover(std::uint64_t low, std::uint64_t high);  // leading bits
        /// How many bins there would be after `cover`.
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

    int shift_;  // low bits of a double that are dropped
    Side negative_, positive_;
    std::uint64_t zeros_ = 0;
};

}  // namespace lca

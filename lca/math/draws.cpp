#include "lca/math/draws.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <stdexcept>

#include "lca/math/random_kernels.hpp"

namespace lca {

namespace {

/// Joe and Kuo's polynomials and initial numbers, from which boost::random::sobol_engine is built. The engine
/// itself yields all dimensions of a point, point by point; this code yields one dimension at a time, from
/// any point on.
using Table = boost::random::default_sobol_table;

/// The direction numbers of a dimension, their bits reversed: a point is the exclusive or of the k-th ones
/// for all bits k that are set in its number. By Bratley and Fox's recurrence over a primitive polynomial;
/// dimension 0 is van der Corput's sequence.
std::array<std::uint64_t, 64> directions(std::size_t dimension) {
    std::array<std::uint64_t, 64> m{};
    if (dimension == 0) {
        m.fill(1);
    } else {
        const std::uint64_t polynomial = Table::polynomial(dimension - 1);
        const auto degree = static_cast<std::size_t>(std::bit_width(polynomial)) - 1;
        for (std::size_t k = 0; k < degree; ++k) m[k] = Table::minit(dimension - 1, static_cast<unsigned>(k));
        for (std::size_t j = degree; j < m.size(); ++j) {
            m[j] = m[j - degree];
            for (std::size_t k = 1; k <= degree; ++k) {
                if ((polynomial >> (degree - k) & 1) != 0) m[j] ^= m[j - k] << k;
            }
        }
    }
    for (std::size_t k = 0; k < m.size(); ++k) m[k] = kernel::reversed(m[k] << (63 - k));
    return m;
}

}  // namespace

std::uint64_t stream_key(std::uint64_t seed, std::string_view name, std::uint64_t repeat) {
    std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a hash of the name, later mixed with the seed
    for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash = kernel::mixed(hash + repeat * kernel::stride);
    return kernel::mixed(hash ^ kernel::mixed(seed + kernel::stride));
}

void plain_draws(std::uint64_t key, std::uint64_t first, std::span<double> out, Width width) {
    double* to = out.data();
    const std::size_t count = out.size();
    const std::uint64_t start = key + first * kernel::stride;
    kernel::on_width(width, [=] {
        for (std::size_t i = 0; i < count; ++i) {
            to[i] = kernel::unit_interval(kernel::mixed(start + i * kernel::stride));
        }
    });
}

std::size_t SobolDimension::max_dimensions() {
    return Table::max_dimension;
}

SobolDimension::SobolDimension(std::size_t dimension, std::uint64_t key) : key_(key) {
    if (dimension >= max_dimensions()) throw std::out_of_range("a Sobol dimension that does not exist");
    directions_ = directions(dimension);
    low_.fill(0);
    for (std::size_t i = 1; i < low_.size(); ++i) low_[i] = point(i);
}

std::uint64_t SobolDimension::point(std::uint64_t number) const {
    std::uint64_t digits = 0;
    for (std::size_t k = 0; number != 0; ++k, number >>= 1) {
        if ((number & 1) != 0) digits ^= directions_[k];
    }
    return digits;
}

void SobolDimension::draws(std::uint64_t first, std::span<double> out, Width width) const {
    std::size_t done = 0;
    while (done < out.size()) {
        const std::uint64_t number = first + done;
        const auto offset = static_cast<std::size_t>(number % low_.size());
        const std::size_t count = std::min(out.size() - done, low_.size() - offset);
        const std::uint64_t base = point(number - offset), key = key_;
        const std::uint64_t* low = low_.data() + offset;
        double* to = out.data() + done;
        kernel::on_width(width, [=] {
            for (std::size_t i = 0; i < count; ++i) {
                to[i] = kernel::unit_interval(kernel::reversed(kernel::scrambled(base ^ low[i], key)));
            }
        });
        done += count;
    }
}

}  // namespace lca

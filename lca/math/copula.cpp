#include "lca/math/copula.hpp"

#include <Eigen/Cholesky>

namespace lca {

namespace {

/// 2 sin(pi r / 6) by its power series: libm's sine has other last bits on other machines.
double normal_correlation(double r) {
    const double x = r * 0.5235987755982988;
    const double square = x * x;
    double term = x, sum = x;
    for (int k = 2; k < 20; k += 2) {
        term *= -square / (k * (k + 1));
        sum += term;
    }
    return 2 * sum;
}

Eigen::Index at(std::size_t i) {
    return static_cast<Eigen::Index>(i);
}

}  // namespace

std::optional<Copula> Copula::make(std::size_t size, std::span<const CorrelatedPair> pairs) {
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(at(size), at(size));
    for (const CorrelatedPair& pair : pairs) {
        const double r = normal_correlation(pair.r);
        matrix(at(pair.first), at(pair.second)) = r;
        matrix(at(pair.second), at(pair.first)) = r;
    }
    const Eigen::LLT<Eigen::MatrixXd> cholesky(matrix);
    if (cholesky.info() != Eigen::Success) return std::nullopt;
    const Eigen::MatrixXd lower = cholesky.matrixL();
    Copula copula;
    copula.size_ = size;
    for (std::size_t i = 0; i < size; ++i) {
        // Next to nothing left of an input's own draw: impossible but for rounding.
        if (!(lower(at(i), at(i)) > 1e-7)) return std::nullopt;
        for (std::size_t j = 0; j <= i; ++j) copula.factor_.push_back(lower(at(i), at(j)));
    }
    return copula;
}

void Copula::correlate(std::span<double* const> columns, std::size_t count) const {
    for (std::size_t i = size_; i-- > 0;) {
        const double* row = factor_.data() + i * (i + 1) / 2;
        double* const to = columns[i];
        for (std::size_t n = 0; n < count; ++n) to[n] *= row[i];
        for (std::size_t j = 0; j < i; ++j) {
            const double* const from = columns[j];
            const double weight = row[j];
            if (weight == 0) continue;
            for (std::size_t n = 0; n < count; ++n) to[n] += weight * from[n];
        }
    }
}

}  // namespace lca

#include "lca/math/copula.hpp"

#include <Eigen/Cholesky>
#include <cmath>

namespace lca {

namespace {

/// 2 sin(pi r / 6) by its power series, as libm's sine has other last bits on other machines. Exact at r = 1
/// and r = -1, where a wrong last bit would give the matrix a negative eigenvalue.
double normal_correlation(double r) {
    if (r == 1 || r == -1) return r;
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

/// Limits of rounding for an input's variance, and for its covariances, after those explained by the inputs
/// before it are subtracted. The variance, a sum of `size` products of at most 1, is off by some size *
/// 2^-52; a covariance is at most the root of a product of two variances.
constexpr double no_variance = 1e-13, no_covariance = 1e-6;

/// Cholesky's factor of a matrix that may be singular: for an input that those before it determine entirely,
/// the diagonal element is 0. Empty if the matrix has a negative eigenvalue.
std::optional<Eigen::MatrixXd> semidefinite_factor(const Eigen::MatrixXd& matrix) {
    const Eigen::Index size = matrix.rows();
    Eigen::MatrixXd lower = Eigen::MatrixXd::Zero(size, size);
    for (Eigen::Index j = 0; j < size; ++j) {
        const auto rest = [&](Eigen::Index i) {
            double value = matrix(i, j);
            for (Eigen::Index k = 0; k < j; ++k) value -= lower(i, k) * lower(j, k);
            return value;
        };
        const double variance = rest(j);
        const bool own_draw = variance > no_variance;
        if (variance < -no_variance) return std::nullopt;
        if (own_draw) lower(j, j) = std::sqrt(variance);
        for (Eigen::Index i = j + 1; i < size; ++i) {
            const double covariance = rest(i);
            if (own_draw) lower(i, j) = covariance / lower(j, j);
            if (!own_draw && std::fabs(covariance) > no_covariance) return std::nullopt;
        }
    }
    return lower;
}

/// Cholesky's factor of a positive semidefinite matrix; empty for any other matrix.
std::optional<Eigen::MatrixXd> factor_of(const Eigen::MatrixXd& matrix) {
    const Eigen::LLT<Eigen::MatrixXd> cholesky(matrix);
    if (cholesky.info() == Eigen::Success) {
        Eigen::MatrixXd lower = cholesky.matrixL();
        constexpr double next_to_nothing = 1e-7;  // a smaller diagonal element may be only rounding
        if (lower.diagonal().minCoeff() > next_to_nothing) return lower;
    }
    return semidefinite_factor(matrix);
}

}  // namespace

std::optional<Copula> Copula::make(std::size_t size, std::span<const CorrelatedPair> pairs) {
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(at(size), at(size));
    for (const CorrelatedPair& pair : pairs) {
        const double r = normal_correlation(pair.r);
        matrix(at(pair.first), at(pair.second)) = r;
        matrix(at(pair.second), at(pair.first)) = r;
    }
    const std::optional<Eigen::MatrixXd> lower = factor_of(matrix);
    if (!lower) return std::nullopt;
    Copula copula;
    copula.size_ = size;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) copula.factor_.push_back((*lower)(at(i), at(j)));
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

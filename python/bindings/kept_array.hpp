#pragma once
// A C++ vector as a numpy array, without a copy.

#include <pybind11/numpy.h>

#include <memory>
#include <utility>
#include <vector>

namespace lca::python {

/// An array that owns `numbers`.
inline pybind11::array_t<double> kept_array(std::vector<double> numbers) {
    auto owned = std::make_unique<std::vector<double>>(std::move(numbers));
    const auto& values = *owned;
    const pybind11::capsule owner(owned.get(),
                                  [](void* pointer) { delete static_cast<std::vector<double>*>(pointer); });
    owned.release();
    return pybind11::array_t<double>(static_cast<pybind11::ssize_t>(values.size()), values.data(), owner);
}

}  // namespace lca::python

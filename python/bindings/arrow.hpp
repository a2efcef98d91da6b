#pragma once
// Columns of doubles in the Arrow C data interface
// (https://arrow.apache.org/docs/format/CDataInterface.html), without a copy: the columns keep their owner
// alive until the consumer releases them.

#include <pybind11/pybind11.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace lca::python {

struct ArrowColumn {
    std::string name;
    std::span<const double> values;
};

/// The capsules ("arrow_schema", "arrow_array") for one column of type float64 without nulls.
pybind11::tuple arrow_column(const std::shared_ptr<const void>& owner, const ArrowColumn& column);
/// The capsules for a record batch: a struct with a field for each column. All columns have `rows` values.
pybind11::tuple arrow_batch(const std::shared_ptr<const void>& owner, const std::vector<ArrowColumn>& columns,
                            std::size_t rows);

}  // namespace lca::python

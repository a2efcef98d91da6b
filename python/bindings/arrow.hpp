#pragma once
// Columns of doubles through the Arrow C data interface
// (https://arrow.apache.org/docs/format/CDataInterface.html), without a copy: a consumer keeps the owner
// alive until it releases the columns.

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

/// The capsules ("arrow_schema", "arrow_array") of one column of float64 without nulls.
pybind11::tuple arrow_column(const std::shared_ptr<const void>& owner, const ArrowColumn& column);
/// The capsules of a struct with a field for each column: a record batch. All columns are of one length.
pybind11::tuple arrow_batch(const std::shared_ptr<const void>& owner, const std::vector<ArrowColumn>& columns,
                            std::size_t rows);

}  // namespace lca::python

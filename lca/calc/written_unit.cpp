#include "lca/calc/written_unit.hpp"

#include "lca/base/number.hpp"

namespace lca {

std::string with_written_unit(std::string number, const Input& input) {
    if (!input.unit.empty()) number.append(" ").append(input.unit);
    return number;
}

std::string in_written_unit(double value, const Input& input, int digits) {
    return with_written_unit(readable(value / input.unit_factor, digits), input);
}

}  // namespace lca

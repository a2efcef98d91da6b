// Finds output formats by name, in the table generated from their files.
#include "lca/page/report.hpp"

namespace lca {

const Format* find_format(std::string_view name) {
    for (const Format* format : formats()) {
        if (format->name == name) return format;
    }
    return nullptr;
}

}  // namespace lca

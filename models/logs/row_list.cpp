#include "models/logs/row_list.hpp"

#include <fmt/core.h>

#include "models/logs/log.hpp"

namespace lca {

std::string RowList::text() const {
    const std::string shown = rows_text(lines);
    return count > lines.size() ? fmt::format("{}, and {} more", shown, count - lines.size()) : shown;
}

}  // namespace lca

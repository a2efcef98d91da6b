#pragma once
// The list of a section of the catalogue: one row for a region or a fleet, however many years are known of
// it.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/page/page.hpp"
#include "lca/page/report.hpp"
#include "models/catalog/search.hpp"

namespace lca::cli {

/// The command over a section: "hardware", "grid", "datacentre".
std::string_view command_of(Section section);

std::string joined(std::span<const std::string> words, std::string_view between);

/// Every entry, for machines.
Records list_records(const std::vector<Listed>& entries);

/// Entries in the order of their ids, the years of one region folded into a row of the newest.
Page list_page(const std::vector<Listed>& entries, Section section);

}  // namespace lca::cli

#pragma once
// Checks single values by their type: truth values, fixed choices, ids, whole numbers.

#include <optional>

#include "lca/base/diagnostics.hpp"
#include "lca/document/schema.hpp"

namespace lca::document {

/// The form of an id, for messages.
inline constexpr std::string_view id_form = "letters, digits and `_`, a letter first, at most 64 characters";

bool is_well_formed_id(std::string_view text);

/// The fault to report for a text that is not what its type requires; empty if there is none. Numbers with
/// units, times and expressions are not checked here, but when they are read.
std::optional<Fault> check_scalar(Node node, const Type& type, std::string_view example);

}  // namespace lca::document

#pragma once
// What a text may be, by its key: truth values, closed lists, ids, whole numbers.

#include <optional>

#include "lca/base/diagnostics.hpp"
#include "lca/document/schema.hpp"

namespace lca::document {

/// What an id is made of, in words.
inline constexpr std::string_view id_form = "letters, digits and `_`, a letter first, at most 64 characters";

bool is_well_formed_id(std::string_view text);

/// The fault of a text that cannot be what its type asks for. Numbers with units, times and expressions are
/// left to their readers.
std::optional<Fault> check_scalar(Node node, const Type& type, std::string_view example);

}  // namespace lca::document

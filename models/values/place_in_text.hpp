#pragma once
// The place of an error inside a text, such as at its unit or at a word of an expression.

#include <cstddef>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca {

/// The place of byte `offset` of a text. If the file does not contain the text literally on one line (because
/// of escapes or line breaks), the place where the text begins.
Place place_in(const Location& at, std::size_t offset, const Sources& sources);

/// The number of characters in the `length` bytes from `offset`, at least 1.
std::size_t width_in(const Location& at, std::size_t offset, std::size_t length);

/// A value as the file writes it, for messages: `400 kWh`; or "a list", "a map".
std::string as_written(const Location& at);

}  // namespace lca

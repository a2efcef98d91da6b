#pragma once
// The place of an error inside a scalar: at the unit, at a word of an expression.

#include <cstddef>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca {

/// The place of byte `offset` of a text; the text's own place where the file does not spell it out on
/// one line (escapes, folded texts).
Place place_in(const Location& at, std::size_t offset, const Sources& sources);

/// How many characters `length` bytes from `offset` are, at least 1.
std::size_t width_in(const Location& at, std::size_t offset, std::size_t length);

/// A value as it is written, fit for a message: `400 kWh`, "a list", "a map".
std::string as_written(const Location& at);

}  // namespace lca

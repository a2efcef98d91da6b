#pragma once
// Whether the emissions that a model card states can be right.

#include <string>
#include <vector>

#include "models/compile/session.hpp"

namespace lca {

struct CardCheck {
    enum class Verdict : unsigned char { right, wrong, not_checked };
    struct Item {
        Verdict verdict = Verdict::not_checked;
        Place place = {};  // line 0: of the card as a whole
        std::string text = {};
    };
    std::vector<Item> items = {};

    bool has_wrong() const;
};

/// Checks the front matter of a README.md, and the `N kWh` and `N gCO2e/kWh` in its prose; the card must be
/// among the session's sources, under the number `file`. A card without front matter or whose front matter is
/// not YAML is a fault in `session.diagnostics()`.
CardCheck check_card(Session& session, std::uint32_t file);

/// A line each: "README.md:3:14: wrong: …".
std::string text_of(const CardCheck& check, const Sources& sources);

}  // namespace lca

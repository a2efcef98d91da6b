#pragma once
// Whether the emissions that a model card states are plausible.

#include <string>
#include <vector>

#include "models/compile/session.hpp"

namespace lca {

struct CardCheck {
    enum class Verdict : unsigned char { right, wrong, not_checked };
    struct Item {
        Verdict verdict = Verdict::not_checked;
        Place place = {};  // line 0: about the card as a whole
        std::string text = {};
    };
    std::vector<Item> items = {};

    bool has_wrong() const;
};

/// Checks the front matter of a README.md against the `N kWh` and `N gCO2e/kWh` in its prose. The card must
/// be among the session's sources; `file` is its number there. If it has no front matter, or one that is not
/// YAML, `session.diagnostics()` has an error.
CardCheck check_card(Session& session, std::uint32_t file);

/// One line for each item: "README.md:3:14: wrong: …".
std::string text_of(const CardCheck& check, const Sources& sources);

}  // namespace lca

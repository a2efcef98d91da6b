#pragma once
// Whether emissions for a model card can be right.

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

/// Reads the front matter of a README.md, and `N kWh` and `N gCO2e/kWh` in it; the card must be among the
/// session's sources, under this number. What is not front matter or not YAML is a fault in
/// `session.diagnostics()`.
CardCheck check_card(Session& session, std::uint32_t file);

/// A line each: "README.md:3:14: wrong: …".
std::string text_of(const CardCheck& check, const Sources& sources);

}  // namespace lca

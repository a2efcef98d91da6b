#include "lca/document/scalar_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/node.hpp"

namespace lca::document {
namespace {

constexpr std::size_t max_id = 64;
constexpr double max_counted = 9007199254740992;  // 2^53: above it, doubles cannot hold every whole number

Fault fault_at(Node node, std::string message, std::string expected, std::string hint = {}) {
    Fault made{.place = node.place(),
               .message = std::move(message),
               .expected = std::move(expected),
               .hint = std::move(hint)};
    made.width = node.width();
    return made;
}

std::string value_name(Node node) {
    return node.path().empty() ? std::string("the value") : in_quotes(node.path());
}

std::optional<Fault> check_truth(Node node) {
    if (node.text() == "true" || node.text() == "false") return std::nullopt;
    constexpr std::array<std::string_view, 5> yes{"true", "yes", "on", "y", "1"};
    constexpr std::array<std::string_view, 5> no{"false", "no", "off", "n", "0"};
    const std::string word = lower_case(node.text());
    std::string hint;
    if (std::find(yes.begin(), yes.end(), word) != yes.end()) hint = "write true";
    if (std::find(no.begin(), no.end(), word) != no.end()) hint = "write false";
    return fault_at(node, in_quotes(node.text()) + " is not a truth value", "true or false", hint);
}

std::optional<Fault> check_choice(Node node, const Type& type) {
    if (std::find(type.choices.begin(), type.choices.end(), node.text()) != type.choices.end())
        return std::nullopt;
    const std::vector<std::string> choices(type.choices.begin(), type.choices.end());
    return fault_at(node, value_name(node) + " cannot be " + in_quotes(node.text()),
                    (choices.size() == 1 ? "" : "one of: ") + listed(choices, "or"),
                    did_you_mean(node.text(), choices));
}

/// The fault to report for a text that can be neither an id nor a product name such as `p4d.24xlarge`,
/// `4090`. Names of several words, as on product labels, are accepted here: the later look-up fails and
/// suggests the id that may be meant.
std::optional<Fault> check_reference(Node node) {
    const std::string_view text = node.text();
    const auto plain = [](char c) { return is_letter(c) || is_digit(c); };
    const bool several_words = !text.empty() && is_letter(text.front());
    const bool known_characters = std::all_of(text.begin(), text.end(), [&](char c) {
        constexpr std::string_view of_labels = " +()@";  // as in Intel(R) Xeon(R) Platinum 8480+
        return plain(c) || c == '_' || c == '-' || c == '/' || c == '.' ||
               (several_words && of_labels.find(c) != std::string_view::npos);
    });
    if (!text.empty() && plain(text.front()) && known_characters) return std::nullopt;
    return fault_at(node, in_quotes(text) + " is not a valid id",
                    "letters, digits, `_`, `-`, `/` and `.`, a letter or digit first");
}

std::optional<Fault> check_count(Node node, std::string_view example) {
    std::string expected = "a whole number";
    if (!example.empty()) expected.append(", such as ").append(example);
    const Parsed<double> number = parse_number(node.text());
    if (const auto* const fault = std::get_if<TextFault>(&number)) {
        return fault_at(node, fault->message, expected, fault->hint);
    }
    const double value = std::get<double>(number);
    if (value != std::floor(value))
        return fault_at(node, in_quotes(node.text()) + " is not a whole number", expected);
    if (value < 0) return fault_at(node, in_quotes(node.text()) + " is negative", expected);
    if (value <= max_counted) return std::nullopt;
    return fault_at(node, in_quotes(node.text()) + " is out of range",
                    "a whole number up to 2^53 (9,007,199,254,740,992)");
}

}  // namespace

bool is_well_formed_id(std::string_view text) {
    return is_id(text) && text.size() <= max_id;
}

std::optional<Fault> check_scalar(Node node, const Type& type, std::string_view example) {
    switch (type.scalar) {
        case Scalar::truth:
            return check_truth(node);
        case Scalar::choice:
            return check_choice(node, type);
        case Scalar::reference:
            return check_reference(node);
        case Scalar::count:
            return check_count(node, example);
        case Scalar::id:
            if (is_well_formed_id(node.text())) return std::nullopt;
            return fault_at(node, in_quotes(node.text()) + " is not a valid id", std::string(id_form));
        case Scalar::number:
        case Scalar::quantity:
        case Scalar::path:
        case Scalar::time:
            if (!node.text().empty()) return std::nullopt;
            return fault_at(node, value_name(node) + " is an empty text", std::string(example));
        case Scalar::none:
        case Scalar::any:
            break;
    }
    return std::nullopt;
}

}  // namespace lca::document

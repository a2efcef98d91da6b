#include "lca/study/replicate.hpp"

#include <string>

#include "lca/base/text.hpp"

namespace lca {
namespace {

/// What a name stands for as the expectation asks for it; nothing where there is no such thing.
std::optional<Reading::Named> asked_for(const Expectation& expected, const Reading& reading) {
    if (!reading.has(expected.of)) return std::nullopt;
    switch (expected.as) {
        case Expectation::As::share:
            if (!ask(reading.calculation().results(), expected.of)) return std::nullopt;
            return Reading::Named{reading.share(expected.of), Dimension{}};
        case Expectation::As::per:
            return reading.per(expected.of, expected.per);
        case Expectation::As::quantity:
            break;
    }
    return reading.value(expected.of);
}

std::string in_quotes(std::string_view text) {
    return "`" + shown(text) + "`";
}

void report_unknown(const Expectation& expected, const std::vector<std::string>& names,
                    Diagnostics& diagnostics) {
    std::string hint;
    const std::vector<std::string> near = nearest_few(expected.of, names, 3);
    if (!near.empty()) hint = "did you mean " + listed(near, "or") + "?";
    diagnostics.error(expected.place, "no result is called " + in_quotes(expected.of),
                      "a result, an output (`outputs.<id>`) or a figure of an activity", hint);
}

}  // namespace

std::optional<double> computed(const Expectation& expected, const Reading& reading) {
    const std::optional<Reading::Named> found = asked_for(expected, reading);
    return found ? found->value : std::nullopt;
}

void check_names(std::span<const Expectation> expectations, const Reading& reading,
                 Diagnostics& diagnostics) {
    std::vector<std::string> names;
    for (const Expectation& expected : expectations) {
        if (!reading.has(expected.of)) {
            if (names.empty()) names = reading.names();
            report_unknown(expected, names, diagnostics);
            continue;
        }
        const std::optional<Reading::Named> found = asked_for(expected, reading);
        if (!found) {
            diagnostics.error(expected.place,
                              in_quotes(expected.of) + " is no part of a sum of results, so it has no " +
                                  (expected.as == Expectation::As::share ? "share" : "`per`"));
        } else if (found->dimension != expected.dimension) {
            diagnostics.error(expected.place,
                              in_quotes(expected.of) + " is of dimension " + name(found->dimension) +
                                  ", but " + expected.written + " " + expected.unit + " is of dimension " +
                                  name(expected.dimension),
                              {}, mix_up(found->dimension, expected.dimension));
        }
    }
}

std::vector<Check> checks(std::span<const Expectation> expectations, std::string_view what_if,
                          const Reading& reading) {
    std::vector<Check> result;
    for (const Expectation& expected : expectations) {
        if (expected.what_if == what_if) result.push_back(check(expected, computed(expected, reading)));
    }
    return result;
}

}  // namespace lca

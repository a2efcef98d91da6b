#include "cli/sweep_options.hpp"

#include <algorithm>

#include "cli/breakdown_option.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "lca/base/number.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {
namespace {

/// The names of formats whose parts can be joined: "csv or jsonl".
std::string appendable_formats() {
    std::string names;
    for (const Format* format : formats()) {
        if (format->appendable) names += (names.empty() ? "" : " or ") + std::string(format->name);
    }
    return names;
}

/// The axis that the value of a `--vary` describes.
Axis axis_of(const std::string& text) {
    Parsed<Axis> parsed = Axis::parse(text);
    if (auto* axis = std::get_if<Axis>(&parsed)) return std::move(*axis);
    const TextFault& fault = std::get<TextFault>(parsed);
    std::string message = "--vary `" + shown(text, 200) + "`: " + fault.message;
    if (!fault.expected.empty()) message += "\nexpected " + fault.expected;
    if (!fault.hint.empty()) message += "\n" + fault.hint;
    throw InputError(message);
}

}  // namespace

Shard shard_of(const Arguments& arguments, std::string_view format_otherwise) {
    if (!arguments.has("--shard")) return {};
    const std::string_view text = arguments.one("--shard");
    const Parsed<Shard> parsed = Shard::parse(text);
    if (const auto* fault = std::get_if<TextFault>(&parsed))
        throw InputError("--shard " + in_quotes(text) + ": expected " + fault->expected);
    const Format* format = find_format(arguments.one("--format", format_otherwise));
    if (!format || !format->appendable)
        throw InputError("--shard is allowed only with --format " + appendable_formats() +
                         ": tables cannot be put together");
    return std::get<Shard>(parsed);
}

SweepOptions sweep_options(const Arguments& arguments) {
    SweepOptions options;
    for (const std::string& text : arguments.all("--vary")) options.vary.push_back(axis_of(text));
    options.of = each_once(arguments, "--of");
    options.by = breakdown_key(arguments);
    options.measure = chosen_measure(arguments);
    options.shard = shard_of(arguments, "text");
    return options;
}

int answer_sweep(PreparedSweep& sweep, const SweepOptions& options, Session& session,
                 const Arguments& arguments, Io& io) {
    RowsDelivered ended;
    try {
        Progress progress(sweep.count(), arguments, io);
        const auto report = [&](std::function<bool(std::uint64_t)> goes_on) {
            return report_of(sweep, [&progress, goes_on = std::move(goes_on)](std::uint64_t points) {
                progress.update(points);
                return goes_on(points);
            });
        };
        ended = deliver_rows(report, options.shard.is_first(), arguments, session, io);
    } catch (const SweepFault&) {
        return report_faults(session, arguments, io, false);
    }
    if (ended.done == sweep.count() && !ended.given_up) return 0;
    ended.report(readable(static_cast<double>(ended.done), 12) + " of " +
                     readable(static_cast<double>(sweep.count()), 12) + " points",
                 io);
    throw Interrupted{ended.signal};
}

}  // namespace lca::cli

#include "lca/base/diagnostics.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"

namespace lca {
namespace {

constexpr std::size_t line_width = 110;      // characters of a source line that a message shows
constexpr std::size_t caret_column = 60;     // characters before the caret in a shortened line
constexpr std::size_t message_limit = 2000;  // characters of a message that are shown

auto contents(const Fault& fault) {
    return std::tie(fault.place.file, fault.place.line, fault.place.column, fault.message, fault.expected,
                    fault.hint, fault.severity);
}

std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            break;
    }
    return "note";
}

/// The part of a source line that a message shows, which contains the caret, and the caret's position.
struct Excerpt {
    std::string text;
    std::size_t caret = 0;  // columns before the caret
    std::size_t width = 0;  // columns that the caret and the `~` after it take
};

/// Byte offset of the character with the given number (from 0); the text's length if it is shorter than that.
std::size_t offset_of(std::string_view text, std::size_t character) {
    std::size_t at = 0;
    for (; character > 0 && at < text.size(); --character) at += character_at(text, at).length;
    return at;
}

Excerpt excerpt(std::string_view line, std::size_t column, std::size_t width) {
    const std::size_t from = column > line_width ? column - caret_column : 0;
    const std::size_t start = offset_of(line, from);
    const std::string_view rest = line.substr(start);
    const std::size_t caret = offset_of(rest, column - from - 1);
    const std::size_t end = offset_of(rest, line_width);
    const std::size_t caret_end = std::min(end, caret + offset_of(rest.substr(caret), width));
    Excerpt result;
    const std::string head = (from > 0 ? "…" : "") + shown(rest.substr(0, caret), line_width);
    const std::string marked = shown(rest.substr(caret, caret_end - caret), line_width);
    result.text = head + marked + shown(rest.substr(caret_end, end - caret_end), line_width);
    if (end < rest.size()) result.text += "…";
    result.caret = columns(head);
    result.width = std::max<std::size_t>(1, columns(marked));
    return result;
}

void append_line(std::string& out, Place place, std::size_t width, const Sources& sources) {
    if (!place.known() || place.column == 0 || place.file >= sources.size()) return;
    if (sources[place.file].shown != Source::Shown::all) return;
    const std::string_view line = sources.line(place);
    if (line.find_first_not_of(" \t") == std::string_view::npos) return;
    const Excerpt piece = excerpt(line, place.column, std::max<std::size_t>(1, width));
    out.append("  ").append(piece.text).append("\n  ");
    out.append(piece.caret, ' ').append("^").append(piece.width - 1, '~').append("\n");
}

void append_head(std::string& out, Place place, Severity severity, std::string_view message,
                 const Sources& sources) {
    const std::string where = to_string(place, sources);
    if (!where.empty()) out.append(where).append(": ");
    out.append(word(severity)).append(": ").append(shown(message, message_limit)).append("\n");
}

bool is_hidden(Place place, const Sources& sources) {
    return place.known() && place.file < sources.size() &&
           sources[place.file].shown == Source::Shown::nothing;
}

void append_fault(std::string& out, const Fault& fault, const Sources& sources) {
    if (is_hidden(fault.place, sources)) {
        append_head(
            out, {fault.place.file, fault.place.line, 0}, fault.severity,
            "this line is not what is expected here; it is not shown, as its file lies outside of the main "
            "file's folder",
            sources);
        return;
    }
    append_head(out, fault.place, fault.severity, fault.message, sources);
    append_line(out, fault.place, fault.width, sources);
    if (!fault.expected.empty())
        out.append("  expected: ").append(shown(fault.expected, message_limit)).append("\n");
    if (!fault.hint.empty()) out.append("  hint: ").append(shown(fault.hint, message_limit)).append("\n");
    for (const Related& related : fault.related) {
        append_head(out, related.place, Severity::note, related.message, sources);
    }
}

void append_rest(std::string& out, std::size_t count, std::string_view what) {
    if (count == 0) return;
    out.append("… and ").append(std::to_string(count)).append(" more ").append(what);
    out.append(count == 1 ? "\n" : "s\n");
}

}  // namespace

void Diagnostics::add(Fault fault) {
    if (fault.severity == Severity::error) ++errors_;
    if (faults_.size() == max_kept) {
        if (fault.severity == Severity::error) ++dropped_;
        return;
    }
    faults_.push_back(std::move(fault));
}

void Diagnostics::error(Place place, std::string message, std::string expected, std::string hint) {
    add({.place = place,
         .message = std::move(message),
         .expected = std::move(expected),
         .hint = std::move(hint)});
}

void Diagnostics::warning(Place place, std::string message, std::string hint) {
    add({.place = place,
         .message = std::move(message),
         .hint = std::move(hint),
         .severity = Severity::warning});
}

std::vector<Fault> Diagnostics::sorted(std::size_t from) const {
    std::vector<Fault> result;
    std::vector<const Fault*> order;
    order.reserve(faults_.size() - from);
    for (std::size_t i = from; i < faults_.size(); ++i) order.push_back(&faults_[i]);
    result.reserve(order.size());
    std::stable_sort(order.begin(), order.end(),
                     [](const Fault* a, const Fault* b) { return contents(*a) < contents(*b); });
    for (const Fault* fault : order) {
        if (result.empty() || contents(result.back()) != contents(*fault)) result.push_back(*fault);
    }
    return result;
}

std::string render(const Diagnostics& diagnostics, const Sources& sources, std::size_t limit,
                   Severity min_severity) {
    std::string out;
    std::size_t errors = 0;
    std::size_t others = 0;
    for (const Fault& fault : diagnostics.sorted()) {
        const bool is_error = fault.severity == Severity::error;
        if (min_severity == Severity::error && !is_error) continue;
        std::size_t& count = is_error ? errors : others;
        if (++count <= limit) append_fault(out, fault, sources);
    }
    append_rest(out, errors - std::min(errors, limit) + diagnostics.dropped(), "error");
    append_rest(out, others - std::min(others, limit), "warning");
    return out;
}

}  // namespace lca

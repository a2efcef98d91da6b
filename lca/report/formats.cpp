// The table of output formats.

#include <array>

#include "lca/report/report.hpp"

namespace lca {
namespace {

constexpr std::array<Format, 4> table = {{
    {"text", "tables for a person",
     [](const Report& report, const Style& style) { return write_text(report.page(), style); }},
    {"json", "for programs: every result, input and file; numbers unrounded",
     [](const Report& report, const Style&) { return report.json(); }},
    {"csv", "for spreadsheets: one row per result; numbers unrounded",
     [](const Report& report, const Style&) { return write_csv(report.records()); }},
    {"markdown", "the tables as Markdown",
     [](const Report& report, const Style&) { return write_markdown(report.page()); }},
}};

}  // namespace

std::span<const Format> formats() {
    return table;
}

const Format* find_format(std::string_view name) {
    for (const Format& format : table) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

}  // namespace lca

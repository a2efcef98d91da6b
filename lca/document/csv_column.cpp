#include "lca/document/csv_column.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/file.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace {

constexpr std::size_t shown_cell = 20;

class Table {
public:
    Table(std::uint32_t file, const Sources& sources, Diagnostics& diagnostics)
        : file_(file), text_(sources[file].text), diagnostics_(diagnostics) {}

    std::optional<std::vector<double>> column(std::string_view name) {
        if (!next_row()) return fault("the file is empty", "a line of headings, then numbers");
        const std::size_t width = cells_.size();
        const auto found = std::find(cells_.begin(), cells_.end(), name);
        if (!good_ || found == cells_.end()) return good_ ? no_column(name) : std::nullopt;
        if (std::count(cells_.begin(), cells_.end(), name) > 1) {
            return fault(fmt::format("the column `{}` is there twice", shown(name)), "each heading once");
        }
        const auto at = static_cast<std::size_t>(found - cells_.begin());
        std::vector<double> values;
        while (next_row()) {
            if (cells_.size() != width) {
                return fault(fmt::format("a row of {} under {} headings",
                                         cells_.size() == 1 ? std::string("1 cell")
                                                            : fmt::format("{} cells", cells_.size()),
                                         width),
                             "a cell for each heading");
            }
            const Parsed<double> number = parse_number(cells_[at]);
            if (const auto* wrong = std::get_if<TextFault>(&number)) {
                return fault(fmt::format("column `{}`: {}", shown(name, shown_cell),
                                         cells_[at].empty() ? std::string("an empty cell") : wrong->message),
                             "a number", wrong->hint);
            }
            values.push_back(std::get<double>(number));
        }
        if (!good_) return std::nullopt;
        if (values.empty())
            return fault("the file holds headings but no numbers", "a number in each further line");
        return values;
    }

private:
    std::nullopt_t fault(std::string message, std::string expected, std::string hint = {}) {
        good_ = false;
        diagnostics_.error({file_, std::max(1U, line_), 0}, std::move(message), std::move(expected),
                           std::move(hint));
        return std::nullopt;
    }

    std::nullopt_t no_column(std::string_view name) {
        std::vector<std::string> known;
        for (const std::string& cell : cells_) known.push_back(fmt::format("`{}`", shown(cell, shown_cell)));
        if (known.size() > 8) known.resize(8);
        std::string hint;
        if (cells_.size() == 1 && cells_[0].find(';') != std::string::npos)
            hint = "this file is separated by semicolons: separate it by commas";
        if (cells_.size() == 1 && cells_[0].find('\t') != std::string::npos)
            hint = "this file is separated by tabs: separate it by commas";
        return fault(fmt::format("there is no column `{}`", shown(name)),
                     fmt::format("one of the headings {}", listed(known)), hint);
    }

    /// Reads the cells of the next line that is not empty. False at the end of the file, or after a fault.
    bool next_row() {
        while (good_ && at_ < text_.size()) {
            const std::string_view line = next_line();
            if (line.size() > Limits::csv_line_bytes) {
                fault(fmt::format("a line of {} bytes", line.size()),
                      fmt::format("at most {} bytes", Limits::csv_line_bytes));
                return false;
            }
            if (line.empty()) continue;
            return split(line);
        }
        return false;
    }

    std::string_view next_line() {
        ++line_;
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        std::string_view line = text_.substr(at_, end - at_);
        at_ = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }

    bool split(std::string_view line) {
        cells_.clear();
        std::size_t at = 0;
        while (true) {
            std::string& cell = cells_.emplace_back();
            if (cells_.size() > Limits::csv_columns) {
                fault("too many columns", fmt::format("at most {}", Limits::csv_columns));
                return false;
            }
            if (at < line.size() && line[at] == '"') {
                if (!quoted(line, at, cell)) return false;
            } else {
                const std::size_t end = std::min(line.find(',', at), line.size());
                cell = trimmed(line.substr(at, end - at));
                at = end;
            }
            if (at >= line.size()) return true;
            ++at;  // the comma
        }
    }

    bool quoted(std::string_view line, std::size_t& at, std::string& cell) {
        for (++at;; ++at) {
            const std::size_t end = line.find('"', at);
            if (end == std::string_view::npos) {
                fault("a quote that is not closed on its line", "`\"` at the end of the cell");
                return false;
            }
            cell += line.substr(at, end - at);
            at = end + 1;
            if (at == line.size() || line[at] == ',') return true;
            if (line[at] != '"') {
                fault("text behind a closing quote", "a comma");
                return false;
            }
            cell += '"';
        }
    }

    static std::string trimmed(std::string_view cell) {
        while (cell.starts_with(' ')) cell.remove_prefix(1);
        while (cell.ends_with(' ')) cell.remove_suffix(1);
        return std::string(cell);
    }

    std::uint32_t file_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 0;
    bool good_ = true;
    std::vector<std::string> cells_;
};

}  // namespace

std::optional<std::vector<double>> csv_column(std::uint32_t file, std::string_view column,
                                              const Sources& sources, Diagnostics& diagnostics) {
    return Table(file, sources, diagnostics).column(column);
}

}  // namespace lca

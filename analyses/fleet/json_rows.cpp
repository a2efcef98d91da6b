// The rows of a file of JSON lines: each line is an object without nested values; keys are column names.
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "analyses/fleet/row_source.hpp"
#include "lca/base/text.hpp"
#include "lca/document/json_reader.hpp"
#include "lca/document/line_reader.hpp"

namespace lca::fleet {
namespace {

constexpr std::size_t max_columns = 1000;

/// Collects the values of one object as texts. Numbers are kept as written; null is an empty cell.
class ObjectCells final : public JsonVisitor {
public:
    ObjectCells(std::uint32_t file, std::uint32_t line, Diagnostics& diagnostics)
        : diagnostics_(diagnostics), file_(file), line_(line) {}

    std::vector<std::string> names;
    std::vector<std::string> cells;
    std::vector<Place> places;
    std::vector<Place> keys_at;

    bool null(Place place) override { return value({}, place); }
    bool boolean(bool is, Place place) override { return value(is ? "true" : "false", place); }
    bool number(double, std::string_view written, Place place) override { return value(written, place); }
    bool text(std::string_view text, Place place) override {
        if (text.find('\0') != std::string_view::npos)
            return fault(place, "a NUL within a text", "text without it");
        return value(text, place);
    }
    bool enter_object(Place place) override {
        if (depth_++ == 0) return true;
        return fault(place, fmt::format("`{}` is an object", shown(names.back())), of_a_cell);
    }
    bool key(std::string_view name, Place place) override {
        if (names.size() == max_columns)
            return fault(place, "too many keys", fmt::format("at most {}", max_columns));
        names.emplace_back(name);
        keys_at.push_back(place);
        return true;
    }
    bool leave_object() override { return true; }
    bool enter_list(Place place) override {
        if (depth_ == 0) return fault(place, "a list, where a row belongs", of_a_row);
        return fault(place, fmt::format("`{}` is a list", shown(names.back())), of_a_cell);
    }
    bool leave_list() override { return true; }

private:
    static constexpr const char* of_a_cell = "a number, a text, true, false or null: rows are flat";
    static constexpr const char* of_a_row =
        "an object on each line, such as `{\"job\": 1, \"energy [kWh]\": 2}`";

    bool value(std::string_view text, Place place) {
        if (depth_ == 0) return fault(place, "a value without a key", of_a_row);
        cells.emplace_back(text);
        places.push_back(place);
        return true;
    }
    bool fault(Place place, std::string message, std::string expected) {
        diagnostics_.error({file_, line_, place.column}, std::move(message), std::move(expected));
        return false;
    }

    Diagnostics& diagnostics_;
    std::uint32_t file_, line_;
    int depth_ = 0;
};

class JsonRows final : public RowSource {
public:
    JsonRows(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics)
        : lines_(bytes, file, diagnostics), diagnostics_(diagnostics) {
        waits_ = read([this](const ObjectCells& row) {
            headings_ = row.names;
            values_.resize(headings_.size());
            places_.resize(headings_.size());
            seen_.resize(headings_.size());
            views_.resize(headings_.size());
            return true;
        });
        if (!waits_ && whole()) fail({file, 1, 0}, "the file is empty", "an object on each line");
    }

    const std::vector<std::string>& headings() const override { return headings_; }
    Place place(std::size_t column) const override { return places_[column]; }
    bool whole() const override { return good_ && lines_.good(); }
    bool next() override {
        if (std::exchange(waits_, false)) return true;
        return read([](const ObjectCells&) { return true; });
    }

private:
    bool fail(Place place, std::string message, std::string expected) {
        diagnostics_.error(place, std::move(message), std::move(expected));
        return good_ = false;
    }

    /// Reads the next line that is not blank. Puts its values into the cells if `accept` returns true.
    template <class Accept>
    bool read(const Accept& accept) {
        if (!whole()) return false;
        do {
            if (!lines_.next()) return false;
        } while (lines_.text().find_first_not_of(" \t\r") == std::string_view::npos);
        line_ = lines_.number();
        TextBytes bytes(lines_.text());
        Diagnostics own;  // places in it have this line as line 1
        ObjectCells row(lines_.file(), line_, diagnostics_);
        if (!read_json(bytes, lines_.file(), row, own, {.block = 4096})) {
            for (Fault fault : own.sorted()) {
                fault.place.line = line_;
                diagnostics_.add(std::move(fault));
            }
            return good_ = false;
        }
        return accept(row) && put(row);
    }

    /// Puts the values into the columns of their keys; other columns become empty.
    bool put(ObjectCells& row) {
        std::fill(seen_.begin(), seen_.end(), false);
        for (std::size_t i = 0; i < row.names.size(); ++i) {
            const std::optional<std::size_t> column = find(row.names[i], i);
            if (!column)
                return fail(
                    {lines_.file(), line_, row.keys_at[i].column},
                    fmt::format("the key `{}` is not among those of the first row", shown(row.names[i])),
                    "a column that the first row has, if only as null");
            values_[*column] = std::move(row.cells[i]);
            places_[*column] = {lines_.file(), line_, row.places[i].column};
            seen_[*column] = true;
        }
        for (std::size_t k = 0; k < headings_.size(); ++k) {
            if (!seen_[k]) {
                values_[k].clear();
                places_[k] = {lines_.file(), line_, 1};
            }
            views_[k] = values_[k];
        }
        cells_ = views_;
        return true;
    }

    /// The column of a key; tries `likely` first, as keys mostly come in the order of the first row.
    std::optional<std::size_t> find(std::string_view name, std::size_t likely) const {
        if (likely < headings_.size() && headings_[likely] == name) return likely;
        const auto found = std::find(headings_.begin(), headings_.end(), name);
        if (found == headings_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - headings_.begin());
    }

    LineReader lines_;
    Diagnostics& diagnostics_;
    std::vector<std::string> headings_, values_;  // by column; values_: of the current row
    std::vector<std::string_view> views_;
    std::vector<Place> places_;
    std::vector<bool> seen_;
    bool good_ = true, waits_ = false;  // waits_: the first row is read, but next() has not returned it yet
};

}  // namespace

std::unique_ptr<RowSource> json_rows(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics) {
    return std::make_unique<JsonRows>(bytes, file, diagnostics);
}

}  // namespace lca::fleet

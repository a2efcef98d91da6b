// The rows of columns in memory, converted to texts, so that they are treated like rows of a file.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "analyses/fleet/row_source.hpp"
#include "lca/base/text.hpp"

namespace lca::fleet {
namespace {

class MemoryRows final : public RowSource {
public:
    MemoryRows(const std::vector<FleetTableColumn>& columns, std::uint32_t file)
        : columns_(columns), file_(file), numerals_(columns.size()), texts_(columns.size()) {
        for (const FleetTableColumn& column : columns_) headings_.push_back(column.heading);
        for (const FleetTableColumn& column : columns_) rows_ = std::max(rows_, column.size());
        line_ = 1;
    }

    const std::vector<std::string>& headings() const override { return headings_; }
    Place place(std::size_t column) const override {
        return {file_, line_, static_cast<std::uint32_t>(column + 1)};
    }
    bool whole() const override { return true; }
    bool next() override {
        if (row_ == rows_) return false;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const FleetTableColumn& column = columns_[i];
            if (row_ >= column.size()) continue;  // an empty column, which no option names
            texts_[i] = column.is_text ? trimmed(column.texts[row_]) : numeral(column.numbers[row_], i);
        }
        cells_ = texts_;
        ++row_;
        ++line_;
        return true;
    }

private:
    /// The shortest text that is read back as exactly this number; it is kept until the next row.
    std::string_view numeral(double value, std::size_t column) {
        if (std::isnan(value)) return {};
        std::array<char, 32>& room = numerals_[column];
        constexpr double max_digits = 1e15;
        const bool whole = std::abs(value) < max_digits && value == std::trunc(value) &&
                           !(value == 0 && std::signbit(value));
        char* const end =
            whole
                ? std::to_chars(room.data(), room.data() + room.size(), static_cast<std::int64_t>(value)).ptr
                : std::to_chars(room.data(), room.data() + room.size(), value).ptr;
        return {room.data(), end};
    }

    const std::vector<FleetTableColumn>& columns_;
    std::uint32_t file_;
    std::vector<std::string> headings_;
    std::vector<std::array<char, 32>> numerals_;  // by column: buffer for its number
    std::vector<std::string_view> texts_;         // by column: cell of the current row
    std::size_t row_ = 0, rows_ = 0;
};

}  // namespace

std::unique_ptr<RowSource> memory_rows(const std::vector<FleetTableColumn>& columns, std::uint32_t file) {
    return std::make_unique<MemoryRows>(columns, file);
}

}  // namespace lca::fleet

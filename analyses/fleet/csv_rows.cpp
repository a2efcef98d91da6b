// The rows of a CSV file whose first line has the headings.
#include "analyses/fleet/row_source.hpp"
#include "lca/document/csv_reader.hpp"

namespace lca::fleet {
namespace {

class CsvRows final : public RowSource {
public:
    CsvRows(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics)
        : reader_(bytes, file, diagnostics, {.empty_rows = true}) {}

    const std::vector<std::string>& headings() const override { return reader_.headings(); }
    Place place(std::size_t column) const override { return reader_.place(column); }
    bool whole() const override { return reader_.good() && !reader_.is_truncated(); }
    void warn_of_open_end() override { reader_.warn_of_open_end(); }
    bool next() override {
        if (!reader_.next()) return false;
        cells_ = reader_.cells();
        line_ = reader_.line();
        return true;
    }

private:
    CsvReader reader_;
};

}  // namespace

std::unique_ptr<RowSource> csv_rows(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics) {
    return std::make_unique<CsvRows>(bytes, file, diagnostics);
}

}  // namespace lca::fleet

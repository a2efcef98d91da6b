#include "analyses/fleet/row_source.hpp"

#include "models/logs/replayed_bytes.hpp"

namespace lca::fleet {
namespace {

/// The rows of a file; keeps the open file and its reader together.
class FileRows final : public RowSource {
public:
    FileRows(const std::string& path, Pipes pipes, std::uint32_t file, Diagnostics& diagnostics)
        : file_(path, pipes, Hashing::none), bytes_(file_) {
        const bool is_json = path.ends_with(".jsonl") || bytes_.head().first.starts_with('{');
        rows_ = is_json ? json_rows(bytes_, file, diagnostics) : csv_rows(bytes_, file, diagnostics);
    }

    const std::vector<std::string>& headings() const override { return rows_->headings(); }
    Place place(std::size_t column) const override { return rows_->place(column); }
    bool whole() const override { return rows_->whole(); }
    void warn_of_open_end() override { rows_->warn_of_open_end(); }
    bool next() override {
        if (!rows_->next()) return false;
        cells_ = rows_->cells();
        line_ = rows_->line();
        return true;
    }

private:
    FileBytes file_;
    ReplayedBytes bytes_;
    std::unique_ptr<RowSource> rows_;
};

}  // namespace

std::unique_ptr<RowSource> open_rows(const FleetTable& table, Pipes pipes, std::uint32_t file,
                                     Diagnostics& diagnostics) {
    if (table.columns) return memory_rows(*table.columns, file);
    return std::make_unique<FileRows>(table.name, pipes, file, diagnostics);
}

}  // namespace lca::fleet

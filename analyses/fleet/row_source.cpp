#include "analyses/fleet/row_source.hpp"

#include <algorithm>
#include <utility>

namespace lca::fleet {
namespace {

/// A file whose first bytes were looked at.
class PeekedBytes final : public ByteSource {
public:
    PeekedBytes(const std::string& path, Pipes pipes) : bytes_(path, pipes, Hashing::none) {
        constexpr std::size_t mark_and_one = 4;  // a byte-order mark and what follows it
        start_.resize(mark_and_one);
        std::size_t filled = 0;
        while (filled < start_.size()) {
            const std::size_t got = bytes_.read(start_.data() + filled, start_.size() - filled);
            if (got == 0) break;
            filled += got;
        }
        start_.resize(filled);
    }

    bool begins_with(char first) const {
        std::string_view text = start_;
        if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
        return text.starts_with(first);
    }

    std::size_t read(char* to, std::size_t count) override {
        if (given_ == start_.size()) return bytes_.read(to, count);
        const std::size_t taken = std::min(count, start_.size() - given_);
        std::copy_n(start_.data() + given_, taken, to);
        given_ += taken;
        return taken;
    }

private:
    FileBytes bytes_;
    std::string start_;
    std::size_t given_ = 0;
};

/// Rows and the file that they come from.
class FileRows final : public RowSource {
public:
    FileRows(std::unique_ptr<ByteSource> bytes, std::unique_ptr<RowSource> rows)
        : bytes_(std::move(bytes)), rows_(std::move(rows)) {}

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
    std::unique_ptr<ByteSource> bytes_;
    std::unique_ptr<RowSource> rows_;
};

}  // namespace

std::unique_ptr<RowSource> open_rows(const std::string& path, Pipes pipes, std::uint32_t file,
                                     Diagnostics& diagnostics) {
    auto bytes = std::make_unique<PeekedBytes>(path, pipes);
    const bool is_json = path.ends_with(".jsonl") || bytes->begins_with('{');
    std::unique_ptr<RowSource> rows =
        is_json ? json_rows(*bytes, file, diagnostics) : csv_rows(*bytes, file, diagnostics);
    return std::make_unique<FileRows>(std::move(bytes), std::move(rows));
}

}  // namespace lca::fleet

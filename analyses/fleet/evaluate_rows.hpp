#pragma once
// The results of a block of rows: those of one kind together.

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyses/fleet/kind_program.hpp"

namespace lca::fleet {

/// Results of the rows of a block.
struct BlockResults {
    std::vector<std::vector<double>> values = {};          // by result, then row; in base units
    std::vector<std::vector<std::uint8_t>> assessed = {};  // the same: whether it has a figure
    std::vector<const KindProgram*> kinds = {};            // by row: the program with its gaps and reasons
    std::vector<std::unique_ptr<KindProgram>> own = {};    // for rows whose gaps or reasons differ
};

/// Compiles each kind once; a kind that was not met for long may be compiled again. What is computed by
/// columns is compared with rows that are compiled by themselves: one of each kind, and those with the
/// smallest and the largest value of each column.
class RowEvaluator {
public:
    RowEvaluator(VariantCompiler& compiler, const JobTable& table, const std::vector<BoundColumn>& columns,
                 const std::vector<AskedResult>& asked)
        : compiler_(compiler), table_(table), columns_(columns), asked_(asked) {
        for (const BoundColumn& column : columns_) has_starts_ = has_starts_ || column.start;
    }

    /// Replaces `made` by the results of a block, and adds the faults of the rows' figures to those of the
    /// block.
    void run(RowBlock& block, BlockResults& made);

private:
    /// Values of a column that are known to be allowed: what lies between them is, too.
    struct Allowed {
        bool any = false;
        double low = 0, high = 0;

        bool holds(double value) const { return any && low <= value && value <= high; }
        void take(double value);
    };
    void check_extremes(RowBlock& block, std::size_t column);
    bool compiles(RowBlock& block, std::size_t row);
    bool trials_agree(const KindProgram& program, std::uint32_t kind, const std::vector<std::size_t>& rows,
                      const KindRows& made) const;
    KindRows compute(const KindProgram& program, const RowBlock& block,
                     const std::vector<std::size_t>& rows) const;
    void run_kind(RowBlock& block, std::uint32_t kind, const std::vector<std::size_t>& rows,
                  BlockResults& to);
    std::unique_ptr<KindProgram> compile(const RowBlock& block, std::size_t row);
    std::unique_ptr<KindProgram> compile_alone(const RowBlock& block, std::size_t row,
                                               KindProgram::Rows rows = KindProgram::Rows::this_one);
    void settle_starts(const RowBlock& block, const std::vector<std::size_t>& rows, KindProgram& program);
    void run_row(RowBlock& block, std::size_t row, BlockResults& to);
    std::vector<Edit> edits(const RowBlock& block, std::size_t row) const;
    void refuse(RowBlock& block, std::size_t row, const std::string& why) const;

    VariantCompiler& compiler_;
    const JobTable& table_;
    const std::vector<BoundColumn>& columns_;
    const std::vector<AskedResult>& asked_;
    std::vector<std::unique_ptr<KindProgram>> programs_;  // by kind
    bool has_starts_ = false;
    std::uint64_t forgotten_ = 0;   // JobTable::forgotten() at the last block
    std::vector<Allowed> allowed_;  // by column
    /// Rows of the block that were compiled alone: by kind, then by row.
    std::unordered_map<std::uint32_t, std::map<std::size_t, std::unique_ptr<KindProgram>>> trials_;
};

}  // namespace lca::fleet

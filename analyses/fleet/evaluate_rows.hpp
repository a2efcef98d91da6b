#pragma once
// Computes the results of a block of rows; rows of one kind are computed together.

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyses/fleet/kind_program.hpp"

namespace lca::fleet {

/// The results of the rows of a block.
struct BlockResults {
    std::vector<std::vector<double>> values = {};          // values[result][row], in base units
    std::vector<std::vector<std::uint8_t>> assessed = {};  // [result][row]: 1 if the result is assessed
    std::vector<const KindProgram*> kinds = {};            // by row: the program with its gaps and reasons
    std::vector<std::unique_ptr<KindProgram>> own = {};  // programs of single rows with other gaps or reasons
};

/// Compiles each kind of row once, or again if it was dropped meanwhile. Compares results computed by columns
/// with rows compiled by themselves: one of each kind, and those with the smallest and the largest value of
/// each column.
class RowEvaluator {
public:
    RowEvaluator(VariantCompiler& compiler, const JobTable& table, const std::vector<BoundColumn>& columns,
                 const std::vector<RequestedResult>& requested)
        : compiler_(compiler), table_(table), columns_(columns), requested_(requested) {
        for (const BoundColumn& column : columns_) has_starts_ = has_starts_ || column.start;
    }

    /// Fills `made` with the results of a block, and adds to the block the faults of rows whose figures are
    /// invalid.
    void run(RowBlock& block, BlockResults& made);

private:
    /// Smallest and largest value of a column found valid: any value between them is valid, too.
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
    void check_other_starts(const RowBlock& block, const std::vector<std::size_t>& rows,
                            KindProgram& program);
    void run_row(RowBlock& block, std::size_t row, BlockResults& to);
    std::vector<Edit> edits(const RowBlock& block, std::size_t row) const;
    void refuse(RowBlock& block, std::size_t row, const std::string& why) const;

    VariantCompiler& compiler_;
    const JobTable& table_;
    const std::vector<BoundColumn>& columns_;
    const std::vector<RequestedResult>& requested_;
    std::vector<std::unique_ptr<KindProgram>> programs_;  // by kind of row; null: not compiled
    bool has_starts_ = false;
    std::uint64_t forgotten_ = 0;   // JobTable::forgotten() when the last block was computed
    std::vector<Allowed> allowed_;  // by column
    /// Rows of the current block that were compiled by themselves: [kind][row].
    std::unordered_map<std::uint32_t, std::map<std::size_t, std::unique_ptr<KindProgram>>> trials_;
};

}  // namespace lca::fleet

#include "analyses/fleet/evaluate_rows.hpp"

#include <algorithm>
#include <cmath>

#include "lca/base/number.hpp"
#include "lca/page/scale.hpp"

namespace lca::fleet {

void RowEvaluator::run(RowBlock& block, BlockResults& made) {
    made.values.resize(requested_.size());
    for (std::vector<double>& values : made.values) values.assign(block.count, 0.0);
    made.assessed.resize(requested_.size());
    for (auto& assessed : made.assessed) assessed.assign(block.count, 0);
    made.kinds.assign(block.count, nullptr);
    made.own.clear();
    if (forgotten_ != table_.forgotten()) programs_.clear();
    forgotten_ = table_.forgotten();
    programs_.resize(table_.kinds());
    trials_.clear();
    allowed_.resize(columns_.size());
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        if (columns_[k].numeric) check_extremes(block, k);
    }
    std::vector<std::vector<std::size_t>> rows(table_.kinds());
    std::vector<std::uint32_t> present;
    for (std::size_t i = 0; i < block.count; ++i) {
        if (block.faults.contains(i)) continue;
        if (rows[block.kinds[i]].empty()) present.push_back(block.kinds[i]);
        rows[block.kinds[i]].push_back(i);
    }
    for (const std::uint32_t kind : present) run_kind(block, kind, rows[kind], made);
}

void RowEvaluator::Allowed::take(double value) {
    low = any ? std::min(low, value) : value;
    high = any ? std::max(high, value) : value;
    any = true;
}

/// The valid values of an input are an interval: if the rows with the smallest and the largest value compile,
/// all values between them are valid. Rows at the ends that do not compile get a fault, one by one.
void RowEvaluator::check_extremes(RowBlock& block, std::size_t column) {
    Allowed& allowed = allowed_[column];
    const std::vector<double>& values = block.numbers[column];
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < block.count; ++i) {
        if (allowed.holds(values[i])) continue;
        const KindProgram* const kind = programs_[block.kinds[i]].get();
        const bool hopeless = block.faults.contains(i) || (kind && kind->whole_kind_is_faulty());
        if (!hopeless) rows.push_back(i);
    }
    if (rows.empty()) return;
    const auto is_less = [&](std::size_t a, std::size_t b) { return values[a] < values[b]; };
    const auto try_row = [&](std::size_t row) {
        if (allowed.holds(values[row])) return true;
        if (!compiles(block, row)) return false;
        allowed.take(values[row]);
        return true;
    };
    const auto [lowest, highest] = std::minmax_element(rows.begin(), rows.end(), is_less);
    const bool lowest_compiles = try_row(*lowest);
    if (lowest_compiles && try_row(*highest)) return;
    std::stable_sort(rows.begin(), rows.end(), is_less);
    auto low = rows.begin(), high = rows.end();
    if (!lowest_compiles) ++low;
    while (low != high && !try_row(*low)) ++low;
    while (low != high && !try_row(*std::prev(high))) --high;
}

/// Compiles one row by itself. If that fails, the row gets a fault; else the result is kept for comparison.
bool RowEvaluator::compiles(RowBlock& block, std::size_t row) {
    std::unique_ptr<KindProgram> alone = compile_alone(block, row);
    if (!alone->fault().empty()) {
        refuse(block, row, alone->fault());
        return false;
    }
    trials_[block.kinds[row]].insert_or_assign(row, std::move(alone));
    return true;
}

void RowEvaluator::run_kind(RowBlock& block, std::uint32_t kind, const std::vector<std::size_t>& rows,
                            BlockResults& to) {
    std::unique_ptr<KindProgram>& program = programs_[kind];
    const bool is_new = !program;
    if (is_new) program = compile(block, rows.front());
    for (const std::size_t row : rows) to.kinds[row] = program.get();
    if (program->whole_kind_is_faulty()) {
        for (const std::size_t row : rows) refuse(block, row, program->fault());
        return;
    }
    if (program->fault().empty()) check_other_starts(block, rows, *program);
    const bool by_columns = !program->one_by_one() && program->fault().empty();
    KindRows made = by_columns ? compute(*program, block, rows) : KindRows();
    if (by_columns && is_new && rows.size() > 1 && made.faults.empty()) compiles(block, rows.back());
    if (by_columns && !trials_agree(*program, kind, rows, made)) program->take_one_by_one();
    if (!by_columns || program->one_by_one()) {
        for (const std::size_t row : rows) run_row(block, row, to);
        return;
    }
    for (const auto& [i, why] : made.faults) {
        if (!std::binary_search(made.alone.begin(), made.alone.end(), i)) refuse(block, rows[i], why);
    }
    for (std::size_t j = 0; j < requested_.size(); ++j) {
        if (made.results[j].empty()) continue;
        if (rows.size() == block.count) {
            to.values[j] = std::move(made.results[j]);
            to.assessed[j].assign(block.count, 1);
            continue;
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            to.values[j][rows[i]] = made.results[j][i];
            to.assessed[j][rows[i]] = 1;
        }
    }
    for (const std::size_t i : made.alone) run_row(block, rows[i], to);
}

KindRows RowEvaluator::compute(const KindProgram& program, const RowBlock& block,
                               const std::vector<std::size_t>& rows) const {
    std::vector<std::vector<double>> numbers;
    std::vector<const double*> columns;
    numbers.reserve(columns_.size() + 1);
    const auto add = [&](const std::vector<double>& all) {
        if (rows.size() == block.count) return columns.push_back(all.data());
        std::vector<double>& own = numbers.emplace_back();
        own.reserve(rows.size());
        for (const std::size_t row : rows) own.push_back(all[row]);
        columns.push_back(own.data());
    };
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        if (columns_[k].numeric) add(block.numbers[k]);
    }
    if (program.takes_starts()) add(block.starts.instants);
    return program.compute(columns, rows.size());
}

bool RowEvaluator::trials_agree(const KindProgram& program, std::uint32_t kind,
                                const std::vector<std::size_t>& rows, const KindRows& made) const {
    const auto trials = trials_.find(kind);
    if (trials == trials_.end()) return true;
    return std::all_of(trials->second.begin(), trials->second.end(), [&](const auto& trial) {
        const auto at = std::lower_bound(rows.begin(), rows.end(), trial.first);
        if (at == rows.end() || *at != trial.first) return true;
        return program.agrees(*trial.second, made, static_cast<std::size_t>(at - rows.begin()));
    });
}

std::unique_ptr<KindProgram> RowEvaluator::compile_alone(const RowBlock& block, std::size_t row,
                                                         KindProgram::Rows rows) {
    compiler_.edits_stand_at(Place{table_.file(), block.lines[row], 0});
    return std::make_unique<KindProgram>(compiler_, columns_, edits(block, row), requested_, rows);
}

/// For a row with another start than its kind: finds out if that only changes the hours of some means.
void RowEvaluator::check_other_starts(const RowBlock& block, const std::vector<std::size_t>& rows,
                                      KindProgram& program) {
    if (!has_starts_ || program.one_by_one()) return;
    compiler_.edits_stand_at({});
    int tries = 4;  // attempts: a row may be invalid
    for (const std::size_t row : rows) {
        if (program.knows_start(block.starts.instants[row])) continue;
        if (program.let_start_vary(compiler_, columns_, edits(block, row))) return;
        if (--tries == 0) break;
    }
    const bool known = std::all_of(rows.begin(), rows.end(), [&](std::size_t row) {
        return program.knows_start(block.starts.instants[row]);
    });
    if (!known) program.take_one_by_one();
}

/// Compiles a kind with one of its rows. If that row is invalid, compiles with the template's own numbers, as
/// other rows may be valid.
std::unique_ptr<KindProgram> RowEvaluator::compile(const RowBlock& block, std::size_t row) {
    std::unique_ptr<KindProgram> made = compile_alone(block, row, KindProgram::Rows::all);
    if (made->fault().empty()) return made;
    const std::vector<Edit> all = edits(block, row);
    std::vector<Edit> texts;
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        if (!columns_[k].numeric) texts.push_back(all[k]);
    }
    compiler_.edits_stand_at({});
    auto without =
        std::make_unique<KindProgram>(compiler_, columns_, texts, requested_, KindProgram::Rows::all);
    if (without->fault().empty()) return without;
    if (without->fault() == made->fault()) made->blame_whole_kind();
    return made;
}

/// Compiles one row by itself: its kind's numbers are not inputs, or the kind cannot be computed by columns.
void RowEvaluator::run_row(RowBlock& block, std::size_t row, BlockResults& to) {
    std::unique_ptr<KindProgram> alone = compile_alone(block, row);
    if (!alone->fault().empty()) return refuse(block, row, alone->fault());
    for (std::size_t j = 0; j < requested_.size(); ++j) {
        to.values[j][row] = alone->compiled_value(j);
        to.assessed[j][row] = alone->assessed(j) ? 1 : 0;
    }
    const KindProgram& kind = *to.kinds[row];
    if (alone->gaps() == kind.gaps() && alone->reason() == kind.reason() && alone->whole() == kind.whole())
        return;
    to.kinds[row] = to.own.emplace_back(std::move(alone)).get();
}

std::vector<Edit> RowEvaluator::edits(const RowBlock& block, std::size_t row) const {
    const RowKind& kind = table_.kind(block.kinds[row]);
    std::vector<Edit> made;
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        const BoundColumn& column = columns_[k];
        std::string text = column.text(column.start ? block.starts.text(row) : kind.cells[k]);
        if (column.numeric) {
            const InUnit value = in_customary_unit(block.numbers[k][row], column.dimension);
            text = exact(*value.value);
            if (!value.unit.empty()) text += " " + value.unit;
        }
        made.push_back({column.path, std::move(text)});
    }
    return made;
}

void RowEvaluator::refuse(RowBlock& block, std::size_t row, const std::string& why) const {
    block.faults.try_emplace(row, RowFault{{table_.file(), block.lines[row], 0}, why});
}

}  // namespace lca::fleet

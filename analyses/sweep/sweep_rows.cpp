#include "analyses/sweep/sweep_rows.hpp"

#include <algorithm>
#include <set>

#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/page/json_writer.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

constexpr std::uint64_t max_kept = 65536;  // values of an axis whose text is kept

/// The text of each value of an axis, made once where there are few.
class Cells {
public:
    using Make = std::string (*)(const Axis& axis, std::uint64_t i);
    Cells(const std::vector<Axis>& axes, Make make) : axes_(axes), make_(make) {
        for (const Axis& axis : axes) {
            std::vector<std::string>& mine = kept_.emplace_back();
            for (std::uint64_t i = 0; axis.size() <= max_kept && i < axis.size(); ++i)
                mine.push_back(make(axis, i));
        }
    }
    void append(std::string& out, std::size_t axis, std::uint64_t i) const {
        out += kept_[axis].empty() ? make_(axes_[axis], i) : kept_[axis][i];
    }

private:
    const std::vector<Axis>& axes_;
    Make make_;
    std::vector<std::vector<std::string>> kept_;
};

std::string with_unit_name(const std::string& name, const std::string& unit) {
    return unit.empty() ? name : name + " [" + unit + "]";
}

std::vector<InUnit> units_of(const Sweep& sweep) {
    std::vector<InUnit> units;
    for (const SweepResult& result : sweep.results())
        units.push_back(in_customary_unit(std::nullopt, result.dimension));
    return units;
}

std::vector<std::string> headings(const Sweep& sweep) {
    std::vector<std::string> columns;
    for (const Axis& axis : sweep.axes())
        columns.push_back(with_unit_name(axis.path(), axis.has_unit() ? axis.unit() : ""));
    return columns;
}

std::string csv_cell(const std::string& text) {
    Records one;
    one.columns = {text};
    std::string line = write_csv(one);
    line.resize(line.size() - 2);
    return line;
}

/// Every part that some result does not count, each once: "serving.idle; training.embodied.switch".
std::string listed_gaps(const SweepRows& rows) {
    std::set<std::string_view> known;
    std::string text;
    for (const std::vector<std::string>& gaps : rows.gaps) {
        for (const std::string& gap : gaps) {
            if (!known.insert(gap).second) continue;
            if (!text.empty()) text += "; ";
            text += gap;
        }
    }
    return text;
}

class CsvRows : public SweepWriter {
public:
    explicit CsvRows(const Sweep& sweep)
        : sweep_(sweep), units_(units_of(sweep)), cells_(sweep.axes(), [](const Axis& axis, std::uint64_t i) {
              return axis.has_unit() ? axis.cell(i) : csv_cell(axis.text(i));
          }) {}

    std::string begin() override {
        Records head;
        head.columns = headings(sweep_);
        for (std::size_t j = 0; j < units_.size(); ++j)
            head.columns.push_back(with_unit_name(sweep_.results()[j].name, units_[j].unit));
        head.columns.emplace_back("gaps");
        return write_csv(head);
    }

    std::string rows(const SweepRows& rows) override {
        std::string out;
        const std::string end = "," + csv_cell(listed_gaps(rows)) + "\r\n";
        for (std::size_t i = 0; i < rows.count; ++i) {
            for (std::size_t k = 0; k < rows.choices.size(); ++k) {
                if (k > 0) out += ',';
                cells_.append(out, k, rows.choices[k][i]);
            }
            for (std::size_t j = 0; j < units_.size(); ++j) {
                out += ',';
                if (rows.assessed[j]) append_exact(out, rows.results[j][i] / units_[j].factor);
            }
            out += end;
        }
        return out;
    }

private:
    const Sweep& sweep_;
    std::vector<InUnit> units_;
    Cells cells_;
};

std::string json_text(std::string_view text) {
    JsonWriter json(0);
    json.value(text);
    std::string line = std::move(json).take();
    line.pop_back();
    return line;
}

class JsonRows : public SweepWriter {
public:
    explicit JsonRows(const Sweep& sweep)
        : units_(units_of(sweep)), cells_(sweep.axes(), [](const Axis& axis, std::uint64_t i) {
              return json_text(axis.path()) + ": " + json_text(axis.text(i));
          }) {
        for (std::size_t j = 0; j < units_.size(); ++j) {
            before_.push_back((j > 0 ? ", " : "") + json_text(sweep.results()[j].name) + ": {\"value\": ");
            unit_.push_back(", \"unit\": " + json_text(units_[j].unit));
        }
    }

    std::string rows(const SweepRows& rows) override {
        std::string out;
        std::vector<std::string> after;
        for (std::size_t j = 0; j < units_.size(); ++j)
            after.push_back(unit_[j] + gaps_of(rows.gaps[j]) + "}");
        for (std::size_t i = 0; i < rows.count; ++i) {
            out += "{\"set\": {";
            for (std::size_t k = 0; k < rows.choices.size(); ++k) {
                if (k > 0) out += ", ";
                cells_.append(out, k, rows.choices[k][i]);
            }
            out += "}, \"results\": {";
            for (std::size_t j = 0; j < units_.size(); ++j) {
                out += before_[j];
                if (rows.assessed[j])
                    append_exact(out, rows.results[j][i] / units_[j].factor);
                else
                    out += "null";
                out += after[j];
            }
            out += "}}\n";
        }
        return out;
    }

private:
    static std::string gaps_of(const std::vector<std::string>& gaps) {
        if (gaps.empty()) return {};
        std::string text = ", \"gaps\": [";
        for (const std::string& gap : gaps) text += (text.back() == '[' ? "" : ", ") + json_text(gap);
        return text + "]";
    }

    std::vector<InUnit> units_;
    Cells cells_;
    std::vector<std::string> before_, unit_;
};

class TableRows : public SweepWriter {
public:
    TableRows(const Sweep& sweep, std::string title, const Style& style, bool markdown)
        : sweep_(sweep),
          title_(std::move(title)),
          style_(style),
          markdown_(markdown),
          values_(sweep.results().size()),
          partial_(sweep.results().size()) {
        if (sweep.points() > max_table_rows)
            throw InputError("a table of " + readable(static_cast<double>(sweep.points()), 12) +
                             " points: at most " + readable(max_table_rows, 6) +
                             " are shown so; use --format csv or --format jsonl");
    }

    std::string rows(const SweepRows& rows) override {
        for (std::size_t i = 0; i < rows.count; ++i) {
            Table::Row& row = table_.rows.emplace_back();
            for (std::size_t k = 0; k < rows.choices.size(); ++k) {
                const Axis& axis = sweep_.axes()[k];
                row.cells.push_back(axis.cell(rows.choices[k][i]));
            }
            for (std::size_t j = 0; j < values_.size(); ++j) {
                values_[j].push_back(rows.assessed[j] ? std::optional(rows.results[j][i]) : std::nullopt);
                partial_[j].push_back(rows.assessed[j] && !rows.gaps[j].empty());
            }
        }
        for (const std::vector<std::string>& gaps : rows.gaps) gaps_.insert(gaps.begin(), gaps.end());
        return {};
    }

    std::string end() override {
        const std::vector<std::string> paths = headings(sweep_);
        for (std::size_t k = 0; k < paths.size(); ++k)
            table_.columns.push_back({paths[k], sweep_.axes()[k].has_unit(), true});
        for (std::size_t j = 0; j < values_.size(); ++j) {
            std::vector<double> known;
            for (const std::optional<double>& value : values_[j]) {
                if (value) known.push_back(*value);
            }
            const Scale scale = scale_for(sweep_.results()[j].dimension, known);
            table_.columns.push_back({with_unit_name(sweep_.results()[j].name, scale.unit), true, true});
            const bool marked = std::find(partial_[j].begin(), partial_[j].end(), true) != partial_[j].end();
            for (std::size_t i = 0; i < values_[j].size(); ++i)
                table_.rows[i].cells.push_back(scale.text(values_[j][i]) + (!marked          ? ""
                                                                            : partial_[j][i] ? " *"
                                                                                             : "  "));
        }
        Page page;
        page.title = title_;
        page.table(std::move(table_));
        if (!gaps_.empty()) page.paragraph(what_is_missing(), Tone::faint);
        return markdown_ ? write_markdown(page) : write_text(page, style_);
    }

private:
    std::string what_is_missing() const {
        constexpr std::size_t max_named = 6;
        std::string text = "* counts only what is assessed; not everywhere assessed:";
        std::size_t named = 0;
        for (const std::string& gap : gaps_) {
            if (named == max_named) break;
            text += (named++ == 0 ? " " : ", ") + gap;
        }
        if (gaps_.size() > named) text += " and " + std::to_string(gaps_.size() - named) + " more";
        return text;
    }

    const Sweep& sweep_;
    std::string title_;
    Style style_;
    bool markdown_;
    Table table_;
    std::vector<std::vector<std::optional<double>>> values_;
    std::vector<std::vector<bool>> partial_;  // by result, then row
    std::set<std::string> gaps_;
};

}  // namespace

std::unique_ptr<SweepWriter> sweep_writer(std::string_view format, const Sweep& sweep, std::string title,
                                          const Style& style) {
    if (format == "csv") return std::make_unique<CsvRows>(sweep);
    if (format == "jsonl") return std::make_unique<JsonRows>(sweep);
    return std::make_unique<TableRows>(sweep, std::move(title), style, format == "markdown");
}

}  // namespace lca

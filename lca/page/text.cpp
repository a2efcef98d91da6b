// Writes a page as plain text for a terminal or a file: lines within the width, numbers aligned, colour only
// if the style asks for it.
#include <algorithm>
#include <numeric>

#include "lca/base/text.hpp"
#include "lca/page/ascii.hpp"
#include "lca/page/report.hpp"
#include "lca/page/text_block.hpp"

namespace lca {
namespace {

constexpr std::size_t gap = 2;         // blanks between two columns
constexpr std::size_t narrowest = 12;  // smallest width of a column that wraps
constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

std::string_view escape_code(Tone tone) {
    switch (tone) {
        case Tone::strong:
            return "\x1b[1m";
        case Tone::faint:
            return "\x1b[2m";
        case Tone::warning:
            return "\x1b[33m";
        case Tone::plain:
            break;
    }
    return "";
}

class TextWriter {
public:
    explicit TextWriter(const Style& style) : style_(style) {}

    void write(const Heading& heading) {
        blank_line();
        for (const std::string& text : wrapped(shown(heading.text, no_limit), style_.width)) {
            line(text, Tone::strong);
        }
    }

    void write(const Paragraph& paragraph) {
        blank_line();
        for (const std::string& text : wrapped(shown(paragraph.text, no_limit), style_.width)) {
            line(text, paragraph.tone);
        }
    }

    void write(const List& list) {
        for (const List::Item& item : list.items) {
            hanging("  ", "    ", item.text, item.tone);
            for (const std::string& detail : item.details) hanging("    ", "      ", detail, Tone::faint);
        }
    }

    void write(const Table& table);
    void write(const Tree& tree);

    std::string take() && { return std::move(out_); }

    void line(std::string_view text, Tone tone) {
        const std::size_t end = text.find_last_not_of(' ');
        text = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
        const std::string_view code = style_.colour && !text.empty() ? escape_code(tone) : "";
        out_ += code;
        out_ += style_.ascii ? page::in_ascii(text) : std::string(text);
        if (!code.empty()) out_ += "\x1b[0m";
        out_ += '\n';
    }

private:
    void blank_line() {
        if (!out_.empty()) out_ += '\n';
    }

    void hanging(std::string_view first, std::string_view rest, std::string_view text, Tone tone) {
        const std::size_t width = style_.width - characters(rest);
        bool is_first = true;
        for (const std::string& part : wrapped(shown(text, no_limit), width)) {
            line(std::string(is_first ? first : rest) + part, tone);
            is_first = false;
        }
    }

    std::vector<std::size_t> widths(const Table& table) const;
    void row(const Table& table, const Table::Row& row, const std::vector<std::size_t>& widths);
    /// The depth from which branches are not indented further; lines then state their depth instead.
    std::size_t deepest() const { return style_.width > 50 ? (style_.width - 44) / 3 : 2; }
    void node(const Tree::Line& node, const std::string& stem, bool last, bool has_children);

    Style style_;
    std::string out_;
};

std::string cell_text(const Table::Row& row, std::size_t column) {
    if (column >= row.cells.size()) return {};
    const std::string text = shown(row.cells[column], no_limit);
    return column == 0 ? std::string(row.indent * 2, ' ') + text : text;
}

std::vector<std::size_t> TextWriter::widths(const Table& table) const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t width = characters(table.columns[i].heading);
        for (const Table::Row& row : table.rows) width = std::max(width, characters(cell_text(row, i)));
        widths.push_back(width);
    }
    const auto total = [&] {
        return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + gap * (widths.size() - 1);
    };
    while (total() > style_.width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool can_shrink = table.columns[i].wraps && widths[i] > narrowest;
            if (can_shrink && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
        }
        if (widest == widths.size()) break;
        --widths[widest];
    }
    return widths;
}

/// A first cell wider than its column gets lines of its own; other cells are broken within their column.
void TextWriter::row(const Table& table, const Table::Row& row, const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> parts;
    std::size_t height = 1;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::string text = cell_text(row, i);
        if (i == 0 && characters(text) > widths[i]) {
            hanging(std::string(row.indent * 2, ' '), std::string(row.indent * 2 + 2, ' '), row.cells[0],
                    row.tone);
            if (row.cells.size() == 1) return;
            text.clear();
        }
        parts.push_back(table.columns[i].wraps && i > 0 ? wrapped(text, widths[i])
                                                        : std::vector<std::string>{text});
        height = std::max(height, parts.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
        std::string text;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (i > 0) text.append(gap, ' ');
            text += padded(k < parts[i].size() ? parts[i][k] : "", widths[i], table.columns[i].number);
        }
        line(text, row.tone);
    }
}

void TextWriter::write(const Table& table) {
    blank_line();
    const std::vector<std::size_t> widths = this->widths(table);
    const std::size_t whole =
        std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + gap * (widths.size() - 1);
    std::string rule;
    for (std::size_t i = 0; i < std::min(whole, style_.width); ++i) rule += "─";
    Table::Row headings;
    for (const Table::Column& column : table.columns) headings.cells.push_back(column.heading);
    headings.tone = Tone::faint;
    const auto named = [](const std::string& heading) { return !heading.empty(); };
    if (std::any_of(headings.cells.begin(), headings.cells.end(), named)) row(table, headings, widths);
    for (const Table::Row& one : table.rows) {
        if (one.rule_above) line(rule, Tone::faint);
        row(table, one, widths);
    }
}

void TextWriter::node(const Tree::Line& node, const std::string& stem, bool last, bool has_children) {
    const bool root = node.depth == 0;
    const std::string branch = root ? "" : stem + (last ? "└─ " : "├─ ");
    const std::string below = root ? "" : stem + (last ? "   " : "│  ");
    std::string head = node.sign.empty() ? "" : node.sign + " ";
    head += shown(node.value, no_limit);
    if (!node.value.empty() && !node.text.empty()) head += "  ";
    if (node.depth > deepest()) head.insert(0, "[" + std::to_string(node.depth) + "] ");
    // The value is on one line; the text that says what it is may continue on lines below.
    const std::string rest = below + (has_children ? "│ " : "  ");
    const std::size_t room = style_.width - std::min(style_.width - narrowest, characters(rest));
    std::size_t hang = std::min<std::size_t>(characters(head), 16);
    const bool beside = room > characters(head) + narrowest;
    if (!beside) hang = 0;
    std::vector<std::string> words =
        wrapped(shown(node.text, no_limit), beside ? room - characters(head) : room);
    if (!beside) words.insert(words.begin(), "");
    line(branch + head + words.front(), root ? Tone::strong : Tone::plain);
    for (std::size_t i = 1; i < words.size(); ++i) line(rest + padded("", hang) + words[i], Tone::plain);
    for (const std::string& detail : node.details) {
        for (const std::string& part : wrapped(shown(detail, no_limit), room - 2)) {
            line(rest + "  " + part, Tone::faint);
        }
    }
}

void TextWriter::write(const Tree& tree) {
    blank_line();
    const std::vector<Tree::Line>& lines = tree.lines;
    // Goes through the lines from the end: open[d] is whether a later sibling follows at depth d.
    std::vector<bool> last(lines.size());
    std::vector<bool> open;
    for (std::size_t i = lines.size(); i-- > 0;) {
        const std::size_t depth = lines[i].depth;
        last[i] = depth >= open.size() || !open[depth];
        open.resize(depth + 1);
        open[depth] = true;
    }
    std::vector<std::string> stems(1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t depth = lines[i].depth;
        const bool has_children = i + 1 < lines.size() && lines[i + 1].depth > depth;
        stems.resize(depth + 1);
        node(lines[i], depth == 0 ? "" : stems[depth], last[i], has_children);
        const bool flat = depth == 0 || depth >= deepest();
        stems.push_back(flat ? stems[depth] : stems[depth] + (last[i] ? "   " : "│  "));
    }
}

}  // namespace

std::string write_text(const Page& page, const Style& style) {
    TextWriter writer(style);
    for (const std::string& part : wrapped(shown(page.title, no_limit), style.width)) {
        if (!page.title.empty()) writer.line(part, Tone::strong);
    }
    for (const Block& block : page.blocks) {
        std::visit([&writer](const auto& b) { writer.write(b); }, block);
    }
    return std::move(writer).take();
}

}  // namespace lca

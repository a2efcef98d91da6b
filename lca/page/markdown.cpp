// Writes a page as Markdown (with GitHub's tables). User text is never taken for markup: whatever could be is
// escaped.
#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/page/report.hpp"

namespace lca {
namespace {

std::string escaped(std::string_view text) {
    const std::string safe = shown(text, static_cast<std::size_t>(-1));
    std::string out;
    out.reserve(safe.size() + safe.size() / 8);
    for (const char c : safe) {
        if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else {
            if (std::string_view("\\`*_[]|#~!$").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return out;
}

/// A text for the start of a line, where `+`, `-`, `=` and `1.` are escaped: they would mean list or heading.
std::string escaped_line(std::string_view text) {
    std::string out = escaped(text);
    const std::size_t digits = std::min(out.find_first_not_of("0123456789"), out.size());
    if (!out.empty() && std::string_view("+-=").find(out[0]) != std::string_view::npos) out.insert(0, "\\");
    if (digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')'))
        out.insert(digits, "\\");
    return out;
}

std::string strong(const std::string& text) {
    return text.empty() ? text : "**" + text + "**";
}

class MarkdownWriter {
public:
    void write(const Heading& heading) { out_ += "\n## " + escaped(heading.text) + "\n"; }

    void write(const Paragraph& paragraph) {
        const bool bold = paragraph.tone == Tone::strong;
        out_ += "\n" + (bold ? strong(escaped(paragraph.text)) : escaped_line(paragraph.text)) + "\n";
    }

    void write(const List& list) {
        out_ += "\n";
        for (const List::Item& item : list.items) {
            out_ += "- " + escaped_line(item.text) + "\n";
            for (const std::string& detail : item.details) out_ += "  - " + escaped_line(detail) + "\n";
        }
    }

    void write(const Table& table) {
        out_ += "\n|";
        for (const Table::Column& column : table.columns) out_ += " " + escaped(column.heading) + " |";
        out_ += "\n|";
        for (const Table::Column& column : table.columns) out_ += column.number ? " ---: |" : " --- |";
        out_ += "\n";
        for (const Table::Row& row : table.rows) {
            out_ += "|";
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                const std::string text = i < row.cells.size() ? escaped(row.cells[i]) : "";
                out_ += " " + indentation(i == 0 && !text.empty() ? row.indent : 0) +
                        (row.tone == Tone::strong ? strong(text) : text) + " |";
            }
            out_ += "\n";
        }
    }

    void write(const Tree& tree) {
        out_ += "\n";
        for (const Tree::Line& line : tree.lines) {
            const std::string indent(line.depth * 2, ' ');
            std::string text = line.sign.empty() ? "" : escaped_line(line.sign) + " ";
            text += strong(escaped(line.value));
            if (!line.text.empty()) text += (text.empty() ? "" : " ") + escaped(line.text);
            out_ += indent + "- " + text + "\n";
            for (const std::string& detail : line.details) {
                out_ += indent + "  " + escaped_line(detail) + "\n";
            }
        }
    }

    std::string out_ = {};

private:
    static std::string indentation(std::size_t levels) {
        std::string text;
        for (std::size_t i = 0; i < levels; ++i) text += "&emsp;";
        return text;
    }
};

}  // namespace

std::string write_markdown(const Page& page) {
    MarkdownWriter writer;
    writer.out_ = page.title.empty() ? "" : "# " + escaped(page.title) + "\n";
    for (const Block& block : page.blocks) {
        std::visit([&writer](const auto& b) { writer.write(b); }, block);
    }
    return std::move(writer.out_);
}

}  // namespace lca

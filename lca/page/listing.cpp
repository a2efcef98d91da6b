#include "lca/page/listing.hpp"

#include <string_view>

#include "lca/base/number.hpp"
#include "lca/page/html.hpp"

namespace lca {
namespace {

constexpr std::string_view in_any_direction = " dir=\"auto\"";

std::string element(std::string_view tag, std::string_view attributes, const std::string& text) {
    std::string made = "<";
    made.append(tag).append(attributes).append(">").append(html_text(text));
    return made.append("</").append(tag).append(">");
}

/// A paragraph with an HTML class; "" if the text is empty.
std::string paragraph(std::string_view kind, const std::string& text) {
    if (text.empty()) return {};
    return element("p", " class=\"" + std::string(kind) + "\"" + std::string(in_any_direction), text) + "\n";
}

std::string text_of(const Listing::Cell& cell) {
    std::string text = html_text(cell.text);
    if (!cell.link.empty()) text = "<a href=\"" + html_text(link_text(cell.link)) + "\">" + text + "</a>";
    if (!cell.below.empty()) text += element("div", " class=\"said\"", cell.below);
    return text;
}

/// An HTML row. Its first cell is its heading.
std::string row_of(const Listing::Row& row, const std::vector<Listing::Column>& columns) {
    std::string text = row.greyed ? "<tr class=\"greyed\">" : "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Listing::Cell& cell = row.cells[i];
        const bool of_numbers = columns.at(i).of_numbers;
        text += i == 0 ? "<th scope=\"row\"" : "<td";
        text += of_numbers ? " class=\"amount\"" : in_any_direction;
        if (of_numbers) text += " data-value=\"" + (cell.number ? exact(*cell.number) : "") + "\"";
        text += ">" + text_of(cell) + (i == 0 ? "</th>" : "</td>");
    }
    return text + "</tr>\n";
}

std::string table_of(const Listing::Table& table) {
    std::string text = "<section>\n" + element("h2", "", table.title) + "\n" + paragraph("about", table.note);
    if (table.folded)
        text +=
            "<details>" + element("summary", "", "All " + std::to_string(table.rows.size()) + " rows") + "\n";
    text += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + html_text(table.title) +
            "\"><table class=\"listing\">\n<thead><tr>";
    for (const Listing::Column& column : table.columns)
        text += element("th", column.of_numbers ? " scope=\"col\" class=\"amount\"" : " scope=\"col\"",
                        column.title);
    text += "</tr></thead>\n<tbody>\n";
    for (const Listing::Row& row : table.rows) text += row_of(row, table.columns);
    text += "</tbody></table></div>\n";
    return text + (table.folded ? "</details>\n" : "") + "</section>\n";
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/._-~").find(c) != std::string_view::npos;
}

}  // namespace

std::string link_text(const std::string& path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_plain(c)) {
            text += c;
        } else {
            text.append({'%', digits[byte >> 4U], digits[byte & 15U]});
        }
    }
    return text;
}

std::string write_listing(const Listing& listing) {
    std::string body = "<main id=\"page\">\n<header>\n" + element("h1", in_any_direction, listing.title) +
                       "\n" + paragraph("headline", listing.headline) + paragraph("about", listing.about) +
                       "</header>\n<div class=\"rest" + (listing.has_filter ? "" : " few") + "\">\n";
    for (const Listing::Table& table : listing.tables) body += table_of(table);
    body += "</div>\n" + element("footer", "", listing.footer) + "\n</main>\n";
    return write_html({listing.title, body, {}, PageScript::listing});
}

}  // namespace lca

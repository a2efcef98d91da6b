#pragma once
// A page for a browser in one file: the program's own script and style, and the data that they show. Nothing
// is loaded from elsewhere, and the page forbids itself to.

#include <string>
#include <string_view>

namespace lca {

struct HtmlPage {
    std::string title;  // plain text
    std::string body;   // HTML that stands there without the script, which puts its own in its place
    std::string data;   // JSON without `<`, as JsonWriter writes it
};

std::string write_html(const HtmlPage& page);

/// A text as it stands in HTML, in an element or in quotes.
std::string html_text(std::string_view text);

}  // namespace lca

#pragma once
// A page for a browser in one file: the program's own script and style, and the data that they show. Nothing
// is loaded from elsewhere: the page's content security policy forbids it.

#include <string>
#include <string_view>

namespace lca {

/// Which of the program's scripts a page has.
enum class PageScript : unsigned char { report, listing };

struct HtmlPage {
    std::string title;  // plain text
    std::string body;   // HTML that is shown without the script, too
    std::string data;   // JSON without `<`, as JsonWriter writes it; "": the script needs none
    PageScript script = PageScript::report;
};

std::string write_html(const HtmlPage& page);

/// Whether a text is one that write_html() made.
bool is_own_html(std::string_view text);

/// A text escaped for HTML, in an element or in quotes.
std::string html_text(std::string_view text);

}  // namespace lca

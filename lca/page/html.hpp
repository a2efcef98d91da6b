#pragma once
// An HTML page in one file: the program's script and style, and the data that they show. The page's content
// security policy forbids loading anything else.

#include <string>
#include <string_view>

namespace lca {

/// Which of the program's scripts a page contains.
enum class PageScript : unsigned char { report, listing };

struct HtmlPage {
    std::string title;  // plain text, not HTML
    std::string body;   // HTML that is also shown if scripts are disabled
    std::string data;   // JSON without `<`, as JsonWriter writes it; "" if the script needs none
    PageScript script = PageScript::report;
};

std::string write_html(const HtmlPage& page);

/// Whether a text is a page that write_html() made, judged by its start.
bool is_own_html(std::string_view text);

/// A text escaped for use in HTML, as content of an element or as a quoted attribute.
std::string html_text(std::string_view text);

}  // namespace lca

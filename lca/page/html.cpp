#include "lca/page/html.hpp"

#include <vector>

#include "lca/base/base64.hpp"
#include "lca/base/digest.hpp"
#include "lca/page/web_files.hpp"

namespace lca {
namespace {

constexpr std::string_view own_start =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" "
    "content=\"lca\">\n";

unsigned char half_byte(char digit) {
    return static_cast<unsigned char>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/// The hash of an inline script or style, by which a content security policy allows it.
std::string policy_hash(std::string_view text) {
    const std::string hex = sha256(text);
    std::vector<unsigned char> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes.push_back(static_cast<unsigned char>(half_byte(hex[i]) << 4U | half_byte(hex[i + 1])));
    return "'sha256-" + base64(std::span<const unsigned char>(bytes)) + "'";
}

}  // namespace

std::string html_text(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string write_html(const HtmlPage& page) {
    const std::string_view script =
        page.script == PageScript::report ? page::web_report_script() : page::web_listing_script();
    const std::string_view style = page::web_style();
    std::string text(own_start);
    text +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
        "form-action 'none'; script-src " +
        policy_hash(script) + "; style-src " + policy_hash(style) + "\">\n";
    text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    text += "<meta name=\"color-scheme\" content=\"light dark\">\n";
    text += "<title>" + html_text(page.title) + "</title>\n";
    text.append("<style>").append(style).append("</style>\n</head>\n<body>\n");
    text.append(page.body);
    if (!page.data.empty())
        text.append("<script type=\"application/json\" id=\"data\">").append(page.data).append("</script>\n");
    text.append("<script>").append(script).append("</script>\n</body>\n</html>\n");
    return text;
}

bool is_own_html(std::string_view text) {
    return text.starts_with(own_start);
}

}  // namespace lca

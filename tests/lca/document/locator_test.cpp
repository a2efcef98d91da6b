// Places of bytes, with and without a known line, in texts of several lines and scripts.

#include "lca/document/locator.hpp"

#include <doctest/doctest.h>

#include <string>

using lca::document::Locator;

TEST_CASE("locator: line and column of every byte, counted by hand from the start") {
    for (const std::string& text : {std::string("a\nbc\n\n\nd"), std::string("\n\n"), std::string("one line"),
                                    std::string("\u00e9\u00e9\n\u20acx\r\ny"), std::string()}) {
        const lca::Source source{.name = "t.yaml", .text = text, .sha256 = {}, .first_line = 3};
        const Locator locator(0, source);
        std::size_t line = 0, start = 0;
        std::uint32_t column = 1;
        for (std::size_t at = 0; at <= text.size(); ++at) {
            CAPTURE(text);
            CAPTURE(at);
            CHECK(locator.line_of(at) == line);
            CHECK(locator.line_start(at) == start);
            const bool begins_character =
                at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U;
            if (begins_character) {
                CHECK(locator.at(at).line == 3 + line);
                CHECK(locator.at(at).column == column);
                ++column;
            }
            if (at < text.size() && text[at] == '\n') {
                ++line;
                start = at + 1;
                column = 1;
            }
        }
        CHECK(locator.at(text.size() + 9).line == 3 + line);
    }
}

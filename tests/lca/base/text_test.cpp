// Near spellings, texts fit for messages, characters.

#include "lca/base/text.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "lca/base/utf8.hpp"

using namespace lca;

namespace {

const std::vector<std::string> keys{"energy",     "power",    "per_request", "per_token",
                                    "host_power", "duration", "share"};

std::string meant(std::string_view word) {
    return nearest(word, keys).value_or("nothing");
}

}  // namespace

TEST_CASE("nearest: what people mistype") {
    CHECK(meant("powr") == "power");
    CHECK(meant("pwoer") == "power");
    CHECK(meant("Power") == "power");
    CHECK(nearest("gird", std::vector<std::string>{"grid"}) ==
          "grid");  // letters swapped are one edit, not two
    CHECK(meant("powers") == "power");
    CHECK(meant("POWER") == "power");
    CHECK(meant("per-request") == "per_request");
    CHECK(meant("perRequest") == "per_request");
    CHECK(meant(" energy") == "energy");
    CHECK(meant("durration") == "duration");
}

TEST_CASE("nearest: what is meant by nothing here") {
    CHECK(meant("grid") == "nothing");
    CHECK(meant("x") == "nothing");
    CHECK(meant("") == "nothing");
    CHECK(meant("lifetime") == "nothing");
    CHECK(meant(std::string(5000, 'p')) == "nothing");
}

TEST_CASE("nearest: letter case is the smallest difference, then separators, then letters") {
    const std::array<std::string_view, 4> units{"kW", "MW", "kWh", "mW"};
    CHECK(nearest("kw", units) == "kW");
    CHECK(nearest("KWH", units) == "kWh");
    const std::vector<std::string> ids{"a_b", "a_c"};
    CHECK(nearest("a-b", ids) == "a_b");
    const std::vector<std::string> others{"xay", "x-y"};
    CHECK(nearest("x_y", others) == "x-y");
}

TEST_CASE("nearest: a whole part of a long id is enough") {
    const std::vector<std::string> hardware{"nvidia-v100-sxm2-32gb", "nvidia-a100-sxm4-80gb",
                                            "nvidia-a100-pcie-40gb"};
    CHECK(nearest("nvidia-a100-sxm4-80g", hardware) == "nvidia-a100-sxm4-80gb");
    CHECK(nearest("pci", hardware) == "nvidia-a100-pcie-40gb");
    CHECK_FALSE(nearest("pc", hardware));
    CHECK(nearest("A100", hardware) == "nvidia-a100-sxm4-80gb");
    CHECK(nearest_few("a100", hardware, 5) ==
          std::vector<std::string>{"nvidia-a100-sxm4-80gb", "nvidia-a100-pcie-40gb"});
    CHECK(nearest_few("a100", hardware, 1).size() == 1);
    CHECK(nearest_few("tpu", hardware, 5).empty());
}

TEST_CASE("shown: whatever is in a text, a message shows it in one line") {
    CHECK(shown("plain text") == "plain text");
    CHECK(shown("é 中 °") == "é 中 °");
    CHECK(shown("a\nb\tc\rd") == "a\\nb\\tc\\rd");
    CHECK(shown(std::string_view("a\0b\x1b[31m", 8)) == "a\\x00b\\x1b[31m");
    CHECK(shown("\x7f") == "\\x7f");
    CHECK(shown("a\u202eb") == "a\\u{202E}b");
    CHECK(shown("\u200b") == "\\u{200B}");
    CHECK(shown("caf\xe9") == "caf\\xe9");
    CHECK(shown("\xc0\xaf") == "\\xc0\\xaf");
}

TEST_CASE("shown: long texts are cut at characters") {
    CHECK(shown("abcdef", 3) == "abc…");
    CHECK(shown("abc", 3) == "abc");
    CHECK(shown("éééé", 2) == "éé…");
    CHECK(characters(shown(std::string(100000, 'x'))) == 81);
}

TEST_CASE("characters and columns") {
    CHECK(characters("") == 0);
    CHECK(characters("aé中") == 3);
    CHECK(columns("aé中") == 4);
    CHECK(columns("e\u0300") == 1);
    CHECK(columns("e\u0301") == 1);       // a letter and its accent
    CHECK(columns("\u05d0\u05b8") == 1);  // Hebrew alef with a vowel point
    CHECK(columns("\U0001f600") == 2);
    CHECK(columns("… – ² µ") == 7);
}

TEST_CASE("utf8: what is not UTF-8") {
    const auto valid = [](std::string_view text) { return character_at(text, 0).valid; };
    CHECK(valid("a"));
    CHECK(valid("\u00e9"));
    CHECK(valid("\U0010ffff"));
    CHECK_FALSE(valid("\x80"));              // a continuation with nothing before it
    CHECK_FALSE(valid("\xc3"));              // cut
    CHECK_FALSE(valid("\xc0\x80"));          // overlong
    CHECK_FALSE(valid("\xe0\x80\xaf"));      // overlong
    CHECK_FALSE(valid("\xed\xa0\x80"));      // surrogate
    CHECK_FALSE(valid("\xf4\x90\x80\x80"));  // above 10FFFF
    CHECK_FALSE(valid("\xff"));
    CHECK(character_at("\xe4\xb8\xad", 0).code == 0x4e2d);
    CHECK(character_at("\xe4\xb8\xad", 0).length == 3);
}

TEST_CASE("utf8: ids") {
    CHECK(is_id("a"));
    CHECK(is_id("jean_zay2"));
    CHECK_FALSE(is_id(""));
    CHECK_FALSE(is_id("2a"));
    CHECK_FALSE(is_id("_a"));
    CHECK_FALSE(is_id("a-b"));
    CHECK_FALSE(is_id("é"));
}

TEST_CASE("utf8: names of characters") {
    CHECK(code_name(0x41) == "U+0041");
    CHECK(code_name(0x1f600) == "U+1F600");
    CHECK(described(0x2212) == "U+2212 (minus sign)");
    CHECK(described(0x430) == "U+0430");
}

TEST_CASE("text without spaces at its ends, and ids as words") {
    CHECK(lca::trimmed(" \ta b\t\r") == "a b");
    CHECK(lca::trimmed(" \t\r").empty());
    CHECK(lca::trimmed("").empty());
    CHECK(lca::in_words("end_of_life") == "end of life");
    CHECK(lca::in_words("training") == "training");
}

TEST_CASE("listed") {
    const std::vector<std::string> none;
    CHECK(listed(none).empty());
    CHECK(listed(std::vector<std::string>{"a"}) == "a");
    CHECK(listed(std::vector<std::string>{"a", "b"}) == "a and b");
    CHECK(listed(std::vector<std::string>{"a", "b", "c"}, "or") == "a, b or c");
}

TEST_CASE("did you mean: one wording, or nothing") {
    const std::vector<std::string> words = {"power", "energy", "power_log"};
    CHECK(lca::did_you_mean("powr", words) == "did you mean `power`?");
    CHECK(lca::did_you_mean("zzz", words) == "");
    CHECK(lca::did_you_mean("ENRGY", words) == "did you mean `energy`?");
    CHECK(lca::did_you_mean(words) == "did you mean `power`, `energy` or `power_log`?");
    CHECK(lca::did_you_mean(std::span<const std::string>()) == "");
}

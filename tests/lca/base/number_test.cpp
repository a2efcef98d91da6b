// What is a number, what is none, and what is said about it.

#include "lca/base/number.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

using namespace lca;

namespace {

double read(std::string_view text) {
    const Parsed<double> parsed = parse_number(text);
    const auto* const value = std::get_if<double>(&parsed);
    REQUIRE_MESSAGE(value != nullptr, text, " was refused: ", std::get<TextFault>(parsed).message);
    return *value;
}

/// The message, and the hint behind a bar where there is one.
std::string refusal(std::string_view text) {
    const Parsed<double> parsed = parse_number(text);
    const auto* const fault = std::get_if<TextFault>(&parsed);
    REQUIRE_MESSAGE(fault != nullptr, text, " was read as ", std::get<double>(parsed));
    CHECK(fault->offset <= text.size());
    CHECK(fault->length >= 1);
    CHECK(fault->expected == "a number such as 1082990, 1_082_990, 1.08e6 or .5");
    return fault->message + (fault->hint.empty() ? "" : " | " + fault->hint);
}

std::size_t refused_at(std::string_view text) {
    return std::get<TextFault>(parse_number(text)).offset;
}

}  // namespace

TEST_CASE("number: what the language names as numbers") {
    CHECK(read("1082990") == 1082990);
    CHECK(read("1_082_990") == 1082990);
    CHECK(read("1.08e6") == 1080000);
    CHECK(read(".5") == 0.5);
    CHECK(read("-3") == -3);
    CHECK(read("0") == 0);
    CHECK(read("0.25") == 0.25);
    CHECK(read("-0.25") == -0.25);
    CHECK(read("1e-07") == 1e-7);
    CHECK(read("1E+3") == 1000);
    CHECK(read("1_0.2_5e1") == 102.5);
    CHECK(read("1.7976931348623157e308") == std::numeric_limits<double>::max());
    CHECK(read("0e999") == 0);
    CHECK_FALSE(std::signbit(read("-0")));
}

TEST_CASE("number: the nearest double, whatever the digits") {
    CHECK(read("0.1") == 0.1);
    CHECK(read("0.1000000000000000055511151231257827") == 0.1);
    CHECK(read("9007199254740993") == 9007199254740992.0);  // half way: to even
    CHECK(read("123456789012345678901234567890") == 123456789012345678901234567890.0);
}

TEST_CASE("number: digits written otherwise are refused with the right form") {
    CHECK(refusal("010") == "leading zero in `010` | write 10");
    CHECK(refusal("-007.5") == "leading zero in `-007.5` | write -7.5");
    CHECK(refusal("00") == "leading zero in `00` | write 0");
    CHECK(refusal("0_1") == "leading zero in `0_1` | write 1");
    CHECK(refusal("0x10") == "hexadecimal number `0x10` is not allowed | write it in decimal");
    CHECK(refusal("0o17") == "octal number `0o17` is not allowed | write it in decimal");
    CHECK(refusal("0b101") == "binary number `0b101` is not allowed | write it in decimal");
    CHECK(refusal("+5") == "`+` before the number `+5` | write 5");
    CHECK(refusal("5.") == "no digit after the decimal point of `5.` | write 5 or 5.0");
}

TEST_CASE("number: other people's separators") {
    CHECK(refusal("1,5") == "decimal comma in `1,5` | write 1.5");
    CHECK(refusal("1082,99") == "decimal comma in `1082,99` | write 1082.99");
    CHECK(refusal("1,082") ==
          "a comma in `1,082` could be a decimal comma or separate thousands | write 1.082 or 1082");
    CHECK(refusal("1,082,990") == "`,` does not separate thousands in `1,082,990` | write 1082990");
    CHECK(refusal("1,082.5") == "`,` does not separate thousands in `1,082.5` | write 1082.5");
    CHECK(refusal("1.082,5") == "decimal comma in `1.082,5` | write 1082.5");
    CHECK(refusal("1'000") == "`'` does not separate thousands | write 1000");
    CHECK(refusal("1 000") == "a space inside the number `1 000` | separate thousands by `_`, or by nothing");
    CHECK(refusal("1__0") == "`_` in `1__0` is not between two digits");
    CHECK(refusal("1_") == "`_` in `1_` is not between two digits");
    CHECK(refusal("_1") == "`_1` is not a number");
    CHECK(refused_at("1_000,5") == 5);
}

TEST_CASE("number: what is not finite, or too large or small for a double") {
    for (const auto* text : {"inf", "-inf", ".inf", "+.inf", "Infinity", "nan", ".NaN", "nan(1)"}) {
        CHECK(refusal(text) == "`" + std::string(text) + "` is not a finite number");
    }
    CHECK(refusal("1e400") ==
          "`1e400` is out of range | the largest number is about 1.8e308; write it in a larger unit");
    CHECK(refusal("-1e99999999999999999999") ==
          "`-1e99999999999999999999` is out of range | the largest number is about 1.8e308; write it in a "
          "larger "
          "unit");
    CHECK(refusal("1e-400") ==
          "`1e-400` is out of range: so small that it would become 0 | write 0, or a smaller unit");
    CHECK(refusal("0.1e-99999999999") ==
          "`0.1e-99999999999` is out of range: so small that it would become 0 | write 0, or a smaller unit");
    CHECK(refusal(std::string(65, '7')) ==
          "a number of 65 characters: `77777777777777777777…` | a number has at most 64 characters");
    CHECK(read(std::string(64, '7')) == doctest::Approx(7.777777777777778e63));
}

TEST_CASE("number: what does not end where a number ends") {
    CHECK(refusal("1.5.2") == "a second decimal point in `1.5.2`");
    CHECK(refusal("--1") == "a second sign in `--1`");
    CHECK(refusal("-+1") == "a second sign in `-+1`");
    CHECK(refusal("+-1") == "a second sign in `+-1`");
    CHECK(refusal("+x") == "`+x` is not a number");
    CHECK(refusal("1-2") == "a second sign in `1-2`");
    CHECK(refusal("1e") == "the exponent of `1e` has no digits");
    CHECK(refusal("1e+") == "the exponent of `1e+` has no digits");
    CHECK(refusal("1e5.5") == "the exponent of `1e5.5` is not a whole number");
    CHECK(refusal("5 ") == "space before or after the number `5 `");
    CHECK(refusal(" 5") == "space before or after the number ` 5`");
    CHECK(refusal("5\n") == "space before or after the number `5\\n`");
    CHECK(refusal("5kg") == "`kg` after the number in `5kg`");
    CHECK(refusal("12:30") == "`12:30` is not a number | times are written with units: `1 h 30 min`");
    CHECK(refusal("") == "a number is missing");
    CHECK(refusal("-") == "`-` is not a number");
    CHECK(refusal(".") == "`.` is not a number");
    CHECK(refusal("e5") == "`e5` is not a number");
    CHECK(refusal("many") == "`many` is not a number");
    CHECK(refused_at("1.5.2") == 3);
    CHECK(refused_at("5kg") == 1);
}

TEST_CASE("number: characters that only look like those of a number are named") {
    CHECK(refusal("\u22125") == "the character U+2212 (minus sign) in the number `\u22125` | write `-`");
    CHECK(refusal("5\u00a0") ==
          "the character U+00A0 (no-break space) in the number `5\u00a0` | write a plain space, or none");
    CHECK(refusal("\u0665") ==
          "the character U+0665 in the number `\u0665` | only the digits 0 to 9, `.`, `-`, `_` "
          "and `e` make a number");
    CHECK(refusal("10\u00b2") ==
          "the character U+00B2 (superscript two) in the number `10\u00b2` | write `^2`");
    CHECK(refusal("\xff") == "bytes that are not UTF-8 in `\\xff`");
}

TEST_CASE("number: the length of the number that a text starts with") {
    CHECK(number_length("1_082_990 GPU*h") == 9);
    CHECK(number_length("400W") == 3);
    CHECK(number_length("1.5e3 kg") == 5);
    CHECK(number_length("-3") == 2);
    CHECK(number_length(".5 h") == 2);
    CHECK(number_length("1e kg") == 1);  // an `e` without digits belongs to what follows
    CHECK(number_length("1e5.5") == 3);
    CHECK(number_length("kg") == 0);
    CHECK(number_length("") == 0);
    CHECK(number_length("-") == 0);
    CHECK(number_length("010 kg") == 0);
    CHECK(number_length("5. kg") == 0);
    CHECK(number_length("+5") == 0);
}

TEST_CASE("number: the shortest text that reads back") {
    CHECK(exact(0.1) == "0.1");
    CHECK(exact(1e-7) == "1e-07");
    CHECK(exact(433196) == "433196");
    CHECK(exact(0.1 + 0.2) == "0.30000000000000004");
    CHECK(exact(-2.5) == "-2.5");
    CHECK(exact(5e-324) == "5e-324");
}

TEST_CASE("number: for people") {
    CHECK(readable(1082990) == "1,082,990");
    CHECK(readable(123456789) == "123,456,789");
    CHECK(readable(0.0001) == "0.0001");
    CHECK(readable(24.693) == "24.69");
    CHECK(readable(0.004) == "0.004");
    CHECK(readable(0) == "0");
    CHECK(readable(9999) == "9999");
    CHECK(readable(10000) == "10,000");
    CHECK(readable(-1234567.8) == "-1,234,568");
    CHECK(readable(-12345) == "-12,345");
    CHECK(readable(123456) == "123,456");
    CHECK(readable(0.5) == "0.5");
    CHECK(readable(50.53244) == "50.53");
    CHECK(readable(50.53244, 6) == "50.5324");
    CHECK(readable(50.53244, 1) == "51");
    CHECK(readable(0.00012345) == "0.0001234");  // the double lies below the tie
    CHECK(readable(0.000012345) == "1.234e-5");
    CHECK(readable(123456789012.0) == "1.235e11");
    CHECK(readable(5e10) == "5e10");
}

TEST_CASE("number: rounding for people carries over") {
    CHECK(readable(9.9996) == "10");
    CHECK(readable(99.996) == "100");
    CHECK(readable(9999.6) == "10,000");
    CHECK(readable(0.00009999999) == "0.0001");
    CHECK(readable(999999999.9) == "1e9");
    CHECK(readable(2.5, 1) == "2");  // a tie goes to the even digit
    CHECK(readable(0.125, 2) == "0.12");
    CHECK(readable(1.005, 3) == "1");  // the double lies below 1.005
}

#include "lca/document/json_reader.hpp"

#include <fmt/core.h>
#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace {

constexpr std::size_t few_keys = 16;  // up to so many keys are searched one by one

/// White space and punctuation: characters that are not part of a string, number or word.
bool is_between(char c) {
    return std::string_view(" \t\r\n,:{}[]").find(c) != std::string_view::npos;
}

/// The stream that RapidJSON reads, filled block by block. It knows its place and where the last value began.
/// RapidJSON takes a NUL byte for the end: it stops at one inside the text, which is detected afterwards.
class JsonStream {
public:
    using Ch = char;

    JsonStream(ByteSource& bytes, std::uint32_t file, const JsonLimits& limits)
        : bytes_(bytes), file_(file), limits_(limits) {
        buffer_.resize(limits.block);
        fill();
        if (std::string_view(buffer_.data(), filled_).starts_with("\xef\xbb\xbf")) at_ = 3;
    }

    char Peek() const { return at_ < filled_ ? buffer_[at_] : '\0'; }
    char Take() {
        const char c = Peek();
        if (at_ >= filled_) return c;
        if (waiting_ && !is_between(c)) {
            waiting_ = false;
            began_ = {file_, line_, column_};
            began_at_ = taken_;
        }
        if (!waiting_ && taken_ - began_at_ > limits_.text_bytes * 2) too_long_ = true;
        ++taken_;
        if (c == '\n') {
            ++line_;
            column_ = 1;
        } else if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) {
            ++column_;
        }
        if (++at_ == filled_) fill();
        if (too_long_ || taken_ > limits_.bytes) filled_ = at_;
        return c;
    }
    std::size_t Tell() const { return static_cast<std::size_t>(taken_); }

    // Required by RapidJSON's interface for streams, but never called when reading.
    char* PutBegin() { return nullptr; }
    void Put(char) {}
    void Flush() {}
    std::size_t PutEnd(char*) { return 0; }

    /// The place at which the string, number or word read last began. Call once for each.
    Place began() {
        waiting_ = true;
        return began_;
    }
    Place here() const { return {file_, line_, column_}; }
    bool too_long() const { return too_long_; }
    bool too_large() const { return taken_ > limits_.bytes; }
    bool at_nul() const { return at_ < filled_; }

private:
    void fill() {
        at_ = 0;
        filled_ = bytes_.read(buffer_.data(), buffer_.size());
    }

    ByteSource& bytes_;
    std::uint32_t file_;
    const JsonLimits& limits_;
    std::string buffer_;
    std::size_t at_ = 0, filled_ = 0;
    std::uint64_t taken_ = 0, began_at_ = 0;
    std::uint32_t line_ = 1, column_ = 1;
    Place began_;
    bool waiting_ = true, too_long_ = false;
};

/// The keys that an object has had so far, as hashes.
struct Keys {
    std::vector<std::size_t> first = {};
    std::unordered_set<std::size_t> others = {};

    std::size_t size() const { return first.size() + others.size(); }
    bool add(std::size_t hash) {
        if (std::find(first.begin(), first.end(), hash) != first.end()) return false;
        if (first.size() == few_keys) return others.insert(hash).second;
        first.push_back(hash);
        return true;
    }
};

/// Passes RapidJSON's events on to the visitor, with their places, and checks the limits.
class JsonHandler {
public:
    JsonHandler(JsonStream& stream, JsonVisitor& visitor, Diagnostics& diagnostics, const JsonLimits& limits)
        : stream_(stream), visitor_(visitor), diagnostics_(diagnostics), limits_(limits) {}

    bool Null() { return visitor_.null(stream_.began()); }
    bool Bool(bool value) { return visitor_.boolean(value, stream_.began()); }
    bool RawNumber(const char* digits, std::size_t length, bool) {
        const Place place = stream_.began();
        const std::string_view written(digits, length);
        double value = 0;
        const auto [end, code] = std::from_chars(digits, digits + length, value);
        if (code == std::errc() && std::isfinite(value)) return visitor_.number(value, written, place);
        return fault(place, "a number that is out of range", "a number of at most about 1.8e308");
    }
    bool String(const char* text, std::size_t length, bool) {
        const Place place = stream_.began();
        if (length > limits_.text_bytes) return too_long(place);
        return visitor_.text({text, length}, place);
    }
    bool Key(const char* text, std::size_t length, bool) {
        const Place place = stream_.began();
        const std::string_view name(text, length);
        if (length > limits_.text_bytes) return too_long(place);
        if (keys_.back().size() >= limits_.keys)
            return fault(place, "too many keys in one object", fmt::format("at most {}", limits_.keys));
        if (!keys_.back().add(std::hash<std::string_view>()(name)))
            return fault(place, fmt::format("duplicate key {}", in_quotes(name)),
                         "each key of an object once");
        return visitor_.key(name, place);
    }
    // RapidJSON calls these functions before it takes the bracket, so that here() is the bracket's place.
    bool StartObject() {
        const Place place = stream_.here();
        keys_.emplace_back();
        return deeper(place) && visitor_.enter_object(place);
    }
    bool EndObject(std::size_t) {
        keys_.pop_back();
        --depth_;
        return visitor_.leave_object();
    }
    bool StartArray() {
        const Place place = stream_.here();
        return deeper(place) && visitor_.enter_list(place);
    }
    bool EndArray(std::size_t) {
        --depth_;
        return visitor_.leave_list();
    }

    // Never called: with kParseNumbersAsStringsFlag, RawNumber() is called for every number.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

private:
    bool deeper(Place place) {
        if (++depth_ <= limits_.depth) return true;
        return fault(place, "nested too deep", fmt::format("at most {} levels", limits_.depth));
    }
    bool too_long(Place place) {
        return fault(place, "a text that is too long", fmt::format("at most {} bytes", limits_.text_bytes));
    }
    bool fault(Place place, std::string message, std::string expected) {
        diagnostics_.error(place, std::move(message), std::move(expected));
        return false;
    }

    JsonStream& stream_;
    JsonVisitor& visitor_;
    Diagnostics& diagnostics_;
    const JsonLimits& limits_;
    std::vector<Keys> keys_;
    std::size_t depth_ = 0;
};

/// An error of RapidJSON in words: what is wrong, and what was expected.
std::pair<std::string, std::string> words_for(rapidjson::ParseErrorCode code) {
    switch (code) {
        case rapidjson::kParseErrorDocumentEmpty:
            return {"the file is empty", "JSON: `{` or `[`"};
        case rapidjson::kParseErrorDocumentRootNotSingular:
            return {"text after the end of the JSON", ""};
        case rapidjson::kParseErrorObjectMissName:
            return {"no key in double quotes here", "`\"` or `}`"};
        case rapidjson::kParseErrorObjectMissColon:
            return {"no colon after a key", "`:`"};
        case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
            return {"an object goes on without a comma", "`,` or `}`"};
        case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
            return {"a list goes on without a comma", "`,` or `]`"};
        case rapidjson::kParseErrorStringMissQuotationMark:
            return {"a text that is not closed", "`\"`"};
        case rapidjson::kParseErrorStringInvalidEncoding:
            return {"a text that is not UTF-8", ""};
        case rapidjson::kParseErrorNumberTooBig:
            return {"a number that is out of range", "a number of at most about 1.8e308"};
        case rapidjson::kParseErrorNumberMissFraction:
            return {"a number without digits after its point", ""};
        case rapidjson::kParseErrorNumberMissExponent:
            return {"a number with an empty exponent", ""};
        case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        case rapidjson::kParseErrorStringEscapeInvalid:
            return {"no such escape", "such as `\\n` or `\\u00e9`"};
        default:
            return {"no value is allowed here", "a text, a number, `{`, `[`, true, false or null"};
    }
}

}  // namespace

bool read_json(ByteSource& bytes, std::uint32_t file, JsonVisitor& visitor, Diagnostics& diagnostics,
               const JsonLimits& limits) {
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag |
                               rapidjson::kParseValidateEncodingFlag;
    JsonStream stream(bytes, file, limits);
    JsonHandler handler(stream, visitor, diagnostics, limits);
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
    if (stream.too_large() || stream.too_long()) {
        diagnostics.error(
            stream.here(), stream.too_long() ? "a text that is too long" : "the file is too large",
            fmt::format("at most {} bytes", stream.too_long() ? limits.text_bytes : limits.bytes));
        return false;
    }
    if (!result.IsError()) {
        if (!stream.at_nul()) return true;
        diagnostics.error(stream.here(), "a NUL byte: this is not text", "a text file (UTF-8)");
        return false;
    }
    if (result.Code() == rapidjson::kParseErrorTermination) return false;
    if (stream.Peek() == '\0' && stream.at_nul()) {
        diagnostics.error(stream.here(), "a NUL byte: this is not text", "a text file (UTF-8)");
        return false;
    }
    const auto [message, expected] = words_for(result.Code());
    const bool of_number = result.Code() == rapidjson::kParseErrorNumberTooBig;
    diagnostics.error(of_number ? stream.began() : stream.here(), message, expected);
    return false;
}

}  // namespace lca

#pragma once
// Writes JSON directly, without a tree, so that ten thousand activities take no more memory than their text.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/page/report.hpp"

namespace lca {

/// The version of the machine output, which every object states; its history is in CHANGELOG.md.
inline constexpr double schema_version = 1;

/// Writes one JSON value: levels down to `deep` are indented by two blanks each, deeper ones are on one line.
/// Numbers are the shortest text that parses to the same double; not finite ones throw std::logic_error.
/// Invalid UTF-8 becomes U+FFFD; `<`, U+2028 and U+2029 are escaped, so that HTML pages can contain it.
class JsonWriter {
public:
    /// If there is a sink, it receives the text piece by piece; take() then returns only the last piece.
    explicit JsonWriter(std::size_t deep = 3, const TextSink* sink = nullptr) : sink_(sink), deep_(deep) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(double number);
    JsonWriter& value(std::optional<double> number);
    JsonWriter& whole(std::size_t number);
    JsonWriter& truth(bool yes);
    JsonWriter& null();

    /// Writes a key and its value.
    template <class T>
    JsonWriter& entry(std::string_view name, const T& what) {
        return key(name).value(what);
    }
    /// Writes a key and an array of texts.
    template <class Texts>
    JsonWriter& texts(std::string_view name, const Texts& all) {
        key(name).begin_array();
        for (const auto& one : all) value(std::string_view(one));
        return end_array();
    }
    /// Writes a key and its value, unless the value is empty.
    JsonWriter& entry_if(std::string_view name, std::string_view text);

    /// Ends the text with a line end and returns it. Throws std::logic_error if something is not ended.
    std::string take() &&;

private:
    struct Open {
        bool object;
        bool empty;
    };
    void separate();
    void new_line();
    void open(char bracket, bool object);
    void close(char bracket);
    void text(std::string_view text);

    void pass_on();

    std::string out_;
    const TextSink* sink_;
    std::vector<Open> open_;
    std::size_t deep_;
    bool after_key_ = false;
};

/// A text as a JSON string, quoted and escaped: "\"a\"" for "a".
std::string json_text(std::string_view text);

}  // namespace lca

#pragma once
// JSON as it is written: no tree is built, so ten thousand activities cost no more memory than their text.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/page/report.hpp"

namespace lca {

/// The version of the machine output, in every object: see CHANGELOG.md.
inline constexpr double schema_version = 1;

/// Writes one JSON value, indented by two blanks down to `deep` levels and on one line below that. Numbers
/// are the shortest text that reads back to the same double; one that is not finite throws std::logic_error.
/// Invalid UTF-8 becomes U+FFFD; `<`, U+2028 and U+2029 are escaped, so the text is allowed inside a page.
class JsonWriter {
public:
    /// With a sink, the text goes there as it grows, but for its end, which take() gives.
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

    /// A key and its value.
    template <class T>
    JsonWriter& entry(std::string_view name, const T& what) {
        return key(name).value(what);
    }
    /// A key and a list of texts.
    template <class Texts>
    JsonWriter& texts(std::string_view name, const Texts& all) {
        key(name).begin_array();
        for (const auto& one : all) value(std::string_view(one));
        return end_array();
    }
    /// Writes an entry unless the text is empty.
    JsonWriter& entry_if(std::string_view name, std::string_view text);

    /// The text, with a line end. Throws std::logic_error where something is still open.
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

/// A text as a JSON value: "\"a\"" of "a".
std::string json_text(std::string_view text);

}  // namespace lca

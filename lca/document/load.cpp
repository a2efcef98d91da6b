#include "lca/document/load.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>
#include <vector>

#include "lca/base/digest.hpp"
#include "lca/document/builder.hpp"
#include "lca/document/bytes.hpp"
#include "lca/document/locator.hpp"
#include "lca/document/outline.hpp"
#include "lca/document/syntax.hpp"

namespace lca {
namespace {

using document::check_bytes;
using document::Locator;
using document::TreeBuilder;

/// Lets the parser read a text in memory without a copy.
class TextBuffer : public std::streambuf {
public:
    explicit TextBuffer(std::string_view text) {
        char* const start =
            const_cast<char*>(text.data());  // setg requires non-const; an input buffer is never written to
        setg(start, start, start + text.size());
    }
};

document::Mark mark_of(const YAML::Mark& mark) {
    return {static_cast<std::size_t>(std::max(0, mark.pos)), static_cast<std::size_t>(std::max(0, mark.line)),
            static_cast<std::size_t>(std::max(0, mark.column))};
}

/// Passes the parser's events on to the tree builder.
class Handler : public YAML::EventHandler {
public:
    explicit Handler(TreeBuilder& builder) : builder_(builder) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { builder_.null(mark_of(mark)); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { builder_.alias(mark_of(mark)); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        builder_.text(mark_of(mark), value, tag);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        builder_.start(Kind::list, mark_of(mark), tag);
    }
    void OnSequenceEnd() override { builder_.end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        builder_.start(Kind::map, mark_of(mark), tag);
    }
    void OnMapEnd() override { builder_.end(); }

private:
    TreeBuilder& builder_;
};

/// Thrown when content follows the first document; that content is not read.
struct SecondDocument {
    std::size_t offset;
};

class SecondHandler : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark& mark) override { throw SecondDocument{mark_of(mark).offset}; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// Parses the text into `builder`. Empty if the text is valid YAML, else what is wrong with it.
std::optional<Fault> parse(const Locator& locator, TreeBuilder& builder) {
    TextBuffer buffer(locator.text());
    std::istream stream(&buffer);
    try {
        YAML::Parser parser(stream);
        Handler handler(builder);
        if (!parser.HandleNextDocument(handler)) return Fault{locator.at(0), "the file has only comments"};
        SecondHandler second;
        parser.HandleNextDocument(second);
    } catch (const YAML::Exception& error) {
        return document::explain_syntax(locator, mark_of(error.mark).offset, error.msg);
    } catch (const SecondDocument& second) {
        return document::explain_second_document(locator, second.offset);
    } catch (const TreeBuilder::Stop& stop) {
        return stop.fault;
    }
    return std::nullopt;
}

/// The offset of the first bracket that is nested too deep. Checked before parsing, because the parser stores
/// everything up to a closing bracket before its first event: hundreds of bytes for each bracket.
std::optional<std::size_t> bracket_too_deep(std::string_view text) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
        if ((c == ']' || c == '}') && depth > 0) --depth;
    }
    return deepest <= Limits::depth ? std::nullopt : document::outline(text, text.size()).too_deep;
}

Fault missing_value(Place place) {
    return {.place = place,
            .message = "the value is missing",
            .hint = "an empty value, `null` and `~` are not values"};
}

}  // namespace

std::unique_ptr<Document> load_text(std::uint32_t file, const Sources& sources, Diagnostics& diagnostics) {
    const Locator locator(file, sources[file]);
    if (locator.text().find_first_not_of(" \t\r\n") == std::string_view::npos) {
        diagnostics.error({file, sources[file].first_line, 1}, "the file is empty",
                          "a map of keys and values");
        return nullptr;
    }
    if (!check_bytes(locator, diagnostics)) return nullptr;
    if (const auto deep = bracket_too_deep(locator.text())) {
        diagnostics.add(document::nested_too_deep(locator.at(*deep)));
        return nullptr;
    }
    TreeBuilder builder(locator);
    std::optional<Fault> fault = parse(locator, builder);
    if (fault || !builder.root_is_map()) {
        if (auto other = document::looks_like_something_else(locator)) {
            diagnostics.add(*std::move(other));
            return nullptr;
        }
    }
    if (fault) {
        // Faults of the builder in or after the line of a syntax error are mostly caused by it: not reported.
        const std::uint32_t line = fault->place.line;
        for (Fault& other : builder.faults()) {
            if (other.place.line < line) diagnostics.add(std::move(other));
        }
        diagnostics.add(*std::move(fault));
        return nullptr;
    }
    for (Fault& other : builder.faults()) diagnostics.add(std::move(other));
    return builder.take();
}

std::uint32_t add_file(const std::string& path, Sources& sources, const FileUse& use) {
    std::string bytes = read_file(path, use.limit, use.pipes);
    std::string digest = sha256(bytes);
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.erase(0, 3);
    return sources.add({.name = path,
                        .text = std::move(bytes),
                        .sha256 = std::move(digest),
                        .kind = use.kind,
                        .shown = use.shown});
}

std::unique_ptr<Document> load_file(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                    const FileUse& use) {
    return load_text(add_file(path, sources, use), sources, diagnostics);
}

std::unique_ptr<Document> load_argument(std::string name, std::string text, Sources& sources,
                                        Diagnostics& diagnostics) {
    const std::uint32_t file = sources.add(
        {.name = std::move(name), .text = std::move(text), .sha256 = {}, .kind = Source::Kind::argument});
    const Locator locator(file, sources[file]);
    const std::string_view value = locator.text();
    const Place place{file, 1, 1};
    constexpr std::string_view structured = "{[\"'";
    if (!value.empty() && structured.find(value.front()) != std::string_view::npos) {
        return load_text(file, sources, diagnostics);
    }
    if (!check_bytes(locator, diagnostics)) return nullptr;
    if (value.find_first_not_of(" \t\r\n") == std::string_view::npos || value == "~" || value == "null") {
        diagnostics.add(missing_value(place));
        return nullptr;
    }
    auto document = std::make_unique<Document>();
    document->set_root(document->add_text(value, false, place));
    return document;
}

}  // namespace lca

// The reader of YAML: whatever the bytes, a tree or faults with words at places that exist; trees hold
// together, and survive checks, edits and copies.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/edit.hpp"
#include "lca/document/load.hpp"
#include "tests/fuzz/require.hpp"

namespace {

constexpr lca::Type anything{.name = "anything",
                             .scalar = lca::Scalar::any,
                             .entries = &anything,
                             .items = &anything,
                             .free_keys = true};
constexpr lca::Type count{.name = "count", .scalar = lca::Scalar::count};
constexpr lca::Type id{.name = "id", .scalar = lca::Scalar::id};
constexpr lca::Key keys[] = {{"a", &anything, "", "1"}, {"count", &count, "", "2"}, {"id", &id, ""}};
constexpr lca::Type file{.name = "file", .keys = keys};

void check_place(lca::Place place, const lca::Sources& sources, std::string_view text) {
    require(place.file < sources.size() && place.line > 0 && place.column > 0, "a place that is none", text);
    const std::string& whole = sources[place.file].text;
    const auto lines = std::count(whole.begin(), whole.end(), '\n') + 1;
    require(place.line <= lines, "a place behind the last line", text);
    require(place.column <= lca::characters(sources.line(place)) + 2, "a place behind the end of its line",
            text);
}

void check_faults(const lca::Diagnostics& diagnostics, const lca::Sources& sources, std::string_view text) {
    for (const lca::Fault& fault : diagnostics.sorted()) {
        require(!fault.message.empty(), "a fault without words", text);
        check_place(fault.place, sources, text);
        for (const lca::Related& related : fault.related) check_place(related.place, sources, text);
    }
    const std::string shown = render(diagnostics, sources);
    const bool clean =
        std::none_of(shown.begin(), shown.end(), [](char c) { return c != '\n' && c >= 0 && c < ' '; });
    require(clean, "a message with control characters", text);
}

void check_tree(lca::Node node, const lca::Sources& sources, std::string_view text, std::size_t depth) {
    require(depth <= lca::Limits::depth, "a tree that is too deep", text);
    check_place(node.place(), sources, text);
    std::size_t size = 0;
    for (const lca::Node child : node.children()) {
        ++size;
        require(child.parent() == node, "a child of another parent", text);
        if (node.is_map()) {
            check_place(child.key_place(), sources, text);
            require(node.written(child.key()) == child, "a key that is not found", text);
        }
        check_tree(child, sources, text, depth + 1);
    }
    require(size == node.size(), "a size that is wrong", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    const std::uint32_t index = sources.add({"fuzz.yaml", text, {}});
    const auto document = lca::load_text(index, sources, diagnostics);
    if (!document) require(diagnostics.has_errors(), "refused without a word", text);
    if (document) {
        check_tree(document->root(), sources, text, 0);
        check(*document, file, diagnostics);
        const auto copy = document->clone();
        const lca::Node root = copy->root();
        const std::string path = root.size() > 0 ? (*root.children().begin()).path() : std::string{};
        if (root.is_map() && lca::is_id(path)) {
            set(*copy, path, document->root(), {index, 1, 1}, file, diagnostics);
            merge(*copy, root, document->root(), 3);
            remove(*copy, path, {index, 1, 1}, diagnostics);
            require(copy->root().size() + 1 == document->root().size(), "a wrong number of keys", text);
        }
    }
    check_faults(diagnostics, sources, text);
    lca::Diagnostics others;
    lca::load_argument("--set", text, sources, others);
    check_faults(others, sources, text);
    return 0;
}

#pragma once
// Builds the tree from the YAML parser's events; whatever YAML would drop, guess or repeat becomes a fault.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/locator.hpp"
#include "lca/document/node.hpp"

namespace lca::document {

/// Where an event of the parser starts, all from 0: byte, line, byte within the line.
struct Mark {
    std::size_t offset = 0;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// Builds one Document. Faults are collected; only an exceeded limit or an open quote stops it (throws Stop).
class TreeBuilder {
public:
    struct Stop {
        Fault fault;
    };

    explicit TreeBuilder(const Locator& locator);

    void null(Mark mark);
    void alias(Mark mark);
    void text(Mark mark, const std::string& value, std::string_view tag);
    void start(Kind kind, Mark mark, std::string_view tag);
    void end();

    std::vector<Fault>& faults() { return faults_; }
    bool root_is_map() const { return document_->root() && document_->root().is_map(); }
    std::unique_ptr<Document> take() { return std::move(document_); }

private:
    /// A list or map whose end has not been reached.
    struct Open {
        std::uint32_t index = 0;
        std::optional<std::uint32_t> last = {};  // index of the value added to it last
        bool is_map = false;
        bool wants_key = false;
        bool is_key = false;      // is itself at the place of a key
        bool key_usable = false;  // whether the next value's key can be used
        bool key_refused = false;
        std::string_view key = {};
        Place key_place = {};
    };

    Place place(Mark mark) const { return locator_.at(mark.offset, mark.line, mark.offset - mark.column); }
    char byte_at(std::size_t offset) const;
    void fault(Place where, std::string message, std::string hint = {}, std::size_t width = 1);
    void count_node(Mark mark);
    void check_properties(Mark mark, std::string_view tag);
    bool at_key() const { return !open_.empty() && open_.back().is_map && open_.back().wants_key; }
    void take_key(Mark mark, std::string_view key, bool quoted);
    void refuse_key(Mark mark, std::string message);
    void place_value(std::uint32_t index);
    void missing_value(Mark mark);
    bool cut_at_comma(Mark mark);
    std::string_view kept(Mark mark, const std::string& value, bool quoted, bool& is_slice);
    bool check_text(Mark mark, std::string_view value, bool quoted, bool is_slice);

    const Locator& locator_;
    std::unique_ptr<Document> document_;
    std::vector<Open> open_;
    std::vector<Fault> faults_;
    std::size_t nodes_ = 0;
};

}  // namespace lca::document

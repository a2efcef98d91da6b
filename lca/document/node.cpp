#include "lca/document/node.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "lca/base/text.hpp"

namespace lca {

std::string_view to_string(Kind kind) {
    constexpr std::array<std::string_view, 3> names{"a text", "a list", "a map"};
    return names[static_cast<std::size_t>(kind)];
}

Kind Node::kind() const {
    return document_->nodes_[index_].kind;
}

std::string_view Node::text() const {
    const auto& record = document_->nodes_[index_];
    return record.kind == Kind::text ? std::string_view(record.text, record.size) : std::string_view{};
}

bool Node::quoted() const {
    return document_->nodes_[index_].quoted;
}

Place Node::place() const {
    const auto& record = document_->nodes_[index_];
    return {record.file, record.line, record.column};
}

std::size_t Node::width() const {
    return std::max<std::size_t>(1, characters(text()));
}

std::string_view Node::key() const {
    return Document::key_of(document_->nodes_[index_]);
}

Place Node::key_place() const {
    const auto& record = document_->nodes_[index_];
    return record.key == nullptr ? Place{} : Place{record.key_file, record.key_line, record.key_column};
}

Node Node::parent() const {
    const std::uint32_t parent = document_->nodes_[index_].parent;
    return parent == Document::none ? Node{} : Node(document_, parent);
}

std::string Node::path() const {
    constexpr std::size_t usual_depth = 8, max_digits = 10;
    std::vector<const Document::Record*> chain;
    chain.reserve(usual_depth);
    std::size_t size = 0;
    for (std::uint32_t at = index_; document_->nodes_[at].parent != Document::none;) {
        const Document::Record& step = document_->nodes_[at];
        chain.push_back(&step);
        size += 1 + (step.key == nullptr ? max_digits : step.key_size);
        at = step.parent;
    }
    std::string result;
    result.reserve(size);
    std::reverse(chain.begin(), chain.end());
    for (const Document::Record* const step : chain) {
        if (!result.empty()) result += '.';
        if (step->key == nullptr) {
            result += std::to_string(step->key_column);
        } else {
            result += Document::key_of(*step);
        }
    }
    return result;
}

std::size_t Node::size() const {
    const auto& record = document_->nodes_[index_];
    return record.kind == Kind::text ? 0 : record.size;
}

Node Node::written(std::string_view key) const {
    const std::uint32_t child = document_->lookup(index_, key);
    return child == Document::none ? Node{} : Node(document_, child);
}

Node Node::find(std::string_view key) const {
    const Node child = written(key);
    return child && !child.faulty() ? child : Node{};
}

Node::Range Node::children() const {
    const auto& record = document_->nodes_[index_];
    const std::uint32_t first = record.kind == Kind::text ? Document::none : record.children.first;
    return {Iterator(document_, first), Iterator(document_, Document::none)};
}

bool Node::faulty() const {
    return document_->nodes_[index_].faulty;
}

Node::Iterator& Node::Iterator::operator++() {
    index_ = document_->nodes_[index_].next;
    return *this;
}

}  // namespace lca

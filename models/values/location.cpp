// The place where something in a scenario is stated: in a document that was loaded, or in a program.
#include "models/values/value.hpp"

#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/document/node.hpp"

namespace lca {

Location::Location(const Node& node) : document_(node.document()), index_(node.index()) {}

Location Location::in_code(std::string path, std::shared_ptr<const std::string> text) {
    Location made;
    made.code_ = std::make_shared<const Code>(Code{std::move(path), std::move(text)});
    return made;
}

Location Location::at_path(std::string path) const {
    return in_code(std::move(path), code_ ? code_->text : nullptr);
}

Node Location::node() const {
    return document_ ? document_->node(index_) : Node();
}

Place Location::place() const {
    return document_ ? node().place() : Place{};
}

Place Location::key_place() const {
    return document_ ? node().key_place() : Place{};
}

std::string Location::path() const {
    if (code_) return code_->path;
    return document_ ? node().path() : std::string();
}

std::string_view Location::key() const {
    if (!code_) return document_ ? node().key() : std::string_view();
    const std::string_view path = code_->path;
    return path.substr(path.rfind('.') + 1);
}

std::string_view Location::text() const {
    if (code_) return code_->text ? std::string_view(*code_->text) : std::string_view();
    return document_ ? node().text() : std::string_view();
}

bool Location::quoted() const {
    return document_ && node().quoted();
}

std::size_t Location::width() const {
    return std::max<std::size_t>(1, characters(text()));
}

Reference::Reference(const Node& node) : location(node) {
    if (node) text = node.text();
}

}  // namespace lca

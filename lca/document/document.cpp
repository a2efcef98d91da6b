// Building and editing the tree that node.hpp declares.
#include <algorithm>
#include <utility>

#include "lca/document/node.hpp"

namespace lca {
namespace {

constexpr std::uint32_t small_map = 16;  // up to so many entries, keys are found by linear search

}  // namespace

Node Document::root() const {
    return root_ == none ? Node{} : Node(this, root_);
}

std::unique_ptr<Document> Document::clone() const {
    auto result = std::make_unique<Document>();
    result->nodes_ = nodes_;
    result->wide_ = wide_;
    result->texts_ = texts_;
    result->root_ = root_;
    return result;
}

std::string_view Document::keep(std::string_view text) {
    if (text.empty()) return "";
    if (!owns_store_) {
        texts_.push_back(std::make_shared<Store>());
        owns_store_ = true;
    }
    return texts_.back()->emplace_back(text);
}

void Document::share_texts(const Document& other) {
    for (const auto& store : other.texts_) {
        // Inserted before the document's own store, which must be the last.
        if (std::find(texts_.begin(), texts_.end(), store) == texts_.end())
            texts_.insert(texts_.begin(), store);
    }
}

std::uint32_t Document::add_text(std::string_view text, bool quoted, Place place) {
    Record record;
    record.text = text.data();
    record.size = static_cast<std::uint32_t>(text.size());
    record.quoted = quoted;
    record.file = place.file;
    record.line = place.line;
    record.column = place.column;
    nodes_.push_back(record);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t Document::add_collection(Kind kind, Place place) {
    const std::uint32_t index = add_text({}, false, place);
    nodes_[index].kind = kind;
    nodes_[index].children = {none, none};
    return index;
}

void Document::append(std::uint32_t parent, std::uint32_t child, std::string_view key, Place key_place) {
    Record& into = nodes_[parent];
    Record& record = nodes_[child];
    record.parent = parent;
    record.next = none;
    if (into.kind == Kind::map) {
        record.key = key.data() == nullptr ? "" : key.data();
        record.key_size = static_cast<std::uint16_t>(key.size());
        record.key_file = key_place.file;
        record.key_line = key_place.line;
        record.key_column = key_place.column;
    } else {
        record.key = nullptr;
        record.key_size = 0;
        record.key_column = into.size;
    }
    if (into.children.last == none) {
        into.children.first = child;
    } else {
        nodes_[into.children.last].next = child;
    }
    into.children.last = child;
    ++into.size;
    if (into.kind == Kind::map) index_child(parent, child);
}

void Document::index_child(std::uint32_t map, std::uint32_t child) {
    const Record& record = nodes_[map];
    if (record.size <= small_map) return;
    if (record.size > small_map + 1) {
        wide_.try_emplace(Entry{map, key_of(nodes_[child])}, child);
        return;
    }
    for (std::uint32_t each = record.children.first; each != none; each = nodes_[each].next) {
        wide_.try_emplace(Entry{map, key_of(nodes_[each])}, each);
    }
}

std::uint32_t Document::lookup(std::uint32_t map, std::string_view key) const {
    const Record& record = nodes_[map];
    if (record.kind != Kind::map) return none;
    if (record.size > small_map) {
        const auto found = wide_.find(Entry{map, key});
        return found == wide_.end() ? none : found->second;
    }
    for (std::uint32_t each = record.children.first; each != none; each = nodes_[each].next) {
        if (key_of(nodes_[each]) == key) return each;
    }
    return none;
}

std::uint32_t Document::copy_record(const Record& from) {
    nodes_.push_back(from);
    Record& made = nodes_.back();
    made.parent = made.next = none;
    if (made.kind != Kind::text) {
        made.size = 0;
        made.children = {none, none};
    }
    return static_cast<std::uint32_t>(nodes_.size() - 1);
}

/// Copies a value and everything below it, without recursion: `open` lists nodes whose children are missing.
std::uint32_t Document::copy(Node value) {
    const Document& from = *value.document_;
    if (&from != this) share_texts(from);
    const std::uint32_t top = copy_record(from.nodes_[value.index_]);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open{{value.index_, top}};
    while (!open.empty()) {
        const auto [source, made] = open.back();
        open.pop_back();
        if (from.nodes_[source].kind == Kind::text) continue;
        for (std::uint32_t each = from.nodes_[source].children.first; each != none;
             each = from.nodes_[each].next) {
            const Record child = from.nodes_[each];
            const std::uint32_t copied = copy_record(child);
            append(made, copied, key_of(child), {child.key_file, child.key_line, child.key_column});
            open.emplace_back(each, copied);
        }
    }
    return top;
}

void Document::forget_children(std::uint32_t parent) {
    const auto first = wide_.lower_bound(Entry{parent, {}});
    const auto last = wide_.lower_bound(Entry{parent + 1, {}});
    wide_.erase(first, last);
}

void Document::replace(Node target, Node value, Place key_place) {
    const std::uint32_t made = copy(value);
    const std::uint32_t old = target.index_;
    forget_children(old);
    Record& record = nodes_[old];
    const Record before = record;
    record = nodes_[made];
    record.key = before.key;
    record.key_size = before.key_size;
    record.key_file = before.key_file;
    record.key_line = before.key_line;
    record.key_column = before.key_column;
    record.parent = before.parent;
    record.next = before.next;
    if (key_place.known() && record.key != nullptr) {
        record.key_file = key_place.file;
        record.key_line = key_place.line;
        record.key_column = key_place.column;
    }
    if (record.kind == Kind::text) return;
    const bool wide = record.kind == Kind::map && record.size > small_map;
    for (std::uint32_t each = record.children.first; each != none; each = nodes_[each].next) {
        nodes_[each].parent = old;
        if (wide) wide_.try_emplace(Entry{old, key_of(nodes_[each])}, each);
    }
    forget_children(made);
    nodes_[made].children = {none, none};
    nodes_[made].size = 0;
}

void Document::insert(Node map, std::string_view key, Place key_place, Node value) {
    append(map.index_, copy(value), keep(key), key_place);
}

void Document::remove(Node target) {
    const std::uint32_t index = target.index_;
    const std::uint32_t parent = nodes_[index].parent;
    if (parent == none) {
        root_ = none;
        return;
    }
    Record& from = nodes_[parent];
    forget_children(parent);
    const std::uint32_t first = from.children.first;
    from.children = {none, none};
    from.size = 0;
    for (std::uint32_t each = first; each != none;) {
        const Record child = nodes_[each];
        if (each != index)
            append(parent, each, key_of(child), {child.key_file, child.key_line, child.key_column});
        each = child.next;
    }
    nodes_[index].parent = nodes_[index].next = none;
}

void Document::flag_faulty(Node node) {
    nodes_[node.index_].faulty = true;
}

}  // namespace lca

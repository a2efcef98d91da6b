#pragma once
// A parsed YAML or JSON text as a tree in which every key and value knows its place in the text.

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca {

enum class Kind : std::uint8_t { text, list, map };
std::string_view to_string(Kind kind);  // "a text", "a list", "a map"

class Document;

/// A handle to one node of a Document, cheap to copy, valid while the Document lives and is not edited.
/// A default-constructed Node refers to no node and converts to false.
class Node {
public:
    Node() = default;
    explicit operator bool() const { return document_ != nullptr; }

    Kind kind() const;
    bool is_text() const { return kind() == Kind::text; }
    bool is_list() const { return kind() == Kind::list; }
    bool is_map() const { return kind() == Kind::map; }

    /// The text of a scalar, unquoted and unescaped; empty for lists and maps.
    std::string_view text() const;
    bool quoted() const;
    Place place() const;
    /// Number of characters of the text, for the marker below a source line; at least 1.
    std::size_t width() const;
    /// The key of this value in its map, and the key's place; "" and no place for a list item or the root.
    std::string_view key() const;
    Place key_place() const;
    Node parent() const;
    /// The path from the root: "sites.idris.pue"; list items by their number from 0.
    std::string path() const;

    /// Number of items of a list or entries of a map.
    std::size_t size() const;
    /// The value at a key of a map; an empty Node if the key is not written or the value flagged as faulty.
    Node find(std::string_view key) const;
    /// The value at a key of a map, even if it is flagged as faulty; an empty Node if the key is not written.
    Node written(std::string_view key) const;

    /// The items of a list, or the values of a map (which know their keys), in the order written.
    class Iterator;
    class Range;
    Range children() const;

    /// Whether a fault was reported for this value; readers then skip it without reporting another.
    bool faulty() const;

    friend bool operator==(const Node&, const Node&) = default;

    /// The two parts of a handle, for callers that store them: Document::node() makes the handle again.
    const Document* document() const { return document_; }
    std::uint32_t index() const { return index_; }

private:
    friend class Document;
    Node(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
    const Document* document_ = nullptr;
    std::uint32_t index_ = 0;
};

/// The tree. Made by load_text() and others, changed only by merging, editing and flagging faults. Most texts
/// are views into the texts of Sources, which must outlive it.
class Document {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    Document() = default;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    Node root() const;
    std::size_t nodes() const { return nodes_.size(); }

    /// A copy that can be edited independently; the texts themselves are shared, not copied.
    std::unique_ptr<Document> clone() const;

    // Building (used by the loader) ------------------------------------------------------------------
    /// Reserves memory for about `nodes` values.
    void reserve(std::size_t nodes) { nodes_.reserve(nodes); }
    /// Adds a text. The characters must outlive the document (a slice of a source text) or come from keep().
    std::uint32_t add_text(std::string_view text, bool quoted, Place place);
    std::uint32_t add_collection(Kind kind, Place place);
    /// Stores a copy of the text that lives as long as this document and its clones.
    std::string_view keep(std::string_view text);
    /// Appends `child` to a list, or to a map under `key` (at most Limits::key_bytes long; must live as long
    /// as texts must). Constant time, in large maps O(log n).
    void append(std::uint32_t parent, std::uint32_t child, std::string_view key = {}, Place key_place = {});
    void set_root(std::uint32_t index) { root_ = index; }

    // Editing ---------------------------------------------------------------------------------------
    /// Replaces `target` by a copy of `value` (of any document); handles to `target` then see the new value.
    /// The key stays, and so does its place unless `key_place` is given.
    void replace(Node target, Node value, Place key_place = {});
    /// Adds a copy of `value` to `map` under a key that the map does not have yet.
    void insert(Node map, std::string_view key, Place key_place, Node value);
    void remove(Node target);
    void flag_faulty(Node node);

    /// The handle of a node, by the index that add_text() or add_collection() returned.
    Node node(std::uint32_t index) const { return {this, index}; }

private:
    friend class Node;

    struct Children {
        std::uint32_t first, last;
    };
    /// One node. Kept to 56 bytes, as a file may have two million nodes.
    struct Record {
        const char* key = nullptr;  // null for a list item and the root
        union {
            const char* text = nullptr;  // for a text
            Children children;
        };
        std::uint32_t size = 0;  // bytes of a text; children of a list or map
        std::uint32_t parent = none, next = none;
        std::uint32_t file = 0, line = 0, column = 0;
        std::uint32_t key_file = 0, key_line = 0;
        std::uint32_t key_column = 0;  // for a list item: its number, from 0
        std::uint16_t key_size = 0;
        Kind kind = Kind::text;
        bool quoted : 1 = false;
        bool faulty : 1 = false;
    };
    using Entry = std::pair<std::uint32_t, std::string_view>;  // index of a map, and a key in it
    using Store = std::deque<std::string>;

    std::uint32_t copy(Node value);
    std::uint32_t copy_record(const Record& from);
    void share_texts(const Document& other);
    std::uint32_t lookup(std::uint32_t map, std::string_view key) const;
    void index_child(std::uint32_t map, std::uint32_t child);
    void forget_children(std::uint32_t parent);
    static std::string_view key_of(const Record& record) { return {record.key, record.key_size}; }

    std::vector<Record> nodes_;
    std::map<Entry, std::uint32_t> wide_;  // child by key, for maps too large for linear search
    /// Texts of nodes that are not slices of a source, of this and other documents. The last element is this
    /// document's own store if owns_store_.
    std::vector<std::shared_ptr<Store>> texts_;
    bool owns_store_ = false;
    std::uint32_t root_ = none;
};

/// Iterates over the children of a list or map.
class Node::Iterator {
public:
    Iterator(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
    Node operator*() const { return {document_, index_}; }
    Iterator& operator++();
    bool operator==(const Iterator&) const = default;

private:
    const Document* document_;
    std::uint32_t index_;
};

class Node::Range {
public:
    Range(Iterator begin, Iterator end) : begin_(begin), end_(end) {}
    Iterator begin() const { return begin_; }
    Iterator end() const { return end_; }

private:
    Iterator begin_, end_;
};

}  // namespace lca

#pragma once
// A text that was read, as a tree in which every key and value knows its place.

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

/// A light handle to one node of a Document, valid while the Document lives and is not edited.
/// A default-made Node is "nothing" and is false.
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
    /// Width of its text in characters, for the caret of a message; at least 1.
    std::size_t width() const;
    /// The key of this value in its map, and that key's place; "" and no place in a list or at the root.
    std::string_view key() const;
    Place key_place() const;
    Node parent() const;
    /// "sites.idris.pue", list items by number from 0.
    std::string path() const;

    /// Number of items or entries.
    std::size_t size() const;
    /// The value at a key of a map; empty if it is not written or was flagged as faulty.
    Node find(std::string_view key) const;
    /// The value at a key of a map, flagged as faulty or not.
    Node written(std::string_view key) const;

    /// Items of a list or values of a map in the order written (a value knows its key).
    class Iterator;
    class Range;
    Range children() const;

    /// Whether a fault was reported for this value: readers then skip it without a second fault.
    bool faulty() const;

    friend bool operator==(const Node&, const Node&) = default;

    /// What a handle is made of, for handles that do not show the tree: Document::node() gives it back.
    const Document* document() const { return document_; }
    std::uint32_t index() const { return index_; }

private:
    friend class Document;
    Node(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
    const Document* document_ = nullptr;
    std::uint32_t index_ = 0;
};

/// The tree. Made by `load`, changed only by merging, editing and flagging faults. Texts are views into the
/// texts of Sources, which must outlive it.
class Document {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    Document() = default;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    Node root() const;
    std::size_t nodes() const { return nodes_.size(); }

    /// A copy that can be edited on its own; texts are shared.
    std::unique_ptr<Document> clone() const;

    // Building (the loader) -------------------------------------------------------------------------
    /// Reserves memory for about `nodes` values.
    void reserve(std::size_t nodes) { nodes_.reserve(nodes); }
    /// `text` must outlive the document (a slice of a source text), or come from keep().
    std::uint32_t add_text(std::string_view text, bool quoted, Place place);
    std::uint32_t add_collection(Kind kind, Place place);
    /// A copy of the text that lives as long as this document and its clones.
    std::string_view keep(std::string_view text);
    /// Appends `child` to a list, or to a map under `key` (at most Limits::key_bytes long, same life as
    /// texts). O(1), O(log n) in large maps.
    void append(std::uint32_t parent, std::uint32_t child, std::string_view key = {}, Place key_place = {});
    void set_root(std::uint32_t index) { root_ = index; }

    // Editing ---------------------------------------------------------------------------------------
    /// Copies `value` (of any document) in place of `target`; handles of `target` then see the new value.
    /// The key stays, and so does its place unless another one is given.
    void replace(Node target, Node value, Place key_place = {});
    /// Copies `value` into `map` under a key that is not there yet (as if append had been used).
    void insert(Node map, std::string_view key, Place key_place, Node value);
    void remove(Node target);
    void flag_faulty(Node node);

    /// The handle of an index given out by add_*.
    Node node(std::uint32_t index) const { return {this, index}; }

private:
    friend class Node;

    struct Children {
        std::uint32_t first, last;
    };
    /// 56 bytes, as a file may have two million of them.
    struct Record {
        const char* key = nullptr;  // null in a list and at the root
        union {
            const char* text = nullptr;  // of a text
            Children children;
        };
        std::uint32_t size = 0;  // bytes of a text, number of children of a list or map
        std::uint32_t parent = none, next = none;
        std::uint32_t file = 0, line = 0, column = 0;
        std::uint32_t key_file = 0, key_line = 0;
        std::uint32_t key_column = 0;  // in a list: the item's number, from 0
        std::uint16_t key_size = 0;
        Kind kind = Kind::text;
        bool quoted : 1 = false;
        bool faulty : 1 = false;
    };
    using Entry = std::pair<std::uint32_t, std::string_view>;  // a map and a key in it
    using Store = std::deque<std::string>;

    std::uint32_t copy(Node value);
    std::uint32_t copy_record(const Record& from);
    void share_texts(const Document& other);
    std::uint32_t lookup(std::uint32_t map, std::string_view key) const;
    void index_child(std::uint32_t map, std::uint32_t child);
    void forget_children(std::uint32_t parent);
    static std::string_view key_of(const Record& record) { return {record.key, record.key_size}; }

    std::vector<Record> nodes_;
    std::map<Entry, std::uint32_t> wide_;  // entries of maps that are too large to be searched one by one
    /// The texts that nodes view where these are not slices of a source; the last is this document's own
    /// store, if it has one.
    std::vector<std::shared_ptr<Store>> texts_;
    bool owns_store_ = false;
    std::uint32_t root_ = none;
};

/// Walks the children of a list or map.
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

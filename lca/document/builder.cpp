#include "lca/document/builder.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/outline.hpp"
#include "lca/document/syntax.hpp"

namespace lca::document {
namespace {

constexpr std::size_t max_faults = 10'000;  // faults that are kept; a text of commas alone has a million
constexpr std::string_view no_null =
    "an empty value, `null` and `~` are not values: write one, or leave the key out";

/// A hint for a key that has no value, found from the key's spelling.
std::string hint_for_valueless(std::string_view key) {
    const std::size_t colon = key.find(':');
    if (colon != std::string_view::npos && colon > 0 && colon + 1 < key.size()) {
        return "a space is missing after the colon: `" + shown(key.substr(0, colon)) + ": " +
               shown(key.substr(colon + 1)) + "`";
    }
    if (key.starts_with('-') && key.size() > 1) {
        return "a space is missing after the dash: `- " + shown(key.substr(1)) + "`";
    }
    return std::string(no_null);
}

/// In a map in `{}`, a comma splits an unquoted text. The end of the whole text as it was meant: before the
/// next key or the closing bracket.
std::size_t end_of_split_text(std::string_view text, std::size_t end) {
    constexpr std::size_t looked_ahead = 256;
    const std::string_view rest = text.substr(end, looked_ahead);
    std::size_t taken = 0;
    for (;;) {
        const std::size_t comma = rest.find_first_not_of(" \t", taken);
        if (comma == std::string_view::npos || rest[comma] != ',') break;
        const std::size_t stop = rest.find_first_of(",}\r\n", comma + 1);
        if (stop == std::string_view::npos) break;
        const std::string_view piece = rest.substr(comma + 1, stop - comma - 1);
        const std::size_t last = piece.find_last_not_of(" \t");
        if (last == std::string_view::npos || piece.find(':') != std::string_view::npos) break;
        taken = comma + 1 + last + 1;
    }
    return end + taken;
}

/// A hint how to write a text that was split by a comma. `key`: the part after the comma.
std::string way_out(Node split, std::string_view whole, std::string_view key) {
    const std::string_view text = split.text();
    if (is_digit(text.back()) && is_digit(key.front()))
        return "write the number without it; a text with commas is put in quotes";
    if (is_digit(text.front()) && is_digit(key.front()))
        return "write one quantity, such as `118.2 d`; times add up without commas: `118 d 5 h`";
    return fmt::format("put it in quotes: `{}: \"{}\"`; or write a value for {}", split.key(), shown(whole),
                       in_quotes(key));
}

}  // namespace

TreeBuilder::TreeBuilder(const Locator& locator)
    : locator_(locator), document_(std::make_unique<Document>()) {
    constexpr std::size_t bytes_a_value = 12;  // of a file with many values; unused memory costs nothing
    document_->reserve(locator.text().size() / bytes_a_value);
}

char TreeBuilder::byte_at(std::size_t offset) const {
    return offset < locator_.text().size() ? locator_.text()[offset] : '\n';
}

void TreeBuilder::fault(Place where, std::string message, std::string hint, std::size_t width) {
    if (faults_.size() == max_faults) return;
    Fault made{.place = where, .message = std::move(message), .hint = std::move(hint)};
    made.width = width;
    faults_.push_back(std::move(made));
}

void TreeBuilder::count_node(Mark mark) {
    if (++nodes_ <= Limits::nodes) return;
    throw Stop{{place(mark), "more than " + std::to_string(Limits::nodes) + " values in one file"}};
}

void TreeBuilder::check_properties(Mark mark, std::string_view tag) {
    const char first = byte_at(mark.offset);
    if (first == '&') {
        fault(place(mark), "anchors (`&`) are not part of the language",
              "write the value where it is needed; a text that starts with "
              "`&` is quoted");
    } else if (first == '!' || (tag != "?" && tag != "!" && !tag.empty())) {
        fault(place(mark), "tags (`!`) are not part of the language",
              "delete the tag; a text that starts with `!` is quoted");
    }
}

void TreeBuilder::alias(Mark mark) {
    count_node(mark);
    fault(place(mark), "aliases (`*`) are not part of the language",
          "write the value where it is needed; a text that starts with `*` is "
          "quoted");
    if (at_key()) {
        open_.back().wants_key = false;
        open_.back().key_usable = false;
        return;
    }
    const std::uint32_t index = document_->add_text({}, false, place(mark));
    document_->flag_faulty(document_->node(index));
    place_value(index);
}

void TreeBuilder::refuse_key(Mark mark, std::string message) {
    fault(place(mark), std::move(message), "keys are texts");
    open_.back().wants_key = false;
    open_.back().key_usable = false;
}

void TreeBuilder::take_key(Mark mark, std::string_view key, bool quoted) {
    Open& map = open_.back();
    map.wants_key = false;
    map.key_usable = false;
    map.key = key;
    map.key_place = place(mark);
    const std::size_t width = characters(key) + (quoted ? 2 : 0);
    if (key.size() > Limits::key_bytes) {
        fault(map.key_place, "a key of " + std::to_string(key.size()) + " bytes: `" + shown(key, 20) + "`",
              "a key has at most " + std::to_string(Limits::key_bytes) + " bytes");
        return;
    }
    if (key == "<<" && !quoted) {
        fault(map.key_place, "merge keys (`<<`) are not part of the language",
              "write the keys out; a whole file is taken over by `extends`", width);
        return;
    }
    if (const Node first = document_->node(map.index).written(key)) {
        fault(map.key_place, "duplicate key " + in_quotes(key), "delete or rename one of them", width);
        faults_.back().related = {{first.key_place(), "the first is here"}};
        return;
    }
    map.key_usable = true;
}

void TreeBuilder::place_value(std::uint32_t index) {
    if (open_.empty()) {
        document_->set_root(index);
        return;
    }
    Open& parent = open_.back();
    if (!parent.is_map) {
        document_->append(parent.index, index);
        return;
    }
    if (parent.key_usable) {
        document_->append(parent.index, index, parent.key, parent.key_place);
        parent.last = index;
    } else {
        parent.key_refused = true;
    }
    parent.wants_key = true;
}

void TreeBuilder::missing_value(Mark mark) {
    if (faults_.size() == max_faults) return;
    const std::string_view text = locator_.text();
    const std::string_view rest = text.substr(std::min(mark.offset, text.size()));
    const bool written = rest.starts_with('~') || rest.starts_with("null") || rest.starts_with("Null") ||
                         rest.starts_with("NULL");
    if (open_.empty()) {
        fault(place(mark), "the file has no value", std::string(no_null));
        return;
    }
    const Open& parent = open_.back();
    if (parent.is_map && !parent.key_usable) return;  // the key was reported already
    if (parent.is_map) {
        fault(parent.key_place, in_quotes(parent.key) + " has no value", hint_for_valueless(parent.key),
              std::max<std::size_t>(1, characters(parent.key)));
        return;
    }
    // The parser gives the place of what follows an empty item: search backwards for the dash.
    const std::size_t before = text.substr(0, mark.offset).find_last_not_of(" \t\r\n");
    const bool dash = !written && before != std::string_view::npos && text[before] == '-';
    fault(dash ? locator_.at(before) : place(mark), "an empty item in a list",
          "write the item, or delete its place");
}

void TreeBuilder::null(Mark mark) {
    count_node(mark);
    check_properties(mark, "?");
    if (at_key()) {
        refuse_key(mark, "a key is missing here");
        return;
    }
    if (cut_at_comma(mark)) return;
    missing_value(mark);
    const std::uint32_t index = document_->add_text({}, false, place(mark));
    document_->flag_faulty(document_->node(index));
    place_value(index);
}

/// In `{title: a, b}` the part of a text after a comma, `b`, looks like a key without value. Whether this is
/// such a part; it is then reported, once for the whole text.
bool TreeBuilder::cut_at_comma(Mark mark) {
    if (open_.empty() || !open_.back().is_map || !open_.back().key_usable) return false;
    Open& map = open_.back();
    if (!map.last || map.key.empty()) return false;
    const Node last = document_->node(*map.last);
    if (!last.is_text() || last.quoted() || last.text().empty()) return false;
    const std::string_view text = locator_.text();
    constexpr std::size_t looked_back = 256;  // bytes; keeps the time linear even for a text of commas alone
    const std::size_t stop = std::min(mark.offset, text.size());
    const std::size_t from = stop > looked_back ? stop - looked_back : 0;
    const std::size_t back = text.substr(from, stop - from).find_last_not_of(" \t\r\n,}");
    if (back == std::string_view::npos) return false;
    const std::size_t end = from + back + 1;
    const auto start = static_cast<std::size_t>(last.text().data() - text.data());
    if (start >= end || end > text.size()) return false;  // a stored copy, not a slice of this text
    std::string_view whole = text.substr(start, end - start);
    if (whole.size() < last.text().size()) return false;
    const std::string_view between = whole.substr(last.text().size());
    if (!whole.ends_with(map.key) || between.find_first_not_of(" \t\r\n") != between.find(',')) return false;
    if (!last.faulty()) {
        whole = text.substr(start, end_of_split_text(text, end) - start);
        fault(last.place(),
              fmt::format("a comma ends a value inside `{{}}`: {} is left of {}", in_quotes(last.text()),
                          in_quotes(whole)),
              way_out(last, whole, map.key), std::max<std::size_t>(1, characters(whole)));
        document_->flag_faulty(last);
    }
    map.key_usable = false;
    map.wants_key = true;
    return true;
}

/// A view into the source text if it contains the value unchanged at `mark`, else a stored copy.
std::string_view TreeBuilder::kept(Mark mark, const std::string& value, bool quoted, bool& is_slice) {
    const std::string_view text = locator_.text();
    const std::size_t start = std::min(text.size(), mark.offset + (quoted ? 1 : 0));
    const std::string_view slice = text.substr(start, value.size());
    is_slice = slice == value;
    return is_slice ? slice : document_->keep(value);
}

/// Whether a text is usable. Reports one that is too long, starts with a typographic quote, or contains an
/// escape for an invisible character.
bool TreeBuilder::check_text(Mark mark, std::string_view value, bool quoted, bool is_slice) {
    if (value.size() > Limits::text_bytes) {
        fault(place(mark), "a text of " + std::to_string(value.size()) + " bytes",
              "a text has at most " + std::to_string(Limits::text_bytes) + " bytes");
        return false;
    }
    if (!quoted && !value.empty() && static_cast<unsigned char>(value[0]) >= 0x80) {
        const char32_t first = character_at(value, 0).code;
        const std::string_view plain = plain_form(first);
        if (plain == "\"" || plain == "'") {
            fault(place(mark), "the text starts with the character " + described(first),
                  "YAML knows only straight quotes: `\"` and `'`");
            return false;
        }
    }
    if (is_slice) return true;
    for (std::size_t at = 0; at < value.size();) {
        const Character next = character_at(value, at);
        at += next.length;
        if (next.valid && (!is_invisible(next.code) || next.code == '\n' || next.code == '\t')) continue;
        fault(place(mark), "an escape in this text makes the invisible character " + described(next.code));
        return false;
    }
    return true;
}

void TreeBuilder::text(Mark mark, const std::string& value, std::string_view tag) {
    count_node(mark);
    check_properties(mark, tag);
    const bool quoted = tag == "!";
    const char first = byte_at(mark.offset);
    if (quoted && (first == '"' || first == '\'') &&
        closing_quote(locator_.text(), mark.offset) == std::string_view::npos) {
        // After an empty line, the parser accepts the end of the file as the end of the quoted text.
        throw Stop{explain_open_quote(locator_, mark.offset)};
    }
    bool is_slice = false;
    const std::string_view text = kept(mark, value, quoted, is_slice);
    const bool usable = check_text(mark, text, quoted, is_slice);
    if (at_key()) {
        take_key(mark, text, quoted);
        if (!usable) open_.back().key_usable = false;
        return;
    }
    const std::uint32_t index = document_->add_text(usable ? text : std::string_view{}, quoted, place(mark));
    if (!usable) document_->flag_faulty(document_->node(index));
    place_value(index);
}

void TreeBuilder::start(Kind kind, Mark mark, std::string_view tag) {
    count_node(mark);
    check_properties(mark, tag);
    if (open_.size() >= Limits::depth) throw Stop{nested_too_deep(place(mark))};
    const bool is_key = at_key();
    if (is_key) refuse_key(mark, std::string(to_string(kind)) + " is where a key is expected");
    Open opened;
    opened.index = document_->add_collection(kind, place(mark));
    opened.is_map = opened.wants_key = kind == Kind::map;
    opened.is_key = is_key;
    open_.push_back(opened);
}

void TreeBuilder::end() {
    const Open closed = open_.back();
    open_.pop_back();
    // A map that is empty because all its keys were refused is not reported again.
    const Node made = document_->node(closed.index);
    if (closed.key_refused && made.size() == 0) document_->flag_faulty(made);
    if (!closed.is_key) place_value(closed.index);
}

}  // namespace lca::document

#include "lca/document/outline.hpp"

#include <algorithm>

#include "lca/base/file.hpp"

namespace lca::document {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class Follower {
public:
    Follower(std::string_view text, std::size_t until) : text_(text.substr(0, until)) {}

    Outline run() {
        while (at_ < text_.size()) step();
        return std::move(result_);
    }

private:
    void step() {
        const char c = text_[at_];
        if (is_blank(c)) {
            starts_ = true;
            ++at_;
        } else if (c == '#' && starts_) {
            at_ = std::min(text_.find('\n', at_), text_.size());
        } else if (starts_ && (c == '"' || c == '\'')) {
            quote();
        } else if (starts_ && (c == '|' || c == '>') && result_.brackets.empty()) {
            block_text();
        } else {
            plain(c);
        }
    }

    /// Handles a character outside quotes. A bracket counts only where a value may start, or inside another
    /// bracket.
    void plain(char c) {
        const bool flow = !result_.brackets.empty();
        const bool opens = (c == '[' || c == '{') && (starts_ || flow);
        const bool closes = (c == ']' || c == '}') && flow;
        if (opens && result_.brackets.size() == Limits::depth) {
            result_.too_deep = at_;
            at_ = text_.size();
            return;
        }
        if (opens) result_.brackets.push_back(at_);
        if (closes) result_.brackets.pop_back();
        const bool ends_word = c == ',' || c == ':' || c == '-' || c == '?';
        const bool before_blank = at_ + 1 == text_.size() || is_blank(text_[at_ + 1]);
        starts_ = opens || (flow && c == ',') || (ends_word && before_blank);
        ++at_;
    }

    void quote() {
        result_.last_quote = at_;
        const std::size_t end = closing_quote(text_, at_);
        if (end == std::string_view::npos) result_.open_quote = at_;
        at_ = std::min(end, text_.size() - 1) + 1;
        // As in `{"a":1}`: inside brackets, a colon directly after a closing quote ends a key.
        starts_ = false;
        if (at_ < text_.size() && text_[at_] == ':' && !result_.brackets.empty()) {
            ++at_;
            starts_ = true;
        }
    }

    std::size_t indentation(std::size_t line) const {
        const std::size_t first = text_.find_first_not_of(' ', line);
        return first == std::string_view::npos ? text_.size() - line : first - line;
    }

    /// Skips the lines of a `|` or `>` text: empty lines, and those indented deeper than the line before.
    void block_text() {
        const std::size_t before = text_.rfind('\n', at_);
        const std::size_t own = indentation(before == std::string_view::npos ? 0 : before + 1);
        at_ = std::min(text_.find('\n', at_), text_.size());
        while (at_ < text_.size()) {
            const std::size_t line = at_ + 1;
            const std::size_t first = std::min(line + indentation(line), text_.size());
            const bool empty = first == text_.size() || text_[first] == '\n' || text_[first] == '\r';
            if (!empty && first - line <= own) return;
            at_ = std::min(text_.find('\n', line), text_.size());
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool starts_ = true;  // whether a value may start at at_
    Outline result_;
};

}  // namespace

std::size_t closing_quote(std::string_view text, std::size_t opening) {
    const char mark = text[opening];
    for (std::size_t at = opening + 1; at < text.size(); ++at) {
        if (mark == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == mark) {
            const bool doubled = mark == '\'' && at + 1 < text.size() && text[at + 1] == mark;
            if (!doubled) return at;
            ++at;
        }
    }
    return std::string_view::npos;
}

Outline outline(std::string_view text, std::size_t until) {
    return Follower(text, until).run();
}

}  // namespace lca::document

#include "lca/document/prometheus_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "lca/base/utf8.hpp"

namespace lca {
namespace {

bool is_name_start(char c) {
    return is_letter(c) || c == '_' || c == ':';
}

/// What is wrong with a line, and the byte offset in it.
struct Wrong {
    std::size_t offset = 0;
    std::string_view message;  // "" if nothing is wrong
    std::string_view expected = {};
};

class LineParser {
public:
    LineParser(std::string_view text, PrometheusSample& sample) : text_(text), sample_(sample) {}

    Wrong parse() {
        sample_.labels.clear();
        sample_.milliseconds.reset();
        skip_blanks();
        sample_.name = name();
        if (sample_.name.empty()) return {at_, "no name of a metric", "such as `node_energy_joules_total`"};
        skip_blanks();
        if (take('{')) {
            if (const Wrong wrong = labels(); !wrong.message.empty()) return wrong;
        }
        skip_blanks();
        if (const Wrong wrong = value(); !wrong.message.empty()) return wrong;
        skip_blanks();
        if (at_ == text_.size() || text_[at_] == '#') return {};  // `#`: an exemplar of OpenMetrics, ignored
        return stamp();
    }

private:
    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    std::string_view name() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && (is_name_start(text_[at_]) || (at_ > begin && is_digit(text_[at_])))) {
            ++at_;
        }
        return text_.substr(begin, at_ - begin);
    }
    std::string_view word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != ' ' && text_[at_] != '\t') ++at_;
        return text_.substr(begin, at_ - begin);
    }

    Wrong labels() {
        while (true) {
            skip_blanks();
            if (take('}')) return {};
            const std::size_t begin = at_;
            const std::string_view label = name();
            if (label.empty()) return {at_, "no name of a label", "such as `gpu=\"0\"`"};
            for (const PrometheusLabel& other : sample_.labels) {
                if (other.name == label) return {begin, "a label appears twice", "each label once"};
            }
            skip_blanks();
            if (!take('=')) return {at_, "no `=` after a label", "`=`"};
            skip_blanks();
            if (!take('"')) return {at_, "a label's value is not in double quotes", "`\"`"};
            sample_.labels.push_back({std::string(label), {}});
            if (!quoted(sample_.labels.back().value)) return {at_, "a text that is not closed", "`\"`"};
            skip_blanks();
            if (!take(',') && (at_ >= text_.size() || text_[at_] != '}'))
                return {at_, "labels that go on without a comma", "`,` or `}`"};
        }
    }

    bool quoted(std::string& value) {
        while (at_ < text_.size()) {
            char c = text_[at_++];
            if (c == '"') return true;
            if (c == '\\' && at_ < text_.size()) {
                c = text_[at_++];
                if (c == 'n') c = '\n';
            }
            value += c;
        }
        return false;
    }

    Wrong value() {
        const std::size_t begin = at_;
        std::string_view written = word();
        if (written.starts_with('+')) written.remove_prefix(1);
        if (written.empty()) return {begin, "no value", "a number"};
        const auto [end, code] =
            std::from_chars(written.data(), written.data() + written.size(), sample_.value);
        if (end != written.data() + written.size() || code == std::errc::invalid_argument)
            return {begin, "a value that is not a number", "a number, such as `12.5`"};
        if (code != std::errc()) return {begin, "a value that is out of range", "a number up to 1.8e308"};
        return {};
    }

    Wrong stamp() {
        const std::size_t begin = at_;
        const std::string_view written = word();
        std::int64_t milliseconds = 0;
        const auto [end, code] =
            std::from_chars(written.data(), written.data() + written.size(), milliseconds);
        if (code != std::errc() || end != written.data() + written.size())
            return {begin, "a time stamp that is not a whole number of milliseconds",
                    "such as `1709287200000`"};
        skip_blanks();
        if (at_ < text_.size() && text_[at_] != '#') return {at_, "text after the time stamp", "a line end"};
        sample_.milliseconds = milliseconds;
        return {};
    }

    std::string_view text_;
    PrometheusSample& sample_;
    std::size_t at_ = 0;
};

}  // namespace

std::string_view PrometheusSample::label(std::string_view wanted) const {
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [wanted](const PrometheusLabel& one) { return one.name == wanted; });
    return found == labels.end() ? std::string_view() : std::string_view(found->value);
}

PrometheusReader::PrometheusReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics)
    : lines_(bytes, file, diagnostics), diagnostics_(diagnostics) {}

const PrometheusSample* PrometheusReader::next() {
    while (!truncated_ && lines_.next()) {
        const std::string_view text = lines_.text();
        const std::size_t first = text.find_first_not_of(" \t");
        if (first == std::string_view::npos || text[first] == '#') continue;
        if (!lines_.has_end()) {  // without the required line end, the time stamp may lack digits
            truncated_ = true;
            diagnostics_.warning(place(),
                                 "the file is cut off in the middle of a line; it is read up to there");
            return nullptr;
        }
        const Wrong wrong = LineParser(text, sample_).parse();
        if (wrong.message.empty()) return &sample_;
        good_ = false;
        diagnostics_.error(lines_.place(wrong.offset), std::string(wrong.message),
                           std::string(wrong.expected));
    }
    return nullptr;
}

}  // namespace lca

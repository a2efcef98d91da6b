#include "cli/partial_variant.hpp"

#include "lca/document/edit.hpp"

namespace lca::cli {
namespace {

constexpr int max_per_session = 256;

}  // namespace

void PartialVariant::find_result(std::string what_if, std::string other) {
    what_if_ = std::move(what_if);
    other_ = std::move(other);
    taken_apart_ = false;
}

void PartialVariant::read_file() {
    compiled_ = 0;
    parts_.clear();
    document_.reset();
    other_document_.reset();
    session_ = open_session(arguments_);
    document_ = text_.empty() ? session_->load(file_) : session_->load_text("<stdin>", text_);
}

void PartialVariant::renew() {
    const bool fresh = session_ && compiled_ < max_per_session && !session_->diagnostics().has_errors();
    if (fresh && taken_apart_) return;
    if (!fresh) read_file();
    taken_apart_ = true;
    parts_.clear();
    if (!document_) return;
    if (other_.empty()) {
        parts_ = what_if_edits(*document_, what_if_);
    } else if ((other_document_ = session_->load(other_))) {
        parts_ = differing_edits(*document_, *other_document_);
    }
}

std::vector<PartialVariant::Change> PartialVariant::changes() {
    renew();
    std::vector<Change> result;
    for (const TreeEdit& part : parts_) {
        const Node old = node_at(*document_, part.path);
        result.push_back({part.path, old ? in_words(old) : "", part.value ? in_words(part.value) : ""});
    }
    return result;
}

std::unique_ptr<Model> PartialVariant::compile(const std::vector<bool>& made) {
    renew();
    ++compiled_;
    std::vector<TreeEdit> parts;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (made[i]) parts.push_back(parts_.at(i));
    }
    return session_->compile_edited(document_, parts, edits(arguments_));
}

std::string PartialVariant::last_fault() const {
    if (!session_) return {};
    for (const Fault& fault : session_->diagnostics().sorted()) {
        if (fault.severity == Severity::error) return fault.message;
    }
    return {};
}

}  // namespace lca::cli

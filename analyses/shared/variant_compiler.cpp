#include "analyses/shared/variant_compiler.hpp"

#include <algorithm>

#include "models/edit/variant.hpp"
#include "models/results/per_use.hpp"

namespace lca {
namespace {

constexpr int max_per_session = 256;

/// No variant is asked for its sweep: a thousand points do not each read a list of a thousand values.
void forget_sweep(Document& document, std::string_view what_if) {
    const std::vector<TreeEdit> edits = what_if_edits(document, what_if);
    const bool changed = std::any_of(edits.begin(), edits.end(), [](const TreeEdit& edit) {
        return edit.path.substr(0, edit.path.find('.')) == "sweep";
    });
    const Node root = document.root();
    const Node sweep = root && root.is_map() ? root.written("sweep") : Node();
    if (sweep && !changed) document.remove(sweep);
}

}  // namespace

VariantCompiler::VariantCompiler(Session& session, ScenarioSource source, std::string asks)
    : session_(session), source_(std::move(source)), asks_(std::move(asks)) {}

const std::shared_ptr<Model>& VariantCompiler::base() {
    if (base_ || base_document_) return base_;
    if (source_.made) {
        base_ = lca::compile(session_, source_);
    } else {
        base_document_ = load(session_, source_);
        if (base_document_) base_ = lca::compile(session_, base_document_, source_);
    }
    if (base_) record_per_use(*base_, asked_);
    return base_;
}

bool VariantCompiler::has_what_if(std::string_view id) {
    base();
    return base_document_ && check_what_if(*base_document_, id, session_.diagnostics());
}

bool VariantCompiler::renew() {
    if (work_ && compiled_ < max_per_session && !work_->failed()) return false;
    compiled_ = 0;
    document_.reset();
    work_ = session_.another();
    document_ = load(*work_, source_);
    if (document_) forget_sweep(*document_, source_.what_if);
    return true;
}

std::vector<Edit> VariantCompiler::with(std::span<const Edit> more) const {
    std::vector<Edit> edits = source_.edits;
    for (const Edit& one : more) edits.push_back({one.path, one.value, asks_});
    return edits;
}

std::shared_ptr<const Assessment> VariantCompiler::try_compile(std::span<const Edit> more) {
    renew();
    ++compiled_;
    std::unique_ptr<Model> model = document_ ? work_->compile(document_, source_.what_if, with(more)) : nullptr;
    if (!model) return nullptr;
    record_per_use(*model, asked_);
    return std::make_shared<const Assessment>(std::move(*model));
}

std::unique_ptr<Model> VariantCompiler::try_compile(const std::vector<TreeEdit>& edits) {
    ++compiled_;
    return work_->compile_partial(document_, edits, source_.edits);
}

std::shared_ptr<const Assessment> VariantCompiler::compile(std::span<const Edit> more) {
    std::shared_ptr<const Assessment> result = try_compile(more);
    if (!result) session_.add_messages(work_->messages());
    return result;
}

std::string VariantCompiler::last_fault(bool with_expected) const {
    if (!work_) return {};
    for (const Fault& fault : work_->diagnostics().sorted()) {
        if (fault.severity != Severity::error) continue;
        const bool more = with_expected && !fault.expected.empty();
        return fault.message + (more ? " (expected " + fault.expected + ")" : "");
    }
    return {};
}

Recompile VariantCompiler::function() {
    return [this](std::span<const Edit> edits) { return compile(edits); };
}

}  // namespace lca

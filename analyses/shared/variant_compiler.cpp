#include "analyses/shared/variant_compiler.hpp"

#include <algorithm>
#include <utility>

#include "lca/base/utf8.hpp"
#include "models/edit/variant.hpp"
#include "models/results/per_use.hpp"

namespace lca {
namespace {

constexpr int max_per_session = 512;  // compilations of a session: some megabytes

/// Removes the key `sweep` from the tree, as no variant uses it: in a sweep of a thousand values, each of the
/// compilations would read all of them.
void forget_sweep(Document& document, std::string_view what_if) {
    const std::vector<TreeEdit> edits = what_if_edits(document, what_if);
    const bool changed = std::any_of(edits.begin(), edits.end(), [](const TreeEdit& edit) {
        return edit.path.substr(0, edit.path.find('.')) == "sweep";
    });
    const Node root = document.root();
    const Node sweep = root && root.is_map() ? root.written("sweep") : Node();
    if (sweep && !changed) document.remove(sweep);
}

/// The message without digits: "`sites.here.pue` is 12" and "… is 13" are warnings of one kind.
std::string without_numbers(std::string_view message) {
    std::string kind;
    for (const char c : message) {
        if (!is_digit(c) && c != '.') kind += c;
    }
    return kind;
}

}  // namespace

VariantCompiler::VariantCompiler(Session& session, ScenarioSource source, std::string asks)
    : session_(session), source_(std::move(source)), asks_(std::move(asks)) {}

void VariantCompiler::have_in_common(SystemInCommon system) {
    session_.have_in_common(system);
    if (work_) work_->have_in_common(system);
    in_common_ = std::move(system);
}

const std::shared_ptr<Model>& VariantCompiler::base() {
    if (base_ || base_document_) return base_;
    if (source_.made) {
        base_ = lca::compile(session_, source_);
    } else {
        base_document_ = load(session_, source_);
        if (base_document_) base_ = lca::compile(session_, base_document_, source_);
    }
    if (base_) record_per_use(*base_, requested_);
    return base_;
}

bool VariantCompiler::has_what_if(std::string_view id) {
    base();
    return base_document_ && check_what_if(*base_document_, id, session_.diagnostics());
}

bool VariantCompiler::renew() {
    if (work_ && compiled_ < max_per_session && !work_->failed()) return false;
    compiled_ = 0;
    noted_.clear();
    looked_at_ = 0;
    document_.reset();
    work_ = session_.another();
    if (in_common_) work_->have_in_common(*in_common_);
    document_ = load(*work_, source_);
    if (document_) forget_sweep(*document_, source_.what_if);
    return true;
}

std::vector<Edit> VariantCompiler::with(std::span<const Edit> more) const {
    std::vector<Edit> edits = source_.edits;
    for (const Edit& one : more) edits.push_back({one.path, one.value, asks_, one.place});
    return edits;
}

std::shared_ptr<const Assessment> VariantCompiler::try_compile(std::span<const Edit> more) {
    renew();
    ++compiled_;
    std::unique_ptr<Model> model =
        document_ ? work_->compile(document_, source_.what_if, with(more)) : nullptr;
    note_warnings(more);
    if (!model) return nullptr;
    record_per_use(*model, requested_);
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

void VariantCompiler::note_warnings(std::span<const Edit> more) {
    const std::size_t from = std::exchange(looked_at_, work_->diagnostics().size());
    if (only_tried_ || from == looked_at_) return;
    std::string edits;
    for (const Edit& one : more) edits += (edits.empty() ? "" : ", ") + one.path + " = " + one.value;
    for (const Fault& fault : work_->diagnostics().sorted(from)) {
        if (fault.severity != Severity::warning) continue;
        const std::string place = to_string(fault.place, work_->sources());
        if (!noted_.insert(place + "\n" + std::to_string(fault.place.file) + fault.message).second) continue;
        WarningOfEdits& kind =
            warnings_
                .try_emplace(without_numbers(fault.message), WarningOfEdits{fault, place_of(fault, more), {}})
                .first->second;
        if (std::find(kind.edits.begin(), kind.edits.end(), edits) == kind.edits.end())
            kind.edits.push_back(edits);
    }
}

/// The place of the edit that a warning is about; of the first edit, if it is about none.
Place VariantCompiler::place_of(const Fault& fault, std::span<const Edit> more) const {
    if (place_.known()) return place_;
    Place first;
    for (const Edit& edit : more) {
        if (work_->sources()[fault.place.file].name == argument_name(asks_, edit.path)) return edit.place;
        if (!first.known()) first = edit.place;
    }
    return first;
}

void VariantCompiler::report_warnings() {
    constexpr std::size_t max_named = 3;
    std::set<std::string> anyway;
    for (const Fault& fault : session_.diagnostics().sorted()) anyway.insert(without_numbers(fault.message));
    for (const auto& [kind, warning] : warnings_) {
        if (anyway.contains(kind)) continue;
        std::string at;
        for (std::size_t i = 0; i < std::min(max_named, warning.edits.size()); ++i)
            at += (i > 0 ? "; " : "") + warning.edits[i];
        if (warning.edits.size() > max_named)
            at += " and " + std::to_string(warning.edits.size() - max_named) + " more";
        session_.diagnostics().warning(warning.place, "at " + at + ": " + warning.fault.message,
                                       warning.fault.hint);
    }
    warnings_.clear();
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

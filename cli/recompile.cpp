#include "cli/recompile.hpp"

namespace lca::cli {
namespace {

constexpr int max_per_session = 256;

}  // namespace

Recompiler::Recompiler(const Arguments& arguments, Io& io, std::string file, std::string what_if)
    : arguments_(arguments), io_(io), file_(std::move(file)), what_if_(std::move(what_if)) {}

const Model* Recompiler::base() {
    if (base_) return base_.get();
    session_ = open_session(arguments_);
    document_ = load(*session_, file_);
    if (document_) base_ = session_->compile(document_, what_if_, changes(arguments_));
    if (document_ && !needed_.empty()) check_what_if(*document_, needed_, session_->diagnostics());
    if (report_faults(*session_, arguments_, io_) != 0) base_.reset();
    return base_.get();
}

void Recompiler::renew() {
    if (work_ && compiled_ < max_per_session && !work_->diagnostics().has_errors()) return;
    compiled_ = 0;
    work_document_.reset();
    work_ = open_session(arguments_);
    // Standard input can be read once: its text is the first source of the first session.
    work_document_ =
        file_ == "-" ? work_->load_text("<stdin>", session_->sources()[0].text) : work_->load(file_);
}

std::unique_ptr<Model> Recompiler::made(std::span<const Edit> more) {
    renew();
    ++compiled_;
    std::vector<Edit> asked = changes(arguments_);
    for (const Edit& one : more) asked.push_back({one.path, one.value, by_});
    return work_document_ ? work_->compile(work_document_, what_if_, asked) : nullptr;
}

std::shared_ptr<const Assessment> Recompiler::try_compile(std::span<const Edit> more) {
    const std::unique_ptr<Model> model = made(more);
    return model ? std::make_shared<const Assessment>(std::move(*model)) : nullptr;
}

std::shared_ptr<const Assessment> Recompiler::compile(std::span<const Edit> more) {
    std::shared_ptr<const Assessment> result = try_compile(more);
    if (!result) report_faults(*work_, arguments_, io_, false);
    return result;
}

std::string Recompiler::last_fault() const {
    if (!work_) return {};
    for (const Fault& fault : work_->diagnostics().sorted()) {
        if (fault.severity == Severity::error)
            return fault.message + (fault.expected.empty() ? "" : " (expected " + fault.expected + ")");
    }
    return {};
}

Recompile Recompiler::function() {
    return [this](std::span<const Edit> more) { return compile(more); };
}

}  // namespace lca::cli

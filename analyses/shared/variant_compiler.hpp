#pragma once
// Compiles a scenario again and again with different edits, for sweeps, searches and attribution.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "analyses/shared/scenario_source.hpp"
#include "models/edit/edits.hpp"

namespace lca {

/// Compiles a scenario with additional edits; null after an error, which is reported by the function.
using Recompile = std::function<std::shared_ptr<const Assessment>(std::span<const Edit> edits)>;

/// Compiles variants of one source in separate sessions, which are replaced now and then: so memory does not
/// grow with the number of compilations, and a variant that is invalid does not affect later ones.
class VariantCompiler {
public:
    /// `asks`: the option that gives the edits; messages name it.
    VariantCompiler(Session& session, ScenarioSource source, std::string asks = "--set");

    /// Names of results that will be read; those per use are then recorded in all compiled variants.
    void request_results(std::vector<std::string> results) { requested_ = std::move(results); }

    /// From now on variants share one of their systems with other scenarios, such as rows of a table.
    void have_in_common(SystemInCommon system);

    /// The source itself, compiled; null after an error, which is in the session of the constructor.
    const std::shared_ptr<Model>& base();
    /// Whether the file has a what-if with this id. If not, that is reported, beside the errors of base().
    bool has_what_if(std::string_view id);
    Session& session() { return session_; }

    /// Compiles the source with additional edits; null after an error, which is reported in the session.
    std::shared_ptr<const Assessment> compile(std::span<const Edit> more);
    /// The same without reporting errors; last_fault() gives the first.
    std::shared_ptr<const Assessment> try_compile(std::span<const Edit> more);
    /// Compiles the file with edits of its tree in place of the what-if, then the source's own edits; null
    /// after an error.
    std::unique_ptr<Model> try_compile(const std::vector<TreeEdit>& edits);
    /// The first error message of the last compilation, if that failed.
    std::string last_fault(bool with_expected = true) const;
    /// Reports the warnings that edits caused in the session: one of each kind, with the edits that caused
    /// it. Warnings that differ only in numbers are of one kind.
    void report_warnings();
    /// Sets the place of the following edits in the session's sources, where their warnings are reported.
    /// Empty: the edits are only trials, whose warnings are not reported.
    void edits_stand_at(std::optional<Place> place) {
        place_ = place.value_or(Place{});
        only_tried_ = !place;
    }
    /// compile() as a function, which refers to this object.
    Recompile function();

    /// The source's edits, followed by `more`.
    std::vector<Edit> with(std::span<const Edit> more) const;
    /// Replaces work() and document() if they are missing, were used for some hundred compilations, or had an
    /// error. True if it did.
    bool renew();
    const std::shared_ptr<Document>& document() const { return document_; }
    Session& work() { return *work_; }

private:
    struct WarningOfEdits {
        Fault fault;
        Place place = {};                // place of the edits that first caused the warning
        std::vector<std::string> edits;  // each once: "sites.here.pue = 12"
    };
    void note_warnings(std::span<const Edit> more);
    Place place_of(const Fault& fault, std::span<const Edit> more) const;

    Session& session_;
    ScenarioSource source_;
    std::string asks_;
    std::map<std::string, WarningOfEdits> warnings_;  // by message without digits
    std::set<std::string> noted_;                     // warnings of work_ already noted, with place
    std::size_t looked_at_ = 0;                       // number of faults of work_ already examined
    Place place_ = {};
    bool only_tried_ = false;
    std::vector<std::string> requested_;
    std::optional<SystemInCommon> in_common_;
    std::shared_ptr<Document> base_document_;  // null before base(), and after an error of syntax
    std::shared_ptr<Model> base_;
    std::unique_ptr<Session> work_;
    std::shared_ptr<Document> document_;
    int compiled_ = 0;
};

}  // namespace lca

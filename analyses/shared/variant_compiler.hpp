#pragma once
// A scenario compiled again and again with edits, for sweeps, searches and attributions.

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

/// Compiles the scenario with more edits. Null after an error, which the function has reported.
using Recompile = std::function<std::shared_ptr<const Assessment>(std::span<const Edit> edits)>;

/// Compiles variants of one source in sessions of its own. These are dropped now and then, so that memory
/// does not grow with what was compiled, and a variant that cannot be compiled does not affect later ones.
class VariantCompiler {
public:
    /// `asks`: the option that the edits come from, as messages name it.
    VariantCompiler(Session& session, ScenarioSource source, std::string asks = "--set");

    /// Results that are needed: those per use get steps in all that is compiled from now on.
    void ask_for(std::vector<std::string> results) { asked_ = std::move(results); }

    /// From now on what is compiled shares a system with other scenarios.
    void have_in_common(SystemInCommon system);

    /// The source itself, compiled; null after an error, which is in the session that was given.
    const std::shared_ptr<Model>& base();
    /// Whether the file has a what-if of this id. If not, a fault is reported, together with those of base().
    bool has_what_if(std::string_view id);
    Session& session() { return session_; }

    /// Compiles the source with more edits. Null after a fault, which is added to the session.
    std::shared_ptr<const Assessment> compile(std::span<const Edit> more);
    /// Compiles without reporting errors: see last_fault.
    std::shared_ptr<const Assessment> try_compile(std::span<const Edit> more);
    /// Compiles the file without its what-if, but with edits of its tree and the source's own. Null after a
    /// fault.
    std::unique_ptr<Model> try_compile(const std::vector<TreeEdit>& edits);
    /// The message of the first error of the last compilation that failed.
    std::string last_fault(bool with_expected = true) const;
    /// Reports in the session the warnings that edits caused: one for each kind of warning, with the edits
    /// that caused it. Warnings that differ only in numbers are of one kind.
    void report_warnings();
    /// The place, in the sources of the session, of the edits of what is compiled from now on: warnings are
    /// reported there. Empty: edits are only tried, and their warnings are not reported.
    void edits_stand_at(std::optional<Place> place) {
        place_ = place.value_or(Place{});
        only_tried_ = !place;
    }
    /// compile() as a function; refers to this object.
    Recompile function();

    /// The source's edits, followed by more.
    std::vector<Edit> with(std::span<const Edit> more) const;
    /// The tree that edits of trees refer to, and its session, are renewed after some hundred compilations or
    /// a fault. True where they were renewed by this call.
    bool renew();
    const std::shared_ptr<Document>& document() const { return document_; }
    Session& work() { return *work_; }

private:
    struct WarningOfEdits {
        Fault fault;
        Place place = {};                // place of the first edits
        std::vector<std::string> edits;  // "sites.here.pue = 12", each once
    };
    void note_warnings(std::span<const Edit> more);
    Place place_of(const Fault& fault, std::span<const Edit> more) const;

    Session& session_;
    ScenarioSource source_;
    std::string asks_;
    std::map<std::string, WarningOfEdits> warnings_;  // by kind
    std::set<std::string> noted_;                     // faults of work_: place and message
    std::size_t looked_at_ = 0;                       // faults of work_ that were looked at
    Place place_ = {};
    bool only_tried_ = false;
    std::vector<std::string> asked_;
    std::optional<SystemInCommon> in_common_;
    std::shared_ptr<Document> base_document_;  // null before base() and after a fault of syntax
    std::shared_ptr<Model> base_;
    std::unique_ptr<Session> work_;
    std::shared_ptr<Document> document_;
    int compiled_ = 0;
};

}  // namespace lca

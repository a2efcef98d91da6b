#pragma once
// A scenario compiled again and again with edits, as sweeps, searches and attributions ask for it.

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

/// The scenario with some more edits, compiled. Null after an error, which its maker has reported.
using Recompile = std::function<std::shared_ptr<const Assessment>(std::span<const Edit> edits)>;

/// Compiles variants of one source in sessions of its own, dropped now and then, so that memory does not grow
/// with what was compiled and a variant that cannot be compiled leaves no trace.
class VariantCompiler {
public:
    /// `asks`: who asks for more edits, as messages name it.
    VariantCompiler(Session& session, ScenarioSource source, std::string asks = "--set");

    /// Results that are asked for: those per use get steps in all that is compiled from now on.
    void ask_for(std::vector<std::string> results) { asked_ = std::move(results); }

    /// What is compiled from now on shares a system with other scenarios.
    void have_in_common(SystemInCommon system);

    /// The source as it is; null after an error, which is in the session that was given.
    const std::shared_ptr<Model>& base();
    /// Whether the file has a what-if of this id; else that is a fault, found together with those of base().
    bool has_what_if(std::string_view id);
    Session& session() { return session_; }

    /// The source with more edits. A fault is added to the session.
    std::shared_ptr<const Assessment> compile(std::span<const Edit> more);
    /// Compiles without reporting errors: see last_fault.
    std::shared_ptr<const Assessment> try_compile(std::span<const Edit> more);
    /// The file without its what-if, with edits of its tree and the source's own. Null as try_compile.
    std::unique_ptr<Model> try_compile(const std::vector<TreeEdit>& edits);
    /// What was wrong with the last of them: the first error's message.
    std::string last_fault(bool with_expected = true) const;
    /// What warnings the compiled edits gave that the source itself does not: one for each kind of warning,
    /// with the edits that it came with, to the session. A kind is a message whatever its numbers.
    void report_warnings();
    /// Where the edits of what is compiled from now on stand, in the sources of the session: its warnings are
    /// said there. Nothing: they are only tried, and their warnings are known.
    void edits_stand_at(std::optional<Place> place) {
        place_ = place.value_or(Place{});
        only_tried_ = !place;
    }
    /// compile, as a function; refers to this.
    Recompile function();

    /// The source's edits, then more.
    std::vector<Edit> with(std::span<const Edit> more) const;
    /// The tree that edits of trees refer to, and its session. Both are renewed after some hundred
    /// compilations or a fault: true where they were renewed since the last call.
    bool renew();
    const std::shared_ptr<Document>& document() const { return document_; }
    Session& work() { return *work_; }

private:
    struct WarningOfEdits {
        Fault fault;
        Place place = {};                // of the first edits
        std::vector<std::string> edits;  // "sites.here.pue = 12", each once
    };
    void note_warnings(std::span<const Edit> more);
    Place place_of(const Fault& fault, std::span<const Edit> more) const;

    Session& session_;
    ScenarioSource source_;
    std::string asks_;
    std::map<std::string, WarningOfEdits> warnings_;  // by kind
    std::set<std::string> noted_;                     // faults of work_: place and message
    std::size_t looked_at_ = 0;                       // how many faults of work_
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

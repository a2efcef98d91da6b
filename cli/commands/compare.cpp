#include <algorithm>
#include <tuple>

#include "analyses/comparison/comparison_by_item.hpp"
#include "cli/breakdown_option.hpp"
#include "cli/comparison.hpp"
#include "cli/sampling.hpp"

namespace lca::cli {
namespace {

constexpr Argument what_if = {"--what-if", Takes::text, "ID", "only this variant of FILE; default all",
                              {},          true};
constexpr Argument positionals[] = {{"FILE",
                                     Takes::file,
                                     {},
                                     "one scenario: its base against its what-ifs; several: the "
                                     "first against the others",
                                     {},
                                     true,
                                     true}};
constexpr std::string_view impact_choices[] = {"climate", "water", "adpe", "primary_energy", "energy", "all"};
constexpr Argument impact = {"--impact",
                             Takes::choice,
                             "NAME",
                             "which impact the tables show; may be repeated, and then says which ones count "
                             "for `unbeaten`; JSON and CSV "
                             "hold all",
                             impact_choices,
                             true};
constexpr Argument options[] = {option::set,     what_if,        impact,           option::parts,
                                option::samples, option::seed,   option::sampling, option::threads,
                                option::format,  option::output, option::quiet,    option::hardware_db};
constexpr Example examples[] = {
    {"lca compare training.yaml", "the file against all its what-ifs"},
    {"lca compare training.yaml --what-if world_grid", "against one of them"},
    {"lca compare training.yaml --impact all --samples 1e6 --seed 7",
     "every impact, with more draws of the uncertain figures"},
    {"lca compare training.yaml --by phase", "where the differences are"},
    {"lca compare v100.yaml a100.yaml h100.yaml",
     "three files, the first being what the others are held against"},
};

class Comparison {
public:
    Comparison(const Arguments& arguments, Io& io)
        : arguments_(arguments), io_(io), changes_(edits(arguments)) {}

    int run() {
        const std::span<const std::string> files = arguments_.all("FILE");
        files.size() == 1 ? variants_of(files.front()) : several(files);
        if (failed_) return 2;
        ComparedResults compared;
        compared.title = title(files.size());
        choose_measures(compared);
        const std::optional<BreakdownKey> by = breakdown_key(arguments_);
        const std::vector<BreakdownItem> parts = by ? cut_all(*by) : std::vector<BreakdownItem>{whole};
        std::vector<std::string> drawn;
        for (const BreakdownItem& part : parts) drawn.push_back(part.result);
        compared.draws = paired_draws(entries_, drawn, arguments_);
        if (!sound()) return 2;
        if (!by)
            compared.changes = attributed_changes(entries_, arguments_, !compared.draws.differences.empty());
        std::vector<const Sources*> read;
        for (const ComparedEntry& entry : entries_) {
            compared.names.push_back(entry.name);
            compared.evaluations.push_back(&entry.evaluation);
            read.push_back(&entry.session->sources());
        }
        const ComparedParts cut{&compared, by.value_or(BreakdownKey::phase), parts};
        deliver(by ? compare_parts_report(cut) : compare_report(compared), arguments_, read, io_);
        return 0;
    }

private:
    inline static const BreakdownItem whole = {"total", "total"};

    /// Of years or months.
    static bool is_earlier(const BreakdownItem& a, const BreakdownItem& b) {
        const auto place = [](const BreakdownItem& part) {
            return std::tuple(part.name == undated, part.name == later, part.name);
        };
        return place(a) < place(b);
    }

    /// The parts of any of them, each once, and the total; what one has not is given to it as nil.
    std::vector<BreakdownItem> cut_all(BreakdownKey by) {
        std::vector<BreakdownItem> all;
        const auto known = [&all](const BreakdownItem& part) {
            return std::any_of(all.begin(), all.end(),
                               [&](const BreakdownItem& one) { return one.result == part.result; });
        };
        std::optional<std::int64_t> until;
        for (const ComparedEntry& entry : entries_) until = std::max(until, last_period(*entry.model, by));
        for (ComparedEntry& entry : entries_) {
            for (BreakdownItem& part : break_down_total(*entry.model, by, until)) {
                if (!known(part)) all.push_back(std::move(part));
            }
        }
        if (until) std::stable_sort(all.begin(), all.end(), is_earlier);
        for (ComparedEntry& entry : entries_) {
            std::vector<std::string> lacking;
            for (const BreakdownItem& part : all) {
                if (!entry.model->results.find(part.result)) lacking.push_back(part.result);
            }
            if (!lacking.empty()) add_zero_items(*entry.model, lacking);
            entry.reading = entry.evaluation.result = std::make_shared<const PointResult>(*entry.model);
        }
        all.push_back(whole);
        return all;
    }

    std::string title(std::size_t files) const {
        const std::string& first = entries_.front().evaluation.title;
        return files == 1 ? first : std::to_string(files) + " scenarios compared";
    }

    void choose_measures(ComparedResults& compared) const {
        const std::span<const std::string> asked = arguments_.all("--impact");
        compared.all_measures = asked.empty() || std::find(asked.begin(), asked.end(), "all") != asked.end();
        if (asked.empty()) return;
        compared.measures.clear();
        for (std::size_t m = 0; m < measure_count; ++m) {
            const bool named = std::find(asked.begin(), asked.end(), impact_name(m)) != asked.end();
            const bool shown = compared.all_measures && assessed(m);
            if (named || shown) compared.measures.push_back(m);
        }
    }

    static std::string_view impact_name(std::size_t m) {
        return m == index_of::climate ? "climate" : measure(m).suffix;
    }

    bool assessed(std::size_t m) const {
        return std::any_of(entries_.begin(), entries_.end(), [m](const ComparedEntry& entry) {
            const Result* total = entry.model->results.find("total");
            return total && total->steps.at(m) != no_step;
        });
    }

    /// What the studies found wrong is said now; the rest has been.
    bool sound() {
        bool good = true;
        for (const std::unique_ptr<Session>& session : sessions_)
            good = report_faults(*session, arguments_, io_, false) == 0 && good;
        return good;
    }

    void add(Session& session, std::string name, std::string file, std::string what_if_id,
             std::unique_ptr<Model> model) {
        if (!model) {
            failed_ = true;
            return;
        }
        // The report refers to the model, so both get their place first.
        ComparedEntry& entry = entries_.emplace_back();
        entry.name = std::move(name);
        entry.file = std::move(file);
        entry.what_if = std::move(what_if_id);
        entry.session = &session;
        entry.model = std::move(model);
        entry.reading = std::make_shared<const PointResult>(*entry.model);
    }

    void finish(Session& session) {
        failed_ = report_faults(session, arguments_, io_) != 0 || failed_;
        for (ComparedEntry& entry : entries_) {
            if (entry.session != &session || failed_) continue;
            ScenarioSource source;
            source.edits = changes_;
            entry.evaluation = described(session, source, entry.model, chosen_measure(arguments_));
            entry.reading = entry.evaluation.result;
        }
    }

    void variants_of(const std::string& file) {
        Session& session = *sessions_.emplace_back(open_session(arguments_));
        const std::shared_ptr<Document> document = load(session, source_of(file, arguments_));
        if (document) {
            add(session, "base", file, "", session.compile(document, {}, changes_));
            if (!failed_) {
                add_variants(session, file, document);
            } else {
                for (const std::string& id : arguments_.all("--what-if"))
                    check_what_if(*document, id, session.diagnostics());
            }
        } else {
            failed_ = true;
        }
        finish(session);
    }

    void add_variants(Session& session, const std::string& file, const std::shared_ptr<Document>& document) {
        std::vector<std::string> ids;
        for (const WhatIf& one : entries_.front().model->scenario.what_ifs) ids.emplace_back(one.id);
        const std::span<const std::string> wanted = arguments_.all("--what-if");
        if (!wanted.empty()) ids.assign(wanted.begin(), wanted.end());
        if (ids.empty()) {
            throw InputError(entries_.front().model->name +
                             " has no `what_if` to compare with; name a second file, or add one");
        }
        for (const std::string& id : ids) {
            add(session, id == "base" ? "what_if.base" : id, file, id,
                session.compile(document, id, changes_));
        }
    }

    void several(std::span<const std::string> files) {
        if (arguments_.has("--what-if")) throw InputError("--what-if goes with one FILE");
        for (const std::string& file : files) {
            Session& session = *sessions_.emplace_back(open_session(arguments_));
            const std::shared_ptr<Document> document = load(session, source_of(file, arguments_));
            add(session, unique_name(file), file, "",
                document ? session.compile(document, {}, changes_) : nullptr);
            finish(session);
        }
    }

    std::string unique_name(const std::string& file) const {
        std::string name = file;
        for (std::size_t i = 2; is_taken(name); ++i) name = file + " (" + std::to_string(i) + ")";
        return name;
    }

    bool is_taken(const std::string& name) const {
        return std::any_of(entries_.begin(), entries_.end(),
                           [&](const ComparedEntry& entry) { return entry.name == name; });
    }

    const Arguments& arguments_;
    Io& io_;
    std::vector<Edit> changes_;
    std::vector<std::unique_ptr<Session>> sessions_;
    ComparedEntries entries_;
    bool failed_ = false;
};

int run(const Arguments& arguments, Io& io) {
    return Comparison(arguments, io).run();
}

constexpr Command command = {
    "compare",
    "a scenario against its what-ifs, or files against each other",
    "Puts variants side by side, the lowest first: embodied, idle, dynamic and total, with the difference "
    "and "
    "the ratio to the first. Where figures are uncertain, says how sure each difference is, by draws that "
    "share what the two have in common (what stands at one path, by its path). Says which change made how "
    "much "
    "of a difference, by Shapley values: exact up to 12 changes, by 512 drawn orders above. Files are taken "
    "apart where they differ.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& compare_command() {
    return command;
}

}  // namespace lca::cli

#include "analyses/gallery/gallery.hpp"

#include <filesystem>

#include "analyses/report/report.hpp"
#include "analyses/shared/scenario_files.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace {

namespace fs = std::filesystem;

/// The name of a scenario's page: "bloom/training.html"; another name if that would be the index's own.
std::string page_name(const std::string& file) {
    std::string name = fs::path(file).replace_extension(".html").generic_string();
    return name == index_page ? "index.yaml.html" : name;
}

/// The first error message, with paths relative to the folder: "training.yaml:4:5: unknown key `powr`".
std::string first_fault(Session& session, const std::string& folder) {
    for (const Fault& fault : session.diagnostics().sorted()) {
        if (fault.severity != Severity::error) continue;
        if (!fault.place.known()) return fault.message;
        const fs::path name = session.sources()[fault.place.file].name;
        return name.lexically_relative(folder).generic_string() + ":" + std::to_string(fault.place.line) +
               ":" + std::to_string(fault.place.column) + ": " + fault.message;
    }
    return "it has faults";
}

class Maker {
public:
    Maker(Session& session, const std::string& folder, const GalleryMaker& maker, Gallery& gallery)
        : session_(session), folder_(folder), maker_(maker), gallery_(gallery) {}

    void add(const std::string& path) {
        GalleryEntry& entry = gallery_.entries.emplace_back();
        entry.file = fs::path(path).lexically_relative(folder_).generic_string();
        try {
            fill(entry, path);
        } catch (const FileError& error) {
            gallery_.unreadable = true;
            refuse(entry, "it cannot be read", error);
        } catch (const InputError& error) {
            refuse(entry, "it cannot be evaluated", error);
        }
        if (!entry.fault.empty()) return;
        entry.page = page_name(entry.file);
        maker_.page(entry.page, html_);
    }

private:
    /// Records that a file could not be read. Only `fault` is shown in the index, as the text of `error` may
    /// contain folders of this machine.
    void refuse(GalleryEntry& entry, const char* fault, const std::exception& error) {
        entry.fault = fault;
        session_.add_messages(std::string("lca: error: ") + error.what() + "\n");
    }

    void fill(GalleryEntry& entry, const std::string& path) {
        Session& own = session_.child();
        const ScenarioSource source{.path = path, .name = path};
        std::optional<InteractiveReport> report = make_report(own, source);
        if (!report || own.failed()) {
            entry.fault = first_fault(own, folder_);
            return;
        }
        const std::unique_ptr<Session> other = session_.another();
        if (std::optional<ReplicatedStudy> study = replicated_study(*other, source))
            entry.checks = std::move(study->checks);
        describe(entry, *report);
        html_ = html_of(*report, own, maker_.command(path));
    }

    static void describe(GalleryEntry& entry, const InteractiveReport& report) {
        const Evaluation& evaluation = report.evaluation;
        const Results& results = evaluation.result->results();
        entry.title = evaluation.title;
        entry.source = evaluation.source;
        const Result* total = results.find("total");
        if (!total || results.activities.empty()) return;
        entry.has_total = true;
        entry.total = evaluation.result->value(*total);
        entry.partial = results.is_partial(*total, index_of::climate);
        entry.interval = report.interval;
    }

    Session& session_;
    const std::string& folder_;
    const GalleryMaker& maker_;
    Gallery& gallery_;
    std::string html_;
};

}  // namespace

Gallery make_gallery(Session& session, const std::string& folder, const GalleryMaker& maker) {
    Gallery gallery;
    const fs::path given = fs::path(folder).lexically_normal();
    gallery.name = (given.has_filename() ? given : given.parent_path()).filename().string();
    gallery.provenance = provenance(session);
    Maker each(session, folder, maker, gallery);
    for (const std::string& path : scenario_files_in(folder)) each.add(path);
    if (gallery.entries.empty()) throw InputError("no scenarios (*.yaml) in " + shown(folder));
    return gallery;
}

}  // namespace lca

#include "models/logs/read_logs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "lca/base/text.hpp"
#include "models/logs/replayed_bytes.hpp"

namespace lca {
namespace {

constexpr std::size_t max_files = 4096;

const LogFormat* format_of(const LogHead& head) {
    for (const LogFormat* format : log_formats()) {
        if (format->is_one(head)) return format;
    }
    return nullptr;
}

std::string all_formats() {
    std::vector<std::string> names;
    for (const LogFormat* format : log_formats()) names.emplace_back(format->name);
    return listed(names, "or");
}

/// Reports a file whose format is not recognised, with a hint on what it may be.
void unknown_format(const LogHead& head, std::uint32_t file, Diagnostics& diagnostics) {
    const Place place{file, 1, 0};
    if (head.text.empty()) return diagnostics.error(place, "the file is empty", "a log: " + all_formats());
    for (const auto& [separator, name] : {std::pair{';', "semicolons"}, std::pair{'\t', "tabs"}}) {
        std::string with_commas(head.first);
        std::replace(with_commas.begin(), with_commas.end(), separator, ',');
        const LogFormat* const format = format_of({.text = with_commas, .first = with_commas});
        if (format != nullptr && head.first.find(separator) != std::string_view::npos) {
            return diagnostics.error(
                place, fmt::format("this looks like {}, but is separated by {}", format->name, name),
                "commas, and numbers with a decimal point");
        }
    }
    diagnostics.error(place, "no known log looks like this file", all_formats(),
                      "with `--from FORMAT` the file is read as that format, and its errors are shown");
}

class LogSet {
public:
    LogSet(const LogRequest& request, Sources& sources, Diagnostics& diagnostics)
        : request_(request), sources_(sources), diagnostics_(diagnostics) {}

    std::optional<Logs> read() {
        for (const std::string& name : request_.files) read(name);
        for (const auto& [family, reader] : readers_) reader->finish(logs_, diagnostics_);
        if (diagnostics_.has_errors() || !apply_overlap_rule(logs_, request_.overlap, diagnostics_))
            return std::nullopt;
        return std::move(logs_);
    }

private:
    void read(const std::string& name) {
        FileBytes bytes(name);
        ReplayedBytes replayed(bytes);
        const std::uint32_t file =
            sources_.add({.name = name, .text = {}, .sha256 = {}, .shown = Source::Shown::no_lines});
        const LogHead head = replayed.head();
        const LogFormat* const format = request_.format.empty() ? format_of(head) : named(request_.format);
        if (format == nullptr) return unknown_format(head, file, diagnostics_);
        LogInput input{replayed, file, name, head.is_json(), request_.zone, diagnostics_, logs_};
        reader_of(*format).read(input);
        if (diagnostics_.has_errors()) return;
        replayed.skip_rest();
        logs_.files.push_back({name, format->name, bytes.sha256()});
        const std::string& digest = logs_.files.back().sha256;
        sources_.set_digest(file, digest);
        for (std::size_t i = 0; i + 1 < logs_.files.size(); ++i) {
            if (logs_.files[i].sha256 != digest) continue;
            diagnostics_.error({file, 1, 0},
                               fmt::format("the same content as {}", in_quotes(logs_.files[i].name)),
                               "each log once");
        }
    }

    static const LogFormat* named(std::string_view name) {
        for (const LogFormat* format : log_formats()) {
            if (format->name == name) return format;
        }
        return nullptr;
    }

    LogReader& reader_of(const LogFormat& format) {
        const std::string_view family = format.family.empty() ? format.name : format.family;
        for (const auto& [known, reader] : readers_) {
            if (known == family) return *reader;
        }
        readers_.emplace_back(family, format.reader());
        return *readers_.back().second;
    }

    const LogRequest& request_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    Logs logs_;
    std::vector<std::pair<std::string_view, std::unique_ptr<LogReader>>> readers_;
};

}  // namespace

std::optional<Logs> read_logs(const LogRequest& request, Sources& sources, Diagnostics& diagnostics) {
    if (request.files.size() > max_files) {
        throw InputError(
            fmt::format("{} files: at most {} can be read together", request.files.size(), max_files));
    }
    return LogSet(request, sources, diagnostics).read();
}

double joules_of(const LoggedRun& run) {
    double sum = 0;
    for (const LoggedEnergy& one : run.energies)
        sum += one.value * (one.unit == "kWh" ? 3.6e6 : one.unit == "Wh" ? 3600.0 : 1.0);
    return sum;
}

}  // namespace lca

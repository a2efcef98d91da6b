#pragma once
// Logs of a test: texts under names, read as files.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "models/logs/read_logs.hpp"
#include "tests/lca/base/folder.hpp"

namespace lca::test {

struct ReadLogs {
    std::optional<Logs> logs;
    std::string messages;  // names without the folder

    bool says(std::string_view text) const { return messages.find(text) != std::string::npos; }
    /// Whether a note of those rows gives a reason with that text.
    bool notes(std::string_view rows, std::string_view text) const {
        if (!logs) return false;
        for (const LogNote& note : logs->notes) {
            if (note.rows == rows && note.reason.find(text) != std::string::npos) return true;
        }
        return false;
    }
    double joules() const {
        double sum = 0;
        for (const LoggedRun& run : logs->runs) sum += joules_of(run);
        return sum;
    }
};

inline ReadLogs read_logs(const std::vector<std::pair<std::string, std::string>>& files,
                          LogRequest request = {}) {
    const Folder folder;
    for (const auto& [name, text] : files) {
        write_file(folder / name, text);
        request.files.push_back(folder / name);
    }
    Sources sources;
    Diagnostics diagnostics;
    ReadLogs read;
    read.logs = lca::read_logs(request, sources, diagnostics);
    const auto without_folder = [&](std::string& text) {
        const std::string path = folder.path() + "/";
        for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path))
            text.erase(at, path.size());
    };
    read.messages = render(diagnostics, sources);
    without_folder(read.messages);
    if (read.logs) {
        for (LogNote& note : read.logs->notes) without_folder(note.reason);
    }
    return read;
}

}  // namespace lca::test

using lca::test::read_logs;

#include "analyses/shared/scenario_files.hpp"

#include <algorithm>
#include <filesystem>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"

namespace lca {

namespace fs = std::filesystem;

namespace {

/// Whether a file is a budget: its first line that is not empty or a comment says so.
bool is_budget(const std::string& path) {
    std::string head;
    try {
        head = beginning_of(path);
    } catch (const FileError&) {
        return false;  // reported when the file is read as a scenario
    }
    std::string_view rest = head;
    while (!rest.empty() && (rest.front() == '#' || rest.front() == '\n' || rest.front() == '\r'))
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    return rest.starts_with("lca_budget:");
}

}  // namespace

std::vector<std::string> scenario_files_in(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code code;
    fs::recursive_directory_iterator entries(folder, code);
    for (; !code && entries != fs::recursive_directory_iterator(); entries.increment(code)) {
        std::error_code ignored;
        const fs::path extension = entries->path().extension();
        const bool is_yaml = extension == ".yaml" || extension == ".yml";
        if (is_yaml && entries->is_regular_file(ignored) && !is_budget(entries->path().string()))
            files.push_back(entries->path().string());
    }
    if (code) throw FileError("cannot read the folder " + shown(folder) + ": " + code.message());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace lca

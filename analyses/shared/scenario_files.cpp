#include "analyses/shared/scenario_files.hpp"

#include <algorithm>
#include <filesystem>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"

namespace lca {

namespace fs = std::filesystem;

std::vector<std::string> scenario_files_in(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code code;
    fs::recursive_directory_iterator entries(folder, code);
    for (; !code && entries != fs::recursive_directory_iterator(); entries.increment(code)) {
        std::error_code ignored;
        if (entries->path().extension() == ".yaml" && entries->is_regular_file(ignored))
            files.push_back(entries->path().string());
    }
    if (code) throw FileError("cannot read the folder " + shown(folder) + ": " + code.message());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace lca

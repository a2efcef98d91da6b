#include "cli/default_studies.hpp"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view studies_here = "scenarios/papers";
constexpr std::string_view studies_installed =
    "../share/lca/scenarios/papers";  // relative to the folder of the program

std::string folder_of_program() {
    std::array<char, 4096> buffer{};
    const ssize_t length = readlink("/proc/self/exe", buffer.data(), buffer.size());
    const std::string path(buffer.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    return path.substr(0, path.rfind('/') + 1);
}

bool is_folder(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

}  // namespace

DefaultStudies default_studies() {
    const std::string here(studies_here);
    if (is_folder(here)) return {here, "Studies of " + here + " here."};
    std::string installed = folder_of_program() + std::string(studies_installed);
    if (!is_folder(installed))
        throw FileError("no studies: neither " + here + " here nor the installed " + installed);
    return {std::move(installed), "The installed studies: there is no " + here + " here."};
}

}  // namespace lca::cli

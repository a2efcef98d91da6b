#include "lca/base/folder_writer.hpp"

#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t beginning_bytes = 512, max_path = 4096;

[[noreturn]] void cannot_write(const std::string& path, const std::string& why) {
    throw FileError("cannot write " + in_quotes(path, max_path) + ": " + why);
}

void stop_at(const std::string& path, const std::error_code& code) {
    if (code) cannot_write(path, code.message());
}

void make_folders(const fs::path& folder) {
    std::error_code code;
    fs::create_directories(folder, code);
    stop_at(folder.string(), code);
}

/// Makes a temporary folder whose name is `start` and a suffix; returns its name.
std::string new_folder(const std::string& start) {
    constexpr int attempts = 100;
    std::error_code code;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const std::string name =
            start + ".lca-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
        if (fs::create_directory(name, code)) return name;
        stop_at(name, code);
    }
    cannot_write(start, "there are too many folders of unfinished work beside it");
}

std::string without_slashes_at_the_end(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

}  // namespace

FolderWriter::FolderWriter(std::string folder, MayReplace may_replace)
    : folder_(without_slashes_at_the_end(std::move(folder))), may_replace_(std::move(may_replace)) {
    if (folder_.empty()) throw FileError("cannot write a folder: its name is empty");
    std::error_code code;
    const fs::file_status status = fs::status(folder_, code);
    if (status.type() == fs::file_type::none) stop_at(folder_, code);
    exists_ = fs::exists(status);
    if (exists_ && !fs::is_directory(status)) cannot_write(folder_, "it is a file, not a folder");
    beside_ = new_folder(exists_ ? folder_ + "/" : folder_);
}

FolderWriter::~FolderWriter() {
    std::error_code ignored;
    if (!beside_.empty()) fs::remove_all(beside_, ignored);
}

void FolderWriter::refuse_foreign(const std::string& path) const {
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(path, ignored);
    if (!fs::exists(status)) return;
    bool replaceable = fs::is_regular_file(status);
    if (replaceable) {
        std::string bytes(beginning_bytes, '\0');
        bytes.resize(FileBytes(path, Pipes::rejected).read(bytes.data(), bytes.size()));
        replaceable = may_replace_(bytes);
    }
    if (!replaceable)
        throw InputError(in_quotes(path, max_path) +
                         " was not written by lca and would be overwritten: name another folder");
}

void FolderWriter::add(const std::string& name, std::string_view bytes) {
    if (exists_) refuse_foreign(folder_ + "/" + name);
    const std::string path = beside_ + "/" + name;
    make_folders(fs::path(path).parent_path());
    write_file(path, bytes);
    names_.push_back(name);
}

void FolderWriter::finish() {
    std::error_code code;
    if (!exists_) {
        fs::rename(beside_, folder_, code);
        stop_at(folder_, code);
        beside_.clear();
        return;
    }
    for (const std::string& name : names_) {
        const fs::path place = fs::path(folder_) / name;
        make_folders(place.parent_path());
        fs::rename(fs::path(beside_) / name, place, code);
        stop_at(place.string(), code);
    }
    fs::remove_all(beside_, code);
    beside_.clear();
}

}  // namespace lca

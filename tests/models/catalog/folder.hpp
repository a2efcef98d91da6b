#pragma once
// A folder of catalogue files that lives as long as a test.

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "lca/base/file.hpp"

namespace lca::testing {

class Folder {
public:
    Folder() {
        static int count = 0;
        path_ = (std::filesystem::temp_directory_path() /
                 ("lca-catalogue-" + std::to_string(::getpid()) + "-" + std::to_string(++count)))
                    .string();
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    Folder& with(const std::string& name, std::string_view text) {
        const auto file = std::filesystem::path(path_) / name;
        std::filesystem::create_directories(file.parent_path());
        write_file(file.string(), text);
        return *this;
    }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace lca::testing

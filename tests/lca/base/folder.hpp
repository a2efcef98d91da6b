#pragma once
// A folder of its own for a test, which is taken away again.

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "lca/base/file.hpp"

namespace lca::test {

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "lca-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }

    /// Writes a file of the folder; the folders of its name are made.
    Folder& with(const std::string& name, std::string_view text) {
        const std::filesystem::path file = *this / name;
        std::filesystem::create_directories(file.parent_path());
        write_file(file.string(), text);
        return *this;
    }
    std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }
    /// How many entries it has, hidden ones too.
    std::size_t files() const {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator(path_)) ++count;
        return count;
    }

private:
    std::string path_;
};

}  // namespace lca::test

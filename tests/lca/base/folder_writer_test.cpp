// Files that come into a folder together, or not at all.

#include "lca/base/folder_writer.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "tests/lca/base/folder.hpp"

using namespace lca;
using lca::test::Folder;

namespace {

bool is_ours(std::string_view text) {
    return text.starts_with("ours");
}

std::size_t entries_of(const std::string& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::recursive_directory_iterator(folder)) ++count;
    return count;
}

}  // namespace

TEST_CASE("a folder is there with all its files, or not at all") {
    const Folder place;
    const std::string out = place / "out";
    {
        FolderWriter writer(out + "/", is_ours);
        writer.add("a/b.txt", "ours 1");
    }
    CHECK(entries_of(place.path()) == 0);
    FolderWriter writer(out, is_ours);
    writer.add("a/b.txt", "ours 1");
    writer.add("c.txt", "ours 2");
    CHECK_FALSE(std::filesystem::exists(out));
    writer.finish();
    CHECK(read_file(out + "/a/b.txt") == "ours 1");
    CHECK(read_file(out + "/c.txt") == "ours 2");
    CHECK(entries_of(place.path()) == 4);  // out, out/a and the two files
}

TEST_CASE("in a folder that is there, only what may be replaced is, and other files stay") {
    const Folder place;
    const std::string out = place / "out";
    std::filesystem::create_directories(out);
    write_file(out + "/old.txt", "ours, old");
    write_file(out + "/foreign.txt", "theirs");
    {
        FolderWriter writer(out, is_ours);
        writer.add("old.txt", "ours, new");
        CHECK_THROWS_AS(writer.add("foreign.txt", "ours"), InputError);
    }
    CHECK(read_file(out + "/old.txt") == "ours, old");
    CHECK(entries_of(out) == 2);
    FolderWriter writer(out, is_ours);
    writer.add("old.txt", "ours, new");
    writer.finish();
    CHECK(read_file(out + "/old.txt") == "ours, new");
    CHECK(read_file(out + "/foreign.txt") == "theirs");
    CHECK(entries_of(out) == 2);
}

TEST_CASE("a folder that cannot be made is said") {
    const Folder place;
    write_file(place / "file", "x");
    CHECK_THROWS_AS(FolderWriter(place / "file", is_ours), FileError);
    CHECK_THROWS_AS(FolderWriter(place / "none/out", is_ours), FileError);
    CHECK_THROWS_AS(FolderWriter("", is_ours), FileError);
}

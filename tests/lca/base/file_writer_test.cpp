// A file written in pieces: it has its name when it is whole, and nothing is left beside it when it is not.

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "tests/lca/base/folder.hpp"

using lca::FileError;
using lca::FileWriter;
using lca::read_file;
using lca::write_file;
using lca::test::Folder;
namespace fs = std::filesystem;

namespace {

unsigned mode_of(const std::string& name) {
    return static_cast<unsigned>(fs::status(name).permissions() & fs::perms::mask);
}

}  // namespace

TEST_CASE("file: pieces make one file, which has its name when it is finished") {
    const Folder folder;
    const std::string name = folder / "a.csv";
    FileWriter file(name);
    file.append("one\n");
    file.append("");
    file.append(std::string(100'000, 'x'));
    CHECK_FALSE(fs::exists(name));
    file.finish();
    CHECK(read_file(name) == "one\n" + std::string(100'000, 'x'));
    CHECK(folder.files() == 1);
}

TEST_CASE("file: one that is not finished leaves what was there, and nothing beside it") {
    const Folder folder;
    const std::string name = folder / "a.csv";
    { FileWriter(name).append("new"); }
    CHECK(folder.files() == 0);
    write_file(name, "old");
    {
        FileWriter file(name);
        file.append("new");
        CHECK(folder.files() == 2);
        CHECK(read_file(name) == "old");
    }
    CHECK(read_file(name) == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("file: the mode of a file that is replaced is kept, and never wider meanwhile") {
    const Folder folder;
    const std::string name = folder / "a.csv";
    write_file(name, "old");
    for (const unsigned mode : {0600U, 0640U, 0664U, 0200U}) {
        CAPTURE(mode);
        REQUIRE(::chmod(name.c_str(), mode) == 0);
        FileWriter file(name);
        file.append("n");
        for (const auto& each : fs::directory_iterator(folder.path()))
            CHECK(mode_of(each.path().string()) == mode);
        file.append("ew");
        file.finish();
        CHECK(mode_of(name) == mode);
    }
    REQUIRE(::chmod(name.c_str(), 0600) == 0);
    CHECK(read_file(name) == "new");
}

TEST_CASE("file: a symbolic link leads to the new bytes and no old ones") {
    const Folder folder;
    write_file(folder / "real", "something longer");
    fs::create_symlink("real", folder / "link");
    FileWriter file(folder / "link");
    file.append("n");
    file.append("ew");
    file.finish();
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_file(folder / "real") == "new");
    CHECK(folder.files() == 2);
}

TEST_CASE("file: a full disk is said when a piece is written") {
    FileWriter file("/dev/full");
    CHECK_THROWS_WITH_AS(file.append("x"), "cannot write `/dev/full`: No space left on device", FileError);
    FileWriter nothing("/dev/null");
    nothing.append("x");
    nothing.finish();
}

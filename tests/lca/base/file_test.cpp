// Files: read whole, written whole or not at all.

#include "lca/base/file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <thread>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/digest.hpp"
#include "tests/lca/base/folder.hpp"

using namespace lca;
using lca::test::Folder;
namespace fs = std::filesystem;

namespace {

template <class Action>
std::string file_error(Action action) {
    try {
        action();
    } catch (const FileError& error) {
        return error.what();
    }
    return "no error";
}

/// Lets no file grow beyond `bytes` while it lives.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &old_);
        const rlimit small{bytes, old_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit old_{};
    void (*handler_)(int);
};

}  // namespace

TEST_CASE("file: what is written is read") {
    const Folder folder;
    const std::string bytes = std::string("a\0b\r\n", 5) + std::string(200'000, 'x');
    write_file(folder / "a.bin", bytes);
    CHECK(read_file(folder / "a.bin") == bytes);
    write_file(folder / "a.bin", "");
    CHECK(read_file(folder / "a.bin").empty());
    CHECK(folder.files() == 1);
}

TEST_CASE("file: the limit holds to the byte") {
    const Folder folder;
    write_file(folder / "a", std::string(100, 'x'));
    CHECK(read_file(folder / "a", 100).size() == 100);
    const std::string name = folder / "a";
    CHECK_THROWS_WITH_AS(read_file(name, 99),
                         ("`" + name + "` is too large: at most 99 bytes are read").c_str(), InputError);
}

TEST_CASE("file: what cannot be read says why") {
    const Folder folder;
    const auto read = [](const std::string& path) { return file_error([&] { read_file(path); }); };
    const std::string missing = folder / "missing.yaml";
    CHECK(read(missing) == "cannot read `" + missing + "`: No such file or directory");
    CHECK(read(folder.path()) ==
          "cannot read `" + folder.path() + "`: it is a directory, not a regular file");
    CHECK(read("/dev/zero") == "cannot read `/dev/zero`: it is a device, not a regular file");
    CHECK(read("") == "cannot read a file: its name is empty");
    CHECK(read(std::string("/a\0b", 4)) == "cannot read `/a\\x00b`: the name contains a NUL byte");
    const std::string odd = folder / "a\x1b\n\xff";
    CHECK(read(odd) == "cannot read `" + folder.path() + "/a\\x1b\\n\\xff`: No such file or directory");
    CHECK(read(folder / std::string(300, 'x')).ends_with(": File name too long"));
    fs::create_symlink(folder / "loop", folder / "loop");
    CHECK(read(folder / "loop").ends_with(": Too many levels of symbolic links"));
}

TEST_CASE("file: a relative name is shown as written and as resolved") {
    const std::string here = fs::current_path().string();
    CHECK(file_error([] { read_file("no/such.yaml"); }) ==
          "cannot read `no/such.yaml` (" + here + "/no/such.yaml): No such file or directory");
}

TEST_CASE("file: a pipe that ends is read, within the limit") {
    const Folder folder;
    const std::string name = folder / "pipe";
    REQUIRE(::mkfifo(name.c_str(), 0600) == 0);
    const auto feed = [&](std::size_t size) {
        return std::thread([name, size] {
            const int writer = ::open(name.c_str(), O_WRONLY);
            const std::string bytes(size, 'p');
            // The reader may go away first: then the rest is not wanted.
            std::signal(SIGPIPE, SIG_IGN);
            [[maybe_unused]] const auto written = ::write(writer, bytes.data(), bytes.size());
            ::close(writer);
        });
    };
    std::thread first = feed(100'000);
    CHECK(read_file(name).size() == 100'000);
    first.join();
    std::thread second = feed(5'000);
    CHECK_THROWS_AS(read_file(name, 1'000), InputError);
    second.join();
}

TEST_CASE("file: a failing write leaves the old file and nothing beside it") {
    const Folder folder;
    write_file(folder / "a.json", "old");
    const std::string name = folder / "a.json";
    {
        const SmallFiles limit(1'000);
        CHECK(file_error([&] { write_file(name, std::string(5'000, 'n')); }) ==
              "cannot write `" + name + "`: File too large");
    }
    CHECK(read_file(name) == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("file: where nothing can be written, the reason is given") {
    const Folder folder;
    const auto write = [](const std::string& path) { return file_error([&] { write_file(path, "x"); }); };
    const std::string nowhere = folder / "no/a.json";
    CHECK(write(nowhere) == "cannot write `" + nowhere + "`: No such file or directory");
    CHECK(write(folder.path()) == "cannot write `" + folder.path() + "`: it is a directory");
    write_file(folder / "file", "x");
    CHECK(write(folder / "file/a").ends_with(": Not a directory"));
    CHECK(write(folder / std::string(300, 'x')).ends_with(": File name too long"));
    CHECK(write("/dev/full") == "cannot write `/dev/full`: No space left on device");
}

TEST_CASE("file: a symbolic link stays one, and what it leads to is written") {
    const Folder folder;
    write_file(folder / "real", "old");
    fs::create_symlink("real", folder / "link");
    write_file(folder / "link", "new");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_file(folder / "real") == "new");
    fs::create_symlink("/dev/full", folder / "full");
    CHECK(file_error([&] { write_file(folder / "full", "x"); }).ends_with(": No space left on device"));
    CHECK(fs::is_symlink(folder / "full"));
    CHECK(folder.files() == 3);
}

TEST_CASE("file: permissions of a file that is replaced are kept") {
    const Folder folder;
    const std::string name = folder / "a";
    write_file(name, "x");
    REQUIRE(::chmod(name.c_str(), 0640) == 0);
    write_file(name, "y");
    CHECK((fs::status(name).permissions() & fs::perms::all) == fs::perms(0640));
}

TEST_CASE("file: many writers of one file; every version is whole") {
    const Folder folder;
    const std::string name = folder / "a";
    const auto write = [&](char c) { write_file(name, std::string(300'000, c)); };
    std::thread one(write, 'a');
    std::thread two(write, 'b');
    one.join();
    two.join();
    const std::string bytes = read_file(name);
    CHECK(bytes.size() == 300'000);
    CHECK(bytes.find_first_not_of(bytes.front()) == std::string::npos);
    CHECK(folder.files() == 1);
}

TEST_CASE("file: a descriptor that takes no more is an error") {
    const int full = ::open("/dev/full", O_WRONLY);
    CHECK(file_error([&] { write_all(full, "x"); }) == "cannot write the output: No space left on device");
    ::close(full);
    CHECK(file_error([] { write_all(-1, "x"); }) == "cannot write the output: Bad file descriptor");
    CHECK(file_error([] { write_all(-1, ""); }) == "no error");
}

TEST_CASE("file: read block by block, with the digest of the whole") {
    const Folder folder;
    const std::string text(300'000, 'x');
    write_file(folder / "a", text);
    for (const auto hashing : {Hashing::sha256, Hashing::none}) {
        FileBytes bytes(folder / "a", Pipes::rejected, hashing);
        std::string read, block(70'001, '\0');
        while (const std::size_t count = bytes.read(block.data(), block.size()))
            read += block.substr(0, count);
        CHECK(read == text);
        CHECK(bytes.count() == text.size());
        CHECK(bytes.sha256() == (hashing == Hashing::none ? "" : sha256(text)));
    }
}

TEST_CASE("file: what cannot be read block by block") {
    const Folder folder;
    const auto open = [](const std::string& path) {
        return file_error([&] { const FileBytes bytes(path); });
    };
    CHECK(open(folder / "none") == "cannot read `" + (folder / "none") + "`: No such file or directory");
    CHECK(open(folder.path()).find("it is a directory") != std::string::npos);
    CHECK(open("/dev/zero").find("it is a device") != std::string::npos);
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(open(folder / "pipe").find("it is a pipe, not a regular file") != std::string::npos);
}

TEST_CASE("file: a read that waits for another program can be given up") {
    const Folder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const int writer = ::open((folder / "pipe").c_str(), O_RDWR | O_CLOEXEC);  // which opens at once
    REQUIRE(writer >= 0);
    REQUIRE(::write(writer, "ab", 2) == 2);
    FileBytes bytes(folder / "pipe", Pipes::read, Hashing::none);
    struct GivenUp {};
    int calls = 0;
    {
        const WhileReadsWait waiting([&calls] {
            if (++calls == 2) throw GivenUp();
        });
        char to[8];
        CHECK(bytes.read(to, sizeof to) == 2);  // what is there is read without a question
        CHECK(calls == 0);
        CHECK_THROWS_AS(bytes.read(to, sizeof to), GivenUp);
        CHECK(calls == 2);
    }
    REQUIRE(::write(writer, "c", 1) == 1);
    char to[8];
    CHECK(bytes.read(to, sizeof to) == 1);
    CHECK(calls == 2);
    ::close(writer);
}

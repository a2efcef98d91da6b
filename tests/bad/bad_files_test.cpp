// Every bad file beside what is said about it: NAME.yaml and NAME.txt, which is what `lca validate NAME.yaml`
// writes to standard error when it is run in this folder.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "lca/base/file.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"

namespace {

constexpr std::size_t least_files = 80;
const std::string folder = "tests/bad/";

std::vector<std::string> bad_files() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Files are named from the root of the sources here, and from their folder in the expected texts.
std::string without_folder(std::string text) {
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
        text.erase(at, folder.size());
    }
    return text;
}

}  // namespace

TEST_CASE("bad files are refused in the words that stand beside them") {
    const std::vector<std::string> names = bad_files();
    CHECK(names.size() >= least_files);
    for (const std::string& name : names) {
        CAPTURE(name);
        lca::Session session(lca::embedded_catalogue());
        if (const auto document = session.load(folder + name + ".yaml")) session.validate(document);
        CHECK(session.diagnostics().has_errors());
        CHECK(without_folder(session.messages()) == lca::read_file(folder + name + ".txt"));
    }
}

TEST_CASE("each group of the catalogue of bad input is there") {
    const std::vector<std::string> names = bad_files();
    for (const char group : std::string("abcdefghij")) {
        CAPTURE(group);
        CHECK(std::any_of(names.begin(), names.end(),
                          [group](const std::string& name) { return name[0] == group; }));
    }
}

TEST_CASE("each fault has a line that exists") {
    for (const std::string& name : bad_files()) {
        CAPTURE(name);
        lca::Session session(lca::embedded_catalogue());
        if (const auto document = session.load(folder + name + ".yaml")) session.validate(document);
        for (const lca::Fault& fault : session.diagnostics().sorted()) {
            CHECK_FALSE(fault.message.empty());
            const lca::Source& source = session.sources()[fault.place.file];
            // Nothing is kept of a log of power.
            const std::string text =
                source.text.empty() ? lca::read_file(source.name, 1'000'000) : source.text;
            const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
            CHECK(fault.place.line >= 1);
            CHECK(fault.place.line <= lines);
        }
    }
}

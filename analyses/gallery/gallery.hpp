#pragma once
// All scenarios of a folder as pages for a browser: one each, and an index with what was published beside
// what is computed.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyses/replication/replication.hpp"
#include "analyses/shared/evaluation.hpp"

namespace lca {

/// One file of the folder.
struct GalleryEntry {
    std::string file;        // relative to the folder: "bloom/training.yaml"
    std::string page = {};   // relative to the index: "bloom/training.html"; "" where the file has faults
    std::string fault = {};  // the first fault, with its line
    std::string title = {}, source = {};
    bool has_total = false;            // there are activities
    std::optional<double> total = {};  // climate change, base units; nothing: not assessed
    std::optional<std::pair<double, double>> interval = {};  // the 90 % interval of it
    bool partial = false;
    std::vector<Check> checks = {};
};

struct Gallery {
    std::string name;  // of the folder, without those above it
    std::vector<GalleryEntry> entries = {};
    bool unreadable = false;  // a file could not be read at all
    Provenance provenance = {};
};

struct GalleryMaker {
    /// The command line that evaluates a file, for its page.
    std::function<std::vector<std::string>(const std::string& file)> command;
    /// Takes each page as soon as it is made, with its name beside the index.
    std::function<void(const std::string& name, std::string_view html)> page;
};

inline constexpr std::string_view index_page = "index.html";

/// Makes the pages of the scenarios in a folder and below, sorted by name. A file with faults has no page;
/// its faults are in `session.messages()`. Throws FileError where the folder cannot be read, InputError where
/// there is no scenario in it, and what `page` throws.
Gallery make_gallery(Session& session, const std::string& folder, const GalleryMaker& maker);

/// The page of the index.
std::string html_of(const Gallery& gallery);

}  // namespace lca

#pragma once
// A folder of scenarios as pages for a browser: one page each, and an index that shows published next to
// computed figures.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyses/replication/replication.hpp"
#include "analyses/shared/evaluation.hpp"

namespace lca {

/// One scenario file of the folder.
struct GalleryEntry {
    std::string file;        // relative to the folder: "bloom/training.yaml"
    std::string page = {};   // relative to the index: "bloom/training.html"; "" if the file is invalid
    std::string fault = {};  // the first error message, with its line
    std::string title = {}, source = {};
    bool has_total = false;            // whether there are activities
    std::optional<double> total = {};  // climate change, in base units; empty: not assessed
    std::optional<std::pair<double, double>> interval = {};  // 90 % interval of `total`
    bool partial = false;
    std::vector<Check> checks = {};
};

struct Gallery {
    std::string name;  // name of the folder, without its parents
    std::vector<GalleryEntry> entries = {};
    bool unreadable = false;  // at least one file could not be read
    Provenance provenance = {};
};

struct GalleryMaker {
    /// Returns the command line that evaluates a file, to be shown on its page.
    std::function<std::vector<std::string>(const std::string& file)> command;
    /// Receives each page as soon as it is made; `name` is its path relative to the index.
    std::function<void(const std::string& name, std::string_view html)> page;
};

inline constexpr std::string_view index_page = "index.html";

/// Makes the pages of the scenarios in a folder and its subfolders, sorted by name. An invalid file has no
/// page; its errors are in `session.messages()`. Throws FileError where the folder cannot be read, InputError
/// where it has no scenario, and whatever `page` throws.
Gallery make_gallery(Session& session, const std::string& folder, const GalleryMaker& maker);

/// The index as an HTML page.
std::string html_of(const Gallery& gallery);

}  // namespace lca

#pragma once
// All hardware, grids and data centres that can be named: the built-in catalogue and folders added to it.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/catalog/listed.hpp"
#include "models/values/value.hpp"

namespace lca {

struct EmbeddedCatalogue;

/// Each entry is read once, when it is first asked for; the nodes
/// returned stay valid while the Catalog lives. Not thread-safe.
class Catalog {
public:
    /// `built_in` may be null: then only added folders are searched (so does the checker at build time).
    Catalog(const EmbeddedCatalogue* built_in, Sources& sources, Diagnostics& diagnostics);
    ~Catalog();

    /// Adds a `--hardware-db` folder. The folder is checked first: if it has any fault,
    /// none of it is used. An entry whose id exists already must state `override: true`;
    /// its keys then replace those of that entry. Throws FileError and InputError.
    void add_folder(const std::string& path);

    struct Found {
        std::string_view id;  // id of the entry itself, not the alias; for "FRA" the newest, "FRA/2024"
        Location entry;

        Node node() const;  // to call this, include lca/document/node.hpp
    };
    /// The entry with exactly this id or alias, if any. Of a grid "FRA" means its newest year.
    std::optional<Found> find(Section section, std::string_view id);
    /// The years for which a region or operator has an entry, oldest first.
    std::vector<int> years(Section section, std::string_view region) const;
    /// The ids of all entries of a section, sorted; without aliases.
    std::vector<std::string> ids(Section section) const;
    /// The aliases of the entries of a section, sorted, each with the id it stands for.
    std::map<std::string, std::string, std::less<>> aliases(Section section);
    /// Existing ids and aliases similar to an unknown id, most similar first; for hints in messages.
    std::vector<std::string> near(Section section, std::string_view id, std::size_t count = 3) const;

    /// A source in one line: for an id "Epoch AI, Data on Machine Learning Hardware
    /// (2026), CC BY 4.0"; a text that is not the id of a source is returned unchanged.
    std::string source_line(std::string_view id_or_text);
    std::string_view digest() const;
    /// Folders added by `--hardware-db`, with the SHA-256 digest of each; shown in results.
    struct Folder {
        std::string path, digest;
    };
    const std::vector<Folder>& folders() const { return folders_; }

private:
    struct Loaded;
    std::optional<Found> exact(Section section, std::string_view id);
    std::string alias(Section section, std::string_view name);

    Sources& sources_;
    Diagnostics& diagnostics_;
    const EmbeddedCatalogue* built_in_;
    std::unique_ptr<Loaded> loaded_;
    std::vector<Folder> folders_;
};

}  // namespace lca

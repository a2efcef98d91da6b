#pragma once
// The hardware, grids and data centres that are known: the built-in catalogue, and folders that add to it.

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

/// Entries are read when they are first asked for, each once; handles stay valid while the Catalog lives. Not
/// thread-safe.
class Catalog {
public:
    /// `built_in` may be null: then only folders are searched (the build-time checker).
    Catalog(const EmbeddedCatalogue* built_in, Sources& sources, Diagnostics& diagnostics);
    ~Catalog();

    /// Adds a `--hardware-db` folder, read and checked as a whole: where it has a fault, none of it is used.
    /// An id that shadows a known one must state `override: true`; it is then laid over that one, key by key.
    /// Throws FileError and InputError.
    void add_folder(const std::string& path);

    struct Found {
        std::string_view id;  // the entry's own id (an alias resolves to it; "FRA" to "FRA/2024")
        Location entry;

        Node node() const;  // callers include lca/document/node.hpp
    };
    /// Exactly this id or alias, or nothing. For grids: "FRA" is its newest year, "FRA/2022" that year.
    std::optional<Found> find(Section section, std::string_view id);
    /// The years a region or operator has, oldest first.
    std::vector<int> years(Section section, std::string_view region) const;
    /// All ids of a section without aliases, sorted.
    std::vector<std::string> ids(Section section) const;
    /// The other names of a section, sorted, each with the id it stands for.
    std::map<std::string, std::string, std::less<>> aliases(Section section);
    /// Ids and aliases that a wrong id may have meant, nearest first.
    std::vector<std::string> near(Section section, std::string_view id, std::size_t count = 3) const;

    /// One line for a source id: "Epoch AI, Data on Machine Learning Hardware (2026), CC BY 4.0"; the text
    /// itself where it is not a valid id.
    std::string source_line(std::string_view id_or_text);
    std::string_view digest() const;
    /// Folders added by `--hardware-db`, with their digests; shown in results.
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

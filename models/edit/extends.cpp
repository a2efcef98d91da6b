#include "models/edit/extends.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "lca/base/digest.hpp"
#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "lca/document/edit.hpp"
#include "lca/document/load.hpp"

namespace lca {
namespace {

constexpr std::string_view key = "extends";

/// Sections whose entries are single values: one given again is replaced whole, its uncertainty included.
bool holds_values(std::string_view section) {
    return section == "parameters" || section == "outputs";
}

/// Sections that are merged as one value: given again, they are replaced as a whole.
bool is_value(std::string_view section) {
    return section == "source" || section == "sweep";
}

void lay_over(Document& base, Node over) {
    for (const Node section : over.children()) {
        const Node old = base.root().written(section.key());
        if (!old) {
            base.insert(base.root(), section.key(), section.key_place(), section);
            continue;
        }
        // merged key by key down to the keys of an entry: section, id, key, as in `sites.idris.grid`
        const int levels = is_value(section.key()) ? 0 : holds_values(section.key()) ? 1 : 2;
        merge(base, old, section, levels);
    }
}

std::string identity(const std::string& path) {
    std::error_code failed;
    const std::filesystem::path found = std::filesystem::canonical(path, failed);
    return failed ? path : found.string();
}

class Follower {
public:
    /// `scenario`: path of the scenario file that the user named.
    Follower(std::string scenario, Sources& sources, Diagnostics& diagnostics)
        : scenario_(std::move(scenario)), sources_(sources), diagnostics_(diagnostics) {}

    /// Loads a file that is named by the scenario, or by a file that it extends.
    std::unique_ptr<Document> load_named(const std::string& path) {
        const std::uint32_t file = sources_.size();
        const Source::Shown shown = shown_beside(path, scenario_);
        std::unique_ptr<Document> document = load_file(path, sources_, diagnostics_, {.shown = shown});
        const Node root = document ? document->root() : Node();
        if (shown != Source::Shown::all && root && root.is_map() && root.find("lca"))
            sources_.show(file, Source::Shown::no_lines);
        return document;
    }

    std::unique_ptr<Document> follow(std::unique_ptr<Document> document, const std::string& path) {
        if (!document || !document->root() || !document->root().is_map()) return document;
        const Node extends = document->root().written(key);
        if (!extends) return document;
        if (!extends.is_text()) return document;  // the check against the schema reports this
        chain_.push_back({path, identity(path), extends});
        std::unique_ptr<Document> base = load_base(extends);
        chain_.pop_back();
        if (!base) return nullptr;
        document->remove(extends);
        if (!base->root() || !base->root().is_map()) return document;
        need_version(*document);
        lay_over(*base, document->root());
        return base;
    }

private:
    struct Link {
        std::string path, identity;
        Node extends;
    };

    void fault(Node at, std::string message, std::string expected = {}, std::vector<Related> related = {}) {
        diagnostics_.add({.place = at.place(),
                          .message = std::move(message),
                          .expected = std::move(expected),
                          .related = std::move(related),
                          .width = at.width()});
    }

    std::unique_ptr<Document> load_base(Node extends) {
        const std::string path = path_beside(extends, sources_, diagnostics_);
        if (path.empty() || closes_ring(extends, path)) return nullptr;
        if (chain_.size() > Limits::extends_depth) {
            fault(extends, fmt::format("{} files extend each other here", chain_.size() + 1),
                  fmt::format("at most {} `extends` in a row", Limits::extends_depth));
            return nullptr;
        }
        try {
            std::unique_ptr<Document> base = load_named(path);
            if (base) check_base(*base, path, extends);
            return follow(std::move(base), path);
        } catch (const FileError& error) {
            fault(extends, fmt::format("cannot read `{}`: {}", shown(path), reason_of(error)),
                  "another scenario, relative to this file");
        } catch (const InputError& error) {
            fault(extends, error.what());
        }
        return nullptr;
    }

    bool closes_ring(Node extends, const std::string& path) {
        const std::string here = identity(path);
        const auto start = std::find_if(chain_.begin(), chain_.end(),
                                        [&](const Link& link) { return link.identity == here; });
        if (start == chain_.end()) return false;
        std::string ring;
        std::vector<Related> places;
        for (auto link = start; link != chain_.end(); ++link) {
            ring += fmt::format("{} -> ", shown(link->path));
            if (link->extends.place() != extends.place()) {
                places.push_back({link->extends.place(),
                                  fmt::format("`{}` extends the next file here", shown(link->path))});
            }
        }
        fault(extends,
              fmt::format("`extends` leads back to where it started: {}{}", ring, shown(start->path)),
              "a file that does not extend this one", std::move(places));
        return true;
    }

    void check_base(Document& base, const std::string& path, Node extends) {
        if (!base.root() || !base.root().is_map()) {
            fault(extends, fmt::format("`{}` is not a map of keys and values", shown(path)),
                  "a scenario, with `lca: 1`");
        } else {
            need_version(base);
        }
    }

    /// Reports a file without `lca`: each file must state the version of
    /// the language it is written in, even if it extends a file that does.
    void need_version(const Document& document) {
        const Node root = document.root();
        if (root.written("lca")) return;
        diagnostics_.error(root.place(), "`lca` is missing in this file", "`lca: 1`");
    }

    std::string scenario_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    std::vector<Link> chain_;
};

/// What kind of path this is, and why it is rejected; "" for a path that is allowed.
std::string_view refused_kind(std::string_view path) {
    if (path.find("://") != std::string_view::npos) return "an address; nothing is fetched";
    if (path.starts_with('/') || path.starts_with('\\')) return "an absolute path";
    if (path.size() > 1 && path[1] == ':') return "an absolute path";
    if (path.starts_with('~')) return "a path from the home directory; nothing is expanded";
    if (path.find('$') != std::string_view::npos) return "a path with a variable; nothing is expanded";
    if (path.find_first_of("`|") != std::string_view::npos) return "a command; nothing is run";
    return {};
}

}  // namespace

std::string path_beside(Node text, const Sources& sources, Diagnostics& diagnostics, AbsolutePaths absolute) {
    const std::string_view written = text.text();
    if (absolute == AbsolutePaths::allowed && written.starts_with('/') &&
        refused_kind(written.substr(1)).empty())
        return std::string(written);
    const std::string_view unsupported = refused_kind(written);
    if (written.empty() || !unsupported.empty()) {
        diagnostics.add({.place = text.place(),
                         .message = written.empty() ? std::string("the name of the file is empty")
                                                    : fmt::format("`{}` is {}", shown(written), unsupported),
                         .expected = "a path relative to this file, such as base.yaml or ../base.yaml",
                         .width = std::max<std::size_t>(1, characters(written))});
        return "";
    }
    const Place place = text.place();
    const std::string_view from =
        place.file < sources.size() ? std::string_view(sources[place.file].name) : "";
    const std::size_t slash = from.rfind('/');
    return slash == std::string_view::npos ? std::string(written)
                                           : std::string(from.substr(0, slash + 1)) + std::string(written);
}

Source::Shown shown_beside(const std::string& path, const std::string& scenario) {
    const std::filesystem::path folder = std::filesystem::path(identity(scenario)).parent_path();
    const std::filesystem::path from_there =
        std::filesystem::path(identity(path))
            .lexically_relative(folder.empty() ? std::filesystem::path(identity(".")) : folder);
    const bool inside = !from_there.empty() && *from_there.begin() != "..";
    return inside ? Source::Shown::all : Source::Shown::nothing;
}

std::string reason_of(const FileError& error) {
    const std::string message = error.what();
    const std::size_t colon = message.rfind(": ");
    return colon == std::string::npos ? message : message.substr(colon + 2);
}

std::unique_ptr<Document> load_scenario(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
    std::unique_ptr<Document> document = load_file(path, sources, diagnostics, {.pipes = Pipes::read});
    return Follower(path, sources, diagnostics).follow(std::move(document), path);
}

std::unique_ptr<Document> load_named_scenario(const std::string& path, const std::string& named_by,
                                              Sources& sources, Diagnostics& diagnostics) {
    Follower follower(named_by, sources, diagnostics);
    std::unique_ptr<Document> document = follower.load_named(path);
    return follower.follow(std::move(document), path);
}

std::unique_ptr<Document> load_scenario_text(std::string name, std::string text, Sources& sources,
                                             Diagnostics& diagnostics) {
    const std::string path = name;
    std::string digest = sha256(text);
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
    const std::uint32_t file =
        sources.add({.name = std::move(name), .text = std::move(text), .sha256 = std::move(digest)});
    return Follower(path, sources, diagnostics).follow(load_text(file, sources, diagnostics), path);
}

}  // namespace lca

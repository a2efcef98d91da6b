#pragma once
// Who computed, and from which catalogue: what makes a result repeatable.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lca {

class Session;

struct Provenance {
    std::string_view version;
    std::string_view catalogue;                                     // SHA-256 of the built-in catalogue
    std::vector<std::pair<std::string, std::string>> folders = {};  // added to it: path, SHA-256
};

/// Version, catalogue and files of a session.
Provenance provenance(Session& session);

/// "0.1.0".
std::string_view version();

}  // namespace lca

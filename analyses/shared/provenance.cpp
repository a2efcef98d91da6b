// Version of the program and digest of the catalogue, by which a result can be reproduced.
#include "analyses/shared/evaluation.hpp"

#include "models/catalog/catalog.hpp"
#include "models/compile/session.hpp"

namespace lca {

std::string_view version() {
    return LCA_VERSION;
}

Provenance provenance(Session& session) {
    Provenance result{version(), session.catalog().digest()};
    for (const Catalog::Folder& folder : session.catalog().folders()) {
        result.folders.emplace_back(folder.path, folder.digest);
    }
    return result;
}

}  // namespace lca

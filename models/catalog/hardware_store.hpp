#pragma once
// Hardware by id: the catalogue's entry with what the file says laid over it, read once.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "models/catalog/catalog.hpp"
#include "models/scenario/scenario.hpp"

namespace lca {

class HardwareStore {
public:
    HardwareStore(Catalog& catalog, const Scenario& scenario, const Sources& sources,
                  Diagnostics& diagnostics)
        : catalog_(catalog), scenario_(scenario), sources_(sources), diagnostics_(diagnostics) {}

    /// The hardware that a reference means, or null: the unknown name has then been reported with similar
    /// ones.
    const Hardware* find(const Reference& reference);
    /// Reads the file's entries that nothing has used, so that their faults are found, too.
    void read_unused();

private:
    struct Entry {
        std::shared_ptr<Document> merged;  // set where the file's keys lie over the catalogue's
        Hardware hardware;
        bool known = false;
    };
    const Entry& read(std::string_view id, std::string_view catalogue_id, Node catalogue, Node file);
    void unknown(const Reference& reference);

    Catalog& catalog_;
    const Scenario& scenario_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::unique_ptr<Entry>, std::less<>> known_;
    std::set<std::string_view> used_;  // keys of the file's entries
};

}  // namespace lca

#pragma once
// Hardware by id: the catalogue's entry, overridden by the keys that the scenario file states. Read once.

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

    /// The hardware that a reference names, or null for an unknown name, which is then reported together with
    /// similar names.
    const Hardware* find(const Reference& reference);
    /// Reads the entries of the scenario file that were not used, so that errors in them are reported, too.
    void read_unused();

private:
    struct Entry {
        std::shared_ptr<Document> merged;  // set if the scenario file overrides keys of a catalogue entry
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
    std::set<std::string_view> used_;  // ids of entries in the scenario file that have been read
};

}  // namespace lca

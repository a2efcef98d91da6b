#pragma once
// Changes to a copy of a scenario's tree before it is read: a what-if of the file, and `--set`.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/edit/edit.hpp"

namespace lca {

/// An unknown id is a fault without a place that names the known ones. True where it is known.
bool check_what_if(const Document& document, std::string_view id, Diagnostics& diagnostics);

/// A change as it was read: its value has one place, whatever trees it is applied to.
struct ParsedEdit {
    std::string path;
    std::unique_ptr<Document> value;
    Place place;  // of the argument
};
/// The name under which messages quote the value of such a change: "--set sites.here.pue".
std::string argument_name(std::string_view by, std::string_view path);
std::vector<ParsedEdit> parse_edits(const std::vector<Edit>& changes, Sources& sources,
                                    Diagnostics& diagnostics);

}  // namespace lca

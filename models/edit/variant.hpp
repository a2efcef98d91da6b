#pragma once
// Changes to a copy of a scenario's tree before it is read: a what-if of the file, and `--set`.

#include <functional>
#include <map>
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
    std::shared_ptr<const Document> value;
    Place place;  // of the argument
};
/// The name under which messages quote the value of such a change: "--set sites.here.pue".
std::string argument_name(std::string_view by, std::string_view path);

/// Reads the values of changes. A map or list that is asked for again is read once.
class EditParser {
public:
    /// `sources` gets the texts, and must outlive this.
    explicit EditParser(Sources& sources) : sources_(sources) {}

    /// Values with a fault are left out.
    std::vector<ParsedEdit> parse(const std::vector<Edit>& changes, Diagnostics& diagnostics);

private:
    Sources& sources_;
    std::map<std::string, ParsedEdit, std::less<>> known_;  // by "--set path=value"
};

}  // namespace lca

#pragma once
// Changes to a copy of a scenario's tree before it is read: a what-if of the file, or `--set` options.

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

/// Whether the file has a what-if with this id; if not, reports an error that lists those it has.
bool check_what_if(const Document& document, std::string_view id, Diagnostics& diagnostics);

/// A change whose value has been parsed, once for all trees that it is applied to.
struct ParsedEdit {
    std::string path;
    std::shared_ptr<const Document> value;
    Place place;  // of the option or key that asks for the change
};
/// The name by which messages refer to the value of such a change: "--set sites.here.pue".
std::string argument_name(std::string_view by, std::string_view path);

/// Parses the values of changes. If the same map or list occurs again, it is not parsed again.
class EditParser {
public:
    /// The parsed texts are added to `sources`, which must outlive this object.
    explicit EditParser(Sources& sources) : sources_(sources) {}

    /// The parsed changes, without those whose value has an error.
    std::vector<ParsedEdit> parse(const std::vector<Edit>& changes, Diagnostics& diagnostics);

private:
    Sources& sources_;
    std::map<std::string, ParsedEdit, std::less<>> known_;  // changes parsed before, by "--set path=value"
};

}  // namespace lca

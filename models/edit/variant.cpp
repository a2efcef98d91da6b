#include "models/edit/variant.hpp"

#include <fmt/core.h>

#include "lca/base/text.hpp"
#include "lca/document/load.hpp"

namespace lca {
namespace {

void unknown_what_if(Node what_ifs, std::string_view id, Diagnostics& diagnostics) {
    std::vector<std::string> known;
    if (what_ifs && what_ifs.is_map()) {
        for (const Node one : what_ifs.children()) known.emplace_back(one.key());
    }
    diagnostics.error(
        {}, fmt::format("unknown what-if `{}`", shown(id)),
        known.empty() ? "this file has no `what_if`" : fmt::format("one of: {}", listed(known, "or")),
        did_you_mean(id, known));
}

}  // namespace

bool check_what_if(const Document& document, std::string_view id, Diagnostics& diagnostics) {
    const Node what_ifs = document.root().find("what_if");
    const bool known = what_ifs && what_ifs.is_map() && what_ifs.written(id);
    if (!known) unknown_what_if(what_ifs, id, diagnostics);
    return known;
}

std::string argument_name(std::string_view by, std::string_view path) {
    return fmt::format("{} {}", by, shown(path));
}

std::vector<ParsedEdit> EditParser::parse(const std::vector<Edit>& changes, Diagnostics& diagnostics) {
    std::vector<ParsedEdit> read;
    for (const Edit& change : changes) {
        const bool structured = change.value.starts_with('{') || change.value.starts_with('[');
        const std::string text = change.path + "=" + change.value;
        std::string key = structured ? change.by + " " + text : std::string();
        if (const auto known = structured ? known_.find(key) : known_.end(); known != known_.end()) {
            read.push_back(known->second);
            continue;
        }
        const std::size_t faults = diagnostics.size();
        const std::uint32_t file =
            sources_.add({.name = change.by, .text = text, .sha256 = {}, .kind = Source::Kind::argument});
        std::shared_ptr<const Document> value =
            load_argument(argument_name(change.by, change.path), change.value, sources_, diagnostics);
        if (!value) continue;
        read.push_back({change.path, std::move(value), {file, 1, 1}});
        if (structured && diagnostics.size() == faults) known_.emplace(std::move(key), read.back());
    }
    return read;
}

}  // namespace lca

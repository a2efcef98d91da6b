#include "analyses/export/export.hpp"

#include <algorithm>

#include "lca/base/text.hpp"

namespace lca {

std::vector<std::string_view> export_form_names() {
    std::vector<std::string_view> names;
    for (const ExportForm* form : export_forms()) names.push_back(form->name);
    return names;
}

std::optional<std::string> export_results(Session& session, const ScenarioSource& source,
                                          const ExportOptions& options) {
    const std::span<const ExportForm* const> forms = export_forms();
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [&](const ExportForm* form) { return form->name == options.form; });
    if (found == forms.end()) throw InputError("there is no form " + in_quotes(options.form));
    if (!options.activity.empty() && !(*found)->of_one_activity)
        throw InputError("--activity: the form " + options.form + " is of the whole scenario");
    std::shared_ptr<Model> model = compile(session, source);
    if (!model) return std::nullopt;
    std::vector<BreakdownItem> items;
    if (const std::optional<BreakdownKey> by = (*found)->by) {
        if (!model->results.find("total"))
            throw InputError("the form " + options.form +
                             " is a table of the total: there are no activities");
        items = break_down(*model, *by);
    }
    const Evaluation evaluation = described(session, source, std::move(model));
    return (*found)->write({session, evaluation, options.activity, items});
}

}  // namespace lca

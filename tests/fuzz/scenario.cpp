// Whole files: whatever the bytes, either a calculation whose figures are finite or none, or faults at places
// that exist.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "lca/base/file.hpp"
#include "lca/calc/evaluate.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "tests/fuzz/require.hpp"

namespace {

void check_place(lca::Place place, const lca::Sources& sources, std::string_view text) {
    if (!place.known()) return;
    require(place.file < sources.size(), "a fault in a file that was not read", text);
    const lca::Source& source = sources[place.file];
    const auto lines = std::count(source.text.begin(), source.text.end(), '\n') + 1;
    require(place.line >= source.first_line && place.line - source.first_line < lines + 1,
            "a fault behind the last line", text);
    require(place.column <= sources.line(place).size() + 1, "a fault behind the end of its line", text);
}

void check_faults(lca::Session& session, std::string_view text) {
    for (const lca::Fault& fault : session.diagnostics().sorted()) {
        require(!fault.message.empty(), "a fault without words", text);
        check_place(fault.place, session.sources(), text);
        for (const lca::Related& related : fault.related) check_place(related.place, session.sources(), text);
    }
    const std::string shown = session.messages();
    const bool clean = std::none_of(shown.begin(), shown.end(),
                                    [](char c) { return c != '\n' && c != '\t' && c >= 0 && c < ' '; });
    require(clean, "a message with control characters", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (text.find("extends") != std::string::npos || text.find("file") != std::string::npos)
        return 0;  // reads the disk
    lca::Session session(lca::embedded_catalogue());
    const auto document = session.load_text("fuzz.yaml", text);
    const auto model = document ? session.compile(document) : nullptr;
    check_faults(session, text);
    if (!model) {
        require(session.diagnostics().has_errors(), "refused without a word", text);
        return 0;
    }
    require(!session.diagnostics().has_errors(), "a calculation in spite of errors", text);
    const auto values = lca::evaluate(model->calculation);
    if (lca::first_fault(model->calculation, values) != lca::no_step) return 0;  // said so when it is shown
    for (const lca::Result& row : model->results.rows) {
        for (const lca::StepId step : row.steps) {
            if (step == lca::no_step) continue;
            require(step < values.size() && std::isfinite(values[step]), "a result that is not finite", text);
        }
    }
    return 0;
}

#include "cli/shared.hpp"
#include "lca/base/text.hpp"
#include "lca/study/replicate.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "scenarios; - reads standard input", {}, true, true}};
constexpr Argument options[] = {option::set, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca validate training.yaml serving.yaml", "all faults of both, and nothing else"}};

void check_expectations(Session& session, const Model& model) {
    const Reading reading(model.calculation);
    std::vector<Expectation> own;
    for (const Expectation& expected : model.scenario.expectations) {
        if (expected.what_if == model.variant) own.push_back(expected);
    }
    check_names(own, reading, session.diagnostics());
}

/// The base and every what-if: a fault of a variant is a fault of the file.
void check_file(Session& session, const std::string& file, const std::vector<Change>& changes) {
    const std::shared_ptr<Document> document = load(session, file);
    if (!document) return;
    const std::unique_ptr<Model> base = session.compile(document, {}, changes);
    if (!base) return;
    check_expectations(session, *base);
    for (const WhatIf& what_if : base->scenario.what_ifs) {
        const std::unique_ptr<Model> variant = session.compile(document, what_if.id, changes);
        if (variant) check_expectations(session, *variant);
    }
}

int run(const Arguments& arguments, Io& io) {
    const std::vector<Change> asked = changes(arguments);
    int code = 0;
    for (const std::string& file : arguments.all("FILE")) {
        const std::unique_ptr<Session> session = open_session(arguments);
        check_file(*session, file, asked);
        if (report_faults(*session, arguments, io) != 0) {
            code = 2;
        } else if (!arguments.has("--quiet")) {
            io.out(shown(file, 400) + ": no faults\n");
        }
    }
    return code;
}

constexpr Command command = {
    "validate",
    "all faults of scenarios, without results",
    "Reads scenarios and reports every fault with its line, what was expected and the nearest "
    "right spelling: of the file, of all that it extends, and of each of its what-ifs.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& validate_command() {
    return command;
}

}  // namespace lca::cli

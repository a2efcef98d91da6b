#include "analyses/card/card.hpp"
#include "analyses/card/check.hpp"
#include "cli/deliver.hpp"
#include "cli/session_options.hpp"
#include "lca/document/load.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {{"FILE",
                                     Takes::file,
                                     {},
                                     "a scenario, or with --check a model card; - reads standard input",
                                     {},
                                     false,
                                     true}};
constexpr Argument result_option = {"--result", Takes::text, "NAME",
                                    "the result on the card: a stage, or a result as `lca evaluate` names "
                                    "it; default the stage training, else fine_tuning, else the total"};
constexpr Argument check_option = {
    "--check",
    Takes::nothing,
    {},
    "read a card and report what in its emissions is right, wrong or not checked"};
constexpr Argument options[] = {result_option,  check_option,  option::set,        option::what_if,
                                option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca card training.yaml --output README.md",
     "front matter and a paragraph, for the README.md of a model"},
    {"lca card training.yaml --result final_training", "a card for one activity"},
    {"lca card --check README.md", "check the emissions of a card"},
};

/// Checks a model card; returns exit code 1 if something in it is wrong.
int check(Session& session, const Arguments& arguments, Io& io) {
    refuse_options(arguments, {option::set.name, option::what_if.name, result_option.name},
                   "is allowed only with a scenario: --check reads a card");
    const std::string path(arguments.one("FILE"));
    const std::uint32_t file =
        add_file(path == "-" ? "/dev/stdin" : path, session.sources(), {.pipes = Pipes::read});
    const CardCheck checked = check_card(session, file);
    if (report_faults(session, arguments, io) != 0) return 2;
    deliver_text(text_of(checked, session.sources()), arguments, session.all_sources(), io);
    return checked.has_wrong() ? 1 : 0;
}

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    if (arguments.has("--check")) return check(*session, arguments, io);
    const std::optional<Card> card =
        make_card(*session, source_of(arguments), {std::string(arguments.one("--result"))});
    if (report_faults(*session, arguments, io) != 0 || !card) return 2;
    deliver_text(text_of(*card), arguments, session->all_sources(), io);
    return 0;
}

constexpr Command command = {
    "card",
    "emissions for a model card",
    "Writes the front matter that Hugging Face reads (`co2_eq_emissions`, in grams) and a paragraph with "
    "boundary, energy, grid, hardware, interval and what is not assessed. With --check it reads a card: "
    "`emissions` is a number in grams, `source` is given, `training_type` is one of two values, and if the "
    "card gives one `N kWh` and one `N gCO2e/kWh`, the emissions are at least those of that electricity; "
    "exit code 1 if something is wrong.",
    positionals,
    options,
    examples,
    run,
    Group::ask};

}  // namespace

const Command& card_command() {
    return command;
}

}  // namespace lca::cli

#include "models/compile/session.hpp"

#include <algorithm>
#include <utility>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/document/schema.hpp"
#include "lca/units/quantity.hpp"
#include "models/compile/tree_compiler.hpp"
#include "models/edit/extends.hpp"
#include "models/language/schema.hpp"

namespace lca {
namespace {

/// Whether a number has no unit of its own and therefore takes that of the last value.
bool borrows_unit(Node value, Node last) {
    const auto quantity = [](Node node) {
        const Parsed<Quantity> parsed = node && node.is_text() ? parse_quantity(node.text()) : TextFault{};
        return std::holds_alternative<Quantity>(parsed) ? std::optional(std::get<Quantity>(parsed))
                                                        : std::nullopt;
    };
    const auto one = quantity(value), unit = quantity(last);
    return one && unit && one->bare && !unit->bare;
}

/// Whether an error has been reported at a value.
bool is_said(const std::vector<Fault>& faults, Node value) {
    const Place at = value.place();
    const auto end =
        at.column + static_cast<std::uint32_t>(characters(value.is_text() ? value.text() : "")) + 1;
    return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
        return fault.severity == Severity::error && fault.place.file == at.file &&
               fault.place.line == at.line && fault.place.column >= at.column && fault.place.column <= end;
    });
}

/// Compiles the file with each end of a range and with the first values of each list, to report paths that do
/// not exist and values that are out of range.
void check_sweep(Session& session, const std::shared_ptr<Document>& document,
                 const std::vector<Edit>& changes) {
    constexpr std::size_t max_tried = 64;
    const Node sweep = document->root().find("sweep");
    const Node vary = sweep && sweep.is_map() ? sweep.find("vary") : Node();
    if (!vary || !vary.is_map()) return;
    const std::vector<Fault> said = session.diagnostics().sorted();
    for (const Node axis : vary.children()) {
        std::vector<Node> values;
        if (axis.is_map()) values = {axis.find("from"), axis.find("to")};
        if (axis.is_list()) {
            for (const Node item : axis.children()) {
                if (values.size() < max_tried) values.push_back(item);
            }
        }
        for (const Node value : values) {
            if (value && !borrows_unit(value, values.back()) && !is_said(said, value))
                session.compile_edited(document, {{std::string(axis.key()), value, axis.key_place()}},
                                       changes);
        }
    }
}

}  // namespace

struct Session::State {
    explicit State(const EmbeddedCatalogue& catalogue) : built_in(&catalogue) {}

    const EmbeddedCatalogue* built_in;
    std::vector<std::string> folders;
    std::vector<std::unique_ptr<Session>> children;
    std::string foreign_messages;  // messages of sessions that no longer exist
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog{built_in, sources, diagnostics};
    compile_detail::TreeCompiler trees{sources, diagnostics, catalog};

    std::shared_ptr<Document> checked(std::unique_ptr<Document> tree) {
        if (tree && tree->root()) check(*tree, scenario_type(), diagnostics);
        return tree;
    }
};

Model::Model() = default;
Model::~Model() = default;

Session::Session(const EmbeddedCatalogue& built_in) : state_(std::make_unique<State>(built_in)) {}
Session::~Session() = default;

Sources& Session::sources() {
    return state_->sources;
}
Diagnostics& Session::diagnostics() {
    return state_->diagnostics;
}
Catalog& Session::catalog() {
    return state_->catalog;
}

void Session::add_hardware_db(const std::string& folder) {
    state_->catalog.add_folder(folder);
    state_->folders.push_back(folder);
}

void Session::have_in_common(SystemInCommon system) {
    state_->trees.have_in_common(std::move(system));
}

std::unique_ptr<Session> Session::another() const {
    auto session = std::make_unique<Session>(*state_->built_in);
    for (const std::string& folder : state_->folders) session->add_hardware_db(folder);
    return session;
}

Session& Session::child() {
    return *state_->children.emplace_back(another());
}

bool Session::failed() const {
    return state_->diagnostics.has_errors() || !state_->foreign_messages.empty() ||
           std::any_of(state_->children.begin(), state_->children.end(),
                       [](const auto& one) { return one->failed(); });
}

std::string Session::messages(Severity min_severity) const {
    constexpr std::size_t max_shown = 20;
    std::string text = render(state_->diagnostics, state_->sources, max_shown, min_severity);
    for (const std::unique_ptr<Session>& one : state_->children) text += one->messages(min_severity);
    return text + state_->foreign_messages;
}

std::vector<const Sources*> Session::all_sources() const {
    std::vector<const Sources*> all = {&state_->sources};
    for (const std::unique_ptr<Session>& one : state_->children) {
        const std::vector<const Sources*> below = one->all_sources();
        all.insert(all.end(), below.begin(), below.end());
    }
    return all;
}

void Session::add_messages(std::string text) {
    state_->foreign_messages += text;
}

std::shared_ptr<Document> Session::load(const std::string& path) {
    return state_->checked(load_scenario(path, state_->sources, state_->diagnostics));
}

std::shared_ptr<Document> Session::load_text(std::string name, std::string text) {
    return state_->checked(
        load_scenario_text(std::move(name), std::move(text), state_->sources, state_->diagnostics));
}

std::unique_ptr<Model> Session::compile(std::shared_ptr<Document> document, std::string_view what_if,
                                        const std::vector<Edit>& changes) {
    return state_->trees.compile(std::move(document), what_if, changes);
}

std::unique_ptr<Model> Session::compile_edited(const std::shared_ptr<Document>& document,
                                               const std::vector<TreeEdit>& parts,
                                               const std::vector<Edit>& changes) {
    return state_->trees.compile_edited(document, parts, changes);
}

std::unique_ptr<Model> Session::compile_partial(const std::shared_ptr<Document>& document,
                                                const std::vector<TreeEdit>& parts,
                                                const std::vector<Edit>& changes) {
    return state_->trees.compile_edited(document, parts, changes, true);
}

std::unique_ptr<Model> Session::compile_scenario(Scenario scenario, std::string name) {
    return state_->trees.compile_scenario(std::move(scenario), std::move(name));
}

std::unique_ptr<Model> Session::compile_file(const std::string& path, std::string_view what_if,
                                             const std::vector<Edit>& changes) {
    return compile(load(path), what_if, changes);
}

void Session::check_what_ifs(const std::shared_ptr<Document>& document, std::string_view but) {
    constexpr std::size_t max_read = 100'000;  // nodes of trees; takes some hundredths of a second
    const Node what_ifs = document->root().find("what_if");
    if (!what_ifs || !what_ifs.is_map()) return;
    std::size_t read = 0;
    for (const Node one : what_ifs.children()) {
        read += document->nodes();
        if (read > max_read) return;
        if (one.key() != but) state_->trees.check_variant(document, one.key());
    }
}

std::unique_ptr<Model> Session::validate(const std::shared_ptr<Document>& document,
                                         const std::vector<Edit>& changes) {
    if (!document || !document->root() || !document->root().is_map()) return nullptr;
    std::unique_ptr<Model> base = compile(document, {}, changes);
    const Node what_ifs = document->root().find("what_if");
    if (what_ifs && what_ifs.is_map()) {
        for (const Node one : what_ifs.children()) {
            if (!one.faulty()) compile(document, one.key(), changes);
        }
    }
    check_sweep(*this, document, changes);
    return state_->diagnostics.has_errors() ? nullptr : std::move(base);
}

}  // namespace lca

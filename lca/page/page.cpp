#include "lca/page/page.hpp"

#include <utility>

namespace lca {

// Blocks are constructed in place: g++ 12 wrongly warns of uninitialised members if a variant is moved.

void Page::heading(std::string text) {
    std::get<Heading>(blocks.emplace_back(std::in_place_type<Heading>)).text = std::move(text);
}

void Page::paragraph(std::string text, Tone tone) {
    Paragraph& added = std::get<Paragraph>(blocks.emplace_back(std::in_place_type<Paragraph>));
    added.text = std::move(text);
    added.tone = tone;
}

void Page::list(List list) {
    blocks.emplace_back(std::in_place_type<List>, std::move(list));
}

void Page::list(std::string heading_text, List list) {
    if (list.items.empty()) return;
    heading(std::move(heading_text));
    this->list(std::move(list));
}

void Page::table(Table table) {
    blocks.emplace_back(std::in_place_type<Table>, std::move(table));
}

void Page::tree(Tree tree) {
    blocks.emplace_back(std::in_place_type<Tree>, std::move(tree));
}

}  // namespace lca

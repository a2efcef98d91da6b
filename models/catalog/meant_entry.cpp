#include "models/catalog/meant_entry.hpp"

#include <algorithm>
#include <array>

#include "lca/base/utf8.hpp"
#include "lca/document/node.hpp"
#include "models/catalog/region.hpp"
#include "models/catalog/word_match.hpp"

namespace lca {
namespace {

/// Words for makers, brands and operators, which people often leave out of a name.
constexpr std::array<std::string_view, 18> makers = {
    "nvidia", "tesla", "geforce", "quadro", "amd",   "instinct",  "radeon",      "intel", "google",
    "amazon", "aws",   "azure",   "gcp",    "cloud", "microsoft", "corporation", "the",   "gpu"};

bool is_maker(const std::string& word) {
    return std::find(makers.begin(), makers.end(), word) != makers.end();
}

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), is_digit);
}

/// The words of a name: `joined` in their order without separators, `words` sorted.
struct Spelling {
    explicit Spelling(std::vector<std::string> in_order) : words(std::move(in_order)) {
        for (const std::string& word : words) joined += word;
        std::sort(words.begin(), words.end());
    }
    std::vector<std::string> words;
    std::string joined;
};

Spelling without_makers(std::string_view name) {
    std::vector<std::string> words = catalog::Words(name).all();
    std::erase_if(words, is_maker);
    return Spelling(std::move(words));
}

struct AllNames {
    std::string id;
    std::vector<std::string> names;  // first id and name of the entry, then aliases
    std::size_t own = 0;             // how many of `names` are not aliases
    bool is_accelerator = false;
};

std::vector<AllNames> named_entries(Catalog& catalog, Section section) {
    std::map<std::string, AllNames, std::less<>> by_id;
    const auto own_id = [](std::string_view id) {
        const auto parts = region_year(id);
        return std::string(parts ? parts->region : id);
    };
    for (const std::string& id : catalog.ids(section)) {
        AllNames& entry = by_id[own_id(id)];
        std::vector<std::string>& names = entry.names;
        if (names.empty()) names.push_back(own_id(id));
        const auto found = catalog.find(section, id);
        const Node kind = found ? found->node().find("kind") : Node();
        entry.is_accelerator = kind && kind.is_text() && kind.text() == "accelerator";
        const Node name = found ? found->node().find("name") : Node();
        if (!name || !name.is_text()) continue;
        if (std::find(names.begin(), names.end(), name.text()) == names.end())
            names.emplace_back(name.text());
    }
    for (auto& [id, entry] : by_id) entry.own = entry.names.size();
    for (const auto& [alias, id] : catalog.aliases(section)) by_id[own_id(id)].names.push_back(alias);
    std::vector<AllNames> entries;
    for (auto& [id, entry] : by_id) {
        entry.id = id;
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// Accelerators with all words of `name` in one of their names ("a100": 40 and 80 GB), or the one called so.
std::vector<std::string> family(const std::vector<AllNames>& entries, std::string_view name) {
    const Spelling query = without_makers(name);
    std::vector<std::string> ids;
    if (query.words.empty()) return ids;
    for (const AllNames& entry : entries) {
        if (!entry.is_accelerator) continue;
        bool bears = false;
        for (std::size_t i = 0; i < entry.names.size(); ++i) {
            const std::vector<std::string> words = without_makers(entry.names[i]).words;
            if (i < entry.own && words == query.words) return {entry.id};
            bears =
                bears || std::includes(words.begin(), words.end(), query.words.begin(), query.words.end());
        }
        if (bears) ids.push_back(entry.id);
    }
    return ids;
}

std::vector<std::string> called(const std::vector<AllNames>& entries, std::string_view name) {
    const Spelling whole(catalog::Words(name).all()), bare = without_makers(name);
    std::array<std::vector<std::string>, 4> ids;  // by way, strictest first: "us-east-1" is not "us-east1"
    for (const AllNames& entry : entries) {
        std::array<bool, 4> is{};
        for (const std::string& one : entry.names) {
            const Spelling other(catalog::Words(one).all()), other_bare = without_makers(one);
            is[0] = is[0] || other.words == whole.words;
            is[1] = is[1] || other.joined == whole.joined;
            is[2] = is[2] || other_bare.words == bare.words;
            is[3] = is[3] || other_bare.joined == bare.joined;
        }
        for (std::size_t way = 0; way < is.size(); ++way) {
            if (is[way]) ids[way].push_back(entry.id);
        }
    }
    const bool said_nothing = bare.words.empty();
    const auto found = std::find_if(ids.begin(), ids.end(), [](const auto& one) { return !one.empty(); });
    return said_nothing || found == ids.end() ? std::vector<std::string>() : *found;
}

/// Entries that have this name; instead all accelerators with its words if the only entry is one of those.
std::vector<std::string> called_or_of_family(const std::vector<AllNames>& entries, std::string_view name) {
    std::vector<std::string> ids = called(entries, name);
    if (ids.size() > 1) return ids;
    std::vector<std::string> boards = family(entries, name);
    const bool among = ids.empty() || std::find(boards.begin(), boards.end(), ids.front()) != boards.end();
    return boards.size() > 1 && among ? boards : ids;
}

/// A score for the words of `query` found in `name`; those with digits, which distinguish models, weigh most.
double likeness(const std::vector<std::string>& query, const std::vector<std::string>& name) {
    constexpr double of_number = 3, of_digit = 0.2, of_word = 1, begun = 0.8, of_rest = -0.1;
    const auto begins = [](std::string_view word,
                           std::string_view start) {  // "80gb" with "80g", "sxm5" with "sxm"
        return start.size() > 2 && word.starts_with(start) &&
               (word.size() == start.size() || !is_digit(word[start.size()]) || !has_digit(start));
    };
    double sum = 0;
    bool number = false;
    std::size_t found = 0;
    for (const std::string& word : query) {
        const bool whole = std::find(name.begin(), name.end(), word) != name.end();
        if (std::none_of(name.begin(), name.end(),
                         [&](const std::string& one) { return begins(one, word) || begins(word, one); }))
            continue;
        ++found;
        number = number || (whole && has_digit(word));
        const double weight =
            has_digit(word) ? of_number + of_digit * static_cast<double>(word.size()) : of_word;
        sum += weight * (whole ? 1 : begun);
    }
    if (!number && found < query.size()) return 0;
    return sum + of_rest * static_cast<double>(name.size());
}

/// Ids whose names share words with `name`, by the score of their best name, best first.
std::vector<std::string> by_words(const std::vector<AllNames>& entries, std::string_view name) {
    struct Ranked {
        double likeness;
        std::string_view id;
    };
    const std::vector<std::string> query = without_makers(name).words;
    std::vector<Ranked> ranked;
    for (const AllNames& entry : entries) {
        double best = 0;
        for (const std::string& one : entry.names)
            best = std::max(best, likeness(query, without_makers(one).words));
        if (best > 0) ranked.push_back({best, entry.id});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.id.size() < b.id.size();
    });
    std::vector<std::string> ids;
    for (const Ranked& one : ranked) ids.emplace_back(one.id);
    return ids;
}

}  // namespace

std::vector<std::string> readings(Catalog& catalog, Section section, std::string_view name) {
    return called_or_of_family(named_entries(catalog, section), name);
}

std::vector<std::string> meant_entries(Catalog& catalog, Section section, std::string_view name,
                                       std::size_t count) {
    const std::vector<AllNames> entries = named_entries(catalog, section);
    std::vector<std::string> meant = called_or_of_family(entries, name);
    const auto add = [&](const std::vector<std::string>& more) {
        for (const std::string& one : more) {
            if (meant.size() < count && std::find(meant.begin(), meant.end(), one) == meant.end())
                meant.push_back(one);
        }
    };
    if (meant.size() != 1) {
        add(by_words(entries, name));
        add(catalog.near(section, name, count));
    }
    meant.resize(std::min(meant.size(), count));
    return meant;
}

}  // namespace lca

#include "lca/page/ascii.hpp"

#include <algorithm>

namespace lca::page {
namespace {

struct Likeness {
    std::string_view sign;
    char ascii;
};

constexpr Likeness likenesses[] = {{"█", '#'}, {"▉", '#'}, {"▊", '#'}, {"▋", '#'}, {"▌", '#'}, {"▍", ' '},
                                   {"▎", ' '}, {"▏", ' '}, {"▓", '='}, {"░", '-'}, {"·", '.'}, {"─", '-'},
                                   {"│", '|'}, {"├", '|'}, {"└", '`'}, {"–", '-'}, {"−", '-'}, {"×", 'x'},
                                   {"÷", '/'}, {"→", '>'}, {"±", '~'}, {"µ", 'u'}, {"…", '.'}, {"≤", '<'}};

}  // namespace

std::string in_ascii(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto* found =
            std::find_if(std::begin(likenesses), std::end(likenesses),
                         [&](const Likeness& one) { return text.substr(0, one.sign.size()) == one.sign; });
        if (found == std::end(likenesses)) {
            out += text.front();
            text.remove_prefix(1);
        } else {
            out += found->ascii;
            text.remove_prefix(found->sign.size());
        }
    }
    return out;
}

}  // namespace lca::page

#include "cli/catalogue_command.hpp"

#include "analyses/catalogue/catalogue.hpp"

namespace lca::cli {

int run_catalogue(Section section, const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    if (report_faults(*session, arguments, io) != 0) return 2;
    const auto answer = [&](const auto& result) {
        deliver(report_of(result), arguments, *session, io);
        return 0;
    };
    const std::string_view action = arguments.one("ACTION", "list");
    const std::span<const std::string> words = arguments.all("WORD");
    if (action == "show") {
        if (words.empty())
            throw InputError("show: give an id; `lca " + std::string(command_of(section)) +
                             " list` lists them");
        return answer(show_catalogue(*session, section, words));
    }
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    if (action == "search") {
        if (text.empty()) throw InputError("search: give the words to search for");
        return answer(search_catalogue(*session, section, text));
    }
    if (!text.empty()) throw InputError("list takes no words; use `search`");
    return answer(list_catalogue(*session, section));
}

}  // namespace lca::cli

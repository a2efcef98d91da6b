#pragma once
// The values given on a command line, by the names of arguments in the command's table.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lca::cli {

struct Command;

/// Values by the name of the option or positional argument ("--set", "FILE").
class Arguments {
public:
    bool has(std::string_view name) const { return values_.find(name) != values_.end(); }
    /// All values of an argument, in the order given.
    std::span<const std::string> all(std::string_view name) const;
    /// The only value of an argument; `otherwise` if it has none.
    std::string_view one(std::string_view name, std::string_view otherwise = {}) const;
    void add(std::string_view name, std::vector<std::string> values);

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// Parses the words after a command's name. Throws InputError with a message, the usage and the nearest
/// option.
/// If `--help` comes anywhere before `--`, the result contains only "--help".
Arguments parse(const Command& command, std::span<const std::string> words);

}  // namespace lca::cli

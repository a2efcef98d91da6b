#pragma once
// The values that a command line gives, by the names in the command's table.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lca::cli {

struct Command;

/// Values by option or positional name ("--set", "FILE").
class Arguments {
public:
    bool has(std::string_view name) const { return values_.find(name) != values_.end(); }
    /// All values, in the order given.
    std::span<const std::string> all(std::string_view name) const;
    /// The only value, or `otherwise`.
    std::string_view one(std::string_view name, std::string_view otherwise = {}) const;
    void add(std::string_view name, std::vector<std::string> values);

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// Reads the words after a command's name. Throws InputError with the fault, the usage and the nearest
/// option.
/// `--help` anywhere before `--` gives Arguments with only "--help".
Arguments parse(const Command& command, std::span<const std::string> words);

}  // namespace lca::cli

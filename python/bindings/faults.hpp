#pragma once
// Faults on their way from C++ to Python.

#include <pybind11/pybind11.h>

#include <exception>
#include <string>
#include <vector>

#include "models/compile/session.hpp"

namespace lca::python {

/// One fault with the place in words: what lca.Fault and lca.Warning hold.
struct LocatedFault {
    std::string file = {};  // "" without a place
    std::uint32_t line = 0, column = 0;
    std::string message = {}, expected = {}, hint = {}, severity = {};
};

/// Why a question has no answer. Becomes lca.Fault.
class RunFaults : public std::exception {
public:
    explicit RunFaults(std::vector<LocatedFault> faults, std::string text = {})
        : faults_(std::move(faults)), text_(std::move(text)) {}

    const std::vector<LocatedFault>& faults() const { return faults_; }
    const std::string& text() const { return text_; }
    const char* what() const noexcept override { return text_.c_str(); }

private:
    std::vector<LocatedFault> faults_;
    std::string text_;
};

/// As Python takes them: tuples (file, line, column, message, expected, hint, severity).
pybind11::list as_list(const std::vector<LocatedFault>& faults);
LocatedFault located(const Fault& fault, const Sources& sources);
/// The errors of a session and its warnings, by place, with the text that the command would print.
RunFaults faults_of(Session& session);
std::vector<LocatedFault> warnings_of(Session& session);

}  // namespace lca::python

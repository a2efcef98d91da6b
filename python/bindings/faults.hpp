#pragma once
// Errors and warnings on their way from C++ to Python.

#include <pybind11/pybind11.h>

#include <exception>
#include <string>
#include <vector>

#include "models/compile/session.hpp"

namespace lca::python {

/// An error or warning with its file by name, as lca.Fault and lca.Warning hold it.
struct LocatedFault {
    std::string file = {};  // "" if it has no place
    std::uint32_t line = 0, column = 0;
    std::string message = {}, expected = {}, hint = {}, severity = {};
};

/// Thrown where a question has no answer; raised in Python as lca.Fault.
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

/// A Python list of tuples (file, line, column, message, expected, hint, severity).
pybind11::list as_list(const std::vector<LocatedFault>& faults);
LocatedFault located(const Fault& fault, const Sources& sources);
/// All errors and warnings of a session, ordered by place, and the text that the command `lca` would print.
RunFaults faults_of(Session& session);
std::vector<LocatedFault> warnings_of(Session& session);

}  // namespace lca::python

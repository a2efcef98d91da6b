#include "cli/row_output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "lca/base/file.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {
namespace {

[[noreturn]] void cannot_write(const std::string& name) {
    throw FileError("cannot write `" + shown(name, 4096) + "`: " + std::generic_category().message(errno));
}

}  // namespace

RowOutput::RowOutput(const Arguments& arguments, const std::vector<const Sources*>& read, Io& io) : io_(io) {
    if (!arguments.has("--output")) return;
    name_ = std::string(arguments.one("--output"));
    refuse_inputs(name_, read);
    struct stat status = {};
    const bool in_place = ::lstat(name_.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
    if (!in_place) beside_ = name_ + "." + std::to_string(::getpid()) + ".part";
    const std::string& opened = in_place ? name_ : beside_;
    const int flags = O_WRONLY | O_CLOEXEC | O_NOCTTY | (in_place ? 0 : O_CREAT | O_EXCL);
    descriptor_ = ::open(opened.c_str(), flags, 0666);
    if (descriptor_ < 0) {
        beside_.clear();
        cannot_write(name_);
    }
}

RowOutput::~RowOutput() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

void RowOutput::write(std::string_view text) {
    descriptor_ < 0 ? io_.out(text) : write_all(descriptor_, text);
}

void RowOutput::finish() {
    if (descriptor_ < 0) return;
    if (!beside_.empty() && ::fsync(descriptor_) != 0) cannot_write(name_);
    if (::close(std::exchange(descriptor_, -1)) != 0) cannot_write(name_);
    if (beside_.empty()) return;
    if (std::rename(beside_.c_str(), name_.c_str()) != 0) cannot_write(name_);
    beside_.clear();
}

}  // namespace lca::cli

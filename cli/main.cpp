// The program's main function: opens closed standard streams, and turns exceptions into exit codes.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "lca/base/diagnostics.hpp"

namespace {

constexpr int bad_input = 2;
constexpr int bad_file = 3;
constexpr int internal_error = 70;

/// Opens /dev/null for standard streams that are closed: otherwise a file could get their number, and results
/// would be written into it.
void fill_closed_streams() {
    for (int descriptor = 0; descriptor <= STDERR_FILENO; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) != -1) continue;
        // open() returns the lowest free number, `descriptor`; using the stream then fails, as it should.
        if (open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) == -1) _exit(bad_file);
    }
}

std::string line(const std::string& text) {
    const bool starts_itself = text.rfind("error: ", 0) == 0;
    return (starts_itself ? "lca: " : "lca: error: ") + text + "\n";
}

}  // namespace

int main(int count, char** words) {
    fill_closed_streams();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // exceeding the file size limit is then a write error, which is handled
    lca::cli::Io io;
    try {
        const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
        return lca::cli::run(arguments, io);
    } catch (const lca::InputError& error) {
        io.err(line(error.what()));
        return bad_input;
    } catch (const lca::ReaderGone&) {
        return bad_file;
    } catch (const lca::cli::Interrupted& interrupted) {
        return lca::cli::end_by(interrupted);
    } catch (const lca::FileError& error) {
        io.err(line(error.what()));
        return bad_file;
    } catch (const std::bad_alloc&) {
        io.err("lca: error: out of memory\n");
        return internal_error;
    } catch (const std::exception& error) {
        io.err(std::string("lca: internal error: ") + error.what() + "\n");
        return internal_error;
    } catch (...) {
        io.err("lca: internal error\n");
        return internal_error;
    }
}

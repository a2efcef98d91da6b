// A program written by hand, to compare `lca fleet` with: for one table and one formula. Reads rows of energy
// (kWh), accelerator time (GPU h), duration and PUE; writes total, energy and embodied impact of each as CSV,
// with to_chars; and sums them.

#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>

namespace {

constexpr std::size_t block = 65'536;

double number(const char*& at, const char* end) {
    double value = 0;
    const auto [behind, code] = std::from_chars(at, end, value);
    at = behind + (behind < end ? 1 : 0);
    return code == std::errc() ? value : 0;
}

void append(std::string& to, double value) {
    char digits[32];
    const auto [end, code] = std::to_chars(digits, digits + sizeof digits, value);
    to += ',';
    to.append(digits, end);
}

bool flush(std::string& text) {
    const bool written =
        ::write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    text.clear();
    return written;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ifstream file(argv[1], std::ios::binary);
    std::string line, out = "row,total [kgCO2e],total.energy [kWh],embodied [kgCO2e]\r\n";
    std::getline(file, line);
    double sums[3] = {};
    for (long row = 1; std::getline(file, line); ++row) {
        const char* at = line.data();
        const char* const end = at + line.size();
        const double stated = number(at, end), gpu_hours = number(at, end);
        number(at, end);  // duration: needed only to check capacity, so not used
        const double energy = stated * number(at, end);
        const double embodied = gpu_hours / (5.0 * 8760) * 150, total = energy * 0.057 + embodied;
        sums[0] += total;
        sums[1] += energy;
        sums[2] += embodied;
        out += std::to_string(row);
        append(out, total);
        append(out, energy);
        append(out, embodied);
        out += "\r\n";
        if (out.size() >= block && !flush(out)) return 3;
    }
    if (!flush(out)) return 3;
    std::fprintf(stderr, "%.17g %.17g %.17g\n", sums[0], sums[1], sums[2]);
    return 0;
}

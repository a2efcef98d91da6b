// A lower bound for reading a table, to compare with: reads files block by block and counts their
// commas.

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <vector>

int main(int argc, char** argv) {
    std::vector<char> block(262'144);
    long commas = 0;
    for (int i = 1; i < argc; ++i) {
        const int file = ::open(argv[i], O_RDONLY);
        while (true) {
            const ssize_t count = ::read(file, block.data(), block.size());
            if (count <= 0) break;
            for (ssize_t at = 0; at < count; ++at)
                commas += block[static_cast<std::size_t>(at)] == ',' ? 1 : 0;
        }
        ::close(file);
    }
    std::printf("%ld\n", commas);
    return commas > 0 ? 0 : 1;
}

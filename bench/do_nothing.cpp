// A lower bound for starting a program, to compare with: a C++ program, linked like `lca`, that does nothing.

int main() {
    return 0;
}

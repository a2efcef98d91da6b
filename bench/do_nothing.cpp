// What the start of the command is compared with: a C++ program that does nothing, linked like it.

int main() {
    return 0;
}

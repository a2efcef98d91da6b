// The yardstick of start-up: a C++ program that does nothing, linked like the command.

int main() {
    return 0;
}

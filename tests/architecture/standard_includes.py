#!/usr/bin/env python3
"""A file includes what it uses of the standard library, fmt and Boost.Units, itself or by headers of the project. Usage: standard_includes.py, from the root.

Builds without a compiler cache include the commonest standard headers in every file, so that a missing one would show only elsewhere.
Checks the names in HEADERS; it first checks itself on small texts.
"""
import functools
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from architecture import OWN, code_only, includes

# Names after `std::`, and the headers that each may come from.
HEADERS = {
    r"vector": "vector", r"map|multimap": "map", r"set|multiset": "set", r"deque": "deque", r"array|to_array": "array", r"span": "span",
    r"(string|to_string|stoi|getline)": "string", r"string_view": "string_view string", r"optional|nullopt|make_optional": "optional",
    r"(unique_ptr|shared_ptr|weak_ptr|make_unique|make_shared)": "memory", r"(function|less|greater|plus|hash|invoke|reference_wrapper)":
    "functional map set unordered_map unordered_set string string_view",
    r"(variant|get_if|holds_alternative|visit|monostate)": "variant", r"unordered_(multi)?map": "unordered_map", r"unordered_set": "unordered_set",
    r"(tuple|tie|make_tuple|forward_as_tuple)": "tuple", r"exchange": "utility", r"(accumulate|iota|partial_sum|inner_product)": "numeric",
    r"numeric_limits": "limits", r"(from_chars|to_chars|chars_format)": "charconv", r"chrono": "chrono",
    r"(isnan|isfinite|isinf|fabs|floor|ceil|round|trunc|sqrt|cbrt|nextafter|signbit|fmod|llround)": "cmath",
    r"(runtime_error|logic_error|out_of_range|invalid_argument|length_error|domain_error)": "stdexcept",
    r"(u?int(8|16|32|64)_t)": "cstdint",
    r"(sort|stable_sort|find_if|find|any_of|all_of|none_of|count_if|count|transform|minmax_element|max_element|min_element|lower_bound|upper_bound|"
    r"equal_range|unique|reverse|remove_if|copy_if|nth_element|clamp|binary_search|fill|rotate|mismatch|search|equal|ranges|merge|min|max)": "algorithm",
}
LIBRARIES = {"fmt": "fmt/", "boost::units": "boost/units/"}  # a namespace, and where its headers are
FOLDERS = ["lca", "models", "analyses", "cli", "python"]


@functools.lru_cache(maxsize=None)
def seen_by(header):
    """The standard headers that a header of the project includes, directly or not."""
    file = pathlib.Path(header)
    return standard_in(code_only(file.read_text(encoding="utf-8"))) if file.is_file() else frozenset()


def standard_in(code):
    found = set()
    for _, name in includes(code):
        found |= seen_by(name) if name.startswith(OWN) else {name}
    return frozenset(found)


def missing(text):
    code = code_only(text)
    known = standard_in(code)
    for names, headers in HEADERS.items():
        used = re.search(rf"\bstd::({names})\b", code)
        if used and not known.intersection(headers.split()):
            yield code.count("\n", 0, used.start()) + 1, f"uses std::{used.group(1)} without <{headers.split()[0]}>"
    for space, folder in LIBRARIES.items():
        used = re.search(rf"\b{space}::", code)
        if used and not any(name.startswith(folder) for name in known):
            yield code.count("\n", 0, used.start()) + 1, f"uses {space} without <{folder}…>"


def self_test():
    cases = [("std::vector<int> x;\n", 1), ("#include <vector>\nstd::vector<int> x;\n", 0), ("// std::vector\n", 0),
             ("#include <string>\nstd::string_view x;\n", 0), ("#include <string_view>\nstd::string x;\n", 1),
             ("fmt::format(x);\n", 1), ("#include <fmt/core.h>\nfmt::format(x);\n", 0)]
    return sum(1 for text, breaches in cases if len(list(missing(text))) != breaches)


if __name__ == "__main__":
    if self_test():
        sys.exit("standard_includes.py finds what it should not, or not what it should")
    files = sorted(f for folder in FOLDERS for kind in ("hpp", "cpp") for f in pathlib.Path(folder).rglob(f"*.{kind}"))
    faults = [(file, line, what) for file in files for line, what in missing(file.read_text(encoding="utf-8"))]
    for file, line, what in faults:
        print(f"{file.as_posix()}:{line}: {what}")
    print(f"standard_includes: {len(files)} files, {len(faults)} breaches")
    sys.exit(1 if faults or not files else 0)

# How every file is compiled: options of one interface target, lca_options, which is never installed.
include(GNUInstallDirs)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Debug CACHE STRING "Debug or Release" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1 -D_GLIBCXX_ASSERTIONS")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(LCA_CCACHE ccache)
if(LCA_CCACHE)
    # Paths are relative to the sources, so that a fresh clone finds what another one has compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        "${LCA_CCACHE}")
endif()
if(LCA_CLANG_TIDY)
    find_program(LCA_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
    set(CMAKE_CXX_CLANG_TIDY "${LCA_TIDY};--quiet")
endif()

add_library(lca_options INTERFACE)
target_include_directories(lca_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(lca_options INTERFACE LCA_VERSION="${PROJECT_VERSION}" EIGEN_DONT_VECTORIZE)
target_compile_options(lca_options INTERFACE
    -Wall -Wextra -Wpedantic $<$<NOT:$<BOOL:${LCA_UNITY}>>:-Wshadow> -Wconversion $<$<BOOL:${LCA_WERROR}>:-Werror>
    # g++ 12 reports "text" + string, and the unused members of a std::variant, at -O2 and above: false warnings.
    "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-maybe-uninitialized>"
    # Equal bits on every machine, and loops that vectorise.
    -ffp-contract=off -fno-math-errno -fno-trapping-math
    -ffunction-sections -fdata-sections
    "-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/="
    $<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=>)
target_link_options(lca_options INTERFACE -Wl,--gc-sections)

if(LCA_HARDEN)
    target_compile_options(lca_options INTERFACE
        -fstack-protector-strong -fstack-clash-protection -fcf-protection
        -Wformat -Werror=format-security -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    target_link_options(lca_options INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
if(LCA_SANITIZE)
    target_compile_options(lca_options INTERFACE
        "-fsanitize=${LCA_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(lca_options INTERFACE "-fsanitize=${LCA_SANITIZE}")
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        target_compile_options(lca_options INTERFACE
            "-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/cmake/sanitizer_ignore.txt")
    endif()
endif()
if(LCA_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "LCA_FUZZ needs clang: libFuzzer is part of it")
    endif()
    target_compile_options(lca_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(lca_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

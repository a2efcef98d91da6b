# The static libraries that lca links, as targets. Used by this build and by the installed package, because
# Debian's own CMake files name the shared yaml-cpp, and OpenSSL's prefer the shared libraries.
include_guard(GLOBAL)

function(lca_static_library target library header hint)
    if(TARGET ${target})
        return()
    endif()
    string(MAKE_C_IDENTIFIER "LCA_${library}" name)
    find_library(${name}_FILE ${library})
    find_path(${name}_INCLUDE ${header})
    mark_as_advanced(${name}_FILE ${name}_INCLUDE)
    if(NOT ${name}_FILE OR NOT ${name}_INCLUDE)
        message(FATAL_ERROR "lca: ${library} or ${header} was not found (Debian: apt-get install ${hint})")
    endif()
    add_library(${target} STATIC IMPORTED GLOBAL)
    set_target_properties(${target} PROPERTIES
        IMPORTED_LOCATION "${${name}_FILE}" INTERFACE_INCLUDE_DIRECTORIES "${${name}_INCLUDE}")
endfunction()

function(lca_headers target header suffix hint)
    if(TARGET ${target})
        return()
    endif()
    string(MAKE_C_IDENTIFIER "LCA_${header}" name)
    find_path(${name}_INCLUDE ${header} PATH_SUFFIXES ${suffix})
    mark_as_advanced(${name}_INCLUDE)
    if(NOT ${name}_INCLUDE)
        message(FATAL_ERROR "lca: ${header} was not found (Debian: apt-get install ${hint})")
    endif()
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    set_target_properties(${target} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${${name}_INCLUDE}")
endfunction()

lca_static_library(lca_static::yaml_cpp libyaml-cpp.a yaml-cpp/yaml.h libyaml-cpp-dev)
lca_static_library(lca_static::crypto libcrypto.a openssl/sha.h libssl-dev)
set_property(TARGET lca_static::crypto PROPERTY INTERFACE_COMPILE_DEFINITIONS OPENSSL_SUPPRESS_DEPRECATED)  # see lca/base/digest.cpp
lca_static_library(lca_static::utf8proc libutf8proc.a utf8proc.h libutf8proc-dev)
lca_headers(lca_static::boost boost/units/quantity.hpp "" libboost-dev)

find_package(Threads REQUIRED)

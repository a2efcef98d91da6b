# What is made at build time: the catalogue as one constant, the table of commands, and the command itself.
set(generated "${PROJECT_BINARY_DIR}/generated")

# hardware_db/ -> catalogue.cpp, by a program made of the same reader and checker; a fault in an entry stops the build.
set(compiler_source cmake/catalogue/compile_catalogue.cpp)
if(TARGET lca_models AND EXISTS "${PROJECT_SOURCE_DIR}/${compiler_source}")
    add_executable(lca-catalogue ${compiler_source})
    target_link_libraries(lca-catalogue PRIVATE lca_options lca_models lca_build::fmt)
    file(GLOB_RECURSE entries CONFIGURE_DEPENDS hardware_db/*.yaml)
    add_custom_command(OUTPUT "${generated}/catalogue.cpp"
        COMMAND lca-catalogue hardware_db "${generated}/catalogue.cpp"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        DEPENDS lca-catalogue ${entries}
        COMMENT "Compiling hardware_db" VERBATIM)
    lca_library(lca_catalogue "${generated}/catalogue.cpp")
    set_target_properties(lca_catalogue PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)  # one file of constants
    target_link_libraries(lca_catalogue PUBLIC lca_models)
endif()

# cli/commands/NAME.cpp defines `const Command& NAME_command()`.
file(GLOB command_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" cli/commands/*.cpp)
lca_table("${generated}/commands.cpp" HEADER cli/command.hpp NAMESPACE lca::cli TYPE Command TABLE commands
    SUFFIX _command FILES ${command_files})

if(command_files AND EXISTS "${PROJECT_SOURCE_DIR}/cli/command.hpp" AND TARGET lca_catalogue)
    lca_headers(lca_build::cli11 CLI/CLI.hpp "" libcli11-dev)
    add_library(lca_cli STATIC ${cli_sources} "${generated}/commands.cpp")
    lca_unity(lca_cli ${cli_sources})
    lca_use_precompiled(lca_cli)
    # It reads options and prints what others compute: -O1 compiles in three quarters of the time and runs as fast.
    target_compile_options(lca_cli PRIVATE $<$<CONFIG:Release>:-O1>)
    target_link_libraries(lca_cli PUBLIC lca_options lca_analyses lca_catalogue lca_build::fmt lca_build::cli11)
endif()
if(TARGET lca_cli AND EXISTS "${PROJECT_SOURCE_DIR}/cli/main.cpp")
    add_executable(lca cli/main.cpp)
    target_link_libraries(lca PRIVATE lca_cli)
    if(LCA_STATIC)
        target_link_options(lca PRIVATE -static-pie)
    endif()
endif()

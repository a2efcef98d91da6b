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
    target_link_libraries(lca_catalogue PUBLIC lca_models)
endif()

# cli/commands/NAME.cpp defines `const lca::cli::Command& NAME_command()`, '-' in NAME as '_'.
file(GLOB command_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" cli/commands/*.cpp)
set(declarations "")
set(calls "")
foreach(file IN LISTS command_files)
    get_filename_component(name "${file}" NAME_WE)
    string(REPLACE "-" "_" name "${name}")
    string(APPEND declarations "const Command& ${name}_command();\n")
    string(APPEND calls "        &${name}_command(),\n")
endforeach()
file(CONFIGURE OUTPUT "${generated}/commands.cpp" @ONLY CONTENT
"// Generated from the files in cli/commands.
#include \"cli/command.hpp\"

namespace lca::cli {

@declarations@
std::span<const Command* const> commands() {
    static const Command* const table[] = {
@calls@    };
    return table;
}

}  // namespace lca::cli
")

if(command_files AND EXISTS "${PROJECT_SOURCE_DIR}/cli/command.hpp" AND TARGET lca_catalogue)
    lca_headers(lca_build::cli11 CLI/CLI.hpp "" libcli11-dev)
    add_library(lca_cli STATIC ${cli_sources} "${generated}/commands.cpp")
    target_link_libraries(lca_cli PUBLIC lca_options lca_models lca_catalogue lca_build::fmt lca_build::cli11)
endif()
if(TARGET lca_cli AND EXISTS "${PROJECT_SOURCE_DIR}/cli/main.cpp")
    add_executable(lca cli/main.cpp)
    target_link_libraries(lca PRIVATE lca_cli)
    if(LCA_STATIC)
        target_link_options(lca PRIVATE -static-pie)
    endif()
endif()

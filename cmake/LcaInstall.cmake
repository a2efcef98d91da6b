# What `cmake --install` puts where: the command, its completions, the libraries with find_package(lca), the studies, the papers.
include(CMakePackageConfigHelpers)
if(LCA_FUZZ)
    return()
endif()

if(TARGET lca)
    install(TARGETS lca RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

# Completions are printed by the command itself.
if(TARGET lca AND EXISTS "${PROJECT_SOURCE_DIR}/cli/commands/completions.cpp")
    set(completions "${PROJECT_BINARY_DIR}/completions")
    foreach(shell IN ITEMS bash zsh fish)
        add_custom_command(OUTPUT "${completions}/lca.${shell}"
            COMMAND "${CMAKE_COMMAND}" -E make_directory "${completions}"
            COMMAND lca completions ${shell} > "${completions}/lca.${shell}"
            DEPENDS lca VERBATIM)
        list(APPEND completion_files "${completions}/lca.${shell}")
    endforeach()
    add_custom_target(lca_completions ALL DEPENDS ${completion_files})
    install(FILES "${completions}/lca.bash" RENAME lca
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
    install(FILES "${completions}/lca.zsh" RENAME _lca
        DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
    install(FILES "${completions}/lca.fish"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
endif()

foreach(folder IN ITEMS scenarios hardware_db)
    install(DIRECTORY ${folder} DESTINATION "${CMAKE_INSTALL_DATADIR}/lca" FILES_MATCHING PATTERN "*.yaml" PATTERN "*.csv" PATTERN "*.md")
endforeach()
install(FILES LICENSE LICENSE-DATA NOTICE CHANGELOG.md README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}" OPTIONAL)
install(DIRECTORY docs/ DESTINATION "${CMAKE_INSTALL_DOCDIR}" FILES_MATCHING PATTERN "*.md" PATTERN "*.json")

if(NOT TARGET lca_catalogue)
    return()
endif()
install(CODE "set(source \"${PROJECT_SOURCE_DIR}\")\nset(include \"${CMAKE_INSTALL_INCLUDEDIR}\")")
install(SCRIPT cmake/LcaPublicHeaders.cmake)

# One name for users: lca::lca is the models with the built-in catalogue.
add_library(lca_all INTERFACE)
set_target_properties(lca_all PROPERTIES EXPORT_NAME lca)
target_link_libraries(lca_all INTERFACE lca_analyses lca_catalogue)
set_target_properties(lca_core PROPERTIES EXPORT_NAME core)
set_target_properties(lca_models PROPERTIES EXPORT_NAME models)
set_target_properties(lca_analyses PROPERTIES EXPORT_NAME analyses)
set_target_properties(lca_catalogue PROPERTIES EXPORT_NAME catalogue)
install(TARGETS lca_all lca_core lca_models lca_analyses lca_catalogue EXPORT lca
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(EXPORT lca NAMESPACE lca:: FILE lca-targets.cmake DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/lca")

# From the folder of the CMake files up to the prefix, which may be moved.
file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/cmake/lca" "/")
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/lca-config.cmake" @ONLY CONTENT
"# find_package(lca): the target lca::lca, and where the studies lie.
include(\"\${CMAKE_CURRENT_LIST_DIR}/LcaDependencies.cmake\")
include(\"\${CMAKE_CURRENT_LIST_DIR}/lca-targets.cmake\")
get_filename_component(lca_prefix \"\${CMAKE_CURRENT_LIST_DIR}/@up@\" ABSOLUTE)
set(lca_SCENARIOS \"\${lca_prefix}/@CMAKE_INSTALL_DATADIR@/lca/scenarios\")
")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/lca-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/lca-config.cmake" "${PROJECT_BINARY_DIR}/lca-config-version.cmake"
    cmake/LcaDependencies.cmake DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/lca")

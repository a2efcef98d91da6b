# What `cmake --install` puts where: the command, its completions and man pages, the libraries with find_package(lca) and
# pkg-config, the scenarios, the documentation. The component `lca` is what users of the command need, `dev` what programs need.
include(CMakePackageConfigHelpers)
if(LCA_FUZZ)
    return()
endif()

if(TARGET lca)
    install(TARGETS lca RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT lca)
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
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT lca)
    install(FILES "${completions}/lca.zsh" RENAME _lca
        DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" COMPONENT lca)
    install(FILES "${completions}/lca.fish"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT lca)
endif()

# Man pages are printed by the command, too: lca.1, and one for each subcommand.
find_program(LCA_GZIP gzip)
mark_as_advanced(LCA_GZIP)
if(TARGET lca AND LCA_GZIP)
    set(man "${PROJECT_BINARY_DIR}/man")
    file(MAKE_DIRECTORY "${man}")
    execute_process(COMMAND sh "${PROJECT_SOURCE_DIR}/packaging/source_date.sh" OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE)
    foreach(file IN ITEMS "" LISTS command_files)
        get_filename_component(command "${file}" NAME_WE)
        string(REPLACE "_" "-" command "${command}")
        string(JOIN "-" name lca ${command})
        add_custom_command(OUTPUT "${man}/${name}.1.gz"
            COMMAND "${CMAKE_COMMAND}" -E env "SOURCE_DATE_EPOCH=${epoch}" $<TARGET_FILE:lca> reference man ${command} > "${man}/${name}.1"
            COMMAND "${LCA_GZIP}" -9nf "${man}/${name}.1"
            DEPENDS lca VERBATIM)
        list(APPEND man_pages "${man}/${name}.1.gz")
    endforeach()
    add_custom_target(lca_man ALL DEPENDS ${man_pages})
    install(FILES ${man_pages} DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT lca)
endif()

foreach(folder IN ITEMS scenarios hardware_db)
    install(DIRECTORY ${folder} DESTINATION "${CMAKE_INSTALL_DATADIR}/lca" COMPONENT lca
        FILES_MATCHING PATTERN "*.yaml" PATTERN "*.csv" PATTERN "*.md")
endforeach()
install(FILES LICENSE LICENSE-DATA NOTICE CHANGELOG.md README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT lca OPTIONAL)
install(DIRECTORY docs/ DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT lca FILES_MATCHING PATTERN "*.md" PATTERN "*.json")

if(NOT TARGET lca_catalogue)
    return()
endif()
install(CODE "set(source \"${PROJECT_SOURCE_DIR}\")\nset(include \"${CMAKE_INSTALL_INCLUDEDIR}\")" COMPONENT dev)
install(SCRIPT cmake/LcaPublicHeaders.cmake COMPONENT dev)

# One name for users: lca::lca is all libraries with the built-in catalogue.
add_library(lca_all INTERFACE)
set_target_properties(lca_all PROPERTIES EXPORT_NAME lca)
target_link_libraries(lca_all INTERFACE lca_analyses lca_catalogue)
set_target_properties(lca_core PROPERTIES EXPORT_NAME core)
set_target_properties(lca_models PROPERTIES EXPORT_NAME models)
set_target_properties(lca_analyses PROPERTIES EXPORT_NAME analyses)
set_target_properties(lca_catalogue PROPERTIES EXPORT_NAME catalogue)
install(TARGETS lca_all lca_core lca_models lca_analyses lca_catalogue EXPORT lca
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT dev)
install(EXPORT lca NAMESPACE lca:: FILE lca-targets.cmake DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/lca" COMPONENT dev)

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
    cmake/LcaDependencies.cmake DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/lca" COMPONENT dev)

# The same for pkg-config; its paths, too, are relative to the file itself.
file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/lca.pc" @ONLY CONTENT
"prefix=\${pcfiledir}/@up@
libdir=\${prefix}/@CMAKE_INSTALL_LIBDIR@
includedir=\${prefix}/@CMAKE_INSTALL_INCLUDEDIR@/lca-1

Name: lca
Description: @PROJECT_DESCRIPTION@
Version: @PROJECT_VERSION@
Cflags: -I\${includedir}
Libs: -L\${libdir} -llca_analyses -llca_catalogue -llca_models -llca_core -lyaml-cpp -lcrypto -lutf8proc -pthread
")
install(FILES "${PROJECT_BINARY_DIR}/lca.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT dev)

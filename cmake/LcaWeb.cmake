# lca/page/web/ -> web_files.cpp: the scripts of pages, bundled and minified by esbuild with the d3 modules they use, and their style.
# Debian installs the modules in /usr/share/nodejs; elsewhere LCA_NODE_MODULES names the folder that holds d3-selection and the others.
find_program(LCA_ESBUILD esbuild)
set(LCA_NODE_MODULES /usr/share/nodejs CACHE PATH "Where d3-selection and its kin lie")
if(NOT LCA_ESBUILD OR NOT EXISTS "${LCA_NODE_MODULES}/d3-selection")
    message(FATAL_ERROR "lca: esbuild or the d3 modules were not found (Debian: apt-get install esbuild node-d3-scale "
        "node-d3-axis node-d3-selection node-d3-shape node-d3-array node-d3-format)")
endif()
set(web "${PROJECT_SOURCE_DIR}/lca/page/web")
set(web_made "${PROJECT_BINARY_DIR}/generated/web")
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS "${web}/*.ts" "${web}/*.css")
add_custom_command(OUTPUT "${web_made}/web_files.cpp"
    COMMAND "${CMAKE_COMMAND}" -E env "NODE_PATH=${LCA_NODE_MODULES}" "${LCA_ESBUILD}" "${web}/page.ts" "${web}/listing.ts" --bundle --minify
        --format=iife --target=es2020 --charset=utf8 --legal-comments=none --log-level=warning "--outdir=${web_made}"
    COMMAND "${LCA_ESBUILD}" "${web}/page.css" --bundle --minify --charset=utf8 --log-level=warning "--outfile=${web_made}/page.css"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${web_made}" -P "${PROJECT_SOURCE_DIR}/cmake/embed_web.cmake"
    DEPENDS ${web_sources} "${PROJECT_SOURCE_DIR}/cmake/embed_web.cmake"
    COMMENT "Bundling lca/page/web" VERBATIM)
# Clang warns of string literals longer than every compiler must support; the compilers used here take longer ones.
set_source_files_properties("${web_made}/web_files.cpp" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)

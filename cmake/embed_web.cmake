# cmake -DFOLDER=… -P embed_web.cmake: page.js and page.css of a folder as two texts of web_files.cpp beside them.
foreach(kind IN ITEMS js css)
    file(READ "${FOLDER}/page.${kind}" ${kind})
    string(STRIP "${${kind}}" ${kind})
    if("${${kind}}" MATCHES "\\)web\"|</script|</style|<!--")
        message(FATAL_ERROR "page.${kind} would end the text that it stands in")
    endif()
endforeach()
file(WRITE "${FOLDER}/web_files.cpp"
"// Made by cmake of lca/page/web.
#include \"lca/page/web_files.hpp\"

namespace lca {

std::string_view web_script() {
    return R\"web(${js})web\";
}

std::string_view web_style() {
    return R\"web(${css})web\";
}

}  // namespace lca
")

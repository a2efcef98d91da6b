# cmake -DFOLDER=… -P embed_web.cmake: writes page.js, listing.js and page.css of a folder as three string literals into web_files.cpp beside them.
foreach(file IN ITEMS page.js listing.js page.css)
    file(READ "${FOLDER}/${file}" text)
    string(STRIP "${text}" text)
    if("${text}" MATCHES "\\)web\"|</script|</style|<!--")
        message(FATAL_ERROR "${file} would end the text that it stands in")
    endif()
    string(MAKE_C_IDENTIFIER "${file}" name)
    set(${name} "${text}")
endforeach()
file(WRITE "${FOLDER}/web_files.cpp"
"// Made by cmake of lca/page/web.
#include \"lca/page/web_files.hpp\"

namespace lca::page {

std::string_view web_report_script() {
    return R\"web(${page_js})web\";
}

std::string_view web_listing_script() {
    return R\"web(${listing_js})web\";
}

std::string_view web_style() {
    return R\"web(${page_css})web\";
}

}  // namespace lca::page
")

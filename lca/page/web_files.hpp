#pragma once
// The scripts and the style of HTML pages; generated from lca/page/web/ when the library is built (see
// cmake/LcaWeb.cmake).

#include <string_view>

namespace lca::page {

std::string_view web_report_script();
std::string_view web_listing_script();
std::string_view web_style();

}  // namespace lca::page

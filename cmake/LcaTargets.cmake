# The libraries: the engine, the domain and the questions. tests/architecture checks which folder may include which.
lca_headers(lca_build::eigen Eigen/Core eigen3 libeigen3-dev)
lca_headers(lca_build::fmt fmt/core.h "" libfmt-dev)
lca_headers(lca_build::rapidjson rapidjson/reader.h "" rapidjson-dev)

file(GLOB core_sources CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" lca/*/*.cpp)
file(GLOB kernel_sources CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" lca/math/*.cpp lca/calc/*.cpp)
list(REMOVE_ITEM core_sources ${kernel_sources})
file(GLOB model_sources CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" models/*/*.cpp)
file(GLOB analysis_sources CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" analyses/*/*.cpp)
file(GLOB_RECURSE cli_sources CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" cli/*.cpp)
list(REMOVE_ITEM cli_sources cli/main.cpp)

# Each folder's sources become one file, in the release and the fuzz build only: elsewhere a missing #include must show. fmt (macros of its own) and
# the command (names such as run and options in each file) stay apart.
function(lca_unity target)
    if(NOT LCA_UNITY)
        return()
    endif()
    foreach(source IN LISTS ARGN)
        get_filename_component(folder "${source}" DIRECTORY)
        if(NOT IS_ABSOLUTE "${source}" AND NOT folder MATCHES "^(cli|cli/commands)$" AND NOT source STREQUAL "lca/base/fmt.cpp")
            set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${folder}")
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# Headers that most files include are precompiled once for all targets, which saves a third of the build time. Not together with a compiler
# cache, which they would defeat. Headers of the project are among them in unity builds only: elsewhere a missing #include of the project, or one
# of a higher layer, must show. tests/architecture/standard_includes.py checks that each file includes what it uses of the others.
set(LCA_PRECOMPILE ON)
if(LCA_CCACHE)
    set(LCA_PRECOMPILE OFF)
endif()
# g++ 12 forgets which precompiled headers are the system's, and warns of its own strings.
function(lca_without_warnings_of_precompiled target)
    target_compile_options(${target} PRIVATE "$<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow;-Wno-array-bounds>")
endfunction()
function(lca_precompile target)
    target_precompile_headers(${target} PRIVATE
        <algorithm> <array> <charconv> <chrono> <cmath> <cstddef> <cstdint> <functional> <limits> <map> <memory> <numeric> <optional>
        <set> <span> <stdexcept> <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector>
        <boost/units/base_unit.hpp> <boost/units/base_units/si/kilogram.hpp> <boost/units/base_units/si/meter.hpp>
        <boost/units/base_units/si/second.hpp> <boost/units/homogeneous_system.hpp> <boost/units/quantity.hpp> <boost/units/unit.hpp>
        <fmt/core.h> ${ARGN})
    lca_without_warnings_of_precompiled(${target})
endfunction()
if(LCA_PRECOMPILE)
    set(own_headers "")
    if(LCA_UNITY)
        set(own_headers lca/base/number.hpp lca/base/text.hpp lca/calc/dataflow.hpp lca/document/node.hpp lca/page/scale.hpp
            models/catalog/catalog.hpp models/language/schema_types.hpp analyses/breakdown/breakdown.hpp analyses/shared/json.hpp)
    endif()
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/precompiled.cpp" CONTENT "// A target of precompiled headers needs a source.\n")
    add_library(lca_precompiled OBJECT "${PROJECT_BINARY_DIR}/generated/precompiled.cpp")
    target_link_libraries(lca_precompiled PRIVATE lca_options lca_static::boost lca_build::fmt)
    lca_precompile(lca_precompiled ${own_headers})
endif()
function(lca_use_precompiled target)
    if(LCA_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM lca_precompiled)
        lca_without_warnings_of_precompiled(${target})
    endif()
endfunction()

function(lca_library name)
    add_library(${name} STATIC ${ARGN})
    lca_unity(${name} ${ARGN})
    lca_use_precompiled(${name})
    target_link_libraries(${name} PRIVATE $<BUILD_INTERFACE:lca_options>)
    target_include_directories(${name} PUBLIC
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
        $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/lca-1>)
    target_compile_features(${name} PUBLIC cxx_std_20)
endfunction()

# lca/page/format_NAME.cpp defines `const Format& NAME_format()`.
file(GLOB format_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" lca/page/format_*.cpp)
lca_table("${PROJECT_BINARY_DIR}/generated/formats.cpp" HEADER lca/page/report.hpp NAMESPACE lca
    TYPE Format TABLE formats SUFFIX _format PREFIX format_ FILES ${format_files})

# Kernels are compiled at -O3: at -O2 g++ 12 does not vectorise their loops over columns.
add_library(lca_kernels OBJECT ${kernel_sources})
lca_unity(lca_kernels ${kernel_sources})
target_compile_options(lca_kernels PRIVATE $<$<CONFIG:Release>:-O3>)
target_link_libraries(lca_kernels PRIVATE lca_options lca_static::boost lca_build::eigen)

lca_library(lca_core ${core_sources} $<TARGET_OBJECTS:lca_kernels> "${PROJECT_BINARY_DIR}/generated/formats.cpp" "${web_made}/web_files.cpp")
target_link_libraries(lca_core
    PUBLIC lca_static::boost Threads::Threads
    PRIVATE lca_static::yaml_cpp lca_static::crypto lca_static::utf8proc $<BUILD_INTERFACE:lca_build::eigen> $<BUILD_INTERFACE:lca_build::fmt>
        $<BUILD_INTERFACE:lca_build::rapidjson>)
set_source_files_properties(lca/base/fmt.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)

# models/manufacture/model_NAME.cpp defines `const ManufactureModel& NAME_model()`.
file(GLOB manufacture_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" models/manufacture/model_*.cpp)
lca_table("${PROJECT_BINARY_DIR}/generated/manufacture_models.cpp" HEADER models/resolve/manufacture_model.hpp NAMESPACE lca
    TYPE ManufactureModel TABLE manufacture_models SUFFIX _model PREFIX model_ FILES ${manufacture_files})
# Their tables of keys, which the language refers to without knowing the models.
lca_table("${PROJECT_BINARY_DIR}/generated/manufacture_keys.cpp" NAMESPACE lca TYPE ManufactureModel SUFFIX _model PREFIX model_
    HEADER models/language/schema_types.hpp models/resolve/manufacture_model.hpp
    TABLE types::manufacture_model_types MEMBER inputs MEMBER_TYPE Type FILES ${manufacture_files})

# models/services/model_NAME.cpp defines `const ServiceModel& NAME_model()`, with a table of keys as above.
file(GLOB service_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" models/services/model_*.cpp)
lca_table("${PROJECT_BINARY_DIR}/generated/service_models.cpp" HEADER models/resolve/service_model.hpp NAMESPACE lca
    TYPE ServiceModel TABLE service_models SUFFIX _model PREFIX model_ FILES ${service_files})
lca_table("${PROJECT_BINARY_DIR}/generated/service_keys.cpp" NAMESPACE lca TYPE ServiceModel SUFFIX _model PREFIX model_
    HEADER models/language/schema_types.hpp models/resolve/service_model.hpp
    TABLE types::service_model_types MEMBER inputs MEMBER_TYPE Type FILES ${service_files})

# models/logs/log_NAME.cpp defines `const LogFormat& NAME_log()`.
file(GLOB log_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" models/logs/log_*.cpp)
lca_table("${PROJECT_BINARY_DIR}/generated/log_formats.cpp" HEADER models/logs/log.hpp NAMESPACE lca
    TYPE LogFormat TABLE log_formats SUFFIX _log PREFIX log_ FILES ${log_files})

# models/series/format_NAME.cpp defines `const SeriesFormat& NAME_series()`.
file(GLOB series_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" models/series/format_*.cpp)
lca_table("${PROJECT_BINARY_DIR}/generated/series_formats.cpp" HEADER models/series/series_format.hpp NAMESPACE lca
    TYPE SeriesFormat TABLE series_formats SUFFIX _series PREFIX format_ FILES ${series_files})
# Their names, which the language offers without knowing the formats.
lca_table("${PROJECT_BINARY_DIR}/generated/series_names.cpp" NAMESPACE lca TYPE SeriesFormat SUFFIX _series PREFIX format_
    HEADER models/language/schema_types.hpp models/series/series_format.hpp
    TABLE types::series_format_names MEMBER name MEMBER_TYPE std::string_view FILES ${series_files})

if(model_sources)
    lca_library(lca_models ${model_sources} "${PROJECT_BINARY_DIR}/generated/log_formats.cpp" "${PROJECT_BINARY_DIR}/generated/series_formats.cpp"
        "${PROJECT_BINARY_DIR}/generated/series_names.cpp" "${PROJECT_BINARY_DIR}/generated/manufacture_models.cpp"
        "${PROJECT_BINARY_DIR}/generated/manufacture_keys.cpp" "${PROJECT_BINARY_DIR}/generated/service_models.cpp"
        "${PROJECT_BINARY_DIR}/generated/service_keys.cpp")
    target_link_libraries(lca_models PUBLIC lca_core PRIVATE $<BUILD_INTERFACE:lca_build::fmt>)
    # They run as fast as at -O2, whose other passes would take a quarter of the compile time.
    target_compile_options(lca_models PRIVATE $<$<CONFIG:Release>:-O1;-finline-small-functions;-findirect-inlining;-fpartial-inlining>)
endif()

# analyses/export/form_NAME.cpp defines `const ExportForm& NAME_form()`.
file(GLOB form_files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" analyses/export/form_*.cpp)
lca_table("${PROJECT_BINARY_DIR}/generated/export_forms.cpp" HEADER analyses/export/export.hpp NAMESPACE lca
    TYPE ExportForm TABLE export_forms SUFFIX _form PREFIX form_ FILES ${form_files})

# A million rows of a table pass through these files: they are compiled at -O2, as reading and evaluation are, other analyses at -O1.
set(row_sources ${analysis_sources})
list(FILTER row_sources INCLUDE REGEX "^analyses/(fleet/|shared/swept_capacity)")
list(REMOVE_ITEM analysis_sources ${row_sources})
add_library(lca_rows OBJECT ${row_sources})
lca_unity(lca_rows ${row_sources})
lca_use_precompiled(lca_rows)
target_link_libraries(lca_rows PRIVATE lca_options lca_models $<BUILD_INTERFACE:lca_build::fmt>)

lca_library(lca_analyses ${analysis_sources} $<TARGET_OBJECTS:lca_rows> "${PROJECT_BINARY_DIR}/generated/export_forms.cpp")
target_link_libraries(lca_analyses PUBLIC lca_models PRIVATE $<BUILD_INTERFACE:lca_build::fmt>)
target_compile_options(lca_analyses PRIVATE $<$<CONFIG:Release>:-O1>)

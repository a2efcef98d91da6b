# Packages for Debian by `cpack`: lca (the command, its manual and its data) and liblca-dev (the libraries). They are
# reproducible: see packaging/debian/stage.cmake.
if(NOT TARGET lca OR NOT TARGET lca_catalogue OR LCA_FUZZ)
    return()
endif()
set(LCA_MAINTAINER "The authors of lca <authors@lca.invalid>" CACHE STRING "Who answers for the packages")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME lca)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL lca dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_SOURCE_DIR}/packaging/debian/settings.cmake")
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/packaging/debian/stage.cmake")
set(CPACK_LCA_SOURCE "${PROJECT_SOURCE_DIR}")

set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${LCA_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_LCA_PACKAGE_NAME lca)
set(CPACK_DEBIAN_LCA_PACKAGE_SECTION science)
set(CPACK_DEBIAN_LCA_PACKAGE_RECOMMENDS tzdata)
if(NOT LCA_STATIC)
    set(CPACK_DEBIAN_LCA_PACKAGE_SHLIBDEPS ON)
endif()
set(CPACK_COMPONENT_LCA_DESCRIPTION
"What does an AI system cost the climate? lca answers from one YAML file:
making the hardware, the power drawn while nothing is computed, and the
energy of training and inference, in one calculation whose units are
checked, with the source of every number.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME liblca-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libyaml-cpp-dev, libssl-dev, libutf8proc-dev, libboost-dev")
set(CPACK_DEBIAN_DEV_PACKAGE_SUGGESTS "lca (= ${PROJECT_VERSION}-1)")
set(CPACK_COMPONENT_DEV_DESCRIPTION
"The libraries behind the command lca: to read or build a scenario, evaluate
it, sample and compare it, with the built-in catalogue of hardware and
electricity. This package holds the headers, the static libraries, and the
files by which CMake (find_package(lca)) and pkg-config find them.")
include(CPack)

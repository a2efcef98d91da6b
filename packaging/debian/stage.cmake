# Run by cpack between copying files and packaging them: adds to each package what Debian's policy asks for, and gives every file
# the same time and modes whatever the umask, so that the package depends on nothing but what is in the files.
set(packages_lca lca)
set(packages_dev liblca-dev)

execute_process(COMMAND sh "${CPACK_LCA_SOURCE}/packaging/licences.sh" OUTPUT_VARIABLE licences COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND date -u -R -d "@$ENV{SOURCE_DATE_EPOCH}" OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    set(package "${packages_${component}}")
    set(root "${CPACK_TEMPORARY_DIRECTORY}/${component}")
    set(doc "${root}/usr/share/doc/${package}")
    file(WRITE "${doc}/copyright" "${licences}")
    file(COPY_FILE "${CPACK_LCA_SOURCE}/CHANGELOG.md" "${doc}/changelog")
    file(WRITE "${doc}/changelog.Debian"
"lca (${CPACK_DEBIAN_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * New version: changelog.gz says what is new.

 -- ${CPACK_DEBIAN_PACKAGE_MAINTAINER}  ${date}
")
    execute_process(COMMAND gzip -9nf "${doc}/changelog" "${doc}/changelog.Debian" COMMAND_ERROR_IS_FATAL ANY)
    # Their texts are in copyright and changelog.gz.
    file(REMOVE "${doc}/LICENSE" "${doc}/LICENSE-DATA" "${doc}/NOTICE" "${doc}/CHANGELOG.md")
    set(overrides "${CPACK_LCA_SOURCE}/packaging/debian/${package}.lintian-overrides")
    if(EXISTS "${overrides}")
        file(COPY_FILE "${overrides}" "${root}/overrides")
        file(MAKE_DIRECTORY "${root}/usr/share/lintian/overrides")
        file(RENAME "${root}/overrides" "${root}/usr/share/lintian/overrides/${package}")
    endif()
    execute_process(COMMAND chmod -R u=rwX,go=rX "${root}" COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND find "${root}" -exec touch -h -d "@$ENV{SOURCE_DATE_EPOCH}" {} + COMMAND_ERROR_IS_FATAL ANY)
endforeach()

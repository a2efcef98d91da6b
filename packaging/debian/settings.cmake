# Read by cpack before it packages: sets the time of every file in a package. It is that of the last change of the sources,
# or SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), so that equal sources make equal packages.
if("$ENV{SOURCE_DATE_EPOCH}" STREQUAL "")
    execute_process(COMMAND sh "${CPACK_LCA_SOURCE}/packaging/source_date.sh" OUTPUT_VARIABLE epoch
        OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(ENV{SOURCE_DATE_EPOCH} "${epoch}")
endif()

# Embeds the files below schemas/ into the program, so that it runs without the source tree.
#   jiezhuan_embed(OUT file.cpp FILES a b ...)
set(JIEZHUAN_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)
function(jiezhuan_embed)
  cmake_parse_arguments(ARG "" "OUT" "FILES" ${ARGN})
  list(JOIN ARG_FILES "|" joined)
  add_custom_command(
    OUTPUT ${ARG_OUT}
    COMMAND ${CMAKE_COMMAND} "-DOUT=${ARG_OUT}" "-DROOT=${PROJECT_SOURCE_DIR}" "-DFILES=${joined}" -P ${JIEZHUAN_EMBED_SCRIPT}
    DEPENDS ${ARG_FILES} ${JIEZHUAN_EMBED_SCRIPT}
    VERBATIM)
endfunction()

option(JIEZHUAN_WERROR "warnings are errors" OFF)

add_library(jiezhuan_flags INTERFACE)
target_compile_options(jiezhuan_flags INTERFACE
  -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference
  $<$<BOOL:${JIEZHUAN_WERROR}>:-Werror>
  $<$<CONFIG:RelWithDebInfo,Release>:-D_FORTIFY_SOURCE=2>
  -D_GLIBCXX_ASSERTIONS -fstack-protector-strong -fPIE)
target_link_options(jiezhuan_flags INTERFACE -pie -Wl,-z,relro,-z,now)

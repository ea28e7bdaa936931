option(JIEZHUAN_WERROR "warnings are errors" OFF)

add_library(jiezhuan_flags INTERFACE)
target_compile_options(jiezhuan_flags INTERFACE
  -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual $<$<CONFIG:Debug>:-Wnull-dereference>
  # GCC 12 raises these falsely for std::optional and std::string when it optimises; the asan preset says so itself.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:RelWithDebInfo,Release>>:-Wno-maybe-uninitialized;-Wno-restrict>
  $<$<BOOL:${JIEZHUAN_WERROR}>:-Werror>
  $<$<CONFIG:RelWithDebInfo,Release>:-D_FORTIFY_SOURCE=2>
  -D_GLIBCXX_ASSERTIONS -fstack-protector-strong -fPIE)
target_link_options(jiezhuan_flags INTERFACE -pie -Wl,-z,relro,-z,now)

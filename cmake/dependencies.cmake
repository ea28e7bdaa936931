# Everything the program and its tests stand on; all of it from Debian 12 (packages.txt).
# JIEZHUAN_STATIC links the archives that Debian has instead of the shared libraries: a command that only reads then spends a third of
# the time on starting. fmt and toml++ have no archive.
option(JIEZHUAN_STATIC "link libraries into the program where there is an archive" OFF)
if(JIEZHUAN_STATIC)
  set(OPENSSL_USE_STATIC_LIBS TRUE)
  list(PREPEND CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(tomlplusplus REQUIRED) # the shared target only: header-only, it aborts on Chinese keys
find_package(nlohmann_json REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ICU REQUIRED COMPONENTS i18n uc data)
find_package(CLI11 REQUIRED)

find_path(LIBCSV_INCLUDE_DIR csv.h REQUIRED)
find_library(LIBCSV_LIBRARY csv REQUIRED)
add_library(libcsv::csv UNKNOWN IMPORTED)
set_target_properties(libcsv::csv PROPERTIES
  IMPORTED_LOCATION ${LIBCSV_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${LIBCSV_INCLUDE_DIR})

find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)

if(JIEZHUAN_TESTS)
  find_package(doctest REQUIRED)
  find_package(rapidcheck REQUIRED)
  find_package(valijson REQUIRED)
endif()

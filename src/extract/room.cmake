# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# SQLCipher is linked as an archive and its symbols are hidden: the shared one exports the same sqlite3_* names as the
# system's SQLite, and whichever library the loader meets first serves both. With the system's first, files would be
# written in the clear. The archive is not position independent code for shared libraries, so rooms stay STATIC.
find_library(SQLCIPHER_ARCHIVE NAMES libsqlcipher.a REQUIRED)
find_path(SQLCIPHER_INCLUDE NAMES sqlcipher/sqlite3.h REQUIRED)
target_include_directories(room_extract SYSTEM PRIVATE ${SQLCIPHER_INCLUDE})
target_link_libraries(room_extract PRIVATE PkgConfig::SODIUM ${SQLCIPHER_ARCHIVE} OpenSSL::Crypto m ${CMAKE_DL_LIBS})
target_link_options(room_extract INTERFACE -Wl,--exclude-libs,libsqlcipher.a)
qt_add_resources(room_extract extract_words PREFIX /words BASE ${CMAKE_SOURCE_DIR}/resources/words
                 FILES ${CMAKE_SOURCE_DIR}/resources/words/english.txt ${CMAKE_SOURCE_DIR}/resources/words/recovery.txt)

# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# English needs a catalogue of its own for plurals ("1 file", "2 files"), of the texts of every room and form; both programs
# speak by it. `ninja update_translations` refreshes it.
set(translation_files ${CMAKE_SOURCE_DIR}/translations/pupil-record_en.ts)
file(GLOB_RECURSE said_in CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h ${CMAKE_SOURCE_DIR}/ui/*.ui)
qt_add_lupdate(room_base TS_FILES ${translation_files} SOURCES ${said_in} INCLUDE_DIRECTORIES ${CMAKE_CURRENT_SOURCE_DIR}
              OPTIONS -pluralonly -locations none)
qt_add_lrelease(room_base TS_FILES ${translation_files} QM_FILES_OUTPUT_VARIABLE compiled_translations)
qt_add_resources(room_base base_translations PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled_translations})

# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# resources/catalogue/*.csv → catalogue_tables.cpp, by a small program of the standard library alone: everything the
# catalogue knows is compiled in, sorted and ready, and nothing is parsed when the program starts.
add_executable(catalogue_generate
    ${CMAKE_CURRENT_SOURCE_DIR}/catalogue/generate/main.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/catalogue/generate/coverage.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/catalogue/generate/csv.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/catalogue/generate/emit.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/catalogue/generate/items.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/catalogue/name_key.cpp)
target_include_directories(catalogue_generate PRIVATE ${CMAKE_BINARY_DIR}/include/catalogue)
set_target_properties(catalogue_generate PROPERTIES AUTOMOC OFF AUTORCC OFF AUTOUIC OFF
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/generate)
set(catalogue_data ${CMAKE_SOURCE_DIR}/resources/catalogue)
file(GLOB catalogue_csv CONFIGURE_DEPENDS ${catalogue_data}/*.csv ${catalogue_data}/items/*.csv)
set(catalogue_tables ${CMAKE_CURRENT_BINARY_DIR}/catalogue_tables.cpp)
add_custom_command(OUTPUT ${catalogue_tables}
    COMMAND catalogue_generate ${catalogue_data} ${catalogue_tables}
    DEPENDS catalogue_generate ${catalogue_csv}
    COMMENT "Compiling the data catalogue"
    VERBATIM)
target_sources(room_catalogue PRIVATE ${catalogue_tables})
# Data, not code: nothing for the analyser to find in it, and minutes to look.
set_source_files_properties(${catalogue_tables} PROPERTIES SKIP_LINTING ON SKIP_AUTOGEN ON)

# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
file(GLOB icon_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/icons/*.svg)
qt_add_resources(room_app app_icons PREFIX /icons BASE ${CMAKE_SOURCE_DIR}/resources/icons FILES ${icon_files})

file(GLOB help_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/help/*.md)
qt_add_resources(room_app app_help PREFIX /help BASE ${CMAKE_SOURCE_DIR}/resources/help FILES ${help_files})

# Designer forms are listed so that lupdate sees their texts; AUTOUIC finds them through its search path.
file(GLOB form_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/ui/*.ui)
target_sources(room_app PRIVATE ${form_files})

add_executable(pupil-record-viewer ${CMAKE_CURRENT_SOURCE_DIR}/app/main.cpp)
target_link_libraries(pupil-record-viewer PRIVATE room_app)
install(TARGETS pupil-record-viewer RUNTIME DESTINATION bin)

# Draws pages of documents from outside, apart from the program that holds the record.
file(GLOB drawer_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/app/drawer/*.cpp)
add_executable(pupil-record-drawer ${drawer_sources} ${CMAKE_CURRENT_SOURCE_DIR}/app/paper/drawing.cpp)
target_include_directories(pupil-record-drawer PRIVATE ${CMAKE_BINARY_DIR}/include/app)
target_link_libraries(pupil-record-drawer PRIVATE Qt6::Gui PkgConfig::POPPLER_QT6)
add_dependencies(room_app pupil-record-drawer)
install(TARGETS pupil-record-drawer RUNTIME DESTINATION libexec/pupil-record)

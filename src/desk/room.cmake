# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The invented child's sources stand inside the program, so that an installed copy can show them.
file(GLOB demo_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/demo/*)
list(FILTER demo_sources EXCLUDE REGEX "\\.md$|/schools\\.csv$")
if(demo_sources)
    qt_add_resources(room_desk desk_demo PREFIX /demo BASE ${CMAKE_SOURCE_DIR}/resources/demo FILES ${demo_sources})
endif()

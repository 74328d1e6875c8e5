# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
add_executable(pupil-record ${CMAKE_CURRENT_SOURCE_DIR}/cli/main.cpp)
target_link_libraries(pupil-record PRIVATE room_cli)
install(TARGETS pupil-record RUNTIME)

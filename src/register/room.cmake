# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiled in, so that the list of shares is there before anything is opened. The demonstration's invented schools
# come with it where that folder holds them; without them the directory is empty.
set(register_files ${CMAKE_SOURCE_DIR}/resources/register/known_shares.json
    ${CMAKE_SOURCE_DIR}/resources/register/totals.json)
qt_add_resources(room_register register_lists PREFIX "/register" BASE ${CMAKE_SOURCE_DIR}/resources/register
                 FILES ${register_files})
if(EXISTS ${CMAKE_SOURCE_DIR}/resources/demo/schools.csv)
    qt_add_resources(room_register register_schools PREFIX "/register" BASE ${CMAKE_SOURCE_DIR}/resources/demo
                     FILES ${CMAKE_SOURCE_DIR}/resources/demo/schools.csv)
endif()

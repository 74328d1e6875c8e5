# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sentences and law are data: a further language is a further folder under resources/letters.
file(GLOB letter_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/letters/*/*.json
     ${CMAKE_SOURCE_DIR}/resources/law/*.json)
qt_add_resources(room_requests letters_and_law PREFIX / BASE ${CMAKE_SOURCE_DIR}/resources FILES ${letter_files})

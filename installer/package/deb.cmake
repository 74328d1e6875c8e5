# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `cpack -G DEB`, by installer/deb. One package for each Debian release: the libraries of one do not all exist in the
# other.
set(debian_release "")
if(EXISTS /etc/os-release)
    file(STRINGS /etc/os-release release_line REGEX "^VERSION_ID=")
    string(REGEX REPLACE "^VERSION_ID=\"?([0-9]+).*" "~deb\\1" debian_release "${release_line}")
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pupil-record)
set(CPACK_PACKAGE_VENDOR "Pupil Record contributors")
set(CPACK_PACKAGE_CONTACT "Pupil Record contributors <nobody@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "see and correct what the National Pupil Database holds about you")
set(CPACK_PACKAGE_DESCRIPTION
    "If you went to school in England, the National Pupil Database holds a
record about you. Pupil Record opens what you were handed by a school or
by the Department for Education, keeps it in one encrypted file on your own
computer, shows it on one timeline, says who may have been given it, and
writes letters that ask for a wrong value to be put right. It has no network
access.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE "1${debian_release}")
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plug-ins are loaded by name: no link tells of them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS qt6-qpa-plugins)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-mono")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS apparmor)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/postinst ${CMAKE_CURRENT_LIST_DIR}/prerm
    ${CMAKE_CURRENT_LIST_DIR}/conffiles)
include(CPack)

# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by installer/run and tests/run: which Debian packages are wanted, which are missing, and how to get them.

die() { printf '%s\n' "$*" >&2; exit 1; }

debian_release() {
    [ -r /etc/os-release ] || die "This is not Debian: /etc/os-release is missing. Debian 12 or 13 is needed."
    . /etc/os-release
    case "${ID:-}${VERSION_ID:-}" in
        debian12 | debian13) printf '%s' "$VERSION_ID" ;;
        *) die "Debian 12 or 13 is needed; this is ${PRETTY_NAME:-something else}. On another system, install what installer/dependencies lists by hand, then use CMake (see CONTRIBUTING.md)." ;;
    esac
}

# wanted_packages WHEN...
wanted_packages() {
    local release; release=$(debian_release) || exit 1
    awk -v release="$release" -v when=" $* " '
        { sub(/#.*/, "") } NF >= 2 && index(when, " " $2 " ") && ($3 == "" || $3 == release) { print $1 }
    ' "$root/installer/dependencies"
}

missing_packages() {
    local name
    for name in $(wanted_packages "$@"); do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
    done
}

# Installs what is missing. Only this step needs the administrator.
install_packages() {
    local missing; missing=$(missing_packages "$@")
    [ -n "${missing// /}" ] || return 0
    local apt="apt-get install -y --no-install-recommends $missing"
    printf 'Missing Debian packages (%s): %s\n' "$(wc -w <<<"$missing")" "$missing"
    printf 'They come from the package source this computer is set up with: up to about 250 MB, 1 to 3 minutes.\n'
    if [ "$(id -u)" = 0 ]; then
        apt-get update && DEBIAN_FRONTEND=noninteractive $apt
    elif command -v sudo >/dev/null 2>&1; then
        printf 'sudo may ask for your password now, for this step alone.\n'
        sudo sh -c "apt-get update && DEBIAN_FRONTEND=noninteractive $apt"
    else
        printf '\nThis computer has no sudo. Let the administrator run this one line, then start again:\n\n'
        printf "    su -c 'apt-get update && %s'\n\n" "$apt"
        exit 2
    fi || die "The packages could not be installed. Is this computer online, and is its package source set up?"
}

# build_tree PRESET [cmake arguments]: configures and builds, quietly when nothing is to be done.
build_tree() {
    local preset=$1; shift
    local log="$root/build/$preset-build.log"
    mkdir -p "$root/build"
    # As many compilers as cores, but no more than the memory carries (about 1 GB each).
    local jobs memory
    jobs=$(nproc)
    memory=$(awk '/MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || true)
    if [ -n "$memory" ] && [ "$memory" -ge 1 ] && [ "$memory" -lt "$jobs" ]; then jobs=$memory; fi
    (cd "$root" && cmake --preset "$preset" "$@" >"$log" 2>&1 && cmake --build --preset "$preset" -j "$jobs" >>"$log" 2>&1) || {
        tail -n 40 "$log" >&2
        die "Building failed. The whole report is in build/$preset-build.log."
    }
}

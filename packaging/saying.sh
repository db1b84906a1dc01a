# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Reserve Console authors
# SPDX-License-Identifier: MIT
#
# Sourced by the root scripts: how they speak, and what they check first.

say() {
    printf 'reserve: %s\n' "$*" >&2
}

# One clear line, then the end.
stop() {
    say "$*"
    exit 1
}

# Of the file system that FOLDER is on; nothing when df does not know.
free_megabytes() {
    { df -Pm "$1" 2>/dev/null || true; } | awk 'NR == 2 { print $4 }'
}

# need_space FOLDER MEGABYTES WHAT-FOR
need_space() {
    local free
    free=$(free_megabytes "$1")
    if [ -n "$free" ] && [ "$free" -lt "$2" ]; then
        stop "The disk of $1 has $free MB free, and $3 needs $2 MB. Free some space, then try again."
    fi
}

# build_workflow ROOT PRESET: a workflow of CMakePresets.json. Only a first build needs much room.
build_workflow() {
    local free
    [ -d "$1/build" ] || need_space "$1" 1500 "the first build"
    (cd "$1" && cmake --workflow --preset "$2") && return
    free=$(free_megabytes "$1")
    if [ -n "$free" ] && [ "$free" -lt 20 ]; then
        stop "The disk of $1 is full: $free MB are free. Free some space, then try again; what is built stays."
    fi
    stop "This did not end well; the words of the compiler or of the tests stand above."
}

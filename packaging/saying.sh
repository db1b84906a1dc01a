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

# need_space FOLDER MEGABYTES WHAT-FOR
need_space() {
    local free
    free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
    if [ "${free:-0}" -lt "$2" ]; then
        stop "The disk of $1 has $free MB free, and $3 needs $2 MB. Free some space, then try again."
    fi
}

# build_workflow PRESET: a workflow of CMakePresets.json. Only a first build needs much room.
build_workflow() {
    [ -d build ] || need_space . 3000 "the first build"
    cmake --workflow --preset "$1"
}

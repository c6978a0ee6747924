#!/bin/sh
# quickstart.sh: from a fresh clone to the first picture and report, or to a full run of the tests.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

build_packages='gcc libc6-dev cmake ninja-build pkg-config libigraph-dev libcjson-dev libgraphviz-dev libsqlite3-dev
    libxml2-dev libarchive-dev libpoppler-glib-dev libmd4c-dev libutf8proc-dev libmd-dev'
test_packages='libcmocka-dev libxml2-utils mandoc'

help() {
    cat <<'TEXT'
usage: ./quickstart.sh         install what is needed, build, and make the picture and the reports of data/samples
       ./quickstart.sh test    install what the tests need too, and run all tests
       ./quickstart.sh help    this text

Works from any folder and as often as you like. On Debian and Ubuntu missing packages are installed by apt-get
(with sudo unless you are root); elsewhere they are named, and you install them.
TEXT
}

say() { printf '%s\n' "$*"; }
fail() { printf 'quickstart: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "run this as root, or install sudo: $*"
    fi
}

installed() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -q '^installed$'; }

# Run a command quietly: what it says goes to a log, which is shown only when it fails.
quietly() {
    what=$1
    shift
    log=build/quickstart.log
    mkdir -p build
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        fail "$what failed"
    fi
}

install_packages() {
    missing=
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "No apt-get here. These must be installed (names as in Debian): $(echo "$@" | tr -s ' \n' ' ')"
        return
    fi
    for package in "$@"; do
        installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "Installing:$missing"
    quietly 'apt-get update' as_root apt-get update
    # shellcheck disable=SC2086 # a list of names
    quietly 'apt-get install' as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends $missing
}

build_preset() {
    say "Building ($1)"
    quietly "configuring $1" cmake --preset "$1" "-DBUILD_TESTING=$2"
    quietly "building $1" cmake --build --preset "$1"
}

main_job() {
    # shellcheck disable=SC2086 # a list of names
    install_packages $build_packages
    build_preset release OFF
    build/release/rxcite --overwrite build data/samples -o build/quickstart
    say "The picture: $PWD/build/quickstart/graph.svg"
    say "The report:  $PWD/build/quickstart/report.html"
    say "The program: $PWD/build/release/rxcite"
}

run_tests() {
    # shellcheck disable=SC2086 # lists of names
    install_packages $build_packages $test_packages
    build_preset dev ON
    say "Testing"
    log=build/tests.log
    if ctest --preset dev --parallel "$(nproc)" --quiet --output-log $log; then
        sed -n '/% tests passed/,$p' $log
    else
        cat $log >&2
        fail "tests failed; all they said is in $PWD/$log"
    fi
}

cd "$(dirname "$0")"
case "${1-}" in
    '') main_job ;;
    test) run_tests ;;
    help | -h | --help) help ;;
    *) help >&2; exit 2 ;;
esac

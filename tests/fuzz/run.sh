#!/bin/sh
# run.sh SECONDS [TARGET...]: fuzz each target for so long, from its corpus; finds are kept in build/fuzz/found.
# FUZZ_SEED and FUZZ_RUNS make a run repeatable: the same inputs in the same order, at most so many.
# Needs a build of the preset fuzz: cmake --preset fuzz && cmake --build --preset fuzz
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
[ $# -ge 1 ] || { echo "usage: $0 SECONDS [TARGET...]" >&2; exit 2; }
seconds=$1
shift
cd "$(dirname "$0")/../.."
found=$PWD/build/fuzz/found
failed=

if [ $# -eq 0 ]; then
    for source in tests/fuzz/fuzz_*.c; do
        target=$(basename "$source" .c)
        set -- "$@" "${target#fuzz_}"
    done
fi
for target in "$@"; do
    mkdir -p "$found/$target" "build/fuzz/grown/$target"
    dictionary=tests/fuzz/$target.dict
    corpus=$target
    [ "$target" = reader ] && corpus=document
    set -- -max_total_time="$seconds" -rss_limit_mb=3000 -timeout=10 -max_len=8192 -print_final_stats=1 \
        -seed="${FUZZ_SEED-0}" -runs="${FUZZ_RUNS--1}"
    [ -f "$dictionary" ] && set -- "$@" -dict="$dictionary"
    [ "$corpus" = document ] && set -- "$@" tests/golden/readers/*/
    "build/fuzz/tests/fuzz/fuzz_$target" -artifact_prefix="$found/$target/" \
        "build/fuzz/grown/$target" "tests/fuzz/corpus/$corpus" "$@" >"$found/$target.log" 2>&1 || failed="$failed $target"
    printf '%s: %s runs\n' "$target" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$found/$target.log")"
done
if [ -n "$failed" ]; then
    for target in $failed; do tail -n 40 "$found/$target.log"; done
    echo "failed:$failed" >&2
    exit 1
fi

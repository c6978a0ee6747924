#!/bin/sh
# campaign.sh RUNS [READER...]: so many more inputs for each reader, the smaller ones first; without RUNS, what has been done.
# Inputs that reach something new are kept in build/fuzz-fast/grown/READER, and begun from the next time; finds in
# build/fuzz-fast/found. Memory mistakes show when the grown inputs are run again under the address sanitizer:
#   campaign.sh asan [READER...]
# Needs a build of the preset fuzz-fast (for asan of the preset fuzz): cmake --preset fuzz-fast && cmake --build --preset fuzz-fast
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/../.."
base=$PWD/build/fuzz-fast
runs=${1-}
[ $# -eq 0 ] || shift
# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(sed -n 's/^READER(\(.*\))$/\1/p' src/read/readers.def)
mkdir -p "$base/done" "$base/found" "$base/words"

# The golden cases of the reader, and the inputs that others of its kind have failed on.
seed() {
    mkdir -p "$base/seeds/$1" "$base/grown/$1"
    cp "tests/golden/readers/$1/"*.in "$base/seeds/$1/"
    for file in tests/fuzz/corpus/document/*; do
        [ "$(head -n 1 "$file" | tr -d '\001\000')" = "$1" ] && tail -n +2 "$file" >"$base/seeds/$1/$(basename "$file")"
    done
    return 0
}

# Words that the reader knows: the literals of its sources.
words() {
    files=src/read/read_$1.c
    for part in $(sed -n 's/^#include "read\/\(.*\)\.h"$/\1/p' "$files"); do
        for file in "src/read/$part.c" "src/read/${part}"_*.c; do
            [ -f "$file" ] && files="$files $file"
        done
    done
    # shellcheck disable=SC2086
    grep -ho '"[^"\\%]*"' $files | tr -d '"' | tr ' |' '\n\n' | LC_ALL=C grep '^[!#-[^-~]\{2,32\}$' | LC_ALL=C sort -u | sed 's/.*/"&"/' >"$base/words/$1"
}

# number FILE NAME: a figure of libFuzzer's statistics
number() { sed -n "s/^stat::$2: *//p" "$1" | tail -n 1; }

# fuzz READER RUNS LENGTH
fuzz() {
    log=$base/done/$1.log
    start=$(date +%s)
    FUZZ_READER=$1 "$base/tests/fuzz/fuzz_reader" -runs="$2" -max_len="$3" -seed="${FUZZ_SEED-0}" -entropic=0 -timeout=20 \
        -rss_limit_mb=2000 -print_final_stats=1 -dict="$base/words/$1" -artifact_prefix="$base/found/$1-" \
        "$base/grown/$1" "$base/seeds/$1" >"$log" 2>&1 || printf '%s: see %s\n' "$1" "$log" >&2
    runs_done=$(number "$log" number_of_executed_units)
    printf '%s %s\n' "${runs_done:-0}" $(($(date +%s) - start)) >>"$base/done/$1"
}

show() {
    printf '%-16s %12s %9s %7s %6s\n' reader executions runs/s inputs finds
    for reader in "$@"; do
        [ -f "$base/done/$reader" ] || continue
        awk -v reader="$reader" -v inputs="$(find "$base/grown/$reader" -type f | wc -l)" \
            -v finds="$(find "$base/found" -type f -name "$reader-*" | wc -l)" \
            '{ n += $1; s += $2 } END { printf "%-16s %12d %9d %7d %6d\n", reader, n, s ? n / s : n, inputs, finds }' "$base/done/$reader"
    done
}

case $runs in
'') ;;
asan)
    for reader in "$@"; do
        [ -d "$base/grown/$reader" ] || continue
        FUZZ_READER=$reader build/fuzz/tests/fuzz/fuzz_reader -runs=0 -timeout=60 -rss_limit_mb=4000 \
            -artifact_prefix="$base/found/$reader-asan-" "$base/grown/$reader" >"$base/done/$reader.asan.log" 2>&1 ||
            printf '%s: see %s\n' "$reader" "$base/done/$reader.asan.log" >&2
    done
    ;;
*)
    for reader in "$@"; do
        seed "$reader"
        words "$reader"
        fuzz "$reader" $((runs * 7 / 10)) 256
        fuzz "$reader" $((runs / 4)) 512
        fuzz "$reader" $((runs / 20)) 2048
    done
    ;;
esac
show "$@"

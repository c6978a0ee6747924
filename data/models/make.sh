#!/bin/sh
# make.sh RXCITE REFERENCES WORK: trains data/models/refs.bin, and before that checks by cross-validation.
#   RXCITE      the program, built by the release preset
#   REFERENCES  ../shared/data/references
#   WORK        a folder for what is made on the way
# With CHECK=no the cross-validation is left out. Needs python3, pandoc and citation-style-language-styles.
# The same data, seeds and compiler give the same bytes.
set -eu
rxcite=$1 references=$2 work=$3
here=$(cd "$(dirname "$0")" && pwd)
score=$references/../../tools/score_references.py
mkdir -p "$work"
python3 "$here/folds.py" "$references" "$work"
for i in 0 1 2 3 4 5; do
    [ -s "$work/rendered$i.jsonl" ] || python3 "$here/render.py" "$work/rendered$i.jsonl" 300 12 $((100 + i)) "$work/part$i.jsonl"
    python3 "$here/noise.py" "$work/noise$i.jsonl" 0.35 $((200 + i)) "$work/part$i.jsonl"
done
if [ "${CHECK:-yes}" = yes ]; then
    mkdir -p "$work/fold/models"
    ln -sfn "$here/../vocab" "$work/fold/vocab"
    : > "$work/gold.jsonl"; : > "$work/found.jsonl"
    for test in 0 1 2 3 4; do
        others=
        for i in 0 1 2 3 4 5; do [ $i = $test ] || others="$others $work/part$i.jsonl $work/rendered$i.jsonl $work/noise$i.jsonl"; done
        "$rxcite" train refs $others -o "$work/fold/models/refs.bin" --overwrite
        python3 "$score" --lines "$work/part$test.jsonl" | RXCITE_DATA="$work/fold" "$rxcite" refs --lines -f ndjson - |
            python3 -c 'import json, sys; [print(json.dumps(json.loads(line)["csl"])) for line in sys.stdin]' >> "$work/found.jsonl"
        cat "$work/part$test.jsonl" >> "$work/gold.jsonl"
    done
    for tier in clean rendered damaged; do
        echo "== tier $tier"; python3 "$score" "$work/gold.jsonl" "$work/found.jsonl" --select tier=$tier
    done
fi
"$rxcite" train refs "$work"/part?.jsonl "$work"/rendered?.jsonl "$work"/noise?.jsonl -o "$here/refs.bin" --overwrite

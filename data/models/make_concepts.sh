#!/bin/sh
# make_concepts.sh RXCITE SETS WORK [FOLD]: trains mention.bin, event.bin, pair.bin and document.bin into WORK/data/models.
#   RXCITE  the program, built by the release preset
#   SETS    ../shared/data/pharmacovigilance
#   WORK    a folder for what is made on the way
#   FOLD    0 to 4: leave this fifth of the texts out, to measure on it; all are used unless told
# The same data, cues, vocabularies and compiler give the same bytes.
# Measure:  RXCITE_DATA=WORK/data RXCITE annotate --jsonl IN, then score_pharmacovigilance.py (see ../shared/tools)
set -eu
rxcite=$1 sets=$2 work=$3 fold=${4-}
here=$(cd "$(dirname "$0")" && pwd)
python3 "$here/sets.py" "$sets" "$work"

train() { # FOLDER MODEL FILE [OPTION...]: into FOLDER/models, with the models that are there
    folder=$1 model=$2 file=$3
    shift 3
    RXCITE_DATA=$folder "$rxcite" --overwrite train concepts "$file" --model "$model" ${fold:+--except "$fold"} "$@" \
        -o "$folder/models/$model.bin"
}
folder() { # a data folder without models
    rm -rf "$1"
    mkdir -p "$1/models"
    ln -s "$here/../vocab" "$here/../cues" "$1"
}

folder "$work/data"
train "$work/data" mention "$work/mention.jsonl"
for k in 0 1 2 3 4; do
    [ "$k" != "$fold" ] || continue
    folder "$work/folds/$k"
    cp "$work/data/models/mention.bin" "$work/folds/$k/models"
    train "$work/folds/$k" event "$work/event.jsonl" --also-except "$k"
done
train "$work/data" event "$work/event.jsonl"
train "$work/data" pair "$work/pair.jsonl" --folds "$work/folds"
for k in 0 1 2 3 4; do # mentions are told by models that have not seen the abstract
    [ "$k" != "$fold" ] || continue
    train "$work/folds/$k" mention "$work/mention.jsonl" --also-except "$k"
    cp "$work/data/models/pair.bin" "$work/folds/$k/models"
done
train "$work/data" document "$work/document.jsonl" --folds "$work/folds"
cp "$here/calibration.tsv" "$work/data/models"

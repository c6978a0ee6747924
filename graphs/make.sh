#!/bin/sh
# make.sh: makes the gallery anew, here or in another folder: what the program makes of data/samples.
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: graphs/make.sh [FOLDER]     with rxcite in the PATH, or built as build/dev or build/release
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
folder=${1-$source/graphs}
PATH=$PATH:$source/build/release:$source/build/dev
export PATH

rxcite --quiet --overwrite build "$source/data/samples" -o "$folder"
rxcite --quiet --overwrite --library "$folder/library.db" export -f graphml --network citation -o "$folder/citations.graphml"
rxcite --quiet --overwrite --library "$folder/library.db" export -f svg --network concept -o "$folder/concepts.svg"
rxcite --quiet --overwrite --library "$folder/library.db" export -f png -o "$folder/graph.png"
rm -f "$folder/library.db"

#!/bin/sh
# read_dot.sh FOLDER: Graphviz' own reader takes the DOT files, and finds nodes, links and labels in them.
if ! command -v dot >/dev/null 2>&1 || ! command -v gvpr >/dev/null 2>&1; then echo "skipped: no Graphviz programs"; exit 77; fi
set -e
dot -Tcanon "$1/plain.dot" >/dev/null
dot -Tcanon "$1/hostile.dot" >/dev/null
test "$(gvpr 'N[kind=="drug"]{print($.name)}' "$1/plain.dot")" = "drug:dupilumab"
test "$(gvpr 'E[kind=="adverse_effect"]{print($.tail.label)}' "$1/plain.dot")" = "dupilumab"
test "$(gvpr 'N[kind=="document"]{print($.label)}' "$1/hostile.dot")" = 'a "b" <c> & d \\ e'"'"'s &amp;lt;\n&amp;#45; \\N é'

#!/bin/sh
# read_xml.sh FOLDER: xmllint accepts what claims to be XML; labels come out of the SVG as they went in.
command -v xmllint >/dev/null 2>&1 || { echo "skipped: no xmllint"; exit 77; }
set -e
for name in plain hostile; do
    xmllint --noout "$1/$name.svg" "$1/$name.graphml" "$1/$name.gexf"
done
text=$(xmllint --xpath 'string(//*[local-name()="text"][1])' "$1/hostile.svg")
all=$(xmllint --xpath '//*[local-name()="text"]' "$1/hostile.svg")
case $all in
*'&lt;b&gt;not bold&lt;/b&gt;'*) ;;
*) echo "label lost: $all"; exit 1 ;;
esac
test "$(xmllint --xpath 'count(//*[local-name()="script"])' "$1/hostile.svg")" = 0
test -n "$text"

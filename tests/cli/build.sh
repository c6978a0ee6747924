# build: all files that the main job promises are there, well-formed, and nothing else
rxcite build samples -o out --quiet
echo "exit status $?"
ls -A out
for file in out/graph.svg out/graph.graphml; do xmllint --noout "$file"; done
for file in out/references.json out/centrality.json out/ledger.json; do json_ok <"$file"; done
json_ok --lines <out/records.ndjson
[ "$(wc -l <out/records.ndjson)" -eq "$(find samples/ -name '*-*' | wc -l)" ] || echo "a record is missing"
grep -rnE '[:,](-?nan|-?NaN|-?inf)([],}]|$)' out --include='*.json' --include='*.csv' --include='*.ndjson'
grep -rlF "$PWD" out --include='*.*'
grep -rlF "$SOURCE" out
exit 0

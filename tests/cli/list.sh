# list: every listing has a head, and the same rows as JSON
cp "$BUILT/library.db" .
for what in documents works drugs reactions evidence authors journals ledger readers exporters reports measures networks; do
    rxcite list $what >text || echo "exit status $?"
    rxcite list $what --json >json
    json_ok <json
    head -n 1 text | sed 's/  */ /g'
    rows=$(($(wc -l <text) - 1))
    objects=$(grep -o '{"' json | wc -l)
    [ "$rows" -eq "$objects" ] || echo "$what: $rows rows, $objects objects"
done
tell rxcite list documents --top 1 --json >json
grep -o '{"' json | wc -l

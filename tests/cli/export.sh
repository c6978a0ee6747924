# export: each format, to standard output and to a file; well-formed where a checker is at hand
cp "$BUILT/library.db" .
for format in $(rxcite list exporters | sed 1d | cut -d' ' -f1); do
    rxcite export -f "$format" >"out.$format" || echo "$format: exit status $?"
    rxcite export -f "$format" -o file
    cmp "out.$format" file
    rm file
    [ -s "out.$format" ] || echo "$format: nothing"
done
for format in svg graphml gexf; do xmllint --noout "out.$format"; done
for format in csl cyjs; do json_ok <"out.$format"; done
for pair in dot:graph.dot svg:graph.svg graphml:graph.graphml bibtex:references.bib csl:references.json ris:references.ris; do
    cmp "out.${pair%%:*}" "$BUILT/${pair#*:}"
done
rxcite export -f csl,bibtex -o works && ls works*
tell rxcite export -f csl -o works.json
tell rxcite export -f csl,bibtex
tell rxcite export -f dot --network citation --kinds document,work -o citations.dot
grep -c drug: citations.dot

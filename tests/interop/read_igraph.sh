#!/bin/sh
# read_igraph.sh FOLDER: python-igraph reads GraphML with all attributes, and the CSV tables fit together.
python=
for candidate in python3 /usr/bin/python3; do
    "$candidate" -c 'import igraph' 2>/dev/null && { python=$candidate; break; }
done
test -n "$python" || { echo "skipped: no igraph"; exit 77; }
"$python" - "$1" <<'END'
import csv, sys
import igraph

folder = sys.argv[1]
graph = igraph.Graph.Read_GraphML(f"{folder}/plain.graphml")
assert graph.is_directed() and graph.vcount() == 6 and graph.ecount() == 5
assert set(graph.es["kind"]) == {"cites", "mentions", "adverse_effect", "treats"}
graph = igraph.Graph.Read_GraphML(f"{folder}/hostile.graphml")
assert graph.vs["label"][1] == "two\nlines\\"  # its reader leaves &amp; in ids undecoded, which ids of works never have
nodes = list(csv.DictReader(open(f"{folder}/hostile.nodes.csv", encoding="utf-8", newline="")))
edges = list(csv.DictReader(open(f"{folder}/hostile.edges.csv", encoding="utf-8", newline="")))
assert [n["label"] for n in nodes] == graph.vs["label"]
assert {e["Source"] for e in edges} | {e["Target"] for e in edges} == {n["Id"] for n in nodes}
END

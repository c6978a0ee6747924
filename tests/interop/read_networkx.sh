#!/bin/sh
# read_networkx.sh FOLDER: networkx reads GraphML, GEXF and Cytoscape JSON with all labels as they were.
python=
for candidate in python3 /usr/bin/python3; do
    "$candidate" -c 'import networkx' 2>/dev/null && { python=$candidate; break; }
done
test -n "$python" || { echo "skipped: no networkx"; exit 77; }
"$python" - "$1" <<'END'
import json, sys
import networkx as nx

folder = sys.argv[1]
wanted = {'a "b" <c> & d \\ e\'s &lt; &#45; \\N é', "two\nlines\\", "<b>not bold</b>"}
for reader, extension in ((nx.read_graphml, "graphml"), (nx.read_gexf, "gexf")):
    graph = reader(f"{folder}/hostile.{extension}")
    assert {d["label"] for _, d in graph.nodes(data=True)} == wanted, (extension, graph.nodes(data=True))
    assert 'd"<&>\\' in graph.nodes and graph.number_of_edges() == 2, extension
    graph = reader(f"{folder}/plain.{extension}")
    assert graph.is_directed() and graph.number_of_nodes() == 6 and graph.number_of_edges() == 5, extension
    assert graph.nodes["wu2022dupilumab"]["year"] == 2022, extension
    assert "year" not in graph.nodes["drug:dupilumab"], extension
graph = nx.cytoscape_graph(json.load(open(f"{folder}/hostile.cyjs", encoding="utf-8")))
assert {d["label"] for _, d in graph.nodes(data=True)} == wanted
END

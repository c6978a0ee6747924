#!/bin/sh
# read_pandoc.sh FOLDER: pandoc reads CSL-JSON and BibTeX, and finds the same works in both.
if ! command -v pandoc >/dev/null 2>&1 || ! command -v python3 >/dev/null 2>&1; then echo "skipped: no pandoc"; exit 77; fi
set -e
pandoc -f bibtex -t csljson "$1/plain.bib" -o "$1/from-bibtex.json"
pandoc -f csljson -t csljson "$1/plain.json" -o "$1/from-csl.json"
python3 - "$1" <<'END'
import json, sys

def works(name):
    return {work["id"]: work for work in json.load(open(f"{sys.argv[1]}/{name}", encoding="utf-8"))}

csl, bibtex = works("from-csl.json"), works("from-bibtex.json")
assert set(csl) == set(bibtex) == {"wu2022dupilumab", "odd2001"}
for name, work in csl.items():
    for field in ("title", "container-title", "volume", "page", "issued", "DOI"):
        assert work.get(field) == bibtex[name].get(field), (name, field, work.get(field), bibtex[name].get(field))
assert bibtex["odd2001"]["author"] == [{"literal": "R & D Group"}]
assert bibtex["wu2022dupilumab"]["author"][0] == {"family": "Wu", "given": "L"}
END

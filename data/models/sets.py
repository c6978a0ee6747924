#!/usr/bin/env python3
"""sets.py SETS OUT: writes OUT/mention, event, pair and document.jsonl, what the models of concepts are trained on.

SETS is a folder with ade, phee and bc5cdr.dev.jsonl.gz. Where ADE and PHEE hold the same sentence, ADE says how wide drugs and
reactions are, and PHEE what is treated. A sentence of ADE that PHEE lacks is "open": its treated disorders are not marked.
The sentences of sentences.txt, beside this file, are for events alone, spread over the five folds: they show what is worded how, not how
often it is."""
import gzip
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import sentences  # noqa: E402

sets, out = Path(sys.argv[1]), Path(sys.argv[2])


def read(name):
    with gzip.open(sets / f"{name}.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def key(text):
    return " ".join(text.split())


def related(item, keep):
    """A text with its drugs, reactions and treated disorders, and the relations between them that `keep` wants."""
    kinds = ("drug", "reaction", "disease")
    places = [i for i, e in enumerate(item["entities"]) if e["type"] in kinds]
    at = {old: new for new, old in enumerate(places)}
    entities = [{k: item["entities"][i][k] for k in ("type", "start", "end")} for i in places]
    relations = [
        {"type": r["type"], "drug": at[r["drug"]], "reaction": at[r["reaction"]]}
        for r in item.get("relations", [])
        if keep(r) and r["drug"] in at and r["reaction"] in at
    ]
    return {"text": item["text"], "fold": item["fold"], "entities": entities, "relations": relations}


def add_treated(one, other):
    """Add to `one` what `other`, the same text, says of treated disorders."""
    def place(entity, kind):
        for i, e in enumerate(one["entities"]):
            if e["start"] < entity["end"] and entity["start"] < e["end"]:
                return i
        one["entities"].append({"type": kind, "start": entity["start"], "end": entity["end"]})
        return len(one["entities"]) - 1

    for r in other["relations"]:
        if r["type"] != "treats":
            continue
        reaction = place(other["entities"][r["reaction"]], "disease")
        drug = place(other["entities"][r["drug"]], "drug")
        one["relations"].append({"type": "treats", "drug": drug, "reaction": reaction})


def events():
    ade, phee = read("ade"), read("phee")
    by_text = {key(p["text"]): p for p in phee}
    known = set()
    for item in ade:
        known.add(key(item["text"]))
        one, other = related(item, lambda r: r["type"] == "adverse_effect"), by_text.get(key(item["text"]))
        if other and other["text"] == item["text"]:
            add_treated(one, other)
        else:
            one["open"] = "treated"
        yield one
    for item in phee:
        if key(item["text"]) not in known:
            yield related(item, lambda r: r["type"] in ("adverse_effect", "treats") and not r.get("negated"))


def own():
    for number, item in enumerate(sentences.read(Path(__file__).with_name("sentences.txt"))):
        yield {**item, "fold": number % 5}


def documents():
    """Abstracts, each with all pairs of its mentions whose concepts stand in a relation."""
    for item in read("bc5cdr"):
        one, wanted = related(item, lambda r: False), {(r["drug"], r["reaction"]) for r in item["cid"]}
        concepts = [set(e["mesh"]) for e in item["entities"] if e["type"] in ("drug", "reaction", "disease")]
        one["relations"] = [
            {"type": "adverse_effect", "drug": d, "reaction": r}
            for d, drug in enumerate(concepts)
            for r, disorder in enumerate(concepts)
            if any((a, b) in wanted for a in drug for b in disorder)
        ]
        yield one


def places(text, names):
    """Where the names stand in the text, none over another, the longest first."""
    taken, spans = bytearray(len(text)), []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        words = [re.escape(w) for w in name.split()]
        for m in re.finditer(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", text, re.IGNORECASE) if words else ():
            if not any(taken[m.start():m.end()]):
                taken[m.start():m.end()] = b"x" * (m.end() - m.start())
                spans.append((m.start(), m.end()))
    return sorted(spans)


def labels():
    """Label sections: the reactions are known by name; what else is listed may be a mention."""
    for item in read("tac2017_labels"):
        entities = [{"type": "disease", "start": b, "end": e} for b, e in places(item["text"], item["reactions"])]
        yield {"text": item["text"], "fold": item["fold"], "entities": entities, "relations": [], "open": "listed"}


def mentions():
    for item in read("bc5cdr"):
        yield related(item, lambda r: False)
    yield from labels()


def write(name, items):
    with open(out / name, "w", encoding="utf-8") as file:
        for item in items:
            file.write(json.dumps(item, ensure_ascii=False) + "\n")


out.mkdir(parents=True, exist_ok=True)
found = list(events())
write("event.jsonl", found + list(own()))
write("pair.jsonl", found)
write("mention.jsonl", mentions())
write("document.jsonl", documents())

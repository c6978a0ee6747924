#!/usr/bin/env python3
"""sentences.py FILE: reads sentences whose drugs, reactions and treated disorders are marked; says which lines are wrong.

A line is a sentence with marks in braces, {D1 lithium}, {R1 tremor}, {T1 mania}: drug, reaction, treated disorder. Marks may nest:
{R1 {D1 lithium} toxicity}. Every drug of the line causes every reaction and treats every treated disorder, unless relations
stand behind a tab: D1>R1 (causes), D1=T1 (treats), with blanks between; then these alone hold."""
import re
import sys

KINDS = {"D": "drug", "R": "reaction", "T": "disease"}


def read_marks(body):
    """The bare text, and where each mark stands in it."""
    text, open_marks, marks, at = "", [], {}, 0
    while at < len(body):
        mark = re.match(r"\{([DRT]\d+) ", body[at:])
        if mark:
            open_marks.append((mark[1], len(text)))
            at += mark.end()
            continue
        if body[at] == "}":
            if not open_marks:
                raise ValueError("a brace closes nothing")
            name, begin = open_marks.pop()
            if name in marks or not text[begin:] or text[begin:] != text[begin:].strip():
                raise ValueError(f"mark {name}: twice, empty, or with blanks at its ends")
            marks[name] = (begin, len(text))
        elif body[at] == "{":
            raise ValueError("a brace opens no mark")
        else:
            text += body[at]
        at += 1
    if open_marks:
        raise ValueError(f"mark {open_marks[-1][0]} is not closed")
    return text, marks


def read_relations(listed, marks):
    if not listed:
        return [(d, "adverse_effect" if m[0] == "R" else "treats", m) for d in marks if d[0] == "D" for m in marks if m[0] != "D"]
    relations = []
    for word in listed.split():
        relation = re.fullmatch(r"(D\d+)([>=])([RT]\d+)", word)
        if not relation or relation[1] not in marks or relation[3] not in marks:
            raise ValueError(f"relation {word}")
        relations.append((relation[1], "adverse_effect" if relation[2] == ">" else "treats", relation[3]))
    return relations


def read_line(line):
    body, _, listed = line.rstrip("\n").partition("\t")
    text, marks = read_marks(body)
    relations = read_relations(listed, marks)
    lone = set(marks) - {m for r in relations for m in (r[0], r[2])}
    if lone:
        raise ValueError(f"without relation: {' '.join(sorted(lone))}")
    names = sorted(marks, key=marks.get)
    return {
        "text": text,
        "entities": [{"type": KINDS[m[0]], "start": marks[m][0], "end": marks[m][1]} for m in names],
        "relations": [{"type": kind, "drug": names.index(d), "reaction": names.index(r)} for d, kind, r in relations],
    }


def read(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield read_line(line)
            except ValueError as problem:
                raise ValueError(f"{path}:{number}: {problem}") from None


if __name__ == "__main__":
    found = list(read(sys.argv[1]))
    print(len(found), "sentences,", sum(len(s["relations"]) for s in found), "relations")

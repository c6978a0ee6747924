#!/usr/bin/env python3
# score.py TRUTH.nxml=RECORD.ndjson...: compares what rxcite has read with what the article states. One line of figures; with
# --errors also each difference; with --floats figures and tables may stand anywhere; with --floors FOUND,FIELDS,HEAD,CALLS fails when
# a figure is below.
# SPDX-License-Identifier: GPL-3.0-or-later
import difflib
import json
import os
import re
import sys
import unicodedata

import jats

FIELDS = ("authors", "title", "journal", "year", "volume", "page", "doi")


def key(s):
    """Letters and digits alone, without accents and case."""
    s = unicodedata.normalize("NFKD", s or "").casefold()
    return "".join(c for c in s if c.isalnum())


def family(one):
    return key(one.get("group") or one.get("literal") or (one.get("non-dropping-particle", "") + one.get("family", "")))


def letters(people):
    return sorted("".join(key(v) for one in people for v in one.values() if isinstance(v, str)))


def same_authors(true, found):
    """By family names in their order; a group of names that the source does not divide, by its letters."""
    if [family(x) for x in true] == [family(x) for x in found]:
        return True
    return any("group" in x for x in true) and letters(true) == letters(found)


def same_text(true, found):
    edition = r"[\s,(]*\d+(st|nd|rd|th)?\s*edn?(ition)?\b\.?\)?$"
    return key(true) == key(found) or key(re.sub(edition, "", true, flags=re.I)) == key(found)


def read_fields(csl):
    issued = csl.get("issued", {}).get("date-parts", [[""]])
    out = {"authors": csl.get("author", []), "title": csl.get("title", ""), "journal": csl.get("container-title", ""),
           "year": str(issued[0][0]), "volume": csl.get("volume", ""),
           "page": csl.get("page-first") or csl.get("page", "").split("-")[0], "doi": csl.get("DOI", "")}
    return {k: v for k, v in out.items() if v}


def same(field, true, found):
    if field == "authors":
        return same_authors(true, found)
    if field == "year":
        return re.findall(r"\d{4}", true)[:1] == [found]
    if field in ("title", "journal"):
        return same_text(true, found)
    if field == "page":
        true = re.split("[%s]" % jats.DASHES, true)[0]
    if field == "volume":
        true = re.sub(r"(\w)\s*\(.*\)$", r"\1", true)  # the issue is often marked with it
    return key(true) == key(found)


def faults():
    """What the elements state wrongly, as the printed reference shows: {(article, reference, field)}."""
    out = set()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "faults")) as lines:
        for line in lines:
            article, number, *wrong = line.split("#")[0].split() or ("", "")
            out |= {(article, number, field) for field in wrong}
    return out


def words(s):
    out = {}
    for word in re.findall(r"[^\W_]+", unicodedata.normalize("NFKD", s).casefold()):
        out[word] = out.get(word, 0) + 1
    return out


def alike(a, b):
    shared = sum(min(n, b.get(word, 0)) for word, n in a.items())
    return 2 * shared / ((sum(a.values()) + sum(b.values())) or 1)


def align(true, found):
    """Pairs of a true and a found entry in the order of both, as alike as can be: {true: found}."""
    a, b = [words(r["printed"]) for r in true], [words(r["raw"]) for r in found]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    near = {}
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            likeness = alike(a[i], b[j]) if abs(i - j) < 40 else 0
            near[i, j] = likeness if likeness >= 0.6 else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + near[i, j])
    pairs, i, j = {}, 0, 0
    while i < len(a) and j < len(b):
        if near[i, j] and best[i][j] == best[i + 1][j + 1] + near[i, j]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


class Score:
    def __init__(self, errors, moving):
        self.moving = moving
        self.n = dict.fromkeys(("refs", "found", "spare", "fields", "right", "head", "head_right", "calls", "tied", "false"), 0)
        self.errors, self.by_field, self.faults = errors, {}, faults()

    def say(self, kind, name, true, found):
        if self.errors:
            print("%-12s %-22s %s\n%35s  %s" % (kind, name, true, "", found))

    def references(self, name, true, found):
        pairs = align(true, found)
        self.n["refs"] += len(true)
        self.n["found"] += len(pairs)
        self.n["spare"] += len(found) - len(pairs)
        for i, ref in enumerate(true):
            if i not in pairs:
                self.say("lost", name, ref["printed"], "")
            csl = read_fields(found[pairs[i]]["csl"]) if i in pairs else {}
            for field, value in ref["fields"].items():
                if (name, str(i + 1), field) in self.faults:
                    continue
                right = field in csl and same(field, value, csl[field])
                self.n["fields"] += 1
                self.n["right"] += right
                if not right and i in pairs:
                    self.by_field[field] = self.by_field.get(field, 0) + 1
                    self.say("ref." + field, name + " " + str(i + 1), value, "%s   <- %s" % (csl.get(field), found[pairs[i]]["raw"][:300]))
        for j in set(range(len(found))) - set(pairs.values()):
            self.say("spare", name, "", found[j]["raw"][:300])
        return {j: i for i, j in pairs.items()}

    def front(self, name, true, document):
        csl = read_fields(document)
        right = {"title": same_text(true["title"], csl.get("title", "")),
                 "authors": same_authors(true["authors"], csl.get("authors", [])),
                 "journal": same_text(true["journal"], csl.get("journal", "")), "year": csl.get("year") in true["years"]}
        for field, ok in right.items():
            self.n["head"] += 1
            self.n["head_right"] += ok
            if not ok:
                self.say("head." + field, name, true.get(field, true["years"]), csl.get(field))

    def callouts(self, name, true, floats, record, places):
        """Both as lists of references in reading order; what is in both in the same order is tied rightly."""
        found, where = [], []
        for call in sorted(record["callouts"], key=lambda c: c["span"]):
            for entry in call["entries"]:
                found.append(places.get(entry, -1 - entry))
                where.append(record["text"].encode()[max(0, call["span"][0] - 60):call["span"][1] + 20].decode(errors="replace"))
        spare = list(range(len(found)))
        for moved in (False, True):  # what figures and tables hold may stand elsewhere
            here = [i for i in range(len(true)) if not self.moving or floats[i] == moved]
            if moved and not self.moving:
                break
            left = self.match(name, [true[i] for i in here], [found[i] for i in spare], [where[i] for i in spare])
            spare = [spare[i] for i in left]
        self.n["calls"] += len(true)
        self.n["tied"] += len(found) - len(spare)
        self.n["false"] += len(spare)

    def match(self, name, true, found, where):
        """Those of found that are not in true."""
        left = []
        for op, a, b, c, d in difflib.SequenceMatcher(None, true, found, autojunk=False).get_opcodes():
            if op == "equal":
                continue
            left += range(c, d)
            if a < b or not self.moving:
                self.say("call", name, [n + 1 for n in true[a:b]], "%s  %s" % ([n + 1 for n in found[c:d]], where[c:c + 1] or where[c - 1:c] + where[c:c + 1]))
        return left

    def article(self, path, record):
        true, name = jats.truth(jats.load(path)), os.path.splitext(os.path.basename(path))[0]
        self.front(name, true["head"], record["document"])
        places = self.references(name, true["references"], record["references"])
        self.callouts(name, true["callouts"], true["floats"], record, places)

    def figures(self):
        n = self.n
        return [100.0 * n[a] / (n[b] or 1) for a, b in (("found", "refs"), ("right", "fields"), ("head_right", "head"), ("tied", "calls"))]


def main():
    floors, errors, moving, label, pairs = None, False, False, "", []
    for arg in sys.argv[1:]:
        if arg.startswith("--floors="):
            floors = [float(x) for x in arg.split("=")[1].split(",")]
        elif arg.startswith("--label="):
            label = arg.split("=")[1]
        elif arg == "--errors":
            errors = True
        elif arg == "--floats":
            moving = True
        else:
            pairs.append(arg.split("=", 1))
    score = Score(errors, moving)
    for truth, record in pairs:
        with open(record, encoding="utf-8") as lines:
            score.article(truth, json.loads(lines.readline()))
    f, n = score.figures(), score.n
    print("%-12s references %5.1f %% of %d (%d spare)  fields %5.1f %% of %d  head %5.1f %% of %d  call-outs %5.1f %% of %d (%d false)" % (
        label, f[0], n["refs"], n["spare"], f[1], n["fields"], f[2], n["head"], f[3], n["calls"], n["false"]))
    if errors:
        print(sorted(score.by_field.items(), key=lambda x: -x[1]))
    if floors and any(a < b for a, b in zip(f, floors)):
        print("%s: below the floors %s" % (label, floors))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# paper.py LAYOUT ARTICLE OUT: a JATS article as a journal prints it, in one of LAYOUTS: HTML for Chromium, or LaTeX. Layouts differ
# in columns, fonts, heads and feet, in how call-outs and the entries of the list are marked, and in whether call-outs are links.
# "paper.py" alone lists the layouts with the program that prints each.
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import sys

import jats
import latex
from jats import text
from render import Article, attr, escape

# calls: how call-outs are printed; labels: those of entries ("" none, entries hang); links: call-outs lead to entries.
LAYOUTS = {
    "css-sans": {"by": "chromium", "columns": 1, "calls": "square", "labels": "[%s]", "font": "9.5pt/1.35 'DejaVu Sans Condensed', sans-serif"},
    "css-square": {"by": "chromium", "columns": 2, "calls": "square", "labels": "%s.", "font": "9.5pt/1.2 'Liberation Serif', serif"},
    "css-super": {"by": "chromium", "columns": 2, "calls": "super", "labels": "<sup>%s</sup>", "font": "9pt/1.3 'Liberation Sans', sans-serif"},
    "css-round": {"by": "chromium", "columns": 2, "calls": "round", "labels": "(%s)", "font": "10pt/1.2 'DejaVu Serif Condensed', serif", "paper": "letter"},
    "css-year": {"by": "chromium", "columns": 2, "calls": "year", "labels": "", "font": "9.5pt/1.2 'Liberation Serif', serif"},
    "css-three": {"by": "chromium", "columns": 3, "calls": "super", "labels": "%s", "font": "8.5pt/1.2 'Liberation Serif', serif"},
    "tex-one": {"by": "pdflatex", "columns": 1, "calls": "square", "labels": "[%s]", "links": True},
    "tex-two": {"by": "pdflatex", "columns": 2, "calls": "square", "labels": "[%s]", "fonts": r"\usepackage[T1]{fontenc}\usepackage{lmodern}"},
    "tex-super": {"by": "pdflatex", "columns": 2, "calls": "super", "labels": "%s.", "fonts": r"\usepackage[T1]{fontenc}\usepackage{mathptmx}"},
    "tex-round": {"by": "pdflatex", "columns": 2, "calls": "round", "labels": "%s.", "links": True,
                  "fonts": r"\usepackage[T1]{fontenc}\usepackage[scaled]{helvet}\renewcommand\familydefault{\sfdefault}"},
    "tex-year": {"by": "pdflatex", "columns": 1, "calls": "year", "labels": "", "links": True,
                 "fonts": r"\usepackage[T1]{fontenc}\usepackage{mathpazo}"},
    "tex-year2": {"by": "pdflatex", "columns": 2, "calls": "year", "labels": ""},
    "tex-lines": {"by": "pdflatex", "columns": 1, "calls": "square", "labels": "%s.", "lines": True,
                  "fonts": r"\usepackage[T1]{fontenc}\usepackage{lmodern}"},
    "xe-super": {"by": "xelatex", "columns": 2, "calls": "super", "labels": "%s", "links": True,
                 "fonts": r"\usepackage{fontspec}\setmainfont{Liberation Serif}"},
}

CALL = "\ue000([0-9,]+)\ue001(.*?)\ue002"
GROUP = re.compile(r"(\s*<sup>)?([\[(]?)(%s(?:(?:</sup>)?[,;\s\u2010-\u2014-]*(?:<sup>)?%s)*)([\])]?)(</sup>)?" % (CALL, CALL))
DASH = re.compile("[%s]" % jats.DASHES)


def compact(numbers):
    """[3, 4, 5, 8] -> [(3, 5), (8, 8)]"""
    out = []
    for n in numbers:
        if out and n == out[-1][1] + 1:
            out[-1] = (out[-1][0], n)
        else:
            out.append((n, n))
    return [part for first, last in out for part in ([(first, last)] if last > first + 1 else [(n, n) for n in range(first, last + 1)])]


class Paper(Article):
    def __init__(self, node, name):
        super().__init__(node, "1", "divs")
        self.name, self.layout = name, LAYOUTS[name]
        self.cited = jats.CallOuts(node)
        self.keys = self.year_keys() if self.layout["calls"] == "year" and self.numbered else []

    # --- call-outs ----------------------------------------------------------------------------------------------

    def year_keys(self):
        """("Smith et al.", "2015a") of each reference."""
        keys, seen = [], {}
        for ref in self.refs:
            people, year = ref["fields"].get("authors", []), re.findall(r"\d{4}", ref["fields"].get("year", ""))
            names = [one.get("group") or one["family"] for one in people]
            name = " and ".join(names) if len(names) < 3 else names[0] + " et al."
            name = name or " ".join(ref["fields"].get("title", "Anonymous").split()[:4])
            key = (name, year[0] if year else "n.d.")
            seen.setdefault(key, []).append(len(keys))
            keys.append(key)
        for key, at in seen.items():
            for k, i in enumerate(at if len(at) > 1 else []):
                keys[i] = (key[0], key[1] + chr(ord("a") + k % 26))
        return keys

    def xref(self, node, before, raised):
        if node.get("ref-type") != "bibr" or not self.numbered:
            inner = self.inline(node, raised)
            found = self.cited.cited(node) if node.get("ref-type") == "bibr" else []
            return self.link(found[0], inner) if found else inner
        found = self.cited.cited(node)
        if not found or not jats.numbers_in(text(node)):
            return self.inline(node, raised)
        inner = super().xref(node, before, raised)
        call = "\ue000%s\ue001%s\ue002" % (",".join(str(i) for i in found), text(node))
        return "<sup>%s</sup>" % call if inner.startswith("<sup>") else call

    def link(self, i, s):
        return '<a href="#%s">%s</a>' % (attr(self.refs[i]["id"]), s) if self.layout.get("links") else s

    def restyle(self, m):
        """A group of call-outs as the layout prints them; those that neither brackets nor height mark stay as they are."""
        raised, opened, group, closed, ended = bool(m[1]), m[2], m[3], m[8], bool(m[9])
        found, last = [], 0
        for one in re.finditer(CALL, group):
            here = [int(i) for i in one[1].split(",")]
            if last and DASH.search(group[last:one.start()]) and 0 < here[0] - found[-1] < 300:
                found += range(found[-1] + 1, here[0])
            found += here
            last = one.end()
        plain = "".join([m[1] or "", opened, re.sub(CALL, lambda x: self.link(int(x[1].split(",")[0]), x[2]), group), closed or "", m[9] or ""])
        if raised != ended or bool(opened) != bool(closed) or not (raised or opened):
            return plain
        calls = self.layout["calls"]
        if calls == "year":
            return " (%s)" % "; ".join(self.link(i, escape("%s, %s" % self.keys[i])) for i in found)
        parts = [self.link(a, self.number(a)) if a == b else "%s\u2013%s" % (self.link(a, self.number(a)), self.link(b, self.number(b)))
                 for a, b in self.runs(found)]
        if calls == "super":
            return "<sup>%s</sup>" % ",".join(parts)
        return "%s%s%s" % ("[" if calls == "square" else "(", (", " if calls == "round" else ",").join(parts), "]" if calls == "square" else ")")

    def number(self, i):
        return self.refs[i]["label"]

    def runs(self, found):
        if all(self.number(i) == str(i + 1) for i in found):
            return compact(found)
        return [(i, i) for i in found]

    def put(self, s):
        if self.numbered:
            space = "" if self.layout["calls"] == "super" else " "
            s = re.sub(r"(?<=[^\s(\[>/\u2013-])(?=<sup>\ue000)", space, s)
            if self.layout["calls"] == "super":
                s = re.sub(r"\s+(?=[\[(]\ue000)", "", s)
            s = GROUP.sub(self.restyle, s)
            s = re.sub(CALL, r"\2", s)
        super().put(s)

    # --- the list of references ---------------------------------------------------------------------------------

    def list_divs(self, entries, plain):
        self.put('<section class="ref-list"><h2>References</h2>')
        for i, (anchor, label, body, _) in enumerate(entries):
            if self.keys:
                label, body = "", self.with_letter(i, body)
            number = '<span class="label">%s</span> ' % (self.layout["labels"] % escape(label)) if label and self.layout["labels"] else ""
            self.put('<div class="ref" id="%s">%s%s</div>' % (anchor, number, body))
        self.put("</section>")

    def with_letter(self, i, body):
        year = self.keys[i][1]
        return re.sub(r"\b%s\b" % year[:4], year, body, count=1) if year[4:] and year[:4].isdigit() else body

    # --- the page -----------------------------------------------------------------------------------------------

    def running(self):
        first = self.head["authors"][0] if self.head["authors"] else {"group": ""}
        return "%s et al." % (first.get("family") or first.get("group"))

    def page(self):
        if self.layout["by"] != "chromium":
            return latex.convert(self.article(), self.layout, self.running(), self.head["journal"], jats.ids(self.meta, "doi"))
        safe = lambda s: s.replace("\\", "").replace('"', "")
        style = STYLE % {"left": safe(self.running()), "right": safe(self.head["journal"]), "doi": safe(jats.ids(self.meta, "doi")),
                         "columns": self.layout["columns"], "font": self.layout["font"], "paper": self.layout.get("paper", "A4")}
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title>\n<style>%s</style></head>\n<body>\n%s\n</body></html>\n" % (
            escape(self.head["title"]), style, self.article())


STYLE = """
@page { size: %(paper)s; margin: 20mm 15mm 18mm 15mm; @top-left { content: "%(left)s"; font: italic 8pt serif; }
  @top-right { content: "%(right)s"; font: 8pt sans-serif; } @bottom-left { content: "https://doi.org/%(doi)s"; font: 7.5pt sans-serif; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; } }
body { font: %(font)s; margin: 0; text-align: justify; hyphens: auto; }
p { margin: 0; text-indent: 1em; } h1 { font: bold 16pt/1.2 "Liberation Sans", sans-serif; text-align: left; }
h2, h3, h4, h5 { font: bold 10.5pt/1.3 "Liberation Sans", sans-serif; margin: 2mm 0 1mm 0; text-align: left; } h3 { font-style: italic; } h4, h5 { font-weight: normal; font-style: italic; }
.masthead, .aff, .corresp, .licence { font-size: 75%%; text-indent: 0; } .masthead p { text-indent: 0; }
.body { columns: %(columns)s; column-gap: 6mm; } .body > h2:first-child + p::first-letter { font-size: 300%%; float: left; line-height: 0.85; }
sup, sub { font-size: 68%%; line-height: 0; } a { color: #036; text-decoration: none; }
figure { margin: 2mm 0; break-inside: avoid; font-size: 85%%; border-top: 1px solid; } table { border-collapse: collapse; font-size: 85%%; }
td, th { padding: 0 1mm; text-align: left; vertical-align: top; }
.ref-list { font-size: 85%%; } .ref { padding-left: 6mm; text-indent: -6mm; }
"""


def main():
    if len(sys.argv) == 1:
        for name, layout in LAYOUTS.items():
            print(name, layout["by"])
        return
    name, source, out = sys.argv[1:]
    with open(out, "w", encoding="utf-8") as file:
        file.write(Paper(jats.load(source), name).page())


if __name__ == "__main__":
    main()

# latex.py: the HTML of a printed article as LaTeX: the title block over both columns, figures and tables as floats, footnotes.
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import unicodedata
from html.parser import HTMLParser

SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}",
           "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", "\u2010": "-", "\u2011": "-", "\u2012": "--",
           "\u2013": "--", "\u2014": "---", "\u2018": "`", "\u2019": "'", "\u201c": "``", "\u201d": "''", "\u2026": r"\ldots{}", "\u00a0": "~",
           "\u2032": "'", "\u2033": "''", "\u2022": r"\textbullet{}", "\u00ad": r"\-"}
MATH = {"\u2264": r"\leq", "\u2265": r"\geq", "\u00d7": r"\times", "\u00b1": r"\pm", "\u2212": "-", "\u2248": r"\approx", "\u223c": r"\sim", "\u2192": r"\rightarrow",
        "\u2190": r"\leftarrow", "\u2191": r"\uparrow", "\u2193": r"\downarrow", "\u2260": r"\neq", "\u221e": r"\infty", "\u00b7": r"\cdot", "\u22c5": r"\cdot",
        "\u00b5": r"\mu", "\u2a7d": r"\leq", "\u2a7e": r"\geq", "\u2206": r"\Delta", "\u00f7": r"\div", "\u221a": r"\surd", "\u2261": r"\equiv", "\u00ac": r"\neg",
        "\u2020": r"\dagger", "\u2021": r"\ddagger", "\u2217": r"\ast"}
GREEK = {unicodedata.lookup("GREEK SMALL LETTER " + name.upper()): "\\" + name for name in
         "alpha beta gamma delta epsilon zeta eta theta iota kappa mu nu xi pi rho sigma tau upsilon phi chi psi omega".replace("lambda", "").split()}
GREEK.update({unicodedata.lookup("GREEK CAPITAL LETTER " + name.upper()): "\\" + name.capitalize() for name in "gamma delta theta xi pi sigma phi psi omega".split()})
GREEK["\u03bb"] = r"\lambda"
ACCENTS = {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".", "\u0308": '"', "\u030a": "r", "\u030b": "H",
           "\u030c": "v", "\u0327": "c"}
LETTERS = {"\u00f8": r"{\o}", "\u00d8": r"{\O}", "\u0142": r"{\l}", "\u0141": r"{\L}", "\u00df": r"{\ss}", "\u00e6": r"{\ae}", "\u00c6": r"{\AE}", "\u0153": r"{\oe}",
           "\u0131": r"{\i}", "\u00e5": r"{\aa}", "\u00c5": r"{\AA}", "\u00ae": r"\textregistered{}", "\u2122": r"\texttrademark{}", "\u00a9": r"\textcopyright{}",
           "\u00a3": r"\pounds{}", "\u20ac": r"\texteuro{}", "\u00b0": r"\textdegree{}", "\u00a7": r"\S{}", "\u00bd": r"\textonehalf{}", "\u00b2": r"\textsuperscript{2}",
           "\u00b3": r"\textsuperscript{3}", "\u00b9": r"\textsuperscript{1}", "\u00bc": r"\textonequarter{}", "\u00be": r"\textthreequarters{}"}
ROWS = 40  # lines of a table that a page holds


def letter(c):
    if c in SPECIAL:
        return SPECIAL[c]
    if ord(c) < 128:
        return c
    for table in (MATH, GREEK):
        if c in table:
            return r"\ensuremath{%s}" % table[c]
    if c in LETTERS:
        return LETTERS[c]
    parts = unicodedata.normalize("NFD", c)
    if len(parts) == 2 and parts[1] in ACCENTS and parts[0].isascii():
        base = {"i": r"\i", "j": r"\j"}.get(parts[0], parts[0])
        return "\\%s{%s}" % (ACCENTS[parts[1]], base)
    return unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode() or " "


def spell(s, unicode):
    if unicode:
        return "".join(SPECIAL[c] if c in SPECIAL and (ord(c) < 128 or c in "\u00a0\u00ad\u2010\u2011") else c for c in s)
    return "".join(letter(c) for c in s)


MARKS = {"em": r"\emph{", "strong": r"\textbf{", "sup": r"\textsuperscript{", "sub": r"\textsubscript{", "code": r"\texttt{", "u": "{"}
HEADS = {"h2": "section", "h3": "subsection", "h4": "subsubsection", "h5": "paragraph", "h6": "paragraph"}


class Tree(HTMLParser):
    """HTML as nested lists: [name, attributes, child...]."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = ["root", {}]
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        node = [tag, dict(attrs)]
        self.open[-1].append(node)
        if tag not in ("br", "meta", "img"):
            self.open.append(node)

    def handle_endtag(self, tag):
        for i in range(len(self.open) - 1, 0, -1):
            if self.open[i][0] == tag:
                del self.open[i:]
                return

    def handle_data(self, data):
        self.open[-1].append(data)


def plain(node):
    return node if isinstance(node, str) else "".join(plain(child) for child in node[2:])


def every(node, names):
    for child in node[2:]:
        if isinstance(child, list):
            if child[0] in names:
                yield child
            else:
                yield from every(child, names)


class Writer:
    def __init__(self, layout):
        self.layout, self.out, self.unicode = layout, [], layout["by"] == "xelatex"
        self.two = layout["columns"] == 2

    def inside(self, node):
        return "".join(self.inline(child) for child in node[2:])

    def inline(self, node):
        if isinstance(node, str):
            return spell(re.sub(r"\s+", " ", node), self.unicode)
        name, href = node[0], node[1].get("href", "")
        inner = self.inside(node)
        if name == "br":
            return r"\newline{}"
        if name == "a" and href.startswith("#"):
            return r"\hyperlink{%s}{%s}" % (re.sub(r"\W", "-", href[1:]), inner) if self.layout.get("links") else inner
        if name == "a" and self.layout.get("links"):
            return r"\href{%s}{%s}" % (re.sub(r"([%#\\{}^&_~ ])", "", href), inner)
        return MARKS[name] + inner + "}" if name in MARKS else inner

    def put(self, s):
        self.out.append(s)

    # --- blocks -------------------------------------------------------------------------------------------------

    def block(self, node):
        if isinstance(node, str):
            if node.strip():
                self.put(self.inline(node))
            return
        name, kind = node[0], node[1].get("class", "")
        if name == "figure":
            self.figure(node)
        elif kind == "ref":
            self.entry(node)
        elif kind == "ref-list":
            self.references(node)
        elif kind == "licence":
            pass
        elif name in HEADS:
            self.put("\\%s*{%s}" % (HEADS[name], self.inside(node)))
        elif name in ("ul", "ol"):
            items = ["\\item %s" % self.inside(child) for child in node[2:] if isinstance(child, list)]
            kind = "enumerate" if name == "ol" else "itemize"
            self.put("\\begin{%s}%s\\end{%s}" % (kind, "\n".join(items), kind) if items else "")
        elif name == "p":
            self.put(self.inside(node) + "\n")
        else:
            for child in node[2:]:
                self.block(child)

    def references(self, node):
        label = any(True for _ in every(node, ("span",)))
        size = {True: r"\footnotesize", False: r"\small"}[self.two]
        wide = "xxxx" if label else ""
        for head in every(node, ("h2",)):
            self.put("\\section*{%s}" % self.inside(head))
        self.put("{%s\\begin{list}{}{\\settowidth\\labelwidth{%s}\\leftmargin%s\\itemindent%s\\itemsep1pt plus 1pt\\parsep0pt}" % (
            size, wide, r"\labelwidth\advance\leftmargin\labelsep" if label else "1.5em", "0pt" if label else "-1.5em"))
        self.entries = 0
        for child in every(node, ("div",)):
            self.block(child)
        self.put("\\end{list}}" if self.entries else "\\item \\end{list}}")

    def entry(self, node):
        labels = [child for child in node[2:] if isinstance(child, list) and child[1].get("class") == "label"]
        body = "".join(self.inline(child) for child in node[2:] if child not in labels).strip()
        target = r"\hypertarget{%s}{}" % re.sub(r"\W", "-", node[1].get("id", "")) if self.layout.get("links") else ""
        self.entries += 1
        self.put("\\item[%s]%s%s" % ("{%s}" % self.inside(labels[0]) if labels else "", target, body))

    # --- floats -------------------------------------------------------------------------------------------------

    def figure(self, node):
        caption = "".join(self.inside(c) for c in every(node, ("figcaption",)))
        tables, notes = list(every(node, ("table",))), list(every(node, ("p",)))
        foot = " ".join(self.inside(p) for p in notes)
        if not tables:
            star = "*" if self.two and len(plain(node)) > 900 else ""
            self.put("\\begin{figure%s}[tbp]\\centering\\fbox{\\rule{0pt}{3cm}\\rule{%s\\linewidth}{0pt}}\\par\\medskip{\\small\\raggedright %s %s\\par}\\end{figure%s}" % (
                star, "0.6", caption, foot, star))
            return
        for table in tables:
            rows = list(every(table, ("tr",)))
            first = True
            for part in self.parts(rows):
                self.table(part, caption if first else "\\textbf{(Continued)}", foot if part[-1] is rows[-1] else "")
                first = False

    def width(self, rows):
        return max(sum(int(c[1].get("colspan", "1") or 1) for c in row[2:] if isinstance(c, list)) for row in rows)

    def lines(self, row, n):
        room = (120 if not self.two or n > 3 else 55) / max(n, 1)
        return max([1] + [1 + int(len(plain(c)) / max(room * int(c[1].get("colspan", "1") or 1), 1)) for c in row[2:] if isinstance(c, list)])

    def parts(self, rows):
        """Tables that are longer than a page."""
        out, n, used = [], self.width(rows), 0
        for row in rows:
            if not out or used + self.lines(row, n) > ROWS:
                out.append([])
                used = 0
            out[-1].append(row)
            used += self.lines(row, n)
        return out

    def table(self, rows, caption, foot):
        n = self.width(rows)
        star = "*" if self.two and n > 3 else ""
        column = r">{\raggedright\arraybackslash}p{\dimexpr(\linewidth-%d\tabcolsep)/%d}" % (2 * n, n)
        body, hang = [], {}
        for row in rows:
            cells, at = [], 0
            for cell in (c for c in row[2:] if isinstance(c, list)):
                while hang.get(at, 0):
                    hang[at] -= 1
                    cells.append("")
                    at += 1
                span = int(cell[1].get("colspan", "1") or 1)
                for k in range(span):
                    hang[at + k] = int(cell[1].get("rowspan", "1") or 1) - 1
                inner = self.inside(cell)
                if cell[0] == "th":
                    inner = r"\textbf{%s}" % inner
                if span > 1:
                    inner = r"\multicolumn{%d}{p{\dimexpr(\linewidth-%d\tabcolsep)*%d/%d}}{%s}" % (span, 2 * n, span, n, inner)
                cells.append(inner)
                at += span
            body.append(" & ".join(cells) + r" \\[0pt]")
        self.put("\\begin{table%s}[tbp]{\\small\\raggedright %s\\par}\\smallskip\\scriptsize\\setlength\\tabcolsep{3pt}\\begin{tabular}{@{}*{%d}{%s}@{}}\\hline %s\\hline\\end{tabular}"
                 "\\par{\\raggedright %s\\par}\\end{table%s}" % (star, caption, n, column, "\n".join(body), foot, star))


PREAMBLE = r"""\documentclass[%(size)s,%(columns)s,a4paper]{article}
\usepackage[margin=%(margin)s]{geometry}
%(fonts)s
\usepackage{textcomp,array,fancyhdr,calc%(more)s}
%(links)s
\fancypagestyle{plain}{\fancyhf{}\fancyfoot[C]{\thepage}\fancyfoot[L]{\footnotesize doi:%(doi)s}}
\pagestyle{fancy}\fancyhf{}\fancyhead[L]{\footnotesize\emph{%(left)s}}\fancyhead[R]{\footnotesize %(right)s}\fancyfoot[C]{\thepage}
\setlength\headheight{14pt}\emergencystretch=2em
\renewcommand\topfraction{0.9}\renewcommand\textfraction{0.05}\renewcommand\floatpagefraction{0.7}\renewcommand\dbltopfraction{0.9}\renewcommand\dblfloatpagefraction{0.7}
\extrafloats{200}
\begin{document}
"""


def convert(page, layout, left, right, doi):
    tree = Tree()
    tree.feed(page)
    head, notes, body = Writer(layout), Writer(layout), Writer(layout)
    for node in tree.root[2:]:
        kind = node[1].get("class", "") if isinstance(node, list) else ""
        if isinstance(node, str):
            continue
        if kind == "body":
            body.block(node)
        elif kind in ("corresp", "licence"):
            notes.put(r"\footnotetext{%s}" % notes.inside(node))
        elif node[0] == "h1":
            head.put("{\\LARGE\\bfseries\\raggedright %s\\par}\\medskip" % head.inside(node))
        elif kind in ("authors", "aff", "masthead", "category"):
            inner = "\\par ".join(head.inside(p) for p in every(node, ("p",))) or head.inside(node)
            head.put("{%s\\noindent %s\\par}" % (r"\large" if kind == "authors" else r"\footnotesize", inner))
        else:
            head.block(node)
    unicode = layout["by"] == "xelatex"
    pre = PREAMBLE % {"size": "10pt" if layout["columns"] == 2 else "11pt", "columns": "twocolumn" if layout["columns"] == 2 else "onecolumn",
                      "margin": "2cm" if layout["columns"] == 2 else "3cm", "fonts": layout.get("fonts", ""),
                      "more": ",lineno,setspace" if layout.get("lines") else "", "doi": spell(doi, unicode), "left": spell(left, unicode), "right": spell(right, unicode),
                      "links": r"\usepackage[colorlinks]{hyperref}" if layout.get("links") else ""}
    front = "\n".join(head.out)
    if layout["columns"] == 2:
        front = "\\twocolumn[{%s\\bigskip}]" % front
    begin = "\\linenumbers\\doublespacing\n" if layout.get("lines") else ""
    return "%s%s\\thispagestyle{plain}%s\n%s\n%s\n\\end{document}\n" % (pre, begin, front, "\n".join(notes.out), "\n".join(body.out))

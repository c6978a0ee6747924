# jats.py: what a JATS article says, read from its elements alone: the truth that the readers are compared with.
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import xml.etree.ElementTree as ET

FLOATS = {"fig", "fig-group", "table-wrap", "table-wrap-group", "supplementary-material", "fn", "boxed-text"}
CITATIONS = ("mixed-citation", "element-citation", "nlm-citation", "citation")
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212-"
XLINK = "{http://www.w3.org/1999/xlink}href"


def tag(node):
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def text(node, without=()):
    """The text of an element, white space collapsed."""
    if node is None:
        return ""
    parts = []

    def walk(n):
        if tag(n) in without:
            return
        parts.append(n.text or "")
        for child in n:
            walk(child)
            parts.append(child.tail or "")

    walk(node)
    return " ".join("".join(parts).split())


def find(node, path):
    return node.find(path) if node is not None else None


def each(node, name):
    return node.iter(name) if node is not None else iter(())


def hoist(parent):
    """Figures, tables and notes within a paragraph follow it: sentences stay whole, and all forms have one order."""
    for node in list(parent):
        hoist(node)
    i = 0
    while i < len(parent):
        node = parent[i]
        if tag(node) == "p":
            moved = [child for child in node if tag(child) in FLOATS]
            for child in moved:
                tail, at = child.tail or "", list(node).index(child)
                if at:
                    node[at - 1].tail = (node[at - 1].tail or "") + tail
                else:
                    node.text = (node.text or "") + tail
                child.tail = None
                node.remove(child)
            if moved and tag(parent) in FLOATS:
                moved = []
            for k, child in enumerate(moved):
                parent.insert(i + 1 + k, child)
            i += len(moved)
        i += 1


def load(path):
    root = ET.parse(path).getroot()
    article = root if tag(root) == "article" else root.find(".//article")
    for name in ("sub-article", "response"):
        for node in list(article.findall(name)):
            article.remove(node)
    for name in ("body", "back", "floats-group"):
        for node in article.findall(name):
            hoist(node)
    return article


def person(name):
    surname = text(find(name, "surname"))
    return {"family": surname, "given": text(find(name, "given-names")), "suffix": text(find(name, "suffix"))}


def names(node):
    """People and groups that are direct children of an element."""
    out = []
    for child in node:
        if tag(child) == "name":
            out.append(person(child))
        elif tag(child) == "string-name":
            out.append(person(child) if child.find("surname") is not None else {"group": text(child)})
        elif tag(child) in ("collab", "on-behalf-of"):
            out.append({"group": text(child, ("contrib-group", "xref"))})
        elif tag(child) in ("name-alternatives", "collab-alternatives"):
            out += names(child)[:1]
    return out


def head(article):
    meta, journal = article.find("front/article-meta"), article.find("front/journal-meta")
    authors = []
    for group in meta.findall("contrib-group"):
        for contrib in group.findall("contrib"):
            if contrib.get("contrib-type", "author").startswith(("author", "collab")):
                authors += names(contrib)[:1]
    title = text(find(meta, "title-group/article-title"), ("xref", "fn"))
    subtitle = text(find(meta, "title-group/subtitle"), ("xref", "fn"))
    dates = meta.findall("pub-date")
    return {
        "title": title + (": " + subtitle if subtitle else ""),
        "authors": authors,
        "journal": text(find(journal, "journal-title-group/journal-title")) or text(find(journal, "journal-title")),
        "years": sorted({text(d.find("year")) for d in dates if text(d.find("year"))}),
    }


def ids(node, kind):
    for name in ("pub-id", "article-id", "object-id"):
        for one in node.findall(name):
            if one.get("pub-id-type") == kind:
                return text(one)
    return ""


def authors_of(citation):
    out = []
    for group in citation.findall("person-group"):
        if group.get("person-group-type", "author") in ("author", "allauthors", "collab", "guest-editor"):
            out += names(group)
    return out + names(citation)


def fields(citation):
    """The fields of one work, as its elements state them."""
    journal = citation.get("publication-type", citation.get("citation-type", "")) in ("journal", "journal-article")
    title = text(find(citation, "article-title")) or text(find(citation, "chapter-title"))
    source = text(find(citation, "source"))
    out = {
        "authors": authors_of(citation),
        "title": title or ("" if journal else source),
        "journal": source if title or journal else "",
        "year": text(find(citation, "year")),
        "volume": text(find(citation, "volume")),
        "page": text(find(citation, "fpage")) or text(find(citation, "elocation-id")),
        "doi": ids(citation, "doi"),
    }
    return {key: value for key, value in out.items() if value}


def works(ref):
    """The citations of a <ref>: (printed, stated) elements, one pair a work."""
    out = []
    for child in ref:
        if tag(child) in CITATIONS:
            out.append((child, child))
        elif tag(child) == "citation-alternatives":
            forms = {tag(c): c for c in child}
            printed = forms.get("mixed-citation", forms.get("citation"))
            stated = forms.get("element-citation", forms.get("nlm-citation"))
            if printed is not None or stated is not None:
                out.append((printed if printed is not None else stated, stated if stated is not None else printed))
    return out


def label_of(ref, citation):
    return text(find(ref, "label")) or text(find(citation, "label"))


def references(article):
    """[{id, label, fields, printed}] in the order of the list."""
    out = []
    for ref in each(article, "ref"):
        for printed, stated in works(ref):
            out.append({"id": ref.get("id", ""), "label": label_of(ref, printed).strip("[]()., "),
                        "fields": fields(stated), "printed": " ".join(printed.itertext())})
    return out


def numbers_in(s):
    """"3–5, 8" -> [3, 4, 5, 8]; None when it is no such list."""
    s = s.strip().strip("[]()").strip()
    if not re.fullmatch(r"[\d\s,;%s]+" % DASHES, s) or not re.search(r"\d", s):
        return None
    out = []
    for part in re.split(r"[,;\s]+", re.sub(r"\s*[%s]\s*" % DASHES, "-", s)):
        first, _, last = part.partition("-")
        if first and last and int(first) <= int(last) <= int(first) + 300:
            out += range(int(first), int(last) + 1)
        elif first:
            out.append(int(first))
    return out


class CallOuts:
    """Which references (from 0, by their order) the article names, in reading order: one flat list."""

    def __init__(self, article):
        self.refs = references(article)
        self.by_id, self.by_label = {}, {}
        for i, ref in enumerate(self.refs):
            self.by_id.setdefault(ref["id"], []).append(i)
            if ref["label"].isdigit():
                self.by_label.setdefault(int(ref["label"]), i)
        self.out, self.pending = [], None  # pending: a dash stands behind this reference
        self.floating, self.floats = 0, []  # which of out stand in figures and tables, that a layout may move
        meta = article.find("front/article-meta")
        for part in meta.findall("abstract") + meta.findall("trans-abstract"):
            self.walk(part)
        for name in ("body", "back", "floats-group"):
            for part in article.findall(name):
                self.walk(part)

    def cited(self, xref):
        """The references of one <xref>: by the numbers that it shows, if these agree with its target."""
        target = [i for one in xref.get("rid", "").split() for i in self.by_id.get(one, [])]
        shown = numbers_in(text(xref))
        if shown and self.by_label:
            found = [self.by_label[n] for n in shown if n in self.by_label]
            if not target or target[0] in found:
                return found
        return target

    def take(self, xref):
        found = self.cited(xref)
        if self.pending is not None and found and 0 < found[0] - self.pending < 300:
            found = list(range(self.pending + 1, found[0])) + found
        self.out += found
        self.floats += [self.floating > 0] * len(found)
        dash = (xref.tail or "").strip() in tuple(DASHES)
        self.pending = found[-1] if found and dash and numbers_in(text(xref)) else None

    def walk(self, node):
        if tag(node) == "ref-list":
            return
        if tag(node) == "xref" and node.get("ref-type") == "bibr":
            self.take(node)
            return
        self.floating += tag(node) in FLOATS
        for child in node:
            self.walk(child)
        self.floating -= tag(node) in FLOATS


def truth(article):
    calls = CallOuts(article)
    return {"head": head(article), "references": references(article), "callouts": calls.out, "floats": calls.floats}

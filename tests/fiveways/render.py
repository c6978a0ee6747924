#!/usr/bin/env python3
# render.py [--columns=2] ARTICLE PAGE PRINT: renders a JATS article to HTML. PAGE is what a journal's site serves, with
# metadata, menus and related posts, once for each way of STYLES in which sites set their references (STYLE in the name); PRINT
# is the article alone, styled for paper. "-" leaves one out.
# SPDX-License-Identifier: GPL-3.0-or-later
import html
import sys

import jats
from jats import find, tag, text

MARKS = {"italic": "em", "bold": "strong", "sup": "sup", "sub": "sub", "monospace": "code", "underline": "u"}
TABLES = {"table", "thead", "tbody", "tfoot", "tr", "td", "th"}
MONTHS = " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")


def escape(s):
    return html.escape(s or "", quote=False)


def attr(s):
    return html.escape(s or "", quote=True)


class Article:
    def __init__(self, node, columns="1", style="paper"):
        self.node, self.columns, self.style = node, columns, style
        self.meta = node.find("front/article-meta")
        self.head = jats.head(node)
        self.refs = jats.references(node)
        self.numbered = any(ref["label"] for ref in self.refs)
        self.out = []

    def put(self, s):
        self.out.append(s)

    # --- running text -------------------------------------------------------------------------------------------

    def inline(self, node, raised=False):
        """The content of an element as HTML."""
        parts, before = [escape(node.text)], (node.text or "")[-80:]
        for child in node:
            parts.append(self.one(child, before, raised))
            parts.append(escape(child.tail))
            before = (before + text(child) + (child.tail or ""))[-80:]
        return "".join(parts)

    def one(self, node, before, raised):
        name = tag(node)
        if name in MARKS:
            element = MARKS[name]
            return "<%s>%s</%s>" % (element, self.inline(node, raised or name == "sup"), element)
        if name == "xref":
            return self.xref(node, before, raised)
        if name in ("ext-link", "uri"):
            return '<a href="%s">%s</a>' % (attr(node.get(jats.XLINK) or text(node)), self.inline(node, raised))
        if name == "break":
            return "<br>"
        if name in ("tex-math", "graphic", "inline-graphic", "media", "object-id", "alt-text"):
            return ""
        if name == "alternatives":
            return self.one(node[0], before, raised) if len(node) else ""
        if name == "list":
            return self.list(node)
        return self.inline(node, raised)

    def xref(self, node, before, raised):
        inner = '<a href="#%s">%s</a>' % (attr(node.get("rid", "").split(" ")[0]), self.inline(node, raised))
        plain = self.numbered and node.get("ref-type") == "bibr" and jats.numbers_in(text(node)) and not raised
        bracketed = text(node)[:1] in "[(" or before.count("(") > before.count(")") or before.count("[") > before.count("]")
        return "<sup>%s</sup>" % inner if plain and not bracketed else inner

    # --- blocks -------------------------------------------------------------------------------------------------

    def list(self, node):
        kind = "ol" if node.get("list-type", "") in ("order", "number") else "ul"
        items = []
        for item in node.findall("list-item"):
            items.append("<li>%s</li>" % " ".join(self.inline(part) for part in item if tag(part) != "label"))
        return "<%s>%s</%s>" % (kind, "".join(items), kind)

    def table(self, node):
        if tag(node) not in TABLES:
            return self.one(node, "", False)
        spans = "".join(' %s="%s"' % (k, attr(v)) for k, v in node.attrib.items() if k in ("colspan", "rowspan"))
        if tag(node) in ("td", "th"):
            return "<%s%s>%s</%s>" % (tag(node), spans, self.inline(node), tag(node))
        return "<%s>%s</%s>" % (tag(node), "".join(self.table(child) for child in node if tag(child) in TABLES), tag(node))

    def caption(self, node):
        label, caption = text(find(node, "label")), find(node, "caption")
        parts = [self.inline(part) for part in caption] if caption is not None else []
        body = " ".join(parts) or (self.inline(caption) if caption is not None else "")
        return "<strong>%s</strong> %s" % (escape(label + ("" if label.endswith(".") else ".")) if label else "", body)

    def float(self, node):
        if tag(node) in ("fig-group", "table-wrap-group"):
            self.blocks(node, 3)
            return
        if tag(node) == "fn":
            self.put("<p>%s</p>" % " ".join(self.inline(part) for part in node if tag(part) != "label"))
            return
        self.put('<figure id="%s"><figcaption>%s</figcaption>' % (attr(node.get("id")), self.caption(node)))
        for table in node.iter("table"):
            self.put(self.table(table))
        for foot in node.findall("table-wrap-foot"):
            for part in foot.iter("p"):
                self.put("<p>%s</p>" % self.inline(part))
        self.put("</figure>")

    def section(self, node, level):
        title = find(node, "title")
        if title is not None and text(title):
            label = text(find(node, "label"))
            self.put("<h%d>%s%s</h%d>" % (level, escape(label + " ") if label else "", self.inline(title), level))
        self.blocks(node, level + (title is not None))

    def block(self, node, level):
        name = tag(node)
        if name in ("title", "label", "ref-list", "graphic", "object-id", "fn-type", "sec-meta"):
            return
        if name in ("sec", "ack", "app", "notes", "fn-group", "glossary", "app-group", "boxed-text"):
            self.section(node, min(level, 6))
        elif name in jats.FLOATS:
            self.float(node)
        elif name == "list":
            self.put(self.list(node))
        elif name == "disp-quote":
            self.put("<blockquote>")
            self.blocks(node, level)
            self.put("</blockquote>")
        elif name == "def-list":
            for item in node.findall("def-item"):
                self.put("<p>%s: %s</p>" % (self.inline(item.find("term")), " ".join(self.inline(p) for p in item.iter("p"))))
        else:
            self.put("<p>%s</p>" % self.inline(node))

    def blocks(self, node, level):
        for child in node:
            self.block(child, level)

    # --- the list of references ---------------------------------------------------------------------------------

    def people(self, node):
        """<person-group> or a run of <name>: "Smith J, Jones A, et al"."""
        out = []
        for child in node:
            if tag(child) == "name":
                one = jats.person(child)
                out.append(" ".join(x for x in (one["family"], one["given"], one["suffix"]) if x))
            elif tag(child) == "etal":
                out.append(text(child) or "et al.")
            else:
                out.append(text(child))
        return escape(", ".join(x for x in out if x))

    def mixed(self, node):
        """A mixed citation as it is; where it leaves out the marks between names, these."""
        parts, last = [escape(node.text)], ""
        for child in node:
            name = tag(child)
            if name == "label":
                parts.append(escape((child.tail or "").lstrip()))
                continue
            if last in ("name", "collab") and name in ("name", "etal", "collab") and not parts[-1].strip():
                parts[-1] = ", "
            parts.append(self.mixed_one(child))
            parts.append(escape(child.tail))
            last = name
        return "".join(parts)

    def mixed_one(self, node):
        name, inner = tag(node), text(node)
        if name in ("name", "string-name") and node.find("surname") is not None:
            one = jats.person(node)
            return escape(" ".join(x for x in (one["family"], one["given"], one["suffix"]) if x))
        if name == "person-group":
            return self.mixed(node)
        if name == "etal":
            return escape(inner or "et al.")
        if name == "pub-id" and node.get("pub-id-type") == "doi":
            return '<a href="https://doi.org/%s">doi: %s</a>' % (attr(inner), escape(inner))
        if name == "pub-id" and node.get("pub-id-type") == "pmid":
            return ' [<a href="https://pubmed.ncbi.nlm.nih.gov/%s/">PubMed</a>]' % attr(inner)
        if name == "pub-id":
            return ""
        return self.one(node, "", False)

    def elements(self, node):
        """An element citation, printed in the style of the National Library of Medicine."""
        people = "".join(self.people(g) for g in node.findall("person-group")[:1]) or self.people(
            [c for c in node if tag(c) in ("name", "collab", "etal", "string-name")])
        title = text(find(node, "article-title")) or text(find(node, "chapter-title"))
        source, year = text(find(node, "source")), text(find(node, "year"))
        volume, issue = text(find(node, "volume")), text(find(node, "issue"))
        first, last = text(find(node, "fpage")) or text(find(node, "elocation-id")), text(find(node, "lpage"))
        out = [x.rstrip(". ") + "." for x in (people, escape(title), escape(source)) if x]
        numbers = year + (";" + volume if volume else "") + ("(%s)" % issue if issue else "")
        numbers += ":" + first + ("\u2013" + last if last and last != first else "") if first else ""
        publisher = ": ".join(x for x in (text(find(node, "publisher-loc")), text(find(node, "publisher-name"))) if x)
        out += [escape(x) + "." for x in (publisher, numbers) if x]
        out += [self.mixed_one(x) for x in node.findall("pub-id")]
        return " ".join(out)

    def entries(self):
        """(anchor, label, text with its links, links that only pages show) of each entry."""
        for ref in jats.each(self.node, "ref"):
            for printed, _ in jats.works(ref):
                label = jats.label_of(ref, printed).strip("[]()., ")
                body = self.mixed(printed) if tag(printed) in ("mixed-citation", "citation") else self.elements(printed)
                yield attr(ref.get("id", "")), label, " ".join(body.split()), "https://scholar.google.com/lookup?q=" + attr(ref.get("id", ""))

    def reference_list(self):
        entries = list(self.entries())
        if not entries:
            return
        plain = [str(i + 1) for i in range(len(entries))] == [label for _, label, _, _ in entries]
        style = self.style if self.style != "paper" else "items" if len(entries) % 2 == 0 and (plain or not self.numbered) else "divs"
        getattr(self, "list_" + style)(entries, plain)

    def list_items(self, entries, plain):
        kind = "ol" if plain else 'ul class="plain"'
        self.put('<section class="ref-list"><h2>References</h2><%s>' % kind)
        for anchor, _, body, _ in entries:
            self.put('<li id="%s">%s</li>' % (anchor, body))
        self.put("</%s></section>" % kind.split(" ")[0])

    def list_divs(self, entries, plain):
        self.put('<section class="ref-list"><h2>References</h2>')
        for anchor, label, body, _ in entries:
            number = '<span class="label">%s.</span> ' % escape(label) if label else ""
            self.put('<div class="ref" id="%s">%s%s</div>' % (anchor, number, body))
        self.put("</section>")

    def list_central(self, entries, plain):
        """An archive's: label, citation, links in brackets."""
        self.put('<section id="reference-list1" class="ref-list"><h2 class="pmc_sec_title">References</h2><section><ul class="ref-list font-sm">')
        for anchor, label, body, scholar in entries:
            number = '<span class="label">%s.</span>' % escape(label) if label else ""
            self.put('<li id="%s">%s<cite>%s</cite> [<a href="%s">Google Scholar</a>]</li>' % (anchor, number, body, scholar))
        self.put("</ul></section></section>")

    def list_nested(self, entries, plain):
        """Links in a list of their own within the entry."""
        self.put('<div class="toc-section"><h2>References</h2><ol class="references">')
        for anchor, label, body, scholar in entries:
            number = '<span class="order">%s.</span>' % escape(label) if label else ""
            self.put('<li id="ref-%s">%s<a name="%s" id="%s" class="link-target"></a> %s <ul class="reflinks"><li><a href="/view">View Article</a></li>'
                     '<li><a href="/p">PubMed/NCBI</a></li><li><a href="%s">Google Scholar</a></li></ul></li>' % (anchor, number, anchor, anchor, body, scholar))
        self.put("</ol></div>")

    def list_breaks(self, entries, plain):
        """A paragraph an entry, its links behind a line break."""
        self.put('<div class="References"><h2>References</h2>')
        for anchor, label, body, scholar in entries:
            number = escape(label) + ". " if label else ""
            self.put('<p class="ReferencesCopy1"><a name="%s" id="%s"></a>%s%s</p><p class="ReferencesCopy2"><a href="/p">PubMed Abstract</a> | '
                     '<a href="/c">CrossRef Full Text</a> | <a href="%s">Google Scholar</a></p>' % (anchor, anchor, number, body, scholar))
        self.put("</div>")

    def list_counted(self, entries, plain):
        """Text and links in paragraphs within a list whose numbers the style sheet shows."""
        self.put('<section data-title="References"><div class="c-article-section"><h2 class="c-article-section__title">References</h2>'
                 '<div><ol class="c-article-references">')
        for anchor, label, body, scholar in entries:
            self.put('<li class="c-article-references__item" data-counter="%s."><p class="c-article-references__text" id="%s">%s</p>'
                     '<p class="c-article-references__links"><a href="/a">Article</a>&nbsp;<a href="/c">CAS</a>&nbsp;<a href="%s">Google Scholar</a>&nbsp;</p></li>'
                     % (escape(label), anchor, body, scholar))
        self.put('</ol><p class="c-article-references__download"><a href="/ris">Download references</a></p></div></div></section>')

    def list_arrows(self, entries, plain):
        """A link back to the text before each entry, the citation in boxes."""
        self.put('<div class="section ref-list" id="ref-list-1"><h2>References</h2><ol class="cit-list">')
        for anchor, label, body, scholar in entries:
            self.put('<li><span class="ref-label">%s</span><a class="rev-xref-ref" href="#xref-%s" title="View in text" id="%s">\u21b5</a>'
                     '<div class="cit ref-cit"><div class="cit-metadata">%s</div><div class="cit-extra"><a href="/o">OpenUrl</a><a href="%s">Google Scholar</a></div></div></li>'
                     % (escape(label + ".") if label else "", anchor, anchor, body, scholar))
        self.put("</ol></div>")

    def list_defined(self, entries, plain):
        """A definition list: numbers in brackets are the terms."""
        self.put('<section class="bibliography"><h2>References</h2><dl class="references">')
        for anchor, label, body, scholar in entries:
            self.put('<dt class="label">%s</dt><dd class="reference" id="%s"><div class="contribution">%s</div><div class="host"><a href="%s">Google Scholar</a></div></dd>'
                     % ('<a href="#b%s">[%s]</a>' % (anchor, escape(label)) if label else "", anchor, body, scholar))
        self.put("</dl></section>")

    # --- the head -----------------------------------------------------------------------------------------------

    def date(self):
        best = {}
        for node in self.meta.findall("pub-date"):
            best[node.get("pub-type") or node.get("date-type")] = [text(find(node, x)) for x in ("year", "month", "day")]
        return best.get("epub") or best.get("ppub") or next(iter(best.values()), ["", "", ""])

    def masthead(self):
        year = self.head["years"][0] if self.head["years"] else ""
        volume, issue = text(find(self.meta, "volume")), text(find(self.meta, "issue"))
        page = text(find(self.meta, "fpage")) or text(find(self.meta, "elocation-id"))
        y, m, d = self.date()
        line = "%s. %s; %s%s: %s." % (self.head["journal"], year, volume, "(%s)" % issue if issue else "", page)
        online = "Published online %s %s %s." % (y, MONTHS[int(m)] if m.isdigit() else m, d)
        doi = jats.ids(self.meta, "doi")
        self.put('<div class="masthead"><p>%s</p><p>%s doi: <a href="https://doi.org/%s">%s</a></p></div>' %
                 (escape(line), escape(" ".join(online.split())), attr(doi), escape(doi)))

    def authors(self):
        out = []
        for contrib in self.meta.findall("contrib-group/contrib"):
            if not contrib.get("contrib-type", "author").startswith("author"):
                continue
            one = (jats.names(contrib) or [{"group": ""}])[0]
            name = one.get("group") or " ".join(x for x in (one["given"], one["family"], one["suffix"]) if x)
            marks = [text(x).strip(", ") for x in contrib.findall("xref") if x.get("ref-type") in ("aff", "corresp", "author-notes", "fn")]
            marks = ",".join(x for x in marks if x)
            out.append(escape(name) + ("<sup>%s</sup>" % escape(marks) if marks else ""))
        self.put('<p class="authors">%s</p>' % ", ".join(out))

    def affiliation(self, node):
        """What stands before the text is its mark; between elements that nothing divides, a comma."""
        label = text(find(node, "label")) or (text(node[0]) if len(node) and tag(node[0]) == "sup" else "")
        parts = []
        for child in [node] + list(node):
            name, piece = tag(child), ""
            if child is node:
                piece = node.text or ""
            elif name not in ("label", "sup"):
                divided = not parts or parts[-1].rstrip().endswith(",") or not "".join(parts).strip()
                piece = ("" if divided else ", ") + text(child)
            parts.append(piece)
            if child is not node:
                parts.append(child.tail or "")
        body = " ".join("".join(parts).split()).replace(" ,", ",")
        self.put('<p class="aff">%s%s</p>' % ("<sup>%s</sup>" % escape(label) if label else "", escape(body)))

    def front(self):
        subject = text(find(self.meta, "article-categories/subj-group[@subj-group-type='heading']/subject"))
        self.masthead()
        if subject:
            self.put('<p class="category">%s</p>' % escape(subject))
        self.put("<h1>%s</h1>" % self.inline(find(self.meta, "title-group/article-title")))
        self.authors()
        for node in self.meta.iter("aff"):
            self.affiliation(node)
        for node in self.meta.findall("author-notes/corresp"):
            self.put('<p class="corresp">%s</p>' % escape(text(node)))
        for node in self.meta.findall("abstract"):
            self.put("<h2>%s</h2>" % escape(text(find(node, "title")) or "Abstract"))
            self.blocks(node, 3)
        for group in self.meta.findall("kwd-group"):
            self.put("<p><strong>Keywords:</strong> %s</p>" % escape("; ".join(text(k) for k in group.findall("kwd"))))

    def article(self):
        self.out = []
        self.front()
        self.put('<div class="body">')
        for name in ("body", "back", "floats-group"):
            for part in self.node.findall(name):
                self.blocks(part, 2)
        self.reference_list()
        self.put("</div>")
        licence = text(find(self.meta, "permissions/license/license-p"))
        if licence:
            self.put('<p class="licence">%s</p>' % escape(licence))
        return "\n".join(self.out)

    # --- the two pages ------------------------------------------------------------------------------------------

    def metadata(self):
        y, m, d = self.date()
        yield "citation_journal_title", self.head["journal"]
        yield "citation_title", self.head["title"]
        for one in self.head["authors"]:
            yield "citation_author", one.get("group") or "%s %s" % (one["given"], one["family"])
        yield "citation_publication_date", "/".join(x.zfill(2) for x in (y, m, d) if x)
        yield "citation_volume", text(find(self.meta, "volume"))
        yield "citation_firstpage", text(find(self.meta, "fpage")) or text(find(self.meta, "elocation-id"))
        yield "citation_doi", jats.ids(self.meta, "doi")

    def page(self):
        meta = "\n".join('<meta name="%s" content="%s">' % (k, attr(v)) for k, v in self.metadata() if v)
        journal = escape(self.head["journal"])
        return PAGE % {"title": escape(self.head["title"]), "meta": meta, "journal": journal, "article": self.article()}

    def print(self):
        first = self.head["authors"][0] if self.head["authors"] else {"group": ""}
        running = "%s et al. %s" % (first.get("family") or first.get("group"), self.head["journal"])
        style = STYLE % {"running": running.replace("\\", "").replace('"', ""), "columns": self.columns}
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%s</title>\n<style>%s</style></head>\n<body>\n%s\n</body></html>\n" % (
            escape(self.head["title"]), style, self.article())


PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>%(title)s | %(journal)s</title>
%(meta)s
<script>var tracker = {"page": "article"};</script><style>.nav { color: red }</style></head>
<body>
<div class="cookie-banner"><p>We use cookies to improve your experience. <button>Accept all</button> <a href="/privacy">Privacy policy</a></p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/articles">Articles</a></li><li><a href="/about">About us</a></li></ul></nav>
<main><article>
%(article)s
</article></main>
<aside class="related"><h3>Related articles</h3><ul><li><a href="/1">Smith J et al. A related paper. J Rel. 2015;3:1-2.</a></li>
<li><a href="/2">Another related paper</a></li></ul></aside>
<footer><p>About | Contact | Terms of use</p><p>All rights reserved.</p></footer>
</body></html>
"""

STYLE = """
@page { size: A4; margin: 22mm 18mm 20mm 18mm; @top-left { content: "%(running)s"; font: 8pt serif; }
  @bottom-center { content: counter(page); font: 8pt serif; } }
body { font: 10pt/1.25 "Liberation Serif", "DejaVu Serif", serif; margin: 0; text-align: justify; hyphens: auto; }
h1 { font-size: 17pt; line-height: 1.15; text-align: left; } h2 { font-size: 12pt; } h3, h4, h5 { font-size: 10.5pt; }
.masthead, .aff, .corresp, .licence { font-size: 8pt; } .masthead p { margin: 0; }
.body { columns: %(columns)s; column-gap: 7mm; }
sup, sub { font-size: 65%%; line-height: 0; } a { color: inherit; text-decoration: none; }
figure { margin: 2mm 0; break-inside: avoid; font-size: 8.5pt; } table { border-collapse: collapse; font-size: 7.5pt; }
td, th { padding: 0 1.5mm; text-align: left; }
.ref-list { font-size: 8.5pt; } .ref { padding-left: 5mm; text-indent: -5mm; } ul.plain { list-style: none; padding-left: 5mm; text-indent: -5mm; }
"""


STYLES = ("paper", "central", "nested", "breaks", "counted", "arrows", "defined")


def main():
    columns, args = "1", sys.argv[1:]
    if args and args[0].startswith("--columns="):
        columns = args.pop(0).split("=")[1]
    source, page, printed = args
    node = jats.load(source)
    if page != "-":
        for style in STYLES:
            with open(page.replace("STYLE", style), "w", encoding="utf-8") as out:
                out.write(Article(node, columns, style).page())
    if printed != "-":
        with open(printed, "w", encoding="utf-8") as out:
            out.write(Article(node, columns).print())


if __name__ == "__main__":
    main()

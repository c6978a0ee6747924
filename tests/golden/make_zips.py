#!/usr/bin/env python3
"""make_zips.py: writes the golden inputs that are ZIP archives of XML: DOCX and EPUB documents.

SPDX-License-Identifier: GPL-3.0-or-later

usage: tests/golden/make_zips.py    writes tests/golden/readers/docx/*.in and tests/golden/readers/epub/*.in
"""
import json
import os
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')


def write(name, parts):
    path = os.path.join(HERE, "readers", name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with zipfile.ZipFile(path, "w") as out:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (2020, 1, 1, 0, 0, 0))
            stored = part == "mimetype"
            out.writestr(info, text, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)


# --- DOCX ----------------------------------------------------------------------------------------------------------------

RELS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>')

STYLES = f'''<w:styles {W}>
<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Section of ours"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Bib"><w:name w:val="Bibliography"/></w:style>
<w:style w:type="character" w:styleId="Cite"><w:name w:val="Citation"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>'''

NUMBERING = f'''<w:numbering {W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'''


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, style="", numbered=None, level=0):
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbered}"/></w:numPr>'
    return f'<w:p><w:pPr>{properties}</w:pPr>{"".join(runs)}</w:p>'


def field(code, shown):
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    half = len(code) // 2  # word processors cut codes anywhere
    return (character.format("begin") + f'<w:r><w:instrText xml:space="preserve">{code[:half]}</w:instrText></w:r>'
            f'<w:r><w:instrText xml:space="preserve">{code[half:]}</w:instrText></w:r>' + character.format("separate") +
            shown + character.format("end"))


def bookmark(name, inner):
    return f'<w:bookmarkStart w:id="7" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="7"/>'


def docx(name, body, **more):
    parts = {"[Content_Types].xml": "<Types/>", "_rels/.rels": RELS,
             "word/document.xml": f'<?xml version="1.0"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>',
             "word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}
    parts.update({f"word/{key}.xml": text for key, text in more.items()})
    write(f"docx/{name}.in", parts)


REFERENCES = ["Baker D, Wu L. Keratitis after tralokinumab: a case report. Ann Dermatol. 2021;33(4):361-365.",
              "Ito M, Brown K. Eye disorders under biologics. Br J Dermatol. 2019;181(2):410-411.",
              "Lee H. Conjunctivitis and dupilumab. JAAD Case Rep. 2020;6(1):12-14."]

BOX = ('<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>' + run("Key points: stop the drug.") + '</w:p></w:txbxContent>'
       '</mc:Choice><mc:Fallback><w:txbxContent><w:p>' + run("Key points: stop the drug.") + '</w:p></w:txbxContent></mc:Fallback>'
       '</mc:AlternateContent></w:r>')

CELL = "<w:tc><w:p>{}</w:p></w:tc>"

docx("numbered",
     paragraph(run("Keratitis after dupilumab in a man with atopic dermatitis"), style="Titel") +
     paragraph(run("Anna Smith"), run("1", '<w:vertAlign w:val="superscript"/>'), run(", Bo Lee"), run("2", '<w:rStyle w:val="Cite"/>')) +
     paragraph(run("1. Introduction"), style="Own") +
     paragraph(run("Keratitis was described "), field(" REF _Ref1 \\r \\h ", run("[1]")), run(" and later "),
               '<w:del>' + '<w:r><w:delText>never</w:delText></w:r>' + '</w:del>', '<w:ins>' + run("often") + '</w:ins>',
               run(" seen"), run("2,3", '<w:vertAlign w:val="superscript"/>'), run(". H"), run("2", '<w:vertAlign w:val="subscript"/>'),
               run("O at 37 "), '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', run("C."), run("secret", "<w:vanish/>"), BOX) +
     paragraph(run("first point"), numbered=2) + paragraph(run("inner"), numbered=2, level=1) + paragraph(run("second point"), numbered=2) +
     "<w:tbl><w:tr>" + CELL.format(run("Day")) + CELL.format(run("Finding")) + "</w:tr><w:tr>" + CELL.format(run("3")) +
     CELL.format(run("Keratitis")) + "</w:tr></w:tbl>" +
     paragraph(run("References", "<w:b/>")) +
     paragraph(bookmark("_Ref1", run(REFERENCES[0])), numbered=1) +
     paragraph(run(REFERENCES[1]), numbered=1) + paragraph(run(REFERENCES[2]), numbered=1))

ITEM = {"type": "article-journal", "title": "Keratitis after tralokinumab: a case report", "container-title": "Annals of Dermatology",
        "volume": "33", "issue": "4", "page": "361-365", "DOI": "10.0000/example.1",
        "author": [{"family": "Baker", "given": "Dana"}, {"family": "Wu", "given": "Li"}], "issued": {"date-parts": [["2021"]]}}


def citation(shown, *items):
    code = json.dumps({"citationItems": [{"id": i, "uris": [f"u{i}"], "itemData": item} for i, item in items]})
    return field(" ADDIN ZOTERO_ITEM CSL_CITATION " + code.replace("&", "&amp;").replace("<", "&lt;"), run(shown))


SECOND = {"type": "article-journal", "title": "Eye disorders under biologics", "container-title": "British Journal of Dermatology",
          "author": [{"family": "Ito", "given": "Mei"}], "issued": {"date-parts": [[2019]]}}

docx("zotero",
     paragraph(run("Eyes and biologics"), style="Titel") +
     paragraph(run("Keratitis was described after tralokinumab "), citation("[1]", (1, ITEM)), run(" and others "),
               citation("[1,2]", (1, ITEM), (2, SECOND)), run(".")) +
     paragraph(run("Literature"), style="berschrift1") +
     '<w:p><w:pPr><w:pStyle w:val="Bib"/></w:pPr>' + field(" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ", run("[1] Baker D, Wu L. Keratitis after "
     "tralokinumab: a case report. Ann Dermatol 2021;33:361–5.") + "</w:p>" + paragraph(run("[2] Ito M. Eye disorders under biologics. Br J "
     "Dermatol 2019."), style="Bib") + "<w:p>") + "</w:p>")

docx("unprinted", paragraph(run("Eyes and biologics: a draft"), style="Titel") + paragraph(run("Keratitis was described after tralokinumab "), citation("[1]", (1, ITEM)), run(" in a man of 40.")))

NOTE = '<w:endnote w:id="{}"><w:p><w:r><w:endnoteRef/></w:r>{}</w:p></w:endnote>'
MARK = '<w:r><w:rPr><w:rStyle w:val="Cite"/></w:rPr><w:endnoteReference w:id="{}"/></w:r>'

docx("endnotes",
     paragraph(run("Three reports of eyes"), style="Titel") +
     paragraph(run("Eye disorders were seen,"), MARK.format(4), run(" as was keratitis."), MARK.format(2), run(" A tablet"),
               '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" was given."), MARK.format(3)),
     endnotes=f'<w:endnotes {W}><w:endnote w:type="separator" w:id="0"><w:p/></w:endnote>' + NOTE.format(2, run(REFERENCES[0])) +
     NOTE.format(3, run(REFERENCES[2])) + NOTE.format(4, run(REFERENCES[1])) + "</w:endnotes>",
     footnotes=f'<w:footnotes {W}><w:footnote w:id="2"><w:p>' + run("Made by a firm.") + "</w:p></w:footnote></w:footnotes>")


# --- EPUB ----------------------------------------------------------------------------------------------------------------

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'

PACKAGE = '''<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Eyes and biologics: three cases</dc:title><dc:creator>Anna Smith</dc:creator><dc:creator>Bo Lee</dc:creator>
<dc:date>2021-04-02</dc:date><dc:identifier>doi:10.0000/example.7</dc:identifier></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="b%20two.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="gone"/><itemref idref="a"/></spine></package>'''

PAGE = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>{}</body></html>'

write("epub/book.in", {
    "mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": PACKAGE,
    "OPS/a.xhtml": PAGE.format('<h2>References</h2><ol><li id="r1">' + REFERENCES[0] + '</li><li id="r2">' + REFERENCES[1] + "</li></ol>"),
    "OPS/b two.xhtml": PAGE.format('<h1 id="r1">Eyes and biologics: three cases</h1><p>Keratitis was described<a id="p1"/> before '
                                   '<sup><a href="a.xhtml#r1">1</a>,<a href="a.xhtml#r2">2</a></sup>.</p><hr/><p>A second <i/>paragraph.</p>'),
    "OPS/nav.xhtml": PAGE.format("<nav><ol><li>Contents</li></ol></nav>")})

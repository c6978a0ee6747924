/* read_docx.c: reads DOCX documents (Word, LibreOffice, Google Docs, pandoc).
 * A DOCX document is a ZIP of XML parts: the body, its styles, numbers of lists, notes, links, and what the file says of
 * itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/date.h"
#include "read/docx.h"
#include "read/finish.h"
#include "text/fold.h"

enum { HEAD_BLOCKS = 30 /* in which the title of the file's properties is looked for */ };

/* The parts that are read, and their trees. */
typedef struct Package {
    rxc_unzip_parts parts;
    rxc_doc *doc;
    Str main; /* name of the part that holds the body */
    xmlDoc *body, *styles, *numbers, *notes[2], *links, *core;
} Package;

static bool is_wanted(Str name)
{
    return str_starts(name, S("word/")) ? str_ends(name, S(".xml")) || str_ends(name, S(".rels"))
                                        : str_eq(name, S("_rels/.rels")) || str_eq(name, S("docProps/core.xml"));
}

/* The tree of a part that may be missing. */
static xmlDoc *parse(Package *p, Str name)
{
    const rxc_unzip_part *part = rxc_unzip_find(&p->parts, name);
    xmlDoc *tree = NULL;
    rxc_err unused = { 0 };
    if (part && rxc_xml_parse(part->bytes, p->doc, &tree, &unused) == RXC_OK) return tree;
    if (part)
        rxc_diag_add(p->doc->arena, &p->doc->diags, RXC_WARNING, "docx.part", 0, 0, "%.*s was not read: %s", STR_ARG(name),
                     unused.text);
    return NULL;
}

static xmlNode *root_of(xmlDoc *tree) { return tree ? xmlDocGetRootElement(tree) : NULL; }

/* Where the body is: usually word/document.xml. */
static Str find_main(Package *p)
{
    xmlDoc *tree = parse(p, S("_rels/.rels"));
    Str found = S("word/document.xml");
    const xmlNode *node = rxc_xml_child(root_of(tree), "Relationship");
    for (; node; node = rxc_xml_sibling(node, "Relationship"))
        if (str_ends(rxc_xml_attribute(p->doc->arena, node, "Type"), S("/officeDocument"))) {
            found = rxc_unzip_path(p->doc->arena, (Str){ 0 }, rxc_xml_attribute(p->doc->arena, node, "Target"));
            break;
        }
    if (tree) xmlFreeDoc(tree);
    return found;
}

static Str beside(const Package *p, const char *name) { return rxc_unzip_path(p->doc->arena, p->main, str_from(name)); }

static Str links_name(const Package *p)
{
    size_t slash = str_rchr(p->main, '/');
    Str base = slash == STR_NONE ? p->main : str_drop(p->main, slash + 1);
    return beside(p, arena_printf(p->doc->arena, "_rels/%.*s.rels", STR_ARG(base)).p);
}

static void open_package(Package *p)
{
    p->main = find_main(p);
    p->body = parse(p, p->main);
    p->styles = parse(p, beside(p, "styles.xml"));
    p->numbers = parse(p, beside(p, "numbering.xml"));
    p->notes[0] = parse(p, beside(p, "footnotes.xml"));
    p->notes[1] = parse(p, beside(p, "endnotes.xml"));
    p->links = parse(p, links_name(p));
    p->core = parse(p, S("docProps/core.xml"));
}

static void close_package(Package *p)
{
    xmlDoc *trees[] = { p->body, p->styles, p->numbers, p->notes[0], p->notes[1], p->links, p->core };
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++)
        if (trees[i]) xmlFreeDoc(trees[i]);
    rxc_unzip_clear(&p->parts);
}

/* --- what the styles and the file say of the document ----------------------------------------------------------------- */

/* "Document1", "Microsoft Word - paper.doc", "paper_final.docx": names of files, not titles. */
static bool is_title(Str s)
{
    static const char *const heads[] = { "microsoft word", "document", "untitled", "unbenannt", "title", "manuscript" };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_starts_nocase(s, str_from(heads[i]))) return false;
    return s.n >= 10 && s.n < 500 && str_chr(s, ' ') != STR_NONE && str_find_nocase(s, S(".doc")) == STR_NONE &&
           str_find_nocase(s, S(".rtf")) == STR_NONE;
}

/* The title of the properties counts where the head of the text prints it. */
static bool take_title(rxc_doc *doc, Str title)
{
    Str key = rxc_fold_key(doc->arena, title);
    for (size_t i = 0; i < doc->blocks.n && i < HEAD_BLOCKS; i++) {
        rxc_block *block = &doc->blocks.v[i];
        Str text = rxc_span_of(doc->text, block->span);
        if (text.n > 2 * title.n + 20 || !str_eq(rxc_fold_key(doc->arena, text), key)) continue;
        if (block->kind == RXC_BLOCK_PARAGRAPH || block->kind == RXC_BLOCK_HEADING) block->kind = RXC_BLOCK_TITLE;
        return block->kind == RXC_BLOCK_TITLE;
    }
    return false;
}

/* A title that a heading repeats within the head of the text: authors stand behind the second one. */
static void drop_repeated_title(rxc_doc *doc)
{
    Str key = { 0 };
    size_t first = STR_NONE;
    for (size_t i = 0; i < doc->blocks.n && i < HEAD_BLOCKS; i++) {
        rxc_block *block = &doc->blocks.v[i];
        if (block->kind != RXC_BLOCK_TITLE && block->kind != RXC_BLOCK_HEADING) continue;
        Str text = rxc_fold_key(doc->arena, rxc_span_of(doc->text, block->span));
        if (block->kind == RXC_BLOCK_TITLE && !key.n) key = text, first = i;
        else if (key.n && str_eq(text, key)) {
            doc->blocks.v[first].kind = RXC_BLOCK_FRONT;
            block->kind = RXC_BLOCK_TITLE;
            return;
        }
    }
}

/* The paragraphs whose style says that they hold authors or the date. */
static void take_styled(rxc_doc *doc)
{
    for (size_t i = 0; i < doc->blocks.n; i++) {
        const rxc_block *block = &doc->blocks.v[i];
        Str text = rxc_span_of(doc->text, block->span);
        size_t used;
        if (block->kind != RXC_BLOCK_FRONT) continue;
        rxc_date date = rxc_date_parse(text, &used);
        if (date.year && used == text.n) doc->work.issued = date;
        else if (rxc_byline_count(text)) rxc_byline_read(doc->arena, text, &doc->work.authors);
    }
}

static void read_properties(rxc_doc *doc, xmlNode *core)
{
    Str title = rxc_xml_text(doc->arena, rxc_xml_child(core, "title"), ""),
        creator = rxc_xml_text(doc->arena, rxc_xml_child(core, "creator"), "");
    bool titled = is_title(title) && take_title(doc, title);
    take_styled(doc);
    drop_repeated_title(doc);
    rxc_finish(doc);
    if (!doc->work.title.n && is_title(title)) doc->work.title = title;
    if (titled && !doc->work.authors.n && str_chr(creator, ' ') != STR_NONE && rxc_byline_count(creator))
        rxc_byline_read(doc->arena, creator, &doc->work.authors);
}

/* --- the reader --------------------------------------------------------------------------------------------------------- */

static void read_package(Package *p, const rxc_read_limits *limits, xmlNode *body)
{
    static const char *const names[] = { "footnote", "endnote" };
    Arena *arena = p->doc->arena;
    rxc_docx docx = { .links = root_of(p->links), .max_depth = limits->max_depth };
    rxc_builder_init(&docx.b, p->doc);
    rxc_docx_styles_read(arena, root_of(p->styles), &docx.styles);
    rxc_docx_numbers_read(arena, root_of(p->numbers), &docx.styles, &docx.numbers);
    for (size_t i = 0; i < 2; i++) rxc_docx_notes_read(arena, root_of(p->notes[i]), names[i], &docx.notes[i]);
    rxc_docx_body(&docx, body);
    rxc_docx_cited(&docx);
    rxc_builder_finish(&docx.b);
    read_properties(p->doc, root_of(p->core));
    rxc_html_link(p->doc, &docx.ids);
    rxc_finish_ranges(p->doc);
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Package p = { .doc = doc };
    rxc_status status = rxc_unzip_read(source, is_wanted, limits, doc, &p.parts, err);
    if (!status) {
        open_package(&p);
        xmlNode *body = rxc_xml_child(root_of(p.body), "body");
        if (body) read_package(&p, limits, body);
        else status = rxc_err_set(err, RXC_INPUT, "%.*s: holds no text: %.*s is not there or damaged", STR_ARG(doc->name), STR_ARG(p.main));
    }
    close_package(&p);
    return status;
}

/* Does the head of the ZIP show parts of a text document, and nothing that such a document does not have? */
static int sniff(Str head)
{
    size_t at = 0;
    Str name;
    bool text = false;
    while (rxc_unzip_peek(head, &at, &name)) {
        bool part = str_starts(name, S("word/")) || str_starts(name, S("_rels/")) || str_starts(name, S("docProps/")) ||
                    str_starts(name, S("customXml/")) || str_starts(name, S("docMetadata/")) || str_eq(name, S("[Content_Types].xml"));
        if (!part) return 0;
        text = text || (str_starts(name, S("word/")) && (str_ends(name, S(".xml")) || str_ends(name, S(".rels"))));
    }
    return text ? 95 : 0;
}

const rxc_reader rxc_reader_docx = {
    .name = "docx",
    .help = "DOCX: documents of Word, LibreOffice and Google Docs",
    .binary = true,
    .extensions = "docx docm",
    .sniff = sniff,
    .read = read,
};

/* read_epub.c: reads EPUB books and articles.
 * An EPUB is a ZIP: META-INF/container.xml names the package, which names the chapters in their order. The chapters become one
 * tree, which is read as a page is; what the package says of the work stands in its head. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "read/html.h"
#include "read/unzip.h"
#include "read/xml.h"

enum { CHAPTERS_MAX = 5000, TEXT_AT = 30 /* bytes of a ZIP before the name of its first member */ };

typedef struct Book {
    rxc_unzip_parts parts; /* place: number of the chapter, 0 for others */
    rxc_doc *doc;
    const rxc_read_limits *limits;
    Str package; /* path of the package */
    VEC(xmlDoc *) trees;
    VEC(xmlNode *) roots; /* a head with the metadata; the <body> of each chapter */
    VEC(rxc_unzip_part *) spine;
    size_t missing; /* chapters that are named but not there */
} Book;

static Arena *arena_of(const Book *book) { return book->doc->arena; }

static bool is_wanted(Str name)
{
    static const char *const tails[] = { ".opf", ".xhtml", ".html", ".htm", ".xml" };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (name.n > strlen(tails[i]) && str_eq_nocase(str_drop(name, name.n - strlen(tails[i])), str_from(tails[i]))) return true;
    return false;
}

static xmlDoc *parse(Book *book, Str name, bool page)
{
    const rxc_unzip_part *part = rxc_unzip_find(&book->parts, name);
    xmlDoc *tree = NULL;
    rxc_err unused = { 0 };
    if (!part) return NULL;
    size_t diags = book->doc->diags.n;
    if (rxc_xml_parse(part->bytes, book->doc, &tree, &unused) == RXC_OK && (!page || book->doc->diags.n == diags)) return tree;
    if (!page) return NULL;
    if (tree) xmlFreeDoc(tree);
    book->doc->diags.n = diags; /* it is no XML: read as the pages of the web are */
    return rxc_xml_parse_html(part->bytes, book->doc, &tree, &unused) == RXC_OK ? tree : NULL;
}

/* --- chapters --------------------------------------------------------------------------------------------------------- */

static void set_property(xmlNode *node, const char *name, Str value)
{
    xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value.p);
}

/* Ids of two chapters may be the same: "fn1" of the third is "c3-fn1" in all of them. */
static void rename_ids(Book *book, xmlNode *root, const rxc_unzip_part *chapter)
{
    Arena *arena = arena_of(book);
    rxc_walk walk = rxc_xml_walk(root, book->limits->max_depth);
    while (rxc_xml_next(&walk)) {
        if (walk.leaving || walk.node->type != XML_ELEMENT_NODE) continue;
        Str id = rxc_xml_attribute(arena, walk.node, "id"), href = rxc_xml_attribute(arena, walk.node, "href");
        if (id.n) set_property(walk.node, "id", arena_printf(arena, "c%zu-%.*s", chapter->place, STR_ARG(id)));
        size_t hash = str_chr(href, '#');
        if (hash == STR_NONE || str_find(href, S("://")) != STR_NONE) continue;
        const rxc_unzip_part *to = hash ? rxc_unzip_find(&book->parts, rxc_unzip_path(arena, chapter->name, href)) : chapter;
        if (to && to->place)
            set_property(walk.node, "href", arena_printf(arena, "#c%zu-%.*s", to->place, STR_ARG(str_drop(href, hash + 1))));
    }
}

static void read_chapter(Book *book, const rxc_unzip_part *chapter)
{
    xmlDoc *tree = parse(book, chapter->name, true);
    xmlNode *body = tree ? rxc_xml_child(xmlDocGetRootElement(tree), "body") : NULL;
    if (tree) *vec_push(arena_of(book), &book->trees) = tree;
    if (!body) {
        rxc_diag_add(arena_of(book), &book->doc->diags, RXC_WARNING, "epub.chapter", 0, 0, "%.*s is damaged or protected, and was not read",
                     STR_ARG(chapter->name));
        return;
    }
    rename_ids(book, body, chapter);
    *vec_push(arena_of(book), &book->roots) = body;
}

/* --- the package -------------------------------------------------------------------------------------------------------- */

static void add_meta(Book *book, const char *name, Str content)
{
    if (!content.n) return;
    xmlNode *meta = xmlNewChild(book->roots.v[0], NULL, (const xmlChar *)"meta", NULL);
    set_property(meta, "name", str_from(name));
    set_property(meta, "content", arena_str(arena_of(book), content));
}

static void add_metadata(Book *book, xmlNode *metadata)
{
    static const char *const names[][2] = { { "title", "dc.title" }, { "date", "dc.date" }, { "publisher", "dc.publisher" } };
    Arena *arena = arena_of(book);
    if (rxc_xml_child(metadata, "dc-metadata")) metadata = rxc_xml_child(metadata, "dc-metadata"); /* of EPUB 1 */
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_meta(book, names[i][1], rxc_xml_text(arena, rxc_xml_child(metadata, names[i][0]), ""));
    for (xmlNode *node = rxc_xml_child(metadata, "creator"); node; node = rxc_xml_sibling(node, "creator")) {
        Str role = rxc_xml_attribute(arena, node, "role");
        if (!role.n || str_eq(role, S("aut"))) add_meta(book, "dc.creator", rxc_xml_text(arena, node, ""));
    }
    for (xmlNode *node = rxc_xml_child(metadata, "identifier"); node; node = rxc_xml_sibling(node, "identifier")) {
        Str text = rxc_xml_text(arena, node, "");
        if (str_find(str_take(text, 20), S("10.")) != STR_NONE) add_meta(book, "dc.identifier", text);
    }
}

static int compare_ids(const void *x, const void *y) { return str_cmp(((const rxc_unzip_part *)x)->name, ((const rxc_unzip_part *)y)->name); }

typedef struct Manifest {
    VEC(rxc_unzip_part) list; /* id, path; by id */
} Manifest;

/* Chapters by their ids: what is text, but no table of contents. */
static void read_manifest(Book *book, xmlNode *manifest, Manifest *out)
{
    Arena *arena = arena_of(book);
    for (xmlNode *node = rxc_xml_child(manifest, "item"); node; node = rxc_xml_sibling(node, "item")) {
        Str type = rxc_xml_attribute(arena, node, "media-type");
        bool contents = str_find(rxc_xml_attribute(arena, node, "properties"), S("nav")) != STR_NONE;
        if (contents || (!str_eq(type, S("application/xhtml+xml")) && !str_eq(type, S("text/html")))) continue;
        *vec_push(arena, &out->list) = (rxc_unzip_part){ rxc_xml_attribute(arena, node, "id"),
                                                         rxc_unzip_path(arena, book->package, rxc_xml_attribute(arena, node, "href")), 0 };
    }
    if (out->list.n) qsort(out->list.v, out->list.n, sizeof *out->list.v, compare_ids);
}

static void add_to_spine(Book *book, rxc_unzip_part *part)
{
    if (part->place || book->spine.n == CHAPTERS_MAX) return;
    *vec_push(arena_of(book), &book->spine) = part;
    part->place = book->spine.n;
}

/* The parts that the spine names, in its order, each once. */
static void read_spine(Book *book, xmlNode *spine, const Manifest *manifest)
{
    for (xmlNode *node = rxc_xml_child(spine, "itemref"); node; node = rxc_xml_sibling(node, "itemref")) {
        const rxc_unzip_part key = { .name = rxc_xml_attribute(arena_of(book), node, "idref") };
        const rxc_unzip_part *item = manifest->list.n ? bsearch(&key, manifest->list.v, manifest->list.n, sizeof key, compare_ids) : NULL;
        rxc_unzip_part *part = item ? rxc_unzip_find(&book->parts, item->bytes) : NULL;
        if (part) add_to_spine(book, part);
        else book->missing += item != NULL;
    }
}

/* Where no spine is, all pages in the order of their names. */
static void take_all(Book *book)
{
    rxc_diag_add(arena_of(book), &book->doc->diags, RXC_WARNING, "epub.order", 0, 0,
                 "no order of chapters is stated: they are read by their names");
    for (size_t i = 0; i < book->parts.list.n; i++)
        if (str_ends(book->parts.list.v[i].name, S("html")) || str_ends(book->parts.list.v[i].name, S("htm")))
            add_to_spine(book, &book->parts.list.v[i]);
}

static Str find_package(Book *book)
{
    xmlDoc *tree = parse(book, S("META-INF/container.xml"), false);
    xmlNode *file = tree ? rxc_xml_path(xmlDocGetRootElement(tree), "rootfiles/rootfile") : NULL;
    Str path = rxc_unzip_path(arena_of(book), (Str){ 0 }, rxc_xml_attribute(arena_of(book), file, "full-path"));
    if (tree) xmlFreeDoc(tree);
    for (size_t i = 0; i < book->parts.list.n && !path.n; i++)
        if (str_ends(book->parts.list.v[i].name, S(".opf"))) path = arena_str(arena_of(book), book->parts.list.v[i].name);
    return path;
}

static void read_package(Book *book)
{
    Manifest manifest = { 0 };
    book->package = find_package(book);
    xmlDoc *tree = parse(book, book->package, false);
    xmlNode *package = tree ? xmlDocGetRootElement(tree) : NULL;
    for (size_t i = 0; i < book->parts.list.n; i++) book->parts.list.v[i].place = 0;
    read_manifest(book, rxc_xml_child(package, "manifest"), &manifest);
    read_spine(book, rxc_xml_child(package, "spine"), &manifest);
    add_metadata(book, rxc_xml_child(package, "metadata"));
    if (tree) xmlFreeDoc(tree);
    if (book->spine.n == 0) take_all(book);
    for (size_t i = 0; i < book->spine.n; i++) read_chapter(book, book->spine.v[i]);
    if (book->missing)
        rxc_diag_add(arena_of(book), &book->doc->diags, RXC_WARNING, "epub.missing", 0, 0, "%zu chapters are named but are not there",
                     book->missing);
}

/* --- the reader --------------------------------------------------------------------------------------------------------- */

static void begin(Book *book)
{
    xmlDoc *tree = xmlNewDoc((const xmlChar *)"1.0");
    *vec_push(arena_of(book), &book->trees) = tree;
    *vec_push(arena_of(book), &book->roots) = xmlNewNode(NULL, (const xmlChar *)"head");
    xmlDocSetRootElement(tree, book->roots.v[0]);
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Book book = { .doc = doc, .limits = limits };
    rxc_status status = rxc_unzip_read(source, is_wanted, limits, doc, &book.parts, err);
    if (!status) {
        begin(&book);
        read_package(&book);
        if (book.roots.n > 1) rxc_html_read_trees(doc, book.roots.v, book.roots.n, limits);
        else status = rxc_err_set(err, RXC_INPUT, "%.*s: holds no chapter that can be read", STR_ARG(doc->name));
    }
    for (size_t i = 0; i < book.trees.n; i++) xmlFreeDoc(book.trees.v[i]);
    rxc_unzip_clear(&book.parts);
    return status;
}

static int sniff(Str head)
{
    size_t at = 0;
    Str name;
    if (!str_starts(head, S("PK\x03\x04"))) return 0;
    if (str_starts(str_drop(head, TEXT_AT), S("mimetypeapplication/epub+zip"))) return 95;
    while (rxc_unzip_peek(head, &at, &name))
        if (str_eq(name, S("META-INF/container.xml"))) return 92; /* the type is not the first member, or packed */
    return 0;
}

const rxc_reader rxc_reader_epub = {
    .name = "epub",
    .help = "EPUB: books and articles",
    .binary = true,
    .extensions = "epub",
    .sniff = sniff,
    .read = read,
};

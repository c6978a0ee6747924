/* tei_ref.c: bibliographic entries of TEI: <biblStruct> with its three levels (the part, what holds it, the series), and <bibl>,
 * which is printed text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/date.h"
#include "read/entry.h"
#include "read/jats.h"
#include "read/kind.h"
#include "read/print.h"
#include "read/tei.h"

enum { DEPTH = 32, KIND_MAX = 32 /* bytes of a kind of identifier */ };

Str rxc_tei_id(Arena *arena, const xmlNode *node, const char *name)
{
    Str id = rxc_xml_attribute(arena, node, name);
    return str_drop(id, str_starts(id, S("#")));
}

static Str text_of(Arena *arena, xmlNode *node) { return node ? rxc_xml_text(arena, node, "note") : (Str){ 0 }; }

static Str lower(Arena *arena, Str s)
{
    char *out = arena_alloc(arena, s.n + 1);
    for (size_t i = 0; i < s.n; i++) out[i] = chr_to_lower(s.p[i]);
    return (Str){ out, s.n };
}

/* "Eric", "L" -> "Eric L" */
static rxc_name read_person(Arena *arena, xmlNode *person)
{
    rxc_name name = { .family = text_of(arena, rxc_xml_child(person, "surname")),
                      .suffix = text_of(arena, rxc_xml_child(person, "genName")),
                      .particle = text_of(arena, rxc_xml_child(person, "nameLink")) };
    for (xmlNode *node = rxc_xml_child(person, "forename"); node; node = rxc_xml_sibling(node, "forename")) {
        Str part = text_of(arena, node);
        name.given = name.given.n ? arena_printf(arena, "%.*s %.*s", STR_ARG(name.given), STR_ARG(part)) : part;
    }
    return name.family.n || name.given.n ? name : rxc_byline_one(arena, text_of(arena, person));
}

static void add_people(Arena *arena, xmlNode *level, const char *element, rxc_names *out)
{
    for (xmlNode *node = rxc_xml_child(level, element); node; node = rxc_xml_sibling(node, element)) {
        xmlNode *person = rxc_xml_child(node, "persName"), *group = rxc_xml_child(node, "orgName");
        if (!person) person = rxc_xml_child(node, "name");
        rxc_name name = person ? read_person(arena, person)
                        : group ? (rxc_name){ .literal = text_of(arena, group) }
                        : rxc_xml_child(node, "surname") ? read_person(arena, node)
                        : rxc_xml_child(node, "affiliation") || rxc_xml_child(node, "idno") ? (rxc_name){ 0 }
                                                         : rxc_byline_one(arena, text_of(arena, node));
        if (name.family.n || name.given.n || name.literal.n) *vec_push(arena, out) = name;
    }
}

static void add_identifiers(Arena *arena, xmlNode *level, rxc_work *work)
{
    for (xmlNode *node = rxc_xml_child(level, "idno"); node; node = rxc_xml_sibling(node, "idno")) {
        Str type = lower(arena, str_take(rxc_xml_attribute(arena, node, "type"), KIND_MAX)),
            value = text_of(arena, node);
        rxc_jats_identifier(arena, work, type, value);
        if (str_starts(type, S("issn")) && !work->issn.n) work->issn = value;
        if (str_eq(type, S("eissn")) && !work->issn.n) work->issn = value;
        if (str_starts(type, S("isbn")) && !work->isbn.n) work->isbn = value;
    }
    xmlNode *pointer = rxc_xml_child(level, "ptr");
    Str target = rxc_xml_attribute(arena, pointer, "target");
    if (str_starts_nocase(target, S("http")) && !work->url.n) work->url = target;
}

/* The first title of a level that is not an abbreviation or a translation. */
static Str title_of(Arena *arena, xmlNode *level, Str *kind)
{
    for (xmlNode *node = rxc_xml_child(level, "title"); node; node = rxc_xml_sibling(node, "title")) {
        Str type = rxc_xml_attribute(arena, node, "type"), text = text_of(arena, node);
        if (!text.n || str_eq(type, S("abbrev")) || str_eq(type, S("alt")) || str_eq(type, S("sub"))) continue;
        *kind = rxc_xml_attribute(arena, node, "level");
        return text;
    }
    return (Str){ 0 };
}

static rxc_date date_of(Arena *arena, xmlNode *node)
{
    size_t used;
    Str text = rxc_xml_attribute(arena, node, "when");
    if (!text.n) text = text_of(arena, node);
    rxc_date date = rxc_date_parse(text, &used);
    if (!date.year) date.year = rxc_jats_year(text);
    return date;
}

static void read_scope(Arena *arena, xmlNode *node, rxc_work *work)
{
    Str unit = rxc_xml_attribute(arena, node, "unit"), from = rxc_xml_attribute(arena, node, "from"),
        text = text_of(arena, node);
    if (!unit.n) unit = rxc_xml_attribute(arena, node, "type");
    if (str_starts(unit, S("vol")) && !work->volume.n) work->volume = text;
    if (str_starts(unit, S("issue")) && !work->issue.n) work->issue = text;
    if (!str_starts(unit, S("page")) && !str_starts(unit, S("pp"))) return;
    work->page = from.n ? rxc_entry_pages(arena, from, rxc_xml_attribute(arena, node, "to")) : text;
    size_t dash = str_chr(work->page, '-');
    work->page_first = from.n ? from : str_trim(str_take(work->page, dash == STR_NONE ? work->page.n : dash));
}

static void read_imprint(Arena *arena, xmlNode *imprint, rxc_work *work)
{
    for (xmlNode *node = rxc_xml_child(imprint, "biblScope"); node; node = rxc_xml_sibling(node, "biblScope"))
        read_scope(arena, node, work);
    work->publisher = text_of(arena, rxc_xml_child(imprint, "publisher"));
    work->place = text_of(arena, rxc_xml_child(imprint, "pubPlace"));
    for (xmlNode *node = rxc_xml_child(imprint, "date"); node; node = rxc_xml_sibling(node, "date")) {
        bool access = str_find_nocase(rxc_xml_attribute(arena, node, "type"), S("access")) != STR_NONE;
        rxc_date *date = access ? &work->accessed : &work->issued;
        if (!date->year) *date = date_of(arena, node);
    }
}

static rxc_work_type type_of(const rxc_work *work, bool part, bool meeting, Str level)
{
    if (meeting) return RXC_WORK_CONFERENCE;
    if (str_eq(level, S("j"))) return RXC_WORK_ARTICLE;
    if (str_eq(level, S("m"))) return part ? RXC_WORK_CHAPTER : RXC_WORK_BOOK;
    return part && work->container.n && (work->volume.n || work->page.n) ? RXC_WORK_ARTICLE : RXC_WORK_OTHER;
}

void rxc_tei_fields(Arena *arena, xmlNode *entry, rxc_work *work)
{
    xmlNode *part = rxc_xml_child(entry, "analytic"), *whole = rxc_xml_child(entry, "monogr");
    Str part_level = { 0 }, whole_level = { 0 };
    *work = (rxc_work){ 0 };
    Str title = title_of(arena, part, &part_level), holder = title_of(arena, whole, &whole_level);
    add_people(arena, part, "author", &work->authors);
    if (!work->authors.n) add_people(arena, whole, "author", &work->authors);
    add_people(arena, whole, "editor", &work->editors);
    read_imprint(arena, rxc_xml_child(whole, "imprint"), work);
    xmlNode *meeting = rxc_xml_child(whole, "meeting");
    if (!holder.n) holder = text_of(arena, meeting);
    bool journal = str_eq(whole_level, S("j"));
    work->title = title.n || journal ? title : holder;
    if (title.n || journal) work->container = holder;
    work->collection = title_of(arena, rxc_xml_child(entry, "series"), &part_level);
    xmlNode *levels[] = { part, whole, entry };
    for (size_t i = 0; i < 3; i++) add_identifiers(arena, levels[i], work);
    work->type = type_of(work, title.n > 0, meeting != NULL, whole_level);
    bool report = str_eq(rxc_xml_attribute(arena, rxc_xml_child(entry, "note"), "type"), S("report_type"));
    if (report) work->type = RXC_WORK_REPORT;
}

/* The element whose text is the entry as it was printed; NULL where the source does not say. */
static xmlNode *find_printed(Arena *arena, xmlNode *entry)
{
    if (rxc_xml_is(entry, "bibl")) return entry;
    for (xmlNode *node = rxc_xml_child(entry, "note"); node; node = rxc_xml_sibling(node, "note"))
        if (str_eq(rxc_xml_attribute(arena, node, "type"), S("raw_reference"))) return node;
    return NULL;
}

static void put_printed(rxc_builder *b, xmlNode *root)
{
    rxc_walk walk = rxc_xml_walk(root, DEPTH);
    while (rxc_xml_next(&walk)) {
        char room[4];
        if (walk.node->type != XML_ELEMENT_NODE) rxc_builder_text(b, rxc_xml_content(walk.node, room));
        else if (rxc_xml_is(walk.node, "lb")) rxc_builder_space(b);
    }
}

void rxc_tei_reference(rxc_builder *b, xmlNode *entry)
{
    rxc_doc *doc = b->doc;
    rxc_work work;
    rxc_tei_fields(doc->arena, entry, &work);
    xmlNode *printed = find_printed(doc->arena, entry);
    rxc_builder_open(b, RXC_BLOCK_REFERENCE, (size_t)xmlGetLineNo(entry), 0);
    b->block.section = RXC_SECTION_REFERENCES;
    b->block.anchor = rxc_tei_id(doc->arena, entry, "id");
    b->block.label = rxc_xml_attribute(doc->arena, entry, "n");
    if (printed) put_printed(b, printed);
    else rxc_print_work(b, &work);
    rxc_block block = b->block;
    bool kept = b->started;
    rxc_builder_close(b);
    if (kept)
        *vec_push(doc->arena, &doc->entries) =
            (rxc_entry){ block.anchor, block.label, doc->blocks.n - 1, work, !printed };
    else
        rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "tei.empty-ref", (size_t)xmlGetLineNo(entry), 0,
                     "reference %.*s has no text", STR_ARG(block.anchor));
}

static void read_abstract(rxc_doc *doc, xmlNode *header)
{
    xmlNode *abstract = rxc_xml_path(header, "profileDesc/abstract");
    if (abstract) doc->work.abstract = rxc_xml_text(doc->arena, abstract, "head");
}

void rxc_tei_meta(rxc_doc *doc, xmlNode *header)
{
    Arena *arena = doc->arena;
    xmlNode *file = rxc_xml_child(header, "fileDesc"), *source = rxc_xml_path(file, "sourceDesc/biblStruct");
    Str unused = { 0 }, title = title_of(arena, rxc_xml_child(file, "titleStmt"), &unused);
    if (!source) source = rxc_xml_path(file, "sourceDesc/biblFull/biblStruct");
    if (source) rxc_tei_fields(arena, source, &doc->work);
    if (title.n) doc->work.title = title;
    if (!doc->work.authors.n) add_people(arena, rxc_xml_child(file, "titleStmt"), "author", &doc->work.authors);
    xmlNode *publication = rxc_xml_child(file, "publicationStmt");
    if (!doc->work.issued.year && rxc_xml_child(publication, "date"))
        doc->work.issued = date_of(arena, rxc_xml_child(publication, "date"));
    if (!doc->work.publisher.n) doc->work.publisher = text_of(arena, rxc_xml_child(publication, "publisher"));
    add_identifiers(arena, publication, &doc->work);
    if (doc->work.type == RXC_WORK_OTHER && doc->work.container.n) doc->work.type = RXC_WORK_ARTICLE;
    read_abstract(doc, header);
}

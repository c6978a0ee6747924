/* import_meshxml.c: MeSH in XML: descriptors (desc20xx.xml) and supplementary concepts (supp20xx.xml).
 *
 * The files are huge and flat: they are pulled node by node. Nothing outside the file is ever loaded.
 *
 *     DescriptorRecord
 *         DescriptorUI · DescriptorName/String · TreeNumberList/TreeNumber
 *         ConceptList/Concept (PreferredConceptYN)/TermList/Term (IsPermutedTermYN LexicalTag RecordPreferredTermYN)
 *             String
 *     SupplementalRecord (SCRClass: 1 a chemical, 3 a disease, else neither)
 *         SupplementalRecordUI · SupplementalRecordName/String · ConceptList as above
 *
 * Source: NLM, XML MeSH data elements. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/xmlreader.h>

#include "vocab/importer.h"
#include "vocab/mesh.h"

enum { TEXT_MAX = 4096, RECORD_DEPTH = 1 }; /* bytes of one text; records are children of the root */

/* Whose text is being read. */
typedef enum Target { NOTHING, ID, TREE, NAME, TERM } Target;

typedef struct Reading {
    rxc_import *import;
    rxc_feed *feed;
    xmlTextReader *reader;
    rxc_vocab_entry *entry; /* NULL: between records */
    rxc_concept_type fixed; /* of a supplementary record, by its class */
    Target target;
    rxc_entry_list list; /* of the term */
    bool in_term, permuted;
    bool narrower; /* the term's concept is not the record's preferred one */
    Buf text;
    bool malformed;
} Reading;

static int part(Str head)
{
    return str_find(head, S("<DescriptorRecordSet")) != STR_NONE     ? 1
           : str_find(head, S("<SupplementalRecordSet")) != STR_NONE ? 2
                                                                     : 0;
}

static int feed_bytes(void *context, char *out, int n)
{
    return (int)rxc_feed_read(context, out, n > 0 ? (size_t)n : 0);
}

static Str node_name(const Reading *r) { return str_from((const char *)xmlTextReaderConstLocalName(r->reader)); }

/* Does the node's attribute have this value? */
static bool attribute_is(const Reading *r, const char *name, Str value)
{
    xmlChar *got = xmlTextReaderGetAttribute(r->reader, (const xmlChar *)name);
    bool is = got && str_eq(str_from((const char *)got), value);
    xmlFree(got);
    return is;
}

static rxc_entry_list list_of(const Reading *r)
{
    xmlChar *tag = xmlTextReaderGetAttribute(r->reader, (const xmlChar *)"LexicalTag");
    rxc_entry_list list = rxc_mesh_list(str_from((const char *)tag));
    xmlFree(tag);
    return list;
}

static void begin_record(Reading *r)
{
    r->entry = rxc_import_fresh(r->import);
    r->import->seen++;
    r->fixed = attribute_is(r, "SCRClass", S("1"))   ? RXC_DRUG
               : attribute_is(r, "SCRClass", S("3")) ? RXC_DISORDER
                                                     : RXC_PHRASE;
    r->in_term = false;
}

static void end_record(Reading *r)
{
    Str group = r->fixed == RXC_DRUG ? S("supplementary chemical") : S("rare disease");
    rxc_mesh_set(r->entry, r->fixed, group);
    if (!r->entry->name.n) rxc_import_skip_one(r->import, "record: no name");
    r->entry = NULL;
}

static void on_start(Reading *r)
{
    Str name = node_name(r);
    int depth = xmlTextReaderDepth(r->reader) - RECORD_DEPTH;
    if (depth == 0 && (str_eq(name, S("DescriptorRecord")) || str_eq(name, S("SupplementalRecord")))) begin_record(r);
    if (!r->entry) return;
    r->target = NOTHING;
    if (depth == 1 && (str_eq(name, S("DescriptorUI")) || str_eq(name, S("SupplementalRecordUI")))) r->target = ID;
    if (depth == 2 && str_eq(name, S("TreeNumber"))) r->target = TREE;
    if (depth == 2 && str_eq(name, S("String"))) r->target = NAME;
    if (str_eq(name, S("Concept"))) r->narrower = attribute_is(r, "PreferredConceptYN", S("N"));
    if (str_eq(name, S("Term"))) {
        r->in_term = true;
        r->permuted = attribute_is(r, "IsPermutedTermYN", S("Y"));
        r->list = list_of(r);
    }
    if (r->in_term && str_eq(name, S("String"))) r->target = TERM;
    buf_reset(&r->text);
}

static void take(Reading *r)
{
    Str text = buf_str(&r->text), group;
    if (r->text.full) rxc_import_skip_one(r->import, "name: too long");
    else if (r->target == ID) rxc_import_code(r->import, r->entry, S("MeSH"), text);
    else if (r->target == NAME) rxc_mesh_name(r->import, r->entry, text);
    else if (r->target == TERM && r->permuted && str_find(text, S(", ")) != STR_NONE)
        rxc_import_skip_one(r->import, "name: words in the order of an index");
    else if (r->target == TERM && r->narrower && r->list == RXC_ENTRY_SYNONYMS)
        rxc_import_narrower(r->import, r->entry, text);
    else if (r->target == TERM) rxc_mesh_term(r->import, r->entry, r->list, text);
    else if (r->target == TREE) {
        rxc_concept_type type = rxc_mesh_tree(text, &group);
        rxc_mesh_set(r->entry, type, group);
    }
    r->target = NOTHING;
}

static void on_end(Reading *r)
{
    if (!r->entry) return;
    if (r->target != NOTHING) take(r);
    if (str_eq(node_name(r), S("Term"))) r->in_term = false;
    if (xmlTextReaderDepth(r->reader) == RECORD_DEPTH) end_record(r);
}

static void on_node(Reading *r)
{
    switch (xmlTextReaderNodeType(r->reader)) {
    case XML_READER_TYPE_ELEMENT: {
        bool empty = xmlTextReaderIsEmptyElement(r->reader) == 1;
        on_start(r);
        if (empty) on_end(r);
        break;
    }
    case XML_READER_TYPE_END_ELEMENT: on_end(r); break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
        if (r->target != NOTHING) buf_add(&r->text, str_from((const char *)xmlTextReaderConstValue(r->reader)));
        break;
    case XML_READER_TYPE_ENTITY_REFERENCE:
        rxc_import_skip_one(r->import, "name: holds an entity that the file defines itself");
        break;
    default: break;
    }
}

static void on_error(void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr place)
{
    Reading *r = context;
    int line = xmlTextReaderLocatorLineNumber(place);
    (void)severity;
    if (!r->malformed)
        rxc_import_fault(r->import, r->feed, line > 0 ? (size_t)line : 0, "not well-formed: %.*s",
                         STR_ARG(str_trim(str_from(message))));
    r->malformed = true;
}

static void read_xml(rxc_import *import, rxc_feed *feed, int which)
{
    (void)which;
    Reading r = { .import = import, .feed = feed, .text = { .max = TEXT_MAX } };
    const int options = XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA;
    r.reader = xmlReaderForIO(feed_bytes, NULL, feed, NULL, NULL, options);
    if (!r.reader) rxc_err_memory(0);
    xmlTextReaderSetErrorHandler(r.reader, on_error, &r);
    int more;
    while ((more = xmlTextReaderRead(r.reader)) == 1) on_node(&r);
    if (more < 0 && !r.malformed) rxc_import_fault(import, feed, 0, "not well-formed");
    if (more < 0) rxc_import_skip_one(import, "file: its rest, behind what is not well-formed");
    if (r.entry) end_record(&r);
    xmlFreeTextReader(r.reader);
    buf_clear(&r.text);
}

const rxc_importer rxc_importer_meshxml = {
    .name = "meshxml",
    .help = "MeSH in XML: desc20xx.xml, supp20xx.xml",
    .source = "MeSH",
    .part = part,
    .read = read_xml,
};

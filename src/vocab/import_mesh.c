/* import_mesh.c: MeSH in ASCII: descriptors (d20xx.bin) and supplementary concepts (c20xx.bin).
 *
 *     *NEWRECORD
 *     RECTYPE = D
 *     MH = Example Disease
 *     ENTRY = Disease, Example|T047|NON|EQV|NLM (1999)|990101|abcdef
 *     MN = C17.800.999
 *     UI = D999999
 *
 * The last field of a term with fields says what each of them is, a letter a field: a the term, c its lexical
 * tag, d how it is related (EQV: the same).
 * Source: NLM, ASCII MeSH data elements (dtype, ctype). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/importer.h"
#include "vocab/mesh.h"

enum { PARTS = 24 }; /* fields of one term */

static int part(Str head) { return str_starts(head, S("*NEWRECORD")) ? 1 : 0; }

/* The field of a term that the letters call `letter`; empty when there is none. */
static Str field_of(const Str *fields, size_t n, char letter)
{
    if (n < 2) return (Str){ 0 };
    size_t i = str_chr(fields[n - 1], letter);
    return i != STR_NONE && i + 1 < n ? fields[i] : (Str){ 0 };
}

/* A term without fields is another with its words in another order or number: it does not say how it is related. */
static void add_term(rxc_import *import, rxc_vocab_entry *entry, Str value)
{
    Str fields[PARTS];
    size_t n = rxc_import_fields(value, '|', fields, PARTS);
    if (n == 0) return;
    if (n > PARTS) n = 1;
    rxc_entry_list list = rxc_mesh_list(field_of(fields, n, 'c'));
    bool same = str_eq(field_of(fields, n, 'd'), S("EQV"));
    if (n == 1 && str_find(value, S(", ")) != STR_NONE)
        rxc_import_skip_one(import, "name: words in the order of an index");
    else if (same || list != RXC_ENTRY_SYNONYMS) rxc_mesh_term(import, entry, list, fields[0]);
    else rxc_import_narrower(import, entry, fields[0]);
}

static bool is_one_of(Str key, const char *const *names)
{
    while (*names && !str_eq(key, str_from(*names))) names++;
    return *names != NULL;
}

static void take(rxc_import *import, rxc_vocab_entry *entry, Str key, Str value)
{
    static const char *const names[] = { "MH", "NM", NULL };
    static const char *const terms[] = { "ENTRY", "PRINT ENTRY", "SY", "N1", NULL };
    Str group;
    if (is_one_of(key, names)) {
        rxc_mesh_name(import, entry, value);
    } else if (is_one_of(key, terms)) {
        add_term(import, entry, value);
    } else if (str_eq(key, S("MN"))) {
        rxc_concept_type type = rxc_mesh_tree(value, &group);
        rxc_mesh_set(entry, type, group);
    } else if (str_eq(key, S("UI"))) {
        rxc_import_code(import, entry, S("MeSH"), value);
    }
}

/* What one record says, until its end. Semantic types count only where there is no tree number. */
typedef struct Record {
    rxc_vocab_entry *entry;
    Str group;
    rxc_concept_type semantic;
    bool supplementary;
} Record;

static void finish(rxc_import *import, Record *record)
{
    rxc_vocab_entry *entry = record->entry;
    if (!entry) return;
    if (record->supplementary) rxc_mesh_set(entry, record->semantic, record->group);
    if (!entry->name.n) rxc_import_skip_one(import, "record: no name");
}

static void read_mesh(rxc_import *import, rxc_feed *feed, int which)
{
    (void)which;
    Record record = { 0 };
    Str line;
    while (rxc_import_line(import, feed, &line)) {
        if (str_starts(line, S("*NEWRECORD"))) {
            finish(import, &record);
            record = (Record){ .entry = rxc_import_fresh(import), .semantic = RXC_PHRASE };
            import->seen++;
            continue;
        }
        size_t at = str_find(line, S(" = "));
        if (at == STR_NONE || !record.entry) {
            if (str_trim(line).n) rxc_import_fault(import, feed, feed->line, "not a line of a MeSH record");
            continue;
        }
        Str key = str_take(line, at), value = str_drop(line, at + 3);
        if (str_eq(key, S("RECTYPE"))) record.supplementary = str_eq(value, S("C"));
        if (str_eq(key, S("ST")) && record.semantic == RXC_PHRASE)
            record.semantic = rxc_mesh_semantic(value, &record.group);
        take(import, record.entry, key, value);
    }
    finish(import, &record);
}

const rxc_importer rxc_importer_mesh = {
    .name = "mesh",
    .help = "MeSH in ASCII: d20xx.bin, c20xx.bin",
    .source = "MeSH",
    .part = part,
    .read = read_mesh,
};

/* import_meddra.c: MedDRA in ASCII: preferred terms (pt.asc), lowest level terms (llt.asc), hierarchy (mdhier.asc).
 *
 *     pt.asc      code $ name $ - $ primary class's code $ …                                   11 fields
 *     llt.asc     code $ name $ code of its preferred term $ … $ current? Y N $ -              11 fields, the 10th
 * tells mdhier.asc  PT $ HLT $ HLGT $ SOC $ their names … $ SOC abbreviation $ - $ … $ primary?  12 fields
 *
 * A $ stands behind every field. Preferred terms are the concepts. Source: MedDRA distribution file format document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/importer.h"

enum { HIERARCHY = 1, TERMS = 2, LOWEST = 3 };
enum {
    FIELDS = 11,
    HIERARCHY_FIELDS = 12,
    SOC_CODE = 3,
    PT_NAME = 4,
    SOC_NAME = 7,
    PRIMARY = 11,
    LLT_PT = 2,
    CURRENT = 9
};
enum { RANK_TERM = 0, RANK_HIERARCHY = 1, RANK_SAME = 2, CODE_DIGITS = 8 };

static bool is_code(Str s)
{
    size_t number;
    return s.n == CODE_DIGITS && str_to_size(s, &number);
}

static size_t cut_row(Str line, Str fields[HIERARCHY_FIELDS])
{
    if (str_last(line) == '$') line.n--;
    return rxc_import_fields(line, '$', fields, HIERARCHY_FIELDS);
}

static int part(Str head)
{
    Str line, fields[HIERARCHY_FIELDS];
    if (!str_cut(&head, '\n', &line)) return 0;
    if (str_last(line) == '\r') line.n--;
    size_t n = cut_row(line, fields);
    if (n < FIELDS - 1 || n > HIERARCHY_FIELDS || !is_code(fields[0])) return 0;
    if (n == HIERARCHY_FIELDS && is_code(fields[SOC_CODE])) return HIERARCHY;
    if (is_code(fields[LLT_PT])) return LOWEST;
    return is_code(fields[SOC_CODE]) ? TERMS : 0;
}

static rxc_vocab_entry *term(rxc_import *import, Str code)
{
    return rxc_import_entry(import, arena_printf(import->arena, "MedDRA:%.*s", STR_ARG(code)));
}

/* Our class for a system organ class; NULL: what it holds are no disorders. */
static const char *group_of(Str soc)
{
    static const struct {
        const char *word, *group; /* word of the class's name */
    } rows[] = {
        { "Surgical and medical procedures", NULL },
        { "Social circumstances", NULL },
        { "Product issues", NULL },
        { "Blood", "blood" },
        { "Cardiac", "cardiac" },
        { "Congenital", "congenital" },
        { "Ear ", "ear" },
        { "Endocrine", "endocrine" },
        { "Eye ", "eye" },
        { "Gastrointestinal", "gastrointestinal" },
        { "General ", "general and administration site" },
        { "Hepatobiliary", "hepatobiliary" },
        { "Immune", "immune system" },
        { "Infections", "infections" },
        { "Injury", "injury and poisoning" },
        { "Investigations", "investigations" },
        { "Metabolism", "metabolism and nutrition" },
        { "Musculoskeletal", "musculoskeletal" },
        { "Neoplasms", "neoplasms" },
        { "Nervous", "nervous system" },
        { "Pregnancy", "pregnancy and perinatal" },
        { "Psychiatric", "psychiatric" },
        { "Renal", "renal and urinary" },
        { "Reproductive", "reproductive and breast" },
        { "Respiratory", "respiratory" },
        { "Skin", "skin" },
        { "Vascular", "vascular" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_starts(soc, str_from(rows[i].word))) return rows[i].group;
    return "unclassified";
}

static void take_hierarchy(rxc_import *import, const Str *fields)
{
    if (!str_eq(fields[PRIMARY], S("Y"))) {
        rxc_import_skip_one(import, "row: a path of the hierarchy that is not primary");
        return;
    }
    const char *group = group_of(fields[SOC_NAME]);
    rxc_vocab_entry *entry = term(import, fields[0]);
    entry->type = group ? RXC_DISORDER : RXC_PHRASE;
    entry->group = group ? str_from(group) : S("no disorders");
    rxc_import_name(import, entry, fields[PT_NAME], RANK_HIERARCHY);
}

static void take_term(rxc_import *import, const Str *fields)
{
    rxc_vocab_entry *entry = term(import, fields[0]);
    if (!entry->group.n) entry->type = RXC_DISORDER;
    rxc_import_name(import, entry, fields[1], RANK_TERM);
}

static void take_lowest(rxc_import *import, const Str *fields)
{
    if (str_eq(fields[CURRENT], S("N"))) {
        rxc_import_skip_one(import, "row: not current");
        return;
    }
    rxc_vocab_entry *entry = term(import, fields[LLT_PT]);
    if (!entry->group.n) entry->type = RXC_DISORDER;
    bool same = str_eq(fields[0], fields[LLT_PT]);
    rxc_import_name(import, entry, fields[1], same ? RANK_SAME : RXC_RANK_NONE);
    if (!same) rxc_import_code(import, entry, S("MedDRA"), fields[0]);
}

static void read_meddra(rxc_import *import, rxc_feed *feed, int which)
{
    Str line, fields[HIERARCHY_FIELDS];
    while (rxc_import_line(import, feed, &line)) {
        if (!line.n) continue;
        import->seen++;
        size_t n = cut_row(line, fields);
        bool fits = which == HIERARCHY ? n == HIERARCHY_FIELDS : n >= FIELDS - 1 && n <= HIERARCHY_FIELDS;
        if (!fits || !is_code(fields[0]) || (which == LOWEST && !is_code(fields[LLT_PT])))
            rxc_import_fault(import, feed, feed->line, "not a row of this file: %zu fields, code \"%.*s\"", n,
                             STR_ARG(str_take(fields[0], 20)));
        else if (which == HIERARCHY) take_hierarchy(import, fields);
        else if (which == TERMS) take_term(import, fields);
        else take_lowest(import, fields);
    }
}

const rxc_importer rxc_importer_meddra = {
    .name = "meddra",
    .help = "MedDRA in ASCII: pt.asc, llt.asc, mdhier.asc",
    .source = "MedDRA",
    .part = part,
    .read = read_meddra,
};

/* mesh.c: what MeSH tree numbers and UMLS semantic types say about a concept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/mesh.h"

enum { PARTS_MAX = 5 }; /* of a term that is printed for an index */
enum { RANK_NATURAL = 0, RANK_HEADING = 1 };

typedef struct Row {
    const char *head; /* of a tree number, or a semantic type */
    rxc_concept_type type;
    const char *group;
} Row;

/* The first row that fits counts: finer ones stand before their wider ones. */
static const Row trees[] = {
    { "C01", RXC_DISORDER, "infections" },
    { "C02", RXC_DISORDER, "infections" },
    { "C03", RXC_DISORDER, "infections" },
    { "C04", RXC_DISORDER, "neoplasms" },
    { "C05", RXC_DISORDER, "musculoskeletal" },
    { "C06.130", RXC_DISORDER, "hepatobiliary" },
    { "C06.552", RXC_DISORDER, "hepatobiliary" },
    { "C06", RXC_DISORDER, "gastrointestinal" },
    { "C07", RXC_DISORDER, "gastrointestinal" },
    { "C08", RXC_DISORDER, "respiratory" },
    { "C09.218", RXC_DISORDER, "ear" },
    { "C09", RXC_DISORDER, "respiratory" },
    { "C10", RXC_DISORDER, "nervous system" },
    { "C11", RXC_DISORDER, "eye" },
    { "C12.050.351.500", RXC_DISORDER, "reproductive and breast" },
    { "C12.050.703", RXC_DISORDER, "pregnancy and perinatal" },
    { "C12", RXC_DISORDER, "renal and urinary" },
    { "C13.703", RXC_DISORDER, "pregnancy and perinatal" },
    { "C13", RXC_DISORDER, "reproductive and breast" },
    { "C14.907", RXC_DISORDER, "vascular" },
    { "C14", RXC_DISORDER, "cardiac" },
    { "C15", RXC_DISORDER, "blood" },
    { "C16.614", RXC_DISORDER, "pregnancy and perinatal" },
    { "C16", RXC_DISORDER, "congenital" },
    { "C17.300", RXC_DISORDER, "musculoskeletal" },
    { "C17", RXC_DISORDER, "skin" },
    { "C18", RXC_DISORDER, "metabolism and nutrition" },
    { "C19", RXC_DISORDER, "endocrine" },
    { "C20", RXC_DISORDER, "immune system" },
    { "C21", RXC_DISORDER, "injury and poisoning" },
    { "C22", RXC_PHRASE, "" }, /* of animals */
    { "C23", RXC_DISORDER, "general and administration site" },
    { "C24", RXC_DISORDER, "injury and poisoning" },
    { "C25", RXC_DISORDER, "injury and poisoning" },
    { "C26", RXC_DISORDER, "injury and poisoning" },
    { "F03", RXC_DISORDER, "psychiatric" },
    { "D01", RXC_DRUG, "inorganic chemicals" },
    { "D02", RXC_DRUG, "organic chemicals" },
    { "D03", RXC_DRUG, "heterocyclic compounds" },
    { "D04", RXC_DRUG, "polycyclic compounds" },
    { "D05", RXC_DRUG, "macromolecular substances" },
    { "D06", RXC_DRUG, "hormones and hormone antagonists" },
    { "D08", RXC_DRUG, "enzymes and coenzymes" },
    { "D09", RXC_DRUG, "carbohydrates" },
    { "D10", RXC_DRUG, "lipids" },
    { "D12", RXC_DRUG, "peptides and proteins" },
    { "D13", RXC_DRUG, "nucleic acids and nucleotides" },
    { "D20", RXC_DRUG, "complex mixtures" },
    { "D23", RXC_DRUG, "biological factors" },
    { "D25", RXC_DRUG, "biomedical and dental materials" },
    { "D26", RXC_DRUG, "pharmaceutical preparations" },
    { "D27", RXC_DRUG, "drug class" },
    { NULL, RXC_PHRASE, "" },
};

static const Row semantics[] = {
    { "T019", RXC_DISORDER, "congenital" },
    { "T020", RXC_DISORDER, "acquired abnormality" },
    { "T033", RXC_DISORDER, "finding" },
    { "T034", RXC_DISORDER, "investigations" },
    { "T037", RXC_DISORDER, "injury and poisoning" },
    { "T046", RXC_DISORDER, "pathologic function" },
    { "T047", RXC_DISORDER, "disease or syndrome" },
    { "T048", RXC_DISORDER, "psychiatric" },
    { "T049", RXC_DISORDER, "cell or molecular dysfunction" },
    { "T184", RXC_DISORDER, "sign or symptom" },
    { "T190", RXC_DISORDER, "anatomical abnormality" },
    { "T191", RXC_DISORDER, "neoplasms" },
    { "T103", RXC_DRUG, "chemical" },
    { "T104", RXC_DRUG, "chemical" },
    { "T109", RXC_DRUG, "organic chemicals" },
    { "T110", RXC_DRUG, "steroids" },
    { "T111", RXC_DRUG, "eicosanoids" },
    { "T114", RXC_DRUG, "nucleic acids and nucleotides" },
    { "T115", RXC_DRUG, "organophosphorus compounds" },
    { "T116", RXC_DRUG, "peptides and proteins" },
    { "T118", RXC_DRUG, "carbohydrates" },
    { "T119", RXC_DRUG, "lipids" },
    { "T120", RXC_DRUG, "chemical" },
    { "T121", RXC_DRUG, "pharmacologic substance" },
    { "T122", RXC_DRUG, "biomedical and dental materials" },
    { "T123", RXC_DRUG, "biological factors" },
    { "T124", RXC_DRUG, "neuroreactive substance" },
    { "T125", RXC_DRUG, "hormones" },
    { "T126", RXC_DRUG, "enzymes and coenzymes" },
    { "T127", RXC_DRUG, "vitamins" },
    { "T129", RXC_DRUG, "immunologic factors" },
    { "T130", RXC_DRUG, "diagnostic agents" },
    { "T131", RXC_DRUG, "hazardous substances" },
    { "T195", RXC_DRUG, "antibiotics" },
    { "T196", RXC_DRUG, "elements" },
    { "T197", RXC_DRUG, "inorganic chemicals" },
    { NULL, RXC_PHRASE, "" },
};

static rxc_concept_type look_up(const Row *rows, Str text, Str *group)
{
    while (rows->head && !str_starts(text, str_from(rows->head))) rows++;
    *group = str_from(rows->group);
    return rows->type;
}

rxc_concept_type rxc_mesh_tree(Str number, Str *group) { return look_up(trees, number, group); }
rxc_concept_type rxc_mesh_semantic(Str type, Str *group) { return look_up(semantics, type, group); }

void rxc_mesh_set(rxc_vocab_entry *entry, rxc_concept_type type, Str group)
{
    if (entry->type != RXC_PHRASE || type == RXC_PHRASE) return;
    entry->type = type;
    entry->group = group;
}

rxc_entry_list rxc_mesh_list(Str tag)
{
    static const char *const shorts[] = { "ABB", "ABX", "ACR", "ACX" };
    if (str_eq(tag, S("TRD"))) return RXC_ENTRY_BRANDS;
    for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++)
        if (str_eq(tag, str_from(shorts[i]))) return RXC_ENTRY_SHORTS;
    return RXC_ENTRY_SYNONYMS;
}

/* The parts between ", " in reverse; empty when there is only one, or too many. */
static Str natural(Arena *arena, Str text)
{
    Str parts[PARTS_MAX], out = { 0 };
    size_t n = 0, at;
    for (Str rest = text; rest.n; n++) {
        if (n == PARTS_MAX) return (Str){ 0 };
        at = str_find(rest, S(", "));
        parts[n] = str_trim(str_take(rest, at));
        rest = at == STR_NONE ? (Str){ 0 } : str_drop(rest, at + 2);
    }
    if (n < 2) return (Str){ 0 };
    for (size_t i = n; i-- > 0;)
        out = arena_printf(arena, "%.*s%s%.*s", STR_ARG(out), out.n ? " " : "", STR_ARG(parts[i]));
    return out;
}

void rxc_mesh_name(rxc_import *import, rxc_vocab_entry *entry, Str heading)
{
    Str name = natural(import->arena, heading);
    if (name.n) rxc_import_name(import, entry, name, RANK_NATURAL);
    rxc_import_name(import, entry, heading, RANK_HEADING);
}

void rxc_mesh_term(rxc_import *import, rxc_vocab_entry *entry, rxc_entry_list list, Str term)
{
    Str name = list == RXC_ENTRY_SYNONYMS ? natural(import->arena, term) : (Str){ 0 };
    if (name.n) rxc_import_add(import, entry, list, name);
    rxc_import_add(import, entry, list, term);
}

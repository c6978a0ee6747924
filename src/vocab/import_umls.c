/* import_umls.c: the UMLS: names (MRCONSO.RRF) and semantic types (MRSTY.RRF).
 *
 * Without MRSTY the type is told by the vocabularies that have the concept: those of drugs, those of disorders. Of each
 * concept the types are kept in one byte, by the digits of its identifier. Source: NLM, UMLS Reference Manual,
 * chapter 3. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>

#include "vocab/importer.h"
#include "vocab/mesh.h"
#include "vocab/rrf.h"

enum { STY = 1, CONSO = 2, STY_FIELDS = 6, STY_TYPE = 1, CUI_BYTES = 8, CUIS = 10000000 };
enum { RANK_BEST = 0, RANK_PREFERRED = 1, RANK_OTHER = 2 };

typedef struct State {
    uint8_t *kinds; /* [CUIS] 0: nothing said, else 1 + number in groups */
    VEC(Str) groups;
    VEC(rxc_concept_type) types; /* of groups */
} State;

/* The digits of "C0011633"; false when it is no such identifier. */
static bool cui_number(Str cui, size_t *number)
{
    return cui.n == CUI_BYTES && cui.p[0] == 'C' && str_to_size(str_drop(cui, 1), number) && *number < CUIS;
}

static int part(Str head)
{
    Str fields[RRF_FIELDS_MAX];
    size_t n = rxc_rrf_head(head, fields), number;
    if (!n || !cui_number(fields[RRF_CUI], &number)) return 0;
    return n == RRF_CONSO_FIELDS ? CONSO : n == STY_FIELDS ? STY : 0;
}

static uint8_t kind_of(rxc_import *import, rxc_concept_type type, Str group)
{
    State *state = import->state;
    size_t i = 0;
    while (i < state->groups.n && !(str_eq(state->groups.v[i], group) && state->types.v[i] == type)) i++;
    if (i == state->groups.n) {
        *vec_push(import->arena, &state->groups) = group;
        *vec_push(import->arena, &state->types) = type;
    }
    assert(i < UINT8_MAX);
    return (uint8_t)(i + 1);
}

static void take_type(rxc_import *import, rxc_feed *feed, const Str *fields)
{
    State *state = import->state;
    size_t number;
    Str group;
    if (!cui_number(fields[RRF_CUI], &number)) {
        rxc_import_fault(import, feed, feed->line, "not a concept identifier: %.*s",
                         STR_ARG(str_take(fields[RRF_CUI], 20)));
        return;
    }
    rxc_concept_type type = rxc_mesh_semantic(fields[STY_TYPE], &group);
    uint8_t kind = kind_of(import, type, group), *before = &state->kinds[number];
    if (!*before || state->types.v[*before - 1] == RXC_PHRASE) *before = kind;
}

static rxc_concept_type type_by_source(Str source, Str *group)
{
    static const char *const drugs[] = { "RXNORM", "ATC", "DRUGBANK", "MTHSPL", "VANDF", "USP", NULL };
    static const char *const disorders[] = { "MDR", "HPO", "ICD10CM", "ICD10", "OMIM", "WHO", "COSTAR", NULL };
    for (size_t i = 0; drugs[i]; i++)
        if (str_eq(source, str_from(drugs[i]))) return *group = S("unclassified"), RXC_DRUG;
    for (size_t i = 0; disorders[i]; i++)
        if (str_eq(source, str_from(disorders[i]))) return *group = S("unclassified"), RXC_DISORDER;
    return RXC_PHRASE;
}

/* What is known of the concept; RXC_PHRASE with *said: neither drug nor disorder. */
static rxc_concept_type type_of(const State *state, size_t number, const Str *fields, Str *group, bool *said)
{
    uint8_t kind = state->kinds ? state->kinds[number] : 0;
    *said = kind > 0;
    if (!kind) return type_by_source(fields[RRF_SOURCE], group);
    *group = state->groups.v[kind - 1];
    return state->types.v[kind - 1];
}

static int rank_of(const Str *fields)
{
    bool preferred = str_eq(fields[RRF_STATUS], S("P")) && str_eq(fields[RRF_STRING_TYPE], S("PF"));
    if (!preferred) return RANK_OTHER;
    return str_eq(fields[RRF_PREFERRED], S("Y")) ? RANK_BEST : RANK_PREFERRED;
}

static void take_name(rxc_import *import, rxc_feed *feed, const Str *fields)
{
    size_t number;
    Str group = { 0 };
    bool said;
    if (!cui_number(fields[RRF_CUI], &number)) {
        rxc_import_fault(import, feed, feed->line, "not a concept identifier: %.*s",
                         STR_ARG(str_take(fields[RRF_CUI], 20)));
        return;
    }
    if (!rxc_rrf_usable(import, fields)) return;
    rxc_concept_type type = type_of(import->state, number, fields, &group, &said);
    if (said && type == RXC_PHRASE) {
        rxc_import_skip_one(import, "row: its semantic type is neither drug nor disorder");
        return;
    }
    rxc_vocab_entry *entry =
        rxc_import_entry(import, arena_printf(import->arena, "UMLS:%.*s", STR_ARG(fields[RRF_CUI])));
    rxc_mesh_set(entry, type, group);
    rxc_import_name(import, entry, fields[RRF_NAME], rank_of(fields));
    rxc_rrf_code(import, entry, fields);
}

static void read_umls(rxc_import *import, rxc_feed *feed, int which)
{
    Str fields[RRF_FIELDS_MAX];
    if (!import->state) import->state = arena_new(import->arena, State);
    State *state = import->state;
    if (which == STY && !state->kinds) state->kinds = arena_array(import->arena, uint8_t, CUIS);
    while (rxc_rrf_next(import, feed, which == STY ? STY_FIELDS : RRF_CONSO_FIELDS, fields)) {
        if (which == STY) take_type(import, feed, fields);
        else take_name(import, feed, fields);
    }
}

const rxc_importer rxc_importer_umls = {
    .name = "umls",
    .help = "UMLS: MRCONSO.RRF, better with MRSTY.RRF",
    .source = "UMLS",
    .part = part,
    .read = read_umls,
};

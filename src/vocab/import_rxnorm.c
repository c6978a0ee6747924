/* import_rxnorm.c: RxNorm: names (RXNCONSO.RRF) and, when it is given, which brand is of which ingredient (RXNREL.RRF).
 *
 * Concepts are ingredients (term types IN, PIN, MIN) and brands (BN). Other names of the same RXCUI, from whatever
 * source, are synonyms. Dose forms and packs are passed over. Source: NLM, RxNorm technical documentation, sections 10
 * and 12. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/importer.h"
#include "vocab/rrf.h"

enum { CONSO = 1, REL = 2, REL_FIELDS = 16, REL_CUI1 = 0, REL_CUI2 = 4, REL_NAME = 7 };
enum { RANK_INGREDIENT = 0, RANK_BRAND = 1 };

typedef struct Pair {
    Str a, b;
} Pair;

typedef struct State {
    VEC(Pair) tradenames;
} State;

static bool is_number(Str s)
{
    size_t number;
    return str_to_size(s, &number);
}

static int part(Str head)
{
    Str fields[RRF_FIELDS_MAX];
    size_t n = rxc_rrf_head(head, fields);
    if (n == RRF_CONSO_FIELDS && is_number(fields[RRF_CUI])) return CONSO;
    bool relation = n == REL_FIELDS && (is_number(fields[REL_CUI1]) || is_number(fields[1]));
    return relation ? REL : 0;
}

static bool is_one_of(Str text, const char *const *list)
{
    while (*list && !str_eq(text, str_from(*list))) list++;
    return *list != NULL;
}

static Str code_of(rxc_import *import, Str cui) { return arena_printf(import->arena, "RxNorm:%.*s", STR_ARG(cui)); }

static void take_name(rxc_import *import, const Str *fields)
{
    static const char *const ingredients[] = { "IN", "PIN", "MIN", NULL };
    static const char *const names[] = { "IN", "PIN", "MIN", "BN", "SY", "TMSY", "PT", "PN", "SU", "MH", "FN", NULL };
    if (!rxc_rrf_usable(import, fields)) return;
    if (!is_one_of(fields[RRF_TERM_TYPE], names)) {
        rxc_import_skip_one(import, "row: a dose form, a pack or another kind of name");
        return;
    }
    rxc_vocab_entry *entry = rxc_import_entry(import, code_of(import, fields[RRF_CUI]));
    bool own = str_eq(fields[RRF_SOURCE], S("RXNORM"));
    bool ingredient = own && is_one_of(fields[RRF_TERM_TYPE], ingredients);
    bool brand = own && str_eq(fields[RRF_TERM_TYPE], S("BN"));
    if (ingredient || brand) entry->type = RXC_DRUG;
    if (brand) entry->group = S("brand");
    if (ingredient || brand)
        rxc_import_name(import, entry, fields[RRF_NAME], ingredient ? RANK_INGREDIENT : RANK_BRAND);
    else rxc_import_add(import, entry, RXC_ENTRY_SYNONYMS, fields[RRF_NAME]);
    if (!own) rxc_rrf_code(import, entry, fields);
}

static void take_relation(rxc_import *import, const Str *fields)
{
    State *state = import->state;
    if (str_find(fields[REL_NAME], S("tradename")) == STR_NONE) {
        rxc_import_skip_one(import, "relation: not between a brand and an ingredient");
        return;
    }
    Str a = arena_str(import->arena, fields[REL_CUI1]), b = arena_str(import->arena, fields[REL_CUI2]);
    *vec_push(import->arena, &state->tradenames) = (Pair){ a, b };
}

static void read_rxnorm(rxc_import *import, rxc_feed *feed, int which)
{
    Str fields[RRF_FIELDS_MAX];
    if (!import->state) import->state = arena_new(import->arena, State);
    while (rxc_rrf_next(import, feed, which == REL ? REL_FIELDS : RRF_CONSO_FIELDS, fields)) {
        if (which == REL) take_relation(import, fields);
        else take_name(import, fields);
    }
}

static rxc_vocab_entry *known(rxc_import *import, Str cui)
{
    uint32_t number = rxc_map_get(&import->by_code, code_of(import, cui));
    rxc_vocab_entry *entry = number ? import->entries.v[number - 1].p : NULL;
    return entry && entry->type == RXC_DRUG ? entry : NULL;
}

/* The brand's names become brands of the ingredient. A brand of several ingredients stays a concept of its own. */
static void join(rxc_import *import, Pair pair, rxc_map *joined)
{
    rxc_vocab_entry *a = known(import, pair.a), *b = known(import, pair.b);
    if (!a || !b || (a->rank == RANK_BRAND) == (b->rank == RANK_BRAND)) return;
    rxc_vocab_entry *brand = a->rank == RANK_BRAND ? a : b, *drug = brand == a ? b : a;
    Str code = brand->lists[RXC_ENTRY_CODES].v[0], drug_code = drug->lists[RXC_ENTRY_CODES].v[0];
    uint32_t to = rxc_map_get(&import->by_code, drug_code), before = rxc_map_put(joined, import->arena, code, to);
    if (before != to) brand->id = S("several");
    else brand->source = drug_code;
}

static void move_brands(rxc_import *import)
{
    for (size_t i = 0; i < import->entries.n; i++) {
        rxc_vocab_entry *brand = import->entries.v[i].p;
        Str to = brand->source;
        bool several = brand->id.n > 0;
        brand->id = brand->source = (Str){ 0 };
        if (!to.n || several) continue;
        rxc_vocab_entry *drug = rxc_import_entry(import, to);
        rxc_import_add(import, drug, RXC_ENTRY_BRANDS, brand->name);
        for (size_t k = 0; k < brand->lists[RXC_ENTRY_SYNONYMS].n; k++)
            rxc_import_add(import, drug, RXC_ENTRY_BRANDS, brand->lists[RXC_ENTRY_SYNONYMS].v[k]);
        for (size_t k = 0; k < brand->lists[RXC_ENTRY_CODES].n; k++)
            rxc_import_add(import, drug, RXC_ENTRY_CODES, brand->lists[RXC_ENTRY_CODES].v[k]);
        *brand = (rxc_vocab_entry){ .type = RXC_PHRASE }; /* nothing is left of it */
    }
}

static void end(rxc_import *import)
{
    State *state = import->state;
    rxc_map joined = { 0 };
    for (size_t i = 0; i < state->tradenames.n; i++) join(import, state->tradenames.v[i], &joined);
    move_brands(import);
}

const rxc_importer rxc_importer_rxnorm = {
    .name = "rxnorm",
    .help = "RxNorm: RXNCONSO.RRF, with RXNREL.RRF also whose brands they are",
    .source = "RxNorm",
    .part = part,
    .read = read_rxnorm,
    .end = end,
};

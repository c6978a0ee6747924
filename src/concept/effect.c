/* effect.c: what drugs are known to cause and to treat. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/effect.h"

#include <stdlib.h>

#include "concept/tsv.h"

enum {
    STEPS = 3,  /* to wider disorders */
    RATHER = 3, /* times as many */
};

static const Str HEADER = STR_INIT("subject\trelation\tdisorders");
static const uint32_t IS_CLASS = UINT32_C(1) << 31; /* of a subject: the hash of a class; a term else */

typedef VEC(uint64_t) keys;

/* A disorder's name as written, and its term: most names stand in many rows. */
typedef struct written {
    Str text;
    uint32_t term;
} written;

enum { NAMES = 1 << 13 }; /* room to remember them; a name that finds its place taken is looked up again */

/* What is gathered while the file is read. */
typedef struct loader {
    const rxc_vocab *vocab;
    const rxc_words *words;
    Arena scratch;
    VEC(uint32_t) classes; /* ascending */
    written *names;        /* [NAMES] */
    keys known;
} loader;

static uint32_t class_number(Str name) { return name.n ? (uint32_t)str_hash(name) | IS_CLASS : 0; }

static uint64_t key_of(uint32_t subject, uint32_t disorder, rxc_relation relation)
{
    return (uint64_t)subject << 32 | (uint64_t)disorder << 1 | (relation == RXC_TREATS);
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void number_classes(loader *l, uint32_t *class_of)
{
    for (size_t i = 0; i < l->vocab->terms.n; i++) {
        const rxc_term *term = &l->vocab->terms.v[i];
        class_of[i] = term->type == RXC_DRUG ? class_number(term->group) : 0;
        if (class_of[i]) *vec_push(&l->scratch, &l->classes) = class_of[i];
    }
    if (l->classes.n) qsort(l->classes.v, l->classes.n, sizeof *l->classes.v, compare_numbers);
}

/* The number of a class, or the term of a drug; false: it is neither. */
static bool find_subject(const loader *l, Str name, uint32_t *out)
{
    *out = class_number(name);
    if (l->classes.n && bsearch(out, l->classes.v, l->classes.n, sizeof *out, compare_numbers)) return true;
    *out = rxc_vocab_lookup(l->vocab, l->words, name, RXC_DRUG);
    return *out != RXC_NO_TERM;
}

static uint32_t find_disorder(loader *l, Str text)
{
    written *known = &l->names[str_hash(text) % NAMES];
    if (!known->text.n || !str_eq(known->text, text))
        *known = (written){ text, rxc_vocab_lookup(l->vocab, l->words, text, RXC_DISORDER) };
    return known->term;
}

static rxc_status add_row(loader *l, const rxc_tsv *tsv, const Str *fields, rxc_err *err)
{
    rxc_relation relation = str_eq(fields[1], S("treats")) ? RXC_TREATS : RXC_ADVERSE_EFFECT;
    uint32_t subject;
    if (relation != RXC_TREATS && !str_eq(fields[1], S("causes"))) return rxc_tsv_refuse(tsv, err, "unknown relation", fields[1]);
    if (!find_subject(l, fields[0], &subject)) return rxc_tsv_refuse(tsv, err, "unknown drug", fields[0]);
    Str rest = fields[2], name;
    while (rest.n && str_cut(&rest, '|', &name)) {
        uint32_t disorder = find_disorder(l, name);
        if (disorder == RXC_NO_TERM) return rxc_tsv_refuse(tsv, err, "unknown disorder", name);
        *vec_push(&l->scratch, &l->known) = key_of(subject, disorder, relation);
    }
    return RXC_OK;
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static size_t slot_of(const rxc_effects *effects, uint64_t key)
{
    size_t i = (size_t)((key * 0x9E3779B97F4A7C15u) >> 32) & effects->mask;
    while (effects->slots[i] && effects->slots[i] != key + 1) i = (i + 1) & effects->mask;
    return i;
}

static bool holds(const rxc_effects *effects, uint32_t subject, uint32_t disorder, rxc_relation relation)
{
    return effects->slots[slot_of(effects, key_of(subject, disorder, relation))] != 0;
}

static rxc_nature nature_of(uint32_t causes, uint32_t treats)
{
    if (!causes && !treats) return RXC_NATURE_UNKNOWN;
    if (!treats) return RXC_NATURE_REACTION;
    if (!causes) return RXC_NATURE_TREATED;
    if (causes >= RATHER * treats) return RXC_NATURE_RATHER_REACTION;
    return treats >= RATHER * causes ? RXC_NATURE_RATHER_TREATED : RXC_NATURE_BOTH;
}

static void fill_slots(loader *l, rxc_effects *out, Arena *arena)
{
    size_t slots = 2;
    uint32_t *count = arena_array(&l->scratch, uint32_t, 2 * l->vocab->terms.n + 1);
    while (slots < 2 * l->known.n) slots *= 2;
    out->slots = arena_array(arena, uint64_t, slots);
    out->mask = slots - 1;
    for (size_t i = 0; i < l->known.n; i++) {
        uint64_t *slot = &out->slots[slot_of(out, l->known.v[i])];
        if (!*slot) count[(uint32_t)l->known.v[i]]++; /* disorder and relation */
        *slot = l->known.v[i] + 1;
    }
    out->nature = arena_array(arena, uint8_t, l->vocab->terms.n + 1);
    for (size_t i = 0; i < l->vocab->terms.n; i++) out->nature[i] = (uint8_t)nature_of(count[2 * i], count[2 * i + 1]);
}

/* "acute pancreatitis": "pancreatitis" */
static uint32_t wider_than(const loader *l, Str name)
{
    Str word;
    while (str_cut(&name, ' ', &word) && name.n) {
        uint32_t term = rxc_vocab_lookup(l->vocab, l->words, name, RXC_DISORDER);
        if (term != RXC_NO_TERM) return term;
    }
    return RXC_NO_TERM;
}

static void fill_wider(const loader *l, rxc_effects *out, Arena *arena)
{
    out->wider = arena_array(arena, uint32_t, l->vocab->terms.n + 1);
    for (size_t i = 0; i < l->vocab->terms.n; i++) {
        const rxc_term *term = &l->vocab->terms.v[i];
        out->wider[i] = term->type == RXC_DISORDER ? wider_than(l, term->name) : RXC_NO_TERM;
        if (out->wider[i] == i) out->wider[i] = RXC_NO_TERM;
    }
}

static rxc_status load(loader *l, rxc_effects *out, const char *path, Arena *arena, rxc_err *err)
{
    rxc_tsv tsv;
    Str fields[RXC_TSV_COLUMNS];
    bool more = true;
    out->class_of = arena_array(arena, uint32_t, l->vocab->terms.n + 1);
    number_classes(l, out->class_of);
    l->names = arena_array(&l->scratch, written, NAMES);
    RXC_TRY(rxc_tsv_open(&tsv, path, HEADER, &l->scratch, err));
    while (more) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (more) RXC_TRY(add_row(l, &tsv, fields, err));
    }
    fill_slots(l, out, arena);
    fill_wider(l, out, arena);
    return RXC_OK;
}

rxc_status rxc_effect_load(rxc_effects *effects, const char *path, const rxc_vocab *vocab, const rxc_words *words, Arena *arena,
                           rxc_err *err)
{
    loader l = { .vocab = vocab, .words = words };
    *effects = (rxc_effects){ 0 };
    rxc_status status = load(&l, effects, path, arena, err);
    arena_clear(&l.scratch);
    return status;
}

/* --- what is known ----------------------------------------------------------------------------------------------- */

unsigned rxc_effect_known(const rxc_effects *effects, uint32_t drug, uint32_t disorder)
{
    unsigned known = 0;
    if (drug == RXC_NO_TERM) return 0;
    uint32_t class = effects->class_of[drug];
    for (size_t i = 0; i < STEPS && disorder != RXC_NO_TERM; i++, disorder = effects->wider[disorder]) {
        if (holds(effects, drug, disorder, RXC_TREATS) || (class && holds(effects, class, disorder, RXC_TREATS))) known |= RXC_KNOWN_TREATS;
        if (holds(effects, drug, disorder, RXC_ADVERSE_EFFECT) || (class && holds(effects, class, disorder, RXC_ADVERSE_EFFECT)))
            known |= RXC_KNOWN_CAUSES;
        if (known) break;
    }
    return known;
}

rxc_nature rxc_effect_nature(const rxc_effects *effects, uint32_t term)
{
    rxc_nature nature = RXC_NATURE_UNKNOWN;
    for (size_t i = 0; i < STEPS && !nature && term != RXC_NO_TERM; i++, term = effects->wider[term])
        nature = (rxc_nature)effects->nature[term];
    return nature;
}

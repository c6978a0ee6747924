/* find.c: finds drugs and disorders in one sentence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/find.h"

#include <stdlib.h>

enum {
    MODIFIERS = 4, QUALIFIERS = 4, /* most of them before a mention */
    SAME_HASH = 16,                /* most short forms that begin with the same word */
};

static const float SCORE_DEFINED = 1.0f, SCORE_LISTED = 1.0f, SCORE_ENDING = 0.7f, SCORE_COMPOSED = 0.7f;

static Str bytes_of(const rxc_unit *unit, size_t b, size_t e)
{
    return str_sub(unit->text, unit->tokens[b].b, unit->tokens[e - 1].e);
}

/* --- abbreviations ----------------------------------------------------------------------------------------------- */

/* The first definition with this hash; they are in the order of hashes. */
static size_t first_with(const rxc_definitions *defined, uint32_t hash)
{
    size_t low = 0, high = defined->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (defined->v[middle].hash < hash) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* The definition with the longest short form that stands at token b; *e becomes the token behind it. */
static const rxc_defined *defined_at(const rxc_definitions *defined, const rxc_unit *unit, size_t b, size_t *e)
{
    const rxc_defined *best = NULL;
    const rxc_token *token = &unit->tokens[b];
    Str rest = str_sub(unit->text, token->b, unit->span.e);
    size_t first = first_with(defined, token->hash);
    for (size_t i = first; i < defined->n && i < first + SAME_HASH && defined->v[i].hash == token->hash; i++) {
        const rxc_defined *d = &defined->v[i];
        if ((best && d->shorter.n <= best->shorter.n) || !str_starts(rest, d->shorter)) continue;
        size_t end = token->b + d->shorter.n, k = b;
        while (k < unit->n && unit->tokens[k].e < end) k++;
        if (k >= unit->n || unit->tokens[k].b >= end) continue;
        bool plural = unit->tokens[k].e == end + 1 && unit->text.p[end] == 's';
        if (unit->tokens[k].e == end || plural) best = d, *e = k + 1;
    }
    return best;
}

static bool looks_short(const rxc_token *token)
{
    return (token->shape & (RXC_SHAPE_CAPITALS | RXC_SHAPE_MIXED | RXC_SHAPE_DIGIT | RXC_SHAPE_INITIAL)) ||
           token->e - token->b <= 5;
}

/* --- the vocabulary ---------------------------------------------------------------------------------------------- */

bool rxc_find_listed(const rxc_finder *finder, const rxc_unit *unit, size_t b, rxc_find *out)
{
    rxc_match found[RXC_PHRASE_TOKENS];
    size_t n = rxc_automaton_at(finder->vocab.automaton, unit->text, unit->tokens, unit->n, b, found);
    for (size_t i = 0; i < n; i++)
        for (uint32_t entry = found[i].first; entry;) {
            const rxc_form *form = &finder->vocab.forms.v[rxc_automaton_next(finder->vocab.automaton, &entry)];
            if (!rxc_vocab_stands(form, bytes_of(unit, b, found[i].e))) continue;
            const rxc_term *term = &finder->vocab.terms.v[form->term];
            *out = (rxc_find){ .b = b, .e = found[i].e, .type = term->type, .is_class = str_eq(term->group, S("drug class")),
                               .term = form->term, .score = SCORE_LISTED };
            return true;
        }
    return false;
}

/* --- how words are built ----------------------------------------------------------------------------------------- */

static bool joined(const rxc_unit *unit, size_t i)
{
    unsigned gap = unit->tokens[i].gap;
    return !(gap & ~(unsigned)(RXC_GAP_SPACE | RXC_GAP_HYPHEN)) || gap == RXC_GAP_SLASH;
}

/* A word with the ending of a drug or a disorder, or a head noun with a modifier before it. */
static bool built_at(const rxc_finder *finder, const rxc_unit *unit, size_t b, const uint8_t *parts, rxc_find *out)
{
    (void)unit;
    (void)finder;
    rxc_part part = (rxc_part)parts[b];
    bool modified = b > 0 && parts[b - 1] == RXC_PART_MODIFIER && joined(unit, b);
    if (part != RXC_PART_DRUG && part != RXC_PART_DISORDER && !(part == RXC_PART_HEAD && modified)) return false;
    *out = (rxc_find){ .b = b, .e = b + 1, .type = part == RXC_PART_DRUG ? RXC_DRUG : RXC_DISORDER,
                       .term = RXC_NO_TERM, .score = part == RXC_PART_HEAD ? SCORE_COMPOSED : SCORE_ENDING };
    return true;
}

/* Modifiers before a disorder belong to the concept, qualifiers before them to the wording. */
static void widen(const rxc_unit *unit, const uint8_t *parts, size_t low, rxc_find *f)
{
    for (int i = 0; i < MODIFIERS && f->type == RXC_DISORDER; i++) {
        if (f->b <= low || !joined(unit, f->b) || parts[f->b - 1] != RXC_PART_MODIFIER) break;
        f->b--;
    }
    f->wide_b = f->b;
    for (int i = 0; i < QUALIFIERS && f->type == RXC_DISORDER; i++) {
        uint8_t part = f->wide_b > low ? parts[f->wide_b - 1] : RXC_PART_NONE;
        if (!joined(unit, f->wide_b) || (part != RXC_PART_MODIFIER && part != RXC_PART_QUALIFIER)) break;
        f->wide_b--;
    }
    if (f->type == RXC_DRUG && f->e < unit->n && joined(unit, f->e) && parts[f->e] == RXC_PART_SALT) f->e++;
    f->wide_e = f->e;
}

void rxc_find_parts(const rxc_finder *finder, const rxc_unit *unit, uint8_t *parts)
{
    for (size_t i = 0; i < unit->n; i++)
        parts[i] = (uint8_t)rxc_parts_of(&finder->parts, unit->text, &unit->tokens[i]);
}

void rxc_find_mentions(const rxc_finder *finder, const rxc_unit *unit, const uint8_t *parts,
                       const rxc_definitions *defined, Arena *arena, rxc_finds *out)
{
    size_t low = 0;
    for (size_t i = 0; i < unit->n; i++) {
        size_t e = 0;
        rxc_find f = { 0 };
        const rxc_defined *d = defined->n && looks_short(&unit->tokens[i]) ? defined_at(defined, unit, i, &e) : NULL;
        if (d) f = (rxc_find){ .b = i, .e = e, .type = d->type, .term = d->term, .name = d->name, .score = SCORE_DEFINED };
        else if (!rxc_find_listed(finder, unit, i, &f) && !built_at(finder, unit, i, parts, &f)) continue;
        if (f.type != RXC_PHRASE) {
            widen(unit, parts, low, &f);
            *vec_push(arena, out) = f;
        }
        low = f.e, i = f.e - 1;
    }
}

/* --- what abbreviations mean ------------------------------------------------------------------------------------- */

/* The mention that ends where the long form ends. */
static bool last_mention(const rxc_finder *finder, Str text, rxc_span span, Arena *arena, rxc_find *out)
{
    rxc_tokens tokens = { 0 };
    rxc_finds finds = { 0 };
    rxc_definitions none = { 0 };
    rxc_normal_tokens(arena, text, span.b, span.e, SIZE_MAX, &tokens);
    rxc_words_number(finder->words, text, tokens.v, tokens.n);
    rxc_unit unit = { text, span, tokens.v, tokens.n };
    uint8_t *parts = arena_alloc(arena, tokens.n + 1);
    rxc_find_parts(finder, &unit, parts);
    rxc_find_mentions(finder, &unit, parts, &none, arena, &finds);
    if (!finds.n || finds.v[finds.n - 1].e != tokens.n) return false;
    *out = finds.v[finds.n - 1];
    return true;
}

/* By hash, then by short form, later definitions first. */
static int compare_defined(const void *a, const void *b)
{
    const rxc_defined *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    int order = str_cmp(x->shorter, y->shorter);
    return order ? order : (x->shorter.p < y->shorter.p) - (x->shorter.p > y->shorter.p);
}

static bool define(const rxc_finder *finder, Str text, const rxc_abbreviation *a, Arena *arena, rxc_defined *out)
{
    if (a->shorter.n < 2) return false; /* a letter means many things: "progesterone (P)", "P < 0.05" */
    *out = (rxc_defined){ .shorter = a->shorter, .term = RXC_NO_TERM, .type = RXC_PHRASE, .name = a->longer };
    rxc_find f;
    if (last_mention(finder, text, a->long_span, arena, &f)) out->type = f.type, out->term = f.term;
    rxc_tokens tokens = { 0 };
    rxc_normal_tokens(arena, a->shorter, 0, a->shorter.n, 1, &tokens);
    if (!tokens.n) return false;
    rxc_words_number(finder->words, a->shorter, tokens.v, 1);
    out->hash = tokens.v[0].hash;
    return true;
}

void rxc_find_definitions(const rxc_finder *finder, Str text, const rxc_abbreviations *abbreviations, Arena *arena,
                          rxc_definitions *out)
{
    for (size_t i = 0; i < abbreviations->n; i++) {
        rxc_defined d;
        if (define(finder, text, &abbreviations->v[i], arena, &d)) *vec_push(arena, out) = d;
    }
    if (out->n) qsort(out->v, out->n, sizeof *out->v, compare_defined);
    size_t kept = 0;
    for (size_t i = 0; i < out->n; i++)
        if (!kept || !str_eq(out->v[kept - 1].shorter, out->v[i].shorter)) out->v[kept++] = out->v[i];
    out->n = kept;
}

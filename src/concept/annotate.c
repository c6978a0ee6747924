/* annotate.c: concepts of a bare text, as one long stretch of prose. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "concept/scan.h"
#include "concept/sift.h"

enum { PLACES_MAX = 1000 }; /* places of one phrase that are looked at */

static rxc_doc *make_document(Arena *arena, Str text)
{
    rxc_doc *doc = arena_new(arena, rxc_doc);
    *doc = (rxc_doc){ .text = text, .bytes = text.n, .arena = arena, .format = S("text") };
    Str rest = text, line;
    while (rest.n && str_cut(&rest, '\n', &line)) {
        size_t b = (size_t)(line.p - text.p);
        if (line.n) *vec_push(arena, &doc->blocks) = (rxc_block){ .kind = RXC_BLOCK_PARAGRAPH, .span = { b, b + line.n } };
    }
    return doc;
}

/* How many bytes of text match the phrase at its start, runs of white space and case being equal; 0: it does not. */
static size_t matches(Str text, Str phrase)
{
    size_t i = 0, k = 0;
    while (k < phrase.n && i < text.n) {
        if (chr_space(phrase.p[k]) && chr_space(text.p[i])) {
            while (k < phrase.n && chr_space(phrase.p[k])) k++;
            while (i < text.n && chr_space(text.p[i])) i++;
        } else if (chr_to_lower(phrase.p[k]) == chr_to_lower(text.p[i])) {
            k++, i++;
        } else {
            return 0;
        }
    }
    return k == phrase.n ? i : 0;
}

static void find_phrase(Arena *arena, Str text, Str phrase, rxc_wanted *out)
{
    phrase = str_trim(phrase);
    size_t count = 0;
    for (size_t at = 0; phrase.n && at < text.n && count < PLACES_MAX; at++) {
        if (at && chr_alnum(text.p[at - 1]) && chr_alnum(phrase.p[0])) continue;
        size_t n = matches(str_drop(text, at), phrase);
        if (!n) continue;
        *vec_push(arena, out) = (rxc_span){ at, at + n };
        at += n - 1, count++;
    }
}

static int compare_spans(const void *a, const void *b)
{
    const rxc_span *x = a, *y = b;
    if (x->b != y->b) return x->b < y->b ? -1 : 1;
    return (x->e > y->e) - (x->e < y->e);
}

static bool states_adverse(const rxc_record *record)
{
    for (size_t i = 0; i < record->evidence.n; i++) {
        const rxc_evidence *e = &record->evidence.v[i];
        if (e->relation == RXC_ADVERSE_EFFECT && e->certainty != RXC_NEGATED) return true;
    }
    return false;
}

bool rxc_concepts_annotate(const rxc_concepts *concepts, Arena *arena, Str text, const Str *phrases,
                           size_t phrase_count, rxc_record *out)
{
    *out = (rxc_record){ .doc = make_document(arena, text) };
    rxc_wanted wanted = { 0 };
    for (size_t i = 0; i < phrase_count; i++) find_phrase(arena, text, phrases[i], &wanted);
    if (wanted.n) qsort(wanted.v, wanted.n, sizeof *wanted.v, compare_spans);
    const rxc_scan_options options = { .wanted = wanted.n ? &wanted : NULL, .abstract = true };
    rxc_scan_document(concepts, out, &options);
    rxc_sift_mentions(out, RXC_SIFT_ALL);
    return states_adverse(out);
}

/* tagger.c: the trained taggers: features, decoding. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/tagger.h"

#include "learn/crf.h"

enum {
    PAD = 3,       /* imaginary tokens before and behind a sentence */
    TEMPLATES = 60, /* most features of one token */
    GRAMS = 6,     /* pieces within a word */
    CUE_FAR = 10,  /* tokens to a cue that is near */
    WAY = 5,       /* tokens between neighbouring mentions that count as a whole */
};

const char *const rxc_tagger_labels[RXC_TAGS_EVENT] = { "O", "B-drug", "I-drug", "B-disorder", "I-disorder", "B-treated", "I-treated" };

/* What a token gives to the features around it. */
typedef struct trait {
    uint32_t word, prefix, stem, suffix3, suffix4, suffix5, shape, code;
    const char *bytes;              /* of the token */
    size_t n;
    uint32_t listed, part, gap, seen, cue, group;
    uint32_t cue_left, cue_right;   /* the nearest cues */
    uint32_t left, right;           /* the nearest mentions: their tags */
    uint32_t way_left, way_right;   /* the words to the mentions on both sides, and their tags; 0: they are far */
    uint32_t known;
} trait;

/* A growing list of keys of one sequence. */
typedef struct writer {
    uint32_t *key, *begin;
    uint32_t n;
} writer;

static uint32_t mix(uint32_t template, uint32_t a, uint32_t b)
{
    uint64_t h = ((uint64_t)template << 32 | a) * 0x9E3779B97F4A7C15u;
    h = (h ^ (h >> 29) ^ b) * 0xD6E8FEB86659FD93u;
    return (uint32_t)(h >> 31);
}

static void put(writer *w, uint32_t template, uint32_t a, uint32_t b) { w->key[w->n++] = mix(template, a, b); }

/* n bytes at p as a number, in lower case. */
static uint32_t letters(const char *p, size_t n)
{
    uint32_t x = 0;
    for (size_t i = 0; i < n; i++) x = x << 8 | (unsigned char)chr_to_lower(p[i]);
    return x;
}

static uint32_t shape_of(const rxc_token *token)
{
    size_t n = token->e - token->b;
    return token->shape | (uint32_t)(n < 3 ? n : n < 6 ? 3 : n < 10 ? 4 : 5) << 8;
}

/* "LY274614", "MK-801": how many letters and digits make a code; 0: it is none. */
static uint32_t code_of(const char *p, size_t n)
{
    size_t letters = 0, digits = 0;
    while (letters < n && chr_alpha(p[letters])) letters++;
    size_t at = letters + (letters < n && p[letters] == '-');
    while (at + digits < n && chr_digit(p[at + digits])) digits++;
    if (!digits || at + digits != n) return digits > 0;
    return (uint32_t)(2 + (letters < 6 ? letters : 6) * 8 + (digits < 7 ? digits : 7));
}

static void fill_trait(const rxc_view *view, size_t i, trait *t)
{
    const rxc_token *token = &view->unit->tokens[i];
    const char *p = view->unit->text.p + token->b;
    size_t n = token->e - token->b;
    t->word = token->hash;
    t->bytes = p, t->n = n;
    t->prefix = letters(p, n < 4 ? n : 4);
    t->stem = t->prefix * 31 + (n > 4 ? letters(p + 4, n < 6 ? n - 4 : 2) : 0);
    t->suffix3 = letters(p + (n < 3 ? 0 : n - 3), n < 3 ? n : 3);
    t->suffix4 = letters(p + (n < 4 ? 0 : n - 4), n < 4 ? n : 4);
    t->suffix5 = t->suffix4 * 31 + (n > 4 ? letters(p + n - 5, 1) : 0);
    t->shape = shape_of(token);
    t->code = code_of(p, n);
    t->listed = view->listed[i] + 1u;
    t->part = view->part[i] + 1u;
    t->gap = token->gap;
    t->seen = view->seen ? view->seen[i] + 1u : 0;
    t->cue = view->cue ? view->cue[i] : 0;
    t->group = view->group ? view->group[i] : 0;
    t->known = view->known ? view->known[i] : 0;
}

/* The nearest cues and mentions on both sides. */
static void fill_neighbours(trait *t, size_t n)
{
    uint32_t cue = 0, mention = 0;
    size_t cue_at = 0;
    for (size_t i = 0; i < n; i++) {
        t[i].cue_left = cue && i - cue_at <= CUE_FAR ? cue : 0;
        t[i].left = mention;
        if (t[i].cue) cue = t[i].cue, cue_at = i;
        if (t[i].seen > 1) mention = (t[i].seen - 2) / 2 + 1;
    }
    cue = mention = 0;
    for (size_t i = n; i-- > 0;) {
        t[i].cue_right = cue && cue_at - i <= CUE_FAR ? cue : 0;
        t[i].right = mention;
        if (t[i].cue) cue = t[i].cue, cue_at = i;
        if (t[i].seen > 1) mention = (t[i].seen - 2) / 2 + 1;
    }
}

/* The words of tokens [b, e) as one number; 0: too many. */
static uint32_t words_between(const trait *t, size_t b, size_t e)
{
    uint32_t h = 7;
    for (size_t i = b; i < e && e - b <= WAY; i++) h = (h ^ t[i].word) * 0x9E3779B1u;
    return e - b <= WAY ? h | 1 : 0;
}

/* What stands between neighbouring mentions is told to all their tokens: "acute renal failure" is "due to" a drug. */
static void fill_ways(trait *t, size_t n)
{
    size_t last_b = 0, last_e = SIZE_MAX;
    for (size_t b = 0, e; b < n; b = e) {
        e = b + 1;
        if (t[b].seen < 2 || t[b].seen % 2) continue;
        while (e < n && t[e].seen == t[b].seen + 1) e++;
        uint32_t way = last_e == SIZE_MAX ? 0 : words_between(t, last_e, b);
        for (size_t i = b; way && i < e; i++) t[i].way_left = way * 8 + t[last_b].seen;
        for (size_t i = last_b; way && i < last_e; i++) t[i].way_right = way * 8 + t[b].seen;
        last_b = b, last_e = e;
    }
}

/* Traits of the sentence with PAD empty ones on both sides; gives the first of the sentence. */
static trait *make_traits(const rxc_view *view, Arena *arena)
{
    trait *t = arena_array(arena, trait, view->unit->n + 2 * PAD);
    t += PAD;
    for (size_t i = 0; i < view->unit->n; i++) fill_trait(view, i, &t[i]);
    if (view->seen) fill_neighbours(t, view->unit->n), fill_ways(t, view->unit->n);
    return t;
}

static void put_common(writer *w, const trait *t)
{
    put(w, 1, t->word, 0);
    put(w, 2, t[-1].word, 0);
    put(w, 3, t[1].word, 0);
    put(w, 4, t[-2].word, 0);
    put(w, 5, t[2].word, 0);
    put(w, 6, t[-1].word, t->word);
    put(w, 7, t->word, t[1].word);
    put(w, 8, t->suffix3, 0);
    put(w, 9, t->suffix4, 0);
    put(w, 10, t->prefix, 0);
    put(w, 11, t->shape, t[1].gap);
    put(w, 12, t[-1].shape, t->shape);
    put(w, 13, t->listed, t->part);
    put(w, 14, t[-1].listed << 4 | t->listed, t[1].listed);
    put(w, 15, t->listed, t->word);
    put(w, 16, t->listed, t[-1].word);
    put(w, 17, t->listed, t[1].word);
    put(w, 18, t[-1].part << 4 | t->part, t[1].part);
    put(w, 19, t->gap << 4 | t->listed, t[1].gap);
    put(w, 20, t[1].suffix4, 0);
    put(w, 21, t[-1].suffix4, t->gap);
    put(w, 22, t->suffix4, t[1].suffix4);
    put(w, 23, t->listed, t->shape);
    put(w, 24, t[-1].listed << 4 | t[-1].part, t[-2].listed);
    put(w, 25, t[1].listed << 4 | t[1].part, t[2].listed);
}

/* How the word is built, and whether it is the code of a compound. */
static void put_mention(writer *w, const trait *t)
{
    if (t->n > 4) put(w, 26, t->suffix5, 0), put(w, 27, t->stem, 0);
    if (t->code) put(w, 28, t[-1].code, t->code);
    if (t->code || t[1].code) put(w, 29, t->code, t[1].code);
    for (size_t i = 1; i <= GRAMS && i + 4 < t->n; i++) put(w, 50, letters(t->bytes + i, 4), (uint32_t)i);
}

static void put_event(writer *w, const trait *t)
{
    put(w, 30, t->seen, t[-1].seen << 4 | t[1].seen);
    put(w, 31, t->seen, t->cue_left);
    put(w, 32, t->seen, t->cue_right);
    put(w, 33, t->seen, t->cue_left << 8 | t->cue_right);
    put(w, 34, t->seen, t->cue << 8 | t[-1].cue);
    put(w, 35, t->seen, t->left << 4 | t->right);
    put(w, 36, t->seen, (t->left << 4 | t->right) << 16 | t->cue_left << 8 | t->cue_right);
    put(w, 37, t[-2].word, t[-1].word);
    put(w, 38, t[1].word, t[2].word);
    put(w, 39, t[-3].word, t->seen);
    put(w, 40, t[3].word, t->seen);
    put(w, 41, t->seen, t[-1].word);
    put(w, 42, t->seen, t[1].word);
    put(w, 43, t->seen, t[-2].word);
    put(w, 44, t->seen, t[2].word);
    put(w, 45, t->seen, t->group);
    put(w, 46, t->group, t->cue_left);
    put(w, 47, t->group, t->cue_right);
    put(w, 48, t->group, t->left << 4 | t->right);
    if (t->seen < 2) return;
    if (t->way_left) put(w, 106, t->seen, t->way_left);
    if (t->way_right) put(w, 107, t->seen, t->way_right);
    put(w, 108, t->seen, t->known);
    put(w, 110, t->known, t->cue_left << 8 | t->cue_right);
}

static rxc_sequence make_features(const rxc_view *view, bool event, Arena *arena)
{
    size_t n = view->unit->n;
    const trait *t = make_traits(view, arena);
    writer w = { arena_array(arena, uint32_t, n * TEMPLATES), arena_array(arena, uint32_t, n + 1), 0 };
    for (size_t i = 0; i < n; i++) {
        w.begin[i] = w.n;
        put_common(&w, &t[i]);
        if (event) put_event(&w, &t[i]);
        else put_mention(&w, &t[i]);
    }
    w.begin[n] = w.n;
    return (rxc_sequence){ n, w.begin, w.key };
}

rxc_sequence rxc_tagger_mention_features(const rxc_view *view, Arena *arena) { return make_features(view, false, arena); }

rxc_sequence rxc_tagger_event_features(const rxc_view *view, Arena *arena) { return make_features(view, true, arena); }

/* Does label y go on with the mention that label before began? */
static bool goes_on(uint8_t before, uint8_t y) { return y && y % 2 == 0 && (before == y || before + 1 == y); }

/* The first token of [b, e) behind a bracket that is not closed, or was not opened, in there; e: none. */
static size_t odd_bracket(const rxc_unit *unit, size_t b, size_t e)
{
    size_t open = 0, at = e;
    for (size_t t = b + 1; t < e; t++) {
        unsigned gap = unit->tokens[t].gap;
        if (gap & RXC_GAP_CLOSE && !open) return t;
        if (gap & RXC_GAP_CLOSE && --open == 0) at = e;
        if (gap & RXC_GAP_OPEN && open++ == 0) at = t;
    }
    return at;
}

void rxc_tagger_decode(const rxc_model *model, const rxc_unit *unit, rxc_sequence features, bool scored, Arena *brief,
                       Arena *arena, rxc_tagged_list *out)
{
    uint8_t *label = arena_alloc(brief, features.tokens + 1);
    float *score = scored ? arena_array(brief, float, features.tokens + 1) : NULL;
    rxc_crf_decode(model, brief, features, NULL, label, score);
    for (size_t b = 0, e; b < features.tokens; b = e) {
        e = b + 1;
        if (!label[b]) continue;
        while (e < features.tokens && goes_on(label[e - 1], label[e])) e++;
        e = odd_bracket(unit, b, e);
        rxc_tagged tagged = { b, e, (rxc_tag)(label[b] % 2 ? label[b] : label[b] - 1), 1 };
        for (size_t t = b; scored && t < e; t++) tagged.score = score[t] < tagged.score ? score[t] : tagged.score;
        *vec_push(arena, out) = tagged;
    }
}

void rxc_tagger_paint(const rxc_finds *finds, uint8_t *tags, size_t n)
{
    memset(tags, RXC_TAG_O, n);
    for (size_t i = 0; i < finds->n; i++) {
        const rxc_find *f = &finds->v[i];
        if (f->type == RXC_PHRASE) continue;
        uint8_t tag = f->type == RXC_DRUG ? RXC_TAG_DRUG : RXC_TAG_DISORDER;
        for (size_t t = f->b; t < f->e && t < n; t++) tags[t] = (uint8_t)(t == f->b ? tag : tag + 1);
    }
}

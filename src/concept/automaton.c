/* automaton.c: finds many phrases at once: a table of words, and a trie over them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/automaton.h"

#include <assert.h>

/* --- words ------------------------------------------------------------------------------------------------------- */

typedef struct word_slot {
    uint32_t hash, number; /* number 0: free */
} word_slot;

/* A word, its first 16 bytes at hand. */
typedef struct form {
    uint64_t head[2];
    Str text;
} form;

struct rxc_words {
    Arena *arena;
    word_slot *slots;
    size_t mask;     /* slots - 1 */
    VEC(form) forms; /* forms.v[number - 1] */
};

static bool is_form(const form *f, const rxc_word *word)
{
    uint64_t head[2];
    memcpy(head, word->p, sizeof head);
    if (f->head[0] != head[0] || f->head[1] != head[1] || f->text.n != word->n) return false;
    return word->n <= sizeof head || memcmp(f->text.p, word->p, word->n) == 0;
}

/* The slot of a word, or the free one where it would go. */
static word_slot *word_slot_of(const rxc_words *words, const rxc_word *word)
{
    for (size_t i = word->hash & words->mask;; i = (i + 1) & words->mask) {
        word_slot *slot = &words->slots[i];
        if (!slot->number || (slot->hash == word->hash && is_form(&words->forms.v[slot->number - 1], word))) return slot;
    }
}

rxc_words *rxc_words_new(Arena *arena)
{
    rxc_words *words = arena_new(arena, rxc_words);
    words->arena = arena;
    words->mask = (1u << 15) - 1;
    words->slots = arena_array(arena, word_slot, words->mask + 1);
    return words;
}

static void grow_words(rxc_words *words)
{
    const word_slot *old = words->slots;
    size_t count = words->mask + 1;
    words->mask = count * 2 - 1;
    words->slots = arena_array(words->arena, word_slot, count * 2);
    for (size_t i = 0; i < count; i++) {
        size_t at = old[i].hash & words->mask;
        while (old[i].number && words->slots[at].number) at = (at + 1) & words->mask;
        if (old[i].number) words->slots[at] = old[i];
    }
}

uint32_t rxc_words_find(const rxc_words *words, const rxc_word *word) { return word_slot_of(words, word)->number; }

uint32_t rxc_words_add(rxc_words *words, const rxc_word *word)
{
    if (words->forms.n * 2 > words->mask) grow_words(words);
    word_slot *slot = word_slot_of(words, word);
    if (slot->number) return slot->number;
    form *f = vec_push(words->arena, &words->forms);
    f->text = arena_str(words->arena, (Str){ word->p, word->n });
    memcpy(f->head, word->p, sizeof f->head);
    *slot = (word_slot){ word->hash, (uint32_t)words->forms.n };
    return slot->number;
}

size_t rxc_words_count(const rxc_words *words) { return words->forms.n; }

/* Words are looked up a few at a time, so that their slots are on the way while others are normalised. */
enum { AT_ONCE = 16 };

void rxc_words_number(const rxc_words *words, Str text, rxc_token *tokens, size_t n)
{
    rxc_word word[AT_ONCE];
    for (size_t b = 0; b < n; b += AT_ONCE) {
        size_t few = n - b < AT_ONCE ? n - b : AT_ONCE;
        for (size_t i = 0; i < few; i++) {
            rxc_normal_token(text, &tokens[b + i], &word[i]);
            __builtin_prefetch(&words->slots[word[i].hash & words->mask]);
        }
        for (size_t i = 0; i < few; i++) {
            tokens[b + i].hash = word[i].hash;
            tokens[b + i].word = rxc_words_find(words, &word[i]);
        }
    }
}

/* --- the trie ---------------------------------------------------------------------------------------------------- */

typedef struct edge {
    uint64_t key; /* state << 32 | word; 0: free (state 0 has its own table) */
    uint32_t to;
} edge;

typedef struct value {
    uint32_t value, next; /* next: number of the next value of the same phrase */
} value;

/* What follows a state. Most states have few steps or none: the bits spare nearly all vain looks at the edges. */
typedef struct state {
    uint64_t steps;  /* bit word % 64 of each step */
    uint32_t accept; /* number of the first value, 0: none */
} state;

struct rxc_automaton {
    Arena *arena;
    rxc_words *words;
    VEC(uint32_t) root; /* state after a first word, by word; 0: none */
    VEC(uint64_t) begins; /* by word, a bit: has root a state for it? */
    edge *edges;
    size_t mask, used;
    VEC(state) states;  /* state 0 is the root */
    VEC(value) values;  /* values.v[number - 1] */
};

static edge *edge_of(const rxc_automaton *a, uint64_t key)
{
    uint64_t h = key * 0x9E3779B97F4A7C15u;
    for (size_t i = (size_t)(h >> 32) & a->mask;; i = (i + 1) & a->mask)
        if (!a->edges[i].key || a->edges[i].key == key) return &a->edges[i];
}

rxc_automaton *rxc_automaton_new(Arena *arena, rxc_words *words)
{
    rxc_automaton *a = arena_new(arena, rxc_automaton);
    a->arena = arena;
    a->words = words;
    a->mask = (1u << 13) - 1;
    a->edges = arena_array(arena, edge, a->mask + 1);
    *vec_push(arena, &a->states) = (state){ 0 };
    return a;
}

static void grow_edges(rxc_automaton *a)
{
    edge *old = a->edges;
    size_t count = a->mask + 1;
    a->mask = count * 2 - 1;
    a->edges = arena_array(a->arena, edge, count * 2);
    for (size_t i = 0; i < count; i++)
        if (old[i].key) *edge_of(a, old[i].key) = old[i];
}

static uint32_t new_state(rxc_automaton *a)
{
    *vec_push(a->arena, &a->states) = (state){ 0 };
    return (uint32_t)a->states.n - 1;
}

static uint64_t step_bit(uint32_t word) { return UINT64_C(1) << word % 64; }

static uint32_t add_step(rxc_automaton *a, uint32_t from, uint32_t word)
{
    if (!from) {
        while (a->root.n <= word) *vec_push(a->arena, &a->root) = 0;
        while (a->begins.n <= word / 64) *vec_push(a->arena, &a->begins) = 0;
        if (!a->root.v[word]) a->root.v[word] = new_state(a);
        a->begins.v[word / 64] |= step_bit(word);
        return a->root.v[word];
    }
    if (a->used * 2 > a->mask) grow_edges(a);
    uint64_t key = (uint64_t)from << 32 | word;
    edge *e = edge_of(a, key);
    a->states.v[from].steps |= step_bit(word);
    if (!e->key) *e = (edge){ key, new_state(a) }, a->used++;
    return e->to;
}

static uint32_t step(const rxc_automaton *a, uint32_t from, uint32_t word)
{
    if (!word) return 0;
    if (!from) return word < a->root.n ? a->root.v[word] : 0;
    if (!(a->states.v[from].steps & step_bit(word))) return 0;
    return edge_of(a, (uint64_t)from << 32 | word)->to;
}

static void accept(rxc_automaton *a, uint32_t at, uint32_t what)
{
    uint32_t *last = &a->states.v[at].accept;
    while (*last) {
        if (a->values.v[*last - 1].value == what) return;
        last = &a->values.v[*last - 1].next;
    }
    *vec_push(a->arena, &a->values) = (value){ what, 0 };
    /* the push may have moved the values: find the end again */
    last = &a->states.v[at].accept;
    while (*last) last = &a->values.v[*last - 1].next;
    *last = (uint32_t)a->values.n;
}

/* Add the phrase token by token; with join, hyphened neighbours become one word. */
static void add_tokens(rxc_automaton *a, Str phrase, const rxc_tokens *tokens, bool join, uint32_t what)
{
    uint32_t at = 0;
    for (size_t i = 0; i < tokens->n; i++) {
        rxc_word word;
        bool two = join && i + 1 < tokens->n && tokens->v[i + 1].gap == RXC_GAP_HYPHEN;
        Str raw = str_sub(phrase, tokens->v[i].b, tokens->v[i].e);
        if (two) i++, rxc_normal_joined(raw, str_sub(phrase, tokens->v[i].b, tokens->v[i].e), &word);
        else rxc_normal_word(raw, &word);
        at = add_step(a, at, rxc_words_add(a->words, &word));
    }
    accept(a, at, what);
}

bool rxc_automaton_add(rxc_automaton *a, Str phrase, uint32_t what)
{
    Arena scratch = { 0 };
    rxc_tokens tokens = { 0 };
    rxc_normal_tokens(&scratch, phrase, 0, phrase.n, RXC_PHRASE_TOKENS + 1, &tokens);
    bool fits = tokens.n && tokens.n <= RXC_PHRASE_TOKENS;
    bool hyphen = false;
    for (size_t i = 1; fits && i < tokens.n; i++) hyphen |= tokens.v[i].gap == RXC_GAP_HYPHEN;
    if (fits) add_tokens(a, phrase, &tokens, false, what);
    if (fits && hyphen) add_tokens(a, phrase, &tokens, true, what);
    arena_clear(&scratch);
    return fits;
}

bool rxc_automaton_begins(const rxc_automaton *a, uint32_t word)
{
    return word / 64 < a->begins.n && (a->begins.v[word / 64] & step_bit(word));
}

/* Can a phrase go on over what stands before this token? */
static bool joins(const rxc_token *token)
{
    return !(token->gap & ~(unsigned)(RXC_GAP_SPACE | RXC_GAP_HYPHEN | RXC_GAP_GLUED)) || token->gap == RXC_GAP_SLASH ||
           token->gap == RXC_GAP_OTHER || token->gap == RXC_GAP_COMMA;
}

/* The word that tokens i and i + 1 make when a hyphen joins them; 0 when none does or the word is unknown. */
static uint32_t joined_word(const rxc_automaton *a, Str text, const rxc_token *tokens, size_t n, size_t i)
{
    if (i + 1 >= n || tokens[i + 1].gap != RXC_GAP_HYPHEN) return 0;
    rxc_word word;
    rxc_normal_joined(str_sub(text, tokens[i].b, tokens[i].e), str_sub(text, tokens[i + 1].b, tokens[i + 1].e), &word);
    return rxc_words_find(a->words, &word);
}

size_t rxc_automaton_at(const rxc_automaton *a, Str text, const rxc_token *tokens, size_t n, size_t b,
                        rxc_match found[RXC_PHRASE_TOKENS])
{
    size_t count = 0;
    uint32_t at = 0;
    bool hyphened = b + 1 < n && tokens[b + 1].gap == RXC_GAP_HYPHEN;
    if (!hyphened && !rxc_automaton_begins(a, tokens[b].word)) return 0;
    for (size_t i = b; i < n && i - b < RXC_PHRASE_TOKENS; i++) {
        if (i > b && !joins(&tokens[i])) break;
        uint32_t to = step(a, at, tokens[i].word);
        if (!to) {
            if (at && !a->states.v[at].steps) break;
            to = step(a, at, joined_word(a, text, tokens, n, i));
            if (!to) break;
            i++;
        }
        at = to;
        if (a->states.v[at].accept && count < RXC_PHRASE_TOKENS)
            found[count++] = (rxc_match){ b, i + 1, a->states.v[at].accept };
    }
    for (size_t i = 0; i < count / 2; i++) {
        rxc_match swap = found[i];
        found[i] = found[count - 1 - i], found[count - 1 - i] = swap;
    }
    return count;
}

uint32_t rxc_automaton_next(const rxc_automaton *a, uint32_t *entry)
{
    assert(*entry && *entry <= a->values.n);
    const value *v = &a->values.v[*entry - 1];
    *entry = v->next;
    return v->value;
}

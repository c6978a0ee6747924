/* features.c: the features of the tokens of a reference.
 *
 * One pass describes each token (its word, its shape, a class of 5 bits), further passes the place it stands in: the
 * segment between two marks of punctuation, the sentence, what was seen before and what is still to come. Each
 * template mixes its number with what it states into 32 bits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/features.h"

#include "text/utf8.h"

const char *const rxc_state_names[RXC_STATES] = {
#define STATE(name, label) #name,
#include "refs/states.def"
#undef STATE
};

const uint8_t rxc_state_labels[RXC_STATES] = {
#define STATE(name, label) RXC_LABEL_##label,
#include "refs/states.def"
#undef STATE
};

enum { FEATURES_MAX = 48, AROUND = 4 }; /* of a token; tokens of margin at both ends */

/* Classes of tokens: 5 bits. */
enum {
    C_NONE,
    C_UPPER1, C_UPPER2, C_UPPER4, C_UPPER, /* letters: 1, 2, 3-4, more */
    C_CAPITAL, C_CAPITAL3,                 /* "Journal", "Int" */
    C_LOWER, C_LOWER3, C_MIXED, C_OTHER_SCRIPT, C_AND, C_STOP,
    C_YEAR, C_DIGITS2, C_DIGITS3, C_DIGITS4, C_DIGITS, /* 1900..2039; else 1-2 digits, 3, 4, more */
    C_DOT, C_COMMA, C_SEMICOLON, C_COLON, C_OPEN, C_CLOSE, C_SQUARE, C_UNSQUARE, C_DASH, C_QUOTE, C_SLASH, C_PUNCT,
    C_ID,
    C_CLASSES
};
_Static_assert(C_CLASSES <= 32, "a class has 5 bits");

typedef struct sight {
    uint32_t word;           /* hash, in lower case; of digits their number, of years their century */
    uint32_t head, tail;     /* first and last three bytes */
    uint8_t class;
    uint8_t length;          /* bytes, at most 255 */
    bool space;
    /* the place */
    uint8_t sentence, quote, depth, numbers, years, year_at; /* so far; numbers since the last word */
    uint32_t segment;        /* number of the segment */
    uint32_t next_number;    /* tokens to the next number, to the right; 255: none */
    uint8_t next_class;      /* its class */
    uint8_t years_after, numbers_after;
} sight;

/* A run of tokens between two marks of punctuation. */
typedef struct segment {
    uint32_t from, to;
    uint32_t first; /* word */
    uint8_t before, after, then; /* class of the mark before, of the one behind, and of the token behind that */
    uint8_t capitals, lowers, stops, digits; /* how many, at most 15 */
} segment;

static uint32_t mix(uint32_t a, uint32_t b)
{
    uint32_t x = (a ^ b * 0x9E3779B1u) * 0x85EBCA77u;
    return x ^ x >> 15;
}

/* --- words ------------------------------------------------------------------------------------------------------ */

static uint32_t hash_lower(Str s)
{
    uint32_t hash = 0x811C9DC5u;
    for (size_t i = 0; i < s.n; i++) hash = (hash ^ (unsigned char)chr_to_lower(s.p[i])) * 0x01000193u;
    return hash;
}


static bool is_and(Str s)
{
    static const Str words[] = { STR_INIT("and"), STR_INIT("et"), STR_INIT("und"), STR_INIT("y"), STR_INIT("e"),
                                 STR_INIT("og"),  STR_INIT("en"), STR_INIT("och") };
    if (s.n > 3) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(s, words[i])) return true;
    return false;
}

static bool is_stop(Str s)
{
    static const Str words[] = { STR_INIT("of"),  STR_INIT("the"), STR_INIT("in"),   STR_INIT("for"), STR_INIT("on"),
                                 STR_INIT("a"),   STR_INIT("an"),  STR_INIT("with"), STR_INIT("to"),  STR_INIT("by"),
                                 STR_INIT("from"), STR_INIT("at"), STR_INIT("is"),   STR_INIT("as"),  STR_INIT("de"),
                                 STR_INIT("la"),  STR_INIT("der"), STR_INIT("die"),  STR_INIT("des"), STR_INIT("du") };
    if (s.n > 4) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(s, words[i])) return true;
    return false;
}

typedef struct letters {
    size_t upper, lower, other, count;
    bool first_upper;
} letters;

static letters count_letters(Str s)
{
    letters l = { 0 };
    for (size_t at = 0; at < s.n; l.count++) {
        char c = s.p[at];
        bool upper, other = false;
        if (!((unsigned char)c & 0x80)) {
            at++, upper = chr_upper(c);
        } else {
            uint32_t point = rxc_utf8_next(s, &at);
            other = point >= 0x2E80;
            upper = !other && rxc_utf8_is_upper(point);
        }
        l.upper += upper, l.other += other, l.lower += !upper && !other;
        if (l.count == 0) l.first_upper = upper;
    }
    return l;
}

static uint8_t class_of_word(Str s)
{
    if (is_and(s)) return C_AND;
    if (is_stop(s)) return C_STOP;
    letters l = count_letters(s);
    if (l.other) return C_OTHER_SCRIPT;
    if (l.upper == l.count)
        return l.count == 1 ? C_UPPER1 : l.count == 2 ? C_UPPER2 : l.count <= 4 ? C_UPPER4 : C_UPPER;
    if (l.first_upper && l.upper == 1) return l.count <= 3 ? C_CAPITAL3 : C_CAPITAL;
    if (l.upper == 0) return l.count <= 3 ? C_LOWER3 : C_LOWER;
    return C_MIXED;
}

static uint8_t class_of_number(Str s)
{
    if (s.n == 4 && ((s.p[0] == '1' && s.p[1] >= '7') || (s.p[0] == '2' && s.p[1] == '0' && s.p[2] <= '3')))
        return C_YEAR;
    return s.n <= 2 ? C_DIGITS2 : s.n == 3 ? C_DIGITS3 : s.n == 4 ? C_DIGITS4 : C_DIGITS;
}

static uint8_t class_of_ascii_mark(char c)
{
    switch (c) {
    case '.': return C_DOT;
    case ',': return C_COMMA;
    case ';': return C_SEMICOLON;
    case ':': return C_COLON;
    case '(': return C_OPEN;
    case ')': return C_CLOSE;
    case '[': return C_SQUARE;
    case ']': return C_UNSQUARE;
    case '-': return C_DASH;
    case '"': case '\'': return C_QUOTE;
    case '/': return C_SLASH;
    case '&': return C_AND;
    default: return C_PUNCT;
    }
}

static uint8_t class_of_mark(Str s)
{
    if (s.n == 1) return class_of_ascii_mark(s.p[0]);
    size_t at = 0;
    uint32_t point = rxc_utf8_next(s, &at);
    if (rxc_utf8_is_dash(point)) return C_DASH;
    if ((point >= 0x2018 && point <= 0x201F) || point == 0xAB || point == 0xBB) return C_QUOTE;
    if (point == 0xFF0C || point == 0x3001) return C_COMMA;
    if (point == 0x3002 || point == 0xFF0E) return C_DOT;
    if (point == 0xFF08) return C_OPEN;
    if (point == 0xFF09) return C_CLOSE;
    return C_PUNCT;
}

static uint32_t three_bytes(Str s)
{
    uint32_t out = 0;
    for (size_t i = 0; i < s.n && i < 3; i++) out = out << 8 | (unsigned char)chr_to_lower(s.p[i]);
    return out;
}

static bool is_number_class(uint8_t c) { return c >= C_YEAR && c <= C_DIGITS; }
static bool is_word_class(uint8_t c) { return c >= C_UPPER1 && c <= C_STOP; }

static sight look(Str raw, const rxc_token *token)
{
    Str s = rxc_token_str(raw, token);
    sight v = { .length = (uint8_t)(s.n < 255 ? s.n : 255), .space = token->space };
    switch ((rxc_token_kind)token->kind) {
    case RXC_TOKEN_WORD: v.class = class_of_word(s); break;
    case RXC_TOKEN_NUMBER: v.class = class_of_number(s); break;
    case RXC_TOKEN_PUNCT: v.class = class_of_mark(s); break;
    case RXC_TOKEN_ID: v.class = C_ID; break;
    }
    if (v.class == C_ID) v.word = 77u + token->label;
    else if (v.class == C_YEAR) v.word = (uint32_t)(s.p[0] * 256 + s.p[1]);
    else if (is_number_class(v.class) && s.n > 1) v.word = 1000 + v.length;
    else if (v.class == C_DASH || v.class == C_QUOTE) v.word = v.class;
    else v.word = hash_lower(s);
    if (token->kind == RXC_TOKEN_WORD) {
        v.head = three_bytes(s);
        v.tail = three_bytes(str_drop(s, s.n > 3 ? s.n - 3 : 0));
    }
    return v;
}

/* --- places ----------------------------------------------------------------------------------------------------- */

static bool ends_segment(uint8_t c)
{
    return c == C_DOT || c == C_COMMA || c == C_SEMICOLON || c == C_COLON || c == C_OPEN || c == C_CLOSE ||
           c == C_SQUARE || c == C_UNSQUARE || c == C_QUOTE || c == C_ID;
}

/* A dot that is no part of an abbreviation or initial: a word of small letters before it, or a bracket, or a number. */
static bool ends_sentence(const sight *v, size_t t)
{
    if (v[t].class != C_DOT) return false;
    uint8_t before = (v + t)[-1].class, after = v[t + 1].class;
    if (before == C_UPPER1 || !v[t + 1].space) return false;
    return after != C_LOWER && after != C_LOWER3 && after != C_COMMA;
}

static uint8_t up_to(size_t n, uint8_t most) { return n < most ? (uint8_t)n : most; }

static void look_left(sight *v, size_t n)
{
    sight at = { 0 };
    for (size_t t = 0; t < n; t++) {
        uint8_t c = v[t].class;
        if (c == C_CLOSE && at.depth) at.depth--;
        v[t].sentence = at.sentence, v[t].quote = at.quote, v[t].depth = at.depth, v[t].years = at.years;
        v[t].numbers = at.numbers, v[t].year_at = at.year_at;
        if (c == C_OPEN && at.depth < 3) at.depth++;
        if (ends_sentence(v, t)) at.sentence = up_to(at.sentence + 1u, 7);
        if (c == C_QUOTE) at.quote = up_to(at.quote + 1u, 3);
        if (is_word_class(c) && v[t].length > 1) at.numbers = 0;
        if (is_number_class(c)) at.numbers = up_to(at.numbers + 1u, 5);
        if (c != C_YEAR) continue;
        at.years = up_to(at.years + 1u, 3);
        if (!at.year_at) at.year_at = (v + t)[-1].class == C_OPEN ? 2 : 1;
    }
}

static void look_right(sight *v, size_t n)
{
    sight at = { .next_number = 255 };
    for (size_t t = n; t-- > 0;) {
        v[t].next_number = at.next_number, v[t].next_class = at.next_class;
        v[t].years_after = at.years_after, v[t].numbers_after = at.numbers_after;
        if (at.next_number < 255) at.next_number++;
        if (is_number_class(v[t].class)) {
            at.next_number = 0, at.next_class = v[t].class;
            at.numbers_after = up_to(at.numbers_after + 1u, 6);
        }
        if (v[t].class == C_YEAR) at.years_after = up_to(at.years_after + 1u, 2);
    }
}

static void count_in(segment *g, const sight *v)
{
    uint8_t c = v->class;
    if (c >= C_UPPER1 && c <= C_CAPITAL3) g->capitals = up_to(g->capitals + 1u, 15);
    if (c == C_LOWER || c == C_LOWER3) g->lowers = up_to(g->lowers + 1u, 15);
    if (c == C_STOP || c == C_AND) g->stops = up_to(g->stops + 1u, 15);
    if (is_number_class(c)) g->digits = up_to(g->digits + 1u, 15);
}

/* Cut into segments; a mark belongs to the one before it. */
static size_t cut_segments(sight *v, size_t n, segment *out)
{
    size_t count = 0, from = 0;
    for (size_t t = 0; t < n; t++) {
        v[t].segment = (uint32_t)count;
        if (!ends_segment(v[t].class) && t + 1 < n) continue;
        segment g = { .from = (uint32_t)from, .to = (uint32_t)t, .first = v[from].word };
        g.before = from ? v[from - 1].class : C_NONE;
        g.after = v[t].class, g.then = v[t + 1].class;
        for (size_t i = from; i <= t; i++) count_in(&g, v + i);
        out[count++] = g;
        from = t + 1;
    }
    return count;
}

/* What the whole string looks like. */
typedef struct style {
    uint32_t head; /* the first classes */
    uint32_t year;       /* where the first year stands */
    uint32_t quotes;
} style;

static style look_over(const sight *v, size_t n)
{
    style s = { 0 };
    for (size_t t = 0; t < 5; t++) s.head = s.head << 5 | v[t < n ? t : n].class;
    for (size_t t = 0; t < n && !s.year; t++)
        if (v[t].class == C_YEAR) s.year = 1u + ((v + t)[-1].class == C_OPEN) + 2u * up_to(t * 4 / n, 3);
    for (size_t t = 0; t < n; t++) s.quotes += v[t].class == C_QUOTE;
    if (s.quotes > 3) s.quotes = 3;
    return s;
}

/* --- templates -------------------------------------------------------------------------------------------------- */

typedef struct writer {
    uint32_t *key;
    uint32_t n;
    uint32_t template;
} writer;

static void put(writer *w, uint32_t a) { w->key[w->n++] = mix(++w->template * 0x2545F491u, a); }
static void put2(writer *w, uint32_t a, uint32_t b) { put(w, mix(a, b)); }
static void put3(writer *w, uint32_t a, uint32_t b, uint32_t c) { put(w, mix(mix(a, b), c)); }

static void put_words(writer *w, const sight *v)
{
    put(w, v[0].word);
    put(w, v[-1].word);
    put(w, v[1].word);
    put(w, v[-2].word);
    put(w, v[2].word);
    put2(w, v[-1].word, v[0].word);
    put2(w, v[0].word, v[1].word);
    put2(w, v[0].head, v[0].class);
    put2(w, v[0].tail, v[0].class);
    put2(w, v[-1].tail, v[0].class);
    put2(w, v[1].tail, v[0].class);
}

/* The class of the token i places on, and whether white space stands before it. */
static uint32_t shape(const sight *v, int i) { return v[i].class | (uint32_t)v[i].space << 5; }

static void put_shapes(writer *w, const sight *v)
{
    uint32_t here = shape(v, 0), before = shape(v, -1), after = shape(v, 1);
    put2(w, here, v[0].length > 12 ? 12 : v[0].length);
    put2(w, before, here);
    put2(w, here, after);
    put3(w, shape(v, -2), before, here);
    put3(w, here, after, shape(v, 2));
    put3(w, shape(v, -2) << 6 | before, here, after << 6 | shape(v, 2));
    put3(w, here << 6 | after, shape(v, 2), shape(v, 3));
    put3(w, shape(v, -3), shape(v, -2), before << 6 | here);
    put3(w, here << 12 | after << 6 | shape(v, 2), shape(v, 3), shape(v, 4));
    put3(w, v[-2].word, before, here);
}

static void put_place(writer *w, const sight *v, size_t t, size_t n, const style *s)
{
    uint32_t here = v->class, bin = (uint32_t)(t * 12 / n);
    uint32_t seen = v->years | (uint32_t)v->year_at << 2 | (uint32_t)(v->depth > 0) << 4 | (uint32_t)v->quote << 5;
    uint32_t coming = v->years_after | (uint32_t)v->numbers_after << 2;
    put2(w, bin, here);
    put2(w, up_to(t, 12), here);
    put2(w, up_to(n - 1 - t, 8), here);
    put2(w, v->sentence, here);
    put2(w, seen, here);
    put3(w, seen, v->sentence, here);
    put3(w, seen, coming, here);
    put3(w, v->sentence, s->year, here);
    put3(w, up_to(v->next_number, 9), v->next_class, here);
    put3(w, seen, v->numbers, shape(v, -1) << 6 | shape(v, 1));
    put3(w, s->head, v->sentence, here);
    put3(w, s->quotes, v->quote, here);
}

static uint32_t make_up(const segment *g)
{
    uint32_t length = up_to(g->to - g->from, 12);
    return length | (uint32_t)(g->lowers > 3 ? 3 : g->lowers) << 4 | (uint32_t)(g->stops > 2 ? 2 : g->stops) << 6 |
           (uint32_t)(g->capitals > 3 ? 3 : g->capitals) << 8 | (uint32_t)(g->digits > 1 ? 1 : g->digits) << 10;
}

static void put_segment(writer *w, const sight *v, const segment *g, size_t t)
{
    uint32_t here = v->class, marks = (uint32_t)g->before << 10 | (uint32_t)g->after << 5 | g->then;
    uint32_t left = up_to(t - g->from, 3), right = up_to(g->to - t, 3);
    put2(w, marks, here);
    put2(w, make_up(g), here);
    put3(w, make_up(g), marks, up_to(left, 1));
    put2(w, g->first, here);
    put3(w, left, right, here);
    put3(w, make_up(g + 1), (uint32_t)g->after << 10 | (uint32_t)g[1].after << 5 | g[1].then, here);
    put2(w, g[1].first, here);
    put3(w, make_up(g - 1), (uint32_t)g->before, here);
    put3(w, marks, v->sentence, v->year_at);
}

rxc_sequence rxc_features_of(Arena *arena, Str raw, const rxc_tokens *tokens)
{
    size_t n = tokens->n;
    uint32_t *begin = arena_array(arena, uint32_t, n + 1);
    uint32_t *key = arena_array(arena, uint32_t, n * FEATURES_MAX);
    sight *v = arena_array(arena, sight, n + 2 * AROUND);
    segment *segments = arena_array(arena, segment, n + 2);
    v += AROUND, segments += 1;
    for (size_t t = 0; t < n; t++) v[t] = look(raw, &tokens->v[t]);
    look_left(v, n);
    look_right(v, n);
    cut_segments(v, n, segments);
    style s = look_over(v, n);
    writer w = { .key = key };
    for (size_t t = 0; t < n; t++) {
        w.template = 0;
        put_words(&w, v + t);
        put_shapes(&w, v + t);
        put_place(&w, v + t, t, n, &s);
        put_segment(&w, v + t, segments + v[t].segment, t);
        begin[t + 1] = w.n;
    }
    return (rxc_sequence){ n, begin, key };
}

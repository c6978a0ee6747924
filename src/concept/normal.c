/* normal.c: the tokens of a text and the normal form of words, in which spellings of one word are equal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/normal.h"

#include "text/utf8.h"

/* --- letters ----------------------------------------------------------------------------------------------------- */

static const char *const GREEK[] = { /* from U+03B1 */
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
    "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
};

static const char LATIN[] = /* U+00C0 .. U+00FF without accents; '?' needs more than a letter */
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y";

/* What a code point beyond ASCII is written as; NULL: as it is. */
static const char *spelt(uint32_t point, char one[2])
{
    if (point >= 0x391 && point <= 0x3A9) point += 0x20;
    if (point >= 0x3B1 && point <= 0x3C9) return GREEK[point - 0x3B1];
    if (point == 0xB5) return "mu";
    if (point == 0xC6 || point == 0xE6) return "ae";
    if (point == 0xDF) return "ss";
    if (point == 0x152 || point == 0x153) return "oe";
    if (point < 0xC0 || point > 0xFF || LATIN[point - 0xC0] == '?') return NULL;
    one[0] = LATIN[point - 0xC0], one[1] = '\0';
    return one;
}

static size_t put(char *p, size_t n, const char *s, size_t length)
{
    if (n + length > RXC_WORD_MAX) return n;
    memcpy(p + n, s, length);
    return n + length;
}

/* Lower case, no accents, Greek spelt out; continues a word of n bytes. */
static size_t lower(Str raw, char *p, size_t n)
{
    for (size_t i = 0; i < raw.n && n < RXC_WORD_MAX;) {
        unsigned char c = (unsigned char)raw.p[i];
        if (c < 0x80) {
            if (chr_alnum((char)c)) p[n++] = chr_to_lower((char)c);
            i++;
            continue;
        }
        char one[4];
        uint32_t point = rxc_utf8_lower(rxc_utf8_next(raw, &i));
        const char *s = spelt(point, one);
        n = s ? put(p, n, s, strlen(s)) : put(p, n, one, rxc_utf8_put(point, one));
    }
    return n;
}

/* --- endings and spellings --------------------------------------------------------------------------------------- */

#define ENDS(tail) (n >= sizeof(tail) - 1 && memcmp(p + n - (sizeof(tail) - 1), tail, sizeof(tail) - 1) == 0)

/* Singular, in a form that -osis, -oses, -ose and the like share. */
static size_t stem(char *p, size_t n)
{
    if (n < 4) return n;
    char last = p[n - 1];
    if (last == 's') {
        if (ENDS("ss") || ENDS("us")) return n;
        if (ENDS("itides")) return p[n - 4] = 'i', n - 3;
        if (ENDS("sis") || ENDS("ses")) return n - 2;
        if (ENDS("is")) return n - 1;
        if (ENDS("ies") && n > 4) return p[n - 3] = 'y', n - 2;
        if (ENDS("xes") || ENDS("ches") || ENDS("shes")) return n - 2;
        return n - 1;
    }
    if (ENDS("se") && n > 4) return n - 1;
    if (ENDS("ae") && n > 5) return n - 1;
    return n;
}

/* Does a British or Latin spelling follow at i, and how is it written here? Bytes passed; 0: none. */
static size_t respelling(const char *p, size_t i, size_t n, const char **as)
{
    const char *q = p + i;
    size_t left = n - i;
    switch (q[0]) {
    case 'a':
    case 'o':
        if (left > 2 && q[1] == 'e') return *as = "e", 2;
        if (q[0] == 'o' && left > 2 && n > 4 && q[1] == 'u' && q[2] == 'r') return *as = "or", 3;
        return 0;
    case 'i':
    case 'y':
        if (left > 2 && q[1] == 'z' && (q[2] == 'e' || (q[0] == 'i' && q[2] == 'a'))) return *as = q[0] == 'i' ? "is" : "ys", 2;
        return 0;
    case 'u':
        if (left > 3 && q[1] == 'l' && q[2] == 'p' && q[3] == 'h') return *as = "ulf", 4;
        return 0;
    case 'l':
        if (left > 4 && memcmp(q, "leuco", 5) == 0) return *as = "leuko", 5;
        return 0;
    default: return 0;
    }
}

static size_t respell(char *p, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n;) {
        const char *as = NULL;
        size_t passed = respelling(p, i, n, &as);
        if (!passed) {
            p[out++] = p[i++];
            continue;
        }
        size_t length = strlen(as); /* never longer than what it stands for */
        memcpy(p + out, as, length);
        out += length, i += passed;
    }
    if (out > 4 && p[out - 1] == 'e' && p[out - 2] == 'r' && (p[out - 3] == 't' || p[out - 3] == 'b'))
        p[out - 2] = 'e', p[out - 1] = 'r';
    return out;
}

/* --- short words of plain letters: sixteen bytes at once --------------------------------------------------------- */

typedef uint8_t sixteen __attribute__((vector_size(16)));

static sixteen load(const void *p)
{
    sixteen x;
    memcpy(&x, p, sizeof x);
    return x;
}

static bool any(sixteen x)
{
    uint64_t half[2];
    memcpy(half, &x, sizeof half);
    return (half[0] | half[1]) != 0;
}

/* Lower case of a token of up to 16 bytes; false when it is longer, stands at the end of the text or has other letters
 * than a to z. */
static bool lower_plain(Str text, size_t b, size_t n, char *p)
{
    static const uint8_t keep[32] = { [0] = 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };
    if (n > 16 || text.n - b < 16) return false;
    sixteen x = load(text.p + b) & load(keep + 16 - n);
    if (any(x & 0x80)) return false;
    x |= load(keep + 16 - n) & 0x20; /* digits have that bit */
    memcpy(p, &x, sizeof x);
    memset(p + 16, 0, 8);
    return true;
}

/* May a word of up to 16 letters have a spelling that respell changes? */
static bool is_odd(const char *p, size_t n)
{
    sixteen x = load(p), y = load(p + 1), z = load(p + 2);
    sixteen odd = (sixteen)(y == 'e') & ((sixteen)(x == 'a') | (sixteen)(x == 'o'));
    odd |= (sixteen)(x == 'o') & (sixteen)(y == 'u') & (sixteen)(z == 'r');
    odd |= (sixteen)(y == 'z') & ((sixteen)(x == 'i') | (sixteen)(x == 'y'));
    odd |= (sixteen)(x == 'u') & (sixteen)(y == 'l') & (sixteen)(z == 'p');
    odd |= (sixteen)(x == 'l') & (sixteen)(y == 'e') & (sixteen)(z == 'u');
    return any(odd) || (n > 4 && p[n - 1] == 'e' && p[n - 2] == 'r');
}

/* --- the whole form ---------------------------------------------------------------------------------------------- */

static void set_hash(rxc_word *out, size_t n)
{
    uint64_t h = 0x9E3779B97F4A7C15u ^ n;
    memset(out->p + n, 0, 16);
    for (size_t i = 0; i < n; i += 8) {
        uint64_t chunk;
        memcpy(&chunk, out->p + i, 8);
        h = (h ^ chunk) * 0xD6E8FEB86659FD93u;
        h ^= h >> 32;
    }
    out->n = (uint32_t)n;
    out->hash = (uint32_t)(h ^ (h >> 29));
}

static void finish(rxc_word *out, size_t n)
{
    if (n && !chr_digit(out->p[n - 1])) n = respell(out->p, stem(out->p, n));
    set_hash(out, n);
}

void rxc_normal_word(Str raw, rxc_word *out) { finish(out, lower(raw, out->p, 0)); }

void rxc_normal_token(Str text, const rxc_token *token, rxc_word *out)
{
    size_t n = token->e - token->b;
    if (!lower_plain(text, token->b, n, out->p)) {
        rxc_normal_word(str_sub(text, token->b, token->e), out);
        return;
    }
    if (!chr_digit(out->p[n - 1])) {
        n = stem(out->p, n);
        if (is_odd(out->p, n)) n = respell(out->p, n);
    }
    set_hash(out, n);
}

void rxc_normal_joined(Str first, Str second, rxc_word *out)
{
    finish(out, lower(second, out->p, lower(first, out->p, 0)));
}

/* --- tokens ------------------------------------------------------------------------------------------------------ */

static unsigned gap_of(uint32_t c)
{
    switch (c) {
    case '-': return RXC_GAP_HYPHEN;
    case ',': return RXC_GAP_COMMA;
    case '(':
    case '[':
    case '{': return RXC_GAP_OPEN;
    case ')':
    case ']':
    case '}': return RXC_GAP_CLOSE;
    case '/': return RXC_GAP_SLASH;
    case ':':
    case ';': return RXC_GAP_COLON;
    case '.':
    case '!':
    case '?':
    case '\n': return RXC_GAP_STOP;
    case 0x2013:
    case 0x2014:
    case 0x2015: return RXC_GAP_HYPHEN;
    default: break;
    }
    if (c < 0x80) return chr_space((char)c) ? RXC_GAP_SPACE : RXC_GAP_OTHER;
    if (rxc_utf8_is_space(c)) return RXC_GAP_SPACE;
    return rxc_utf8_is_dash(c) ? RXC_GAP_HYPHEN : RXC_GAP_OTHER;
}

static bool is_word_char(uint32_t c)
{
    if (c < 0x80) return chr_alnum((char)c);
    return rxc_utf8_is_letter(c) || rxc_utf8_is_digit(c) || (c >= 0x300 && c <= 0x36F);
}

/* What a byte is in a word. */
enum { SMALL = 1, CAPITAL = 2, DIGIT = 4, BEYOND = 8 /* ASCII */ };
#define R5(x) x, x, x, x, x
#define R10(x) R5(x), R5(x)
#define R16(x) R10(x), R5(x), x
static const uint8_t KIND[256] = {
    R16(0), R16(0), R16(0), R10(DIGIT), R5(0), 0,
    0, R10(CAPITAL), R10(CAPITAL), R5(CAPITAL), CAPITAL, R5(0),
    0, R10(SMALL), R10(SMALL), R5(SMALL), SMALL, R5(0),
    R16(BEYOND), R16(BEYOND), R16(BEYOND), R16(BEYOND), R16(BEYOND), R16(BEYOND), R16(BEYOND), R16(BEYOND),
};

/* Skip what is between tokens, from at; *gap collects what it was. */
static size_t skip_gap(Str text, size_t at, size_t e, unsigned *gap)
{
    while (at < e) {
        unsigned kind = KIND[(unsigned char)text.p[at]];
        if (kind && kind != BEYOND) break;
        if (text.p[at] == ' ') {
            *gap |= RXC_GAP_SPACE, at++;
            continue;
        }
        size_t next = at;
        uint32_t point = rxc_utf8_next(text, &next);
        if (is_word_char(point)) break;
        *gap |= gap_of(point);
        at = next;
    }
    /* a dash with spaces around it parts clauses, as does a line end between list items */
    if ((*gap & RXC_GAP_HYPHEN) && (*gap & RXC_GAP_SPACE)) *gap |= RXC_GAP_COLON;
    return at;
}

/* The letters of a word, as far as they were passed. */
typedef struct Letters {
    unsigned seen; /* kinds */
    unsigned capitals;
} Letters;

static size_t skip_word(Str text, size_t at, size_t e, Letters *letters)
{
    while (at < e) {
        unsigned kind = KIND[(unsigned char)text.p[at]];
        size_t next = at + 1;
        if (!kind) break;
        if (kind == BEYOND) {
            next = at;
            if (!is_word_char(rxc_utf8_next(text, &next))) break;
        }
        letters->seen |= kind, letters->capitals += kind == CAPITAL;
        at = next;
    }
    return at;
}

static unsigned shape_of(char first, const Letters *letters)
{
    unsigned seen = letters->seen, shape = 0;
    if (seen & DIGIT) shape |= seen == DIGIT ? RXC_SHAPE_DIGIT | RXC_SHAPE_NUMBER : RXC_SHAPE_DIGIT;
    if (!letters->capitals) return shape;
    if (chr_upper(first)) shape |= RXC_SHAPE_INITIAL;
    if (letters->capitals > 1 && !(seen & SMALL)) shape |= RXC_SHAPE_CAPITALS;
    if ((seen & SMALL) && (letters->capitals > 1 || !chr_upper(first))) shape |= RXC_SHAPE_MIXED;
    return shape;
}

/* "dupilumab1": digits behind a long word are a token of their own. Gives where the word ends. */
static size_t cut_digits(Str text, size_t b, size_t e)
{
    size_t i = e;
    while (i > b && chr_digit(text.p[i - 1])) i--;
    for (size_t k = b; k < i; k++)
        if (chr_digit(text.p[k])) return e;
    return i - b >= 5 ? i : e;
}

/* Past a possessive: 's or a bare apostrophe behind s. */
static size_t skip_possessive(Str text, size_t at, size_t e)
{
    size_t next = at;
    if (at >= e) return at;
    uint32_t c = (unsigned char)text.p[at];
    if (c != '\'' && c != 0xE2) return at;
    c = rxc_utf8_next(text, &next);
    if (c != '\'' && c != 0x2019 && c != 0x2BC) return at;
    Letters letters = { 0 };
    if (next < e && (text.p[next] == 's' || text.p[next] == 'S') && skip_word(text, next, e, &letters) == next + 1)
        return next + 1;
    return at;
}

size_t rxc_normal_tokens(Arena *arena, Str text, size_t b, size_t e, size_t most, rxc_tokens *out)
{
    unsigned gap = RXC_GAP_STOP;
    size_t at = b;
    for (size_t count = 0; count < most; count++) {
        at = skip_gap(text, at, e, &gap);
        if (at >= e) return e;
        Letters letters = { 0 };
        size_t end = skip_word(text, at, e, &letters);
        if ((letters.seen & DIGIT) && chr_digit(text.p[end - 1])) {
            size_t cut = cut_digits(text, at, end);
            if (cut < end) letters = (Letters){ 0 }, end = skip_word(text, at, cut, &letters);
        }
        *vec_push(arena, out) = (rxc_token){
            .b = at, .e = end, .gap = (uint16_t)gap, .shape = (uint16_t)shape_of(text.p[at], &letters)
        };
        at = skip_possessive(text, end, e);
        gap = at < e && chr_digit(text.p[at]) ? RXC_GAP_GLUED : 0;
    }
    return at;
}

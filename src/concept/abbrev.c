/* abbrev.c: abbreviations that a text defines: "acute generalized exanthematous pustulosis (AGEP)". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/abbrev.h"

enum {
    SHORT_MAX = 12,     /* bytes of a short form */
    LETTERS_MAX = 10,   /* letters and digits of it that are aligned */
    LONG_MAX = 240,     /* bytes before a bracket that are looked at */
    WORDS_MAX = 16,     /* words of them */
    BRACKET_MAX = 400,  /* bytes within a bracket */
    PLACES_MAX = 48,    /* places of one letter in the long form */
};

/* What an aligned letter is worth, and what skipping costs; found by trial on the development sets. */
static const double BEGINS = 2.0;      /* a letter that begins a word */
static const double BEGINS_STOP = -0.5; /* the first letter begins "of", "the", … */
static const double PART = 1.6;        /* begins a part of a word */
static const double INNER = 0.6;       /* stands within a word */
static const double RUN = 0.8;         /* and directly behind the letter before */
static const double NEW_INNER = 1.2;   /* cost of entering a word within */
static const double SKIP = 1.3, SKIP_STOP = 0.2; /* cost of a word without a letter */
static const double TAIL = 0.8;        /* the same behind the last letter, times SKIP */
static const double ENOUGH = 0.65;     /* score per letter */

/* --- the alignment ----------------------------------------------------------------------------------------------- */

/* A place in the long form where a letter of the short form may stand, and the best alignment that ends there. */
typedef struct place {
    size_t at;   /* byte of the candidate */
    int word;    /* which word, from 0 */
    bool begins; /* at the start of a word */
    bool part;   /* at the start of a part of a word: behind a hyphen or slash, or a capital within */
    double best; /* score of the alignment of the letters up to this one */
    size_t from; /* where that alignment begins */
} place;

typedef struct candidate {
    Str text;                 /* what may hold the long form */
    int word[LONG_MAX];       /* which word each byte belongs to, -1 between words */
    bool stop[LONG_MAX];      /* by word: "of", "the", … may be skipped freely */
    int words;
    bool from_start;          /* the long form must begin where the text begins */
} candidate;

static bool is_stop_word(Str w)
{
    static const Str stops[] = { STR_INIT("of"), STR_INIT("the"), STR_INIT("and"), STR_INIT("for"), STR_INIT("in"),
                                 STR_INIT("a"),  STR_INIT("an"),  STR_INIT("to"),  STR_INIT("with"), STR_INIT("by"),
                                 STR_INIT("on"), STR_INIT("or"),  STR_INIT("at"),  STR_INIT("from") };
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (str_eq_nocase(w, stops[i])) return true;
    return false;
}

static void number_words(candidate *c)
{
    c->words = 0;
    for (size_t i = 0; i < c->text.n;) {
        if (chr_space(c->text.p[i])) {
            c->word[i++] = -1;
            continue;
        }
        size_t b = i;
        while (i < c->text.n && !chr_space(c->text.p[i])) c->word[i++] = c->words;
        c->stop[c->words++] = is_stop_word(str_sub(c->text, b, i));
    }
}

static bool begins_word(Str text, size_t i)
{
    return i == 0 || chr_space(text.p[i - 1]) || (i == 1 && !chr_alnum(text.p[0])) ||
           (i > 1 && !chr_alnum(text.p[i - 1]) && chr_space(text.p[i - 2]));
}

static bool begins_part(Str text, size_t i)
{
    char before = text.p[i - 1], here = text.p[i];
    return (!chr_alnum(before) && (unsigned char)before < 0x80) || (chr_upper(here) && chr_lower(before)) ||
           (chr_digit(here) && !chr_digit(before));
}

static size_t places_of(const candidate *c, char letter, place out[PLACES_MAX])
{
    size_t n = 0;
    for (size_t i = c->text.n; i-- > 0 && n < PLACES_MAX;) { /* the last places matter most */
        if (chr_to_lower(c->text.p[i]) != letter) continue;
        bool begins = begins_word(c->text, i);
        out[n++] = (place){ i, c->word[i], begins, !begins && i > 0 && begins_part(c->text, i), -1e9, i };
    }
    return n;
}

/* What skipping the words between two places costs. */
static double skipped(const candidate *c, int from, int to)
{
    double cost = 0;
    for (int w = from + 1; w < to; w++) cost += c->stop[w] ? SKIP_STOP : SKIP;
    return cost;
}

static double step_score(const candidate *c, const place *before, const place *here)
{
    double score = here->begins ? BEGINS : here->part ? PART : INNER;
    if (before->word == here->word) {
        if (here->at == before->at + 1) score += here->begins || here->part ? 0.0 : RUN;
        return score;
    }
    return score - skipped(c, before->word, here->word) - (here->begins ? 0.0 : NEW_INNER);
}

static double tail_cost(const candidate *c, const place *last) { return TAIL * skipped(c, last->word, c->words); }

/* Align the letters with the end of the candidate. Gives the score per letter, and where the long form begins. */
static double align(const candidate *c, const char *letters, size_t m, size_t *start)
{
    place rows[2][PLACES_MAX];
    size_t n = places_of(c, letters[0], rows[0]);
    for (size_t j = 0; j < n; j++)
        if (rows[0][j].begins && (!c->from_start || rows[0][j].word == 0))
            rows[0][j].best = c->stop[rows[0][j].word] ? BEGINS_STOP : BEGINS;
    for (size_t i = 1; i < m; i++) {
        place *old = rows[(i - 1) % 2], *new = rows[i % 2];
        size_t count = places_of(c, letters[i], new);
        for (size_t j = 0; j < count; j++)
            for (size_t k = 0; k < n; k++) {
                if (old[k].at >= new[j].at || old[k].best < -100) continue;
                double score = old[k].best + step_score(c, &old[k], &new[j]);
                if (score > new[j].best) new[j].best = score, new[j].from = old[k].from;
            }
        n = count;
    }
    double best = -1e9;
    const place *last = rows[(m - 1) % 2];
    for (size_t j = 0; j < n; j++) {
        double score = last[j].best - tail_cost(c, &last[j]);
        if (last[j].best > -100 && score > best) best = score, *start = last[j].from;
    }
    return best / (double)m;
}

/* --- short forms ------------------------------------------------------------------------------------------------- */

static bool is_short(Str s)
{
    size_t letters = 0, capitals = 0, digits = 0, spaces = 0, small = 0;
    if (s.n < 2 || s.n > SHORT_MAX || !chr_alnum(s.p[0])) return false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        letters += chr_alpha(c), capitals += chr_upper(c), digits += chr_digit(c), small += chr_lower(c);
        spaces += c == ' ';
        if (c == '=' || c == '<' || c == '>' || c == '%' || c == ':' || c == '"' || c == '*') return false;
    }
    if (!letters || spaces > 1) return false;
    if (spaces && !capitals && !digits) return false;
    if (!capitals && small > 5) return false; /* an ordinary word */
    return letters * 2 >= digits;
}

/* The letters to align: letters and digits in lower case, without the s of a plural. */
static size_t letters_of(Str s, char out[LETTERS_MAX])
{
    size_t n = 0;
    if (s.n > 2 && str_last(s) == 's' && chr_upper(s.p[s.n - 2])) s.n--;
    for (size_t i = 0; i < s.n && n < LETTERS_MAX; i++)
        if (chr_alnum(s.p[i])) out[n++] = chr_to_lower(s.p[i]);
    return n;
}

static bool has_word(Str text, Str word)
{
    for (size_t at = 0; at + word.n <= text.n; at++) {
        if (!str_eq(str_sub(text, at, at + word.n), word)) continue;
        bool left = at == 0 || !chr_alnum(text.p[at - 1]);
        if (left && (at + word.n == text.n || !chr_alnum(text.p[at + word.n]))) return true;
    }
    return false;
}

static bool balanced(Str s)
{
    int round = 0, square = 0;
    for (size_t i = 0; i < s.n; i++) {
        round += (s.p[i] == '(') - (s.p[i] == ')');
        square += (s.p[i] == '[') - (s.p[i] == ']');
        if (round < 0 || square < 0) return false;
    }
    return !round && !square;
}

/* Cut the candidate to as many words as the short form may stand for, counted from the end. */
static Str last_words(Str text, size_t most)
{
    size_t i = text.n;
    while (i > 0 && most) {
        while (i > 0 && chr_space(text.p[i - 1])) i--;
        while (i > 0 && !chr_space(text.p[i - 1])) i--;
        most--;
    }
    while (i < text.n && chr_space(text.p[i])) i++;
    return str_drop(text, i);
}

/* Is `text` (its end, or all of it) what `shorter` stands for? */
static bool match(Str shorter, Str text, bool whole, Str *longer)
{
    char letters[LETTERS_MAX];
    size_t m = letters_of(shorter, letters), start = 0;
    if (!m) return false;
    size_t words = m + 5 < m * 2 ? m + 5 : m * 2;
    Str tail = text.n > LONG_MAX ? str_drop(text, text.n - LONG_MAX) : text;
    Str cut = last_words(tail, words < WORDS_MAX ? words : WORDS_MAX);
    if (whole && cut.n < text.n) return false;
    candidate c = { .text = cut, .from_start = whole };
    number_words(&c);
    if (!c.words || align(&c, letters, m, &start) < ENOUGH) return false;
    *longer = str_trim(str_drop(c.text, start));
    while (longer->n && (str_last(*longer) == ',' || str_last(*longer) == ';')) longer->n--;
    if (longer->n <= shorter.n || !balanced(*longer) || has_word(*longer, shorter)) return false;
    return true;
}

/* --- where definitions stand ------------------------------------------------------------------------------------- */

static void add(Arena *arena, Str text, rxc_abbreviations *out, Str shorter, Str longer)
{
    size_t s = (size_t)(shorter.p - text.p), l = (size_t)(longer.p - text.p);
    *vec_push(arena, out) = (rxc_abbreviation){ shorter, longer, { s, s + shorter.n }, { l, l + longer.n } };
}

/* The bracket that closes the one at b; 0 when none does. */
static size_t closing(Str text, size_t b, size_t e)
{
    int depth = 0;
    for (size_t i = b; i < e && i - b < BRACKET_MAX; i++) {
        if (text.p[i] == '(' || text.p[i] == '[') depth++;
        if (text.p[i] == ')' || text.p[i] == ']') depth--;
        if (!depth) return i;
    }
    return 0;
}

static Str unquoted(Str s)
{
    s = str_trim(s);
    while (s.n > 1 && (s.p[0] == '"' || s.p[0] == '\'') && str_last(s) == s.p[0]) s = str_sub(s, 1, s.n - 1);
    return s;
}

/* SHORT (long): the word before the bracket. */
static bool reversed(Arena *arena, Str text, Str before, Str within, rxc_abbreviations *out)
{
    Str word = last_words(str_trim(before), 1), longer;
    while (word.n && !chr_alnum(word.p[0])) word = str_drop(word, 1);
    if (!is_short(word) || !match(word, within, true, &longer)) return false;
    add(arena, text, out, word, longer);
    return true;
}

/* (long; SHORT) and (long, SHORT) */
static bool inner(Arena *arena, Str text, Str within, rxc_abbreviations *out)
{
    for (size_t i = within.n; i-- > 0;) {
        if (within.p[i] != ';' && within.p[i] != ',') continue;
        Str shorter = unquoted(str_drop(within, i + 1)), longer;
        if (!is_short(shorter) || !match(shorter, str_take(within, i), false, &longer)) return false;
        add(arena, text, out, shorter, longer);
        return true;
    }
    return false;
}

static void look_at_bracket(Arena *arena, Str text, size_t from, size_t open, size_t close, rxc_abbreviations *out)
{
    Str before = str_sub(text, from, open), within = str_trim(str_sub(text, open + 1, close)), longer;
    if (before.n > LONG_MAX) before = str_drop(before, before.n - LONG_MAX);
    size_t part = 0;
    while (part < within.n && within.p[part] != ';' && within.p[part] != ',') part++;
    Str shorter = unquoted(str_take(within, part));
    if (str_starts(shorter, S("or "))) shorter = str_drop(shorter, 3);
    if (is_short(shorter) && match(shorter, str_trim(before), false, &longer)) {
        add(arena, text, out, shorter, longer);
        return;
    }
    if (!reversed(arena, text, before, unquoted(str_take(within, part)), out)) inner(arena, text, within, out);
}

/* "Atopic dermatitis, or AD, is": the comma at i. */
static void look_at_comma(Arena *arena, Str text, size_t from, size_t i, size_t e, rxc_abbreviations *out)
{
    Str rest = str_sub(text, i + 1, e), longer;
    if (!str_starts(rest, S(" or "))) return;
    size_t n = 4;
    while (n < rest.n && (chr_alnum(rest.p[n]) || rest.p[n] == '-')) n++;
    Str shorter = str_sub(rest, 4, n);
    if (n >= rest.n || rest.p[n] != ',' || shorter.n < 2 || !chr_upper(shorter.p[1]) || !is_short(shorter)) return;
    if (match(shorter, str_sub(text, from, i), false, &longer)) add(arena, text, out, shorter, longer);
}

void rxc_abbrev_find(Arena *arena, Str text, rxc_span sentence, rxc_abbreviations *out)
{
    for (size_t i = sentence.b; i < sentence.e; i++) {
        char c = text.p[i];
        if (c == ',') look_at_comma(arena, text, sentence.b, i, sentence.e, out);
        if (c != '(' && c != '[') continue;
        size_t close = closing(text, i, sentence.e);
        if (close) look_at_bracket(arena, text, sentence.b, i, close, out);
    }
}

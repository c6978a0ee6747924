/* longform.c: finds what a short form stands for in the words beside it, by aligning its letters with theirs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/longform.h"

enum {
    LETTERS_MAX = 20,   /* letters and digits of a short form that are aligned */
    LONG_MAX = RXC_LONGFORM_MAX,
    WORDS_MAX = 16,     /* words of a long form */
    PLACES_MAX = 48,    /* places of one letter in the long form */
};

/* What an aligned letter is worth, and what skipping costs; found by trial on the development sets. */
static const double BEGINS = 2.0;      /* a letter that begins a word */
static const double BEGINS_THE = -0.5; /* the first letter begins "the"; other small words begin no long form */
static const double BEGINS_LOCANT = 1.9; /* the first letter stands behind "2,3-" or "c-" */
static const double BEGINS_PART = 1.2;  /* the first letter stands behind another word and a hyphen */
static const double PART = 1.6;        /* begins a part of a word */
static const double INNER = 0.6;       /* stands within a word */
static const double RUN = 0.8;         /* and directly behind the letter before */
static const double NEW_INNER = 1.2;   /* cost of entering a word within */
static const double SKIP = 1.3, SKIP_STOP = 0.2; /* cost of a word without a letter */
static const double COMMA = 2.0;       /* cost of a comma between two words */
static const double WALL = 4.0;        /* cost of a word that long forms do not hold */
static const double TAIL = 0.8;        /* the same behind the last letter, times SKIP */
static const double ENOUGH = 0.65;     /* score per letter */
static const double ENOUGH_FEWER = 1.0; /* the same without the figures at the end */

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
    bool aside[LONG_MAX];     /* by word: "(SHORT)", which may be skipped too, and holds no letter */
    bool comma[LONG_MAX];     /* by word: a comma stands behind it */
    bool wall[LONG_MAX];      /* by word: "were", "which", … */
    int words;
    bool from_start;          /* the long form must begin where the text begins */
} candidate;

static bool among(Str w, const Str *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(w, list[i])) return true;
    return false;
}

/* Words that a long form hardly ever holds. */
static bool is_wall(Str w)
{
    static const Str walls[] = { STR_INIT("is"), STR_INIT("are"), STR_INIT("was"), STR_INIT("were"), STR_INIT("be"), STR_INIT("been"),
                                 STR_INIT("has"), STR_INIT("have"), STR_INIT("had"), STR_INIT("which"), STR_INIT("that"), STR_INIT("we") };
    return among(w, walls, sizeof walls / sizeof *walls);
}

static bool is_stop_word(Str w)
{
    static const Str stops[] = { STR_INIT("of"), STR_INIT("the"), STR_INIT("and"), STR_INIT("for"), STR_INIT("in"),
                                 STR_INIT("a"),  STR_INIT("an"),  STR_INIT("to"),  STR_INIT("with"), STR_INIT("by"),
                                 STR_INIT("on"), STR_INIT("or"),  STR_INIT("at"),  STR_INIT("from") };
    return among(w, stops, sizeof stops / sizeof *stops);
}

/* "(MAP)" in "mitogen-activated protein (MAP) kinase-interacting kinase", but not in "A (B) and C". */
static bool is_aside(Str text, Str word)
{
    size_t close = str_chr(word, ')'), next = (size_t)(word.p - text.p) + word.n + 1;
    if (word.n < 3 || word.p[0] != '(' || close == STR_NONE || !chr_alpha(word.p[1]) || str_last(word) == ',') return false;
    Str rest = str_drop(text, next);
    return close + 1 < word.n ? word.p[close + 1] == '-' : !str_starts(rest, S("and ")) && !str_starts(rest, S("or "));
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
        Str word = str_sub(c->text, b, i);
        c->aside[c->words] = is_aside(c->text, word);
        c->stop[c->words] = c->aside[c->words] || is_stop_word(word);
        c->wall[c->words] = is_wall(word);
        c->comma[c->words] = str_last(word) == ',' && !chr_digit(word.p[0]);
        c->words++;
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

/* Does a number in words or in Roman figures stand here: "second", "II" for 2? */
static bool is_number(Str text, char digit)
{
    static const Str names[][3] = {
        { STR_INIT("one"), STR_INIT("first"), STR_INIT("i") },    { STR_INIT("two"), STR_INIT("second"), STR_INIT("ii") },
        { STR_INIT("three"), STR_INIT("third"), STR_INIT("iii") }, { STR_INIT("four"), STR_INIT("fourth"), STR_INIT("iv") },
        { STR_INIT("five"), STR_INIT("fifth"), STR_INIT("v") },
    };
    for (size_t i = 0; digit >= '1' && digit <= '5' && i < 3; i++) {
        Str name = names[digit - '1'][i];
        if (str_starts_nocase(text, name) && (text.n == name.n || !chr_alnum(text.p[name.n]))) return true;
    }
    return false;
}

/* Is the byte between the bracket that opens its word and the one that closes it? */
static bool in_bracket(Str text, size_t i)
{
    while (i > 0 && !chr_space(text.p[i]) && text.p[i] != '(' && text.p[i] != ')') i--;
    return text.p[i] == '(';
}

static size_t places_of(const candidate *c, char letter, place out[PLACES_MAX])
{
    size_t n = 0;
    for (size_t i = c->text.n; i-- > 0 && n < PLACES_MAX;) { /* the last places matter most */
        if (c->word[i] < 0 || (c->aside[c->word[i]] && in_bracket(c->text, i))) continue;
        bool begins = begins_word(c->text, i), same = chr_to_lower(c->text.p[i]) == letter;
        if (!same && !(chr_digit(letter) && (begins || begins_part(c->text, i)) && is_number(str_drop(c->text, i), letter))) continue;
        out[n++] = (place){ i, c->word[i], begins, !begins && i > 0 && begins_part(c->text, i), -1e9, i };
    }
    return n;
}

/* What skipping the words between two places costs. */
static double skipped(const candidate *c, int from, int to)
{
    double cost = 0;
    for (int w = from + 1; w < to; w++) cost += c->wall[w] ? WALL : c->stop[w] ? SKIP_STOP : SKIP;
    for (int w = from; w < to; w++) cost += w >= 0 && c->comma[w] ? COMMA : 0;
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

/* Does the word begin with what belongs to a name but is no word: "2,3-", "c-", "17beta-"? Gives where it begins. */
static bool is_locant(Str before)
{
    static const Str greek[] = { STR_INIT("alpha"), STR_INIT("beta"), STR_INIT("gamma"), STR_INIT("delta"),
                                 STR_INIT("epsilon"), STR_INIT("kappa"), STR_INIT("omega") };
    size_t letters = 0;
    for (size_t i = 0; i < sizeof greek / sizeof *greek; i++) {
        size_t at = str_find_nocase(before, greek[i]);
        if (at == STR_NONE) continue;
        letters -= greek[i].n;
        break;
    }
    for (size_t i = 0; i < before.n; i++) letters += chr_alpha(before.p[i]);
    return letters <= 1;
}

static bool begins_behind(const candidate *c, const place *p)
{
    char before = c->text.p[p->at - 1];
    return before == '/' || (before == '-' && p->word + 1 < c->words);
}

/* The long form may begin here: at the start of a word, or behind a hyphen in it. */
static void set_first(const candidate *c, place *p)
{
    size_t b = p->at;
    if (c->wall[p->word] || (c->from_start && p->word != 0)) return;
    while (b > 0 && c->word[b - 1] == p->word) b--;
    if (p->begins) p->best = !c->stop[p->word] ? BEGINS : str_starts_nocase(str_drop(c->text, b), S("the ")) ? BEGINS_THE : -1e9;
    else if (p->part && is_locant(str_sub(c->text, b, p->at))) p->best = BEGINS_LOCANT, p->from = b;
    else if (p->part && !c->from_start && begins_behind(c, p)) p->best = BEGINS_PART;
}

/* Align the letters with the end of the candidate. Gives the score per letter, and where the long form begins. */
static double align(const candidate *c, const char *letters, size_t m, size_t *start)
{
    place rows[2][PLACES_MAX];
    size_t n = places_of(c, letters[0], rows[0]);
    for (size_t j = 0; j < n; j++)
        set_first(c, &rows[0][j]);
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

/* --- what a short form stands for -------------------------------------------------------------------------------- */

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

Str rxc_longform_words(Str text, size_t most)
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

/* The letters without the figures at the end, which name one of a family ("SH2"), or a product ("Ycf1p"). */
static size_t without_figures(const char *letters, size_t m)
{
    size_t n = m;
    if (n > 2 && letters[n - 1] == 'p' && chr_digit(letters[n - 2])) n--;
    while (n > 0 && chr_digit(letters[n - 1])) n--;
    return n;
}

/* Is `text` (its end, or all of it) what these letters stand for? */
static bool match_letters(const char *letters, size_t m, Str text, bool whole, double least, Str *longer)
{
    size_t start = 0, words = m + 5 < m * 2 ? m + 5 : m * 2;
    Str tail = text.n > LONG_MAX ? str_drop(text, text.n - LONG_MAX) : text;
    Str cut = rxc_longform_words(tail, words < WORDS_MAX ? words : WORDS_MAX);
    if (!m || (whole && cut.n < text.n)) return false;
    candidate c = { .text = cut, .from_start = whole };
    number_words(&c);
    if (!c.words || align(&c, letters, m, &start) < least) return false;
    *longer = str_trim(str_drop(c.text, start));
    while (longer->n && (str_last(*longer) == ',' || str_last(*longer) == ';')) longer->n--;
    return true;
}

/* A long form of one word gives the first letters: "tyrosine (Tyr723)". */
static bool is_plausible(const char *letters, size_t m, Str longer)
{
    size_t same = 0;
    for (size_t i = 0; i < longer.n; i++)
        if (!chr_alpha(longer.p[i])) return true;
    while (same < m && same < longer.n && chr_to_lower(longer.p[same]) == letters[same]) same++;
    return same >= 3;
}

/* "70 kDa peroxisomal membrane protein (PMP70)", "first nucleotide binding domain (NBD1)": the number that stands before
 * the long form belongs to it. */
static void take_number(const char *letters, size_t fewer, size_t m, Str text, Str *longer)
{
    size_t b = (size_t)(longer->p - text.p), at = b;
    Str figures = { letters + fewer, 0 };
    while (fewer + figures.n < m && chr_digit(figures.p[figures.n])) figures.n++;
    for (int words = 0; words < 2 && at > 0; words++) {
        while (at > 0 && chr_space(text.p[at - 1])) at--;
        while (at > 0 && !chr_space(text.p[at - 1])) at--;
        Str here = str_drop(text, at);
        bool same = str_starts(here, figures) && here.n > figures.n && !chr_alnum(here.p[figures.n]);
        if (same && words == 0 && chr_space(here.p[figures.n])) {
            if (at < 5 || !str_eq_nocase(str_sub(text, at - 5, at), S("type "))) return;
            at -= 5;
        }
        if (!same && !(figures.n == 1 && is_number(here, figures.p[0]))) continue;
        *longer = str_sub(text, at, b + longer->n);
        return;
    }
}

/* "cytochrome c oxidase (COX)": a letter that stands alone has a name before it. */
static void take_name(Str text, Str *longer)
{
    size_t b = (size_t)(longer->p - text.p), at = b;
    if (longer->n < 2 || longer->p[1] != ' ' || !chr_lower(longer->p[0]) || b < 2 || text.p[b - 1] != ' ') return;
    at--;
    while (at > 0 && chr_alpha(text.p[at - 1])) at--;
    if (at + 2 < b && chr_to_lower(text.p[at]) == longer->p[0]) *longer = str_sub(text, at, b + longer->n);
}

/* "IGF-I" as "IGF-1": the Roman figures at the end as a digit. */
static size_t roman_as_digit(Str shorter, char letters[LETTERS_MAX])
{
    static const Str figures[] = { STR_INIT("-I"), STR_INIT("-II"), STR_INIT("-III"), STR_INIT("-IV"), STR_INIT("-V") };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        if (shorter.n < figures[i].n + 2 || !str_ends(shorter, figures[i])) continue;
        size_t m = letters_of(str_take(shorter, shorter.n - figures[i].n), letters);
        if (m < LETTERS_MAX) letters[m++] = (char)('1' + (int)i);
        return m;
    }
    return 0;
}

/* Look for the letters in other ways than one for one. */
static bool find_loosely(Str shorter, const char *letters, size_t m, Str text, bool whole, Str *longer)
{
    char other[LETTERS_MAX];
    size_t n = roman_as_digit(shorter, other), fewer = without_figures(letters, m);
    if (n && match_letters(other, n, text, whole, ENOUGH, longer)) return true;
    bool plain = str_chr(shorter, ' ') == STR_NONE && str_chr(shorter, '.') == STR_NONE;
    if (plain && fewer >= 2 && fewer < m && match_letters(letters, fewer, text, whole, ENOUGH_FEWER, longer)) {
        if (!whole) take_number(letters, fewer, m, text, longer);
        return is_plausible(letters, fewer, *longer);
    }
    bool prefix = whole && m > 3 && chr_lower(shorter.p[0]) && chr_upper(shorter.p[1]); /* "pBEVY" */
    return prefix && match_letters(letters + 1, m - 1, text, whole, ENOUGH_FEWER, longer);
}

bool rxc_longform_find(Str shorter, Str text, bool whole, Str *longer)
{
    char letters[LETTERS_MAX];
    size_t m = letters_of(shorter, letters);
    bool found = match_letters(letters, m, text, whole, ENOUGH, longer) || find_loosely(shorter, letters, m, text, whole, longer);
    if (found && !whole) take_name(text, longer);
    if (!found || longer->n <= shorter.n || !balanced(*longer) || has_word(*longer, shorter)) return false;
    return longer->n > shorter.n + 1 || !str_eq_nocase(str_drop(*longer, 1), shorter); /* "pICln (ICln)" */
}

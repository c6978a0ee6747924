/* nameword.c: cuts a list of names into words and separators. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/nameword.h"

#include "text/utf8.h"

/* Is word (compared without case when nocase) one of a list of words with a space before and after each? */
static bool is_listed(Str word, const char *list, bool nocase)
{
    Str rest = str_from(list), entry;
    while (str_cut(&rest, ' ', &entry))
        if (nocase ? str_eq_nocase(entry, word) : str_eq(entry, word)) return word.n > 0;
    return false;
}

bool rxc_nameword_is_particle(Str word)
{
    if (word.n == 0 || word.n > 6 || chr_upper(word.p[0])) return false;
    return is_listed(word,
                     "van von de der den del della di da dos das do du la le les ter ten te zu zur zum af av el al bin "
                     "ibn y e i vander vande vom ben dalla degli dello lo 't d' l' 's t af",
                     false);
}

bool rxc_nameword_is_group(Str word)
{
    if (word.n < 4) return false;
    return is_listed(
        word,
        "group groups collaboration collaborations collab collaborative consortium organization organisation "
        "committee committees investigators society association centers center centre centres department "
        "ministry institute institutes university agency council commission network team foundation "
        "collaborators federation union administration bureau office initiative panel programme program "
        "project trial study task force registry academy college hospital company corporation bank nations "
        "alliance party authority researchers working conference congress ministerio instituto universidad "
        "universidade empresa sociedade sociedad gobierno secretaria government division laboratory service "
        "services board trust parliament international national survey laboratories conseil comité institut "
        "instituto agence agencia associação asociación fundação statistics secretariat unicef usepa "
        "forum fund clinic clinics museum library archives",
        true);
}

bool rxc_nameword_is_degree(Str word)
{
    return is_listed(word, "MD PhD MSc DPhil MPH RN DDS FRCP MBBS PharmD BSc Ph.D. M.D. Dr Dr. Prof Prof. DVM FAAD DO",
                     false);
}

typedef struct shape {
    unsigned letters, upper, lower; /* letters without case are none of both */
    bool hyphen;
    unsigned run;                   /* longest stretch of letters between hyphens */
} shape;

static shape shape_of(Str word)
{
    shape s = { 0 };
    unsigned run = 0;
    for (size_t at = 0; at < word.n;) {
        uint32_t point = rxc_utf8_next(word, &at);
        if (rxc_utf8_is_dash(point)) s.hyphen = true, run = 0;
        if (!rxc_utf8_is_letter(point)) continue;
        s.letters++;
        if (rxc_utf8_is_upper(point)) s.upper++;
        else if (rxc_utf8_lower(point) == point && point < 0x2E80) s.lower++;
        if (++run > s.run) s.run = run;
    }
    return s;
}

static bool starts_upper(Str word)
{
    size_t at = 0;
    while (at < word.n) {
        uint32_t point = rxc_utf8_next(word, &at);
        if (rxc_utf8_is_letter(point)) return rxc_utf8_is_upper(point) || point >= 0x2E80;
    }
    return false;
}

static bool is_suffix(Str word)
{
    if (str_last(word) == '.') word.n--;
    return is_listed(word, "Jr Sr jr sr II III IV 2nd 3rd Jnr Snr Filho Neto Júnior", false);
}

static rxc_nameword_kind kind_of(Str word, bool dotted, const shape *s)
{
    if (!starts_upper(word)) return RXC_NAMEWORD_LOWER;
    if (is_suffix(word)) return RXC_NAMEWORD_SUFFIX;
    if (dotted && s->run <= 2 && s->letters <= 4 && !str_eq(word, S("St."))) return RXC_NAMEWORD_INITIALS;
    if (s->upper == s->letters && s->letters <= 4 && (s->run <= 4)) return RXC_NAMEWORD_INITIALS;
    if (s->hyphen && s->run == 1) return RXC_NAMEWORD_INITIALS; /* "M-s" */
    if (dotted && s->upper == s->letters && s->letters <= 4) return RXC_NAMEWORD_INITIALS;
    return RXC_NAMEWORD_FULL;
}

static bool is_inner(uint32_t point)
{
    return rxc_utf8_is_letter(point) || rxc_utf8_is_dash(point) || point == '\'' || point == 0x2019 ||
           point == 0x2018 || point == '`' || point == 0xB4 || point == 0xAD || point == 0xB7 ||
           (point >= 0x300 && point <= 0x36F);
}

/* "Lansink AOGJM": five initials behind a name. */
static bool are_many_initials(const rxc_namewords *words, const rxc_nameword *word)
{
    if (word->kind != RXC_NAMEWORD_FULL || !word->caps || word->s.n != 5 || words->n == 0) return false;
    const rxc_nameword *before = &words->v[words->n - 1];
    return before->kind == RXC_NAMEWORD_FULL && !before->caps;
}

/* The end of the word that starts at b: letters, hyphens and apostrophes, one stop; "J.-P." is one. */
static size_t word_end(Str list, size_t b)
{
    size_t at = b;
    while (at < list.n) {
        size_t next = at;
        uint32_t point = rxc_utf8_next(list, &next);
        if (point == '.') {
            bool joined = next + 1 < list.n && list.p[next] == '-' && chr_upper(list.p[next + 1]);
            if (!joined) return next;
        } else if (!is_inner(point)) {
            break;
        }
        at = next;
    }
    return at;
}

static void add_word(Arena *arena, rxc_namewords *out, Str s)
{
    while (s.n > 1 && memchr("-'`", str_last(s), 3)) s.n--;
    shape form = shape_of(s);
    if (form.letters == 0) return;
    bool dotted = str_last(s) == '.';
    rxc_nameword word = {
        .kind = kind_of(s, dotted, &form), .s = s, .dotted = dotted, .caps = form.letters > 1 && form.lower == 0
    };
    if (dotted && (word.kind == RXC_NAMEWORD_FULL || word.kind == RXC_NAMEWORD_LOWER)) word.s.n--, word.dotted = false;
    if (str_eq(s, S("and")) || str_eq(s, S("und")) || str_eq(s, S("et")) || str_eq(s, S("AND")) || str_eq(s, S("og")) ||
        str_eq(s, S("och")))
        word.kind = RXC_NAMEWORD_AND;
    if (are_many_initials(out, &word)) word.kind = RXC_NAMEWORD_INITIALS;
    *vec_push(arena, out) = word;
}

/* "et al", "et al.", "and others", "et coll.", "…": the end of them, or 0. */
static size_t more_end(Str list, size_t at)
{
    static const Str forms[] = { STR_INIT("et al"), STR_INIT("et. al"), STR_INIT("et coll"), STR_INIT("and others"),
                                 STR_INIT("&al"),   STR_INIT("et  al"), STR_INIT("..."),     STR_INIT("\xE2\x80\xA6"),
                                 STR_INIT(". . ."), STR_INIT("a kol") };
    Str rest = str_drop(list, at);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!str_starts_nocase(rest, forms[i])) continue;
        size_t e = at + forms[i].n;
        if (i < 6 && e < list.n && chr_alpha(list.p[e]) && !str_starts(str_drop(list, e), S("ii"))) continue;
        while (e < list.n && (list.p[e] == '.' || chr_lower(list.p[e]))) e++;
        return e;
    }
    return 0;
}

static bool separator(char c, rxc_nameword_kind *kind)
{
    switch (c) {
    case ',':
    case ':':
    case '/':
    case '|':
    case '\n': return *kind = RXC_NAMEWORD_COMMA, true;
    case ';': return *kind = RXC_NAMEWORD_SEMICOLON, true;
    case '&':
    case '+': return *kind = RXC_NAMEWORD_AND, true;
    case '(':
    case '[': return *kind = RXC_NAMEWORD_OPEN, true;
    case ')':
    case ']': return *kind = RXC_NAMEWORD_CLOSE, true;
    default: return false;
    }
}

/* Width of an HTML or LaTeX ampersand at `at`, or 0. */
static size_t entity_at(Str list, size_t at)
{
    Str rest = str_drop(list, at);
    return str_starts(rest, S("&amp;")) ? 5 : str_starts(rest, S("\\&")) ? 2 : 0;
}

void rxc_nameword_split(Arena *arena, Str list, rxc_namewords *out)
{
    bool fresh = true; /* a word may begin here */
    for (size_t at = 0; at < list.n;) {
        rxc_nameword_kind kind;
        size_t e = fresh ? more_end(list, at) : 0;
        if (e) {
            *vec_push(arena, out) = (rxc_nameword){ .kind = RXC_NAMEWORD_MORE, .s = str_sub(list, at, e) };
            at = e;
            continue;
        }
        size_t entity = entity_at(list, at);
        if (entity) {
            *vec_push(arena, out) = (rxc_nameword){ .kind = RXC_NAMEWORD_AND };
            at += entity;
            continue;
        }
        size_t next = at;
        uint32_t point = rxc_utf8_next(list, &next);
        if (rxc_utf8_is_letter(point) || (rxc_utf8_is_dash(point) && next < list.n && chr_upper(list.p[next])) ||
            (point == '\'' && next < list.n && chr_lower(list.p[next]))) {
            e = word_end(list, at);
            if (e == at) e = next;
            add_word(arena, out, str_sub(list, at, e));
            at = e;
            fresh = true;
            continue;
        }
        if (point < 0x80 && separator((char)point, &kind))
            *vec_push(arena, out) = (rxc_nameword){ .kind = kind, .s = str_sub(list, at, next) };
        else if (point == 0xFF0C || point == 0x3001 || point == 0xFF1B || point == 0x30FB)
            *vec_push(arena, out) = (rxc_nameword){ .kind = RXC_NAMEWORD_COMMA };
        fresh = true;
        at = next;
    }
}

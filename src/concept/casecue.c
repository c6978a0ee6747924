/* casecue.c: the phrases that tell facts of a case, found in a sentence together with doses and mentions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casecue.h"

#include "concept/tsv.h"

static const char *const CLASSES[] = {
#define CUE(name, printed) printed,
#include "concept/casecues.def"
#undef CUE
};

rxc_status rxc_casecue_load(rxc_casecues *cues, const char *path, Arena *arena, rxc_err *err)
{
    *cues = (rxc_casecues){ .words = rxc_words_new(arena) };
    cues->automaton = rxc_automaton_new(arena, cues->words);
    rxc_tsv tsv;
    bool more;
    Str fields[RXC_TSV_COLUMNS];
    RXC_TRY(rxc_tsv_open(&tsv, path, S("cue\tclass\tvalue"), arena, err));
    for (;;) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (!more) return RXC_OK;
        size_t class = 0;
        while (class < RXC_CASECUE_CLASSES && !str_eq(fields[1], str_from(CLASSES[class]))) class ++;
        if (class == RXC_CASECUE_CLASSES) return rxc_tsv_refuse(&tsv, err, "unknown class", fields[1]);
        if (!rxc_automaton_add(cues->automaton, fields[0], (uint32_t)cues->cues.n))
            return rxc_tsv_refuse(&tsv, err, "no words, or too many", fields[0]);
        *vec_push(arena, &cues->cues) = (rxc_casecue){ fields[2], (rxc_casecue_class) class };
    }
}

/* --- doses: digits and a unit of mass, volume or activity -----------------------------------------------------------
 */

enum { NUMBER_MAX = 24 }; /* bytes */

/* Bytes of "2.5", "1,000", "100-200" at the start of s; 0: no number. */
static size_t number_length(Str s)
{
    size_t n = 0;
    while (n < s.n && n < NUMBER_MAX &&
           (chr_digit(s.p[n]) || (n + 1 < s.n && strchr(".,-", s.p[n]) && chr_digit(s.p[n + 1]))))
        n++;
    if (n && n + 3 < s.n && str_starts(str_drop(s, n), S("\xE2\x80\x93")) && chr_digit(s.p[n + 3])) {
        n += 3; /* an en dash */
        while (n < s.n && n < NUMBER_MAX && (chr_digit(s.p[n]) || s.p[n] == '.')) n++;
    }
    return n;
}

static size_t unit_length(Str s)
{
    static const Str units[] = { STR_INIT("milligrams"), STR_INIT("milligram"), STR_INIT("micrograms"),
                                 STR_INIT("grams"),      STR_INIT("units"),     STR_INIT("mcg"),
                                 STR_INIT("mg"),         STR_INIT("ug"),        STR_INIT("\xC2\xB5g"),
                                 STR_INIT("\xCE\xBCg"),  STR_INIT("ml"),        STR_INIT("IU"),
                                 STR_INIT("MIU"),        STR_INIT("g"),         STR_INIT("mCi"),
                                 STR_INIT("Gy") };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t n = units[i].n;
        if (str_starts_nocase(s, units[i]) && (s.n == n || !chr_alpha(s.p[n]))) return n;
    }
    return 0;
}

/* What a dose is related to: "/kg", "/day", "/m2/d"; STR_NONE where it makes the value a concentration. */
static size_t per_length(Str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == '/') {
        size_t b = n + 1, e = b;
        while (e < s.n && chr_alnum(s.p[e])) e++;
        Str per = str_sub(s, b, e);
        if (!per.n || str_eq_nocase(per, S("dl")) || str_eq_nocase(per, S("l")) || str_eq_nocase(per, S("ml")))
            return STR_NONE;
        n = e;
    }
    return n;
}

/* Bytes of a dose at the start of s; 0: none. */
static size_t dose_length(Str s)
{
    size_t n = number_length(s), unit, per;
    if (!n) return 0;
    if (n < s.n && (s.p[n] == ' ' || s.p[n] == '-')) n++;
    else if (str_starts(str_drop(s, n), S("\xC2\xA0"))) n += 2;
    unit = unit_length(str_drop(s, n));
    per = per_length(str_drop(s, n + unit));
    return unit && per != STR_NONE ? n + unit + per : 0;
}

/* --- the tokens of a sentence, one after the other ------------------------------------------------------------------
 */

typedef struct Walk {
    const rxc_casecues *cues;
    const rxc_record *record;
    Str text;
    rxc_tokens tokens;
    Arena *arena;
    rxc_casehits *hits;
} Walk;

static void push(Walk *w, rxc_casecue_class class, Str value, rxc_span span, size_t tb, size_t te)
{
    *vec_push(w->arena, w->hits) =
        (rxc_casehit){ .class = class, .value = value, .span = span, .tb = tb, .te = te, .mention = STR_NONE };
}

/* The first token from tb that begins at or after byte e. */
static size_t token_after(const Walk *w, size_t tb, size_t e)
{
    while (tb < w->tokens.n && w->tokens.v[tb].b < e) tb++;
    return tb;
}

static void add_mentions(Walk *w, size_t i, size_t *mention)
{
    const rxc_record *record = w->record;
    for (; *mention < record->mentions.n && record->mentions.v[*mention].span.b <= w->tokens.v[i].b; ++*mention) {
        const rxc_mention *m = &record->mentions.v[*mention];
        if (m->span.b < w->tokens.v[i].b || m->type == RXC_PHRASE) continue;
        push(w, m->type == RXC_DRUG ? RXC_CASECUE_DRUG : RXC_CASECUE_DISORDER, m->name, m->span, i,
             token_after(w, i, m->span.e));
        w->hits->v[w->hits->n - 1].mention = *mention;
    }
}

/* Digits: a dose, or a number ("49", "17th", "40s"). */
static size_t add_number(Walk *w, size_t i)
{
    const rxc_token *token = &w->tokens.v[i];
    if (!chr_digit(w->text.p[token->b]) || (token->b && w->text.p[token->b - 1] == '/'))
        return 0; /* of "1/2" neither */
    size_t dose = dose_length(str_sub(w->text, token->b, token->b + 64)), digits = token->b;
    if (dose) {
        size_t end = token_after(w, i, token->b + dose);
        push(w, RXC_CASECUE_DOSE, str_sub(w->text, token->b, token->b + dose), (rxc_span){ token->b, token->b + dose },
             i, end);
        return end;
    }
    while (digits < token->e && chr_digit(w->text.p[digits])) digits++;
    Str rest = str_sub(w->text, digits, token->e);
    bool ordinal = str_eq(rest, S("th")) || str_eq(rest, S("st")) || str_eq(rest, S("nd")) || str_eq(rest, S("rd"));
    bool decade = str_eq(rest, S("s"));
    if (rest.n && !ordinal && !decade) return 0;
    push(w,
         ordinal  ? RXC_CASECUE_ORDINAL
         : decade ? RXC_CASECUE_DECADE
                  : RXC_CASECUE_NUMBER,
         str_sub(w->text, token->b, decade ? token->e : digits), (rxc_span){ token->b, token->e }, i, i + 1);
    return 0;
}

/* The longest phrase of the table that begins at token i, in all its classes; gives its end. */
static size_t add_cues(Walk *w, size_t i)
{
    rxc_match found[RXC_PHRASE_TOKENS];
    if (!rxc_automaton_begins(w->cues->automaton, w->tokens.v[i].word)) return 0;
    if (!rxc_automaton_at(w->cues->automaton, w->text, w->tokens.v, w->tokens.n, i, found)) return 0;
    rxc_span span = { w->tokens.v[i].b, w->tokens.v[found[0].e - 1].e };
    for (uint32_t entry = found[0].first; entry;) {
        const rxc_casecue *cue = &w->cues->cues.v[rxc_automaton_next(w->cues->automaton, &entry)];
        if (cue->class == RXC_CASECUE_COUNTRY && !chr_upper(w->text.p[span.b])) continue;
        if (cue->class == RXC_CASECUE_COUNTRY && span.e - span.b < 3 && !chr_upper(w->text.p[span.b + 1])) continue;
        push(w, cue->class, cue->value, span, i, found[0].e);
    }
    return found[0].e;
}

size_t rxc_casecue_find(const rxc_casecues *cues, const rxc_record *record, rxc_span bytes, size_t *mention,
                        Arena *arena, rxc_casehits *hits)
{
    Walk w = { .cues = cues, .record = record, .text = record->doc->text, .arena = arena, .hits = hits };
    Arena scratch = { 0 };
    size_t end = rxc_normal_tokens(&scratch, w.text, bytes.b, bytes.e, RXC_CASECUE_TOKENS, &w.tokens), past = 0;
    rxc_words_number(cues->words, w.text, w.tokens.v, w.tokens.n);
    for (size_t i = 0; i < w.tokens.n; i++) {
        add_mentions(&w, i, mention);
        if (i < past) continue;
        size_t number = add_number(&w, i);
        past = number ? number : add_cues(&w, i);
    }
    arena_clear(&scratch);
    return end;
}

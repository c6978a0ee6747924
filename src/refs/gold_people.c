/* gold_people.c: finds known authors and editors in a string. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"
#include "refs/gold_aligner.h"
#include "text/fold.h"

typedef struct person {
    range all, family, given;
} person;

/* The first match of value in the tokens from t on when only marks stand between. */
static range match_soon(const aligner *a, Str value, size_t t)
{
    for (size_t end = t + 4; t < a->n && t < end && !has_key(a, t);) t++;
    return t < a->n ? rxc_gold_match(a, value, t) : (range){ 0 };
}

/* The initials of given names: "Jean-Paul M." -> "jpm" */
static Str initials_of(const aligner *a, Str given)
{
    Buf out = { .max = 32 };
    for (size_t i = 0; i < given.n; i++)
        if ((i == 0 || !chr_alpha(given.p[i - 1])) && chr_upper(given.p[i])) buf_char(&out, given.p[i]);
    Str initials = rxc_fold_key(a->arena, buf_str(&out));
    buf_clear(&out);
    return initials;
}

static person person_at(const aligner *a, Str family, Str given, size_t t)
{
    person p = { .family = rxc_gold_match(a, family, t) };
    if (is_found(p.family)) {
        p.given = given.n ? match_soon(a, given, p.family.e) : (range){ 0 };
        p.all = (range){ t, is_found(p.given) ? p.given.e : p.family.e };
        if (is_found(p.given) || !given.n) return p;
    }
    p.given = rxc_gold_match(a, given, t);
    p.family = is_found(p.given) ? match_soon(a, family, p.given.e) : (range){ 0 };
    p.all = is_found(p.family) ? (range){ t, p.family.e } : (range){ 0 };
    return p;
}

/* The given name as it is known, or its initials, or the first of these. */
static person find_person(const aligner *a, const rxc_name *name, size_t from)
{
    Str whole = name->literal.n ? name->literal : name->family;
    if (name->particle.n) whole = arena_printf(a->arena, "%.*s%.*s", STR_ARG(name->particle), STR_ARG(whole));
    Str family = rxc_fold_key(a->arena, whole), initials = initials_of(a, name->given);
    Str given[] = { rxc_fold_key(a->arena, name->given), initials, str_take(initials, 1) };
    for (size_t form = 0; form < 3 && (form == 0 || given[form].n); form++)
        for (size_t t = from; t < a->n; t++) {
            person p = person_at(a, family, given[form], t);
            if (is_found(p.all) && is_free(a, p.all)) return p;
        }
    return (person){ 0 };
}

/* Initials keep their dots: "J.-P." */
static size_t end_of_given(const aligner *a, range given, Str printed)
{
    bool dotted =
        str_last(str_trim(printed)) == '.' || (given.e > given.b + 1 && str_eq(token_str(a, given.b + 1), S(".")));
    return dotted && given.e < a->n && str_eq(token_str(a, given.e), S(".")) ? given.e + 1 : given.e;
}

static void cover_person(aligner *a, person p, const rxc_name *name)
{
    for (size_t t = p.all.b; t < p.all.e; t++) a->cover[t] = BIT(name_sep);
    cover(a, p.family, BIT(family), BIT(family));
    if (!is_found(p.given)) return;
    p.given.e = end_of_given(a, p.given, name->given);
    cover(a, p.given, BIT(given), BIT(given));
}

static bool is_and(Str s)
{
    static const Str words[] = { STR_INIT("and"), STR_INIT("et"), STR_INIT("und"), STR_INIT("y"),
                                 STR_INIT("e"),   STR_INIT("&"),  STR_INIT("en"), STR_INIT("with") };
    return is_word_among(s, words, sizeof words / sizeof *words);
}

/* What stands between two names. */
static void cover_between(aligner *a, size_t from, size_t to)
{
    for (size_t t = from; t < to; t++) {
        if (a->cover[t]) continue;
        bool mark = a->tokens->v[t].kind == RXC_TOKEN_PUNCT || is_and(token_str(a, t));
        a->cover[t] = mark ? BIT(name_sep) : BIT(family) | BIT(given) | BIT(name_sep);
    }
}

static bool is_others(Str s)
{
    return str_eq_nocase(s, S("al")) || str_eq_nocase(s, S("alii")) || str_eq_nocase(s, S("others"));
}

/* ", et al." behind the last name. False when it is not there. */
static bool cover_et_al(aligner *a, size_t from)
{
    size_t t = from;
    while (t < a->n && t < from + 5 && !is_others(token_str(a, t))) t++;
    if (t >= a->n || t >= from + 5 || !is_free(a, (range){ from, t + 1 })) return false;
    size_t word = t - 1;
    if (t == from || !is_and(token_str(a, word))) word = t;
    for (size_t i = from; i < word; i++) {
        if (a->tokens->v[i].kind != RXC_TOKEN_PUNCT && !is_and(token_str(a, i))) return false;
        a->cover[i] = BIT(name_sep);
    }
    for (size_t i = word; i <= t; i++) a->cover[i] = BIT(et_al);
    if (t + 1 < a->n && str_eq(token_str(a, t + 1), S("."))) a->cover[t + 1] = BIT(et_al);
    return true;
}

void rxc_gold_authors(aligner *a, const rxc_gold *gold)
{
    const rxc_names *names = &gold->work.authors;
    if (gold->unsure >> RXC_LABEL_author & 1) a->open |= AUTHOR_STATES;
    if ((gold->unsure >> RXC_LABEL_author & 1) || !names->n) return;
    size_t at = 0;
    for (size_t i = 0; i < names->n; i++) {
        person p = find_person(a, &names->v[i], at);
        if (!is_found(p.all) || (i && p.all.b > at + 8)) {
            if (!i || !cover_et_al(a, at)) a->open |= AUTHOR_STATES;
            return;
        }
        cover_person(a, p, &names->v[i]);
        if (i) cover_between(a, at, p.all.b);
        at = p.all.e;
        while (at < a->n && a->cover[at]) at++;
    }
    cover_et_al(a, at);
}

void rxc_gold_editors(aligner *a, const rxc_gold *gold)
{
    size_t at = 0;
    for (size_t i = 0; i < gold->work.editors.n; i++) {
        person p = find_person(a, &gold->work.editors.v[i], at);
        if (!is_found(p.all) || (i && p.all.b > at + 8)) {
            a->open |= BIT(editor);
            return;
        }
        size_t from = i && p.all.b < at + 4 && is_free(a, (range){ at, p.all.b }) ? at : p.all.b;
        cover(a, (range){ from, p.all.e }, BIT(editor), BIT(editor));
        at = p.all.e;
    }
}

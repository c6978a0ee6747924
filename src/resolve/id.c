/* id.c: readable ids of works, keys of people. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "resolve/resolve.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { WHO_MAX = 24, WORD_MAX = 24 }; /* bytes */

/* Words that say little at the beginning of a title. */
static bool is_empty_word(Str word)
{
    static const Str words[] = {
        STR_INIT("a"),     STR_INIT("an"),   STR_INIT("the"),  STR_INIT("on"),      STR_INIT("in"),  STR_INIT("of"),
        STR_INIT("for"),   STR_INIT("from"), STR_INIT("to"),   STR_INIT("with"),    STR_INIT("and"), STR_INIT("or"),
        STR_INIT("by"),    STR_INIT("at"),   STR_INIT("as"),   STR_INIT("is"),      STR_INIT("are"), STR_INIT("what"),
        STR_INIT("how"),   STR_INIT("why"),  STR_INIT("does"), STR_INIT("do"),      STR_INIT("can"), STR_INIT("its"),
        STR_INIT("about"), STR_INIT("new"),  STR_INIT("der"),  STR_INIT("die"),     STR_INIT("das"), STR_INIT("ein"),
        STR_INIT("eine"),  STR_INIT("le"),   STR_INIT("la"),   STR_INIT("les"),     STR_INIT("un"),  STR_INIT("une"),
        STR_INIT("el"),    STR_INIT("los"),  STR_INIT("las"),  STR_INIT("lo"),      STR_INIT("zur"), STR_INIT("zum"),
        STR_INIT("des"),   STR_INIT("de"),   STR_INIT("re"),   STR_INIT("towards"),
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(word, words[i])) return true;
    return false;
}

/* ASCII letters and digits only, at most max of them. */
static Str ascii_of(Arena *arena, Str s, size_t max)
{
    char *out = arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n && n < max; i++)
        if (chr_alnum(s.p[i])) out[n++] = s.p[i];
    return (Str){ out, n };
}

/* The family name; of a group the initials of three words and more ("who"), else its first word. */
static Str who_of(Arena *arena, const rxc_work *work)
{
    if (work->authors.n == 0) return (Str){ 0 };
    const rxc_name *name = &work->authors.v[0];
    if (!name->literal.n)
        return ascii_of(arena, rxc_fold_key(arena, name->family.n ? name->family : name->given), WHO_MAX);
    Str rest = rxc_fold_slug(arena, name->literal), first = { 0 }, word;
    char initials[WHO_MAX];
    size_t n = 0;
    while (str_cut(&rest, '-', &word)) {
        if (is_empty_word(word) || word.n == 0) continue;
        if (!first.n) first = word;
        if (n < WHO_MAX && chr_alnum(word.p[0])) initials[n++] = word.p[0];
    }
    return n >= 3 ? arena_str(arena, (Str){ initials, n }) : ascii_of(arena, first, WHO_MAX);
}

static bool has_letter(Str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (chr_alpha(word.p[i])) return true;
    return false;
}

/* The first word of a title that carries meaning, else the first one at all. */
static Str word_of(Arena *arena, Str title)
{
    Str rest = rxc_fold_slug(arena, title), word, first = { 0 };
    while (str_cut(&rest, '-', &word)) {
        Str plain = ascii_of(arena, word, WORD_MAX);
        if (plain.n == 0) continue;
        if (!first.n) first = plain;
        if (plain.n > 1 && has_letter(plain) && !is_empty_word(plain)) return plain;
    }
    return first;
}

Str rxc_resolve_id(Arena *arena, const rxc_work *work)
{
    Str who = who_of(arena, work), what = word_of(arena, str_take(rxc_notice_bare_title(work->title), 400));
    if (!who.n && !what.n) return (Str){ 0 };
    if (!work->issued.year) return arena_printf(arena, "%.*s%.*s", STR_ARG(who), STR_ARG(what));
    return arena_printf(arena, "%.*s%d%.*s", STR_ARG(who), work->issued.year, STR_ARG(what));
}

Str rxc_resolve_initials(Arena *arena, Str given)
{
    char *out = arena_alloc(arena, given.n + 1);
    size_t n = 0;
    bool begins = true, capitals = given.n <= 4; /* "EL" is two names, "DE LA CRUZ" three */
    for (size_t i = 0; i < given.n; i++) capitals &= !chr_lower(given.p[i]);
    for (size_t at = 0; at < given.n;) {
        size_t b = at;
        uint32_t point = rxc_utf8_next(given, &at);
        bool letter = rxc_utf8_is_letter(point);
        if (letter && (begins || (capitals && rxc_utf8_is_upper(point)))) {
            memcpy(out + n, given.p + b, at - b);
            if (at - b == 1) out[n] = chr_to_upper(out[n]);
            n += at - b;
        }
        begins = !letter && point != '\'' && point != 0x2019;
    }
    return (Str){ out, n };
}

Str rxc_resolve_author(Arena *arena, const rxc_name *name)
{
    if (name->literal.n) return rxc_fold_slug(arena, name->literal);
    Str family = rxc_fold_slug(arena, name->family.n ? name->family : name->given);
    if (name->particle.n) {
        Str particle = rxc_fold_slug(arena, name->particle);
        family = arena_printf(arena, "%.*s-%.*s", STR_ARG(particle), STR_ARG(family));
    }
    Str initials = name->family.n ? rxc_fold_key(arena, rxc_resolve_initials(arena, name->given)) : (Str){ 0 };
    if (!initials.n || !family.n) return family;
    return arena_printf(arena, "%.*s-%.*s", STR_ARG(family), STR_ARG(initials));
}

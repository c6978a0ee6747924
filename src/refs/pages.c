/* pages.c: printed pages, volumes and issues without what is around them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/pages.h"

#include "text/utf8.h"

/* A label before a number, when something with a digit follows it. */
static Str drop_label(Str s, const Str *labels, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!str_starts_nocase(s, labels[i])) continue;
        Str rest = str_drop(s, labels[i].n);
        size_t gap = 0;
        if (labels[i].n == 1 && chr_upper(s.p[0]) && rest.n && chr_digit(rest.p[0])) continue; /* "P12004" */
        while (gap < rest.n && memchr(" .:-", rest.p[gap], 4)) gap++;
        rest = str_drop(rest, gap);
        if (rest.n && (chr_digit(rest.p[0]) || (gap && chr_alnum(rest.p[0])))) return rest;
    }
    return s;
}

/* Without punctuation at both ends; a closing bracket stays when its opening one is there. */
static Str trim_punctuation(Str s)
{
    bool changed = true;
    while (changed && s.n) {
        changed = true;
        if (memchr(" \t\n\r.,;:*_[('\"-", s.p[0], 15)) s = str_drop(s, 1);
        else if (memchr(" \t\n\r.,;:*_'\"-", str_last(s), 13)) s.n--;
        else if (memchr(")]", str_last(s), 2) && str_chr(s, str_last(s) == ')' ? '(' : '[') == STR_NONE) s.n--;
        else changed = false;
    }
    return s;
}

/* Dashes become hyphens, white space beside them goes, other white space becomes one blank. */
static Str plain_dashes(Arena *arena, Str s)
{
    char *out = arena_alloc(arena, s.n + 1);
    size_t n = 0;
    bool space = false;
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        uint32_t point = rxc_utf8_next(s, &at);
        if (rxc_utf8_is_space(point)) {
            space = true;
            continue;
        }
        bool dash = rxc_utf8_is_dash(point);
        if (space && n && !dash && out[n - 1] != '-') out[n++] = ' ';
        space = false;
        if (dash) {
            if (n && out[n - 1] != '-') out[n++] = '-';
        } else {
            memcpy(out + n, s.p + from, at - from), n += at - from;
        }
    }
    return (Str){ out, n };
}

static bool is_digits(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!chr_digit(s.p[i])) return false;
    return s.n > 0;
}

/* The last page of a range takes the digits that it lacks from the first one; what is no such range stays as printed. */
static Str complete(Arena *arena, Str page)
{
    size_t dash = str_chr(page, '-');
    if (dash == STR_NONE) return page;
    Str first = str_take(page, dash), last = str_drop(page, dash + 1);
    if (!is_digits(first) || !is_digits(last) || last.n >= first.n) return page;
    Str lacking = str_take(first, first.n - last.n);
    if (str_cmp(last, str_drop(first, lacking.n)) <= 0) return page;
    return arena_printf(arena, "%.*s-%.*s%.*s", STR_ARG(first), STR_ARG(lacking), STR_ARG(last));
}

Str rxc_pages_read(Arena *arena, Str printed)
{
    static const Str labels[] = { STR_INIT("pages"),
                                  STR_INIT("page"),
                                  STR_INIT("pp"),
                                  STR_INIT("pgs"),
                                  STR_INIT("pg"),
                                  STR_INIT("p"),
                                  STR_INIT("article number"),
                                  STR_INIT("article no"),
                                  STR_INIT("article id"),
                                  STR_INIT("article"),
                                  STR_INIT("art. no"),
                                  STR_INIT("art"),
                                  STR_INIT("seiten"),
                                  STR_INIT("s.") };
    Str s = plain_dashes(arena, printed);
    return complete(arena, trim_punctuation(drop_label(trim_punctuation(s), labels, sizeof labels / sizeof *labels)));
}

Str rxc_pages_first(Str page)
{
    size_t e = 0;
    while (e < page.n && !memchr("-,;+ &", page.p[e], 6)) e++;
    return str_take(page, e);
}

Str rxc_pages_number(Arena *arena, Str printed)
{
    static const Str labels[] = { STR_INIT("volume"), STR_INIT("vols"),      STR_INIT("vol"),       STR_INIT("v"),
                                  STR_INIT("band"),   STR_INIT("bd"),        STR_INIT("tome"),      STR_INIT("issue"),
                                  STR_INIT("iss"),    STR_INIT("number"),    STR_INIT("nos"),       STR_INIT("no"),
                                  STR_INIT("nr"),     STR_INIT("n\xC2\xB0"), STR_INIT("n\xC2\xBA"), STR_INIT("n"),
                                  STR_INIT("heft"),   STR_INIT("h") };
    Str s = plain_dashes(arena, printed);
    return trim_punctuation(drop_label(trim_punctuation(s), labels, sizeof labels / sizeof *labels));
}

/* journal.c: names of journals told to be one, by shortening every word as ISO 4 does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "resolve/resolve.h"
#include "text/fold.h"

/* Beginnings of words and what ISO 4 (LTWA) makes of them, folded; sorted by nothing, the first that fits is taken. */
static const struct {
    Str stem, shorter;
} words[] = {
#define WORD(stem, shorter) { STR_INIT(stem), STR_INIT(shorter) },
#include "resolve/journal_words.def"
#undef WORD
};

static bool is_dropped(Str word)
{
    static const Str dropped[] = { STR_INIT("the"), STR_INIT("of"),  STR_INIT("and"), STR_INIT("in"),  STR_INIT("for"),
                                   STR_INIT("on"),  STR_INIT("a"),   STR_INIT("an"),  STR_INIT("de"),  STR_INIT("la"),
                                   STR_INIT("le"),  STR_INIT("et"),  STR_INIT("der"), STR_INIT("die"), STR_INIT("und"),
                                   STR_INIT("to"),  STR_INIT("fur"), STR_INIT("des"), STR_INIT("du"),  STR_INIT("y") };
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        if (str_eq(word, dropped[i])) return true;
    return false;
}

static Str shorten(Str word)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(word, words[i].stem)) return words[i].shorter;
    return word;
}

Str rxc_resolve_journal(Arena *arena, Str container)
{
    Str slug = rxc_fold_slug(arena, container), rest = slug, word;
    size_t n = 0, most = 2 * slug.n + 2;
    char *out = arena_alloc(arena, most);
    while (str_cut(&rest, '-', &word)) {
        if (word.n == 0 || is_dropped(word)) continue;
        word = shorten(word);
        if (n) out[n++] = ' ';
        memcpy(out + n, word.p, word.n);
        n += word.n;
    }
    return (Str){ out, n };
}

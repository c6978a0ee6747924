/* keys.c: the identity keys of a work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "resolve/resolve.h"
#include "text/fold.h"
#include "text/ids.h"

enum {
    LONG_TITLE = 24,  /* bytes, folded: enough to tell works of one year apart */
    NAMED_TITLE = 30, /* bytes, folded: enough with an author and no year */
    TITLE_MAX = 400,  /* bytes of a title in a key */
};

/* The first identifier of the kind in the text ("https://doi.org/10.…"), else the text itself, in normal form. */
static Str normal_id(Arena *arena, rxc_id_kind kind, Str text)
{
    rxc_id id;
    text = str_trim(text);
    for (size_t at = 0; rxc_ids_next(text, &at, &id);)
        if (id.kind == kind) return rxc_ids_normal(arena, kind, str_sub(text, id.value_b, id.value_e));
    return kind == RXC_ID_DOI ? (Str){ 0 } : rxc_ids_normal(arena, kind, text);
}

static Str digits_of(Str text)
{
    size_t b = 0, e;
    while (b < text.n && !chr_digit(text.p[b])) b++;
    for (e = b; e < text.n && chr_digit(text.p[e]);) e++;
    while (b < e && text.p[b] == '0') b++;
    return str_sub(text, b, e);
}

/* "van der Berg" and "Berg" are one: words before the first capital are left out. */
static Str without_particle(Str family)
{
    size_t b = 0;
    while (b < family.n && chr_lower(family.p[b])) {
        size_t space = str_chr(str_drop(family, b), ' ');
        if (space == STR_NONE) return family;
        b += space + 1;
    }
    return b < family.n ? str_drop(family, b) : family;
}

static Str author_key(Arena *arena, const rxc_work *work)
{
    if (work->authors.n == 0) return (Str){ 0 };
    const rxc_name *name = &work->authors.v[0];
    if (name->literal.n) return rxc_fold_key(arena, name->literal);
    return rxc_fold_key(arena, name->family.n ? without_particle(name->family) : name->given);
}

static Str first_page(Arena *arena, const rxc_work *work)
{
    Str page = work->page_first.n ? work->page_first : work->page;
    size_t e = 0;
    while (e < page.n && (chr_alnum(page.p[e]) || page.p[e] == '.')) e++;
    return rxc_fold_key(arena, str_take(page, e));
}

static Str title_key(Arena *arena, const rxc_work *work)
{
    Str key = rxc_fold_key(arena, str_take(rxc_notice_bare_title(work->title), 4 * TITLE_MAX));
    if (key.n <= TITLE_MAX) return key;
    size_t e = TITLE_MAX;
    while (e > 0 && ((unsigned char)key.p[e] & 0xC0) == 0x80) e--;
    return str_take(key, e);
}

static void add_id(Arena *arena, Str keys[], size_t *n, const char *prefix, Str value)
{
    if (value.n) keys[(*n)++] = arena_printf(arena, "%s:%.*s", prefix, STR_ARG(value));
}

static void add_page_key(Arena *arena, const rxc_work *work, Str author, Str keys[], size_t *n)
{
    Str volume = rxc_fold_key(arena, work->volume), page = first_page(arena, work);
    Str journal = rxc_resolve_journal(arena, work->container);
    if (!author.n || !work->issued.year || !volume.n || !page.n) return;
    keys[(*n)++] = arena_printf(arena, "page:%.*s|%d|%.*s|%.*s|%.*s", STR_ARG(author), work->issued.year,
                                STR_ARG(volume), STR_ARG(page), STR_ARG(str_take(journal, 1)));
}

static void add_title_keys(Arena *arena, const rxc_work *work, Str author, Str keys[], size_t *n)
{
    Str title = title_key(arena, work);
    if (title.n >= LONG_TITLE && (work->issued.year || !author.n))
        keys[(*n)++] = arena_printf(arena, "title:%.*s|%d", STR_ARG(title), work->issued.year);
    else if (title.n && author.n)
        keys[(*n)++] = arena_printf(arena, "title:%.*s|%.*s|%d", STR_ARG(author), STR_ARG(title), work->issued.year);
    if (title.n >= NAMED_TITLE && author.n)
        keys[(*n)++] = arena_printf(arena, "name:%.*s|%.*s", STR_ARG(author), STR_ARG(title));
}

size_t rxc_resolve_keys(Arena *arena, const rxc_work *work, Str keys[RXC_KEYS_MAX])
{
    size_t n = 0;
    Str author = author_key(arena, work);
    if (work->doi.n) add_id(arena, keys, &n, "doi", normal_id(arena, RXC_ID_DOI, work->doi));
    add_id(arena, keys, &n, "pmid", digits_of(work->pmid));
    add_id(arena, keys, &n, "pmcid", digits_of(work->pmcid));
    if (work->arxiv.n) add_id(arena, keys, &n, "arxiv", normal_id(arena, RXC_ID_ARXIV, work->arxiv));
    if (work->database_id.n) add_id(arena, keys, &n, "db", work->database_id);
    add_page_key(arena, work, author, keys, &n);
    add_title_keys(arena, work, author, keys, &n);
    return n;
}

/* refsource.c: reads the short citation by which MEDLINE names another article. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/refsource.h"

#include "read/date.h"
#include "text/ids.h"

static void take_ids(Arena *arena, Str text, rxc_work *work)
{
    rxc_id id;
    for (size_t at = 0; rxc_ids_next(text, &at, &id);) {
        Str *field = id.kind == RXC_ID_DOI ? &work->doi : id.kind == RXC_ID_PMID ? &work->pmid : id.kind == RXC_ID_PMCID ? &work->pmcid : NULL;
        if (field && !field->n) *field = rxc_ids_normal(arena, id.kind, str_sub(text, id.value_b, id.value_e));
    }
}

/* Cut off what stands before the first of the bytes in ends, or all of it. */
static Str take_until(Str *rest, const char *ends)
{
    size_t n = 0;
    while (n < rest->n && !strchr(ends, rest->p[n])) n++;
    Str part = str_trim(str_take(*rest, n));
    *rest = str_drop(*rest, n);
    return part;
}

/* ";379(4):401-3. …" */
static void take_numbers(Arena *arena, Str s, rxc_work *work)
{
    if (!str_starts(s, S(";"))) return;
    s = str_drop(s, 1);
    work->volume = arena_str(arena, take_until(&s, "(:."));
    if (str_starts(s, S("("))) {
        s = str_drop(s, 1);
        work->issue = arena_str(arena, take_until(&s, ")"));
        s = str_drop(s, 1);
    }
    if (str_starts(s, S(":"))) {
        s = str_drop(s, 1);
        work->page = arena_str(arena, take_until(&s, ".;"));
        work->page_first = str_take(work->page, str_chr(work->page, '-') == STR_NONE ? work->page.n : str_chr(work->page, '-'));
    }
}

rxc_work rxc_refsource_read(Arena *arena, Str text)
{
    rxc_work work = { 0 };
    take_ids(arena, text, &work);
    for (size_t at = 0, n; (n = str_find(str_drop(text, at), S(". "))) != STR_NONE; at += n + 2) {
        size_t used, behind = at + n + 2;
        rxc_date date = rxc_date_parse(str_drop(text, behind), &used);
        if (!date.year) continue;
        work.type = RXC_WORK_ARTICLE;
        work.container = arena_str(arena, str_trim(str_take(text, at + n)));
        work.issued = date;
        take_numbers(arena, str_drop(text, behind + used), &work);
        return work;
    }
    return work;
}

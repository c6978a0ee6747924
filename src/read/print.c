/* print.c: a work of which only fields are stated, as a line of a list of references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/print.h"

static void put(rxc_builder *b, const char *text) { rxc_builder_text(b, str_from(text)); }

static void put_names(rxc_builder *b, const rxc_names *names)
{
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        if (i) put(b, ", ");
        rxc_builder_text(b, name->literal.n ? name->literal : name->family);
        if (!name->literal.n && name->given.n) put(b, " "), rxc_builder_text(b, name->given);
        if (name->suffix.n) put(b, " "), rxc_builder_text(b, name->suffix);
    }
}

static void put_stop(rxc_builder *b)
{
    char last = str_last(rxc_builder_so_far(b));
    if (last && last != '.' && last != '?' && last != '!') put(b, ".");
    put(b, " ");
}

static void put_part(rxc_builder *b, Str text)
{
    if (text.n == 0) return;
    rxc_builder_text(b, text);
    put_stop(b);
}

static void put_numbers(rxc_builder *b, const rxc_work *work)
{
    Arena *arena = b->doc->arena;
    if (work->issued.year) rxc_builder_text(b, arena_printf(arena, "%d", work->issued.year));
    if (work->volume.n) put(b, work->issued.year ? ";" : ""), rxc_builder_text(b, work->volume);
    if (work->issue.n) rxc_builder_text(b, arena_printf(arena, "(%.*s)", STR_ARG(work->issue)));
    if (work->page.n) put(b, ":"), rxc_builder_text(b, work->page);
    if (work->issued.year || work->volume.n || work->page.n) put_stop(b);
}

void rxc_print_work(rxc_builder *b, const rxc_work *work)
{
    put_names(b, work->authors.n ? &work->authors : &work->editors);
    if (work->et_al) put(b, work->authors.n ? ", et al" : "et al");
    if (rxc_builder_so_far(b).n) put_stop(b);
    put_part(b, work->title);
    put_part(b, work->container);
    if (work->place.n) rxc_builder_text(b, work->place), put(b, work->publisher.n ? ": " : ". ");
    put_part(b, work->publisher);
    put_numbers(b, work);
    if (work->doi.n) put(b, "doi:"), put_part(b, work->doi);
    if (work->pmid.n) put(b, "PMID: "), put_part(b, work->pmid);
    if (work->url.n) put_part(b, work->url);
}

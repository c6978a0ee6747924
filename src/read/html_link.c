/* html_link.c: links of a page that lead into its list of references are call-outs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "read/html.h"

enum { CALLOUT_MAX = 60 }; /* bytes of a call-out: "3", "[12]", "Wu et al., 2022" */

static int compare_ids(const void *x, const void *y)
{
    const rxc_html_id *a = x, *b = y;
    int order = str_cmp(a->id, b->id);
    return order ? order : (a->block > b->block) - (a->block < b->block);
}

static const rxc_html_id *find_id(const rxc_html_ids *ids, Str id)
{
    size_t low = 0, high = ids->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(ids->v[middle].id, id) < 0) low = middle + 1;
        else high = middle;
    }
    return low < ids->n && str_eq(ids->v[low].id, id) ? &ids->v[low] : NULL;
}

static Str fragment_of(Str target)
{
    size_t at = str_chr(target, '#');
    return at == STR_NONE ? (Str){ 0 } : str_drop(target, at + 1);
}

/* "3", "[3]", "(3,4)" */
static bool is_number(Str s)
{
    bool digit = false;
    for (size_t i = 0; i < s.n; i++) {
        if (chr_digit(s.p[i])) digit = true;
        else if (!strchr("[]() ,-", s.p[i]) && (unsigned char)s.p[i] < 0x80) return false;
    }
    return digit;
}

/* Fragments by which publishers name entries: "ref3", "B3", "bib3", "CR3", "cite_note-3". */
static bool names_entry(Str fragment)
{
    static const char *const heads[] = { "ref", "bib", "cit", "cr", "b", "r", "rf" };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        Str rest = str_drop(fragment, strlen(heads[i]));
        if (str_starts_nocase(fragment, str_from(heads[i])) && rest.n && chr_digit(str_last(rest)) &&
            (rest.n <= 4 || i < 3))
            return true;
    }
    return false;
}

static void take_link(rxc_doc *doc, const rxc_html_ids *ids, rxc_mark *mark)
{
    Str fragment = fragment_of(mark->target), text = rxc_span_of(doc->text, mark->span);
    const rxc_block *from = rxc_doc_block_at(doc, mark->span.b);
    if (fragment.n == 0 || text.n > CALLOUT_MAX || !from || from->section == RXC_SECTION_REFERENCES) return;
    const rxc_html_id *id = find_id(ids, fragment);
    const rxc_block *to = id && id->block < doc->blocks.n ? &doc->blocks.v[id->block] : NULL;
    if (to ? to->section != RXC_SECTION_REFERENCES || to->kind == RXC_BLOCK_HEADING
           : mark->target.p[0] != '#' || !is_number(text) || !names_entry(fragment))
        return;
    mark->kind = RXC_MARK_CITATION;
    mark->target = to ? to->anchor : fragment;
}

void rxc_html_link(rxc_doc *doc, rxc_html_ids *ids)
{
    for (size_t i = 0; i < ids->n; i++) {
        rxc_block *block = ids->v[i].block < doc->blocks.n ? &doc->blocks.v[ids->v[i].block] : NULL;
        if (block && block->anchor.n == 0) block->anchor = ids->v[i].id;
    }
    if (ids->n) qsort(ids->v, ids->n, sizeof *ids->v, compare_ids);
    for (size_t i = 0; i < doc->marks.n; i++)
        if (doc->marks.v[i].kind == RXC_MARK_LINK && doc->marks.v[i].target.n) take_link(doc, ids, &doc->marks.v[i]);
}

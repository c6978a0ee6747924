/* finish.c: what all text-like readers do with their blocks at the end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/finish.h"

#include "read/aside.h"
#include "read/front.h"
#include "read/kind.h"
#include "read/outline.h"
#include "text/utf8.h"

void rxc_finish(rxc_doc *doc)
{
    rxc_aside_mark(doc);
    rxc_front_read(doc);
    rxc_outline_mark(doc);
    if (doc->kind == RXC_DOC_UNKNOWN) doc->kind = rxc_kind_find(doc);
    bool published = doc->work.container.n || doc->kind == RXC_DOC_CASE_REPORT || doc->kind == RXC_DOC_LETTER ||
                     doc->kind == RXC_DOC_REVIEW || doc->kind == RXC_DOC_RESEARCH || doc->kind == RXC_DOC_TRIAL ||
                     doc->kind == RXC_DOC_CASE_SERIES;
    bool web = doc->kind == RXC_DOC_WEB_PAGE || doc->kind == RXC_DOC_LABEL;
    if (doc->work.type == RXC_WORK_OTHER && published) doc->work.type = RXC_WORK_ARTICLE;
    if (doc->work.type == RXC_WORK_OTHER && web) doc->work.type = RXC_WORK_WEBPAGE;
}

static bool is_dash(Str between)
{
    between = str_trim(between);
    if (between.n == 0 || between.n > 3) return false;
    size_t at = 0;
    return rxc_utf8_is_dash(rxc_utf8_next(between, &at)) && at == between.n;
}

static bool is_number(Str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.n; i++) digits += chr_digit(s.p[i]);
    return digits > 0 && digits + 2 >= s.n; /* "5", "[5" */
}

static bool are_range(const rxc_doc *doc, const rxc_mark *first, const rxc_mark *last)
{
    return first->span.e < last->span.b && is_number(rxc_span_of(doc->text, first->span)) &&
           is_number(rxc_span_of(doc->text, last->span)) && is_dash(str_sub(doc->text, first->span.e, last->span.b));
}

void rxc_finish_ranges(rxc_doc *doc)
{
    size_t kept = 0, before = STR_NONE; /* place of the last call-out that is kept */
    for (size_t i = 0; i < doc->marks.n; i++) {
        rxc_mark mark = doc->marks.v[i];
        if (mark.kind == RXC_MARK_CITATION && before != STR_NONE && are_range(doc, &doc->marks.v[before], &mark)) {
            rxc_mark *first = &doc->marks.v[before];
            first->span.e = mark.span.e;
            first->target = arena_printf(doc->arena, "%.*s %.*s", STR_ARG(first->target), STR_ARG(mark.target));
            continue;
        }
        if (mark.kind == RXC_MARK_CITATION) before = kept;
        doc->marks.v[kept++] = mark;
    }
    doc->marks.n = kept;
}

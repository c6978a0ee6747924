/* pdf_link.c: links of a PDF that lead to an entry of its references are call-outs.
 * A link leads to a height on a page. Some programs are off by a constant there, the margin of the page: it is found by the links
 * whose text agrees with an entry, a number with its label, a year or a name with its text. Links that contradict are dropped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "read/finish.h"
#include "read/pdf_put.h"

enum {
    CALLOUT_MAX = 80, /* bytes of a call-out */
    SHIFT_MAX = 120,  /* points by which heights may be off */
    NEAR = 5,         /* points */
    FAR = 30,         /* points, where nothing but the height tells */
    ENTRIES_MAX = 500, /* of one page */
    TRIES = 2000,     /* links that are asked for the shift */
};

/* Where a link leads, from the top of the page. */
static float height_of(const rxc_pdf_put *put, const rxc_pdf_link *link)
{
    return put->pdf->pages.v[link->to].height - link->to_y;
}

/* The first entry of a page, or of one behind it. */
static size_t first_of(const rxc_pdf_put *put, size_t page)
{
    size_t low = 0, high = put->places.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (put->places.v[middle].page < page) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* Where the entries of the page end that begin at place b; a page that has too many is not looked at to its end. */
static size_t end_of(const rxc_pdf_put *put, size_t b)
{
    size_t e = b;
    while (e < put->places.n && e < b + ENTRIES_MAX && put->places.v[e].page == put->places.v[b].page) e++;
    return e;
}

/* The first run of digits, empty when there is none. */
static Str first_digits(Str s)
{
    size_t b = 0, e;
    while (b < s.n && !chr_digit(s.p[b])) b++;
    for (e = b; e < s.n && chr_digit(s.p[e]);) e++;
    return str_sub(s, b, e);
}

static Str first_word(Str s)
{
    size_t b = 0, e;
    while (b < s.n && !chr_alpha(s.p[b]) && (unsigned char)s.p[b] < 0x80) b++;
    for (e = b; e < s.n && (chr_alpha(s.p[e]) || (unsigned char)s.p[e] >= 0x80);) e++;
    return str_sub(s, b, e);
}

/* Does the text of a link fit the entry? 1 yes, -1 no, 0 it does not tell. */
static int agrees(const rxc_doc *doc, Str text, const rxc_block *entry)
{
    Str digits = first_digits(text), printed = rxc_span_of(doc->text, entry->span), word = first_word(text);
    if (digits.n == 4) return str_find(printed, digits) != STR_NONE ? 1 : -1;
    if (digits.n && entry->label.n) return str_eq(digits, entry->label) ? 1 : -1;
    if (digits.n && word.n < 2) return -1; /* "S1" */
    if (word.n >= 3) return str_find(str_take(printed, 300), word) != STR_NONE ? 1 : -1;
    return 0;
}

/* By how much heights are off: most links whose text fits an entry say so; of equals the least. */
static float find_shift(const rxc_pdf_put *put)
{
    const rxc_doc *doc = put->pdf->doc;
    size_t votes[2 * SHIFT_MAX + 1] = { 0 }, tries = 0;
    int best = 0;
    for (size_t i = 0; i < doc->marks.n && tries < TRIES; i++) {
        size_t number;
        const rxc_mark *mark = &doc->marks.v[i];
        if (mark->kind != RXC_MARK_LINK || !str_to_size(mark->target, &number)) continue;
        const rxc_pdf_link *link = &put->pdf->links.v[number - 1];
        tries++;
        size_t b = first_of(put, link->to), e = end_of(put, b);
        for (size_t k = b; k < e && put->places.v[k].page == link->to; k++) {
            float off = put->places.v[k].y - height_of(put, link);
            if (fabsf(off) < SHIFT_MAX && agrees(doc, rxc_span_of(doc->text, mark->span), &doc->blocks.v[put->places.v[k].block]) > 0)
                votes[(int)lroundf(off) + SHIFT_MAX]++;
        }
    }
    size_t most = 0;
    for (int i = 0; i <= 2 * SHIFT_MAX; i++) {
        int at = i % 2 ? -(i + 1) / 2 : i / 2; /* 0, -1, 1, -2, 2, … */
        size_t here = votes[at + SHIFT_MAX];
        if (at > -SHIFT_MAX) here += votes[at + SHIFT_MAX - 1];
        if (at < SHIFT_MAX) here += votes[at + SHIFT_MAX + 1];
        if (here > most) most = here, best = at;
    }
    return (float)best;
}

/* The entry that a link leads to; NULL when it leads to none. */
static rxc_block *find_entry(const rxc_pdf_put *put, const rxc_pdf_link *link, Str text, float shift)
{
    rxc_doc *doc = put->pdf->doc;
    rxc_block *best = NULL;
    float least = INFINITY;
    size_t b = first_of(put, link->to), e = end_of(put, b);
    for (size_t i = b; i < e && put->places.v[i].page == link->to; i++) {
        rxc_block *block = &doc->blocks.v[put->places.v[i].block];
        float off = fabsf(put->places.v[i].y - height_of(put, link) - shift);
        int fits = off <= FAR ? agrees(doc, text, block) : -1;
        float far = off + 0.1F * fabsf(put->places.v[i].x - link->to_x);
        if (fits < 0 || (fits == 0 && off > NEAR) || far >= least) continue;
        least = far;
        best = block;
    }
    return best;
}

/* The entry of a number, where a link to the list says nothing else: "[12]" leads to a wrong height, but not before the list. */
static rxc_block *find_numbered(const rxc_pdf_put *put, const rxc_pdf_link *link, Str text)
{
    size_t number;
    Str digits = first_digits(text);
    bool listed = put->places.n && put->places.v[0].page <= link->to + 1;
    if (!listed || first_word(text).n || !str_to_size(digits, &number) || number == 0 || number > put->places.n) return NULL;
    rxc_block *entry = &put->pdf->doc->blocks.v[put->places.v[number - 1].block];
    return str_eq(entry->label, digits) ? entry : NULL;
}

/* Make the mark of a link a call-out; false when it is none. */
static bool tie(const rxc_pdf_put *put, float shift, rxc_mark *mark)
{
    rxc_doc *doc = put->pdf->doc;
    const rxc_block *from = rxc_doc_block_at(doc, mark->span.b);
    size_t number;
    if (!str_to_size(mark->target, &number) || !from || from->kind == RXC_BLOCK_REFERENCE) return false;
    if (mark->span.e - mark->span.b > CALLOUT_MAX) return false;
    Str text = rxc_span_of(doc->text, mark->span);
    const rxc_pdf_link *link = &put->pdf->links.v[number - 1];
    rxc_block *entry = find_entry(put, link, text, shift);
    if (!entry) entry = find_numbered(put, link, text);
    if (!entry) return false;
    if (!entry->anchor.n) entry->anchor = arena_printf(doc->arena, "entry-%zu", (size_t)(entry - doc->blocks.v));
    mark->kind = RXC_MARK_CITATION;
    mark->target = entry->anchor;
    return true;
}

/* --- links that are not all there --------------------------------------------------------------------------------- */

/* "3", "[3, 4]", "5–7": digits, and what stands between them; no number is higher than the list. */
static bool is_numbers(Str s, size_t highest)
{
    size_t digits = 0, number;
    for (size_t i = 0; i < s.n; i++) {
        if (!chr_digit(s.p[i]) && !strchr("[]() ,;-", s.p[i]) && (unsigned char)s.p[i] < 0x80) return false;
        if (!chr_digit(s.p[i])) continue;
        Str run = first_digits(str_drop(s, i));
        if (!str_to_size(run, &number) || number == 0 || number > highest) return false;
        i += run.n - 1;
        digits++;
    }
    return digits > 0;
}

/* Where the text begins: at the first heading behind the title. Before it numbers are those of affiliations. */
static size_t text_begin(const rxc_doc *doc)
{
    size_t title = 0;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        if (doc->blocks.v[i].kind == RXC_BLOCK_TITLE) title = i;
        if (doc->blocks.v[i].kind == RXC_BLOCK_HEADING && i > title) return doc->blocks.v[i].span.b;
    }
    return 0;
}

/* Some programs leave out links. Where many raised numbers have none, numbers are looked for in the text instead. */
static bool are_partial(const rxc_pdf_put *put)
{
    const rxc_doc *doc = put->pdf->doc;
    size_t begin = text_begin(doc), linked = 0, bare = 0, end = 0;
    for (size_t i = 0; i < doc->marks.n; i++) {
        const rxc_mark *mark = &doc->marks.v[i];
        if (mark->span.b < begin) continue;
        if (mark->kind == RXC_MARK_CITATION) linked++, end = mark->span.e;
        if (mark->kind != RXC_MARK_SUPERSCRIPT || !is_numbers(rxc_span_of(doc->text, mark->span), put->places.n)) continue;
        bool holds = mark->span.b < end;
        for (size_t k = i + 1; k < doc->marks.n && doc->marks.v[k].span.b < mark->span.e && !holds; k++)
            holds = doc->marks.v[k].kind == RXC_MARK_CITATION;
        bare += !holds;
    }
    return bare >= 3 && bare * 20 > linked;
}

static void drop_numbers(const rxc_pdf_put *put)
{
    rxc_doc *doc = put->pdf->doc;
    size_t kept = 0;
    for (size_t i = 0; i < doc->marks.n; i++) {
        rxc_mark mark = doc->marks.v[i];
        if (mark.kind != RXC_MARK_CITATION || !is_numbers(rxc_span_of(doc->text, mark.span), put->places.n)) doc->marks.v[kept++] = mark;
    }
    doc->marks.n = kept;
}

/* --- all --------------------------------------------------------------------------------------------------------- */

/* A link over two lines is two links: do they stand for one call-out? */
static bool goes_on(const rxc_doc *doc, const rxc_mark *before, const rxc_mark *mark)
{
    Str between = str_sub(doc->text, before->span.e, mark->span.b);
    return str_eq(before->target, mark->target) && before->span.e <= mark->span.b && str_trim(between).n == 0 && between.n <= 1;
}

void rxc_pdf_link_tie(rxc_pdf_put *put)
{
    rxc_doc *doc = put->pdf->doc;
    float shift = find_shift(put);
    size_t kept = 0, last = STR_NONE; /* place of the last call-out that is kept */
    for (size_t i = 0; i < doc->marks.n; i++) {
        rxc_mark mark = doc->marks.v[i];
        bool link = mark.kind == RXC_MARK_LINK;
        if (link && !tie(put, shift, &mark)) continue;
        if (link && last != STR_NONE && goes_on(doc, &doc->marks.v[last], &mark)) {
            doc->marks.v[last].span.e = mark.span.e;
            continue;
        }
        if (link) last = kept;
        doc->marks.v[kept++] = mark;
    }
    doc->marks.n = kept;
    if (are_partial(put)) drop_numbers(put);
    rxc_finish_ranges(doc);
}

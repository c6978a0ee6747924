/* pdf_running.c: running heads and feet, and numbers of pages: what stands at the same place of several pages. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "read/pdf.h"

enum {
    EDGE = 6,        /* lines from the top, and from the bottom, of a page that may be running ones */
    TEXT_MAX = 300,  /* bytes of such a line */
};

#define ZONE 0.14F /* of the page's height, at its top and at its bottom */
#define SAME 4.0F  /* points that such a line may move */

/* A line that may be one. */
typedef struct candidate {
    size_t line, page;
    float y;
    Str form;    /* its text with a # for each number */
    long number; /* the only number that its text is; else -1 */
} candidate;

static Str form_of(Arena *arena, Str text, long *number)
{
    char *out = arena_alloc(arena, text.n + 1);
    size_t n = 0, value = 0;
    for (size_t i = 0; i < text.n; i++) {
        bool digit = chr_digit(text.p[i]);
        if (digit && n && out[n - 1] == '#') continue;
        out[n++] = digit ? '#' : text.p[i];
    }
    *number = n == 1 && out[0] == '#' && str_to_size(text, &value) && value < 100000 ? (long)value : -1;
    return (Str){ out, n };
}

static int compare_candidates(const void *x, const void *y)
{
    const candidate *a = x, *b = y;
    int order = str_cmp(a->form, b->form);
    if (order) return order;
    if (a->y < b->y || a->y > b->y) return a->y < b->y ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

/* Is the line among the first or the last of its page, in order of height? */
static bool is_edge(const rxc_pdf *pdf, const rxc_pdf_page *page, const rxc_pdf_line *line)
{
    size_t above = 0, below = 0;
    for (size_t i = page->b; i < page->e; i++) {
        if (pdf->lines.v[i].role == RXC_PDF_NUMBER) continue;
        above += pdf->lines.v[i].y2 < line->y1;
        below += pdf->lines.v[i].y1 > line->y2;
    }
    bool top = line->y1 < ZONE * page->height, bottom = line->y2 > (1 - ZONE) * page->height;
    return (top && above < EDGE) || (bottom && below < EDGE);
}

/* Candidates [b, e) have one form and one height: do several pages have it? A bare number must go with the pages. */
static bool is_running(const candidate *v, size_t n)
{
    size_t pages = 1, steps = 0;
    for (size_t i = 1; i < n; i++) {
        bool other = false;
        for (size_t k = 0; k < i && k < 3 && !other; k++) {
            other = v[i].page != v[k].page;
            long moved = (long)v[i].page - (long)v[k].page;
            steps += other && v[i].number - v[k].number == moved;
        }
        pages += other;
    }
    return pages >= 2 && (v[0].number < 0 || steps * 2 >= n);
}

void rxc_pdf_running_mark(rxc_pdf *pdf)
{
    Arena scratch = { 0 };
    VEC(candidate) found = { 0 };
    for (size_t p = 0; p < pdf->pages.n; p++) {
        const rxc_pdf_page *page = &pdf->pages.v[p];
        for (size_t i = page->b; i < page->e; i++) {
            const rxc_pdf_line *line = &pdf->lines.v[i];
            bool edge = line->y1 < ZONE * page->height || line->y2 > (1 - ZONE) * page->height;
            if (!edge || line->role != RXC_PDF_TEXT || page->e - page->b > RXC_PDF_LINES_MAX || !is_edge(pdf, page, line)) continue;
            Str text = rxc_pdf_line_text(pdf, line, &scratch);
            if (text.n > TEXT_MAX) continue;
            candidate *c = vec_push(&scratch, &found);
            *c = (candidate){ .line = i, .page = p, .y = line->y2 };
            c->form = form_of(&scratch, text, &c->number);
        }
    }
    if (found.n) qsort(found.v, found.n, sizeof *found.v, compare_candidates);
    for (size_t b = 0, e; b < found.n; b = e) {
        for (e = b + 1; e < found.n && str_eq(found.v[e].form, found.v[b].form) && found.v[e].y - found.v[e - 1].y < SAME;) e++;
        if (!is_running(found.v + b, e - b)) continue;
        for (size_t i = b; i < e; i++) pdf->lines.v[found.v[i].line].role = RXC_PDF_HEAD;
    }
    arena_clear(&scratch);
}

/* pdf_text.h: the lines of a PDF that are text, and what stands out among them: the title, headings, beginnings of paragraphs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_PDF_TEXT_H
#define RXC_READ_PDF_TEXT_H

#include <math.h>

#include "read/pdf.h"

enum { RXC_PDF_SIZES = 128 }; /* half points */

typedef struct rxc_pdf_text {
    rxc_pdf *pdf;
    VEC(size_t) lines;           /* that are text, in order */
    float gaps[RXC_PDF_SIZES];   /* the usual distance of base lines, by size of letters */
    size_t title_b, title_e;     /* of lines; title_b is STR_NONE when there is none */
} rxc_pdf_text;

/* Take the lines of a file that are text, measure them, find the title; stated is that of the metadata. */
void rxc_pdf_text_init(rxc_pdf_text *text, rxc_pdf *pdf, Str stated);

static inline const rxc_pdf_line *rxc_pdf_text_at(const rxc_pdf_text *text, size_t i)
{
    return &text->pdf->lines.v[text->lines.v[i]];
}

static inline bool rxc_pdf_same_size(float a, float b) { return fabsf(a - b) <= 0.06F * fmaxf(a, b); }

/* The line of the file at which the list of references begins; the number of lines when none says so. */
size_t rxc_pdf_text_references(const rxc_pdf *pdf);

/* The usual distance of base lines of letters of that size. */
float rxc_pdf_text_gap(const rxc_pdf_text *text, float size);

/* Does line i stand apart from the one before it, if there is one? */
bool rxc_pdf_text_is_apart(const rxc_pdf_text *text, size_t i);

/* Is line i the beginning of a heading: set apart from the text by size or weight, or by what it says? */
bool rxc_pdf_text_is_heading(const rxc_pdf_text *text, size_t i, Arena *scratch);

/* Does line i begin a paragraph, where the one before it is one? */
bool rxc_pdf_text_is_break(const rxc_pdf_text *text, size_t i);

/* Does line i stop in the middle of a sentence, at the right side of its column? */
bool rxc_pdf_text_is_unfinished(const rxc_pdf_text *text, size_t i);

/* Figures, tables and notes that stand between two lines of a paragraph go behind it (pdf_flow.c).
 * Cost O(lines), each break of a paragraph looks some hundred lines ahead */
void rxc_pdf_flow_order(rxc_pdf_text *text);

/* The same within the list of references [b, e): gives where the list ends, what is none of it behind it. */
size_t rxc_pdf_flow_list(rxc_pdf_text *text, size_t b, size_t e);

#endif

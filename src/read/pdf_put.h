/* pdf_put.h: lines of a PDF go into the builder of the document: words, marks, broken words and addresses made whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_PDF_PUT_H
#define RXC_READ_PDF_PUT_H

#include "read/pdf.h"

/* Where an entry of the references begins in the file. */
typedef struct rxc_pdf_place {
    size_t page, block;
    float x, y;
} rxc_pdf_place;

typedef struct rxc_pdf_put {
    rxc_pdf *pdf;
    rxc_builder builder;
    size_t skip_words, skip_bytes; /* of the next line: its label */
    bool begun;                    /* a line of the open block is there */
    unsigned marks;                /* that are open: what the last word is */
    unsigned link;                 /* that the last word is part of; 0: none */
    size_t depth;                  /* of open marks */
    rxc_pdf_place place;           /* of the open block */
    VEC(rxc_pdf_place) places;     /* of entries, in the order of pages */
} rxc_pdf_put;

void rxc_pdf_put_init(rxc_pdf_put *put, rxc_pdf *pdf);

/* Close the open block and open one that begins with this line. */
void rxc_pdf_put_open(rxc_pdf_put *put, rxc_block_kind kind, const rxc_pdf_line *line);
void rxc_pdf_put_line(rxc_pdf_put *put, const rxc_pdf_line *line);
void rxc_pdf_put_close(rxc_pdf_put *put);

/* Hand the text to the document. */
void rxc_pdf_put_finish(rxc_pdf_put *put);

/* Links that lead to an entry of the references become call-outs, and the entries get anchors; the others are dropped. Call it
 * when the text is handed over. Cost O(links x entries of a page) */
void rxc_pdf_link_tie(rxc_pdf_put *put);

#endif

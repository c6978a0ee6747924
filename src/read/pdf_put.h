/* pdf_put.h: lines of a PDF go into the builder of the document: words, marks, broken words and addresses made whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_PDF_PUT_H
#define RXC_READ_PDF_PUT_H

#include "read/pdf.h"

/* Where a block of the document begins in the file. */
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
    size_t link;                   /* that the last word is part of */
    size_t depth;                  /* of open marks */
    rxc_pdf_place place;           /* of the open block */
    VEC(rxc_pdf_place) places;     /* of closed blocks */
} rxc_pdf_put;

void rxc_pdf_put_init(rxc_pdf_put *put, rxc_pdf *pdf);

/* Close the open block and open one that begins with this line. */
void rxc_pdf_put_open(rxc_pdf_put *put, rxc_block_kind kind, const rxc_pdf_line *line);
void rxc_pdf_put_line(rxc_pdf_put *put, const rxc_pdf_line *line);
void rxc_pdf_put_close(rxc_pdf_put *put);

/* Hand the text to the document. */
void rxc_pdf_put_finish(rxc_pdf_put *put);

#endif

/* pdf.h: the parts of the PDF reader. A file becomes pages of words; words become lines in reading order; lines that every
 * page repeats are set apart; what is left becomes the blocks of the document. Coordinates are points from the top left. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_PDF_H
#define RXC_READ_PDF_H

#include "read/builder.h"
#include "read/reader.h"

enum {
    RXC_PDF_PAGES_MAX = 5000,     /* further ones are reported, not read */
    RXC_PDF_GLYPHS_MAX = 200000,  /* of one page; further ones are reported, not read */
    RXC_PDF_LINKS_MAX = 1000,     /* of one page; further ones are passed over */
    RXC_PDF_LINES_MAX = 4000,     /* of one page; a page with more is not looked at for columns */
};

/* What a word of a table's row begins: a cell, or a line within it. */
typedef enum rxc_pdf_begin { RXC_PDF_NOTHING, RXC_PDF_CELL, RXC_PDF_WRAP } rxc_pdf_begin;

/* A run of letters in one font, without white space. */
typedef struct rxc_pdf_word {
    float x1, x2, y1, y2;
    float base, size; /* where the letters stand, and how large they are */
    Str text;
    bool bold, italic;
    bool apart;       /* white space before it, as the page is written */
    signed char rise; /* 1 superscript, -1 subscript; set when its line is known */
    rxc_pdf_begin begin;
    unsigned link;    /* index + 1 of the link that lies on it; 0: none */
} rxc_pdf_word;

typedef VEC(rxc_pdf_word) rxc_pdf_words;

/* What a line is for. */
typedef enum rxc_pdf_role { RXC_PDF_TEXT, RXC_PDF_HEAD, RXC_PDF_NUMBER } rxc_pdf_role;

/* Words [b, e) of the file, from left to right. */
typedef struct rxc_pdf_line {
    size_t b, e;
    float x1, x2, y1, y2, base;
    float size;         /* of most of its letters */
    float body_x2;      /* x2 without a last word so long that it hangs over the column */
    float left, right;  /* of the column that it stands in */
    size_t column;      /* counted over all pages */
    size_t page;
    bool bold, italic;  /* all of its letters */
    bool cells;         /* wide gaps fall between its words */
    rxc_pdf_role role;
} rxc_pdf_line;

typedef VEC(rxc_pdf_line) rxc_pdf_lines;

typedef struct rxc_pdf_page {
    size_t b, e; /* its lines, of the file */
    float width, height;
} rxc_pdf_page;

/* A link from a place to a place of the document. */
typedef struct rxc_pdf_link {
    size_t page, to;       /* pages, from 0 */
    float x1, y1, x2, y2;  /* where it lies */
    float to_x, to_y;      /* where it leads */
} rxc_pdf_link;

typedef struct rxc_pdf {
    Arena *arena; /* scratch: gone when the document is read */
    rxc_doc *doc;
    rxc_pdf_words words;
    rxc_pdf_lines lines; /* in reading order */
    VEC(rxc_pdf_page) pages;
    VEC(rxc_pdf_link) links;
    size_t columns;      /* counted so far */
    size_t glyphs, unknown; /* letters, and those of them whose character the font does not tell */
    size_t upright;      /* words that are not set from left to right, left out */
    size_t beyond;       /* glyphs beyond RXC_PDF_GLYPHS_MAX, left out */
    float body;          /* size of most letters */
} rxc_pdf;

/* An open file (pdf_file.c, with pdf_page.c the only one that speaks to poppler). */
typedef struct rxc_pdf_file rxc_pdf_file;

/* Errors  RXC_INPUT damaged, or encrypted and password does not open it */
rxc_status rxc_pdf_file_open(Str source, const char *password, rxc_doc *doc, rxc_pdf_file **out, rxc_err *err);
void rxc_pdf_file_close(rxc_pdf_file *file);
size_t rxc_pdf_file_pages(const rxc_pdf_file *file);

/* Title, author, DOI and journal as the file states them, in doc->arena; empty ones are not stated. */
typedef struct rxc_pdf_stated {
    Str title, author, doi, journal;
} rxc_pdf_stated;
rxc_pdf_stated rxc_pdf_file_stated(const rxc_pdf_file *file);

/* Add the words, lines and links of page `index`: lines are not yet in reading order. */
void rxc_pdf_file_page(rxc_pdf_file *file, size_t index, rxc_pdf *pdf);

/* Does the page show a picture? */
bool rxc_pdf_file_pictured(rxc_pdf_file *file, size_t index);

/* Lines as the file has them become pieces that go over no gutter. */
void rxc_pdf_piece_cut(rxc_pdf *pdf);

/* Add words [b, e) of a line as a piece. */
void rxc_pdf_piece_add(rxc_pdf *pdf, rxc_pdf_lines *pieces, const rxc_pdf_line *of, size_t b, size_t e);

/* Measure the box, the letters and the base line of what is made of words. */
void rxc_pdf_piece_measure(const rxc_pdf *pdf, rxc_pdf_line *piece);

/* Numbers of lines become pieces of their own, with their role. */
void rxc_pdf_number_mark(rxc_pdf *pdf);

/* Give the pieces that are running heads and feet, or numbers of pages, their role. */
void rxc_pdf_running_mark(rxc_pdf *pdf);

/* Pieces become lines in reading order: columns one after the other. Those with a role come behind the text of their page. */
void rxc_pdf_layout_order(rxc_pdf *pdf);

/* Lines of a table whose cells are wrapped become one line a row. Cost O(words) */
void rxc_pdf_table_join(rxc_pdf *pdf);

/* Lines become blocks of doc. */
void rxc_pdf_blocks_build(rxc_pdf *pdf, const rxc_pdf_stated *stated);

/* Which of lines begin an entry of the list of references that they are.
 * lines   [n] indices into pdf->lines
 * starts  [n] set
 * labels  [n] the printed number, and the words that it takes: 0 when it is part of the first word's text */
typedef struct rxc_pdf_label {
    Str text;
    size_t words; /* that are the label alone */
    size_t bytes; /* of the word behind them that belong to it */
} rxc_pdf_label;
void rxc_pdf_refs_start(const rxc_pdf *pdf, const size_t *lines, size_t n, bool *starts, rxc_pdf_label *labels);

/* The text of a line, words apart by a space. In arena. */
Str rxc_pdf_line_text(const rxc_pdf *pdf, const rxc_pdf_line *line, Arena *arena);

/* Does white space stand between two words of a line? */
bool rxc_pdf_line_apart(const rxc_pdf_word *word, const rxc_pdf_word *next);

#endif

/* lines.h: the lines of a plain text, and which of them belong together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_LINES_H
#define RXC_READ_LINES_H

#include "base/str.h"

typedef struct rxc_line {
    Str text;      /* without white space at both ends */
    size_t number; /* from 1 */
    size_t column; /* of its first character, from 1 */
    int indent;    /* columns before it; a tab counts up to the next multiple of 8 */
} rxc_line;

typedef struct rxc_lines {
    Str rest;
    size_t number;
    char sep; /* '\n', or '\r' where no '\n' stands */
} rxc_lines;

rxc_lines rxc_lines_of(Str source);
bool rxc_lines_next(rxc_lines *lines, rxc_line *out);

/* A run of lines without a blank one: how wide its lines are set. */
typedef struct rxc_run {
    size_t lines;
    size_t width; /* bytes of the longest line that is short enough to be one of a set paragraph */
    size_t full;  /* lines about as wide as that */
    bool unset;   /* some line is so long that lines are whole paragraphs */
} rxc_run;

/* Measure the run that begins with the next line of lines (which is passed by value and not moved). */
rxc_run rxc_lines_run(rxc_lines lines);

/* Does next go on with the paragraph that line ends? */
bool rxc_lines_continue(const rxc_run *run, const rxc_line *line, const rxc_line *next);

/* The bullet or number that a list item begins with: "3." "(3)" "[3]" "-" "•".
 * label  the number, empty for a bullet
 * Gives the bytes of it with the space behind it, 0 when the line is no item. */
size_t rxc_lines_item(Str text, Str *label);

/* Does the text end like a sentence, call-outs and quotes behind the stop aside? */
bool rxc_lines_ends_sentence(Str text);

#endif

/* marker.h: numbers that are printed before the entries of a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_MARKER_H
#define RXC_REFS_MARKER_H

#include "base/arena.h"

typedef enum rxc_marker_form {
    RXC_MARKER_NONE,
    RXC_MARKER_STOP,     /* "1." */
    RXC_MARKER_CLOSE,    /* "1)" */
    RXC_MARKER_ROUND,    /* "(1)" */
    RXC_MARKER_SQUARE,   /* "[1]" */
    RXC_MARKER_BARE,     /* "1 Smith", "1Smith", "¹Smith" */
} rxc_marker_form;

typedef struct rxc_marker {
    rxc_marker_form form;
    int number;
    Str label; /* as printed, without what is around it: "3", "3a", "Wu22"; digits of superscripts as they are */
    size_t e;  /* the entry's text begins here */
} rxc_marker;

enum { RXC_MARKER_MAX = 9999 }; /* the highest number of an entry */

/* The marker at the beginning of a line, or form NONE. A year is none. */
rxc_marker rxc_marker_read(Str line);

/* Where the marker of this form and number begins in text at or after byte `from`, with a border before it and a
 * capital behind it; STR_NONE when it is not there. Cost O(bytes passed). */
size_t rxc_marker_find(Str text, size_t from, rxc_marker_form form, int number);

/* Does a line begin with a person's name and initials: "Simpson EL,", "Smith, J.", "van der Sluis S", "J. R. Smith"? */
bool rxc_marker_is_name(Str line);

/* Digits of any width, superscript ones too, at byte *at; -1 when there is none. *at moves behind them. */
int rxc_marker_digits(Str text, size_t *at);

#endif

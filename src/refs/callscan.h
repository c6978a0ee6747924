/* callscan.h: finds what may be a call-out in running text; callouts.c decides which are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_CALLSCAN_H
#define RXC_REFS_CALLSCAN_H

#include "model/document.h"

typedef enum rxc_call_style {
    RXC_CALL_LINKED, /* the source says so: targets */
    RXC_CALL_RAISED, /* superscript */
    RXC_CALL_SQUARE, /* [4] */
    RXC_CALL_ROUND,  /* (4) */
    RXC_CALL_GLUED,  /* "inflammation.1,2" */
    RXC_CALL_NAMED,  /* "(Wu et al., 2022)" */
    RXC_CALL_STYLES
} rxc_call_style;

/* One place that may cite. */
typedef struct rxc_call {
    rxc_call_style style;
    rxc_span span;
    size_t block;
    VEC(int) numbers;   /* printed ones, ranges spelt out; empty for names and links without numbers */
    Str targets;        /* of a link: anchors with spaces between */
    bool stated;        /* the source says that the link is a call-out */
    Str family;         /* of a name */
    Str nearest;        /* of several names the one before "and" or "et al.", where family is one further left */
    Str second;         /* family name of the second of two: "Smith and Jones" */
    bool more;          /* "et al." stands behind it */
    int year;
    char letter;        /* "2020a", else 0 */
    bool certain;       /* of a name: "et al." or a second author stands with it */
    bool behind_stop;   /* of (4): a stop, comma, colon or "and" stands before it, as in "(1) …; (2) …" */
    bool weak;          /* a glued one: the word before it is short, or an abbreviation */
} rxc_call;

typedef VEC(rxc_call) rxc_calls;

/* Numbers separated by commas, semicolons, dashes: "2,3", "1, 4–6", "13,14", "1-3,a"; the end of the list, or b.
 * Ranges are spelt out in out, ascending ones of at most RXC_CALL_RANGE numbers. */
enum { RXC_CALL_RANGE = 300 };
size_t rxc_callscan_numbers(Arena *arena, Str text, size_t b, bool spaces, rxc_call *out);

/* Each adds its calls in block `index`, ascending. */
void rxc_callscan_marks(Arena *arena, const rxc_doc *doc, size_t index, rxc_calls *out);
void rxc_callscan_brackets(Arena *arena, const rxc_doc *doc, size_t index, rxc_calls *out);
void rxc_callscan_glued(Arena *arena, const rxc_doc *doc, size_t index, rxc_calls *out);
void rxc_callscan_names(Arena *arena, const rxc_doc *doc, size_t index, rxc_calls *out);

#endif

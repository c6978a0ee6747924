/* lines.h: a stream of lines through a function, on several threads, answers in the order of the lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_LINES_H
#define RXC_FLOW_LINES_H

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

/* Answer one line (without its end) into out, whole, as the caller wants it written. arena is emptied after each batch.
 * number counts lines from 1. Runs on any thread. */
typedef void (*rxc_line_answer)(const void *context, Str line, size_t number, Arena *arena, Buf *out);

enum { RXC_LINE_MAX = 64 << 20 }; /* bytes of one line; a longer one is answered cut at that length */

/* Read in to its end. Memory stays bounded: a batch of lines per thread at a time.
 * Errors  RXC_INPUT reading failed, RXC_IO writing failed */
rxc_status rxc_lines_each(FILE *in, FILE *out, long jobs, rxc_line_answer answer, const void *context, size_t *lines,
                          rxc_err *err);

#endif

/* inputs.h: the files that the paths on a command line stand for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_INPUTS_H
#define RXC_FLOW_INPUTS_H

#include "base/arena.h"

/* One file to read, or a path that could not be followed. */
typedef struct rxc_input {
    const char *path; /* "-": standard input */
    Str name;         /* base name: what records and messages call it */
    Str problem;      /* why it cannot be read; empty: it can be tried */
} rxc_input;

typedef VEC(rxc_input) rxc_inputs;

enum { RXC_INPUTS_DEPTH = 64 }; /* folders within folders */

/* Patterns of names that a folder wants left out when it is searched, one a line: its README, say. */
#define RXC_INPUTS_IGNORE ".rxciteignore"

/* Files as given; folders are searched in byte order of their entries, hidden entries, those that the folder's own list leaves
 * out and links to folders (they could lead in a circle) not taken. Paths that cannot be followed become inputs with a problem. */
void rxc_inputs_find(Arena *arena, const char *const *paths, size_t count, rxc_inputs *out);

#endif

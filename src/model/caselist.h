/* caselist.h: the line listing: one row per case, as tables for people and for programs show it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MODEL_CASELIST_H
#define RXC_MODEL_CASELIST_H

#include "model/casefact.h"

enum { RXC_CASELIST_COLUMNS = 19 };

/* Names of the columns, NULL behind the last; '#' before those with numbers. */
extern const char *const rxc_caselist_columns[RXC_CASELIST_COLUMNS + 1];

/* The cells of case c, number index of its document. What was not told is empty; dechallenge and rechallenge say
 * "unknown". */
void rxc_caselist_fill(Arena *arena, Str document, size_t index, const rxc_case *c, Str cells[RXC_CASELIST_COLUMNS]);

#endif

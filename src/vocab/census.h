/* census.h: how much of what a vocabulary holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_CENSUS_H
#define RXC_VOCAB_CENSUS_H

#include "vocab/feed.h"
#include "vocab/map.h"

/* One class of one file. */
typedef struct rxc_census_row {
    Str type, group;
    size_t concepts, names, shorts, codes; /* names: preferred names, synonyms and brands */
} rxc_census_row;

typedef VEC(rxc_census_row) rxc_census;

/* Count a file of our own format; rows by type and class. Rows with another number of columns than the header are not
 * counted: the check says so. Errors: RXC_DATA no such file format */
rxc_status rxc_census_file(rxc_feed *feed, Arena *arena, rxc_census *out, rxc_err *err);

#endif

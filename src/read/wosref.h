/* wosref.h: cited references as Web of Science writes them: "Anselin L, 2006, GEOGR ANAL, V38, P5, DOI 10.1/x". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_WOSREF_H
#define RXC_READ_WOSREF_H

#include "model/work.h"

/* The fields of one, views of it and in arena. Without a volume and a page the source is the title of the work itself. Knows
 * several DOIs in brackets, "DOI DOI", names and sources in two scripts, anonymous works, groups ("*WHO"). Cost O(line) */
rxc_work rxc_wosref_read(Arena *arena, Str line);

#endif

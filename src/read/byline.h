/* byline.h: reads a printed line of authors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_BYLINE_H
#define RXC_READ_BYLINE_H

#include "model/work.h"

/* Is the whole line names of people, and of how many? 0 when not. Affiliation marks, degrees and ORCID are allowed. */
size_t rxc_byline_count(Str line);

/* Read such a line: "Vivian Y. Shi, MD, and Jane Roe1,2*" · "Shi, Vivian Y.; Roe, Jane" · "Shi VY, Roe J". Adds to
 * names, without degrees and marks. A part that is no name is passed over. */
void rxc_byline_read(Arena *arena, Str line, rxc_names *names);

/* One name, given name first or "Family, Given"; literal when it is no person's. */
rxc_name rxc_byline_one(Arena *arena, Str name);

#endif

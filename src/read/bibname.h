/* bibname.h: names as BibTeX writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_BIBNAME_H
#define RXC_READ_BIBNAME_H

#include "model/work.h"

/* "Wu, Li and van der Berg, Jr, Jan and Ludwig van Beethoven and {WHO} and others": "von Last, Jr, First", "First von Last",
 * a group in braces, "family=…, given=…, prefix=…". LaTeX becomes text. Cost O(list) */
void rxc_bibname_list(Arena *arena, Str list, rxc_names *names, bool *et_al);

#endif

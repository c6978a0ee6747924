/* scopusref.h: lists of references as Scopus writes them, in one field with "; " between, in either of its layouts:
 *     "Aria M.; Cuccurullo C., bibliometrix: an R-tool, Journal of Informetrics, 11, 4, pp. 959-975, (2017)"
 *     "Aria, M., Cuccurullo, C., bibliometrix: an R-tool (2017) Journal of Informetrics, 11 (4), pp. 959-975" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_SCOPUSREF_H
#define RXC_READ_SCOPUSREF_H

#include "read/entry.h"

/* Add the references of a list. "; " also stands between authors and within titles: a reference ends where its year does,
 * or where the next one begins with an author. Cost O(list) */
void rxc_scopusref_list(rxc_doc *doc, rxc_entry_parts *parts, Str list, size_t line);

/* The fields of one; false when more may be read from its text than these. */
bool rxc_scopusref_read(Arena *arena, Str text, rxc_work *work);

#endif

/* refsource.h: reads the short citation by which MEDLINE names another article. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_REFSOURCE_H
#define RXC_READ_REFSOURCE_H

#include "model/work.h"

/* "N Engl J Med. 2018 Jul 26;379(4):401. doi: 10.1056/x. PMID: 30044938" -> journal, date, volume, issue, pages, ids. A
 * citation of another form gives its ids only. In arena. */
rxc_work rxc_refsource_read(Arena *arena, Str text);

#endif

/* wosentry.h: an entry of Web of Science: fields with tags of two letters, from lines or from a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_WOSENTRY_H
#define RXC_READ_WOSENTRY_H

#include "base/buf.h"
#include "read/entry.h"

typedef struct rxc_wosentry {
    rxc_doc *doc;
    rxc_entry_parts parts;
    Buf kinds, keywords;
    Str page_b, page_e, article, month, year, early, short_journal;
    rxc_names full; /* AF; AU are the same people, shorter */
} rxc_wosentry;

/* One field. value: as it stands; the items of a list are a line each. Tags that are not known become diagnostics. */
void rxc_wosentry_take(rxc_wosentry *entry, Str tag, Str value, size_t line);

/* Fill the document. Call it always: it frees what the entry holds. */
void rxc_wosentry_finish(rxc_wosentry *entry);

/* Is the tag's value a list, which tables write with "; " between? */
bool rxc_wosentry_is_list(Str tag);

#endif

/* bibcut.h: cuts a BibTeX file into entries that can be read alone: what they use of others is put before them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_BIBCUT_H
#define RXC_READ_BIBCUT_H

#include "read/reader.h"

/* An entry comes with the @string items that it names, and with the entries that its crossref or xdata names, as @xdata.
 * Files of more than 32 MiB are not looked through for the latter, and must define strings before they use them. */
extern const rxc_split rxc_bibcut_split;

#endif

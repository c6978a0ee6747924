/* front.h: what the head of a text-like document says of itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_FRONT_H
#define RXC_READ_FRONT_H

#include "model/document.h"

/* Find title, authors, journal, date, DOI and PMID in the first blocks, and give those blocks kind TITLE or FRONT. What
 * doc->work states already is kept. Nothing is guessed: a journal is taken only from a line that is made like a source
 * ("August 2019 in Dermatitis", "Dermatitis. 2019;30:1-2", "Journal: Dermatitis"). */
void rxc_front_read(rxc_doc *doc);

/* DOI or PMID at the start of a text ("doi: 10.1097/…", "https://doi.org/10.…", "PMID: 31233421"); empty when none. */
Str rxc_front_doi(Str s);
Str rxc_front_pmid(Str s);

#endif

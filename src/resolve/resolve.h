/* resolve.h: when are two works the same: the keys by which works of different lists become one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_RESOLVE_RESOLVE_H
#define RXC_RESOLVE_RESOLVE_H

#include "model/work.h"

enum { RXC_KEYS_MAX = 6 };

/* Identity keys of a work, strongest first: "doi:10.…", "pmid:…", "pmcid:…", first author + year + volume + first page,
 * folded title + year … Two works that share a key are one, unless a stronger key of both differs (two DOIs).
 * keys are in arena; gives their number, 0 when the work says too little to be compared. */
size_t rxc_resolve_keys(Arena *arena, const rxc_work *work, Str keys[RXC_KEYS_MAX]);

/* Are the two certainly different although they share a weak key? (other DOI, other PMID) */
bool rxc_resolve_conflict(const rxc_work *a, const rxc_work *b);

/* Take into `into` what it lacks and `from` states; longer lists of authors and fuller names win. */
void rxc_resolve_merge(Arena *arena, rxc_work *into, const rxc_work *from);

/* Readable id: "simpson2020efficacy" (first author, year, first title word that carries meaning). In arena. */
Str rxc_resolve_id(Arena *arena, const rxc_work *work);

/* Journal names told to be one: key without case, dots, articles ("J Am Acad Dermatol" = "J. Am. Acad. Dermatol."). */
Str rxc_resolve_journal(Arena *arena, Str container);

#endif

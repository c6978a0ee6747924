/* namelist.h: reads a printed list of authors or editors into names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_NAMELIST_H
#define RXC_REFS_NAMELIST_H

#include "model/work.h"

/* Append the names of a list in any style: "Simpson EL, Paller AS", "Otwinowski Z., Minor W.", "Smith, J. A., & Lee, K.",
 * "J. R. de la Cruz and P. Black", "Carter, Ronald, and John McRae", groups among or instead of persons.
 * list   as printed, without "eds"; its pieces go into out as views where they can
 * et_al  set when the list says that it is not complete; never cleared
 * Cost   O(bytes) */
void rxc_namelist_read(Arena *arena, Arena *scratch, Str list, rxc_names *out, bool *et_al);

#endif

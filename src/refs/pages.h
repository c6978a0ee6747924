/* pages.h: printed pages and numbers of volumes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_PAGES_H
#define RXC_REFS_PAGES_H

#include "base/arena.h"

/* The page without "pp.", with plain hyphens; a range of plain numbers is completed ("153-60": "153-160"), others stay as printed:
 * "711-21.e7", "e1126", "adv00743", "S12-8". */
Str rxc_pages_read(Arena *arena, Str printed);

/* The first page of such a page: "153", "711", "e1126", "S12". */
Str rxc_pages_first(Str page);

/* A volume, issue or edition without its "vol.", "no.", "n°", brackets and stops: "v. 29" -> "29". */
Str rxc_pages_number(Arena *arena, Str printed);

#endif

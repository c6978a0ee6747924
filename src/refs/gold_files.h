/* gold_files.h: the kinds of files of tagged references; for gold.c. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_GOLD_FILES_H
#define RXC_REFS_GOLD_FILES_H

#include "refs/gold.h"

/* All entries of an AnyStyle or GROBID file; gives how many. Cost O(bytes). */
size_t rxc_gold_read_tagged(Str bytes, Arena *arena, rxc_golds *out);

#endif

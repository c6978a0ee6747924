/* pandoc.h: what pandoc adds to Markdown, put into Markdown with tags. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_PANDOC_H
#define RXC_READ_PANDOC_H

#include "base/arena.h"

/* "^2,3^" and "~2~" become <sup> and <sub>, "[text]{#id}", "# Heading {#id}" and "::: {#id}" leave an anchor, and where such
 * attributes occur "--" becomes a dash. Lines stay lines. The source itself when there is nothing of it. Cost O(bytes). */
Str rxc_pandoc_plain(Arena *arena, Str source);

#endif

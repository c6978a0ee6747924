/* latex.h: text of LaTeX, as bibliographies hold it, becomes plain Unicode. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_LATEX_H
#define RXC_READ_LATEX_H

#include "base/arena.h"

/* {\"U}ber \emph{$\alpha$-blockers} -- a review -> Über α-blockers – a review. Braces and mathematical signs go, accents and
 * letters become characters (NFC), formatting commands leave what they format; other commands vanish, and are counted in
 * *unknown (may be NULL). A view of text where nothing has to change. Cost O(text) */
Str rxc_latex_text(Arena *arena, Str text, size_t *unknown);

#endif

/* fold.h: forms of a text for comparing: composed, folded, slug. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TEXT_FOLD_H
#define RXC_TEXT_FOLD_H

#include "base/arena.h"

/* Unicode NFC; s itself when it is ASCII. Invalid bytes become U+FFFD. */
Str rxc_fold_nfc(Arena *arena, Str s);

/* For comparing titles and names: compatibility forms, case and accents dropped, letters with strokes and
 * ligatures spelt out (ø o, ł l, ß ss, æ ae), everything but letters and digits dropped. "Müller-Łuk" -> "mullerluk" */
Str rxc_fold_key(Arena *arena, Str s);

/* For identifiers: as above, but runs of anything else become one hyphen: "Müller & Co." -> "muller-co" */
Str rxc_fold_slug(Arena *arena, Str s);

#endif

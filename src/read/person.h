/* person.h: names as a database states them, one to a field. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_PERSON_H
#define RXC_READ_PERSON_H

#include "model/work.h"

/* "Wu, Li-Ping" · "Wu, L., Jr" · "King, Martin Luther Jr" · "Wu LP" · "Li-Ping Wu" · "World Health Organization". A name
 * without a family becomes literal. Views of text, which must live as long. */
rxc_name rxc_person_read(Arena *arena, Str text);

/* Does a word of it say that it is a body ("Agency"), not a person? Does it say that there is no author? */
bool rxc_person_is_body(Str text);
bool rxc_person_is_nobody(Str text);

/* Cut "Jr", "III" off the end of a name's part; empty when there is none. A view. */
Str rxc_person_cut_suffix(Str *part);

/* Add the name to the list, unless it is nobody: "[No authors listed]", "Anonymous". "et al." sets *et_al. */
void rxc_person_add(Arena *arena, rxc_names *names, bool *et_al, Str text);

#endif

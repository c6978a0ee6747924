/* medcite.h: how MEDLINE names another article: "Lancet. 2020 Jan 11;395(10218):104. doi: 10.1/x. PMID: 31668728". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_MEDCITE_H
#define RXC_READ_MEDCITE_H

#include "model/document.h"

/* The fields of such a line, views of it and in arena; authors may stand before the journal. */
rxc_work rxc_medcite_read(Arena *arena, Str text);

/* Is it a comment or correction that changes the status of a work: "RIN", "Retraction in" …? Sets kind and by_this. */
bool rxc_medcite_notice(Str type, rxc_notice *out);

#endif

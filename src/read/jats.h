/* jats.h: the parts of the JATS reader: what the article says of itself, and its references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_JATS_H
#define RXC_READ_JATS_H

#include "read/builder.h"
#include "read/xml.h"

/* Title, authors, journal, date, numbers of <front> into doc->work, and the kind. */
void rxc_jats_meta(rxc_doc *doc, xmlNode *article);

/* What <related-article> and the type of the article say of retractions, corrections and concerns: doc->notices. */
void rxc_jats_notices(rxc_doc *doc, xmlNode *article, xmlNode *meta);

/* Add the blocks of the head: title, authors, affiliations, correspondence, key words. */
void rxc_jats_front(rxc_builder *b, xmlNode *meta);

/* A person or group: <name>, <string-name>, <collab>, … */
rxc_name rxc_jats_name(Arena *arena, xmlNode *node);

/* Add a <ref>: a REFERENCE block and an entry for each work in it. */
void rxc_jats_reference(rxc_builder *b, xmlNode *ref);

/* Fields that a citation element states. True: they tell the work, and nothing but punctuation is printed beside them. */
bool rxc_jats_fields(Arena *arena, xmlNode *citation, rxc_work *work);

/* "44" and "56" -> "44-56"; "711" and "21" -> "711-721". */
Str rxc_jats_pages(Arena *arena, Str first, Str last);

/* A pub-id or article-id of that type, cleaned, into its field ("doi", "pmid", "pmc", …). */
void rxc_jats_identifier(Arena *arena, rxc_work *work, Str type, Str value);

/* First number of four digits, 0 when there is none. */
int rxc_jats_year(Str s);

#endif

/* tei.h: the parts of the TEI reader: bibliographic entries, and what the header says of the work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_TEI_H
#define RXC_READ_TEI_H

#include "read/builder.h"
#include "read/xml.h"

/* Fields that a <biblStruct> (or <biblFull>, <bibl> with elements) states. */
void rxc_tei_fields(Arena *arena, xmlNode *entry, rxc_work *work);

/* Add an entry of a <listBibl>: a REFERENCE block, and an entry with its fields. */
void rxc_tei_reference(rxc_builder *b, xmlNode *entry);

/* What <teiHeader> says of the work into doc->work. */
void rxc_tei_meta(rxc_doc *doc, xmlNode *header);

/* Value of xml:id, or of another attribute, without the "#" before it. */
Str rxc_tei_id(Arena *arena, const xmlNode *node, const char *name);

#endif

/* notice.h: what literature says about literature: retractions, corrections, expressions of concern. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MODEL_NOTICE_H
#define RXC_MODEL_NOTICE_H

#include "model/document.h"

/* Add a notice, unless the document has the same one. */
void rxc_notice_add(rxc_doc *doc, rxc_notice_kind kind, bool by_this, const rxc_work *other);

/* What a title says by its first words, or its last: "RETRACTED: …", "… (Retracted article. See vol. 370)" of the work
 * itself; "Retraction: …", "Erratum to: …" of another one (*by_this). *rest is the title without these words. */
bool rxc_notice_of_title(Str title, rxc_notice_kind *kind, bool *by_this, Str *rest);

/* The title that the work had before: "RETRACTED: Ducts of milk" -> "Ducts of milk". A view. */
Str rxc_notice_bare_title(Str title);

/* The kind that a word names: "retraction", "erratum", "expression_of_concern", "withdrawal"; false for others
 * ("new_version"). Case, spaces, '-' and '_' do not count. */
bool rxc_notice_kind_find(Str word, rxc_notice_kind *kind);

/* What the titles of the document and of a cited work say becomes a notice and a status: notices that concern the document
 * give its work the worst of their statuses. Once, when all is read. */
void rxc_notice_settle(rxc_doc *doc);
void rxc_notice_settle_work(rxc_work *work);

/* A printed reference that marks its work, "Doe P. RETRACTED: Ducts of milk. J Water. …": without the mark, in arena, and
 * *status is set; as it is when there is none. */
Str rxc_notice_in_reference(Arena *arena, Str raw, Str *status);

/* Is it the status that a notice gives, not "in press" and the like? */
bool rxc_notice_is_status(Str status);

/* One of which readers are to be warned: retracted, or under concern. */
bool rxc_notice_is_warning(Str status);

/* The worse of two statuses of a work; one that is no notice's is as good as none. */
Str rxc_notice_worse(Str a, Str b);

/* The member "notices" of a record, where there are any; and its list (a cJSON item, or NULL) read back. */
void rxc_notice_write(Jsonw *w, const rxc_doc *doc);
void rxc_notice_read(Arena *arena, const struct cJSON *list, rxc_doc *doc);

#endif

/* kind.h: what kind of document it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_KIND_H
#define RXC_READ_KIND_H

#include "model/document.h"

/* The kind by title, head and words of the text; RXC_DOC_UNKNOWN when nothing speaks for one. */
rxc_doc_kind rxc_kind_find(const rxc_doc *doc);

/* The kind that a source names: JATS article-type or subject, "Case Report", "review-article"; UNKNOWN for others. */
rxc_doc_kind rxc_kind_of_type(Str type);

#endif

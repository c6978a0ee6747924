/* json.h: one item of JSON as a tree, and texts from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_JSON_H
#define RXC_READ_JSON_H

#include <cjson/cJSON.h>

#include "base/buf.h"
#include "model/document.h"
#include "read/reader.h"

enum { RXC_JSON_VALUES = 2000000 }; /* of one item: a tree takes far more memory than its text */

/* Parse the first item of a source; escapes that are no character become U+FFFD. The tree is freed with cJSON_Delete.
 * Errors  RXC_INPUT no JSON; RXC_LIMIT nested deeper than limits say, more values than RXC_JSON_VALUES */
rxc_status rxc_json_parse(Str source, const rxc_read_limits *limits, rxc_doc *doc, cJSON **out, rxc_err *err);

/* The member at a path of keys with '/' between them; NULL when there is none. */
const cJSON *rxc_json_at(const cJSON *object, const char *path);

/* A text or number at a path, the first such of a list; trimmed, NFC, in arena. Empty for others. */
Str rxc_json_text(Arena *arena, const cJSON *object, const char *path);

/* The same without tags ("<i>", "<jats:p>") and with entities as characters; a paragraph a line. */
Str rxc_json_plain(Arena *arena, const cJSON *object, const char *path);

/* Append the texts at path of each one of a list, without tags; `between` goes before a text unless all is empty. */
void rxc_json_words(Arena *arena, Buf *all, const char *between, const cJSON *list, const char *path);

/* The words of n lists { path of the list, path within each one }, "; " between them, in arena. */
Str rxc_json_keywords(Arena *arena, const cJSON *object, const char *const lists[][2], size_t n);

int rxc_json_int(const cJSON *object, const char *path); /* 0 when it is no whole number that fits */
bool rxc_json_true(const cJSON *object, const char *path);

/* "https://doi.org/10.1/x", "doi:10.1/x" -> "10.1/x"; empty when there is none. In arena. */
Str rxc_json_doi(Arena *arena, Str text);

#endif

/* tablework.h: columns of a database's table become fields of a work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_TABLEWORK_H
#define RXC_READ_TABLEWORK_H

#include "base/buf.h"
#include "read/entry.h"
#include "read/table.h"

typedef struct rxc_tablework_column {
    const char *names; /* '|' between */
    rxc_work_field field;
} rxc_tablework_column;

/* One row of a format: {.doc}, open, what the format does, finish. */
typedef struct rxc_tablework {
    rxc_doc *doc;
    rxc_table table;
    rxc_entry_parts parts;
    Buf keywords;
} rxc_tablework;

/* Read header and row of a source; first rows for which skip holds (may be NULL) are no header. False when there is no row. */
bool rxc_tablework_open(rxc_tablework *row, rxc_doc *doc, Str source, bool (*skip)(Str row));
static inline Str rxc_tablework_cell(const rxc_tablework *row, const char *names) { return rxc_table_cell(&row->table, names); }

void rxc_tablework_fields(rxc_tablework *row, const rxc_tablework_column *columns, size_t n);
void rxc_tablework_type_of(rxc_tablework *row, Str name, const rxc_entry_type *types, size_t n);

/* People of a list; what stands in round brackets behind a name ("(60410297700)") is dropped. "et al." sets *et_al. */
void rxc_tablework_people(rxc_tablework *row, Str list, char separator, rxc_names *names, bool *et_al);

void rxc_tablework_keywords(rxc_tablework *row, Str list, char separator);

/* "scopus" and "2-s2.0-1": the work's database_id. */
void rxc_tablework_id(rxc_tablework *row, const char *database, Str id);

/* References that are known by ids of the same database alone. */
void rxc_tablework_references(rxc_tablework *row, const char *database, Str list, char separator);

/* Call it always. */
void rxc_tablework_finish(rxc_tablework *row);

#endif

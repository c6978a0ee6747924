/* store.h: the library, an SQLite file that holds records, works and what joins them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_STORE_STORE_H
#define RXC_STORE_STORE_H

#include "base/err.h"
#include "model/record.h"

typedef struct rxc_store rxc_store;

typedef enum rxc_store_mode { RXC_STORE_READ, RXC_STORE_WRITE, RXC_STORE_CREATE } rxc_store_mode;

/* Open a library (WAL, foreign keys on, schema version checked). CREATE makes it when it is not there.
 * Errors  RXC_LIBRARY: not there, not a library, made by a newer version, locked */
rxc_status rxc_store_open(const char *path, rxc_store_mode mode, rxc_store **out, rxc_err *err);
void rxc_store_close(rxc_store *store);

/* Changes between begin and commit are seen together or not at all. */
rxc_status rxc_store_begin(rxc_store *store, rxc_err *err);
rxc_status rxc_store_commit(rxc_store *store, rxc_err *err);
void rxc_store_rollback(rxc_store *store);

/* One work node: a row of table work. */
typedef struct rxc_store_work {
    int64_t row;
    Str id;            /* readable: "wu2022dupilumab" */
    rxc_work work;     /* merged from all that state it */
    int64_t document;  /* row of the document when it was read itself, else 0 */
} rxc_store_work;

/* One document that was read. */
typedef struct rxc_store_document {
    int64_t row, work; /* its row; the row of its work */
    Str sha256, name;
    rxc_record record;
    const int64_t *works; /* [record.references] row of the work of each reference, 0: unresolved */
    size_t work_count;
} rxc_store_document;

/* Keys -> work row, 0 when no key is known. */
rxc_status rxc_store_find_key(rxc_store *store, Str key, int64_t *work, rxc_err *err);

/* Is a document of these bytes there? Gives its row, 0 when not. */
rxc_status rxc_store_find_document(rxc_store *store, Str sha256, int64_t *row, rxc_err *err);

rxc_status rxc_store_get_work(rxc_store *store, int64_t row, Arena *arena, rxc_store_work *out, rxc_err *err);
rxc_status rxc_store_put_work(rxc_store *store, const rxc_store_work *work, const Str *keys, size_t key_count,
                              int64_t *row, rxc_err *err); /* row 0: a new one; keys are added to those it has */
rxc_status rxc_store_join_works(rxc_store *store, int64_t keep, int64_t drop, rxc_err *err);
rxc_status rxc_store_put_document(rxc_store *store, const rxc_store_document *document, int64_t *row, rxc_err *err);

/* An input that could not be read, for the ledger. */
rxc_status rxc_store_put_failure(rxc_store *store, Str name, Str problem, rxc_err *err);

/* All rows in a stable order (documents by name then sha256, works by id); each into arena. */
typedef VEC(rxc_store_work) rxc_store_works;
typedef VEC(rxc_store_document) rxc_store_documents;
typedef struct rxc_store_failure { Str name, problem; } rxc_store_failure;
typedef VEC(rxc_store_failure) rxc_store_failures;
rxc_status rxc_store_works_all(rxc_store *store, Arena *arena, rxc_store_works *out, rxc_err *err);
rxc_status rxc_store_documents_all(rxc_store *store, Arena *arena, rxc_store_documents *out, rxc_err *err);
rxc_status rxc_store_failures_all(rxc_store *store, Arena *arena, rxc_store_failures *out, rxc_err *err);

#endif

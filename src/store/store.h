/* store.h: the library, an SQLite file that holds records, what they state of works, and the works themselves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_STORE_STORE_H
#define RXC_STORE_STORE_H

#include "base/err.h"
#include "model/record.h"

typedef struct rxc_store rxc_store;

typedef enum rxc_store_mode { RXC_STORE_READ, RXC_STORE_WRITE, RXC_STORE_CREATE } rxc_store_mode;

/* Open a library (WAL, foreign keys on, schema version checked). CREATE makes it when it is not there.
 * Errors  RXC_LIBRARY: not there, not a library, made by a newer version, locked, no rights */
rxc_status rxc_store_open(const char *path, rxc_store_mode mode, rxc_store **out, rxc_err *err);
void rxc_store_close(rxc_store *store); /* what was not committed is gone */

/* How long to wait for another program that holds the library; 5000 at first. */
void rxc_store_wait(rxc_store *store, int milliseconds);

/* Changes between begin and commit are seen together or not at all. Commit also gives works whose base id changed, or
 * has come to be shared or single, their final ids. Errors  RXC_LIBRARY: locked, disk full, damaged; RXC_USAGE: begin
 * within begin */
rxc_status rxc_store_begin(rxc_store *store, rxc_err *err);
rxc_status rxc_store_commit(rxc_store *store, rxc_err *err);
void rxc_store_rollback(rxc_store *store);
bool rxc_store_is_open(const rxc_store *store); /* between begin and commit? */

/* --- adding ---------------------------------------------------------------------------------------------------------
 * A document brings statements: position 0 is what it says of itself, position i + 1 its reference i, position -1 - i its
 * notice i about another work. Each statement has keys and belongs to one work. Works of which notices speak and nobody
 * else are kept, as they may be read later, and not shown. All of these want an open transaction. */

/* Is a document of these bytes there? Gives its row, 0 when not. */
rxc_status rxc_store_find_document(rxc_store *store, Str sha256, int64_t *row, rxc_err *err);

/* The record with its mentions, evidence, call-outs, diagnostics and ledger. */
rxc_status rxc_store_put_document(rxc_store *store, const rxc_record *record, int64_t *row, rxc_err *err);

typedef struct rxc_store_statement {
    int64_t row, document, work; /* work 0: none yet */
    int64_t position;
    Str sha256; /* of the document */
    bool contested;                 /* is its work? */
    rxc_work stated;
    Str *keys;
    size_t key_count;
} rxc_store_statement;
typedef VEC(rxc_store_statement) rxc_store_statements;

rxc_status rxc_store_put_statement(rxc_store *store, const rxc_store_statement *statement, int64_t *row, rxc_err *err);
rxc_status rxc_store_set_work(rxc_store *store, int64_t statement, int64_t work, rxc_err *err);

/* The work of those who hold a key; 0 when nobody does. *contested: keys of that work are held by other works too. */
rxc_status rxc_store_find_key(rxc_store *store, Str key, int64_t *work, bool *contested, rxc_err *err);

/* All statements that hang together with one by shared keys, over any number of steps, itself among them; ordered by
 * sha256 of the document and position, so that the order does not depend on how they came in. Cost O(their keys). */
rxc_status rxc_store_connected(rxc_store *store, int64_t statement, Arena *arena, rxc_store_statements *out,
                               rxc_err *err);

/* One work. */
typedef struct rxc_store_work {
    int64_t row; /* 0: a new one */
    Str id;      /* readable: "wu2022dupilumab"; set by commit */
    Str base;    /* the id without the letter that tells equal ones apart: "wu2022dupilumab-a" */
    Str order;   /* by which equal ones are lettered: depends on content only */
    Str ranks;   /* bytes kept for whoever merges */
    bool contested;
    rxc_work work;    /* merged from all that state it */
    int64_t document; /* row of the document when it was read itself, else 0 */
} rxc_store_work;

rxc_status rxc_store_get_work(rxc_store *store, int64_t row, Arena *arena, rxc_store_work *out, rxc_err *err);
rxc_status rxc_store_put_work(rxc_store *store, const rxc_store_work *work, int64_t *row, rxc_err *err);
rxc_status rxc_store_drop_work(rxc_store *store, int64_t row, rxc_err *err); /* no statement names it any more */

/* An input that could not be read, for the ledger; the same one twice is kept once. */
rxc_status rxc_store_put_failure(rxc_store *store, Str name, Str problem, rxc_err *err);

/* --- reading --------------------------------------------------------------------------------------------------------
 * All rows in a stable order (documents by name then sha256, works by id, failures by name); each into arena. */

/* One document that was read. */
typedef struct rxc_store_document {
    int64_t row, work; /* its row; the row of its work */
    Str sha256, name;
    rxc_record record;
    const int64_t
        *works; /* [work_count] row of the work of each reference, 0: it says nothing of which a work could be made */
    size_t work_count; /* record.references.n */
} rxc_store_document;

typedef VEC(rxc_store_work) rxc_store_works;
typedef VEC(rxc_store_document) rxc_store_documents;
typedef struct rxc_store_failure {
    Str name, problem;
} rxc_store_failure;
typedef VEC(rxc_store_failure) rxc_store_failures;

rxc_status rxc_store_works_all(rxc_store *store, Arena *arena, rxc_store_works *out, rxc_err *err);

/* Each document in turn; what it holds is gone when take returns. A status other than RXC_OK ends it. */
typedef rxc_status (*rxc_store_take)(void *context, const rxc_store_document *document, rxc_err *err);
rxc_status rxc_store_each_document(rxc_store *store, rxc_store_take take, void *context, rxc_err *err);

rxc_status rxc_store_documents_all(rxc_store *store, Arena *arena, rxc_store_documents *out, rxc_err *err);
rxc_status rxc_store_failures_all(rxc_store *store, Arena *arena, rxc_store_failures *out, rxc_err *err);

#endif

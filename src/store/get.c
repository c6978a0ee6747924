/* get.c: reads documents, statements and works from a library. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db.h"

/* A library whose contents we did not write is damaged, not odd input. */
static rxc_status damaged(rxc_store *store, const rxc_err *why, rxc_err *err)
{
    return rxc_err_set(err, RXC_LIBRARY, "library %s is damaged: %s", store->path, why->text);
}

static rxc_status parse_work(rxc_store *store, Arena *arena, sqlite3_stmt *query, int column, rxc_work *out,
                             rxc_err *err)
{
    rxc_err why = { 0 };
    Str csl = { sqlite3_column_blob(query, column), (size_t)sqlite3_column_bytes(query, column) };
    return rxc_work_parse(arena, csl, out, &why) ? damaged(store, &why, err) : RXC_OK;
}

/* --- while adding --------------------------------------------------------------------------------------------- */

/* The first column of the only row, 0 when there is none. */
static rxc_status get_one(rxc_store *store, rxc_sql sql, Str value, int64_t *out, bool *second, rxc_err *err)
{
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, sql, &query, err, "t", value));
    RXC_TRY(rxc_db_next(store, query, &row, err));
    *out = row ? rxc_db_int(query, 0) : 0;
    if (second) *second = row && rxc_db_int(query, 1);
    sqlite3_reset(query);
    return RXC_OK;
}

rxc_status rxc_store_find_document(rxc_store *store, Str sha256, int64_t *row, rxc_err *err)
{
    return get_one(store, RXC_SQL_FIND_DOCUMENT, sha256, row, NULL, err);
}

rxc_status rxc_store_find_key(rxc_store *store, Str key, int64_t *work, bool *contested, rxc_err *err)
{
    return get_one(store, RXC_SQL_FIND_KEY, key, work, contested, err);
}

static rxc_status get_keys(rxc_store *store, Arena *arena, rxc_store_statement *statement, rxc_err *err)
{
    VEC(Str) keys = { 0 };
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_KEYS_OF, &query, err, "i", statement->row));
    for (;;) {
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) break;
        *vec_push(arena, &keys) = rxc_db_text(arena, query, 0);
    }
    statement->keys = keys.v;
    statement->key_count = keys.n;
    return RXC_OK;
}

rxc_status rxc_store_connected(rxc_store *store, int64_t statement, Arena *arena, rxc_store_statements *out,
                               rxc_err *err)
{
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_CONNECTED, &query, err, "i", statement));
    for (;;) {
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) break;
        rxc_store_statement *found = vec_push(arena, out);
        found->row = rxc_db_int(query, 0);
        found->document = rxc_db_int(query, 1);
        found->position = rxc_db_int(query, 2);
        found->work = rxc_db_int(query, 3);
        found->sha256 = rxc_db_text(arena, query, 4);
        found->contested = rxc_db_int(query, 6) != 0;
        RXC_TRY(parse_work(store, arena, query, 5, &found->stated, err));
    }
    for (size_t i = 0; i < out->n; i++) RXC_TRY(get_keys(store, arena, &out->v[i], err));
    return RXC_OK;
}

/* --- works ---------------------------------------------------------------------------------------------------- */

static rxc_status read_work(rxc_store *store, Arena *arena, sqlite3_stmt *query, rxc_store_work *out, rxc_err *err)
{
    out->row = rxc_db_int(query, 0);
    out->id = rxc_db_text(arena, query, 1);
    out->base = rxc_db_text(arena, query, 2);
    out->order = rxc_db_text(arena, query, 3);
    out->ranks = rxc_db_text(arena, query, 4);
    out->contested = rxc_db_int(query, 5) != 0;
    out->document = rxc_db_int(query, 7);
    return parse_work(store, arena, query, 6, &out->work, err);
}

rxc_status rxc_store_get_work(rxc_store *store, int64_t row, Arena *arena, rxc_store_work *out, rxc_err *err)
{
    sqlite3_stmt *query;
    bool there;
    *out = (rxc_store_work){ 0 };
    RXC_TRY(rxc_db_query(store, RXC_SQL_GET_WORK, &query, err, "i", row));
    RXC_TRY(rxc_db_next(store, query, &there, err));
    if (!there) return rxc_err_set(err, RXC_LIBRARY, "library %s is damaged: a work is missing", store->path);
    rxc_status status = read_work(store, arena, query, out, err);
    sqlite3_reset(query);
    return status;
}

rxc_status rxc_store_works_all(rxc_store *store, Arena *arena, rxc_store_works *out, rxc_err *err)
{
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_ALL_WORKS, &query, err, ""));
    for (;;) {
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) return RXC_OK;
        RXC_TRY(read_work(store, arena, query, vec_push(arena, out), err));
    }
}

/* --- documents ------------------------------------------------------------------------------------------------ */

static rxc_status read_works_of(rxc_store *store, Arena *arena, rxc_store_document *document, rxc_err *err)
{
    size_t n = document->record.references.n;
    int64_t *works = arena_array(arena, int64_t, n);
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_WORKS_OF_DOCUMENT, &query, err, "i", document->row));
    for (;;) {
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) break;
        int64_t reference = rxc_db_int(query, 0);
        if (reference >= 0 && (size_t)reference < n) works[reference] = rxc_db_int(query, 1);
    }
    document->works = works;
    document->work_count = n;
    return RXC_OK;
}

static rxc_status read_document(rxc_store *store, Arena *arena, sqlite3_stmt *query, rxc_store_document *out,
                                rxc_err *err)
{
    rxc_err why = { 0 };
    Str json = { sqlite3_column_blob(query, 3), (size_t)sqlite3_column_bytes(query, 3) };
    out->row = rxc_db_int(query, 0);
    out->sha256 = rxc_db_text(arena, query, 1);
    out->name = rxc_db_text(arena, query, 2);
    out->work = rxc_db_int(query, 4);
    if (rxc_record_read(arena, json, &out->record, &why)) return damaged(store, &why, err);
    return read_works_of(store, arena, out, err);
}

rxc_status rxc_store_documents_all(rxc_store *store, Arena *arena, rxc_store_documents *out, rxc_err *err)
{
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_ALL_DOCUMENTS, &query, err, ""));
    for (;;) {
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) return RXC_OK;
        RXC_TRY(read_document(store, arena, query, vec_push(arena, out), err));
    }
}

rxc_status rxc_store_each_document(rxc_store *store, rxc_store_take take, void *context, rxc_err *err)
{
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_ALL_DOCUMENTS, &query, err, ""));
    for (;;) {
        Arena scratch = { 0 };
        rxc_store_document document = { 0 };
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) return RXC_OK;
        rxc_status status = read_document(store, &scratch, query, &document, err);
        if (!status) status = take(context, &document, err);
        arena_clear(&scratch);
        if (!status) continue;
        sqlite3_reset(query);
        return status;
    }
}

rxc_status rxc_store_failures_all(rxc_store *store, Arena *arena, rxc_store_failures *out, rxc_err *err)
{
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_ALL_FAILURES, &query, err, ""));
    for (;;) {
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) return RXC_OK;
        rxc_store_failure *failure = vec_push(arena, out);
        failure->name = rxc_db_text(arena, query, 0);
        failure->problem = rxc_db_text(arena, query, 1);
    }
}

/* db.c: prepared statements with bound values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db.h"

#include <assert.h>

static const char *const sql_texts[] = {
#define STATEMENT(name, sql) sql,
#include "store/statements.def"
#undef STATEMENT
};

rxc_status rxc_db_fail(rxc_store *store, rxc_err *err)
{
    int code = sqlite3_errcode(store->db) & 0xFF;
    if (code == SQLITE_NOMEM) rxc_err_memory(0);
    const char *why = code == SQLITE_BUSY || code == SQLITE_LOCKED ? "another program is using it"
                      : code == SQLITE_NOTADB                      ? "it is not a library of rxcite"
                                                                   : sqlite3_errmsg(store->db);
    return rxc_err_set(err, RXC_LIBRARY, "library %s: %s", store->path, why);
}

static int bind_str(sqlite3_stmt *query, int at, Str s)
{
    return sqlite3_bind_text64(query, at, s.n ? s.p : "", s.n, SQLITE_STATIC, SQLITE_UTF8);
}

static int bind_one(sqlite3_stmt *query, int at, char type, va_list *args)
{
    Str s;
    int64_t whole;
    switch (type) {
    case 't': return bind_str(query, at, va_arg(*args, Str));
    case 'z': s = va_arg(*args, Str); return s.n ? bind_str(query, at, s) : sqlite3_bind_null(query, at);
    case 'b': s = va_arg(*args, Str); return sqlite3_bind_blob64(query, at, s.n ? s.p : "", s.n, SQLITE_STATIC);
    case 'i': return sqlite3_bind_int64(query, at, va_arg(*args, int64_t));
    case 'o':
        whole = va_arg(*args, int64_t);
        return whole ? sqlite3_bind_int64(query, at, whole) : sqlite3_bind_null(query, at);
    case 'd': return sqlite3_bind_double(query, at, va_arg(*args, double));
    default: assert(false && "a letter that db.h does not list"); return SQLITE_MISUSE;
    }
}

static rxc_status begin_query(rxc_store *store, rxc_sql sql, const char *types, va_list *args, sqlite3_stmt **out,
                              rxc_err *err)
{
    sqlite3_stmt **query = &store->prepared[sql];
    if (!*query && sqlite3_prepare_v3(store->db, sql_texts[sql], -1, SQLITE_PREPARE_PERSISTENT, query, NULL))
        return rxc_db_fail(store, err);
    sqlite3_reset(*query);
    for (int i = 0; types[i]; i++)
        if (bind_one(*query, i + 1, types[i], args)) return rxc_db_fail(store, err);
    *out = *query;
    return RXC_OK;
}

rxc_status rxc_db_query(rxc_store *store, rxc_sql sql, sqlite3_stmt **out, rxc_err *err, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    rxc_status status = begin_query(store, sql, types, &args, out, err);
    va_end(args);
    return status;
}

rxc_status rxc_db_next(rxc_store *store, sqlite3_stmt *query, bool *row, rxc_err *err)
{
    int code = sqlite3_step(query);
    *row = code == SQLITE_ROW;
    if (*row) return RXC_OK;
    rxc_status status = code == SQLITE_DONE ? RXC_OK : rxc_db_fail(store, err);
    sqlite3_reset(query);
    return status;
}

rxc_status rxc_db_run(rxc_store *store, rxc_sql sql, rxc_err *err, const char *types, ...)
{
    va_list args;
    sqlite3_stmt *query;
    bool row = true;
    va_start(args, types);
    rxc_status status = begin_query(store, sql, types, &args, &query, err);
    va_end(args);
    while (!status && row) status = rxc_db_next(store, query, &row, err);
    return status;
}

rxc_status rxc_db_exec(rxc_store *store, const char *sql, rxc_err *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) ? rxc_db_fail(store, err) : RXC_OK;
}

Str rxc_db_text(Arena *arena, sqlite3_stmt *query, int column)
{
    const void *bytes = sqlite3_column_blob(query, column); /* text too: as UTF-8, as it was bound */
    int n = sqlite3_column_bytes(query, column);
    return bytes && n > 0 ? arena_str(arena, (Str){ bytes, (size_t)n }) : (Str){ 0 };
}

int64_t rxc_db_int(sqlite3_stmt *query, int column) { return sqlite3_column_int64(query, column); }

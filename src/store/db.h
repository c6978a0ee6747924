/* db.h: the connection behind a store: prepared statements, bound values, faults as statuses. Only for this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_STORE_DB_H
#define RXC_STORE_DB_H

#include <sqlite3.h>

#include "store/store.h"

typedef enum rxc_sql {
#define STATEMENT(name, sql) RXC_SQL_##name,
#include "store/statements.def"
#undef STATEMENT
    RXC_SQL_COUNT
} rxc_sql;

struct rxc_store {
    sqlite3 *db;
    char *path; /* for messages */
    sqlite3_stmt *prepared[RXC_SQL_COUNT];
};

/* RXC_LIBRARY with the database's reason. */
rxc_status rxc_db_fail(rxc_store *store, rxc_err *err);

/* Begin a query. types names the values that follow, one letter each: t Str · z Str, NULL when empty · b Str as a blob
 * · i int64_t · o int64_t, NULL when 0 · d double. What the views point at must stay until the query is finished. */
rxc_status rxc_db_query(rxc_store *store, rxc_sql sql, sqlite3_stmt **out, rxc_err *err, const char *types, ...);

/* The next row; *row is false behind the last. */
rxc_status rxc_db_next(rxc_store *store, sqlite3_stmt *query, bool *row, rxc_err *err);

/* A statement that gives no rows. */
rxc_status rxc_db_run(rxc_store *store, rxc_sql sql, rxc_err *err, const char *types, ...);

/* One statement without values, not kept. */
rxc_status rxc_db_exec(rxc_store *store, const char *sql, rxc_err *err);

/* A value of the row at hand; text is copied into arena. */
Str rxc_db_text(Arena *arena, sqlite3_stmt *query, int column);
int64_t rxc_db_int(sqlite3_stmt *query, int column);

#endif

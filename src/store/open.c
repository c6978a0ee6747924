/* open.c: opens and closes a library, checks that it is one, begins and ends changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _POSIX_C_SOURCE 200809L /* strdup, access, unlink */
#include <stdlib.h>
#include <unistd.h>

#include "store/db.h"
#include "store/schema.h"

enum { BUSY_WAIT = 5000 }; /* milliseconds that another program may hold the library */

static rxc_status get_number(rxc_store *store, const char *sql, int64_t *out, rxc_err *err)
{
    sqlite3_stmt *query = NULL;
    bool row = false;
    if (sqlite3_prepare_v2(store->db, sql, -1, &query, NULL)) return rxc_db_fail(store, err);
    rxc_status status = rxc_db_next(store, query, &row, err);
    *out = !status && row ? rxc_db_int(query, 0) : 0;
    sqlite3_finalize(query);
    return status;
}

static rxc_status make_schema(rxc_store *store, rxc_err *err)
{
    char header[96];
    sqlite3_snprintf(sizeof header, header, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                     RXC_SCHEMA_APPLICATION, RXC_SCHEMA_VERSION);
    RXC_TRY(rxc_db_exec(store, "PRAGMA journal_mode = WAL", err));
    RXC_TRY(rxc_db_exec(store, "BEGIN IMMEDIATE", err));
    rxc_status status = RXC_OK;
    for (size_t i = 0; !status && rxc_schema_sql[i]; i++) status = rxc_db_exec(store, rxc_schema_sql[i], err);
    if (!status) status = rxc_db_exec(store, header, err);
    if (!status) status = rxc_db_exec(store, "COMMIT", err);
    if (status) rxc_store_rollback(store);
    return status;
}

/* Ours and of a version that is understood? An empty file is made a library when it may be written. */
static rxc_status check_schema(rxc_store *store, rxc_store_mode mode, rxc_err *err)
{
    int64_t application = 0, version = 0, tables = 0;
    RXC_TRY(get_number(store, "PRAGMA application_id", &application, err));
    RXC_TRY(get_number(store, "PRAGMA user_version", &version, err));
    RXC_TRY(get_number(store, "SELECT count(*) FROM sqlite_schema", &tables, err));
    if (mode == RXC_STORE_CREATE && tables == 0 && application == 0) return make_schema(store, err);
    if (application != RXC_SCHEMA_APPLICATION)
        return rxc_err_set(err, RXC_LIBRARY, "library %s: it is not a library of rxcite", store->path);
    if (version > RXC_SCHEMA_VERSION)
        return rxc_err_set(err, RXC_LIBRARY,
                           "library %s: it was made by a newer version of rxcite (schema %lld, known: %d)", store->path,
                           (long long)version, RXC_SCHEMA_VERSION);
    return RXC_OK;
}

static rxc_status prepare(rxc_store *store, rxc_store_mode mode, rxc_err *err)
{
    sqlite3_busy_timeout(store->db, BUSY_WAIT);
    sqlite3_extended_result_codes(store->db, 0);
    RXC_TRY(rxc_db_exec(store, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON", err));
    RXC_TRY(check_schema(store, mode, err));
    return rxc_db_exec(store,
                       mode == RXC_STORE_READ ? "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON"
                                              : "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536",
                       err);
}

static rxc_status connect(rxc_store *store, const char *name, rxc_store_mode mode, int more, rxc_err *err)
{
    /* who only reads may write too, where the file allows it: else the files of WAL would stay beside it */
    static const int flags[] = { SQLITE_OPEN_READWRITE, SQLITE_OPEN_READWRITE,
                                 SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE };
    int code = sqlite3_open_v2(name, &store->db, flags[mode] | SQLITE_OPEN_NOMUTEX | more, NULL);
    if (!store->db) rxc_err_memory(0);
    if (code) return rxc_db_fail(store, err);
    return prepare(store, mode, err);
}

/* A library in a folder without rights to write can still be read when nobody else is changing it: WAL wants a file
 * beside it else. */
static rxc_status connect_unchanging(rxc_store *store, rxc_err *err)
{
    sqlite3_str *name = sqlite3_str_new(NULL);
    sqlite3_str_appendall(name, "file:");
    for (const char *c = store->path; *c; c++) {
        bool plain = chr_alnum(*c) || *c == '/' || *c == '.' || *c == '_' || *c == '-';
        if (plain) sqlite3_str_appendchar(name, 1, *c);
        else sqlite3_str_appendf(name, "%%%02X", (unsigned)(unsigned char)*c);
    }
    sqlite3_str_appendall(name, "?immutable=1");
    char *uri = sqlite3_str_finish(name);
    if (!uri) rxc_err_memory(0);
    sqlite3_close(store->db);
    store->db = NULL;
    rxc_status status = connect(store, uri, RXC_STORE_READ, SQLITE_OPEN_URI, err);
    sqlite3_free(uri);
    return status;
}

static bool is_there(const char *path) { return access(path, F_OK) == 0; }

/* What could not be made whole is not left behind, nor are the files of its log. */
static void remove_all(const char *path)
{
    static const char *const tails[] = { "", "-wal", "-shm", "-journal" };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        char *name = sqlite3_mprintf("%s%s", path, tails[i]);
        if (name) unlink(name);
        sqlite3_free(name);
    }
}

static rxc_status open_store(rxc_store *store, rxc_store_mode mode, rxc_err *err)
{
    rxc_err own = { 0 };
    bool there = is_there(store->path);
    if (mode != RXC_STORE_CREATE && !there)
        return rxc_err_set(err, RXC_LIBRARY, "library %s: it is not there", store->path);
    rxc_status status = connect(store, store->path, mode, 0, &own);
    if (status && mode == RXC_STORE_READ && (sqlite3_errcode(store->db) & 0xFF) == SQLITE_CANTOPEN) {
        own = (rxc_err){ 0 };
        status = connect_unchanging(store, &own);
    }
    if (status && mode == RXC_STORE_CREATE && !there && strcmp(store->path, ":memory:") != 0) {
        sqlite3_close(store->db);
        store->db = NULL;
        remove_all(store->path);
    }
    return status ? rxc_err_set(err, status, "%s", own.text) : RXC_OK;
}

rxc_status rxc_store_open(const char *path, rxc_store_mode mode, rxc_store **out, rxc_err *err)
{
    rxc_store *store = calloc(1, sizeof *store);
    *out = NULL;
    if (!store || !(store->path = strdup(path))) rxc_err_memory(sizeof *store);
    rxc_status status = open_store(store, mode, err);
    if (status) rxc_store_close(store);
    else *out = store;
    return status;
}

void rxc_store_close(rxc_store *store)
{
    if (!store) return;
    for (size_t i = 0; i < RXC_SQL_COUNT; i++) sqlite3_finalize(store->prepared[i]);
    if (store->db) rxc_store_rollback(store);
    sqlite3_close(store->db);
    free(store->path);
    free(store);
}

void rxc_store_wait(rxc_store *store, int milliseconds) { sqlite3_busy_timeout(store->db, milliseconds); }

/* --- changes -------------------------------------------------------------------------------------------------- */

bool rxc_store_is_open(const rxc_store *store) { return sqlite3_get_autocommit(store->db) == 0; }

rxc_status rxc_store_begin(rxc_store *store, rxc_err *err)
{
    if (rxc_store_is_open(store))
        return rxc_err_set(err, RXC_USAGE, "library %s: changes have begun already", store->path);
    return rxc_db_exec(store, "BEGIN IMMEDIATE", err);
}

/* The letters of the n-th of several: a … z, aa … */
static Str letters(Arena *arena, size_t n)
{
    char text[16];
    size_t at = sizeof text;
    for (n++; n > 0; n = (n - 1) / 26) text[--at] = (char)('a' + (n - 1) % 26);
    return arena_str(arena, (Str){ text + at, sizeof text - at });
}

/* Works with one base: a single one is called by it, several get letters in their order. */
static rxc_status name_works(rxc_store *store, Arena *arena, Str base, rxc_err *err)
{
    VEC(int64_t) rows = { 0 };
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_WORKS_OF_BASE, &query, err, "t", base));
    for (;;) {
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) break;
        *vec_push(arena, &rows) = rxc_db_int(query, 0);
    }
    RXC_TRY(rxc_db_run(store, RXC_SQL_UNNAME_BASE, err, "t", base));
    for (size_t i = 0; i < rows.n; i++) {
        Str id = rows.n == 1 ? base : arena_printf(arena, "%.*s-%.*s", STR_ARG(base), STR_ARG(letters(arena, i)));
        RXC_TRY(rxc_db_run(store, RXC_SQL_NAME_WORK, err, "it", rows.v[i], id));
    }
    return RXC_OK;
}

static rxc_status name_all(rxc_store *store, Arena *arena, rxc_err *err)
{
    VEC(Str) bases = { 0 };
    sqlite3_stmt *query;
    bool row;
    RXC_TRY(rxc_db_query(store, RXC_SQL_UNNAMED_BASES, &query, err, ""));
    for (;;) {
        RXC_TRY(rxc_db_next(store, query, &row, err));
        if (!row) break;
        *vec_push(arena, &bases) = rxc_db_text(arena, query, 0);
    }
    for (size_t i = 0; i < bases.n; i++) RXC_TRY(name_works(store, arena, bases.v[i], err));
    return RXC_OK;
}

rxc_status rxc_store_commit(rxc_store *store, rxc_err *err)
{
    Arena scratch = { 0 };
    rxc_status status = name_all(store, &scratch, err);
    if (!status) status = rxc_db_exec(store, "COMMIT", err);
    if (status) rxc_store_rollback(store);
    arena_clear(&scratch);
    return status;
}

void rxc_store_rollback(rxc_store *store)
{
    if (rxc_store_is_open(store)) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

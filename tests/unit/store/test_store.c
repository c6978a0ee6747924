/* test_store.c: a library keeps what it is given, and refuses what is no library, is locked or cannot grow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* mkdtemp */
#include "store/store.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "small_record.h"

typedef struct fixture {
    Arena arena;
    char dir[64], path[96];
} fixture;

static int set_up(void **state)
{
    static fixture f;
    f = (fixture){ .dir = "/tmp/rxcite-store-XXXXXX" };
    if (!mkdtemp(f.dir)) return -1;
    snprintf(f.path, sizeof f.path, "%s/library.db", f.dir);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    static const char *const tails[] = { "", "-wal", "-shm", "-journal" };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        unlink(arena_printf(&f->arena, "%s%s", f->path, tails[i]).p);
    arena_clear(&f->arena);
    return rmdir(f->dir);
}

static rxc_store *open_store(const fixture *f, rxc_store_mode mode)
{
    rxc_store *store = NULL;
    rxc_err err = { 0 };
    if (rxc_store_open(f->path, mode, &store, &err)) fail_msg("%s", err.text);
    return store;
}

static void assert_refused(const fixture *f, rxc_store_mode mode, const char *why)
{
    rxc_store *store = NULL;
    rxc_err err = { 0 };
    assert_int_equal(rxc_store_open(f->path, mode, &store, &err), RXC_LIBRARY);
    assert_null(store);
    if (str_find(str_from(err.text), str_from(why)) == STR_NONE) fail_msg("%s", err.text);
}

static int64_t put_document(rxc_store *store, const rxc_record *record)
{
    int64_t row = 0;
    rxc_err err = { 0 };
    if (rxc_store_put_document(store, record, &row, &err)) fail_msg("%s", err.text);
    return row;
}

static int64_t put_work(rxc_store *store, const char *base, const char *order, const rxc_work *work)
{
    rxc_store_work row = { .base = str_from(base), .order = str_from(order), .work = *work };
    int64_t number = 0;
    rxc_err err = { 0 };
    if (rxc_store_put_work(store, &row, &number, &err)) fail_msg("%s", err.text);
    return number;
}

/* --- what is kept ------------------------------------------------------------------------------------------------- */

static void test_store__gives_back_what_it_was_given(void **state)
{
    fixture *f = *state;
    rxc_err err = { 0 };
    rxc_work wu = small_work(&f->arena, "Wu", "Title with \"quotes\", <tags> & ünïcode", 2022);
    rxc_record *record = small_record(&f->arena, "letter.txt", &wu);
    small_reference(&f->arena, record, wu, "Wu L. Title. 2022");
    small_mention(&f->arena, record, RXC_DRUG, "drug:dupilumab");
    small_mention(&f->arena, record, RXC_DISORDER, "disorder:agep");
    small_evidence(&f->arena, record, 0, 1, RXC_ASSERTED, 0);
    rxc_store *store = open_store(f, RXC_STORE_CREATE);
    assert_int_equal(rxc_store_begin(store, &err), RXC_OK);
    int64_t work = put_work(store, "wu2022title", "a", &wu), row = put_document(store, record), statement = 0;
    Str key = S("doi:1");
    rxc_store_statement own = {
        .document = row, .position = 0, .stated = wu, .work = work, .keys = &key, .key_count = 1
    };
    assert_int_equal(rxc_store_put_statement(store, &own, &statement, &err), RXC_OK);
    own.position = 1;
    assert_int_equal(rxc_store_put_statement(store, &own, &statement, &err), RXC_OK);
    assert_int_equal(rxc_store_put_failure(store, S("b.pdf"), S("it is empty"), &err), RXC_OK);
    assert_int_equal(rxc_store_put_failure(store, S("b.pdf"), S("it is empty"), &err), RXC_OK);
    assert_int_equal(rxc_store_commit(store, &err), RXC_OK);
    rxc_store_close(store);

    rxc_store_documents documents = { 0 };
    rxc_store_works works = { 0 };
    rxc_store_failures failures = { 0 };
    store = open_store(f, RXC_STORE_READ);
    assert_int_equal(rxc_store_documents_all(store, &f->arena, &documents, &err), RXC_OK);
    assert_int_equal(rxc_store_works_all(store, &f->arena, &works, &err), RXC_OK);
    assert_int_equal(rxc_store_failures_all(store, &f->arena, &failures, &err), RXC_OK);
    rxc_store_close(store);
    assert_int_equal(documents.n, 1);
    assert_str(documents.v[0].name, "letter.txt");
    assert_str(documents.v[0].record.references.v[0].raw, "Wu L. Title. 2022");
    assert_int_equal(documents.v[0].record.evidence.n, 1);
    assert_int_equal(documents.v[0].works[0], work);
    assert_int_equal(works.n, 1);
    assert_str(works.v[0].id, "wu2022title");
    assert_str(works.v[0].work.title, "Title with \"quotes\", <tags> & ünïcode");
    assert_int_equal(works.v[0].document, row);
    assert_int_equal(failures.n, 1);
    assert_str(failures.v[0].problem, "it is empty");
}

static void test_store__finds_by_key_and_bytes(void **state)
{
    fixture *f = *state;
    rxc_err err = { 0 };
    rxc_store *store = open_store(f, RXC_STORE_CREATE);
    rxc_work wu = small_work(&f->arena, "Wu", "One", 2022);
    rxc_record *record = small_record(&f->arena, "a.txt", &wu);
    Str keys[] = { S("doi:1"), S("page:k") }, shared[] = { S("page:k"), S("title:t") }, other[] = { S("doi:9") };
    rxc_store_statement all[] = { { .position = 0, .keys = keys, .key_count = 2 },
                                  { .position = 1, .keys = shared, .key_count = 2 },
                                  { .position = 2, .keys = other, .key_count = 1 } };
    assert_int_equal(rxc_store_begin(store, &err), RXC_OK);
    int64_t work = put_work(store, "wu2022one", "a", &wu), row = put_document(store, record), first = 0, found = 0;
    for (size_t i = 0; i < 3; i++) {
        int64_t at = 0;
        all[i].document = row;
        all[i].work = work;
        assert_int_equal(rxc_store_put_statement(store, &all[i], &at, &err), RXC_OK);
        if (i == 0) first = at;
    }
    bool contested = true;
    assert_int_equal(rxc_store_find_key(store, S("title:t"), &found, &contested, &err), RXC_OK);
    assert_int_equal(found, work);
    assert_false(contested);
    assert_int_equal(rxc_store_find_key(store, S("title:u"), &found, &contested, &err), RXC_OK);
    assert_int_equal(found, 0);
    assert_int_equal(rxc_store_find_document(store, record->doc->sha256, &found, &err), RXC_OK);
    assert_int_equal(found, row);
    rxc_store_statements near = { 0 };
    assert_int_equal(rxc_store_connected(store, first, &f->arena, &near, &err), RXC_OK);
    assert_int_equal(near.n, 2);
    assert_int_equal(near.v[1].position, 1);
    assert_int_equal(near.v[1].key_count, 2);
    assert_int_equal(rxc_store_commit(store, &err), RXC_OK);
    rxc_store_close(store);
}

/* --- ids ---------------------------------------------------------------------------------------------------------- */

static Str id_of(fixture *f, rxc_store *store, int64_t row)
{
    rxc_store_work work;
    rxc_err err = { 0 };
    assert_int_equal(rxc_store_get_work(store, row, &f->arena, &work, &err), RXC_OK);
    return work.id;
}

static void test_store__equal_ids_get_letters_by_their_order(void **state)
{
    fixture *f = *state;
    rxc_err err = { 0 };
    rxc_store *store = open_store(f, RXC_STORE_CREATE);
    rxc_work wu = small_work(&f->arena, "Wu", "One", 2022);
    rxc_store_begin(store, &err);
    int64_t late = put_work(store, "wu2022one", "m", &wu);
    rxc_store_commit(store, &err);
    assert_str(id_of(f, store, late), "wu2022one");
    rxc_store_begin(store, &err);
    int64_t early = put_work(store, "wu2022one", "c", &wu);
    rxc_store_commit(store, &err);
    assert_str(id_of(f, store, early), "wu2022one-a");
    assert_str(id_of(f, store, late), "wu2022one-b");
    rxc_store_begin(store, &err);
    for (int i = 0; i < 26; i++) put_work(store, "wu2022one", arena_printf(&f->arena, "d%02d", i).p, &wu);
    rxc_store_commit(store, &err);
    assert_str(id_of(f, store, late), "wu2022one-ab");
    rxc_store_begin(store, &err);
    rxc_store_drop_work(store, early, &err);
    rxc_store_commit(store, &err);
    assert_str(id_of(f, store, late), "wu2022one-aa");
    rxc_store_close(store);
}

/* --- what is refused ------------------------------------------------------------------------------------------------
 */

static void write_file(const fixture *f, const char *bytes)
{
    FILE *file = fopen(f->path, "w");
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static void test_store__refuses_what_is_no_library(void **state)
{
    fixture *f = *state;
    assert_refused(f, RXC_STORE_READ, "it is not there");
    assert_int_equal(access(f->path, F_OK), -1); /* asking makes nothing */
    write_file(f, "This is a letter about dupilumab, longer than the header of a database. This is a letter about it.");
    assert_refused(f, RXC_STORE_CREATE, "not a library");
    assert_refused(f, RXC_STORE_READ, "not a library");
    write_file(f, "");
    assert_refused(f, RXC_STORE_READ, "not a library");
    rxc_store_close(open_store(f, RXC_STORE_CREATE)); /* an empty file becomes one */
}

static void run_sql(const fixture *f, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void test_store__refuses_other_databases_and_newer_ones(void **state)
{
    fixture *f = *state;
    run_sql(f, "CREATE TABLE places (url TEXT)");
    assert_refused(f, RXC_STORE_CREATE, "not a library");
    unlink(f->path);
    rxc_store_close(open_store(f, RXC_STORE_CREATE));
    run_sql(f, "PRAGMA user_version = 99");
    assert_refused(f, RXC_STORE_WRITE, "newer version");
}

static void test_store__says_that_another_program_holds_it(void **state)
{
    fixture *f = *state;
    rxc_err err = { 0 };
    rxc_store *first = open_store(f, RXC_STORE_CREATE), *second = open_store(f, RXC_STORE_WRITE);
    rxc_store_wait(second, 10);
    assert_int_equal(rxc_store_begin(first, &err), RXC_OK);
    assert_int_equal(rxc_store_begin(second, &err), RXC_LIBRARY);
    assert_true(str_find(str_from(err.text), S("another program is using it")) != STR_NONE);
    rxc_store_close(first);
    err = (rxc_err){ 0 };
    assert_int_equal(rxc_store_begin(second, &err), RXC_OK);
    assert_int_equal(rxc_store_begin(second, &err), RXC_USAGE);
    rxc_store_close(second);
}

/* A limit on the size of files stands for a full disk. */
static void limit_files(rlim_t bytes)
{
    struct rlimit limit = { bytes, RLIM_INFINITY };
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void test_store__a_full_disk_leaves_the_library_as_it_was(void **state)
{
    fixture *f = *state;
    rxc_err err = { 0 };
    rxc_store_documents documents = { 0 };
    rxc_store *store = open_store(f, RXC_STORE_CREATE);
    rxc_store_begin(store, &err);
    put_document(store, small_record(&f->arena, "first.txt", NULL));
    assert_int_equal(rxc_store_commit(store, &err), RXC_OK);
    char *long_text = arena_alloc(&f->arena, 4000001);
    memset(long_text, 'x', 4000000);
    rxc_record *big = small_record(&f->arena, "big.txt", NULL);
    big->doc->text = str_from(long_text);
    limit_files(1000000);
    int64_t row;
    rxc_status status = rxc_store_begin(store, &err);
    if (!status) status = rxc_store_put_document(store, big, &row, &err);
    if (!status) status = rxc_store_commit(store, &err);
    limit_files(RLIM_INFINITY);
    assert_int_equal(status, RXC_LIBRARY);
    rxc_store_close(store);
    store = open_store(f, RXC_STORE_READ);
    assert_int_equal(rxc_store_documents_all(store, &f->arena, &documents, &err), RXC_OK);
    assert_int_equal(documents.n, 1);
    assert_str(documents.v[0].name, "first.txt");
    rxc_store_close(store);
}

static void test_store__a_library_that_cannot_be_made_is_not_left_behind(void **state)
{
    fixture *f = *state;
    limit_files(5000);
    assert_refused(f, RXC_STORE_CREATE, f->path);
    limit_files(RLIM_INFINITY);
    assert_int_equal(access(f->path, F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_store__gives_back_what_it_was_given, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_store__finds_by_key_and_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_store__equal_ids_get_letters_by_their_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_store__refuses_what_is_no_library, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_store__refuses_other_databases_and_newer_ones, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_store__says_that_another_program_holds_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_store__a_full_disk_leaves_the_library_as_it_was, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_store__a_library_that_cannot_be_made_is_not_left_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_account.c: what belongs to one file adds up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/account.h"
#include "unit.h"

static void test_account__names_of_sources_name_their_file(void **state)
{
    (void)state;
    assert_str(rxc_account_file(S("case.html")), "case.html");
    assert_str(rxc_account_file(S("scopus.csv#17")), "scopus.csv");
    assert_str(rxc_account_file(S("inbox.zip/a/b.xml")), "inbox.zip");
    assert_str(rxc_account_file(S("inbox.zip/list.ris#2")), "inbox.zip");
    assert_str(rxc_account_file(S("note#2b.txt")), "note#2b.txt");
    assert_str(rxc_account_file(S("c#")), "c#");
    assert_str(rxc_account_file(S("#7")), "#7");
}

static void test_account__entries_of_a_file_add_up(void **state)
{
    Arena arena = { 0 };
    rxc_accounts accounts = { 0 };
    rxc_doc doc = { .bytes = 10 };
    rxc_record record = { .doc = &doc, .ledger = { .references_seen = 3, .references_parsed = 2 } };
    (void)state;
    rxc_ledger_lose(&arena, &record.ledger, S("reference"), S("not-parsed"), S("?"), 1);
    rxc_account_add(&arena, &accounts, S("b.ris#1"), &record, 2);
    rxc_account_fail(&arena, &accounts, S("b.ris#3"), S("cut off"));
    rxc_account_add(&arena, &accounts, S("a.txt"), &record, 1);
    rxc_account_add(&arena, &accounts, S("b.ris#2"), &record, 1);
    rxc_account_finish(&arena, &accounts);
    assert_int_equal(accounts.n, 2);
    assert_str(accounts.v[0].file, "a.txt");
    const rxc_account *b = &accounts.v[1];
    assert_int_equal(b->sources, 3);
    assert_int_equal(b->documents, 2);
    assert_int_equal(b->failures, 1);
    assert_int_equal(b->bytes, 20);
    assert_int_equal(b->resolved, 3);
    assert_int_equal(b->sum.references_seen, 6);
    assert_str(b->problem, "cut off");
    assert_str(rxc_account_losses(&arena, &b->sum), "2 reference not-parsed");
    assert_int_equal(record.ledger.losses.v[0].count, 1);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_account__names_of_sources_name_their_file),
        cmocka_unit_test(test_account__entries_of_a_file_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

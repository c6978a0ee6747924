/* test_flow_extract.c: what is looked for in one document has limits, and what lies beyond them is counted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>

#include "flow/flow.h"

static rxc_tools tools;

static int open_tools(void **state)
{
    (void)state;
    rxc_err err = { 0 };
    return rxc_tools_open(&tools, RXCITE_SOURCE_DIR "/data", &err) ? -1 : 0;
}

static int close_tools(void **state)
{
    (void)state;
    rxc_tools_close(&tools);
    return 0;
}

static const rxc_loss *loss_of(const rxc_record *record, const char *what, const char *reason)
{
    for (size_t i = 0; i < record->ledger.losses.n; i++) {
        const rxc_loss *loss = &record->ledger.losses.v[i];
        if (str_eq(loss->what, str_from(what)) && str_eq(loss->reason, str_from(reason))) return loss;
    }
    return NULL;
}

static void test_flow_extract__prose_beyond_the_limit_is_counted(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record record;
    rxc_err err = { 0 };
    size_t long_word = (size_t)RXC_PROSE_MAX + 1000;
    char *text = arena_alloc(&arena, long_word + 200);
    strcpy(text, "A rash after dupilumab\n\nShe had a rash after dupilumab. ");
    size_t n = strlen(text);
    memset(text + n, 'a', long_word);
    strcpy(text + n + long_word, "\n\nShe had fever after tralokinumab.\n");
    assert_int_equal(rxc_flow_extract(&tools, str_from(text), S("a.txt"), &arena, &record, &err), RXC_OK);
    const rxc_loss *loss = loss_of(&record, "bytes", "not-searched");
    assert_non_null(loss);
    assert_in_range(loss->count, 1000, 1200);
    bool found = false;
    for (size_t i = 0; i < record.mentions.n; i++) {
        found |= str_eq(record.mentions.v[i].concept, S("drug:dupilumab"));
        assert_false(str_eq(record.mentions.v[i].concept, S("drug:tralokinumab")));
    }
    assert_true(found);
    arena_clear(&arena);
}

/* Every number between brackets is one call-out. */
static void test_flow_extract__callouts_beyond_the_limit_are_counted(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record record;
    rxc_err err = { 0 };
    enum { MORE = RXC_CALLOUTS_MAX + 10 };
    char *text = arena_alloc(&arena, (size_t)MORE * 4 + 200), *at = text;
    at += sprintf(at, "A rash\n\nShe had a rash. ");
    for (int i = 0; i < MORE; i++) at += sprintf(at, "[%d]", i % 2 + 1);
    sprintf(at, "\n\nReferences\n1. Doe A. Title. J Ex 2020;1:2-9.\n2. Roe B. Title. J Ex 2021;2:3-8.\n");
    assert_int_equal(rxc_flow_extract(&tools, str_from(text), S("a.txt"), &arena, &record, &err), RXC_OK);
    assert_int_equal(record.callouts.n, RXC_CALLOUTS_MAX);
    const rxc_loss *loss = loss_of(&record, "callout", "too-many");
    assert_non_null(loss);
    assert_int_equal(loss->count, 10);
    assert_int_equal(record.ledger.callouts_seen, MORE);
    assert_int_equal(record.ledger.callouts_seen, record.ledger.callouts_resolved + record.ledger.callouts_unresolved);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flow_extract__prose_beyond_the_limit_is_counted),
        cmocka_unit_test(test_flow_extract__callouts_beyond_the_limit_are_counted),
    };
    return cmocka_run_group_tests(tests, open_tools, close_tools);
}

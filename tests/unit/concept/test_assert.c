/* test_assert.c: phrases are affirmed, denied, supposed, past or somebody else's as the sentence says. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped_concepts.h"

/* "n" negated, "s" speculated, "h" historical, "o" other person, as found for the phrase. */
static void check(const char *text, const char *phrase, const char *expected)
{
    Arena arena = { 0 };
    rxc_record record;
    Str wanted = str_from(phrase);
    rxc_concepts_annotate(concepts, &arena, str_from(text), &wanted, 1, &record);
    const rxc_mention *m = NULL;
    for (size_t i = 0; i < record.mentions.n; i++)
        if (record.mentions.v[i].type == RXC_PHRASE) m = &record.mentions.v[i];
    assert_non_null(m);
    assert_str(arena_printf(&arena, "%s%s%s%s", m->negated ? "n" : "", m->speculated ? "s" : "", m->historical ? "h" : "",
                            m->other_person ? "o" : ""), expected);
    arena_clear(&arena);
}

static void test_assert__denied(void **state)
{
    (void)state;
    check("The patient denies chest pain or fever.", "fever", "n");
    check("leukocytosis in the absence of systemic infection", "systemic infection", "n");
    check("DUPIXENT is NOT an immunosuppressant or a steroid", "immunosuppressant", "n");
    check("Pneumonia was ruled out.", "pneumonia", "n");
    check("There was no rash, pruritus, or swelling.", "swelling", "n");
}

static void test_assert__affirmed(void **state)
{
    (void)state;
    check("He developed a rash.", "rash", "");
    check("No fever, but a rash was seen.", "rash", "");
    check("There was no increase in the rash.", "rash", "");
    check("No fever; rash on both arms.", "rash", "");
    check("She had no fever. The rash spread.", "rash", "");
}

static void test_assert__what_is_said_aside_ends_where_something_happened(void **state)
{
    (void)state;
    check("A man with no history of asthma developed bronchospasm.", "asthma", "nh");
    check("A man with no history of asthma developed bronchospasm.", "bronchospasm", "");
    check("He tolerated four courses without fever and experienced chills at the fifth.", "fever", "n");
    check("He tolerated four courses without fever and experienced chills at the fifth.", "chills", "");
    check("No patient developed a rash.", "rash", "n");
}

static void test_assert__a_first_case_is_no_denial(void **state)
{
    (void)state;
    check("To our knowledge, no prior cases of vasculitis have been reported.", "vasculitis", "");
    check("No cases of vasculitis were seen.", "vasculitis", "n");
}

static void test_assert__supposed_past_and_others(void **state)
{
    (void)state;
    check("This may be drug eruption.", "drug eruption", "s");
    check("She had a history of asthma.", "asthma", "h");
    check("Family history of psoriasis.", "psoriasis", "o");
}

static void test_assert__white_space_and_case_of_the_phrase_do_not_count(void **state)
{
    (void)state;
    check("No CHEST   PAIN at rest.", "chest pain", "n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_assert__denied),
        cmocka_unit_test(test_assert__affirmed),
        cmocka_unit_test(test_assert__what_is_said_aside_ends_where_something_happened),
        cmocka_unit_test(test_assert__a_first_case_is_no_denial),
        cmocka_unit_test(test_assert__supposed_past_and_others),
        cmocka_unit_test(test_assert__white_space_and_case_of_the_phrase_do_not_count),
    };
    return cmocka_run_group_tests(tests, open_concepts, close_concepts);
}

/* test_tagger.c: with the trained models: unlisted mentions, wordings, and lines of any length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped_concepts.h"

static void test_tagger__unlisted_names_are_seen(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    Str text = S("Two patients developed severe thrombocytopenia after treatment with zorvanidine.");
    assert_true(rxc_concepts_annotate(concepts, &arena, text, NULL, 0, &r));
    bool seen = false;
    for (size_t i = 0; i < r.mentions.n; i++) {
        const rxc_mention *m = &r.mentions.v[i];
        if (!str_eq(m->text, S("zorvanidine"))) continue;
        seen = m->type == RXC_DRUG && !m->concept.n;
        assert_str(m->name, "zorvanidine");
    }
    assert_true(seen);
    arena_clear(&arena);
}

static void test_tagger__indices_and_spans_hold(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    Str text = S("We report fatal toxic epidermal necrolysis in a woman with gout who took allopurinol (Zyloric) and a beta-lactam.");
    rxc_concepts_annotate(concepts, &arena, text, NULL, 0, &r);
    assert_true(r.mentions.n >= 3 && r.evidence.n >= 1);
    for (size_t i = 0; i < r.mentions.n; i++) {
        const rxc_mention *m = &r.mentions.v[i];
        assert_true(m->span.b < m->span.e && m->span.e <= text.n && m->phrase.b < m->phrase.e && m->phrase.e <= text.n);
        assert_true(i == 0 || r.mentions.v[i - 1].span.b <= m->span.b);
    }
    for (size_t i = 0; i < r.evidence.n; i++) {
        assert_int_equal(r.mentions.v[r.evidence.v[i].drug].type, RXC_DRUG);
        assert_int_equal(r.mentions.v[r.evidence.v[i].disorder].type, RXC_DISORDER);
    }
    arena_clear(&arena);
}

static void test_tagger__a_hostile_line_costs_linear_time(void **state)
{
    (void)state;
    Arena arena = { 0 };
    enum { N = 1 << 20 };
    char *p = arena_alloc(&arena, N);
    static const char part[] = "dupilumab caused rash and no AD (AD) ";
    for (size_t i = 0; i < N; i++) p[i] = part[i % (sizeof part - 1)];
    rxc_record r;
    rxc_concepts_annotate(concepts, &arena, (Str){ p, N }, NULL, 0, &r);
    assert_true(r.mentions.n > N / 80);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tagger__unlisted_names_are_seen),
        cmocka_unit_test(test_tagger__indices_and_spans_hold),
        cmocka_unit_test(test_tagger__a_hostile_line_costs_linear_time),
    };
    return cmocka_run_group_tests(tests, open_concepts, close_concepts);
}

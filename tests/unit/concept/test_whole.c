/* test_whole.c: what several sentences of an abstract say together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped_concepts.h"

#include <stdio.h>

/* The first adverse effect of the two that is not negated; NULL: none. */
static const rxc_evidence *find(const rxc_record *r, const char *drug, const char *disorder)
{
    for (size_t i = 0; i < r->evidence.n; i++) {
        const rxc_evidence *e = &r->evidence.v[i];
        if (e->relation == RXC_ADVERSE_EFFECT && e->certainty != RXC_NEGATED && str_eq(r->mentions.v[e->drug].name, str_from(drug)) &&
            str_eq(r->mentions.v[e->disorder].name, str_from(disorder)))
            return e;
    }
    return NULL;
}

static const char abstract[] =
    "Ifosfamide in a child. A boy of 9 years with osteosarcoma was admitted for his third course of ifosfamide. The infusion ran "
    "for four hours. On the second day he had gross hematuria. Hemorrhagic cystitis was seen on cystoscopy. He was given fluids. "
    "The cystitis resolved.";

static void test_whole__what_no_single_sentence_states(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    rxc_concepts_annotate(concepts, &arena, str_from(abstract), NULL, 0, &r);
    const rxc_evidence *e = find(&r, "ifosfamide", "hemorrhagic cystitis");
    assert_non_null(e);
    assert_str(e->rule, "document");
    assert_true(str_starts(e->text, S("Hemorrhagic cystitis was")));
    assert_null(find(&r, "ifosfamide", "osteosarcoma"));
    for (size_t i = 1; i < r.evidence.n; i++) assert_true(r.evidence.v[i - 1].sentence.b <= r.evidence.v[i].sentence.b);
    arena_clear(&arena);
}

static void test_whole__of_two_sentences_each_speaks_for_itself(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    rxc_concepts_annotate(concepts, &arena, S("A boy received ifosfamide. On the second day hemorrhagic cystitis was seen."), NULL, 0, &r);
    for (size_t i = 0; i < r.evidence.n; i++) assert_false(str_eq(r.evidence.v[i].rule, S("document")));
    arena_clear(&arena);
}

static void test_whole__a_denial_stands(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    Str text = S("Safety of dupilumab. Sixty adults were treated. Dupilumab did not cause psoriasis. Headache was rare.");
    rxc_concepts_annotate(concepts, &arena, text, NULL, 0, &r);
    assert_null(find(&r, "dupilumab", "psoriasis"));
    arena_clear(&arena);
}

static void test_whole__a_hostile_abstract_costs_little(void **state)
{
    (void)state;
    Arena arena = { 0 };
    enum { N = 1 << 19 };
    char *p = arena_alloc(&arena, N);
    static const char part[] = "dupilumab caused rash, lithium caused fever, after heparin and gout or ";
    for (size_t i = 0; i < N; i++) p[i] = i % (N / 60) ? part[i % (sizeof part - 1)] : '\n';
    rxc_record r;
    rxc_concepts_annotate(concepts, &arena, (Str){ p, N }, NULL, 0, &r);
    assert_true(r.mentions.n > 1000);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole__what_no_single_sentence_states),
        cmocka_unit_test(test_whole__of_two_sentences_each_speaks_for_itself),
        cmocka_unit_test(test_whole__a_denial_stands),
        cmocka_unit_test(test_whole__a_hostile_abstract_costs_little),
    };
    return cmocka_run_group_tests(tests, open_concepts, close_concepts);
}

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

static bool mentions(const rxc_record *r, Str text)
{
    for (size_t i = 0; i < r->mentions.n; i++)
        if (str_eq(r->mentions.v[i].text, text)) return true;
    return false;
}

/* A harm that only its drug tells from others is worded with the drug; the concept stays as wide as its name. */
static void test_tagger__toxicity_is_worded_with_its_drug(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    Str text = S("Severe tremor was caused by lithium toxicity, and renal failure by cisplatin nephrotoxicity.");
    rxc_concepts_annotate(concepts, &arena, text, NULL, 0, &r);
    for (size_t i = 0; i < r.mentions.n; i++) {
        const rxc_mention *m = &r.mentions.v[i];
        if (str_eq(m->text, S("toxicity"))) assert_str(rxc_span_of(text, m->phrase), "lithium toxicity");
        if (str_eq(m->text, S("nephrotoxicity"))) assert_str(rxc_span_of(text, m->phrase), "nephrotoxicity");
    }
    assert_true(mentions(&r, S("toxicity")) && mentions(&r, S("lithium")));
    arena_clear(&arena);
}

static void test_tagger__a_name_and_its_short_form_in_brackets_are_two(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    Str text = S("Autoimmune thyroiditis is a common side effect of interferon-alpha (IFN-alpha) treatment.");
    assert_true(rxc_concepts_annotate(concepts, &arena, text, NULL, 0, &r));
    assert_true(mentions(&r, S("interferon-alpha")) && mentions(&r, S("IFN-alpha")));
    arena_clear(&arena);
}

static void test_tagger__codes_of_compounds_are_drugs(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    Str text = S("Catalepsy was induced by QZN20441 in rats.");
    assert_true(rxc_concepts_annotate(concepts, &arena, text, NULL, 0, &r));
    assert_true(mentions(&r, S("QZN20441")));
    arena_clear(&arena);
}

static void test_tagger__an_aside_does_not_part_reaction_and_drug(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    Str text = S("Acute pancreatitis is a known, although rare, complication of mesalamine treatment.");
    assert_true(rxc_concepts_annotate(concepts, &arena, text, NULL, 0, &r));
    assert_int_equal(r.evidence.n, 1);
    assert_int_equal(r.evidence.v[0].relation, RXC_ADVERSE_EFFECT);
    arena_clear(&arena);
}

static void test_tagger__a_class_among_drugs_shares_what_is_said_of_them(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str text = S("AGEP was strongly associated with pristinamycin, amoxicillin, quinolones and diltiazem.");
    rxc_doc doc = { .text = text, .arena = &arena };
    *vec_push(&arena, &doc.blocks) = (rxc_block){ .span = { 0, text.n } };
    rxc_record r = { .doc = &doc };
    rxc_concepts_find(concepts, &r);
    size_t classes = 0;
    for (size_t i = 0; i < r.evidence.n; i++) classes += str_eq(r.mentions.v[r.evidence.v[i].drug].text, S("quinolones"));
    assert_int_equal(classes, 1);
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
        cmocka_unit_test(test_tagger__toxicity_is_worded_with_its_drug),
        cmocka_unit_test(test_tagger__unlisted_names_are_seen),
        cmocka_unit_test(test_tagger__indices_and_spans_hold),
        cmocka_unit_test(test_tagger__a_name_and_its_short_form_in_brackets_are_two),
        cmocka_unit_test(test_tagger__codes_of_compounds_are_drugs),
        cmocka_unit_test(test_tagger__an_aside_does_not_part_reaction_and_drug),
        cmocka_unit_test(test_tagger__a_class_among_drugs_shares_what_is_said_of_them),
        cmocka_unit_test(test_tagger__a_hostile_line_costs_linear_time),
    };
    return cmocka_run_group_tests(tests, open_concepts, close_concepts);
}

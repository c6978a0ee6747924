/* test_abbrev.c: abbreviations are found with the long form they stand for, and not with any other words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "concept/abbrev.h"

static void check(const char *text, const char *expected)
{
    Arena arena = { 0 };
    rxc_abbreviations found = { 0 };
    Str s = str_from(text), all = { 0 };
    rxc_abbrev_find(&arena, s, (rxc_span){ 0, s.n }, &found);
    for (size_t i = 0; i < found.n; i++) {
        const rxc_abbreviation *a = &found.v[i];
        assert_true(str_eq(a->shorter, rxc_span_of(s, a->short_span)));
        assert_true(str_eq(a->longer, rxc_span_of(s, a->long_span)));
        all = arena_printf(&arena, "%.*s%s%.*s = %.*s", STR_ARG(all), i ? "; " : "", STR_ARG(a->shorter), STR_ARG(a->longer));
    }
    assert_str(all, expected);
    arena_clear(&arena);
}

static void test_abbrev__long_form_before_the_bracket(void **state)
{
    (void)state;
    check("a case of acute generalized exanthematous pustulosis (AGEP) after it",
          "AGEP = acute generalized exanthematous pustulosis");
    check("with refractory atopic dermatitis (AD) and alopecia areata (AA)", "AD = atopic dermatitis; AA = alopecia areata");
    check("infected with cytomegalovirus (CMV)", "CMV = cytomegalovirus");
    check("the nucleus of the solitary tract (NST) was", "NST = nucleus of the solitary tract");
    check("many selective serotonin reuptake inhibitors (SSRIs) do", "SSRIs = selective serotonin reuptake inhibitors");
}

static void test_abbrev__other_places(void **state)
{
    (void)state;
    check("they measured NST (nucleus of the solitary tract) here", "NST = nucleus of the solitary tract");
    check("in the eczema (atopic dermatitis; AD) group", "AD = atopic dermatitis");
    check("Atopic dermatitis, or AD, is a disease", "AD = Atopic dermatitis");
    check("a test [electroencephalogram (EEG)] was", "EEG = electroencephalogram");
}

static void test_abbrev__long_forms_begin_where_the_name_begins(void **state)
{
    (void)state;
    check("stained with 3,3'-diaminobenzidine (DAB)", "DAB = 3,3'-diaminobenzidine");
    check("levels of beta-hydroxybutyrate (BHB) rose", "BHB = beta-hydroxybutyrate");
    check("the c-Jun N-terminal kinase (JNK) was", "JNK = c-Jun N-terminal kinase");
    check("an anti-neutrophil cytoplasmic antibody (NCA)", "NCA = neutrophil cytoplasmic antibody");
    check("low cytochrome c oxidase (COX) in muscle", "COX = cytochrome c oxidase");
    check("adults were given cytarabine (AC)", "");
    check("by the vascular permeability factor (VPF)", "VPF = vascular permeability factor");
}

static void test_abbrev__figures_may_be_left_out_or_written_otherwise(void **state)
{
    (void)state;
    check("a membrane targeting signal (MTS1) of", "MTS1 = membrane targeting signal");
    check("three-dimensional (3D) images", "3D = three-dimensional");
    check("insulin-like growth factor-1 (IGF-I)", "IGF-I = insulin-like growth factor-1");
    check("the first binding domain (BD1)", "BD1 = first binding domain");
    check("a 70 kDa membrane protein (MP70)", "MP70 = 70 kDa membrane protein");
    check("type 2 diabetes gene (DG2)", "DG2 = type 2 diabetes gene");
    check("DNA polymerase delta (pol delta)", "pol delta = polymerase delta");
}

static void test_abbrev__brackets_within_long_forms(void **state)
{
    (void)state;
    check("interleukin-1 (IL-1) receptor-associated kinases (IRAKs)", "IL-1 = interleukin-1; IRAKs = interleukin-1 (IL-1) receptor-associated kinases");
    check("atopic dermatitis (AD) and contact dermatitis (ACD)", "AD = atopic dermatitis");
}

static void test_abbrev__what_introduces_a_form_is_left_out(void **state)
{
    (void)state;
    check("severe cutaneous adverse reactions (hereafter SCAR)", "");
    check("named DAPF (for dual adaptor of phenyl factors)", "DAPF = dual adaptor of phenyl factors");
    check("the angiotensin converting enzyme (termed ACE) was", "ACE = angiotensin converting enzyme");
    check("EMLA cream (eutectic mixture of local anaesthetics)", "EMLA = eutectic mixture of local anaesthetics");
    check("interleukin ten (IT or IL-10)", "IT = interleukin ten");
}

static void test_abbrev__single_letters(void **state)
{
    (void)state;
    check("one of progesterone (P) or placebo", "P = progesterone");
    check("the substance(s) given to (a) adults", "");
}

static void test_abbrev__what_only_looks_like_one(void **state)
{
    (void)state;
    check("the dose was doubled (see Figure 1)", "");
    check("in 12 of 40 patients (30%)", "");
    check("inflammation was severe (p < 0.05) and rare (n = 3)", "");
    check("the drug (AD", "");
    check("()", "");
    check("dupilumab (Dupixent) was given", "");
    check("a transfer RNA, tRNA(Asp), and Ca(2+)", "");
    check("(i) injuries, (ii) infections", "");
}

static void test_abbrev__many_brackets_cost_linear_time(void **state)
{
    (void)state;
    enum { N = 1 << 20 };
    char *p = test_malloc(N);
    for (size_t i = 0; i < N; i++) p[i] = "(a[ "[i % 4];
    Arena arena = { 0 };
    rxc_abbreviations found = { 0 };
    rxc_abbrev_find(&arena, (Str){ p, N }, (rxc_span){ 0, N }, &found);
    for (size_t i = 0; i < N; i++) p[i] = "aa (aa)"[i % 7];
    rxc_abbrev_find(&arena, (Str){ p, N }, (rxc_span){ 0, N }, &found);
    arena_clear(&arena);
    test_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_abbrev__long_form_before_the_bracket),
        cmocka_unit_test(test_abbrev__other_places),
        cmocka_unit_test(test_abbrev__long_forms_begin_where_the_name_begins),
        cmocka_unit_test(test_abbrev__figures_may_be_left_out_or_written_otherwise),
        cmocka_unit_test(test_abbrev__brackets_within_long_forms),
        cmocka_unit_test(test_abbrev__what_introduces_a_form_is_left_out),
        cmocka_unit_test(test_abbrev__single_letters),
        cmocka_unit_test(test_abbrev__what_only_looks_like_one),
        cmocka_unit_test(test_abbrev__many_brackets_cost_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

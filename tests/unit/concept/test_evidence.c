/* test_evidence.c: what the rules find in sentences on drugs and disorders. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* mkdtemp */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "concept/concept.h"

static rxc_concepts *concepts; /* with the rules alone: a data folder without models */

static int open_data(void **state)
{
    (void)state;
    rxc_err err = { 0 };
    char folder[] = "/tmp/rxcite-data-XXXXXX", vocab[64], cues[64];
    if (!mkdtemp(folder)) return -1;
    snprintf(vocab, sizeof vocab, "%s/vocab", folder);
    snprintf(cues, sizeof cues, "%s/cues", folder);
    bool made = !symlink(RXCITE_SOURCE_DIR "/data/vocab", vocab) && !symlink(RXCITE_SOURCE_DIR "/data/cues", cues);
    rxc_status status = made ? rxc_concepts_open(folder, &concepts, &err) : RXC_IO;
    unlink(vocab), unlink(cues), rmdir(folder);
    return status ? -1 : 0;
}

static int close_data(void **state)
{
    (void)state;
    rxc_concepts_close(concepts);
    return 0;
}

/* Every statement once, in order: "drug > disorder" for an adverse effect, "drug + disorder" for treats; ? speculated, - negated. */
static void check(const char *text, const char *expected)
{
    Arena arena = { 0 };
    rxc_record r;
    rxc_concepts_annotate(concepts, &arena, str_from(text), NULL, 0, &r);
    Str all = { 0 };
    for (size_t i = 0; i < r.evidence.n; i++) {
        const rxc_evidence *e = &r.evidence.v[i];
        Str one = arena_printf(&arena, "%.*s %s %.*s%s", STR_ARG(r.mentions.v[e->drug].name), e->relation == RXC_TREATS ? "+" : ">",
                               STR_ARG(r.mentions.v[e->disorder].name),
                               e->certainty == RXC_NEGATED ? " -" : e->certainty == RXC_SPECULATED ? " ?" : "");
        if (str_find(all, one) == STR_NONE) all = arena_printf(&arena, "%.*s%s%.*s", STR_ARG(all), all.n ? "; " : "", STR_ARG(one));
    }
    assert_str(all, expected);
    arena_clear(&arena);
}

static void test_evidence__reaction_and_drug(void **state)
{
    (void)state;
    check("Dupilumab-induced psoriasis.", "dupilumab > psoriasis");
    check("Urticaria after amoxicillin.", "amoxicillin > urticaria");
    check("Pancreatitis due to azathioprine.", "azathioprine > pancreatitis");
    check("Lithium caused tremor.", "lithium > tremor");
    check("Acute generalized exanthematous pustulosis triggered by dupilumab",
          "dupilumab > acute generalized exanthematous pustulosis");
    check("Side effects of isotretinoin include cheilitis, xerosis and epistaxis.",
          "isotretinoin > cheilitis; isotretinoin > dry skin; isotretinoin > epistaxis");
}

static void test_evidence__a_treated_disorder_is_no_reaction(void **state)
{
    (void)state;
    check("Methotrexate is effective for psoriasis.", "methotrexate + psoriasis");
    check("Acne was treated with doxycycline.", "doxycycline + acne");
    check("Reactivation of alopecia areata after dupilumab therapy for atopic dermatitis",
          "dupilumab > alopecia areata; dupilumab + atopic dermatitis");
}

static void test_evidence__a_drug_is_given_for_what_stands_behind_for(void **state)
{
    (void)state;
    check("Dupilumab for atopic dermatitis.", "dupilumab + atopic dermatitis");
    check("Prednisolone was given at 40 mg daily for pemphigus.", "prednisolone + pemphigus");
    check("He took isotretinoin for acne and developed cheilitis.", "isotretinoin + acne; isotretinoin > cheilitis");
    check("Ibuprofen is not indicated for asthma.", "ibuprofen + asthma -");
    check("Methotrexate is a risk factor for pneumonitis.", "methotrexate > pneumonitis");
    check("Dupilumab, begun that spring, was meant for asthma.", "dupilumab + asthma");
    check("Dupilumab, begun that spring by the doctor of the village in which he lived then, was meant for asthma.", ""); /* too far away */
}

static void test_evidence__coordination_shares_what_is_said(void **state)
{
    (void)state;
    check("Urticaria and fever after amoxicillin or ibuprofen.",
          "amoxicillin > urticaria; ibuprofen > urticaria; amoxicillin > fever; ibuprofen > fever");
    check("AGEP is a pustular reaction, usually linked to antibiotics (notably beta-lactams), antifungals, and calcium channel "
          "blockers.",
          "antibiotics > acute generalized exanthematous pustulosis; beta-lactams > acute generalized exanthematous pustulosis; "
          "antifungals > acute generalized exanthematous pustulosis; calcium channel blockers > acute generalized exanthematous "
          "pustulosis");
}

static void test_evidence__certainty(void **state)
{
    (void)state;
    check("Dupilumab did not cause psoriasis.", "dupilumab > psoriasis -");
    check("Dupilumab might cause psoriasis.", "dupilumab > psoriasis ?");
    check("There was no urticaria after amoxicillin.", "amoxicillin > urticaria -");
}

static void test_evidence__a_comparison_says_nothing(void **state)
{
    (void)state;
    check("Histology can distinguish psoriasis in patients on dupilumab.", "");
    check("Dupilumab and psoriasis.", "");
}

static void test_evidence__abbreviations_take_the_concept_of_their_long_form(void **state)
{
    (void)state;
    check("Atopic dermatitis (AD) is common. Dupilumab is approved for AD.", "dupilumab + atopic dermatitis");
}

static void test_evidence__a_hostile_line_costs_linear_time(void **state)
{
    (void)state;
    Arena arena = { 0 };
    enum { N = 1 << 20 };
    char *p = arena_alloc(&arena, N);
    static const char part[] = "dupilumab caused rash and no AD (AD) ";
    for (size_t i = 0; i < N; i++) p[i] = part[i % (sizeof part - 1)];
    rxc_record r;
    rxc_concepts_annotate(concepts, &arena, (Str){ p, N }, NULL, 0, &r);
    assert_true(r.mentions.n > N / 40);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evidence__reaction_and_drug),
        cmocka_unit_test(test_evidence__a_treated_disorder_is_no_reaction),
        cmocka_unit_test(test_evidence__a_drug_is_given_for_what_stands_behind_for),
        cmocka_unit_test(test_evidence__coordination_shares_what_is_said),
        cmocka_unit_test(test_evidence__certainty),
        cmocka_unit_test(test_evidence__a_comparison_says_nothing),
        cmocka_unit_test(test_evidence__abbreviations_take_the_concept_of_their_long_form),
        cmocka_unit_test(test_evidence__a_hostile_line_costs_linear_time),
    };
    return cmocka_run_group_tests(tests, open_data, close_data);
}

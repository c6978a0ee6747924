/* test_casefacts.c: the facts of cases, in whole documents and in small ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>

#include "base/file.h"
#include "concept/casefacts.h"
#include "concept/concept.h"
#include "read/reader.h"
#include "refs/refs.h"

static rxc_concepts *concepts;
static rxc_casefacts *casefacts;
static rxc_refs_parser *refs;

static int open_data(void **state)
{
    (void)state;
    rxc_err err = { 0 };
    return rxc_concepts_open(RXCITE_SOURCE_DIR "/data", &concepts, &err) || rxc_refs_open(NULL, &refs, &err) ||
                   rxc_casefacts_open(RXCITE_SOURCE_DIR "/data", &casefacts, &err)
               ? -1
               : 0;
}

static int close_data(void **state)
{
    (void)state;
    rxc_casefacts_close(casefacts);
    rxc_refs_close(refs);
    rxc_concepts_close(concepts);
    return 0;
}

static void read_source(Arena *arena, Str source, const char *name, rxc_record *record)
{
    rxc_err err = { 0 };
    const rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    *record = (rxc_record){ 0 };
    assert_int_equal(rxc_read(source, str_from(name), &limits, arena, &record->doc, &err), RXC_OK);
    rxc_refs_find(refs, record);
    rxc_callouts_find(record);
    rxc_concepts_find(concepts, record);
    rxc_casefacts_find(casefacts, record);
}

static bool read_path(Arena *arena, const char *folder, const char *name, rxc_record *record)
{
    Str source, path = arena_printf(arena, RXCITE_SOURCE_DIR "/%s/%s", folder, name);
    rxc_err err = { 0 };
    if (rxc_file_read(path.p, 1 << 20, arena, &source, &err)) {
        printf("skipped: %s is not there\n", path.p);
        return false;
    }
    read_source(arena, source, name, record);
    return true;
}

static void read_sample(Arena *arena, const char *name, rxc_record *record)
{
    assert_true(read_path(arena, "data/samples", name, record));
}

/* A report of one case with this story. */
static void read_story(Arena *arena, const char *story, rxc_record *record)
{
    Str source =
        arena_printf(arena, "# A case report\n\n## Case report\n\n%s\n\n## Discussion\n\nThis was rare.\n", story);
    read_source(arena, source, "case.md", record);
    assert_int_equal(record->cases.n, 1);
}

/* The values of a field of case number index, "; " between them. */
static void assert_fact(Arena *arena, const rxc_record *record, size_t index, rxc_case_field field,
                        const char *expected)
{
    assert_true(index < record->cases.n);
    assert_str(rxc_case_join(arena, &record->cases.v[index], field), expected);
}

static void assert_story(const char *story, rxc_case_field field, const char *expected)
{
    Arena arena = { 0 };
    rxc_record record;
    read_story(&arena, story, &record);
    assert_fact(&arena, &record, 0, field, expected);
    arena_clear(&arena);
}

/* --- whole documents -----------------------------------------------------------------------------------------------
 */

static void test_casefacts__letter_gives_the_whole_case(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    read_sample(&arena, "pustulosis-dupilumab-letter.md", &r);
    assert_int_equal(r.cases.n, 1); /* not the one that the letter cites */
    static const char *const expected[RXC_CASE_FIELD_COUNT] = {
        [RXC_CASE_AGE] = "49 years",
        [RXC_CASE_SEX] = "male",
        [RXC_CASE_COUNTRY] = "Italy",
        [RXC_CASE_REPORTER] = "Giorgio et al.",
        [RXC_CASE_DRUG] = "dupilumab",
        [RXC_CASE_DOSE] = "600 mg",
        [RXC_CASE_ONSET] = "2 days",
        [RXC_CASE_SERIOUSNESS] = "hospitalisation",
        [RXC_CASE_DECHALLENGE] = "positive",
        [RXC_CASE_RECHALLENGE] = "not done",
        [RXC_CASE_OUTCOME] = "recovered",
        [RXC_CASE_TREATMENT] = "topical corticosteroids; emollients",
        [RXC_CASE_INDICATION] = "atopic dermatitis",
    };
    for (int f = 0; f < RXC_CASE_FIELD_COUNT; f++)
        if (expected[f]) assert_fact(&arena, &r, 0, (rxc_case_field)f, expected[f]);
    assert_str(rxc_case_find(&r.cases.v[0], RXC_CASE_REACTION)->value, "acute generalized exanthematous pustulosis");
    assert_int_equal(rxc_case_met(&r.cases.v[0]), 4);
    arena_clear(&arena);
}

static void test_casefacts__every_fact_stands_where_its_span_says(void **state)
{
    (void)state;
    static const char *const names[] = { "pustulosis-dupilumab-letter.md", "drug-induced-alopecia-case.txt",
                                         "alopecia-areata-two-patients.xml" };
    Arena arena = { 0 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        rxc_record r;
        read_sample(&arena, names[i], &r);
        assert_true(r.cases.n > 0);
        for (size_t c = 0; c < r.cases.n; c++)
            for (size_t f = 0; f < r.cases.v[c].facts.n; f++) {
                const rxc_case_fact *fact = &r.cases.v[c].facts.v[f];
                assert_true(str_eq(fact->text, rxc_span_of(r.doc->text, fact->span)) ||
                            fact->field == RXC_CASE_REPORTER);
            }
    }
    arena_clear(&arena);
}

static void test_casefacts__patients_under_headings_of_their_own(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    read_sample(&arena, "alopecia-areata-two-patients.xml", &r);
    assert_int_equal(r.cases.n, 2);
    assert_str(r.cases.v[0].label, "Patient 1");
    assert_fact(&arena, &r, 0, RXC_CASE_AGE, "51 years");
    assert_fact(&arena, &r, 0, RXC_CASE_ONSET, "26 months");
    assert_fact(&arena, &r, 0, RXC_CASE_RECHALLENGE, "negative");
    assert_str(r.cases.v[1].label, "Patient 2");
    assert_fact(&arena, &r, 1, RXC_CASE_SEX, "male");
    assert_fact(&arena, &r, 1, RXC_CASE_ONSET, "6-8 weeks");
    assert_fact(&arena, &r, 1, RXC_CASE_TREATMENT, "tofacitinib");
    arena_clear(&arena);
}

static void test_casefacts__what_was_tried_before_is_no_treatment(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    read_sample(&arena, "drug-induced-alopecia-case.txt", &r);
    assert_int_equal(r.cases.n, 1);
    assert_fact(&arena, &r, 0, RXC_CASE_INDICATION, "atopic dermatitis");
    assert_fact(&arena, &r, 0, RXC_CASE_TREATMENT, "clobetasol propionate; ketoconazole; triamcinolone; tacrolimus");
    assert_fact(&arena, &r, 0, RXC_CASE_DECHALLENGE, "positive");
    read_sample(&arena, "alopecia-areata-web-summary.html", &r);
    assert_fact(&arena, &r, 0, RXC_CASE_DRUG, "dupilumab");
    assert_fact(&arena, &r, 0, RXC_CASE_ONSET, "5 weeks");
    assert_fact(&arena, &r, 0, RXC_CASE_TREATMENT, "");
    arena_clear(&arena);
}

static void test_casefacts__reviews_labels_and_groups_tell_no_case(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    read_sample(&arena, "pustulosis-review.md", &r);
    assert_int_equal(r.cases.n, 0);
    read_sample(&arena, "dupixent-faq.txt", &r);
    assert_int_equal(r.cases.n, 0);
    read_sample(&arena, "alopecia-children-letter.txt", &r);
    assert_int_equal(r.cases.n, 0);
    arena_clear(&arena);
}

static void test_casefacts__missing_criteria_are_named(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    read_sample(&arena, "pustulosis-prolonged-case.md", &r); /* neither age nor sex is told */
    assert_int_equal(r.cases.n, 1);
    assert_int_equal(rxc_case_met(&r.cases.v[0]), 3);
    assert_str(rxc_case_missing(&arena, &r.cases.v[0]), "patient");
    arena_clear(&arena);
}

static void test_casefacts__seeds(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    if (read_path(&arena, "../shared/data/seeds", "000_dec781b5e833e4a2.txt", &r)) {
        assert_int_equal(r.cases.n, 1);
        assert_fact(&arena, &r, 0, RXC_CASE_AGE, "49 years");
        assert_fact(&arena, &r, 0, RXC_CASE_DOSE, "600 mg");
        assert_fact(&arena, &r, 0, RXC_CASE_INDICATION, "atopic dermatitis");
        assert_fact(&arena, &r, 0, RXC_CASE_ONSET, "2 days");
        assert_fact(&arena, &r, 0, RXC_CASE_SERIOUSNESS, "hospitalisation");
        assert_fact(&arena, &r, 0, RXC_CASE_DECHALLENGE, "positive");
        assert_fact(&arena, &r, 0, RXC_CASE_RECHALLENGE, "not done");
        assert_fact(&arena, &r, 0, RXC_CASE_OUTCOME, "recovered");
        assert_fact(&arena, &r, 0, RXC_CASE_COUNTRY, "Italy");
    }
    if (read_path(&arena, "../shared/data/seeds", "001_203cb4c55c5ddc2d.txt", &r)) {
        assert_int_equal(r.cases.n, 1);
        assert_fact(&arena, &r, 0, RXC_CASE_AGE, "42 years");
        assert_fact(&arena, &r, 0, RXC_CASE_SEX, "female");
        assert_fact(&arena, &r, 0, RXC_CASE_ONSET, "4 months");
        assert_fact(&arena, &r, 0, RXC_CASE_TREATMENT, "triamcinolone");
        assert_fact(&arena, &r, 0, RXC_CASE_DECHALLENGE, "not done");
        assert_fact(&arena, &r, 0, RXC_CASE_OUTCOME, "recovering");
    }
    arena_clear(&arena);
}

/* --- one fact at a time --------------------------------------------------------------------------------------------
 */

static void test_casefacts__ages(void **state)
{
    (void)state;
    assert_story("A six-year-old boy developed a rash after amoxicillin.", RXC_CASE_AGE, "6 years");
    assert_story("The patient, aged 6 months, developed a rash after amoxicillin.", RXC_CASE_AGE, "6 months");
    assert_story("A woman in her forties developed a rash after amoxicillin.", RXC_CASE_AGE, "40s");
    assert_story("A 73 year-old patient developed a rash after amoxicillin.", RXC_CASE_AGE, "73 years");
    assert_story("The patient (58 years, female) developed a rash after amoxicillin.", RXC_CASE_AGE, "58 years");
    assert_story("A 3 1/2-year-old girl developed a rash after amoxicillin.", RXC_CASE_AGE, "");
    assert_story("A man with a 12-year history of gout developed a rash after allopurinol.", RXC_CASE_AGE, "");
}

static void test_casefacts__sex_by_pronoun(void **state)
{
    (void)state;
    assert_story("Our patient took lithium. She developed tremor.", RXC_CASE_SEX, "female");
    assert_story("A 30-year-old patient took lithium. His mother was well. He developed tremor.", RXC_CASE_SEX, "male");
}

static void test_casefacts__onset(void **state)
{
    (void)state;
    assert_story("A 44-year-old man developed gynecomastia five months after starting simvastatin.", RXC_CASE_ONSET,
                 "5 months");
    assert_story("On the third day of linezolid therapy a 60-year-old woman developed a rash.", RXC_CASE_ONSET,
                 "day 3");
    assert_story("A 60-year-old woman developed urticaria within hours of taking ibuprofen.", RXC_CASE_ONSET,
                 "within hours");
    assert_story("A 60-year-old woman took ibuprofen and developed urticaria. The urticaria resolved two days after "
                 "ibuprofen was stopped.",
                 RXC_CASE_ONSET, "");
}

static void test_casefacts__dechallenge(void **state)
{
    (void)state;
    assert_story("A 50-year-old man on amiodarone developed thyrotoxicosis. Amiodarone was withdrawn, and "
                 "thyrotoxicosis abated.",
                 RXC_CASE_DECHALLENGE, "positive");
    assert_story("A 50-year-old man on vigabatrin developed visual field defects. The defects persisted after "
                 "vigabatrin was stopped.",
                 RXC_CASE_DECHALLENGE, "negative");
    assert_story("A 50-year-old man developed hiccups due to dexamethasone. Dexamethasone was discontinued.",
                 RXC_CASE_DECHALLENGE, "unknown");
}

static void test_casefacts__rechallenge(void **state)
{
    (void)state;
    assert_story(
        "A 20-year-old man developed fever due to furosemide. The fever resolved after its withdrawal and recurred on "
        "re-exposure to furosemide.",
        RXC_CASE_RECHALLENGE, "positive");
    assert_story("A 20-year-old man developed fever due to furosemide. Furosemide was reintroduced without recurrence.",
                 RXC_CASE_RECHALLENGE, "negative");
    assert_story("A 20-year-old man developed fever due to furosemide. Rechallenge with furosemide was not attempted.",
                 RXC_CASE_RECHALLENGE, "not done");
}

static void test_casefacts__seriousness_and_outcome(void **state)
{
    (void)state;
    const char *story =
        "A 70-year-old woman developed hepatic failure after paracetamol. She was taken to the intensive care unit "
        "and died.";
    assert_story(story, RXC_CASE_SERIOUSNESS, "life-threatening; death");
    assert_story(story, RXC_CASE_OUTCOME, "fatal");
    assert_story("A 70-year-old woman developed a rash after paracetamol. She was not hospitalized.",
                 RXC_CASE_SERIOUSNESS, "");
}

static void test_casefacts__dose_and_route(void **state)
{
    (void)state;
    const char *story =
        "A 31-year-old man received intravenous ciprofloxacin 250 mg twice daily and developed psychosis due to "
        "ciprofloxacin. Glucose was 138 mg/dL.";
    assert_story(story, RXC_CASE_DOSE, "250 mg twice daily");
    assert_story(story, RXC_CASE_ROUTE, "intravenous");
}

static void test_casefacts__table_with_an_unknown_class_is_refused(void **state)
{
    (void)state;
    rxc_err err = { 0 };
    rxc_casefacts *none = NULL;
    assert_int_equal(rxc_casefacts_open(RXCITE_SOURCE_DIR "/tests", &none, &err), RXC_DATA);
    assert_null(none);
}

static void test_casefacts__long_input_takes_bounded_time(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Buf source = { 0 };
    rxc_record r;
    while (source.n < 3 << 20) buf_add(&source, S("a 49-year-old man had 600 mg of dupilumab 2 days before and "));
    read_source(&arena, buf_str(&source), "long.txt", &r);
    assert_true(r.cases.n <= RXC_CASEFACTS_CASES);
    assert_str(r.ledger.losses.v[r.ledger.losses.n - 1].reason, "too-long");
    buf_clear(&source);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_casefacts__letter_gives_the_whole_case),
        cmocka_unit_test(test_casefacts__every_fact_stands_where_its_span_says),
        cmocka_unit_test(test_casefacts__patients_under_headings_of_their_own),
        cmocka_unit_test(test_casefacts__what_was_tried_before_is_no_treatment),
        cmocka_unit_test(test_casefacts__reviews_labels_and_groups_tell_no_case),
        cmocka_unit_test(test_casefacts__missing_criteria_are_named),
        cmocka_unit_test(test_casefacts__seeds),
        cmocka_unit_test(test_casefacts__ages),
        cmocka_unit_test(test_casefacts__sex_by_pronoun),
        cmocka_unit_test(test_casefacts__onset),
        cmocka_unit_test(test_casefacts__dechallenge),
        cmocka_unit_test(test_casefacts__rechallenge),
        cmocka_unit_test(test_casefacts__seriousness_and_outcome),
        cmocka_unit_test(test_casefacts__dose_and_route),
        cmocka_unit_test(test_casefacts__table_with_an_unknown_class_is_refused),
        cmocka_unit_test(test_casefacts__long_input_takes_bounded_time),
    };
    return cmocka_run_group_tests(tests, open_data, close_data);
}

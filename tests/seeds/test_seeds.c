/* test_seeds.c: what three real documents must give, from their authors' names to the graph in which they meet.
 * The documents lie in ../shared/data/seeds; where they are not, the tests are skipped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "seeds/program.h"

#define LETTER "000_dec781b5e833e4a2.txt"
#define SUMMARY "001_203cb4c55c5ddc2d.txt"
#define PAGE "002_96f909c397dade81.txt"
#define AGEP "disorder:acute-generalized-exanthematous-pustulosis"

/* --- records ------------------------------------------------------------------------------------------------------- */

/* "Given Family" of a CSL name, as it would be spoken. */
static const char *spoken(const cJSON *name)
{
    static char out[256];
    const char *particle = text_of(name, "non-dropping-particle");
    if (!*particle) particle = text_of(name, "dropping-particle");
    if (*text_of(name, "literal")) return text_of(name, "literal");
    snprintf(out, sizeof out, "%s %s%s%s", text_of(name, "given"), particle, *particle ? " " : "", text_of(name, "family"));
    return out;
}

static void assert_authors(const cJSON *work, const char *const *expected, size_t count)
{
    const cJSON *authors = member(work, "author");
    assert_int_equal(size_of(authors), count);
    for (size_t i = 0; i < count; i++) assert_string_equal(spoken(cJSON_GetArrayItem(authors, (int)i)), expected[i]);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int date_part(const cJSON *work, int part)
{
    const cJSON *dates = member(member(work, "issued"), "date-parts");
    const cJSON *value = cJSON_GetArrayItem(cJSON_GetArrayItem(dates, 0), part);
    return value ? value->valueint : 0;
}

/* Which statement is looked for; NULL and 0: any. */
typedef struct Statement {
    const char *relation, *drug, *disorder, *certainty, *attribution;
    int reference;
} Statement;

static bool fits(const char *wanted, const char *found) { return !wanted || strcmp(wanted, found) == 0; }

static const cJSON *find_statement(const cJSON *record, Statement wanted)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, member(record, "evidence"))
    {
        if (fits(wanted.relation, text_of(item, "relation")) && fits(wanted.drug, text_of(item, "drug")) &&
            fits(wanted.disorder, text_of(item, "disorder")) && fits(wanted.certainty, text_of(item, "certainty")) &&
            fits(wanted.attribution, text_of(item, "attribution")) &&
            (!wanted.reference || has_number(member(item, "references"), wanted.reference)))
            return item;
    }
    return NULL;
}

#define STATED(record, ...) assert_non_null(find_statement((record), (Statement){ __VA_ARGS__ }))
#define NOT_STATED(record, ...) assert_null(find_statement((record), (Statement){ __VA_ARGS__ }))

static bool is_true(const cJSON *object, const char *key) { return cJSON_IsTrue(member(object, key)); }

/* A mention whose text begins so and that is negated or not. */
static const cJSON *find_mention(const cJSON *record, const char *text, bool negated)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, member(record, "mentions"))
    {
        if (strncasecmp(text_of(item, "text"), text, strlen(text)) == 0 && is_true(item, "negated") == negated) return item;
    }
    return NULL;
}

/* --- 000: the letter ----------------------------------------------------------------------------------------------- */

static void letter__has_title_and_authors(void **state)
{
    static const char *const authors[] = { "Caterina Mariarosaria Giorgio", "Gaetano Licata", "Giuseppe Argenziano",
                                           "Vittorio Tancredi", "Anna Balato", "Eugenia Veronica Di Brizzi" };
    (void)state;
    const cJSON *work = member(seeds.letter, "document");
    assert_string_equal(text_of(work, "title"), "Acute generalized exanthematous pustulosis triggered by dupilumab");
    assert_authors(work, authors, COUNT(authors));
    assert_string_equal(text_of(seeds.letter, "kind"), "letter");
}

static void letter__has_no_invented_journal(void **state)
{
    (void)state;
    assert_string_equal(text_of(member(seeds.letter, "document"), "container-title"), "");
}

/* A reference as the letter prints it. */
typedef struct Expected {
    const char *title, *journal, *volume, *page, *first_page;
    int year;
    bool et_al;
    const char *authors[4];
    size_t author_count;
} Expected;

static const Expected references[] = {
    { "Efficacy and Safety of Dupilumab in Adolescents With Uncontrolled Moderate to Severe Atopic Dermatitis: A Phase 3 "
      "Randomized Clinical Trial", "JAMA Dermatol", "156", "44-56", "44", 2020, true,
      { "EL Simpson", "AS Paller", "EC Siegfried" }, 3 },
    { "IL-4/IL-13 Inhibitors for Atopic Dermatitis Induce Psoriatic Rash Transcriptionally Close to Pustular Psoriasis",
      "J Invest Dermatol", "143", "711-21.e7", "711", 2023, true, { "C Grolleau", "A Calugareanu", "S Demouche" }, 3 },
    { "Acute generalized exanthematous pustulosis (AGEP): A review and update", "J Am Acad Dermatol", "73", "843-848", "843", 2015,
      false, { "J Szatkowski", "RA Schwartz" }, 2 },
    { "Dupilumab-induced Acute Generalized Exanthematous Pustulosis in a 17-year-old Female Chinese Patient with Atopic "
      "Dermatitis", "Acta Derm Venereol", "102", "adv00743", "adv00743", 2022, true, { "L Wu", "K Ali", "Y Qiu" }, 3 },
    { "Dupilumab in children aged 6 months to younger than 6 years with uncontrolled atopic dermatitis: a randomised, "
      "double-blind, placebo-controlled, phase 3 trial", "Lancet", "400", "908-919", "908", 2022, true,
      { "AS Paller", "EL Simpson", "EC Siegfried" }, 3 },
};

static void assert_reference(int number)
{
    const Expected *expected = &references[number - 1];
    const cJSON *list = member(seeds.letter, "references"), *reference = cJSON_GetArrayItem(list, number - 1);
    const cJSON *csl = member(reference, "csl");
    assert_int_equal((int)number_of(reference, "number"), number);
    assert_string_equal(text_of(csl, "title"), expected->title);
    assert_string_equal(text_of(csl, "container-title"), expected->journal);
    assert_string_equal(text_of(csl, "volume"), expected->volume);
    assert_string_equal(text_of(csl, "page"), expected->page);
    if (strcmp(expected->page, expected->first_page) != 0)
        assert_string_equal(text_of(csl, "page-first"), expected->first_page);
    assert_string_equal(text_of(csl, "type"), "article-journal");
    assert_int_equal(date_part(csl, 0), expected->year);
    assert_int_equal(is_true(reference, "et_al"), expected->et_al);
    assert_authors(csl, expected->authors, expected->author_count);
}

static void letter__has_five_references(void **state)
{
    (void)state;
    assert_int_equal(size_of(member(seeds.letter, "references")), COUNT(references));
}

static void letter__reference_1_is_right(void **state) { (void)state; assert_reference(1); }
static void letter__reference_2_is_right(void **state) { (void)state; assert_reference(2); }
static void letter__reference_3_is_right(void **state) { (void)state; assert_reference(3); }
static void letter__reference_4_is_right(void **state) { (void)state; assert_reference(4); }
static void letter__reference_5_is_right(void **state) { (void)state; assert_reference(5); }

static void letter__has_seven_callouts(void **state)
{
    static const int times[] = { 0, 1, 3, 2, 1, 1 };
    int counted[COUNT(times)] = { 0 };
    const cJSON *callout, *callouts = member(seeds.letter, "callouts");
    (void)state;
    assert_int_equal(size_of(callouts), 7);
    cJSON_ArrayForEach(callout, callouts)
    {
        assert_int_equal(size_of(member(callout, "unresolved")), 0);
        for (int number = 1; number < (int)COUNT(times); number++)
            counted[number] += has_number(member(callout, "references"), number);
    }
    for (size_t i = 1; i < COUNT(times); i++) assert_int_equal(counted[i], times[i]);
}

static void letter__states_its_own_case(void **state)
{
    (void)state;
    STATED(seeds.letter, "adverse_effect", "drug:dupilumab", AGEP, "asserted", "own", 0);
}

static void letter__attributes_usual_causes_to_reference_3(void **state)
{
    (void)state;
    STATED(seeds.letter, "adverse_effect", "drug:beta-lactams", AGEP, "asserted", "cited", 3);
    STATED(seeds.letter, "adverse_effect", "drug:antifungals", AGEP, "asserted", "cited", 3);
    STATED(seeds.letter, "adverse_effect", "drug:calcium-channel-blockers", AGEP, "asserted", "cited", 3);
    NOT_STATED(seeds.letter, "adverse_effect", "drug:beta-lactams", AGEP, NULL, "own", 0);
}

static void letter__attributes_the_girl_of_17_to_reference_4(void **state)
{
    (void)state;
    const cJSON *found = find_statement(seeds.letter, (Statement){ "adverse_effect", "drug:dupilumab", AGEP, "asserted", "cited", 4 });
    assert_non_null(found);
    assert_non_null(strstr(text_of(found, "text"), "17-year-old"));
}

static void letter__attributes_side_effects_to_reference_1(void **state)
{
    (void)state;
    STATED(seeds.letter, "adverse_effect", "drug:dupilumab", "disorder:conjunctivitis", "asserted", "cited", 1);
    STATED(seeds.letter, "adverse_effect", "drug:dupilumab", "disorder:nasopharyngitis", "asserted", "cited", 1);
    STATED(seeds.letter, "adverse_effect", "drug:dupilumab", "disorder:injection-site-reaction", "asserted", "cited", 1);
}

static void letter__takes_atopic_dermatitis_for_treated(void **state)
{
    (void)state;
    STATED(seeds.letter, "treats", "drug:dupilumab", "disorder:atopic-dermatitis", NULL, NULL, 0);
    NOT_STATED(seeds.letter, "adverse_effect", NULL, "disorder:atopic-dermatitis", NULL, NULL, 0);
}

static void letter__negates_the_infection(void **state)
{
    (void)state;
    const cJSON *infection = find_mention(seeds.letter, "systemic infection", true);
    if (!infection) infection = find_mention(seeds.letter, "infection", true);
    assert_non_null(infection);
    assert_null(find_mention(seeds.letter, "infection", false));
}

static void letter__does_not_blame_dupilumab_for_pustular_psoriasis(void **state)
{
    (void)state;
    NOT_STATED(seeds.letter, "adverse_effect", "drug:dupilumab", "disorder:pustular-psoriasis", "asserted", "own", 0);
    NOT_STATED(seeds.letter, "adverse_effect", "drug:dupilumab", "disorder:pustular-psoriasis", "speculated", "own", 0);
}

static void letter__knows_its_abbreviation(void **state)
{
    (void)state;
    const cJSON *abbreviation = with_text(member(seeds.letter, "abbreviations"), "short", "AGEP");
    const cJSON *longer = find_mention(seeds.letter, "acute generalized exanthematous", false);
    const cJSON *shorter = find_mention(seeds.letter, "AGEP", false);
    if (!longer) longer = find_mention(seeds.letter, "generalized exanthematous", false); /* "acute" is in its phrase */
    assert_non_null(abbreviation);
    assert_string_equal(text_of(abbreviation, "long"), "acute generalized exanthematous pustulosis");
    assert_string_equal(text_of(longer, "concept"), AGEP);
    assert_string_equal(text_of(shorter, "concept"), AGEP);
}

/* --- 001: the web page's summary ------------------------------------------------------------------------------------ */

static void summary__has_title_authors_journal_and_month(void **state)
{
    static const char *const authors[] = { "Jocelyn M Carnicle", "Aleksi J. Hendricks", "Vivian Y. Shi" };
    (void)state;
    const cJSON *work = member(seeds.summary, "document");
    assert_string_equal(text_of(work, "title"), "Reactivation of Alopecia Areata After Dupilumab Therapy for Atopic Dermatitis");
    assert_authors(work, authors, COUNT(authors));
    assert_string_equal(text_of(work, "container-title"), "Dermatitis");
    assert_int_equal(date_part(work, 0), 2019);
    assert_int_equal(date_part(work, 1), 8);
}

static void summary__is_told_for_what_it_is(void **state)
{
    (void)state;
    assert_string_equal(text_of(seeds.summary, "kind"), "web-summary");
}

static void summary__states_hair_loss(void **state)
{
    (void)state;
    Statement areata = { "adverse_effect", "drug:dupilumab", "disorder:alopecia-areata", "asserted", NULL, 0 };
    Statement alopecia = areata;
    alopecia.disorder = "disorder:alopecia";
    assert_true(find_statement(seeds.summary, areata) || find_statement(seeds.summary, alopecia));
}

static void summary__says_what_helped(void **state)
{
    (void)state;
    Statement areata = { "treats", "drug:triamcinolone", "disorder:alopecia-areata", NULL, NULL, 0 };
    Statement alopecia = areata;
    alopecia.disorder = "disorder:alopecia";
    assert_true(find_statement(seeds.summary, areata) || find_statement(seeds.summary, alopecia));
}

static void summary__has_no_references(void **state)
{
    (void)state;
    assert_int_equal(size_of(member(seeds.summary, "references")), 0);
    assert_int_equal(size_of(member(seeds.summary, "callouts")), 0);
}

static void summary__takes_no_evidence_from_community_posts(void **state)
{
    static const char *const drugs[] = { "drug:tofacitinib", "drug:baricitinib", "drug:finasteride", "drug:minoxidil" };
    (void)state;
    for (size_t i = 0; i < COUNT(drugs); i++) NOT_STATED(seeds.summary, "adverse_effect", drugs[i], NULL, NULL, NULL, 0);
}

/* --- 002: the medicine's page --------------------------------------------------------------------------------------- */

static void page__knows_the_brand(void **state)
{
    (void)state;
    assert_string_equal(text_of(find_mention(seeds.page, "DUPIXENT", false), "concept"), "drug:dupilumab");
}

static void page__has_callouts_that_lead_nowhere(void **state)
{
    static const char *const texts[] = { "1,2,13,14", "1,2,13", "1", "2,13", "1" };
    (void)state;
    const cJSON *callouts = member(seeds.page, "callouts");
    assert_int_equal(size_of(callouts), COUNT(texts));
    for (size_t i = 0; i < COUNT(texts); i++) {
        const cJSON *callout = cJSON_GetArrayItem(callouts, (int)i);
        assert_string_equal(text_of(callout, "text"), texts[i]);
        assert_int_equal(size_of(member(callout, "references")), 0);
    }
    assert_int_equal(size_of(member(seeds.page, "references")), 0);
}

static void page__lists_unresolved_callouts_in_ledger_and_report(void **state)
{
    (void)state;
    const cJSON *callouts = member(member(seeds.page, "ledger"), "callouts");
    char *ledger = read_output("ledger.json"), *report = read_output("report.md");
    assert_int_equal((int)number_of(callouts, "unresolved"), 11);
    assert_int_equal((int)number_of(callouts, "resolved"), 0);
    assert_non_null(strstr(ledger, "unresolved"));
    assert_non_null(strstr(report, PAGE ":2` | 1,2,13,14 |"));
    free(ledger);
    free(report);
}

static void page__negates_the_immunosuppressant(void **state)
{
    (void)state;
    assert_non_null(find_mention(seeds.page, "immunosuppressant", true));
}

static void page__says_what_dupilumab_treats(void **state)
{
    (void)state;
    STATED(seeds.page, "treats", "drug:dupilumab", "disorder:atopic-dermatitis", "asserted", NULL, 0);
    NOT_STATED(seeds.page, "adverse_effect", NULL, "disorder:atopic-dermatitis", NULL, NULL, 0);
}

/* --- the graph ------------------------------------------------------------------------------------------------------ */

static void assert_all_mention(const char *listing, const char *concept)
{
    cJSON *list = ask(listing);
    const cJSON *row = with_text(list, "id", concept);
    assert_non_null(row);
    assert_int_equal((int)number_of(row, "documents"), DOCUMENTS);
    cJSON_Delete(list);
}

static void graph__meets_in_dupilumab_and_atopic_dermatitis(void **state)
{
    (void)state;
    assert_all_mention("list drugs", "drug:dupilumab");
    assert_all_mention("list reactions", "disorder:atopic-dermatitis");
}

static void graph__has_one_node_for_agep(void **state)
{
    cJSON *list = ask("list reactions"), *row;
    int found = 0;
    (void)state;
    cJSON_ArrayForEach(row, list)
    {
        const char *id = text_of(row, "id");
        found += strstr(id, "exanthematous-pustulosis") || strcmp(id, "disorder:agep") == 0;
    }
    assert_int_equal(found, 1);
    cJSON_Delete(list);
}

static void graph__names_whose_evidence_it_is(void **state)
{
    char *evidence = read_output("evidence.csv");
    (void)state;
    assert_non_null(strstr(evidence, "wu2022"));
    assert_non_null(strstr(evidence, "szatkowski2015"));
    assert_non_null(strstr(evidence, "simpson2020"));
    free(evidence);
}

static void graph__relates_the_summary_to_the_letter_first(void **state)
{
    cJSON *list = ask("related " LETTER);
    const cJSON *first = cJSON_GetArrayItem(list, 0);
    (void)state;
    assert_string_equal(text_of(first, "file"), SUMMARY);
    assert_non_null(strstr(text_of(first, "reasons"), "dupilumab"));
    cJSON_Delete(list);
}

/* --- all of them ----------------------------------------------------------------------------------------------------- */

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letter__has_title_and_authors),
        cmocka_unit_test(letter__has_no_invented_journal),
        cmocka_unit_test(letter__has_five_references),
        cmocka_unit_test(letter__reference_1_is_right),
        cmocka_unit_test(letter__reference_2_is_right),
        cmocka_unit_test(letter__reference_3_is_right),
        cmocka_unit_test(letter__reference_4_is_right),
        cmocka_unit_test(letter__reference_5_is_right),
        cmocka_unit_test(letter__has_seven_callouts),
        cmocka_unit_test(letter__states_its_own_case),
        cmocka_unit_test(letter__attributes_usual_causes_to_reference_3),
        cmocka_unit_test(letter__attributes_the_girl_of_17_to_reference_4),
        cmocka_unit_test(letter__attributes_side_effects_to_reference_1),
        cmocka_unit_test(letter__takes_atopic_dermatitis_for_treated),
        cmocka_unit_test(letter__negates_the_infection),
        cmocka_unit_test(letter__does_not_blame_dupilumab_for_pustular_psoriasis),
        cmocka_unit_test(letter__knows_its_abbreviation),
        cmocka_unit_test(summary__has_title_authors_journal_and_month),
        cmocka_unit_test(summary__is_told_for_what_it_is),
        cmocka_unit_test(summary__states_hair_loss),
        cmocka_unit_test(summary__says_what_helped),
        cmocka_unit_test(summary__has_no_references),
        cmocka_unit_test(summary__takes_no_evidence_from_community_posts),
        cmocka_unit_test(page__knows_the_brand),
        cmocka_unit_test(page__has_callouts_that_lead_nowhere),
        cmocka_unit_test(page__lists_unresolved_callouts_in_ledger_and_report),
        cmocka_unit_test(page__negates_the_immunosuppressant),
        cmocka_unit_test(page__says_what_dupilumab_treats),
        cmocka_unit_test(graph__meets_in_dupilumab_and_atopic_dermatitis),
        cmocka_unit_test(graph__has_one_node_for_agep),
        cmocka_unit_test(graph__names_whose_evidence_it_is),
        cmocka_unit_test(graph__relates_the_summary_to_the_letter_first),
    };
    if (access(SEEDS, R_OK) != 0) {
        printf("skipped: %s is not there\n", SEEDS);
        return 77;
    }
    return cmocka_run_group_tests(tests, build_seeds, clean_up);
}

/* test_byline.c: printed lines of authors become names; other lines do not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "unit.h"

/* "Family|Given" of all names of a line, ';' between them. */
static Str names_of(Arena *arena, const char *line)
{
    rxc_names names = { 0 };
    Str out = { 0 };
    rxc_byline_read(arena, str_from(line), &names);
    for (size_t i = 0; i < names.n; i++)
        out = arena_printf(arena, "%.*s%s%.*s|%.*s", STR_ARG(out), i ? ";" : "", STR_ARG(names.v[i].family),
                           STR_ARG(names.v[i].given));
    return out;
}

static void check(const char *line, const char *expected)
{
    Arena arena = { 0 };
    assert_str(names_of(&arena, line), expected);
    arena_clear(&arena);
}

static void test_byline__given_names_first(void **state)
{
    (void)state;
    check("Jocelyn M Carnicle, Aleksi J. Hendricks, Vivian Y. Shi",
          "Carnicle|Jocelyn M;Hendricks|Aleksi J.;Shi|Vivian Y.");
    check("Paige L. McKenzie and Leslie Castelo-Soccio", "McKenzie|Paige L.;Castelo-Soccio|Leslie");
    check("Eugenia Veronica Di Brizzi, Ludwig van der Berg", "Di Brizzi|Eugenia Veronica;van der Berg|Ludwig");
}

static void test_byline__marks_and_degrees_are_no_part_of_names(void **state)
{
    (void)state;
    check("Kathleen Flanagan, MD,1 Leonard Sperling, MD, PhD,2* and Janet Lin3",
          "Flanagan|Kathleen;Sperling|Leonard;Lin|Janet");
    check("Fan-Zhu Meng, MEng, Yo-Yo Ma, MA", "Meng|Fan-Zhu;Ma|Yo-Yo");
    check("Khan MD, Smith MA, Roe DO", "Khan|MD;Smith|MA;Roe|DO");
    check("Dr. Anna Balato†, Prof. Giuseppe Argenziano¹,²", "Balato|Anna;Argenziano|Giuseppe");
}

static void test_byline__family_names_first(void **state)
{
    (void)state;
    check("Simpson, Eric L.; Paller, Amy S.", "Simpson|Eric L.;Paller|Amy S.");
    check("Simpson EL, Paller AS, Siegfried EC", "Simpson|EL;Paller|AS;Siegfried|EC");
}

static void test_byline__et_al_names_nobody(void **state)
{
    (void)state;
    check("Fatemeh Mohaghegh et al.", "Mohaghegh|Fatemeh");
    check("Tyler Enos, et al", "Enos|Tyler");
}

static void test_byline__groups_are_literal(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_names names = { 0 };
    rxc_byline_read(&arena, S("Jane Doe1, Busia OR Study Group2"), &names);
    assert_int_equal(names.n, 2);
    assert_str(names.v[1].literal, "Busia OR Study Group");
    arena_clear(&arena);
}

static void test_byline__other_lines_are_no_authors(void **state)
{
    (void)state;
    assert_int_equal(
        rxc_byline_count(S("Reactivation of Alopecia Areata After Dupilumab Therapy for Atopic Dermatitis")), 0);
    assert_int_equal(rxc_byline_count(S("Dermatology Unit, University of Campania, Naples, Italy")), 0);
    assert_int_equal(rxc_byline_count(S("Related Community Posts Join")), 0);
    assert_int_equal(rxc_byline_count(S("We present a patient, a man of 49, who was well.")), 0);
    assert_int_equal(rxc_byline_count(S("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_byline__given_names_first),
        cmocka_unit_test(test_byline__marks_and_degrees_are_no_part_of_names),
        cmocka_unit_test(test_byline__family_names_first),
        cmocka_unit_test(test_byline__et_al_names_nobody),
        cmocka_unit_test(test_byline__groups_are_literal),
        cmocka_unit_test(test_byline__other_lines_are_no_authors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_doubt.c: what makes a text doubtful is told, and capitals hide nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped_concepts.h"

#include "base/buf.h"

/* The codes of the diagnostics of a text, with spaces between. */
static Str codes_of(Arena *arena, const char *text, rxc_record *record)
{
    Str all = { 0 };
    rxc_concepts_annotate(concepts, arena, str_from(text), NULL, 0, record);
    const rxc_diags *diags = &record->doc->diags;
    for (size_t i = 0; i < diags->n; i++) all = arena_printf(arena, "%.*s%s%.*s", STR_ARG(all), i ? " " : "", STR_ARG(diags->v[i].code));
    return all;
}

static void check(const char *text, const char *codes)
{
    Arena arena = { 0 };
    rxc_record record = { 0 };
    assert_str(codes_of(&arena, text, &record), codes);
    arena_clear(&arena);
}

static void test_doubt__languages_and_scripts(void **state)
{
    (void)state;
    check("The patient was treated with carbamazepine for six weeks, and developed a rash on both arms that went away "
          "when the drug was stopped.", "");
    check("Der Patient wurde sechs Wochen lang mit Carbamazepin behandelt und entwickelte einen Ausschlag an beiden Armen, "
          "der nach dem Absetzen nicht mehr auftrat.", "text.language");
    check("Le patient a été traité par la carbamazépine pendant six semaines et a développé une éruption sur les deux bras, "
          "qui a disparu après l'arrêt avec des soins.", "text.language");
    check("El paciente fue tratado con carbamazepina por seis semanas y presentó una erupción en los dos brazos, que "
          "desapareció por completo.", "text.language");
    check("Пациент получал карбамазепин шесть недель, и на обеих руках появилась сыпь, которая прошла.", "text.script");
    check("患者服用卡马西平六周后双臂出现皮疹停药后皮疹消退再次服药后皮疹再次出现", "text.script");
    check("Une éruption.", "");
}

static void test_doubt__capitals_hide_nothing(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record loud = { 0 }, quiet = { 0 };
    assert_str(codes_of(&arena, "ALL PATIENTS WITH SEVERE RASH AND HEPATIC FAILURE HAD RECEIVED CARBAMAZEPINE.", &loud), "text.capitals");
    assert_str(codes_of(&arena, "All patients with severe rash and hepatic failure had received carbamazepine.", &quiet), "");
    assert_int_equal(loud.mentions.n, quiet.mentions.n);
    assert_int_equal(loud.mentions.n, 3);
    for (size_t i = 0; i < loud.mentions.n; i++) {
        assert_int_equal(loud.mentions.v[i].span.b, quiet.mentions.v[i].span.b);
        assert_int_equal(loud.mentions.v[i].span.e, quiet.mentions.v[i].span.e);
    }
    arena_clear(&arena);
}

static void test_doubt__tables(void **state)
{
    (void)state;
    check("Reaction\tDrug %\tPlacebo %\nNausea\t12\t3\nHeadache\t9\t8\nRash\t4\t1", "text.table");
    check("Reaction    Drug    Placebo\nNausea      12      3\nHeadache    9       8", "text.table");
    check("Nausea was more frequent with the drug.\nHeadache was not.\nRash was rare.", "");
}

static void test_doubt__no_sentences(void **state)
{
    (void)state;
    enum { WORDS = 3000 };
    Buf text = { 0 };
    for (int i = 0; i < WORDS; i++) buf_add(&text, S("word and "));
    buf_char(&text, '\0');
    check(text.p, "text.no-sentences");
    buf_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_doubt__languages_and_scripts),
        cmocka_unit_test(test_doubt__capitals_hide_nothing),
        cmocka_unit_test(test_doubt__tables),
        cmocka_unit_test(test_doubt__no_sentences),
    };
    return cmocka_run_group_tests(tests, open_concepts, close_concepts);
}

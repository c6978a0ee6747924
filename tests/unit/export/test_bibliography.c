/* test_bibliography.c: cited works as CSL-JSON, BibTeX and RIS, every byte of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written.h"

#include "export/exporter.h"

static void check(const char *format, const rxc_export_work *works, size_t n, const char *expected)
{
    Arena arena = { 0 };
    Str out;
    rxc_export_input input = { .works = works, .work_count = n };
    const rxc_exporter *exporter = rxc_exporter_find(str_from(format));
    written(&arena, exporter, &input, &out);
    assert_true(exporter->bibliography);
    assert_str(out, expected);
    arena_clear(&arena);
}

/* Facts from Acta Derm Venereol 2022;102:adv00743 and J Invest Dermatol 2023;143:711-721.e7. */
static rxc_name wu[] = { { .family = STR_INIT("Wu"), .given = STR_INIT("L") },
                         { .family = STR_INIT("Ali"), .given = STR_INIT("K") } };
static const rxc_work article = { .type = RXC_WORK_ARTICLE,
                                  .authors = { wu, 2, 2 },
                                  .et_al = true,
                                  .issued = { 2022, 0, 0 },
                                  .title = STR_INIT("Dupilumab-induced Acute Generalized Exanthematous Pustulosis"),
                                  .container = STR_INIT("Acta Derm Venereol"),
                                  .volume = STR_INIT("102"),
                                  .page = STR_INIT("adv00743"),
                                  .doi = STR_INIT("10.2340/actadv.v102.2014") };

static rxc_name odd_names[] = {
    { .literal = STR_INIT("R & D Group") },
    { .family = STR_INIT("Berg"), .given = STR_INIT("A"), .particle = STR_INIT("van der"), .suffix = STR_INIT("Jr") }
};
static const rxc_work odd = { .type = RXC_WORK_CHAPTER,
                              .authors = { odd_names, 2, 2 },
                              .issued = { 1999, 5, 3 },
                              .title = STR_INIT("50% of {IL_4} & \"x\" \\ ~^$#"),
                              .container = STR_INIT("Müller's\nbook"),
                              .page = STR_INIT("711–21.e7"),
                              .pmid = STR_INIT("123"),
                              .url = STR_INIT("https://example.org/a_b%20c{d}") };

static void test_bibliography__csl_has_ids_and_only_csl_names(void **state)
{
    (void)state;
    const rxc_export_work works[] = { { S("wu2022dupilumab"), &article } };
    check("csl", works, 1,
          "[\n  {\n    \"id\": \"wu2022dupilumab\",\n    \"type\": \"article-journal\",\n    \"author\": [\n      {\n"
          "        \"family\": \"Wu\",\n        \"given\": \"L\"\n      },\n      {\n        \"family\": \"Ali\",\n"
          "        \"given\": \"K\"\n      }\n    ],\n"
          "    \"title\": \"Dupilumab-induced Acute Generalized Exanthematous Pustulosis\",\n"
          "    \"container-title\": \"Acta Derm Venereol\",\n    \"issued\": {\n      \"date-parts\": [\n        [\n   "
          "       2022\n"
          "        ]\n      ]\n    },\n    \"volume\": \"102\",\n    \"page\": \"adv00743\",\n"
          "    \"DOI\": \"10.2340/actadv.v102.2014\",\n    \"custom\": {\n      \"et_al\": true\n    }\n  }\n]\n");
    check("csl", NULL, 0, "[]\n");
}

static void test_bibliography__bibtex_is_safe_for_latex(void **state)
{
    (void)state;
    const rxc_export_work works[] = { { S("wu2022dupilumab"), &article }, { S("odd, key"), &odd } };
    check(
        "bibtex", works, 2,
        "@article{wu2022dupilumab,\n  author = {Wu, L and Ali, K and others},\n"
        "  title = {{Dupilumab-induced Acute Generalized Exanthematous Pustulosis}},\n  journal = {Acta Derm "
        "Venereol},\n"
        "  year = {2022},\n  volume = {102},\n  pages = {adv00743},\n  doi = {10.2340/actadv.v102.2014}\n}\n\n"
        "@incollection{odd--key,\n  author = {{R \\& D Group} and van der Berg, Jr, A},\n"
        "  title = {{50\\% of \\{IL\\_4\\} \\& \"x\" \\textbackslash{} \\textasciitilde{}\\textasciicircum{}\\$\\#}},\n"
        "  booktitle = {Müller's book},\n  year = {1999},\n  month = {5},\n  pages = {711--21.e7},\n"
        "  url = {https://example.org/a_b%20c%7Bd%7D},\n  pmid = {123}\n}\n\n");
}

static void test_bibliography__ris_has_one_line_per_value(void **state)
{
    (void)state;
    const rxc_export_work works[] = { { S("wu2022dupilumab"), &article }, { S("odd"), &odd } };
    check("ris", works, 2,
          "TY  - JOUR\nID  - wu2022dupilumab\nAU  - Wu, L\nAU  - Ali, K\n"
          "TI  - Dupilumab-induced Acute Generalized Exanthematous Pustulosis\nT2  - Acta Derm Venereol\nPY  - "
          "2022\nVL  - 102\n"
          "SP  - adv00743\nDO  - 10.2340/actadv.v102.2014\nER  - \n\n"
          "TY  - CHAP\nID  - odd\nAU  - R & D Group\nAU  - van der Berg, A, Jr\nTI  - 50% of {IL_4} & \"x\" \\ ~^$#\n"
          "T2  - Müller's book\nPY  - 1999\nDA  - 1999/05/03\nSP  - 711\nEP  - 21.e7\nAN  - 123\n"
          "UR  - https://example.org/a_b%20c{d}\nER  - \n\n");
}

static void test_bibliography__a_status_comes_before_notes(void **state)
{
    (void)state;
    static const rxc_work marked = { .type = RXC_WORK_ARTICLE, .title = STR_INIT("Ducts"), .status = STR_INIT("retracted"), .note = STR_INIT("seen") };
    const rxc_export_work works[] = { { S("ducts"), &marked } };
    check("bibtex", works, 1, "@article{ducts,\n  title = {{Ducts}},\n  note = {retracted},\n  annote = {seen}\n}\n\n");
    check("ris", works, 1, "TY  - JOUR\nID  - ducts\nTI  - Ducts\nN1  - retracted\nN1  - seen\nER  - \n\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bibliography__a_status_comes_before_notes),
        cmocka_unit_test(test_bibliography__csl_has_ids_and_only_csl_names),
        cmocka_unit_test(test_bibliography__bibtex_is_safe_for_latex),
        cmocka_unit_test(test_bibliography__ris_has_one_line_per_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

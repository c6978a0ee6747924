/* test_read_tei.c: TEI documents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

#define TEI(text) "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text>" text "</text></TEI>"

static rxc_doc *read_golden(Arena *arena)
{
    Str source;
    Str path = arena_printf(arena, "%s/tests/golden/readers/tei/grobid.in", RXCITE_SOURCE_DIR);
    assert_int_equal(rxc_file_read(path.p, (size_t)1 << 20, arena, &source, NULL), RXC_OK);
    return read_text(arena, source, "grobid.xml");
}

static void test_read_tei__gives_blocks_their_sections(void **state)
{
    static const struct {
        const char *words;
        rxc_section section;
    } cases[] = { { "We describe", RXC_SECTION_ABSTRACT }, { "Eye disorders are", RXC_SECTION_INTRODUCTION }, { "A note of", RXC_SECTION_BACK },
                  { "A man of 40", RXC_SECTION_CASE },     { "It subsided", RXC_SECTION_CASE },             { "We thank", RXC_SECTION_BACK },
                  { "Ito M", RXC_SECTION_REFERENCES } };
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_golden(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) assert_int_equal(block_with(doc, cases[i].words)->section, cases[i].section);
    arena_clear(&arena);
}

static void test_read_tei__ties_callouts_to_entries(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_golden(&arena);
    assert_str(mark_on(doc, RXC_MARK_CITATION, "[1]")->target, "b0");
    assert_str(doc->entries.v[0].anchor, "b0");
    assert_true(doc->entries.v[0].complete);
    assert_false(doc->entries.v[1].complete); /* its printed form is there */
    assert_int_equal(doc->entries.v[1].work.type, RXC_WORK_BOOK);
    arena_clear(&arena);
}

static void test_read_tei__takes_several_targets(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S(TEI("<body><p>Seen <ref type=\"bibr\" target=\"#b0 #b3\">1,4</ref>.</p></body>")), "a.xml");
    assert_str(mark_on(doc, RXC_MARK_CITATION, "1,4")->target, "b0 b3");
    arena_clear(&arena);
}

static void test_read_tei__reads_printed_entries(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S(TEI("<back><listBibl><bibl xml:id=\"r1\">Wu L. <title>Eyes</title>. Lancet 2019;3:4.</bibl></listBibl></back>")), "a.xml");
    assert_int_equal(doc->entries.n, 1);
    assert_str(block_text(doc, 0), "Wu L. Eyes. Lancet 2019;3:4.");
    assert_false(doc->entries.v[0].complete);
    arena_clear(&arena);
}

static void test_read_tei__keeps_paragraphs_whole_around_figures(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S(TEI("<body><p>Before <figure><head>Fig 1</head><figDesc>An eye.</figDesc></figure>behind.</p></body>")), "a.xml");
    assert_str(block_text(doc, 0), "Before behind.");
    assert_str(block_text(doc, 1), "Fig 1 An eye.");
    assert_int_equal(doc->blocks.v[1].kind, RXC_BLOCK_CAPTION);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_tei__gives_blocks_their_sections),
        cmocka_unit_test(test_read_tei__ties_callouts_to_entries),
        cmocka_unit_test(test_read_tei__takes_several_targets),
        cmocka_unit_test(test_read_tei__reads_printed_entries),
        cmocka_unit_test(test_read_tei__keeps_paragraphs_whole_around_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

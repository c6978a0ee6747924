/* test_check.c: reading tagged references of each kind, and counting what a parser gets right. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700
#include <stdlib.h>
#include <unistd.h>

#include "unit.h"

#include "refs/check.h"

static void write_temporary(char path[32], const char *text)
{
    strcpy(path, "/tmp/rxcite_test_XXXXXX");
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
}

static rxc_golds read_gold(Arena *arena, const char *text)
{
    char path[32];
    rxc_golds golds = { 0 };
    rxc_err err = { 0 };
    write_temporary(path, text);
    assert_int_equal(rxc_gold_read(path, arena, &golds, &err), RXC_OK);
    unlink(path);
    return golds;
}

static const char anystyle[] = "<?xml version=\"1.0\"?>\n<dataset>\n<sequence>\n  <author>Beck, L. A.</author>\n"
                               "  <date>(2014).</date>\n  <title>Dupilumab &amp; adults.</title>\n"
                               "  <journal>NEJM,</journal>\n  <volume>371,</volume>\n  <pages>130&#8211;139.</pages>\n"
                               "</sequence>\n</dataset>\n";

static void test_gold__reads_anystyle(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_golds golds = read_gold(&arena, anystyle);
    assert_int_equal(golds.n, 1);
    assert_str(str_trim(golds.v[0].raw), "Beck, L. A. (2014). Dupilumab & adults. NEJM, 371, 130–139.");
    assert_int_equal(golds.v[0].spans, 6);
    assert_int_equal(golds.v[0].span[3].label, RXC_LABEL_container);
    assert_str(str_sub(golds.v[0].raw, golds.v[0].span[4].b, golds.v[0].span[4].e), "371,");
    arena_clear(&arena);
}

static void test_gold__reads_tei(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_golds golds = read_gold(&arena, "<TEI><listBibl><bibl><author>Beck L</author>, <title level=\"a\">Dupilumab<lb/>in "
                                        "adults</title>. <title level=\"j\">NEJM</title> <biblScope unit=\"volume\">371"
                                        "</biblScope> <date>2014</date></bibl></listBibl></TEI>");
    assert_int_equal(golds.n, 1);
    assert_str(golds.v[0].raw, "Beck L, Dupilumab in adults. NEJM 371 2014");
    assert_int_equal(golds.v[0].span[1].label, RXC_LABEL_title);
    assert_int_equal(golds.v[0].span[2].label, RXC_LABEL_container);
    arena_clear(&arena);
}

static void test_gold__takes_broken_xml_as_it_comes(void **state)
{
    (void)state;
    static const char *const texts[] = { "<", "<bibl", "<bibl>", "<bibl><author>x", "<bibl><a>x</bibl>", "<sequence></sequence>",
                                         "<bibl></a></b>&#xFFFFFFFFF;&#;&lt</bibl>", "<bibl><author" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char path[32];
        Arena arena = { 0 };
        rxc_golds golds = { 0 };
        write_temporary(path, texts[i]);
        rxc_status status = rxc_gold_read(path, &arena, &golds, NULL);
        assert_true(status == RXC_DATA || golds.n == 1);
        unlink(path);
        arena_clear(&arena);
    }
}

static void count_fault(void *context, const rxc_gold *gold, rxc_check_field field, Str expected, Str found)
{
    (void)gold, (void)expected, (void)found;
    ((size_t *)context)[field]++;
}

static void test_check__counts_right_wrong_missing_and_extra(void **state)
{
    (void)state;
    char path[32];
    size_t faults[RXC_CHECK_FIELDS] = { 0 };
    rxc_refs_parser *parser = NULL;
    rxc_check check = { .fault = count_fault, .context = faults };
    /* the gold is wrong in volume, knows an issue that is not there, and does not know the page */
    write_temporary(path, "{\"raw\":\"Beck LA, Simpson EL. Dupilumab in adults. N Engl J Med. 2014;371:130-9.\",\"gold\":"
                          "{\"author\":[{\"family\":\"Beck\",\"given\":\"L. A.\"},{\"family\":\"Simpson\",\"given\":\"EL\"}],"
                          "\"title\":\"Dupilumab in adults\",\"container-title\":\"N. Engl. J. Med\",\"year\":\"2014\","
                          "\"volume\":\"372\",\"issue\":\"9\"},\"noscore\":[]}\n");
    assert_int_equal(rxc_refs_open(NULL, &parser, NULL), RXC_OK);
    check.parser = parser;
    assert_int_equal(rxc_check_file(&check, path, NULL), RXC_OK);
    assert_int_equal(check.references, 1);
    assert_int_equal(check.whole, 0);
    assert_int_equal(check.fields[RXC_CHECK_AUTHORS].right, 1);
    assert_int_equal(check.fields[RXC_CHECK_CONTAINER].right, 1);
    assert_int_equal(check.fields[RXC_CHECK_VOLUME].wrong, 1);
    assert_int_equal(check.fields[RXC_CHECK_ISSUE].missing, 1);
    assert_int_equal(check.fields[RXC_CHECK_PAGE].extra, 1);
    assert_int_equal(faults[RXC_CHECK_VOLUME] + faults[RXC_CHECK_ISSUE] + faults[RXC_CHECK_PAGE], 3);
    rxc_tally total = rxc_check_total(&check);
    assert_int_equal(total.right, 5);
    assert_true(rxc_tally_precision(total) > 0.71 && rxc_tally_precision(total) < 0.72);
    rxc_refs_close(parser);
    unlink(path);
}

static void test_check__makes_the_known_fields_of_tagged_strings(void **state)
{
    (void)state;
    char path[32];
    rxc_refs_parser *parser = NULL;
    rxc_check check = { 0 };
    write_temporary(path, anystyle);
    assert_int_equal(rxc_refs_open(NULL, &parser, NULL), RXC_OK);
    check.parser = parser;
    assert_int_equal(rxc_check_file(&check, path, NULL), RXC_OK);
    assert_int_equal(check.fields[RXC_CHECK_AUTHORS].right, 1);
    assert_int_equal(check.fields[RXC_CHECK_YEAR].right, 1);
    assert_int_equal(check.fields[RXC_CHECK_PAGE].right, 1);
    rxc_refs_close(parser);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gold__reads_anystyle),
        cmocka_unit_test(test_gold__reads_tei),
        cmocka_unit_test(test_gold__takes_broken_xml_as_it_comes),
        cmocka_unit_test(test_check__counts_right_wrong_missing_and_extra),
        cmocka_unit_test(test_check__makes_the_known_fields_of_tagged_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

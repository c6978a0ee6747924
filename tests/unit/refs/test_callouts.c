/* test_callouts.c: which numbers, names and links are call-outs, and which entries they mean, in documents of several forms. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"
#include "read/reader.h"
#include "refs/refs.h"
#include "unit.h"

#define NUMBERED \
    "<h2>References</h2><ol><li id=R1>Wu L. On pustules. J Dermatol 2022;1:2-3.</li><li id=R2>Lee S. On rashes. Lancet 2014;2:3-4.</li>" \
    "<li id=R3>Doe J. On hair. BMJ 2019;3:4-5.</li><li id=R4>Roe K. On skin. BMJ 2018;4:5-6.</li></ol>"

/* "2,3>2 3|": text and numbers of entries of each call-out. */
static void expect(const char *source, const char *expected)
{
    Arena arena = { 0 };
    Buf got = { 0 };
    rxc_record record = { 0 };
    rxc_refs_parser *parser = NULL;
    rxc_err err = { 0 };
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    assert_int_equal(rxc_read(str_from(source), S("a"), &limits, &arena, &record.doc, &err), RXC_OK);
    assert_int_equal(rxc_refs_open(NULL, &parser, &err), RXC_OK);
    rxc_refs_find(parser, &record);
    rxc_callouts_find(&record);
    rxc_refs_close(parser);
    for (size_t i = 0; i < record.callouts.n; i++) {
        const rxc_callout *callout = &record.callouts.v[i];
        buf_printf(&got, "%s%.*s>", i ? "|" : "", STR_ARG(callout->text));
        for (size_t k = 0; k < callout->references.n; k++)
            buf_printf(&got, "%s%d", k ? " " : "", record.references.v[callout->references.v[k]].number);
    }
    assert_str(buf_str(&got), expected);
    buf_clear(&got);
    arena_clear(&arena);
}

static void test_callouts__links_to_figures_are_none(void **state)
{
    (void)state;
    expect("<html><body><h1>A rash</h1><p>It was seen (<a href=#R1>1</a>, <a href=#R2>2</a>) and (<a href=#F3>3</a>), see Figure "
           "<a href=#F2>2</a>, over 600 km<sup>2</sup> in [3] and<sup>4</sup> and (<a href=#R4>4</a>).</p><div id=F2>A figure</div>" NUMBERED "</body></html>",
           "1>1|2>2|4>4");
}

static void test_callouts__numbers_of_a_link_may_be_parted_by_a_space(void **state)
{
    (void)state;
    expect("<html><body><h1>A rash</h1><p>It was seen.<sup><a href=#R1>1 2</a></sup> It was not.<sup><a href=#R3>3</a></sup> Nor this.<sup><a "
           "href=#R4>4</a></sup></p>" NUMBERED "</body></html>",
           "1 2>1 2|3>3|4>4");
}

#define NAMED \
    "\n\nReferences\n\n- Pandey A, Singh P, Roe K. (2014a). On oils. J Oil 1, 2-3.\n- Pandey A, Singh P, Roe K. (2014b). On oils again. J Oil 2, 3-4.\n" \
    "- Pandey A, Tripathi N. (2011). On seeds. J Seed 3, 4-5.\n- Pandey A, Doe J, Roe K. (2011). On more seeds. J Seed 4, 5-6.\n" \
    "- Berni Canani R, Doe J, Roe K. (2017). On milk. J Milk 5, 6-7.\n"

static void test_callouts__letters_and_further_authors_choose(void **state)
{
    (void)state;
    expect("A title of a paper\n\nIt was seen (Pandey et al., 2014b; Pandey and Tripathi, 2011; Pandey et al., 2011), and again (Pandey et al., 2014a)." NAMED,
           "Pandey et al., 2014b>2|Pandey and Tripathi, 2011>3|Pandey et al., 2011>4|Pandey et al., 2014a>1");
}

static void test_callouts__a_word_before_the_name_is_no_author(void **state)
{
    (void)state;
    expect("A title of a paper\n\nMoreover, Pandey and Tripathi (2011) saw it, as (Berni Canani et al., 2017) did." NAMED,
           "Moreover, Pandey and Tripathi (2011>3|Canani et al., 2017>5");
}

static void test_callouts__a_linked_year_decides(void **state)
{
    (void)state;
    expect("<html><body><h1>On oils</h1><p>Oils have long been in use.</p><h2>Results</h2><p>Seen (Lee et al., <a href=#R2>2014</a>; Doe and Roe, <a href=#R3>2019</a>) and by Wu et al. "
           "(<a href=#R1>2022</a>), and by Roe et al. (2018).</p>" NUMBERED "</body></html>",
           "2014>2|2019>3|2022>1|Roe et al. (2018>4");
}

#define LIST "\n\nReferences\n\n1. Wu L. On pustules. J Dermatol 2022;1:2-3.\n2. Lee S. On rashes. Lancet 2014;2:3-4.\n3. Doe J. On hair. BMJ 2019;3:4-5.\n"

static void test_callouts__numbers_that_count_points_are_none(void **state)
{
    (void)state;
    expect("A title of a paper\n\nIt was seen (1), as Lee et al. (2) say, and again (2, 3). We had aims: (1) to see; (2) to ask and (3) to learn. It "
           "was rare (3)." LIST,
           "(1)>1|(2)>2|(2, 3)>2 3|(3)>3");
}

static void test_callouts__negative_powers_are_none(void **state)
{
    (void)state;
    expect("A title of a paper\n\nAt 100 μg L⁻¹ it was seen.¹ With Ca²⁺ it was not.² Nor was this.³" LIST, "¹>1|²>2|³>3");
}

static void test_callouts__statements_at_the_end_cite_too(void **state)
{
    (void)state;
    expect("A title of a paper\n\nIt was seen [1]. It was rare [2].\n\nData availability\n\nAll data are open [3]." LIST, "[1]>1|[2]>2|[3]>3");
}

static void test_callouts__cells_name_authors_without_brackets(void **state)
{
    (void)state;
    expect("A title of a paper\n\nIt was seen (Pandey and Tripathi, 2011) and (Pandey et al., 2014a).\n\n  Oil     Seen by\n  ------- "
           "-------------------------\n  Clove   Pandey et al., 2014b\n  Mint    12.5 [1–3]" NAMED,
           "Pandey and Tripathi, 2011>3|Pandey et al., 2014a>1|Pandey et al., 2014b>2");
}

static void test_callouts__numbers_may_be_label_and_text(void **state)
{
    (void)state;
    expect("<html><body><h1>A rash</h1><p>It was seen [1]. It was rare [2].</p><h2>References</h2><ol><li>1. Wu L. On pustules. J Dermatol 2022;1:2-3.</li><li>2. "
           "Lee S. On rashes. Lancet 2014;2:3-4.</li></ol></body></html>",
           "[1]>1|[2]>2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_callouts__links_to_figures_are_none),
        cmocka_unit_test(test_callouts__numbers_of_a_link_may_be_parted_by_a_space),
        cmocka_unit_test(test_callouts__letters_and_further_authors_choose),
        cmocka_unit_test(test_callouts__a_word_before_the_name_is_no_author),
        cmocka_unit_test(test_callouts__a_linked_year_decides),
        cmocka_unit_test(test_callouts__numbers_that_count_points_are_none),
        cmocka_unit_test(test_callouts__negative_powers_are_none),
        cmocka_unit_test(test_callouts__statements_at_the_end_cite_too),
        cmocka_unit_test(test_callouts__cells_name_authors_without_brackets),
        cmocka_unit_test(test_callouts__numbers_may_be_label_and_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

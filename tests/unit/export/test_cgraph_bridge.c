/* test_cgraph_bridge.c: text that is put into a graph comes back out of a DOT file unchanged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written.h"

#include "export/cgraph_bridge.h"

static void test_cgraph_bridge__text_is_escaped_for_labels(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_cgraph c = { .scratch = &arena };
    assert_string_equal(rxc_cgraph_escape(&c, S("a\\N b\\")), "a\\\\N b\\\\");
    assert_string_equal(rxc_cgraph_escape(&c, S("two\nlines\r")), "two\\nlines");
    assert_string_equal(rxc_cgraph_escape(&c, S("x < y & z; &lt; &#45; R&D")), "x < y & z; &amp;lt; &amp;#45; R&D");
    assert_string_equal(rxc_cgraph_escape(&c, S("\001\xFF")), "\xEF\xBF\xBD\xEF\xBF\xBD");
    c.amp = RXC_AMP_STAND_IN;
    assert_string_equal(rxc_cgraph_escape(&c, S("R&D " RXC_AMP_CHARACTER)), "R" RXC_AMP_CHARACTER "D \xEF\xBF\xBD");
    arena_clear(&arena);
}

/* Write a graph with one node and read it again; give the label as it is in memory. */
static const char *label_after_round_trip(Arena *arena, Str text)
{
    rxc_cgraph c = { .scratch = arena };
    Agraph_t *g = rxc_cgraph_open("g", true);
    Agnode_t *n = rxc_cgraph_node(&c, g, S("n"));
    rxc_cgraph_text(&c, n, "label", text);
    char *bytes = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&bytes, &size);
    agwrite(g, file);
    fclose(file);
    agclose(g);
    Agraph_t *again = agmemread(bytes);
    assert_non_null(again);
    free(bytes);
    char name[] = "n", label[] = "label";
    const char *copy = arena_cstr(arena, str_from(agget(agnode(again, name, 0), label)));
    agclose(again);
    return copy;
}

static void test_cgraph_bridge__what_dot_reads_is_what_was_set(void **state)
{
    (void)state;
    static const Str texts[] = { STR_INIT("plain"),        STR_INIT("ends in \\"), STR_INIT("quote \" and \\\" both"),
                                 STR_INIT("<b>&amp;</b>"), STR_INIT("42"),         STR_INIT("graph"),
                                 STR_INIT("β-lactam") };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Arena arena = { 0 };
        rxc_cgraph c = { .scratch = &arena };
        assert_string_equal(label_after_round_trip(&arena, texts[i]), rxc_cgraph_escape(&c, texts[i]));
        arena_clear(&arena);
    }
}

static void test_cgraph_bridge__subgraphs_keep_the_order_they_were_made_in(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_cgraph c = { .scratch = &arena };
    Agraph_t *g = rxc_cgraph_open("g", true);
    rxc_cgraph_node(&c, g, S("second")); /* its name lies before the others in memory */
    rxc_cgraph_subgraph(g, "first");
    rxc_cgraph_subgraph(g, "second");
    rxc_cgraph_subgraph(g, NULL);
    assert_string_equal(agnameof(agfstsubg(g)), "first");
    assert_string_equal(agnameof(agnxtsubg(agfstsubg(g))), "second");
    assert_ptr_equal(rxc_cgraph_subgraph(g, "first"), agfstsubg(g));
    agclose(g);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cgraph_bridge__text_is_escaped_for_labels),
        cmocka_unit_test(test_cgraph_bridge__subgraphs_keep_the_order_they_were_made_in),
        cmocka_unit_test(test_cgraph_bridge__what_dot_reads_is_what_was_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

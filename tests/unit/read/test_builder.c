/* test_builder.c: text, blocks and marks of a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "read/builder.h"

typedef struct fixture {
    Arena arena;
    rxc_doc doc;
    rxc_builder b;
} fixture;

static void begin(fixture *f)
{
    *f = (fixture){ 0 };
    f->doc.arena = &f->arena;
    rxc_builder_init(&f->b, &f->doc);
    rxc_builder_open(&f->b, RXC_BLOCK_PARAGRAPH, 1, 1);
}

static void check_mark(const fixture *f, size_t i, const char *text)
{
    assert_in_range(f->doc.marks.v[i].span.e, f->doc.marks.v[i].span.b, f->doc.text.n);
    assert_str(rxc_span_of(f->doc.text, f->doc.marks.v[i].span), text);
}

static void test_builder__what_is_dropped_is_in_no_mark(void **state)
{
    (void)state;
    fixture f;
    begin(&f);
    rxc_builder_mark(&f.b, RXC_MARK_LINK, S("#a"));
    rxc_builder_text(&f.b, S("Doe J. "));
    rxc_builder_mark(&f.b, RXC_MARK_ITALIC, (Str){ 0 });
    rxc_builder_text(&f.b, S("Rash"));
    rxc_builder_unmark(&f.b);
    rxc_builder_mark(&f.b, RXC_MARK_BOLD, (Str){ 0 });
    rxc_builder_text(&f.b, S("[]"));
    rxc_builder_unmark(&f.b);
    rxc_builder_unmark(&f.b);
    rxc_builder_drop(&f.b, 3);
    rxc_builder_text(&f.b, S("g"));
    rxc_builder_finish(&f.b);
    assert_str(f.doc.text, "Doe J. Rasg");
    assert_int_equal(f.doc.marks.n, 2);
    check_mark(&f, 0, "Doe J. Ras");
    check_mark(&f, 1, "Ras");
    arena_clear(&f.arena);
}

static void test_builder__a_block_that_is_dropped_leaves_no_trace(void **state)
{
    (void)state;
    fixture f;
    begin(&f);
    rxc_builder_text(&f.b, S("One"));
    rxc_builder_open(&f.b, RXC_BLOCK_PARAGRAPH, 2, 1);
    rxc_builder_mark(&f.b, RXC_MARK_LINK, S("#a"));
    rxc_builder_text(&f.b, S("[ ]"));
    rxc_builder_unmark(&f.b);
    rxc_builder_drop(&f.b, 3);
    rxc_builder_open(&f.b, RXC_BLOCK_PARAGRAPH, 3, 1);
    rxc_builder_text(&f.b, S("Two"));
    rxc_builder_finish(&f.b);
    assert_str(f.doc.text, "One\nTwo");
    assert_int_equal(f.doc.blocks.n, 2);
    assert_int_equal(f.doc.marks.n, 0);
    arena_clear(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builder__what_is_dropped_is_in_no_mark),
        cmocka_unit_test(test_builder__a_block_that_is_dropped_leaves_no_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

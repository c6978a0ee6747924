/* test_find.c: lists of references are cut into entries, call-outs tied to them, in documents built by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "read/reader.h"
#include "refs/refs.h"

typedef struct fixture {
    Arena arena;
    rxc_doc doc;
    rxc_record record;
    Buf text;
} fixture;

/* A document whose paragraphs are the lines of text; "# " before a line makes it a heading, the lines behind a heading
 * "References" are its list; leading blanks are the indent. ^1,2^ is a superscript. */
static void put_line(fixture *f, Str line, size_t number, bool references)
{
    rxc_block block = { .kind = RXC_BLOCK_PARAGRAPH, .section = references ? RXC_SECTION_REFERENCES : RXC_SECTION_NONE, .line = number };
    while (line.n && line.p[0] == ' ') block.indent++, line = str_drop(line, 1);
    if (str_starts(line, S("# "))) block.kind = RXC_BLOCK_HEADING, line = str_drop(line, 2);
    block.span.b = f->text.n;
    size_t open = STR_NONE;
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] != '^') {
            buf_char(&f->text, line.p[i]);
        } else if (open == STR_NONE) {
            open = f->text.n;
        } else {
            *vec_push(&f->arena, &f->doc.marks) = (rxc_mark){ RXC_MARK_SUPERSCRIPT, { open, f->text.n }, { 0 } };
            open = STR_NONE;
        }
    }
    block.span.e = f->text.n;
    buf_char(&f->text, '\n');
    *vec_push(&f->arena, &f->doc.blocks) = block;
}

static void read_document(fixture *f, const char *text)
{
    rxc_refs_parser *parser = NULL;
    rxc_err err = { 0 };
    Str rest = str_from(text), line;
    bool references = false;
    for (size_t number = 1; str_cut(&rest, '\n', &line); number++) {
        if (str_starts(line, S("# "))) references = str_eq(line, S("# References"));
        if (str_trim(line).n) put_line(f, line, number, references);
    }
    f->doc.text = buf_str(&f->text);
    f->doc.arena = &f->arena;
    f->record.doc = &f->doc;
    assert_int_equal(rxc_refs_open(NULL, &parser, &err), RXC_OK);
    rxc_refs_find(parser, &f->record);
    rxc_callouts_find(&f->record);
    rxc_refs_close(parser);
}

static void clear(fixture *f)
{
    arena_clear(&f->arena);
    buf_clear(&f->text);
}

/* "2:Lee 1:Wu": number and first author of each reference */
static void expect_references(const char *text, const char *expected)
{
    fixture f = { 0 };
    Buf got = { 0 };
    read_document(&f, text);
    for (size_t i = 0; i < f.record.references.n; i++) {
        const rxc_reference *ref = &f.record.references.v[i];
        Str label = ref->label.n ? ref->label : arena_printf(&f.arena, "#%d", ref->number);
        buf_printf(&got, "%s%.*s:%.*s", i ? " " : "", STR_ARG(label), STR_ARG(rxc_work_first_author(&ref->work)));
    }
    assert_str(buf_str(&got), expected);
    buf_clear(&got);
    clear(&f);
}

/* "2,3>2 3|": text, numbers of entries, ?n for unresolved ones */
static void expect_callouts(const char *text, const char *expected)
{
    fixture f = { 0 };
    Buf got = { 0 };
    read_document(&f, text);
    for (size_t i = 0; i < f.record.callouts.n; i++) {
        const rxc_callout *callout = &f.record.callouts.v[i];
        buf_printf(&got, "%s%.*s>", i ? "|" : "", STR_ARG(callout->text));
        for (size_t k = 0; k < callout->references.n; k++)
            buf_printf(&got, "%s%d", k ? " " : "", f.record.references.v[callout->references.v[k]].number);
        for (size_t k = 0; k < callout->unresolved.n; k++) buf_printf(&got, "%s?%d", k ? " " : "", callout->unresolved.v[k]);
    }
    assert_str(buf_str(&got), expected);
    buf_clear(&got);
    clear(&f);
}

#define LIST3                                                                                \
    "# References\n"                                                                         \
    "1. Wu L, Ali K. Pustulosis after dupilumab. Acta Derm Venereol 2022;102:1-2.\n"          \
    "2. Lee S, Kang H. Parvovirus and pustulosis. Ann Dermatol 2014;26:399-400.\n"           \
    "3. Smith A, Jones B. Rashes of two kinds. J Invest Dermatol 2019;139:10-20.\n"

static void test_find__numbers_of_every_form_begin_entries(void **state)
{
    (void)state;
    expect_references("# References\n[1] Wu L. On pustules. Lancet 2022;1:2-3.\n[2] Lee S. On rashes. Lancet 2014;2:3-4.", "1:Wu 2:Lee");
    expect_references("# References\n(1) Wu L. On pustules. Lancet 2022;1:2-3.\n(2) Lee S. On rashes. Lancet 2014;2:3-4.", "1:Wu 2:Lee");
    expect_references("# References\n1) Wu L. On pustules. Lancet 2022;1:2-3.\n2) Lee S. On rashes. Lancet 2014;2:3-4.", "1:Wu 2:Lee");
    expect_references("# References\n1 Wu L. On pustules. Lancet 2022;1:2-3.\n2 Lee S. On rashes. Lancet 2014;2:3-4.", "1:Wu 2:Lee");
    expect_references("# References\n\xC2\xB9Wu L. On pustules. Lancet 2022;1:2-3.\n\xC2\xB2Lee S. On rashes. Lancet 2014;2:3-4.", "\xC2\xB9:Wu \xC2\xB2:Lee");
}

static void test_find__broken_lines_are_joined(void **state)
{
    (void)state;
    expect_references("# References\n1. Wu L, Ali K. Pustulosis after dupi-\nlumab. Acta Derm Venereol 2022;\n102. Epub.\n2. Lee S. On rashes. Lancet 2014;2:3-4.", "1:Wu 2:Lee");
    expect_references("# References\nWu L, Ali K. Pustulosis after dupi-\n   lumab. Acta Derm Venereol 2022;102:1.\nLee S. On rashes.\n   Lancet 2014;2:3-4.", "#1:Wu #2:Lee");
    expect_references("# References\n\nWu L, Ali K. Pustulosis after\ndupilumab. Acta Derm Venereol 2022;102:1.\n\nLee S. On rashes.\nLancet 2014;2:3-4.", "#1:Wu #2:Lee");
    expect_references("# References\nWu L. On pustules. Lancet 2022;1:2-3.\nLee S. On rashes. Lancet 2014;2:3-4.\nSmith A. On skin. Lancet 2015;2:3.", "#1:Wu #2:Lee #3:Smith");
}

static void test_find__a_broken_word_loses_its_hyphen(void **state)
{
    (void)state;
    fixture f = { 0 };
    read_document(&f, "# References\n1. Wu L. Pustulosis after dupi-\nlumab in a drug-\ninduced case. Acta Derm 2022;102:1. doi:10.1000/\nabc.1");
    assert_str(f.record.references.v[0].work.title, "Pustulosis after dupilumab in a drug-induced case");
    assert_str(f.record.references.v[0].work.doi, "10.1000/abc.1");
    clear(&f);
}

static void test_find__entries_run_together_are_cut_at_their_numbers(void **state)
{
    (void)state;
    expect_references("# References\n1. Wu L. On 2 pustules. Lancet 2022;1:2-3. 2. Lee S. On rashes. Lancet 2014;2:3-4. 3. Smith A. On skin. Lancet 2015;2:3.",
                      "1:Wu 2:Lee 3:Smith");
}

static void test_find__works_a_b_c_of_one_entry_are_told_apart(void **state)
{
    (void)state;
    expect_references("# References\n1. (a) Wu L. On pustules. Lancet 2022, 1, 2; (b) Lee S. On rashes. Lancet 2014, 2, 3.\n2. Smith A. On skin. Lancet 2015;2:3.",
                      "1a:Wu 1b:Lee 2:Smith");
}

static void test_find__a_numbered_list_needs_no_heading(void **state)
{
    (void)state;
    expect_references("A case of pustulosis in 2022.\n1. Wu L. On pustules. Lancet 2022;1:2-3.\n2. Lee S. On rashes. Lancet 2014;2:3-4.", "1:Wu 2:Lee");
    expect_references("What to do:\n1. Wash your hands.\n2. Take the pen out of the fridge.\n3. Wait for 45 minutes.", "");
}

static void test_find__missing_numbers_and_stray_lines_are_counted(void **state)
{
    (void)state;
    fixture f = { 0 };
    read_document(&f, "# References\n1. Wu L. On pustules. Lancet 2022;1:2-3.\n4. Lee S. On rashes. Lancet 2014;2:3-4.");
    assert_int_equal(f.record.references.n, 2);
    assert_int_equal(f.record.ledger.references_seen, 2);
    assert_int_equal(f.record.ledger.references_stated, 4);
    assert_int_equal(f.record.ledger.losses.n, 1);
    assert_str(f.record.ledger.losses.v[0].reason, "number-missing");
    assert_int_equal(f.record.ledger.losses.v[0].count, 2);
    clear(&f);
}

static void test_find__blocks_of_entries_become_references(void **state)
{
    (void)state;
    fixture f = { 0 };
    read_document(&f, "Text.\n1. Wu L. On pustules. Lancet 2022;1:2-3.\n2. Lee S. On rashes. Lancet 2014;2:3-4.");
    assert_int_equal(f.doc.blocks.v[0].kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(f.doc.blocks.v[1].kind, RXC_BLOCK_REFERENCE);
    assert_int_equal(f.doc.blocks.v[2].kind, RXC_BLOCK_REFERENCE);
    clear(&f);
}

static void test_find__superscripts_and_brackets_are_callouts(void **state)
{
    (void)state;
    expect_callouts("Seen once.^1^ Seen twice.^2,3^ Seen often.^1\xE2\x80\x93" "3^\n" LIST3, "1>1|2,3>2 3|1\xE2\x80\x93" "3>1 2 3");
    expect_callouts("Seen once [1]. Seen twice [2, 3]. Seen often [1-3].\n" LIST3, "[1]>1|[2, 3]>2 3|[1-3]>1 2 3");
    expect_callouts("Seen once.\xC2\xB9 Seen twice.\xC2\xB2,\xC2\xB3\n" LIST3, "\xC2\xB9>1|\xC2\xB2,\xC2\xB3>2 3");
    expect_callouts("Seen once (1). Seen twice (2,3).\n" LIST3, "(1)>1|(2,3)>2 3");
}

static void test_find__powers_isotopes_and_charges_are_no_callouts(void **state)
{
    (void)state;
    expect_callouts("At 10^3^ cells per cm^2^ of ^18^F and Ca^2+^ with r^2^ of 0.9.\n" LIST3, "");
    expect_callouts("With [18F]FDG and [18]F in 3 patients [4 women] (n=3) in (2019).\n" LIST3, "");
}

static void test_find__glued_numbers_are_callouts_where_the_style_says_so(void **state)
{
    (void)state;
    expect_callouts("A source of inflammation.1,2,13,14\nIt acts on pathways2,13\nsuch as these (see there)1\nto1,2,13:",
                    "1,2,13,14>?1 ?2 ?13 ?14|2,13>?2 ?13|1>?1|1,2,13>?1 ?2 ?13");
    expect_callouts("IL-4 and IL\xE2\x80\x91" "13 and Th2 and type 2 and ILC2s and IL-4R\xCE\xB1 and 3 indications, CO2, 2 main types, phase2, in 2019.", "");
    expect_callouts("It was seen.1 It was not [2]. And IgG4 rose.\n" LIST3, "[2]>2");
    expect_callouts("Lee et al.2 saw it. So it was described by1 and in patients2,3 at 28 cm2 and 0.5 g.\n" LIST3, "2>2|1>1|2,3>2 3");
}

static void test_find__authors_and_years_are_callouts(void **state)
{
    (void)state;
    static const char text[] = "Pustules (Wu et al., 2022) were seen. Lee et al. (2014) saw them. So did Smith and Jones (2019), and others\n"
                               "(Smith & Jones, 2019; Lee & Kang 2014). In March (2020) nobody did (Miller et al., 2001).\n" LIST3;
    expect_callouts(text, "Wu et al., 2022>1|Lee et al. (2014>2|Smith and Jones (2019>3|Smith & Jones, 2019>3|Lee & Kang 2014>2|Miller et al., 2001>?-1");
}

static void test_find__numbers_that_come_later_are_waited_for(void **state)
{
    (void)state;
    expect_references("# References\n1. Wu L. On pustules. J Dermatol\n12. Suppl 2022;1:2-3.\n2. Lee S. On rashes. Lancet 2014;2:3-4.", "1:Wu 2:Lee");
}

static void test_find__a_number_without_entry_is_kept(void **state)
{
    (void)state;
    fixture f = { 0 };
    read_document(&f, "Seen once.^1^ Seen again.^2,7^\n" LIST3);
    assert_int_equal(f.record.ledger.callouts_seen, 3);
    assert_int_equal(f.record.ledger.callouts_resolved, 2);
    assert_int_equal(f.record.ledger.callouts_unresolved, 1);
    assert_int_equal(f.record.callouts.v[1].unresolved.v[0], 7);
    assert_str(f.record.ledger.losses.v[0].reason, "no-entry");
    clear(&f);
}

static void test_find__a_callout_behind_the_stop_belongs_to_the_sentence_before(void **state)
{
    (void)state;
    fixture f = { 0 };
    read_document(&f, "Pustules were seen in one patient.^1^ They healed in a week. [2] Nothing more is known.\n" LIST3);
    assert_str(rxc_span_of(f.doc.text, f.record.callouts.v[0].sentence), "Pustules were seen in one patient.1");
    assert_true(str_starts(rxc_span_of(f.doc.text, f.record.callouts.v[1].sentence), S("They healed in a week.")));
    clear(&f);
}

/* --- the seeds ---------------------------------------------------------------------------------------------------- */

static bool read_seed(fixture *f, const char *name, char **bytes)
{
    char path[512];
    snprintf(path, sizeof path, "%s/../shared/data/seeds/%s", RXCITE_SOURCE_DIR, name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        print_message("%s is not there: skipped\n", path);
        return false;
    }
    enum { MOST = 1 << 16 };
    *bytes = malloc(MOST);
    assert_non_null(*bytes);
    size_t n = fread(*bytes, 1, MOST, file);
    fclose(file);
    rxc_refs_parser *parser = NULL;
    rxc_err err = { 0 };
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    assert_int_equal(rxc_read((Str){ *bytes, n }, str_from(name), &limits, &f->arena, &f->record.doc, &err), RXC_OK);
    assert_int_equal(rxc_refs_open(NULL, &parser, &err), RXC_OK);
    rxc_refs_find(parser, &f->record);
    rxc_callouts_find(&f->record);
    rxc_refs_close(parser);
    return true;
}

static void test_find__the_letter_has_five_references_and_seven_callouts(void **state)
{
    (void)state;
    fixture f = { 0 };
    char *bytes = NULL;
    if (!read_seed(&f, "000_dec781b5e833e4a2.txt", &bytes)) skip();
    size_t times[5] = { 0 };
    assert_int_equal(f.record.references.n, 5);
    assert_int_equal(f.record.callouts.n, 7);
    for (size_t i = 0; i < f.record.callouts.n; i++)
        for (size_t k = 0; k < f.record.callouts.v[i].references.n; k++) times[f.record.callouts.v[i].references.v[k]]++;
    static const size_t expected[5] = { 1, 3, 2, 1, 1 };
    for (size_t i = 0; i < 5; i++) assert_int_equal(times[i], expected[i]);
    const rxc_work *last = &f.record.references.v[4].work;
    assert_int_equal(last->authors.n, 3);
    assert_true(last->et_al);
    assert_str(last->container, "Lancet");
    assert_str(f.record.references.v[3].work.page, "adv00743");
    free(bytes);
    clear(&f);
}

static void test_find__the_medicine_page_has_unresolved_callouts(void **state)
{
    (void)state;
    fixture f = { 0 };
    char *bytes = NULL;
    if (!read_seed(&f, "002_96f909c397dade81.txt", &bytes)) skip();
    assert_int_equal(f.record.references.n, 0);
    assert_int_equal(f.record.callouts.n, 5);
    assert_int_equal(f.record.ledger.callouts_unresolved, 11);
    assert_str(f.record.callouts.v[0].text, "1,2,13,14");
    free(bytes);
    clear(&f);
}

static void test_find__the_web_summary_has_no_references(void **state)
{
    (void)state;
    fixture f = { 0 };
    char *bytes = NULL;
    if (!read_seed(&f, "001_203cb4c55c5ddc2d.txt", &bytes)) skip();
    assert_int_equal(f.record.references.n, 0);
    assert_int_equal(f.record.callouts.n, 0);
    free(bytes);
    clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find__numbers_of_every_form_begin_entries),
        cmocka_unit_test(test_find__broken_lines_are_joined),
        cmocka_unit_test(test_find__a_broken_word_loses_its_hyphen),
        cmocka_unit_test(test_find__entries_run_together_are_cut_at_their_numbers),
        cmocka_unit_test(test_find__works_a_b_c_of_one_entry_are_told_apart),
        cmocka_unit_test(test_find__a_numbered_list_needs_no_heading),
        cmocka_unit_test(test_find__missing_numbers_and_stray_lines_are_counted),
        cmocka_unit_test(test_find__blocks_of_entries_become_references),
        cmocka_unit_test(test_find__superscripts_and_brackets_are_callouts),
        cmocka_unit_test(test_find__powers_isotopes_and_charges_are_no_callouts),
        cmocka_unit_test(test_find__glued_numbers_are_callouts_where_the_style_says_so),
        cmocka_unit_test(test_find__authors_and_years_are_callouts),
        cmocka_unit_test(test_find__numbers_that_come_later_are_waited_for),
        cmocka_unit_test(test_find__a_number_without_entry_is_kept),
        cmocka_unit_test(test_find__a_callout_behind_the_stop_belongs_to_the_sentence_before),
        cmocka_unit_test(test_find__the_letter_has_five_references_and_seven_callouts),
        cmocka_unit_test(test_find__the_medicine_page_has_unresolved_callouts),
        cmocka_unit_test(test_find__the_web_summary_has_no_references),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

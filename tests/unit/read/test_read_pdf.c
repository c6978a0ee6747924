/* test_read_pdf.c: what is read of PDFs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "pdf.h"

static rxc_doc *read_pdf(Arena *arena, Str source)
{
    rxc_doc *doc = NULL;
    rxc_err err = { 0 };
    rxc_status status = rxc_read(source, S("a.pdf"), &RXC_READ_LIMITS_DEFAULT, arena, &doc, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, RXC_OK);
    assert_str(doc->format, "pdf");
    return doc;
}

static void check_refused(Str source, const char *why)
{
    Arena arena = { 0 };
    rxc_doc *doc = NULL;
    rxc_err err = { 0 };
    assert_int_equal(rxc_read(source, S("a.pdf"), &RXC_READ_LIMITS_DEFAULT, &arena, &doc, &err), RXC_INPUT);
    assert_non_null(strstr(err.text, why));
    arena_clear(&arena);
}

static Str block_at(const rxc_doc *doc, size_t i)
{
    assert_true(i < doc->blocks.n);
    return rxc_span_of(doc->text, doc->blocks.v[i].span);
}

static bool has_diag(const rxc_doc *doc, const char *code)
{
    for (size_t i = 0; i < doc->diags.n; i++)
        if (str_eq(doc->diags.v[i].code, str_from(code))) return true;
    return false;
}

static void test_read_pdf__joins_lines_and_broken_words(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 10, 'r', "The patient was given examplamine, and a re-" },
        { 0, 50, 688, 10, 'r', "challenge was not done, for he had recov-" },
        { 0, 50, 676, 10, 'r', "ered. A long-term follow-up is planned." },
        { 0, 50, 656, 10, 'r', "Another paragraph stands behind more room." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 1));
    assert_int_equal(doc->blocks.n, 2);
    assert_str(block_at(doc, 0), "The patient was given examplamine, and a rechallenge was not done, for he had recovered. A long-term "
                                 "follow-up is planned.");
    arena_clear(&arena);
}

static void test_read_pdf__reads_columns_one_after_the_other(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 10, 'r', "A line that goes over the whole width of the page, with both columns below it, as abstracts do." },
        { 0, 50, 660, 10, 'r', "left one left one left one left one left one one" },  { 0, 310, 660, 10, 'r', "right one right one right one right one right on" },
        { 0, 50, 648, 10, 'r', "left two left two left two left two left two two" },  { 0, 310, 648, 10, 'r', "right two right two right two right two right tw" },
        { 0, 50, 636, 10, 'r', "left three left three left three left three three" }, { 0, 310, 636, 10, 'r', "right three right three right three right three" },
        { 0, 50, 624, 10, 'r', "left four left four left four left four left four" }, { 0, 310, 624, 10, 'r', "right four right four right four right four four." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 1));
    size_t left = str_find(doc->text, S("left four")), right = str_find(doc->text, S("right one"));
    assert_true(left != STR_NONE && right != STR_NONE && left < right);
    assert_true(str_find(doc->text, S("left four right one")) != STR_NONE);
    arena_clear(&arena);
}

static void test_read_pdf__marks_superscripts(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 10, 'r', "Tremor was seen in two trials." }, { 0, 172, 703.5, 6.5, 'r', "2,3" },
        { 0, 50, 688, 10, 'r', "It was never seen before that." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 1));
    size_t raised = 0;
    for (size_t i = 0; i < doc->marks.n; i++) {
        if (doc->marks.v[i].kind != RXC_MARK_SUPERSCRIPT) continue;
        assert_str(rxc_span_of(doc->text, doc->marks.v[i].span), "2,3");
        raised++;
    }
    assert_int_equal(raised, 1);
    arena_clear(&arena);
}

static void test_read_pdf__drops_running_heads_and_page_numbers(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 770, 8, 'r', "Journal of Examples 2021" },  { 0, 300, 30, 8, 'r', "17" }, { 0, 50, 600, 10, 'r', "The text goes on from this page, and no head is" },
        { 1, 50, 770, 8, 'r', "Journal of Examples 2021" },  { 1, 300, 30, 8, 'r', "18" }, { 1, 50, 700, 10, 'r', "between this line and the one before it." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 2));
    assert_true(str_find(doc->text, S("no head is between this line")) != STR_NONE);
    assert_true(str_find(doc->text, S("17")) == STR_NONE);
    assert_true(has_diag(doc, "pdf.running-head"));
    arena_clear(&arena);
}

/* Entries of a list: their labels and texts, one a line. */
static Str entries_of(Arena *arena, const rxc_doc *doc)
{
    Str out = { 0 };
    for (size_t i = 0; i < doc->blocks.n; i++)
        if (doc->blocks.v[i].kind == RXC_BLOCK_REFERENCE)
            out = arena_printf(arena, "%.*s%.*s|%.*s\n", STR_ARG(out), STR_ARG(doc->blocks.v[i].label), STR_ARG(block_at(doc, i)));
    return out;
}

static void test_read_pdf__cuts_numbered_references(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 12, 'b', "References" },
        { 0, 50, 680, 9, 'r', "[1] Able A. Examplamine. J Inv. 2018;" }, { 0, 50, 670, 9, 'r', "12. doi:10.5555/abc." }, { 0, 50, 660, 9, 'r', "123" },
        { 0, 50, 650, 9, 'r', "[2] Cane D. Trials. 2019;7:1-2." },
        { 0, 50, 640, 9, 'r', "[3] Fox G. Effects. 2020;8:3-4." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 1));
    assert_str(entries_of(&arena, doc), "1|Able A. Examplamine. J Inv. 2018; 12. doi:10.5555/abc.123\n2|Cane D. Trials. 2019;7:1-2.\n"
                                        "3|Fox G. Effects. 2020;8:3-4.\n");
    arena_clear(&arena);
}

static void test_read_pdf__cuts_hanging_references(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 12, 'b', "References" },
        { 0, 50, 680, 9, 'r', "Able, A. (2018). Examplamine in" }, { 0, 62, 670, 9, 'r', "Eczema. Journal, 12, 1-3." },
        { 0, 50, 660, 9, 'r', "Cane, D. (2019). Trials of it. The" }, { 0, 62, 650, 9, 'r', "Journal, 7, 1-2." },
        { 0, 50, 640, 9, 'r', "Fox, G. (2020). Effects. Journal, 8, 3." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 1));
    assert_str(entries_of(&arena, doc), "|Able, A. (2018). Examplamine in Eczema. Journal, 12, 1-3.\n|Cane, D. (2019). Trials of it. The Journal, 7, "
                                        "1-2.\n|Fox, G. (2020). Effects. Journal, 8, 3.\n");
    arena_clear(&arena);
}

/* Lines of a column, from y downwards. */
static size_t put_column(pdf_text *out, size_t n, double x, double y, size_t lines, double size, const char *const *texts, size_t texts_n)
{
    for (size_t i = 0; i < lines; i++)
        out[n++] = (pdf_text){ 0, x, y - (double)i * size * 1.2, size, 'r', texts[i % texts_n] };
    return n;
}

static void test_read_pdf__reads_three_columns(void **state)
{
    (void)state;
    static const char *const left[] = { "left column left column lef", "left column and its lines l" };
    static const char *const middle[] = { "middle column middle colum", "middle and its other lines" };
    static const char *const right[] = { "right column right column r", "right column and its lines" };
    pdf_text texts[64];
    size_t n = put_column(texts, 0, 50, 700, 16, 9, left, 2);
    n = put_column(texts, n, 220, 700, 16, 9, middle, 2);
    n = put_column(texts, n, 390, 700, 16, 9, right, 2);
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, pdf_make_with(&arena, texts, n, 1, 1, false));
    size_t first = str_find(doc->text, S("middle")), last = str_find(doc->text, S("right"));
    assert_true(first != STR_NONE && last != STR_NONE && first < last);
    assert_true(str_find(str_drop(doc->text, first), S("left")) == STR_NONE);
    assert_true(str_find(str_drop(doc->text, last), S("middle")) == STR_NONE);
    arena_clear(&arena);
}

static void test_read_pdf__lines_torn_apart_are_no_columns(void **state)
{
    (void)state;
    static const char *const lines[] = { "A line of the entry that goes over the whole width of it", "and another line that is as wide as the first one was" };
    pdf_text texts[64];
    size_t n = put_column(texts, 0, 50, 700, 8, 10, lines, 2);
    const double y = 700 - 8 * 12;
    texts[n++] = (pdf_text){ 0, 50, y, 10, 'r', "Journal of" };
    texts[n++] = (pdf_text){ 0, 115, y, 10, 'r', "Stored" };
    texts[n++] = (pdf_text){ 0, 165, y, 10, 'r', "Products." };
    texts[n++] = (pdf_text){ 0, 225, y, 10, 'r', "43," };
    texts[n++] = (pdf_text){ 0, 262, y, 10, 'r', "435." };
    texts[n++] = (pdf_text){ 0, 50, y - 12, 10, 'r', "10.5555/jspr." };
    n = put_column(texts, n, 50, y - 24, 8, 10, lines, 2);
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, pdf_make_with(&arena, texts, n, 1, 1, false));
    assert_true(str_find(doc->text, S("Journal of Stored Products. 43, 435. 10.5555/jspr.")) != STR_NONE);
    arena_clear(&arena);
}

static void test_read_pdf__numbers_of_lines_are_no_text(void **state)
{
    (void)state;
    static const char *const numbers[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" };
    static const char *const lines[] = { "the patient was given examplamine in a", "trial of two arms, and had a dry cough" };
    pdf_text texts[64];
    size_t n = put_column(texts, 0, 50, 700, 12, 10, lines, 2);
    for (size_t i = 0; i < 12; i++) texts[n++] = (pdf_text){ 0, i < 9 ? 39 : 36, 700 - (double)i * 12, 6, 'r', numbers[i] };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, pdf_make_with(&arena, texts, n, 1, 1, false));
    assert_true(str_find(doc->text, S("in a trial of two arms, and had a dry cough the patient")) != STR_NONE);
    for (size_t i = 0; i < doc->text.n; i++) assert_false(chr_digit(doc->text.p[i]));
    assert_true(has_diag(doc, "pdf.line-number"));
    arena_clear(&arena);
}

static void test_read_pdf__notes_go_behind_the_paragraph_they_interrupt(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 10, 'r', "A paragraph has lines that all are wide and it goes on to" },
        { 0, 50, 688, 10, 'r', "the next page, for there is no room left for it here at all," },
        { 0, 50, 660, 8, 'r', "* A note at the foot of the page, in smaller letters." },
        { 1, 50, 740, 8, 'r', "Table 1. A caption of what stands at the top of the page." },
        { 1, 50, 700, 10, 'r', "as it was on the page before. Then it ends." },
        { 1, 50, 670, 10, 'r', "Another paragraph stands behind it, on the same page." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 2));
    size_t note = str_find(doc->text, S("A note at")), next = str_find(doc->text, S("Another paragraph"));
    assert_true(str_find(doc->text, S("no room left for it here at all, as it was on the page before. Then")) != STR_NONE);
    assert_true(note != STR_NONE && note > str_find(doc->text, S("Then it ends")) && note < next);
    arena_clear(&arena);
}

static void test_read_pdf__joins_lines_of_wrapped_cells(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 8, 'r', "Plant" }, { 0, 180, 700, 8, 'r', "Remarks" }, { 0, 320, 700, 8, 'r', "Source" },
        { 0, 50, 690, 8, 'r', "Curcuma longa," }, { 0, 180, 690, 8, 'r', "The oil was of some use" }, { 0, 320, 690, 8, 'r', "Banerjee and" },
        { 0, 50, 680, 8, 'r', "Rosa damascena" }, { 0, 180, 680, 8, 'r', "against all of the bacteria" }, { 0, 320, 680, 8, 'r', "Nigam, 1978" },
        { 0, 180, 670, 8, 'r', "that were tried." },
        { 0, 50, 660, 8, 'r', "Carum copticum" }, { 0, 180, 660, 8, 'r', "No bacteria were harmed." }, { 0, 320, 660, 8, 'r', "Pandey, 1981" },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 1));
    assert_true(str_find(doc->text, S("Curcuma longa, Rosa damascena\tThe oil was of some use against all of the bacteria that were tried.\t"
                                      "Banerjee and Nigam, 1978")) != STR_NONE);
    assert_true(str_find(doc->text, S("Carum copticum\tNo bacteria were harmed.\tPandey, 1981")) != STR_NONE);
    arena_clear(&arena);
}

static void test_read_pdf__headings_interrupt_nothing(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 10, 'r', "A paragraph that ends without a mark, as some of them do" },
        { 0, 50, 670, 12, 'r', "References" },
        { 0, 50, 650, 9, 'r', "1. Able A. Examplamine. J Inv. 2018;1:2." },
        { 1, 50, 740, 10, 'r', "2. Cane D. Trials. J Inv. 2019;7:1-2." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 2));
    assert_true(str_find(doc->text, S("References")) < str_find(doc->text, S("Trials")));
    arena_clear(&arena);
}

static void test_read_pdf__text_goes_on_behind_no_heading(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 10, 'r', "A paragraph that ends without a mark, as some of them do" },
        { 0, 50, 670, 8, 'r', "A note in smaller letters." },
        { 0, 50, 640, 12, 'r', "References" },
        { 1, 50, 740, 10, 'r', "1. Able A. Examplamine. J Inv. 2018;1:2." },
        { 1, 50, 728, 10, 'r', "2. Cane D. Trials. J Inv. 2019;7:1-2." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 2));
    assert_true(str_find(doc->text, S("References")) < str_find(doc->text, S("Able")));
    arena_clear(&arena);
}

static void test_read_pdf__tables_within_the_references_go_behind_them(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 700, 14, 'b', "References" },
        { 0, 50, 680, 9, 'r', "1. Able A. Examplamine. J Inv. 2018;1:2." },
        { 0, 50, 669, 9, 'r', "2. Cane D. Trials. J Inv. 2019;7:1-2." },
        { 1, 50, 740, 7, 'r', "Table 2. Doses of examplamine." }, { 1, 50, 730, 7, 'r', "Low 10 mg in all of the patients" },
        { 1, 50, 700, 9, 'r', "3. Fox G. Effects. J Inv. 2020;8:3-4." },
        { 1, 50, 689, 9, 'r', "4. Gray H. Harms. J Inv. 2021;9:5-6." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 2));
    assert_str(entries_of(&arena, doc), "1|Able A. Examplamine. J Inv. 2018;1:2.\n2|Cane D. Trials. J Inv. 2019;7:1-2.\n"
                                        "3|Fox G. Effects. J Inv. 2020;8:3-4.\n4|Gray H. Harms. J Inv. 2021;9:5-6.\n");
    assert_true(str_find(doc->text, S("Low 10 mg")) != STR_NONE);
    arena_clear(&arena);
}

static void test_read_pdf__authors_in_large_letters_are_no_heading(void **state)
{
    (void)state;
    static const pdf_text texts[] = {
        { 0, 50, 740, 18, 'b', "Examplamine in eczema: a trial of two arms" },
        { 0, 50, 715, 13, 'r', "Anna Able" }, { 0, 107, 719, 8, 'r', "1,2" }, { 0, 120, 715, 13, 'r', ", Bert Cane and Carl" },
        { 0, 50, 700, 13, 'r', "Gray" },
        { 0, 50, 670, 14, 'b', "Introduction" },
        { 0, 50, 650, 10, 'r', "The patients were given examplamine for many weeks, and had" },
        { 0, 50, 638, 10, 'r', "a dry cough, that went away when the drug was given no more." },
    };
    Arena arena = { 0 };
    rxc_doc *doc = read_pdf(&arena, PDF_MAKE(&arena, texts, 1));
    assert_int_equal(doc->work.authors.n, 3);
    assert_str(doc->work.authors.v[2].family, "Gray");
    arena_clear(&arena);
}

static void test_read_pdf__says_what_cannot_be_read(void **state)
{
    (void)state;
    Arena arena = { 0 };
    check_refused(S("%PDF-1.4 x"), "damaged PDF: its end is missing");
    check_refused(S("%PDF-1.4 x\n%%EOF\n"), "damaged PDF");
    check_refused(pdf_make_with(&arena, NULL, 0, 2, 2, true), "has no text, only pictures of pages");
    check_refused(pdf_make_with(&arena, NULL, 0, 2, 2, false), "has no text on its 2 pages");
    arena_clear(&arena);
}

static void test_read_pdf__claimed_pages_are_bounded(void **state)
{
    (void)state;
    static const pdf_text texts[] = { { 0, 50, 700, 10, 'r', "The only page." } };
    Arena arena = { 0 };
    check_refused(pdf_make_with(&arena, texts, 1, 1, 100000, false), "none of its pages can be found");
    rxc_doc *doc = read_pdf(&arena, pdf_make_with(&arena, texts, 1, 1, 5, false));
    assert_str(doc->text, "The only page.");
    arena_clear(&arena);
}

static void test_read_pdf__cut_off_files_do_no_harm(void **state)
{
    (void)state;
    static const pdf_text texts[] = { { 0, 50, 700, 10, 'r', "Some text." }, { 0, 50, 688, 10, 'b', "More text." } };
    Arena arena = { 0 };
    Str whole = PDF_MAKE(&arena, texts, 1);
    for (size_t n = 9; n < whole.n; n += 13) {
        Arena each = { 0 };
        rxc_doc *doc = NULL;
        rxc_err err = { 0 };
        rxc_status status = rxc_read(str_take(whole, n), S("a.pdf"), &RXC_READ_LIMITS_DEFAULT, &each, &doc, &err);
        assert_true(status == RXC_OK || err.text[0]);
        arena_clear(&each);
    }
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_pdf__joins_lines_and_broken_words),
        cmocka_unit_test(test_read_pdf__reads_columns_one_after_the_other),
        cmocka_unit_test(test_read_pdf__marks_superscripts),
        cmocka_unit_test(test_read_pdf__drops_running_heads_and_page_numbers),
        cmocka_unit_test(test_read_pdf__cuts_numbered_references),
        cmocka_unit_test(test_read_pdf__cuts_hanging_references),
        cmocka_unit_test(test_read_pdf__reads_three_columns),
        cmocka_unit_test(test_read_pdf__lines_torn_apart_are_no_columns),
        cmocka_unit_test(test_read_pdf__numbers_of_lines_are_no_text),
        cmocka_unit_test(test_read_pdf__notes_go_behind_the_paragraph_they_interrupt),
        cmocka_unit_test(test_read_pdf__joins_lines_of_wrapped_cells),
        cmocka_unit_test(test_read_pdf__headings_interrupt_nothing),
        cmocka_unit_test(test_read_pdf__text_goes_on_behind_no_heading),
        cmocka_unit_test(test_read_pdf__tables_within_the_references_go_behind_them),
        cmocka_unit_test(test_read_pdf__authors_in_large_letters_are_no_heading),
        cmocka_unit_test(test_read_pdf__says_what_cannot_be_read),
        cmocka_unit_test(test_read_pdf__claimed_pages_are_bounded),
        cmocka_unit_test(test_read_pdf__cut_off_files_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_reader.c: choosing a reader; input that is bad, huge, deep or hostile. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <threads.h>

#include "unit/read/document.h"

/* The message with which a source is refused; fails the test when it is read. */
static void check_refused(Str source, const char *name, rxc_status status, const char *words)
{
    Arena arena = { 0 };
    rxc_doc *doc = NULL;
    rxc_err err = { 0 };
    rxc_read_limits limits = { .max_bytes = 1000000, .max_depth = 256 };
    assert_int_equal(rxc_read(source, str_from(name), &limits, &arena, &doc, &err), status);
    if (!strstr(err.text, name) || !strstr(err.text, words)) fail_msg("no %s in: %s", words, err.text);
    arena_clear(&arena);
}

static void test_reader__content_tells_the_format(void **state)
{
    (void)state;
    static const struct {
        const char *source, *name, *format;
    } cases[] = {
        { "Title\n\n- a list\n- of things\n", "a.md", "text" },
        { "## Title\n\nText **bold** text.<sup>1</sup>\n", "a.txt", "markdown" },
        { "<!DOCTYPE html><html><p>x", "a.txt", "html" },
        { "<div><p>x</p></div>", "a", "html" },
        { "<?xml version='1.0'?><!DOCTYPE article PUBLIC '-//NLM//DTD JATS' 'x.dtd'><article><front/><body/></article>",
          "a.html", "jats" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const rxc_reader *reader = rxc_reader_find(str_from(cases[i].source), str_from(cases[i].name));
        assert_non_null(reader);
        assert_string_equal(reader->name, cases[i].format);
    }
    assert_string_equal(rxc_reader_find(S("\xFF\xFE<\0h\0t\0m\0l\0>\0<\0p\0>\0x\0"), S("a"))->name, "html");
}

static void test_reader__identity_of_the_source(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S("abc"), "a.txt");
    assert_str(doc->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_str(doc->name, "a.txt");
    assert_int_equal(doc->bytes, 3);
    arena_clear(&arena);
}

static void test_reader__says_what_cannot_be_read(void **state)
{
    (void)state;
    Arena arena = { 0 };
    check_refused(S(""), "a.txt", RXC_INPUT, "empty");
    check_refused(S(" \n\t\n"), "a.txt", RXC_INPUT, "white space");
    check_refused(S("\x01\x02\x03\x00\x05\x06"), "a.bin", RXC_INPUT, "binary");
    check_refused(S("%PDF-1.4 x"), "a.pdf", RXC_INPUT, "damaged PDF");
    check_refused(S("{\"foo\":1,\"bar\":[{\"a\":\"words\"}]}"), "a.json", RXC_INPUT, "JSON of an unknown kind: its first object has the keys foo bar");
    check_refused(S("<?xml version='1.0'?><tei:TEI/>"), "a.xml", RXC_INPUT, "<tei:TEI>");
    check_refused(S("<catalog>\n<book id='1'><title>A</title></book></catalog>"), "a.xml", RXC_INPUT, "<catalog>");
    check_refused(S("<html><body><script>x</script></body></html>"), "a.html", RXC_INPUT, "no text");
    check_refused(repeat(&arena, "x", 1000001), "big.txt", RXC_LIMIT, "1000001");
    arena_clear(&arena);
}

static void test_reader__deep_nesting_neither_crashes_nor_loses_text(void **state)
{
    (void)state;
    static const char *const tags[] = { "<div>", "<b>", "<ul><li>", "<table><tr><td>", "<span>" };
    Arena arena = { 0 };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        Str deep = repeat(&arena, tags[i], 50000);
        rxc_doc *doc = read_text(&arena, arena_printf(&arena, "<html><body>%.*sa patient", STR_ARG(deep)), "deep.html");
        assert_true(str_find(doc->text, S("a patient")) != STR_NONE);
        assert_non_null(diag_of(doc, "html.deep"));
    }
    Str quotes = repeat(&arena, ">", 50000);
    assert_true(
        str_find(read_text(&arena, arena_printf(&arena, "# T\n\n%.*s a patient\n", STR_ARG(quotes)), "deep.md")->text,
                 S("a patient")) != STR_NONE);
    Str sections = repeat(&arena, "<sec>", 50000);
    Str article = arena_printf(&arena, "<article article-type='x'><front/><body>%.*s<p>x</p></body></article>",
                               STR_ARG(sections));
    check_refused(article, "deep.xml", RXC_INPUT, "depth");
    arena_clear(&arena);
}

static void test_reader__one_line_of_many_bytes(void **state)
{
    (void)state;
    enum { MILLIONS = 20 }; /* bytes; what is linear at this size stays so */
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, repeat(&arena, "dupilumab and a rash, ", MILLIONS * 1000000 / 22), "line.txt");
    assert_int_equal(doc->blocks.n, 1);
    assert_true(doc->text.n > (MILLIONS - 1) * 1000000);
    arena_clear(&arena);
    doc = read_text(&arena, arena_printf(&arena, "<html><p>%.*s", STR_ARG(repeat(&arena, "word ", 3000000))),
                    "line.html");
    assert_true(doc->text.n > 14000000);
    arena_clear(&arena);
}

static void test_reader__entities_are_not_multiplied(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str bomb = S("<!DOCTYPE article [<!ENTITY a 'lol'>");
    for (int i = 1; i < 12; i++) {
        Str name = i == 1 ? S("&a;") : arena_printf(&arena, "&a%d;", i - 1);
        bomb = arena_printf(&arena, "%.*s<!ENTITY a%d '%.*s'>", STR_ARG(bomb), i,
                            STR_ARG(repeat(&arena, arena_cstr(&arena, name), 10)));
    }
    bomb = arena_printf(
        &arena, "%.*s]><article article-type='x'><front/><body><p id='&a11;'>x &a11; &a; y</p></body></article>",
        STR_ARG(bomb));
    rxc_doc *doc = read_text(&arena, bomb, "bomb.xml");
    assert_true(doc->text.n < 100);
    assert_non_null(diag_of(doc, "xml.malformed"));
    arena_clear(&arena);
}

static void test_reader__outside_entities_are_not_read(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str here = arena_printf(
        &arena,
        "<!DOCTYPE article [<!ENTITY e SYSTEM 'file://%s/LICENSE'><!ENTITY %% p SYSTEM 'file://%s/LICENSE'> %%p;]>"
        "<article article-type='x'><front/><body><p>one &e; two</p></body></article>",
        RXCITE_SOURCE_DIR, RXCITE_SOURCE_DIR);
    rxc_doc *doc = read_text(&arena, here, "outside.xml");
    assert_str(doc->text, "one two");
    assert_non_null(diag_of(doc, "xml.entity"));
    arena_clear(&arena);
}

static void test_reader__named_characters_need_no_dtd(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<!DOCTYPE article PUBLIC '-//NLM//DTD' 'x.dtd' [<!ENTITY dash '&#8211;'>]><article "
                               "article-type='x'><front/><body><p>caf&eacute; 5&dash;8 &lt;</p></body></article>"),
                             "named.xml");
    assert_str(doc->text, "café 5–8 <");
    arena_clear(&arena);
}

static void test_reader__a_cut_file_is_read_as_far_as_it_goes(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S("<article article-type='x'><front/><body><p>one</p>\n<p>two"), "cut.xml");
    assert_true(str_starts(doc->text, S("one\ntwo")));
    assert_int_equal(diag_of(doc, "xml.malformed")->line, 2);
    doc = read_text(&arena, S("<html><body><p>one<p>two <a href='#x"), "cut.html");
    assert_true(str_starts(doc->text, S("one\ntwo")));
    arena_clear(&arena);
}

static void test_reader__wrong_bytes_are_said_with_their_line(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S("A title of it\n\nM\xFCller saw a\0 rash.\n"), "a.txt");
    assert_str(block_text(doc, 1), "Müller saw a rash.");
    assert_int_equal(diag_of(doc, "encoding.guessed")->line, 3);
    assert_int_equal(diag_of(doc, "encoding.nul")->line, 3);
    arena_clear(&arena);
}

static void test_reader__text_is_composed_and_without_controls(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("A title of it\n\ncafe\xCC\x81 a\xC2\xAD"
                               "b c\x07\xE2\x80\x8B"
                               "d\xC2\xA0"
                               "e.\n"),
                             "a.txt");
    assert_str(block_text(doc, 1), "café ab cd e.");
    arena_clear(&arena);
}

/* Blocks follow each other with one newline between them and none within; marks ascend. */
static void check_order(const rxc_doc *doc)
{
    size_t end = 0;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        rxc_span span = doc->blocks.v[i].span;
        assert_int_equal(span.b, i ? end + 1 : 0);
        assert_true(span.b < span.e);
        assert_true(str_chr(rxc_span_of(doc->text, span), '\n') == STR_NONE);
        end = span.e;
    }
    assert_int_equal(end, doc->text.n);
    for (size_t i = 0; i < doc->marks.n; i++) {
        assert_true(doc->marks.v[i].span.b < doc->marks.v[i].span.e && doc->marks.v[i].span.e <= doc->text.n);
        assert_true(i == 0 || doc->marks.v[i - 1].span.b <= doc->marks.v[i].span.b);
    }
}

static void test_reader__blocks_and_marks_are_in_order(void **state)
{
    (void)state;
    static const char *const names[] = { "alopecia-areata-two-patients.xml", "alopecia-areata-web-summary.html",
                                         "pustulosis-hydroxychloroquine.html", "pustulosis-dupilumab-letter.md",
                                         "drug-induced-alopecia-case.txt" };
    Arena arena = { 0 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Str source, path = arena_printf(&arena, "%s/data/samples/%s", RXCITE_SOURCE_DIR, names[i]);
        assert_int_equal(rxc_file_read(path.p, 1000000, &arena, &source, NULL), RXC_OK);
        check_order(read_text(&arena, source, names[i]));
        for (size_t cut = 0; cut < source.n; cut += 97) { /* cut off anywhere, it may be refused, but holds its order */
            rxc_doc *doc = NULL;
            rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
            if (!rxc_read(str_take(source, cut), str_from(names[i]), &limits, &arena, &doc, NULL)) check_order(doc);
        }
    }
    arena_clear(&arena);
}

static int read_in_thread(void *unused)
{
    (void)unused;
    for (int i = 0; i < 50; i++) {
        Arena arena = { 0 };
        rxc_doc *doc = NULL;
        rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
        bool ok = rxc_read(S("<article article-type='x'><front/><body><p>one &oops; two</p></body></article>"),
                           S("a.xml"), &limits, &arena, &doc, NULL) == RXC_OK &&
                  rxc_read(S("<html><body><p>one</b>"), S("a.html"), &limits, &arena, &doc, NULL) == RXC_OK;
        arena_clear(&arena);
        if (!ok) return 1;
    }
    return 0;
}

static void test_reader__threads_read_at_once(void **state)
{
    (void)state;
    enum { THREADS = 4 };
    thrd_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) assert_int_equal(thrd_create(&threads[i], read_in_thread, NULL), thrd_success);
    for (int i = 0; i < THREADS; i++) {
        int result = 1;
        thrd_join(threads[i], &result);
        assert_int_equal(result, 0);
    }
}

/* The codes of what was odd when a source is read with at most two levels of elements. */
static Str odd_when_shallow(Arena *arena, Str source, const char *name)
{
    rxc_doc *doc = NULL;
    rxc_read_limits limits = { .max_bytes = 1 << 20, .max_depth = 2 };
    assert_int_equal(rxc_read(source, str_from(name), &limits, arena, &doc, NULL), RXC_OK);
    Str codes = { 0 };
    for (size_t i = 0; i < doc->diags.n; i++)
        codes = arena_printf(arena, "%.*s %.*s", STR_ARG(codes), STR_ARG(doc->diags.v[i].code));
    return codes;
}

static void test_reader__the_limit_of_nesting_is_the_callers(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str html = S("<html><body><h1>Rash</h1><div><div><div><p>Dupilumab caused rash.</p></div></div></div></body></html>");
    Str jats = S("<article article-type=\"letter\"><front><article-meta><title-group><article-title>Rash</article-title>"
                 "</title-group></article-meta></front><body><sec><sec><sec><sec><p>Deep.</p></sec></sec></sec></sec></body></article>");
    assert_true(str_find(odd_when_shallow(&arena, html, "a.html"), S("html.deep")) != STR_NONE);
    assert_true(str_find(odd_when_shallow(&arena, jats, "a.xml"), S("xml.deep")) != STR_NONE);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reader__content_tells_the_format),
        cmocka_unit_test(test_reader__identity_of_the_source),
        cmocka_unit_test(test_reader__says_what_cannot_be_read),
        cmocka_unit_test(test_reader__deep_nesting_neither_crashes_nor_loses_text),
        cmocka_unit_test(test_reader__one_line_of_many_bytes),
        cmocka_unit_test(test_reader__entities_are_not_multiplied),
        cmocka_unit_test(test_reader__outside_entities_are_not_read),
        cmocka_unit_test(test_reader__named_characters_need_no_dtd),
        cmocka_unit_test(test_reader__a_cut_file_is_read_as_far_as_it_goes),
        cmocka_unit_test(test_reader__wrong_bytes_are_said_with_their_line),
        cmocka_unit_test(test_reader__text_is_composed_and_without_controls),
        cmocka_unit_test(test_reader__blocks_and_marks_are_in_order),
        cmocka_unit_test(test_reader__threads_read_at_once),
        cmocka_unit_test(test_reader__the_limit_of_nesting_is_the_callers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

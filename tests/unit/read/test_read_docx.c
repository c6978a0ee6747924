/* test_read_docx.c: DOCX documents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"
#include "zip.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static const char numbering[] =
    "<w:numbering " W "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"8\"><w:abstractNumId w:val=\"0\"/>"
    "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";

static const char styles[] =
    "<w:styles " W "><w:style w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style><w:style w:styleId=\"Own\"><w:name w:val=\"Ours\"/>"
    "<w:basedOn w:val=\"H\"/></w:style><w:style w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>"
    "<w:style w:styleId=\"Up\"><w:name w:val=\"Raised\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style></w:styles>";

static rxc_doc *read_body(Arena *arena, Str body)
{
    Str document = arena_printf(arena, "<w:document " W "><w:body>%.*s</w:body></w:document>", STR_ARG(body));
    const zip_member members[] = { { "word/document.xml", document.p }, { "word/styles.xml", styles }, { "word/numbering.xml", numbering } };
    return read_text(arena, zip_make(arena, members, 3, 0), "x.docx");
}

#define ITEM(number, level, text) \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" number "\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

static void test_read_docx__counts_items_as_they_are_printed(void **state)
{
    static const char *const labels[] = { "4", "5", "5.i", "5.ii", "6", "1", "2" };
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_body(&arena, S(P("Words before it.") ITEM("7", "0", "a") ITEM("7", "0", "b") ITEM("7", "1", "c") ITEM("7", "1", "d")
                                         ITEM("7", "0", "e") ITEM("8", "0", "f") ITEM("8", "0", "g") ITEM("0", "0", "h")));
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(doc->blocks.v[i + 1].kind, RXC_BLOCK_ITEM);
        assert_str(doc->blocks.v[i + 1].label, labels[i]);
    }
    assert_int_not_equal(doc->blocks.v[8].kind, RXC_BLOCK_ITEM);
    arena_clear(&arena);
}

static void test_read_docx__knows_headings_by_style_level_or_words(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_body(&arena, S(P("A title of the paper") "<w:p><w:pPr><w:pStyle w:val=\"Own\"/></w:pPr><w:r><w:t>Ours</w:t></w:r></w:p>"
                                         "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:r><w:t>Outlined</w:t></w:r></w:p>"
                                         "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>In bold</w:t></w:r></w:p>"
                                         "<w:p><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>Not in bold</w:t></w:r></w:p>" P("Discussion")
                                             "<w:p><w:pPr><w:pStyle w:val=\"Loop\"/></w:pPr><w:r><w:t>Text of it.</w:t></w:r></w:p>"));
    assert_int_equal(block_with(doc, "Ours")->kind, RXC_BLOCK_HEADING);
    assert_int_equal(block_with(doc, "Ours")->level, 2);
    assert_int_equal(block_with(doc, "Outlined")->level, 3);
    assert_int_equal(block_with(doc, "In bold")->kind, RXC_BLOCK_HEADING);
    assert_int_equal(block_with(doc, "Not in bold")->kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(block_with(doc, "Text of it")->section, RXC_SECTION_DISCUSSION);
    arena_clear(&arena);
}

static void test_read_docx__leaves_out_what_was_deleted(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_body(&arena, S("<w:p><w:r><w:t xml:space=\"preserve\">It was </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
                                       "<w:ins><w:r><w:t>often</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
                                       "<w:r><w:t xml:space=\"preserve\"> seen.</w:t></w:r></w:p>"));
    assert_str(doc->text, "It was often seen.");
    arena_clear(&arena);
}

static void test_read_docx__marks_raised_words_by_style(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_body(&arena, S("<w:p><w:r><w:t>Seen before</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Up\"/></w:rPr><w:t>2,3</w:t></w:r>"
                                       "<w:r><w:t>.</w:t></w:r></w:p>"));
    assert_non_null(mark_on(doc, RXC_MARK_SUPERSCRIPT, "2,3"));
    arena_clear(&arena);
}

#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"
#define TEXT(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"

static void test_read_docx__shows_of_fields_what_is_printed(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_body(&arena, S("<w:p>" TEXT("As ") FIELD("begin") CODE(" ADDIN EN.CITE ") FIELD("begin") CODE(" ADDIN EN.CITE.DATA ") TEXT("code")
                                           FIELD("end") FIELD("separate") TEXT("[1]") FIELD("end") TEXT(" and ") FIELD("begin")
                                               CODE("HYPERLINK &quot;https://x.org/a&quot;") FIELD("separate") TEXT("there") FIELD("end") TEXT(".") "</w:p>"));
    assert_str(doc->text, "As [1] and there.");
    const rxc_mark *link = mark_on(doc, RXC_MARK_LINK, "there");
    assert_non_null(link);
    assert_str(link->target, "https://x.org/a");
    arena_clear(&arena);
}

static void test_read_docx__tells_of_a_field_without_end(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_body(&arena, S("<w:p>" TEXT("Before.") FIELD("begin") CODE("IF") "</w:p>" P("Swallowed.")));
    assert_non_null(diag_of(doc, "docx.field"));
    arena_clear(&arena);
}

static void test_read_docx__survives_deep_nesting(void **state)
{
    Arena arena = { 0 };
    (void)state;
    Str fields = repeat(&arena, FIELD("begin"), 1000), ends = repeat(&arena, FIELD("end"), 1000);
    rxc_doc *doc = read_body(&arena, arena_printf(&arena, "<w:p>%.*s%.*s<w:r><w:t>Behind.</w:t></w:r></w:p>", STR_ARG(fields), STR_ARG(ends)));
    assert_str(doc->text, "Behind.");
    Str boxes = repeat(&arena, "<w:p><w:r><w:t>a</w:t><w:txbxContent>", 80), close = repeat(&arena, "</w:txbxContent></w:r></w:p>", 80);
    doc = read_body(&arena, arena_printf(&arena, "%.*s%.*s", STR_ARG(boxes), STR_ARG(close)));
    assert_true(doc->blocks.n > 70);
    arena_clear(&arena);
}

static void test_read_docx__never_expands_entities(void **state)
{
    static const char document[] = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                   "<!ENTITY file SYSTEM \"/etc/passwd\">]><w:document " W "><w:body><w:p><w:r><w:t>Seen &b; and &file;.</w:t>"
                                   "</w:r></w:p></w:body></w:document>";
    const zip_member members[] = { { "word/document.xml", document } };
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, zip_make(&arena, members, 1, 0), "x.docx");
    assert_str(doc->text, "Seen and .");
    assert_int_equal(doc->diags.n, 2);
    assert_str(doc->diags.v[0].code, "xml.entity");
    arena_clear(&arena);
}

static void test_read_docx__refuses_a_package_without_a_body(void **state)
{
    Arena arena = { 0 };
    rxc_doc *doc;
    rxc_err err = { 0 };
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    const zip_member members[] = { { "word/styles.xml", styles } };
    (void)state;
    assert_int_equal(rxc_read(zip_make(&arena, members, 1, 0), S("x.docx"), &limits, &arena, &doc, &err), RXC_INPUT);
    assert_string_equal(err.text, "x.docx: holds no text: word/document.xml is not there or damaged");
    arena_clear(&arena);
}

static void test_read_docx__a_zip_of_files_is_no_document(void **state)
{
    Arena arena = { 0 };
    const zip_member files[] = { { "word/letter.txt", "Text." }, { "other.txt", "Text." } };
    const zip_member parts[] = { { "[Content_Types].xml", "" }, { "word/document.xml", "" } };
    (void)state;
    assert_null(rxc_reader_find(zip_make(&arena, files, 2, 0), S("a.zip")));
    assert_string_equal(rxc_reader_find(zip_make(&arena, parts, 2, 0), S("a.zip"))->name, "docx");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_docx__counts_items_as_they_are_printed),
        cmocka_unit_test(test_read_docx__knows_headings_by_style_level_or_words),
        cmocka_unit_test(test_read_docx__leaves_out_what_was_deleted),
        cmocka_unit_test(test_read_docx__marks_raised_words_by_style),
        cmocka_unit_test(test_read_docx__shows_of_fields_what_is_printed),
        cmocka_unit_test(test_read_docx__tells_of_a_field_without_end),
        cmocka_unit_test(test_read_docx__survives_deep_nesting),
        cmocka_unit_test(test_read_docx__never_expands_entities),
        cmocka_unit_test(test_read_docx__refuses_a_package_without_a_body),
        cmocka_unit_test(test_read_docx__a_zip_of_files_is_no_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

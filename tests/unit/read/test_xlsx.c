/* test_xlsx.c: sheets of workbooks as tables. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/xlsx.h"
#include "unit.h"
#include "zip.h"

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/* "name:csv|" of all sheets, or why there are none. */
static Str shown(Arena *arena, const zip_member *members, size_t n, size_t max)
{
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    rxc_xlsx_sheets sheets = { 0 };
    rxc_err err = { 0 };
    Str out = { 0 };
    if (max) limits.max_bytes = max;
    if (rxc_xlsx_read(zip_make(arena, members, n, 0), S("a.xlsx"), &limits, arena, &sheets, &err)) return arena_printf(arena, "%s", err.text);
    for (size_t i = 0; i < sheets.n; i++)
        out = arena_printf(arena, "%.*s%.*s:%.*s|", STR_ARG(out), STR_ARG(sheets.v[i].name), STR_ARG(sheets.v[i].csv));
    return out;
}

static Str sheet_shown(Arena *arena, const char *sheet)
{
    const zip_member members[] = { { "xl/worksheets/sheet1.xml", sheet } };
    return str_drop(shown(arena, members, 1, 0), strlen("xl/worksheets/sheet1.xml:"));
}

static void test_xlsx__sheets_stand_in_the_order_of_the_workbook(void **state)
{
    static const zip_member members[] = {
        { "xl/workbook.xml", "<x:workbook xmlns:x='" MAIN "' xmlns:r='r'><x:sheets><x:sheet name='B &amp; b' r:id='r2'/><x:sheet name='Empty' r:id='r3'/>"
                             "<x:sheet name='A' r:id='r1'/></x:sheets></x:workbook>" },
        { "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/>"
                                        "<Relationship Id='r3' Target='worksheets/sheet3.xml'/></Relationships>" },
        { "xl/sharedStrings.xml", "<sst><si><t>Title</t></si><si><r><t>Rich </t></r><r><t>text</t></r><rPh><t>spoken</t></rPh></si><si/></sst>" },
        { "xl/worksheets/sheet1.xml", SHEET("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c><c r='D1' t='s'><v>9</v></c></row>") },
        { "xl/worksheets/sheet2.xml", SHEET("<row><c t='inlineStr'><is><t>Here</t></is></c></row>") },
        { "xl/worksheets/sheet3.xml", SHEET("<row r='1'><c r='A1'/></row>") },
    };
    Arena arena = { 0 };
    (void)state;
    assert_true(rxc_xlsx_is(zip_make(&arena, members, 6, 0)));
    assert_str(shown(&arena, members, 6, 0), "B & b:Here\n|A:Title,Rich text\n|");
    arena_clear(&arena);
}

static void test_xlsx__rows_and_columns_keep_their_places(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(sheet_shown(&arena, SHEET("<row r='2'><c r='B2' t='str'><v>x</v></c><c t='str'><v>y</v></c><c r='AA2'><v>1</v></c></row><row><c><v>2</v></c></row>"
                                         "<row r='6'><c r='A6' t='b'><v>1</v></c><c r='B6' t='e'><v>#N/A</v></c><c r='C6' t='b'><v>0</v></c></row>")),
               "\n,x,y,,,,,,,,,,,,,,,,,,,,,,,,1\n2\n\n\nTRUE,,FALSE\n|");
    assert_str(sheet_shown(&arena, SHEET("<row><c t='str'><v>a, \"b\"</v></c><c t='inlineStr'><is><t>two_x000D_\nlines;</t></is></c></row>")), "\"a, \"\"b\"\"\",\"two lines;\"\n|");
    assert_str(sheet_shown(&arena, SHEET("<row r='0'><c r='1A'><v>1</v></c><c r='AAAA1'><v>2</v></c><c r='ZZZ1'><v>3</v></c></row>")), "1,2,3\n|");
    arena_clear(&arena);
}

static void test_xlsx__numbers_and_dates(void **state)
{
    zip_member members[] = {
        { "xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd;@'/><numFmt numFmtId='165' formatCode='0 &quot;days&quot;'/></numFmts>"
                           "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs></styleSheet>" },
        { "xl/worksheets/sheet1.xml", SHEET("<row><c><v>31693077</v></c><c><v>3.1693077E7</v></c><c><v>2.0110000000000001</v></c><c s='1'><v>43616</v></c><c s='2'><v>43524.75</v></c>"
                                            "<c s='3'><v>43616</v></c><c s='1'><v>-5</v></c><c s='1'><v>1e99</v></c><c><v>x</v></c><c s='1'><v>61</v></c></row>") },
        { "xl/workbook.xml", "<workbook><workbookPr date1904='1'/></workbook>" },
    };
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, members, 2, 0), "xl/worksheets/sheet1.xml:31693077,31693077,2.011,2019-05-31,2019-02-28,43616,-5,1e+99,x,1900-03-01\n|");
    members[1].text = SHEET("<row><c s='1'><v>0</v></c><c s='1'><v>42154</v></c></row>");
    assert_str(shown(&arena, members, 3, 0), "xl/worksheets/sheet1.xml:1904-01-01,2019-05-31\n|");
    arena_clear(&arena);
}

static void test_xlsx__what_is_damaged_is_said(void **state)
{
    zip_member members[] = { { "xl/workbook.xml", "<workbook/>" }, { "xl/worksheets/sheet1.xml", SHEET("<row><c><v>1</v></c></row>") } };
    Arena arena = { 0 };
    (void)state;
    members[0].text = "<workbook><sheets>";
    assert_str(shown(&arena, members, 2, 0), "a.xlsx: is damaged: xl/workbook.xml cannot be read");
    members[0].text = "<workbook/>";
    members[1].text = "<worksheet><sheetData><row><c><v>1</v></c>";
    assert_str(shown(&arena, members, 2, 0), "a.xlsx: is damaged: a sheet cannot be read");
    assert_str(shown(&arena, members, 1, 0), "a.xlsx: the workbook is empty");
    members[1].text = SHEET("<row r='1'><c><v>1</v></c></row><row r='1000000'><c><v>1</v></c></row>");
    assert_str(shown(&arena, members, 2, 1000), "a.xlsx: its cells hold more than the limit of 1000 bytes");
    arena_clear(&arena);
}

/* A short file stands for much: one string that many cells name, entities, elements within elements. */
static void test_xlsx__little_bytes_do_not_become_many(void **state)
{
    enum { CELLS = 5000, LONG = 20000, DEEP = 100000 };
    Arena arena = { 0 };
    Buf sheet = { 0 }, string = { 0 }, deep = { 0 };
    (void)state;
    buf_add(&string, S("<sst><si><t>"));
    for (size_t i = 0; i < LONG; i++) buf_char(&string, 'x');
    buf_add(&string, S("</t></si></sst>"));
    buf_add(&sheet, S("<worksheet><sheetData><row>"));
    for (size_t i = 0; i < CELLS; i++) buf_add(&sheet, S("<c t='s'><v>0</v></c>"));
    buf_add(&sheet, S("</row></sheetData></worksheet>"));
    for (size_t i = 0; i < DEEP; i++) buf_add(&deep, S("<c>"));
    zip_member members[] = { { "xl/sharedStrings.xml", arena_cstr(&arena, buf_str(&string)) }, { "xl/worksheets/sheet1.xml", arena_cstr(&arena, buf_str(&sheet)) } };
    assert_non_null(strstr(arena_cstr(&arena, shown(&arena, members, 2, 0)), "its cells hold more than the limit of 33554432 bytes"));
    members[1].text = arena_cstr(&arena, buf_str(&deep));
    assert_str(shown(&arena, members, 2, 0), "a.xlsx: is damaged: a sheet cannot be read");
    members[1].text = "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>" SHEET("<row><c t='str'><v>1&a;&f;2</v></c></row>");
    assert_str(shown(&arena, members, 2, 0), "xl/worksheets/sheet1.xml:12\n|");
    buf_clear(&sheet), buf_clear(&string), buf_clear(&deep);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_xlsx__sheets_stand_in_the_order_of_the_workbook),
        cmocka_unit_test(test_xlsx__rows_and_columns_keep_their_places),
        cmocka_unit_test(test_xlsx__numbers_and_dates),
        cmocka_unit_test(test_xlsx__what_is_damaged_is_said),
        cmocka_unit_test(test_xlsx__little_bytes_do_not_become_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

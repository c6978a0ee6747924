/* docx_number.c: the numbers that a word processor prints before the items of lists. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "read/docx.h"

enum { START_MAX = 1 << 20, LABEL_MAX = 64 /* bytes of a label */ };

static int number_of(Arena *arena, const xmlNode *node, int otherwise)
{
    size_t value;
    return node && str_to_size(rxc_xml_attribute(arena, node, "val"), &value) && value < START_MAX ? (int)value
                                                                                                   : otherwise;
}

/* <w:lvl>, of a list or of what overrides it. */
static void read_level(Arena *arena, const xmlNode *node, rxc_docx_level *out)
{
    out->format = rxc_xml_attribute(arena, rxc_xml_child(node, "numFmt"), "val");
    out->text = rxc_xml_attribute(arena, rxc_xml_child(node, "lvlText"), "val");
    out->start = number_of(arena, rxc_xml_child(node, "start"), 1);
}

static size_t level_of(Arena *arena, const xmlNode *node)
{
    size_t level = RXC_DOCX_LEVELS;
    str_to_size(rxc_xml_attribute(arena, node, "ilvl"), &level);
    return level;
}

static void read_list(Arena *arena, const xmlNode *node, rxc_docx_list *out)
{
    out->id = rxc_xml_attribute(arena, node, "abstractNumId");
    out->style = rxc_xml_attribute(arena, rxc_xml_child(node, "numStyleLink"), "val");
    for (int i = 0; i < RXC_DOCX_LEVELS; i++) out->levels[i].start = 1;
    for (xmlNode *one = rxc_xml_child(node, "lvl"); one; one = rxc_xml_sibling(one, "lvl")) {
        size_t level = level_of(arena, one);
        if (level < RXC_DOCX_LEVELS) read_level(arena, one, &out->levels[level]);
    }
    for (int i = 0; i < RXC_DOCX_LEVELS; i++) out->counts[i] = out->levels[i].start - 1;
}

static void read_number(Arena *arena, const xmlNode *node, rxc_docx_number *out)
{
    out->id = rxc_xml_attribute(arena, node, "numId");
    out->list = rxc_xml_attribute(arena, rxc_xml_child(node, "abstractNumId"), "val");
    for (int i = 0; i < RXC_DOCX_LEVELS; i++) out->restart[i] = -1;
    for (xmlNode *one = rxc_xml_child(node, "lvlOverride"); one; one = rxc_xml_sibling(one, "lvlOverride")) {
        size_t level = level_of(arena, one);
        const xmlNode *whole = rxc_xml_child(one, "lvl");
        if (level >= RXC_DOCX_LEVELS) continue;
        if (whole) out->restart[level] = number_of(arena, rxc_xml_child(whole, "start"), 1);
        out->restart[level] = number_of(arena, rxc_xml_child(one, "startOverride"), out->restart[level]);
    }
}

static int compare_lists(const void *x, const void *y)
{
    return str_cmp(((const rxc_docx_list *)x)->id, ((const rxc_docx_list *)y)->id);
}

static int compare_numbers(const void *x, const void *y)
{
    return str_cmp(((const rxc_docx_number *)x)->id, ((const rxc_docx_number *)y)->id);
}

static rxc_docx_list *find_list(const rxc_docx_numbers *numbers, Str id)
{
    const rxc_docx_list key = { .id = id };
    return numbers->lists.n ? bsearch(&key, numbers->lists.v, numbers->lists.n, sizeof key, compare_lists) : NULL;
}

static rxc_docx_number *find_number(const rxc_docx_numbers *numbers, Str id)
{
    const rxc_docx_number key = { .id = id };
    return numbers->numbers.n ? bsearch(&key, numbers->numbers.v, numbers->numbers.n, sizeof key, compare_numbers)
                              : NULL;
}

/* A list that only names a style has the levels of that style's list. */
static void follow_styles(const rxc_docx_numbers *numbers, const rxc_docx_styles *styles)
{
    for (size_t i = 0; i < numbers->numbers.n; i++) {
        rxc_docx_number *number = &numbers->numbers.v[i];
        const rxc_docx_list *list = find_list(numbers, number->list);
        if (!list || !list->style.n) continue;
        const rxc_docx_number *other = find_number(numbers, rxc_docx_styles_find(styles, list->style)->list);
        if (other) number->list = other->list;
    }
}

void rxc_docx_numbers_read(Arena *arena, xmlNode *root, const rxc_docx_styles *styles, rxc_docx_numbers *out)
{
    for (xmlNode *node = rxc_xml_child(root, "abstractNum"); node; node = rxc_xml_sibling(node, "abstractNum"))
        read_list(arena, node, vec_push(arena, &out->lists));
    for (xmlNode *node = rxc_xml_child(root, "num"); node; node = rxc_xml_sibling(node, "num"))
        read_number(arena, node, vec_push(arena, &out->numbers));
    if (out->lists.n) qsort(out->lists.v, out->lists.n, sizeof *out->lists.v, compare_lists);
    if (out->numbers.n) qsort(out->numbers.v, out->numbers.n, sizeof *out->numbers.v, compare_numbers);
    follow_styles(out, styles);
}

bool rxc_docx_numbers_has(const rxc_docx_numbers *numbers, Str id)
{
    const rxc_docx_number *number = find_number(numbers, id);
    return number && find_list(numbers, number->list);
}

/* --- as printed ----------------------------------------------------------------------------------------------------- */

static Str roman(Arena *arena, int value, bool upper)
{
    static const struct {
        int value;
        const char *upper, *lower;
    } parts[] = { { 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" }, { 400, "CD", "cd" }, { 100, "C", "c" },
                  { 90, "XC", "xc" }, { 50, "L", "l" },    { 40, "XL", "xl" }, { 10, "X", "x" },   { 9, "IX", "ix" },
                  { 5, "V", "v" },    { 4, "IV", "iv" },   { 1, "I", "i" } };
    Str out = { 0 };
    if (value >= 4000) return arena_printf(arena, "%d", value);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; value >= parts[i].value; value -= parts[i].value)
            out = arena_printf(arena, "%.*s%s", STR_ARG(out), upper ? parts[i].upper : parts[i].lower);
    return out;
}

/* 1 a … 26 z, 27 aa, 28 bb */
static Str letters(Arena *arena, int value, bool upper)
{
    char text[LABEL_MAX];
    size_t n = 0, times = value > 0 ? (size_t)(value - 1) / 26 + 1 : 0;
    while (n < times && n < sizeof text) text[n++] = (char)((upper ? 'A' : 'a') + (value - 1) % 26);
    return arena_str(arena, (Str){ text, n });
}

static Str print_count(Arena *arena, Str format, int value)
{
    if (str_eq(format, S("lowerLetter"))) return letters(arena, value, false);
    if (str_eq(format, S("upperLetter"))) return letters(arena, value, true);
    if (str_eq(format, S("lowerRoman"))) return roman(arena, value, false);
    if (str_eq(format, S("upperRoman"))) return roman(arena, value, true);
    return arena_printf(arena, str_eq(format, S("decimalZero")) && value < 10 ? "0%d" : "%d", value);
}

static Str print_label(Arena *arena, const rxc_docx_list *list, const int *counts, int level)
{
    Str text = str_take(list->levels[level].text, LABEL_MAX), out = { 0 };
    for (size_t i = 0; i < text.n; i++) {
        int of =
            text.p[i] == '%' && i + 1 < text.n && text.p[i + 1] >= '1' && text.p[i + 1] <= '9' ? text.p[++i] - '1' : -1;
        Str part = of < 0 ? str_sub(text, i, i + 1) : print_count(arena, list->levels[of].format, counts[of]);
        out = arena_printf(arena, "%.*s%.*s", STR_ARG(out), STR_ARG(part));
    }
    return out;
}

static Str without_brackets(Str s)
{
    static const char marks[] = " .:()[]{}";
    while (s.n && strchr(marks, s.p[0])) s = str_drop(s, 1);
    while (s.n && strchr(marks, str_last(s))) s.n--;
    return s;
}

Str rxc_docx_numbers_next(Arena *arena, rxc_docx_numbers *numbers, Str id, int level)
{
    rxc_docx_number *number = find_number(numbers, id);
    rxc_docx_list *list = number ? find_list(numbers, number->list) : NULL;
    if (!list || level < 0 || level >= RXC_DOCX_LEVELS) return (Str){ 0 };
    for (int i = 0; i < RXC_DOCX_LEVELS && !number->used; i++)
        if (number->restart[i] >= 0) list->counts[i] = number->restart[i] - 1;
    number->used = true;
    list->counts[level]++;
    for (int i = 0; i < level; i++)
        if (list->counts[i] < list->levels[i].start) list->counts[i] = list->levels[i].start; /* an item below none */
    for (int i = level + 1; i < RXC_DOCX_LEVELS; i++) list->counts[i] = list->levels[i].start - 1;
    Str format = list->levels[level].format;
    if (str_eq(format, S("bullet")) || str_eq(format, S("none")) || format.n == 0) return (Str){ 0 };
    return without_brackets(print_label(arena, list, list->counts, level));
}

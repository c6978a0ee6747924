/* docx_style.c: what the styles of a DOCX document say of its paragraphs and words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "read/docx.h"

enum { HOPS = 16 /* styles that a style goes on from */ };

bool rxc_docx_is_on(Arena *arena, const xmlNode *properties, const char *name)
{
    const xmlNode *node = rxc_xml_child(properties, name);
    Str value = rxc_xml_attribute(arena, node, "val");
    return node && !str_eq(value, S("0")) && !str_eq(value, S("false")) && !str_eq(value, S("off"));
}

int rxc_docx_raised(Arena *arena, const xmlNode *properties)
{
    Str value = rxc_xml_attribute(arena, rxc_xml_child(properties, "vertAlign"), "val");
    return str_eq(value, S("superscript")) ? 1 : str_eq(value, S("subscript")) ? -1 : 0;
}

/* "heading 2" -> 2, 0 for other names. */
static int heading_of(Str name)
{
    size_t level = 0;
    if (!str_starts_nocase(name, S("heading"))) return 0;
    return str_to_size(str_trim(str_drop(name, 7)), &level) && level >= 1 && level <= RXC_DOCX_LEVELS ? (int)level : 0;
}

static rxc_docx_role role_of(Str name)
{
    static const struct {
        const char *words; /* "=": the whole name */
        rxc_docx_role role;
    } roles[] = { { "=title", RXC_DOCX_TITLE },
                  { "=article title", RXC_DOCX_TITLE },
                  { "=author", RXC_DOCX_AUTHOR },
                  { "=authors", RXC_DOCX_AUTHOR },
                  { "=date", RXC_DOCX_DATE },
                  { "caption", RXC_DOCX_CAPTION },
                  { "=table caption", RXC_DOCX_CAPTION },
                  { "=image caption", RXC_DOCX_CAPTION },
                  { "bibliography", RXC_DOCX_REFERENCE },
                  { "=endnote bibliography", RXC_DOCX_REFERENCE },
                  { "=reference", RXC_DOCX_REFERENCE },
                  { "=references", RXC_DOCX_REFERENCE },
                  { "toc 1", RXC_DOCX_CONTENTS },
                  { "toc 2", RXC_DOCX_CONTENTS },
                  { "toc 3", RXC_DOCX_CONTENTS },
                  { "contents ", RXC_DOCX_CONTENTS } };
    if (str_find_nocase(name, S("heading")) != STR_NONE) return RXC_DOCX_NORMAL; /* "Bibliography Heading" */
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        bool whole = roles[i].words[0] == '=';
        Str words = str_from(roles[i].words + whole);
        if (whole ? str_eq_nocase(name, words) : str_starts_nocase(name, words)) return roles[i].role;
    }
    return RXC_DOCX_NORMAL;
}

static void read_outline(Arena *arena, const xmlNode *paragraph, rxc_docx_style *style)
{
    size_t level;
    Str value = rxc_xml_attribute(arena, rxc_xml_child(paragraph, "outlineLvl"), "val");
    if (!str_to_size(value, &level)) return;
    style->outline = level < RXC_DOCX_LEVELS ? (int)level + 1 : -1;
}

static rxc_docx_style read_style(Arena *arena, const xmlNode *node)
{
    rxc_docx_style style = { .id = rxc_xml_attribute(arena, node, "styleId"),
                             .based = rxc_xml_attribute(arena, rxc_xml_child(node, "basedOn"), "val") };
    const xmlNode *paragraph = rxc_xml_child(node, "pPr"), *run = rxc_xml_child(node, "rPr"),
                  *list = rxc_xml_child(paragraph, "numPr");
    Str name = rxc_xml_attribute(arena, rxc_xml_child(node, "name"), "val");
    size_t level = 0;
    style.role = role_of(name.n ? name : style.id);
    style.outline = heading_of(name.n ? name : style.id);
    if (!style.outline) read_outline(arena, paragraph, &style);
    if (style.role == RXC_DOCX_TITLE) style.outline = -1;
    style.raised = rxc_docx_raised(arena, run);
    style.bold = rxc_docx_is_on(arena, run, "b");
    style.italic = rxc_docx_is_on(arena, run, "i");
    style.list = rxc_xml_attribute(arena, rxc_xml_child(list, "numId"), "val");
    if (str_to_size(rxc_xml_attribute(arena, rxc_xml_child(list, "ilvl"), "val"), &level) && level < RXC_DOCX_LEVELS)
        style.list_level = (int)level;
    return style;
}

static int compare_styles(const void *x, const void *y)
{
    return str_cmp(((const rxc_docx_style *)x)->id, ((const rxc_docx_style *)y)->id);
}

/* What the styles below state, and the style itself does not. */
static void inherit(const rxc_docx_styles *styles, rxc_docx_style *style)
{
    Str based = style->based;
    for (int i = 0; i < HOPS && based.n; i++) {
        const rxc_docx_style *below = rxc_docx_styles_find(styles, based);
        if (!style->outline) style->outline = below->outline;
        if (!style->raised) style->raised = below->raised;
        if (style->role == RXC_DOCX_NORMAL) style->role = below->role;
        if (!style->list.n && below->list.n) style->list = below->list, style->list_level = below->list_level;
        based = below->based;
    }
}

void rxc_docx_styles_read(Arena *arena, xmlNode *root, rxc_docx_styles *out)
{
    for (xmlNode *node = rxc_xml_child(root, "style"); node; node = rxc_xml_sibling(node, "style"))
        *vec_push(arena, &out->list) = read_style(arena, node);
    if (out->list.n) qsort(out->list.v, out->list.n, sizeof *out->list.v, compare_styles);
    for (size_t i = 0; i < out->list.n; i++) inherit(out, &out->list.v[i]);
}

const rxc_docx_style *rxc_docx_styles_find(const rxc_docx_styles *styles, Str id)
{
    static const rxc_docx_style none = { 0 };
    const rxc_docx_style key = { .id = id };
    if (id.n == 0 || styles->list.n == 0) return &none;
    const rxc_docx_style *found = bsearch(&key, styles->list.v, styles->list.n, sizeof key, compare_styles);
    return found ? found : &none;
}

Str rxc_docx_symbol(Str code)
{
    static const struct {
        const char *code, *text;
    } symbols[] = { { "61", "α" }, { "62", "β" }, { "67", "γ" }, { "64", "δ" }, { "6B", "κ" }, { "6C", "λ" },
                    { "6D", "μ" }, { "73", "σ" }, { "77", "ω" }, { "44", "Δ" }, { "A3", "≤" }, { "B3", "≥" },
                    { "B1", "±" }, { "B0", "°" }, { "B4", "×" }, { "AE", "→" }, { "B7", "•" }, { "A2", "′" },
                    { "2D", "−" }, { "D7", "·" }, { "BB", "≈" } };
    code = str_drop(code, code.n > 2 ? code.n - 2 : 0);
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (str_eq_nocase(code, str_from(symbols[i].code))) return str_from(symbols[i].text);
    return S("\xEF\xBF\xBD");
}

/* docx_note.c: footnotes and endnotes of a DOCX document, which may be its list of references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>
#include <stdlib.h>

#include "read/docx.h"

enum { LOOK = 50 /* notes looked at */, TEXT_MIN = 30, TEXT_MAX = 1500 /* bytes of a reference */ };

static int compare_notes(const void *x, const void *y)
{
    return str_cmp(((const rxc_docx_note *)x)->id, ((const rxc_docx_note *)y)->id);
}

/* A year, and stops or commas as between the parts of a reference. */
static bool is_reference(Str s)
{
    size_t digits = 0, marks = 0;
    bool year = false;
    if (s.n < TEXT_MIN || s.n > TEXT_MAX) return false;
    for (size_t i = 0; i <= s.n; i++) {
        char c = i < s.n ? s.p[i] : ' ';
        if (chr_digit(c)) {
            digits++;
            continue;
        }
        year = year ||
               (digits == 4 && (str_starts(str_drop(s, i - 4), S("19")) || str_starts(str_drop(s, i - 4), S("20"))));
        digits = 0;
        marks += c == '.' || c == ',' || c == ';' || c == ':';
    }
    return year && marks >= 3;
}

static bool are_references(Arena *arena, const rxc_docx_notes *notes)
{
    size_t seen = 0, hits = 0;
    for (size_t i = 0; i < notes->list.n && seen < LOOK; i++, seen++)
        hits += is_reference(rxc_xml_text(arena, notes->list.v[i].node, "instrText delText"));
    return seen >= 2 && hits * 3 >= seen * 2;
}

void rxc_docx_notes_read(Arena *arena, xmlNode *root, const char *name, rxc_docx_notes *out)
{
    out->name = name;
    for (xmlNode *node = rxc_xml_child(root, name); node; node = rxc_xml_sibling(node, name)) {
        Str type = rxc_xml_attribute(arena, node, "type");
        if (type.n && !str_eq(type, S("normal"))) continue; /* lines that separate the notes from the text */
        *vec_push(arena, &out->list) = (rxc_docx_note){ .id = rxc_xml_attribute(arena, node, "id"), .node = node };
    }
    if (out->list.n) qsort(out->list.v, out->list.n, sizeof *out->list.v, compare_notes);
    out->references = are_references(arena, out);
}

rxc_docx_note *rxc_docx_notes_find(const rxc_docx_notes *notes, Str id)
{
    const rxc_docx_note key = { .id = id };
    return notes->list.n ? bsearch(&key, notes->list.v, notes->list.n, sizeof key, compare_notes) : NULL;
}

Str rxc_docx_notes_anchor(Arena *arena, const rxc_docx_notes *notes, Str id)
{
    return arena_printf(arena, "%s-%.*s", notes->name, STR_ARG(id));
}

static int compare_numbers(const void *x, const void *y)
{
    const rxc_docx_note *a = *(const rxc_docx_note *const *)x, *b = *(const rxc_docx_note *const *)y;
    int left = a->number ? a->number : INT_MAX, right = b->number ? b->number : INT_MAX;
    return left != right ? (left > right) - (left < right) : str_cmp(a->id, b->id);
}

const rxc_docx_note **rxc_docx_notes_order(Arena *arena, const rxc_docx_notes *notes)
{
    const rxc_docx_note **order = arena_array(arena, const rxc_docx_note *, notes->list.n + 1);
    for (size_t i = 0; i < notes->list.n; i++) order[i] = &notes->list.v[i];
    if (notes->list.n) qsort(order, notes->list.n, sizeof *order, compare_numbers);
    return order;
}

/* docx_field.c: fields of a DOCX document: the code that makes them, and the text that is shown. The shown text counts; of
 * codes those are read that link, that make lists, and those in which reference managers keep the works cited. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cjson/cJSON.h>

#include "read/docx.h"

enum { CODE_MAX = 16 << 20, WORKS_MAX = 20000 /* of one document */ };

static rxc_docx_field *innermost(rxc_docx_fields *fields)
{
    return fields->depth && fields->depth <= RXC_DOCX_FIELDS ? &fields->open[fields->depth - 1] : NULL;
}

void rxc_docx_field_begin(rxc_docx_fields *fields)
{
    if (fields->depth++ < RXC_DOCX_FIELDS) fields->open[fields->depth - 1] = (rxc_docx_field){ 0 };
}

void rxc_docx_field_code(rxc_docx_fields *fields, Arena *arena, Str code)
{
    rxc_docx_field *field = innermost(fields);
    if (!field || field->result) return;
    for (size_t i = 0; i < code.n && field->code.n < CODE_MAX; i++) *vec_push(arena, &field->code) = code.p[i];
}

bool rxc_docx_field_hides(const rxc_docx_fields *fields)
{
    size_t depth = fields->depth < RXC_DOCX_FIELDS ? fields->depth : RXC_DOCX_FIELDS;
    for (size_t i = 0; i < depth; i++)
        if (!fields->open[i].result) return true;
    return false;
}

bool rxc_docx_field_within(const rxc_docx_fields *fields, rxc_docx_field_kind kind)
{
    size_t depth = fields->depth < RXC_DOCX_FIELDS ? fields->depth : RXC_DOCX_FIELDS;
    for (size_t i = 0; i < depth; i++)
        if (fields->open[i].result && fields->open[i].kind == kind) return true;
    return false;
}

/* --- codes ------------------------------------------------------------------------------------------------------------ */

/* The next word of a code, or what stands between quotation marks. */
static bool next_word(Str *code, Str *word)
{
    *code = str_trim(*code);
    if (code->n == 0) return false;
    bool quoted = code->p[0] == '"';
    *code = str_drop(*code, quoted);
    size_t n = 0;
    while (n < code->n && (quoted ? code->p[n] != '"' : !chr_space(code->p[n]))) n++;
    *word = str_take(*code, n);
    *code = str_drop(*code, n + quoted);
    return true;
}

/* HYPERLINK "https://…" · HYPERLINK \l "bookmark" · REF bookmark \r \h */
static Str target_of(Arena *arena, Str name, Str code)
{
    Str word;
    bool local = !str_eq(name, S("HYPERLINK"));
    while (next_word(&code, &word)) {
        if (str_eq(word, S("\\l"))) local = true;
        else if (word.n && word.p[0] != '\\') return arena_printf(arena, "%s%.*s", local ? "#" : "", STR_ARG(word));
    }
    return (Str){ 0 };
}

/* A work of a citation field, unless it was cited before. */
static void add_work(rxc_docx_fields *fields, Arena *arena, const cJSON *item)
{
    const cJSON *data = cJSON_GetObjectItemCaseSensitive(item, "itemData");
    const cJSON *uris = cJSON_GetObjectItemCaseSensitive(item, "uris"), *uri = cJSON_IsArray(uris) ? uris->child : NULL;
    rxc_work work = { 0 };
    if (!cJSON_IsObject(data) || fields->works.n == WORKS_MAX) return;
    rxc_work_read(arena, data, &work);
    if (rxc_work_is_empty(&work)) return;
    Str key = cJSON_IsString(uri) ? arena_str(arena, str_from(uri->valuestring))
                                  : arena_printf(arena, "%.*s %.*s", STR_ARG(work.doi), STR_ARG(work.title));
    for (size_t i = fields->keys.n; i-- > 0;)
        if (str_eq(fields->keys.v[i], key)) return;
    *vec_push(arena, &fields->works) = work;
    *vec_push(arena, &fields->keys) = key;
}

static void read_citation(rxc_docx_fields *fields, Arena *arena, Str code)
{
    size_t begin = str_chr(code, '{');
    if (begin == STR_NONE) return;
    cJSON *json = cJSON_ParseWithLength(code.p + begin, code.n - begin);
    const cJSON *items = cJSON_GetObjectItemCaseSensitive(json, "citationItems"), *item;
    cJSON_ArrayForEach(item, items) add_work(fields, arena, item);
    cJSON_Delete(json);
}

static void read_code(rxc_docx_fields *fields, rxc_docx_field *field, Arena *arena)
{
    static const char *const lists[] = { "EN.REFLIST", "ZOTERO_BIBL", "Mendeley Bibliography", "CSL_BIBLIOGRAPHY",
                                         "ADDIN PAPERS2_CITATIONS <papers2_bibliography" };
    Str code = str_trim((Str){ field->code.v, field->code.n }), rest = code, name;
    if (!next_word(&rest, &name)) return;
    if (str_eq(name, S("HYPERLINK")) || str_eq(name, S("REF")) || str_eq(name, S("NOTEREF")) ||
        str_eq(name, S("PAGEREF"))) {
        field->kind = RXC_DOCX_FIELD_LINK;
        field->target = target_of(arena, name, rest);
    }
    if (str_eq(name, S("TOC")) || str_eq(name, S("INDEX"))) field->kind = RXC_DOCX_FIELD_CONTENTS;
    if (str_eq(name, S("BIBLIOGRAPHY"))) field->kind = RXC_DOCX_FIELD_REFERENCES;
    if (!str_eq(name, S("ADDIN"))) return;
    Str head = str_take(code, 64);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (str_find(head, str_from(lists[i])) != STR_NONE) field->kind = RXC_DOCX_FIELD_REFERENCES;
    if (str_find(head, S("CSL_CITATION")) != STR_NONE) read_citation(fields, arena, code);
}

void rxc_docx_field_separate(rxc_docx_fields *fields, rxc_builder *b)
{
    rxc_docx_field *field = innermost(fields);
    if (!field || field->result) return;
    read_code(fields, field, b->doc->arena);
    field->result = true;
    field->block = b->doc->blocks.n;
    field->b = b->text.n;
}

/* Mark the shown text of a link, if it stands in one block. */
static void mark_link(const rxc_docx_field *field, rxc_builder *b)
{
    if (field->kind != RXC_DOCX_FIELD_LINK || !field->target.n || field->block != b->doc->blocks.n || !b->started)
        return;
    size_t start = field->b > b->block.span.b ? field->b : b->block.span.b;
    while (start < b->text.n && chr_space(b->text.p[start])) start++;
    if (start < b->text.n)
        *vec_push(b->doc->arena, &b->doc->marks) = (rxc_mark){ RXC_MARK_LINK, { start, b->text.n }, field->target };
}

void rxc_docx_field_end(rxc_docx_fields *fields, rxc_builder *b)
{
    rxc_docx_field *field = innermost(fields);
    if (field && !field->result) read_code(fields, field, b->doc->arena);
    if (field && field->result) mark_link(field, b);
    if (fields->depth) fields->depth--;
}

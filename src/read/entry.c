/* entry.c: a document made of one entry of a bibliography or of a database's export. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/entry.h"

#include "read/builder.h"
#include "read/kind.h"
#include "read/print.h"

static void put_block(rxc_builder *b, rxc_block_kind kind, rxc_section section, Str text, size_t line)
{
    if (str_trim(text).n == 0) return;
    rxc_builder_open(b, kind, line, 0);
    b->block.section = section;
    rxc_builder_text(b, text);
    rxc_builder_close(b);
}

static void put_authors(rxc_builder *b, const rxc_names *names, size_t line)
{
    if (names->n == 0) return;
    rxc_builder_open(b, RXC_BLOCK_FRONT, line, 0);
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        if (i) rxc_builder_text(b, S("; "));
        if (name->particle.n) rxc_builder_text(b, name->particle), rxc_builder_space(b);
        rxc_builder_text(b, name->literal.n ? name->literal : name->family);
        if (name->given.n) rxc_builder_text(b, S(", ")), rxc_builder_text(b, name->given);
        if (name->suffix.n) rxc_builder_text(b, S(", ")), rxc_builder_text(b, name->suffix);
    }
    rxc_builder_close(b);
}

static void put_abstract(rxc_builder *b, Str abstract, size_t line)
{
    Str paragraph;
    while (str_cut(&abstract, '\n', &paragraph))
        put_block(b, RXC_BLOCK_PARAGRAPH, RXC_SECTION_ABSTRACT, paragraph, line);
}

static void put_reference(rxc_builder *b, const rxc_entry_reference *reference)
{
    bool fields_only = str_trim(reference->raw).n == 0;
    rxc_builder_open(b, RXC_BLOCK_REFERENCE, reference->line, 0);
    b->block.section = RXC_SECTION_REFERENCES;
    b->block.label = reference->label;
    b->block.anchor = reference->anchor;
    if (fields_only) rxc_print_work(b, &reference->work);
    else rxc_builder_text(b, reference->raw);
    if (!b->started && !rxc_work_is_empty(&reference->work)) rxc_builder_text(b, reference->work.database_id);
    bool kept = b->started;
    rxc_builder_close(b);
    if (!kept) return;
    rxc_doc *doc = b->doc;
    *vec_push(doc->arena, &doc->entries) =
        (rxc_entry){ reference->anchor, reference->label, doc->blocks.n - 1, reference->work, fields_only || reference->complete };
}

static rxc_doc_kind kind_of(Str kinds)
{
    rxc_doc_kind found = RXC_DOC_UNKNOWN;
    Str one;
    while (str_cut(&kinds, ',', &one)) {
        rxc_doc_kind kind = rxc_kind_of_type(str_trim(one));
        if (kind == RXC_DOC_CASE_REPORT || found == RXC_DOC_UNKNOWN || found == RXC_DOC_LETTER) found = kind ? kind : found;
    }
    return found;
}

void rxc_entry_finish(rxc_doc *doc, const rxc_entry_parts *parts)
{
    rxc_builder b;
    size_t line = parts->line ? parts->line : 1;
    rxc_builder_init(&b, doc);
    put_block(&b, RXC_BLOCK_TITLE, RXC_SECTION_TITLE, doc->work.title, line);
    put_authors(&b, &doc->work.authors, line);
    put_abstract(&b, doc->work.abstract, parts->abstract_line ? parts->abstract_line : line);
    put_block(&b, RXC_BLOCK_FRONT, RXC_SECTION_NONE, parts->keywords, line);
    for (size_t i = 0; i < parts->references.n; i++) put_reference(&b, &parts->references.v[i]);
    rxc_builder_finish(&b);
    if (doc->kind == RXC_DOC_UNKNOWN) doc->kind = kind_of(parts->kinds);
    if (doc->kind == RXC_DOC_UNKNOWN) doc->kind = rxc_kind_find(doc);
}

rxc_work_type rxc_entry_type_find(const rxc_entry_type *types, size_t n, Str name)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(name, str_from(types[i].name))) return types[i].type;
    return RXC_WORK_TYPES;
}

static bool are_digits(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!chr_digit(s.p[i])) return false;
    return true;
}

Str rxc_entry_pages(Arena *arena, Str first, Str last)
{
    first = str_trim(first), last = str_trim(last);
    if (!first.n || !last.n || str_eq(first, last)) return first.n ? first : last;
    if (str_chr(first, '-') != STR_NONE) return first;
    bool shortened = last.n < first.n && are_digits(last) && are_digits(str_drop(first, first.n - last.n));
    if (!shortened) return arena_printf(arena, "%.*s-%.*s", STR_ARG(first), STR_ARG(last));
    return arena_printf(arena, "%.*s-%.*s%.*s", STR_ARG(first), STR_ARG(str_take(first, first.n - last.n)), STR_ARG(last));
}

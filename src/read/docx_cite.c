/* docx_cite.c: entries of the list of references in a DOCX document, and the works that a reference manager keeps for them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/docx.h"
#include "read/print.h"
#include "text/fold.h"

static const size_t PAIRS_MAX = 4000000; /* of works and entries that are compared */

enum { TITLE_MIN = 12 /* bytes of a folded title that tells works apart */ };

/* "[3] Wu L" or "3. Wu L" -> label "3", text "Wu L". Marks behind it move along. */
static void take_label(rxc_builder *b)
{
    Str s = rxc_builder_so_far(b);
    size_t open = s.n && (s.p[0] == '[' || s.p[0] == '('), n = open;
    while (n < s.n && n < open + 4 && chr_digit(s.p[n])) n++;
    Str label = str_sub(s, open, n);
    size_t used = n;
    while (used < s.n && strchr("]).", s.p[used])) used++;
    while (used < s.n && chr_space(s.p[used])) used++;
    if (!label.n || used == n || used == s.n || b->block.label.n || (chr_digit(s.p[used]))) return;
    b->block.label = arena_str(b->doc->arena, label);
    memmove(b->text.p + b->block.span.b, b->text.p + b->block.span.b + used, s.n - used);
    b->text.n -= used;
    for (size_t i = b->doc->marks.n; i-- > 0 && b->doc->marks.v[i].span.e > b->block.span.b;) {
        rxc_span *span = &b->doc->marks.v[i].span;
        span->b = span->b < b->block.span.b + used ? b->block.span.b : span->b - used;
        span->e = span->e < b->block.span.b + used ? b->block.span.b : span->e - used;
    }
}

/* Bytes of "[]" and "[ ]" at the end, and of spaces before them. */
static size_t empty_brackets(Str s)
{
    size_t n = s.n;
    for (;;) {
        Str rest = str_take(s, n);
        size_t bracket = str_ends(rest, S("[]")) ? 2 : str_ends(rest, S("[ ]")) ? 3 : 0;
        if (!bracket) return s.n - n;
        n -= bracket;
        while (n && s.p[n - 1] == ' ') n--;
    }
}

void rxc_docx_entry(rxc_docx *docx, Str doi, Str pmid)
{
    rxc_builder *b = &docx->b;
    Arena *arena = b->doc->arena;
    rxc_builder_drop(b, empty_brackets(rxc_builder_so_far(b)));
    Str text = rxc_builder_so_far(b);
    if (text.n && doi.n && str_find(text, S("10.")) == STR_NONE)
        rxc_builder_text(b, arena_printf(arena, " doi:%.*s", STR_ARG(doi)));
    if (text.n && pmid.n && str_find_nocase(text, S("pmid")) == STR_NONE)
        rxc_builder_text(b, arena_printf(arena, " PMID: %.*s", STR_ARG(pmid)));
    docx->listed = true;
    if (b->block.kind == RXC_BLOCK_REFERENCE) take_label(b);
}

/* --- works of citation fields ------------------------------------------------------------------------------------------ */

typedef struct Key {
    Str title, doi; /* folded */
    bool used;
} Key;

static Key *keys_of(Arena *arena, const rxc_docx_fields *fields)
{
    Key *keys = arena_array(arena, Key, fields->works.n + 1);
    for (size_t i = 0; i < fields->works.n; i++) {
        keys[i].title = rxc_fold_key(arena, fields->works.v[i].title);
        keys[i].doi = rxc_fold_key(arena, fields->works.v[i].doi);
    }
    return keys;
}

/* The work that an entry prints; lists are often in the order of the text, so the search begins where the last ended. */
static size_t find_work(const Key *keys, size_t n, size_t from, Str entry)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = (from + i) % n;
        bool doi = keys[at].doi.n && str_find(entry, keys[at].doi) != STR_NONE,
             title = keys[at].title.n >= TITLE_MIN && str_find(entry, keys[at].title) != STR_NONE;
        if (!keys[at].used && (doi || title)) return at;
    }
    return STR_NONE;
}

/* Every block of the list becomes an entry, with the fields of its work where one is found. */
static void tie_list(rxc_docx *docx)
{
    rxc_doc *doc = docx->b.doc;
    size_t entries = 0, from = 0, n = docx->fields.works.n;
    Arena scratch = { 0 };
    for (size_t i = 0; i < doc->blocks.n; i++) entries += doc->blocks.v[i].kind == RXC_BLOCK_REFERENCE;
    if (entries == 0 || entries > PAIRS_MAX / n) return;
    Key *keys = keys_of(&scratch, &docx->fields);
    for (size_t i = 0; i < doc->blocks.n; i++) {
        const rxc_block *block = &doc->blocks.v[i];
        if (block->kind != RXC_BLOCK_REFERENCE) continue;
        Str text = rxc_fold_key(&scratch, rxc_span_of(buf_str(&docx->b.text), block->span));
        size_t found = find_work(keys, n, from, text);
        rxc_entry *entry = vec_push(doc->arena, &doc->entries);
        *entry = (rxc_entry){ .anchor = block->anchor, .label = block->label, .block = i };
        if (found == STR_NONE) continue;
        keys[found].used = true;
        entry->work = docx->fields.works.v[found];
        from = found + 1;
    }
    arena_clear(&scratch);
}

/* No list is printed: the works cited are one. */
static void print_list(rxc_docx *docx)
{
    rxc_builder *b = &docx->b;
    for (size_t i = 0; i < docx->fields.works.n; i++) {
        rxc_builder_open(b, RXC_BLOCK_REFERENCE, 0, 0);
        b->block.section = RXC_SECTION_REFERENCES;
        rxc_print_work(b, &docx->fields.works.v[i]);
        bool kept = b->started;
        rxc_builder_close(b);
        if (kept)
            *vec_push(b->doc->arena, &b->doc->entries) =
                (rxc_entry){ .block = b->doc->blocks.n - 1, .work = docx->fields.works.v[i], .complete = true };
    }
}

void rxc_docx_cited(rxc_docx *docx)
{
    rxc_builder_close(&docx->b);
    if (docx->fields.works.n == 0) return;
    if (docx->listed) tie_list(docx);
    else print_list(docx);
}

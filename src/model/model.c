/* model.c: names of the model's kinds, and small look-ups in a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/record.h"

static const char *const kind_names[] = {
#define KIND(name, printed) printed,
    RXC_DOC_KINDS(KIND)
#undef KIND
};

const char *rxc_doc_kind_name(rxc_doc_kind kind) { return kind_names[kind]; }

rxc_doc_kind rxc_doc_kind_find(Str name)
{
    for (size_t i = 0; i < sizeof kind_names / sizeof *kind_names; i++)
        if (str_eq(name, str_from(kind_names[i]))) return (rxc_doc_kind)i;
    return RXC_DOC_UNKNOWN;
}

const char *rxc_notice_status(rxc_notice_kind kind)
{
    static const char *const names[] = { "retracted", "corrected", "expression of concern" };
    return names[kind];
}

const char *rxc_section_name(rxc_section section)
{
    static const char *const names[] = { "",        "title",      "abstract",   "introduction", "case", "methods",
                                         "results", "discussion", "conclusion", "references",   "back" };
    return names[section];
}

const char *rxc_concept_type_name(rxc_concept_type type)
{
    static const char *const names[] = { "drug", "disorder", "phrase" };
    return names[type];
}

const char *rxc_relation_name(rxc_relation relation) { return relation == RXC_TREATS ? "treats" : "adverse_effect"; }

const char *rxc_certainty_name(rxc_certainty certainty)
{
    static const char *const names[] = { "asserted", "speculated", "negated" };
    return names[certainty];
}

const char *rxc_attribution_name(rxc_attribution attribution) { return attribution == RXC_OWN ? "own" : "cited"; }

const rxc_block *rxc_doc_block_at(const rxc_doc *doc, size_t at)
{
    size_t low = 0, high = doc->blocks.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->blocks.v[middle].span.e <= at) low = middle + 1;
        else high = middle;
    }
    return low < doc->blocks.n && doc->blocks.v[low].span.b <= at ? &doc->blocks.v[low] : NULL;
}

size_t rxc_doc_line_at(const rxc_doc *doc, size_t at)
{
    const rxc_block *block = rxc_doc_block_at(doc, at);
    return block ? block->line : 0;
}

static bool is_inside_character(Str text, size_t at)
{
    return at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80;
}

Str rxc_doc_excerpt(const rxc_doc *doc, rxc_span sentence, size_t at)
{
    size_t b = sentence.b, e = sentence.e < doc->text.n ? sentence.e : doc->text.n;
    if (b < e && e - b > RXC_EXCERPT_MAX) {
        if (at > b + RXC_EXCERPT_MAX / 2) b = at - RXC_EXCERPT_MAX / 2;
        if (e - b > RXC_EXCERPT_MAX) e = b + RXC_EXCERPT_MAX;
        while (b < e && is_inside_character(doc->text, b)) b++;
        while (b < e && is_inside_character(doc->text, e)) e--;
    }
    return str_sub(doc->text, b, e);
}

bool rxc_block_is_prose(const rxc_block *block)
{
    switch (block->kind) {
    case RXC_BLOCK_FRONT:
    case RXC_BLOCK_ASIDE:
    case RXC_BLOCK_REFERENCE: return false;
    default: return block->section != RXC_SECTION_REFERENCES && block->section != RXC_SECTION_BACK;
    }
}

size_t rxc_doc_mark_from(const rxc_doc *doc, size_t at)
{
    size_t low = 0, high = doc->marks.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->marks.v[middle].span.e <= at) low = middle + 1;
        else high = middle;
    }
    return low;
}

void rxc_ledger_lose_many(Arena *arena, rxc_ledger *ledger, Str what, Str reason, size_t count, Str example,
                          size_t line)
{
    for (size_t i = 0; i < ledger->losses.n; i++) {
        rxc_loss *loss = &ledger->losses.v[i];
        if (str_eq(loss->what, what) && str_eq(loss->reason, reason)) {
            loss->count += count;
            return;
        }
    }
    *vec_push(arena, &ledger->losses) = (rxc_loss){ what, reason, count, arena_str(arena, example), line };
}

void rxc_ledger_lose(Arena *arena, rxc_ledger *ledger, Str what, Str reason, Str example, size_t line)
{
    rxc_ledger_lose_many(arena, ledger, what, reason, 1, example, line);
}

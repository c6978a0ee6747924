/* outline.c: gives every block its section by the headings before it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/outline.h"

#include "read/section.h"

typedef struct outline {
    rxc_section section; /* that holds at this place */
    int level;           /* of the heading that opened it */
} outline;

static void take_heading(outline *at, rxc_block *block, Str s)
{
    rxc_section found = rxc_section_find(s);
    if (found != RXC_SECTION_NONE) *at = (outline){ found, block->level };
    else if (block->level <= at->level || at->section == RXC_SECTION_REFERENCES) at->section = RXC_SECTION_NONE;
    block->section = at->section;
}

/* Does the block stand apart from the one before? In plain text a line of an entry does not. */
static bool apart(const rxc_doc *doc, size_t i)
{
    const rxc_block *block = &doc->blocks.v[i];
    return block->line == 0 || i == 0 || doc->blocks.v[i - 1].line + 1 < block->line || !str_eq(doc->format, S("text"));
}

static void take_text(const rxc_doc *doc, size_t i, outline *at)
{
    rxc_block *block = &doc->blocks.v[i];
    Str s = rxc_span_of(doc->text, block->span);
    if (block->section == RXC_SECTION_REFERENCES) at->section = RXC_SECTION_REFERENCES; /* the source says so */
    if (block->section == RXC_SECTION_BACK && at->section == RXC_SECTION_REFERENCES) at->section = RXC_SECTION_BACK;
    bool tail = at->section == RXC_SECTION_REFERENCES || at->section == RXC_SECTION_BACK;
    block->section = at->section;
    if (block->kind != RXC_BLOCK_PARAGRAPH) return;
    if (rxc_section_is_caption(s) && apart(doc, i)) {
        block->kind = RXC_BLOCK_CAPTION;
        if (tail) block->section = RXC_SECTION_NONE;
        return;
    }
    rxc_section found = rxc_section_run_in(s);
    if (found == RXC_SECTION_BACK && tail && apart(doc, i)) at->section = found;
    if (found != RXC_SECTION_NONE && at->section != RXC_SECTION_REFERENCES) block->section = found;
    if (!tail && rxc_section_is_front(s)) block->kind = RXC_BLOCK_FRONT;
}

void rxc_outline_mark(rxc_doc *doc)
{
    outline at = { 0 };
    for (size_t i = 0; i < doc->blocks.n; i++) {
        rxc_block *block = &doc->blocks.v[i];
        switch (block->kind) {
        case RXC_BLOCK_TITLE: block->section = RXC_SECTION_TITLE; break;
        case RXC_BLOCK_HEADING: take_heading(&at, block, rxc_span_of(doc->text, block->span)); break;
        case RXC_BLOCK_ASIDE: break;
        case RXC_BLOCK_FRONT: break;
        default: take_text(doc, i, &at); break;
        }
    }
}

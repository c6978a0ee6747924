/* builder.c: builds the text, blocks and marks of a document in reading order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/builder.h"

#include <assert.h>
#include <stdlib.h>

#include "text/fold.h"
#include "text/utf8.h"

enum {
    PIECE = 65536,    /* bytes composed at a time */
    PARAGRAPH = 80,   /* bytes; a shorter block is no paragraph that goes on behind a page break */
    COMPOSING = 0xCC, /* first UTF-8 lead byte of characters that may need composing */
};

void rxc_builder_init(rxc_builder *b, rxc_doc *doc)
{
    *b = (rxc_builder){ .doc = doc };
    b->join.arena = doc->arena;
}

Str rxc_builder_so_far(const rxc_builder *b)
{
    return b->started ? str_drop(buf_str(&b->text), b->block.span.b) : (Str){ 0 };
}

/* --- marks --------------------------------------------------------------------------------------------------- */

static void keep_mark(rxc_builder *b, size_t i)
{
    size_t start = b->marks[i].b, end = b->text.n;
    while (start < end && chr_space(b->text.p[start])) start++;
    if (start < end)
        *vec_push(b->doc->arena, &b->doc->marks) = (rxc_mark){ b->marks[i].kind, { start, end }, b->marks[i].target };
}

void rxc_builder_mark(rxc_builder *b, rxc_mark_kind kind, Str target)
{
    if (b->depth < RXC_BUILDER_MARKS) {
        b->marks[b->depth].kind = kind;
        b->marks[b->depth].target = target;
        b->marks[b->depth].b = b->text.n;
    }
    b->depth++;
}

void rxc_builder_unmark(rxc_builder *b)
{
    if (b->depth == 0) return;
    b->depth--;
    if (b->depth < RXC_BUILDER_MARKS && b->started) keep_mark(b, b->depth);
}

/* The open marks end with the block, and begin again behind it. */
static void cut_marks(rxc_builder *b)
{
    size_t n = b->depth < RXC_BUILDER_MARKS ? b->depth : RXC_BUILDER_MARKS;
    for (size_t i = 0; i < n; i++) {
        if (b->started) keep_mark(b, i);
        b->marks[i].b = b->text.n;
    }
}

static int compare_marks(const void *x, const void *y)
{
    const rxc_mark *a = x, *b = y;
    if (a->span.b != b->span.b) return a->span.b < b->span.b ? -1 : 1;
    if (a->span.e != b->span.e) return a->span.e > b->span.e ? -1 : 1;
    return a->kind != b->kind ? (a->kind < b->kind ? -1 : 1) : str_cmp(a->target, b->target);
}

/* Marks end before the text does; those that are kept are in the order of their ends. */
static void shorten_marks(rxc_builder *b)
{
    size_t end = b->text.n, n = b->depth < RXC_BUILDER_MARKS ? b->depth : RXC_BUILDER_MARKS;
    rxc_mark *marks = b->doc->marks.v;
    size_t all = b->doc->marks.n, kept = all;
    while (kept > 0 && marks[kept - 1].span.e > end) kept--;
    for (size_t i = kept; i < all; i++) {
        if (marks[i].span.b >= end) continue;
        marks[kept] = marks[i];
        marks[kept++].span.e = end;
    }
    b->doc->marks.n = kept;
    for (size_t i = 0; i < n; i++)
        if (b->marks[i].b > end) b->marks[i].b = end;
}

void rxc_builder_drop(rxc_builder *b, size_t n)
{
    if (!b->started || n == 0) return;
    b->text.n -= n;
    if (b->text.n == b->block.span.b) {
        b->started = false;
        if (b->text.n) b->text.n--; /* the end of the line before */
    }
    shorten_marks(b);
}

/* --- blocks -------------------------------------------------------------------------------------------------- */

void rxc_builder_close(rxc_builder *b)
{
    if (!b->open) return;
    cut_marks(b);
    if (b->started) {
        b->block.span.e = b->text.n;
        *vec_push(b->doc->arena, &b->doc->blocks) = b->block;
    }
    b->open = b->started = b->space = b->line = false;
}

void rxc_builder_open(rxc_builder *b, rxc_block_kind kind, size_t line, size_t column)
{
    rxc_builder_close(b);
    b->block = (rxc_block){ .kind = kind, .line = line, .column = column };
    b->open = true;
}

/* Does a paragraph that begins with this word go on with the one before? */
static bool resumes(const rxc_builder *b, Str word)
{
    if (!b->pages || b->block.kind != RXC_BLOCK_PARAGRAPH || b->doc->blocks.n == 0) return false;
    const rxc_block *before = &b->doc->blocks.v[b->doc->blocks.n - 1];
    if (before->kind != RXC_BLOCK_PARAGRAPH || before->section != b->block.section) return false;
    size_t at = 0;
    uint32_t next = rxc_utf8_next(word, &at);
    if (!rxc_utf8_is_letter(next) || rxc_utf8_is_upper(next)) return false;
    Str text = rxc_span_of(buf_str(&b->text), before->span);
    if (text.n < PARAGRAPH) return false;
    size_t end = text.n - rxc_join_hyphen(text);
    if (end == 0) return false;
    uint32_t last = rxc_utf8_prev(text, &end);
    return rxc_utf8_is_letter(last) || (last == ',' && end + 1 == text.n);
}

/* The first word of a block. */
static void start(rxc_builder *b, Str word)
{
    if (resumes(b, word)) {
        b->block = b->doc->blocks.v[--b->doc->blocks.n];
        b->started = b->line = true;
        return;
    }
    if (b->text.n) buf_char(&b->text, '\n');
    b->block.span.b = b->text.n;
    b->started = true;
    b->space = b->line = false;
}

/* The end of a line: a space, or a broken word is made whole. */
static void join_line(rxc_builder *b, Str word)
{
    Str before = rxc_builder_so_far(b);
    rxc_join_how how = b->join.source.n ? rxc_join_find(&b->join, before, word) : RXC_JOIN_SPACE;
    if (how == RXC_JOIN_HYPHEN) rxc_builder_drop(b, rxc_join_hyphen(before));
    if (!b->started) start(b, word);
    if (how == RXC_JOIN_SPACE) buf_char(&b->text, ' ');
}

/* A run without white space. */
static void put_word(rxc_builder *b, Str word)
{
    if (word.n == 0) return;
    if (!b->started) start(b, word);
    if (b->line) join_line(b, word);
    else if (b->space && str_last(buf_str(&b->text)) != '\t') buf_char(&b->text, ' ');
    b->space = b->line = false;
    buf_add(&b->text, word);
}

/* --- text ---------------------------------------------------------------------------------------------------- */

static bool is_dropped(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0 && point != 0x85) || point == 0xAD || point == 0x200B ||
           point == 0x2060 || point == 0xFEFF || (point >= 0xFFFE && point <= 0xFFFF);
}

/* Split composed text into words. */
static void put_words(rxc_builder *b, Str s)
{
    size_t word = 0, at = 0;
    while (at < s.n) {
        size_t here = at;
        unsigned char c = (unsigned char)s.p[at];
        if (c > 0x20 && c < 0x7F) {
            at++;
            continue;
        }
        uint32_t point = rxc_utf8_next(s, &at);
        bool space = rxc_utf8_is_space(point), drop = !space || point >= 0x2000 ? is_dropped(point) : false;
        if (!space && !drop) continue;
        put_word(b, str_sub(s, word, here));
        if (!drop) b->space = true;
        word = at;
    }
    put_word(b, str_drop(s, word));
}

/* Where to cut a long text: before an ASCII byte, which nothing composes with. */
static size_t cut_at(Str s)
{
    if (s.n <= PIECE) return s.n;
    size_t at = PIECE;
    while (at > PIECE / 2 && (unsigned char)s.p[at] >= 0x80) at--;
    if ((unsigned char)s.p[at] < 0x80) return at;
    for (at = PIECE; at > PIECE - 4 && ((unsigned char)s.p[at] & 0xC0) == 0x80;) at--;
    return at;
}

/* Surely NFC? (Dashes, quotes and spaces, U+2000 to U+203F, are.) */
static bool composed(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= COMPOSING && !(s.p[i] == '\xE2' && i + 1 < s.n && s.p[i + 1] == '\x80'))
            return false;
    return true;
}

static void put_piece(rxc_builder *b, Str piece)
{
    if (composed(piece) && rxc_utf8_valid(piece, NULL)) {
        put_words(b, piece);
        return;
    }
    Arena scratch = { 0 };
    put_words(b, rxc_fold_nfc(&scratch, piece));
    arena_clear(&scratch);
}

void rxc_builder_text(rxc_builder *b, Str s)
{
    assert(b->open);
    while (s.n) {
        size_t n = cut_at(s);
        put_piece(b, str_take(s, n));
        s = str_drop(s, n);
    }
}

void rxc_builder_space(rxc_builder *b) { b->space = true; }

void rxc_builder_line(rxc_builder *b) { b->line = b->started; }

void rxc_builder_tab(rxc_builder *b)
{
    if (b->started) buf_char(&b->text, '\t');
    b->space = b->line = false;
}

void rxc_builder_finish(rxc_builder *b)
{
    rxc_builder_close(b);
    rxc_doc *doc = b->doc;
    doc->text = buf_give(&b->text, doc->arena);
    if (doc->marks.n) qsort(doc->marks.v, doc->marks.n, sizeof *doc->marks.v, compare_marks);
}

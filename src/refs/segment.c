/* segment.c: which lines begin an entry: numbers, bullets, indents, blank lines or their own look tell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/segment.h"

#include "base/buf.h"
#include "refs/marker.h"
#include "text/ids.h"
#include "text/utf8.h"

enum {
    GAP_MAX = 20,        /* numbers that may be missing between two entries */
    LOOK_AHEAD = 60,     /* lines in which a missing number may still come */
    LOOK_MAX = 1500,     /* bytes of an entry that tell whether it is a reference */
    PARTS_MAX = 26,      /* works in one entry: a, b, c, … */
};

/* A block of the list that may begin an entry. */
typedef struct line {
    size_t block;
    Str text;
    rxc_marker marker; /* of the block's label, or at the beginning of its text */
    bool labelled;     /* the marker is the block's label and stands not in its text */
    bool starts;
} line;

typedef VEC(line) lines;

typedef struct cutter {
    rxc_doc *doc;
    Arena *arena;
    lines lines;
    rxc_segments *out;
} cutter;

/* --- plausible references ----------------------------------------------------------------------------------------- */

static bool has_year(Str s)
{
    for (size_t i = 0; i + 4 <= s.n; i++) {
        if (!chr_digit(s.p[i]) || (i > 0 && chr_digit(s.p[i - 1])) || (i + 4 < s.n && chr_digit(s.p[i + 4]))) continue;
        size_t year;
        if (str_to_size(str_sub(s, i, i + 4), &year) && year >= 1800 && year <= 2099) return true;
    }
    return false;
}

/* Digits with ":" or ";" or brackets between: "156:44", "73(5)", "22;1" */
static bool has_numbers(Str s)
{
    for (size_t i = 1; i + 1 < s.n; i++)
        if (memchr(":;(-", s.p[i], 4) && chr_digit(s.p[i - 1]) &&
            (chr_digit(s.p[i + 1]) || s.p[i + 1] == 'e' || s.p[i + 1] == ' '))
            return true;
    return str_find(s, S("pp.")) != STR_NONE || str_find(s, S("\xE2\x80\x93")) != STR_NONE;
}

/* A name with initials near the beginning: "Simpson EL", "Smith, J.", "J. Smith" */
static bool has_initials(Str s)
{
    s = str_take(s, 80);
    for (size_t i = 0; i + 1 < s.n; i++) {
        if (!chr_upper(s.p[i]) || (i > 0 && !memchr(" ,-.", s.p[i - 1], 4))) continue;
        size_t e = i + 1;
        while (e < s.n && e - i < 3 && chr_upper(s.p[e])) e++;
        if (e < s.n && memchr(".,;:", s.p[e], 4)) return true;
    }
    return str_find(s, S("et al")) != STR_NONE;
}

bool rxc_segment_is_plausible(Str text)
{
    Str s = str_take(text, LOOK_MAX);
    size_t at = 0;
    rxc_id id;
    if (s.n < 12) return false;
    int points = has_year(s) * 2 + has_numbers(s) + has_initials(s) * 2 + (rxc_ids_next(s, &at, &id) ? 2 : 0);
    return points >= 3;
}

/* --- the lines of the list ---------------------------------------------------------------------------------------- */

static bool may_hold_entry(const rxc_block *block)
{
    return block->kind == RXC_BLOCK_PARAGRAPH || block->kind == RXC_BLOCK_ITEM || block->kind == RXC_BLOCK_REFERENCE ||
           block->kind == RXC_BLOCK_CELL;
}

static rxc_marker marker_of_label(Str label)
{
    size_t at = 0;
    rxc_marker marker = { .form = RXC_MARKER_STOP, .label = label };
    marker.number = rxc_marker_digits(label, &at);
    if (marker.number <= 0 || marker.number > RXC_MARKER_MAX) marker.number = -1;
    return marker;
}

static void add_line(cutter *c, size_t index)
{
    const rxc_block *block = &c->doc->blocks.v[index];
    line l = { .block = index, .text = rxc_span_of(c->doc->text, block->span) };
    if (str_trim(l.text).n == 0) return;
    l.labelled = block->label.n > 0;
    l.marker = l.labelled ? marker_of_label(block->label) : rxc_marker_read(l.text);
    *vec_push(c->arena, &c->lines) = l;
}

static void take_section(cutter *c)
{
    for (size_t i = 0; i < c->doc->blocks.n; i++) {
        const rxc_block *block = &c->doc->blocks.v[i];
        if ((block->section == RXC_SECTION_REFERENCES || block->kind == RXC_BLOCK_REFERENCE) && may_hold_entry(block))
            add_line(c, i);
    }
}

/* Is the block one of a numbered list, and is `number` its number? */
static bool is_numbered(const cutter *c, size_t index, int number)
{
    const rxc_block *block = &c->doc->blocks.v[index];
    Str text = rxc_span_of(c->doc->text, block->span);
    rxc_marker marker = block->label.n ? marker_of_label(block->label) : rxc_marker_read(str_take(text, 64));
    return may_hold_entry(block) && marker.form != RXC_MARKER_NONE && marker.number == number;
}

/* A numbered list of references without a heading: the last run 1, 2, 3 … of which most look like references. */
static void take_unheaded(cutter *c)
{
    size_t best_b = 0, best_e = 0;
    for (size_t i = 0; i < c->doc->blocks.n; i++) {
        if (!is_numbered(c, i, 1)) continue;
        size_t numbered = 0, plausible = 0, e = i, missed = 0;
        for (size_t k = i; k < c->doc->blocks.n && missed < 8; k++) {
            if (!may_hold_entry(&c->doc->blocks.v[k])) {
                if (c->doc->blocks.v[k].kind == RXC_BLOCK_HEADING) break;
                missed++;
                continue;
            }
            missed++;
            if (!is_numbered(c, k, (int)numbered + 1)) continue;
            numbered++, missed = 0, e = k + 1;
            plausible += rxc_segment_is_plausible(rxc_span_of(c->doc->text, c->doc->blocks.v[k].span));
        }
        if (numbered >= 2 && plausible * 10 >= numbered * 6) best_b = i, best_e = e;
        if (e > i + 1) i = e - 1;
    }
    /* the last entry's continuation lines */
    while (best_e > best_b && best_e < c->doc->blocks.n && c->doc->blocks.v[best_e].kind == RXC_BLOCK_PARAGRAPH &&
           c->doc->blocks.v[best_e].line == c->doc->blocks.v[best_e - 1].line + 1) best_e++;
    for (size_t i = best_b; i < best_e; i++)
        if (may_hold_entry(&c->doc->blocks.v[i])) add_line(c, i);
}

/* --- which lines begin an entry ----------------------------------------------------------------------------------- */

static bool starts_capital(Str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t point = rxc_utf8_next(s, &at);
        if (rxc_utf8_is_letter(point)) return rxc_utf8_is_upper(point) || point >= 0x2E80;
        if (rxc_utf8_is_digit(point)) return false;
    }
    return false;
}

static size_t count_numbered(const cutter *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->lines.n; i++)
        n += c->lines.v[i].marker.form != RXC_MARKER_NONE && c->lines.v[i].marker.number > 0;
    return n;
}

/* Does the number that should come next come within the next lines? */
static bool comes_later(const cutter *c, size_t from, int number)
{
    for (size_t i = from; i < c->lines.n && i < from + LOOK_AHEAD; i++)
        if (c->lines.v[i].marker.form != RXC_MARKER_NONE && c->lines.v[i].marker.number == number) return true;
    return false;
}

/* Numbers rise: 1, 2, 3. A line "156. Lancet" in the middle of an entry does not. */
static bool start_by_numbers(cutter *c)
{
    int last = 0;
    size_t starts = 0;
    for (size_t i = 0; i < c->lines.n; i++) {
        line *l = &c->lines.v[i];
        if (l->marker.form == RXC_MARKER_NONE) continue;
        int number = l->marker.number;
        bool lettered = l->marker.label.n && chr_lower(str_last(l->marker.label));
        bool gap = number > last && number <= last + GAP_MAX && !comes_later(c, i + 1, last + 1);
        l->starts = number < 0 || starts == 0 || number == last + 1 || (number == last && lettered) || gap ||
                    (number == 1 && starts > 1);
        if (!l->starts) continue;
        starts++;
        if (number > 0) last = number;
    }
    return starts > 0;
}

static bool start_by_bullets(cutter *c)
{
    size_t items = 0;
    for (size_t i = 0; i < c->lines.n; i++) {
        rxc_block_kind kind = c->doc->blocks.v[c->lines.v[i].block].kind;
        c->lines.v[i].starts = kind == RXC_BLOCK_ITEM || kind == RXC_BLOCK_REFERENCE || kind == RXC_BLOCK_CELL;
        items += c->lines.v[i].starts;
    }
    return items * 2 > c->lines.n || (items > 1 && c->doc->blocks.v[c->lines.v[0].block].kind == RXC_BLOCK_ITEM);
}

/* Hanging: entries begin further left than their other lines. Or further right, as paragraphs do. */
static bool start_by_indents(cutter *c)
{
    int low = c->doc->blocks.v[c->lines.v[0].block].indent, high = low;
    size_t at_low = 0;
    for (size_t i = 0; i < c->lines.n; i++) {
        int indent = c->doc->blocks.v[c->lines.v[i].block].indent;
        if (indent < low) low = indent;
        if (indent > high) high = indent;
    }
    if (low == high) return false;
    bool hanging = c->doc->blocks.v[c->lines.v[0].block].indent <= low + (high - low) / 2;
    for (size_t i = 0; i < c->lines.n; i++) {
        bool left = c->doc->blocks.v[c->lines.v[i].block].indent <= low + (high - low) / 2;
        c->lines.v[i].starts = left == hanging;
        at_low += c->lines.v[i].starts;
    }
    return at_low > 0;
}

/* Blank lines between entries, none within them. */
static bool start_by_blanks(cutter *c)
{
    size_t gaps = 0, joined = 0;
    for (size_t i = 0; i < c->lines.n; i++) {
        size_t here = c->doc->blocks.v[c->lines.v[i].block].line,
               before = i ? c->doc->blocks.v[c->lines.v[i - 1].block].line : 0;
        if (here == 0) return false;
        c->lines.v[i].starts = i == 0 || here > before + 1;
        if (i) gaps += here > before + 1, joined += here == before + 1;
    }
    return gaps > 0 && joined > 0;
}

static bool ends_entry(Str s)
{
    s = str_trim(s);
    char last = str_last(s);
    return last == '.' || chr_digit(last) || last == ']' || last == ')' || last == '/';
}

static size_t count_names(const cutter *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->lines.n; i++) n += rxc_marker_is_name(c->lines.v[i].text);
    return n;
}

/* No sign at all: a line begins an entry when the one before ends one and it begins like a reference. */
static void start_by_look(cutter *c)
{
    size_t plausible = 0;
    for (size_t i = 0; i < c->lines.n; i++) plausible += rxc_segment_is_plausible(c->lines.v[i].text);
    bool each = plausible * 10 >= c->lines.n * 8;
    bool year = false, by_names = count_names(c) * 12 >= c->lines.n;
    for (size_t i = 0; i < c->lines.n; i++) {
        Str text = c->lines.v[i].text;
        bool fresh = i > 0 && year && starts_capital(text) &&
                     (rxc_marker_is_name(text) ||
                      (!by_names && ends_entry(c->lines.v[i - 1].text) && rxc_segment_is_plausible(text)));
        c->lines.v[i].starts = i == 0 || each || fresh;
        if (c->lines.v[i].starts) year = false;
        year |= has_year(text);
    }
}

static void find_starts(cutter *c)
{
    size_t numbered = count_numbered(c);
    bool first = c->lines.v[0].marker.form != RXC_MARKER_NONE;
    if ((first || numbered * 4 > c->lines.n) && numbered > 0 && start_by_numbers(c)) return;
    for (size_t i = 0; i < c->lines.n; i++) c->lines.v[i].starts = false;
    if (first && start_by_numbers(c)) return;
    if (start_by_bullets(c) || start_by_indents(c) || start_by_blanks(c)) return;
    start_by_look(c);
}

/* --- entries ------------------------------------------------------------------------------------------------------ */

/* Word parts whose hyphen is their own, not that of a broken line. */
static bool keeps_hyphen(Str head)
{
    static const Str parts[] = { STR_INIT("non"),        STR_INIT("anti"),   STR_INIT("self"), STR_INIT("drug"),
                                 STR_INIT("placebo"),    STR_INIT("double"), STR_INIT("meta"), STR_INIT("case"),
                                 STR_INIT("long"),       STR_INIT("short"),  STR_INIT("low"),  STR_INIT("high"),
                                 STR_INIT("cell"),       STR_INIT("age"),    STR_INIT("dose"), STR_INIT("evidence"),
                                 STR_INIT("population"), STR_INIT("follow"), STR_INIT("risk"), STR_INIT("well"),
                                 STR_INIT("all"),        STR_INIT("cross"),  STR_INIT("open"), STR_INIT("randomized") };
    size_t b = head.n;
    while (b > 0 && chr_alpha(head.p[b - 1])) b--;
    Str word = str_drop(head, b);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (str_eq_nocase(word, parts[i])) return true;
    return false;
}

/* Add a line to an entry: "dermati-" + "tis" is one word, "10.1016/" + "j.jaad" one address. */
static void join_line(Buf *raw, Str text)
{
    text = str_trim(text);
    Str before = buf_str(raw);
    if (raw->n == 0 || text.n == 0) {
        buf_add(raw, text);
        return;
    }
    char last = str_last(before);
    if (last == '-' && raw->n > 1 && chr_alpha(raw->p[raw->n - 2])) {
        if (chr_lower(text.p[0]) && !keeps_hyphen(str_take(before, before.n - 1)) &&
            str_rchr(str_drop(before, before.n > 60 ? before.n - 60 : 0), '/') == STR_NONE)
            raw->n--;
    } else if (!(last == '/' && !chr_upper(text.p[0])) && (unsigned char)last < 0x80) {
        buf_char(raw, ' ');
    } else if ((unsigned char)last >= 0x80) {
        bool dash = str_ends(before, S("\xE2\x80\x93")) && chr_digit(text.p[0]);
        if (!dash) buf_char(raw, ' ');
    }
    buf_add(raw, text);
}

/* The marks of further works in an entry: "(b)", "b)". Gives where it begins, and where its text does. */
static size_t find_part(Str raw, size_t from, char letter, size_t *text)
{
    for (size_t i = from; i + 2 < raw.n; i++) {
        bool open = raw.p[i] == '(';
        size_t at = i + open;
        if (raw.p[at] != letter || raw.p[at + 1] != ')') continue;
        if (i > 0 && !chr_space(raw.p[i - 1]) && raw.p[i - 1] != ';') continue;
        if (letter != 'a' && !open && i < 2) continue;
        *text = at + 2;
        return i;
    }
    return STR_NONE;
}

static void add_segment(cutter *c, const rxc_segment *whole, Str raw, char letter)
{
    rxc_segment segment = *whole;
    segment.raw = arena_str(c->doc->arena, str_trim(raw));
    if (letter) segment.label = arena_printf(c->doc->arena, "%.*s%c", STR_ARG(whole->label), letter);
    *vec_push(c->arena, c->out) = segment;
}

/* An entry with (a), (b), (c) in it holds several works; the semicolon before a mark is no part of them. */
static bool add_parts(cutter *c, const rxc_segment *whole, Str raw)
{
    size_t text, next_text, at = find_part(raw, 0, 'a', &text);
    if (at > 2 || at == STR_NONE || find_part(raw, text, 'b', &next_text) == STR_NONE) return false;
    for (int letter = 'a'; letter < 'a' + PARTS_MAX; letter++) {
        size_t next = find_part(raw, text, (char)(letter + 1), &next_text);
        Str part = str_trim(str_sub(raw, text, next == STR_NONE ? raw.n : next));
        while (part.n && memchr(";,", str_last(part), 2)) part = str_trim(str_take(part, part.n - 1));
        if (part.n) add_segment(c, whole, part, (char)letter);
        if (next == STR_NONE) break;
        text = next_text;
    }
    return true;
}

static void add_entry(cutter *c, const rxc_segment *whole, Str raw)
{
    if (!add_parts(c, whole, raw)) add_segment(c, whole, raw, 0);
}

/* "1. A. 2. B. 3. C" in one block: each number in turn cuts it. */
static void add_run_in(cutter *c, const rxc_segment *first, rxc_marker_form form, Str raw)
{
    rxc_segment segment = *first;
    size_t b = 0;
    while (first->number > 0 && form != RXC_MARKER_NONE && form != RXC_MARKER_BARE) {
        size_t at = rxc_marker_find(raw, b + 1, form, segment.number + 1);
        if (at == STR_NONE) break;
        Str part = str_sub(raw, b, at);
        add_entry(c, &segment, part);
        rxc_marker marker = rxc_marker_read(str_sub(raw, at, at + 16));
        segment.number = marker.number;
        segment.label = arena_str(c->doc->arena, marker.label);
        b = at + marker.e;
    }
    add_entry(c, &segment, str_drop(raw, b));
}

/* Bytes of the number that a line begins with; one that has its number as a label may print it too. */
static size_t printed_marker(const line *l)
{
    if (!l->labelled) return l->marker.e;
    rxc_marker printed = rxc_marker_read(str_take(l->text, 64));
    bool same =
        printed.form != RXC_MARKER_NONE && printed.form != RXC_MARKER_BARE && printed.number == l->marker.number;
    return same ? printed.e : 0;
}

/* Lines [b, e) are one entry. */
static void build_entry(cutter *c, size_t b, size_t e)
{
    Buf raw = { 0 };
    const line *head = &c->lines.v[b];
    const rxc_block *block = &c->doc->blocks.v[head->block], *last = &c->doc->blocks.v[c->lines.v[e - 1].block];
    rxc_segment segment = { .anchor = block->anchor, .line = block->line, .span = { block->span.b, last->span.e } };
    bool marked = head->starts && head->marker.form != RXC_MARKER_NONE;
    if (marked) {
        segment.label = head->marker.label;
        segment.number = head->marker.number > 0 ? head->marker.number : 0;
    }
    for (size_t i = b; i < e; i++) {
        const line *l = &c->lines.v[i];
        c->doc->blocks.v[l->block].kind = RXC_BLOCK_REFERENCE;
        Str text = i == b && marked ? str_drop(l->text, printed_marker(l)) : l->text;
        if (i > b && l->labelled)
            join_line(&raw, arena_printf(c->doc->arena, "%.*s.", STR_ARG(c->doc->blocks.v[l->block].label)));
        join_line(&raw, text);
    }
    add_run_in(c, &segment, marked ? head->marker.form : RXC_MARKER_NONE, buf_str(&raw));
    buf_clear(&raw);
}

/* --- entries that the source states ------------------------------------------------------------------------------ */

static void take_stated(cutter *c)
{
    for (size_t i = 0; i < c->doc->entries.n; i++) {
        const rxc_entry *entry = &c->doc->entries.v[i];
        if (entry->block >= c->doc->blocks.n) continue;
        rxc_block *block = &c->doc->blocks.v[entry->block];
        rxc_marker marker = marker_of_label(entry->label);
        rxc_segment segment = { .raw = rxc_span_of(c->doc->text, block->span),
                                .label = entry->label,
                                .anchor = entry->anchor,
                                .number = marker.number > 0 ? marker.number : 0,
                                .span = block->span,
                                .line = block->line,
                                .stated = &entry->work,
                                .complete = entry->complete };
        block->kind = RXC_BLOCK_REFERENCE;
        *vec_push(c->arena, c->out) = segment;
    }
}

void rxc_segment_find(rxc_doc *doc, rxc_segments *out)
{
    cutter c = { .doc = doc, .arena = doc->arena, .out = out };
    if (doc->entries.n) {
        take_stated(&c);
        return;
    }
    take_section(&c);
    if (c.lines.n == 0) take_unheaded(&c);
    if (c.lines.n == 0) return;
    find_starts(&c);
    for (size_t b = 0; b < c.lines.n;) {
        size_t e = b + 1;
        while (e < c.lines.n && !c.lines.v[e].starts) e++;
        build_entry(&c, b, e);
        b = e;
    }
}

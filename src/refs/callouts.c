/* callouts.c: decides which numbers and names are call-outs, and ties them to entries and sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "refs/callscan.h"
#include "refs/refs.h"
#include "text/fold.h"
#include "text/sentence.h"

enum {
    SHARED_MAX = 64, /* entries of one number, anchor or name that a call-out is tied to, or chosen from */
    LOOK = 1000,     /* bytes of an entry that may print the letter behind its year */
};

/* A way to find a reference. Sorted by key, then index. */
typedef struct key {
    uint64_t key;
    size_t index;
} key;

typedef VEC(key) keys;

typedef struct finder {
    rxc_record *record;
    Arena scratch;
    keys numbers, anchors, names; /* names: family and year */
    rxc_calls calls;
    size_t count[RXC_CALL_STYLES]; /* candidates of each style */
    int highest;                   /* number of the list */
    bool links;                    /* the source itself ties the call-outs: most links lead to entries */
    size_t *tied, serial;          /* [references] serial number of the call-out that was tied to it last */
} finder;

/* --- indices ------------------------------------------------------------------------------------------------------ */

static int compare_keys(const void *a, const void *b)
{
    const key *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static void sort_keys(keys *all)
{
    if (all->n > 1) qsort(all->v, all->n, sizeof *all->v, compare_keys);
}

/* The first entry of a key; all->n when there is none. */
static size_t first_of(const keys *all, uint64_t wanted)
{
    size_t low = 0, high = all->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all->v[middle].key < wanted) low = middle + 1;
        else high = middle;
    }
    return low < all->n && all->v[low].key == wanted ? low : all->n;
}

static uint64_t name_key(Arena *scratch, Str family, int year)
{
    return str_hash(rxc_fold_key(scratch, family)) * 31 + (uint64_t)year;
}

static void add_name_keys(finder *f, const rxc_work *work, size_t index)
{
    if (work->issued.year == 0 || work->authors.n == 0) return;
    const rxc_name *name = &work->authors.v[0];
    Str family = rxc_work_first_author(work);
    *vec_push(&f->scratch, &f->names) = (key){ name_key(&f->scratch, family, work->issued.year), index };
    size_t space = str_rchr(family, ' ');
    if (space != STR_NONE) { /* "Berni Canani", "R Core Team": a call-out may be seen to say the last word alone */
        Str last = str_drop(family, space + 1);
        *vec_push(&f->scratch, &f->names) = (key){ name_key(&f->scratch, last, work->issued.year), index };
    }
    if (name->particle.n == 0) return;
    Str whole = arena_printf(&f->scratch, "%.*s %.*s", STR_ARG(name->particle), STR_ARG(family));
    *vec_push(&f->scratch, &f->names) = (key){ name_key(&f->scratch, whole, work->issued.year), index };
}

static void index_references(finder *f)
{
    for (size_t i = 0; i < f->record->references.n; i++) {
        const rxc_reference *ref = &f->record->references.v[i];
        if (ref->number > 0) *vec_push(&f->scratch, &f->numbers) = (key){ (uint64_t)ref->number, i };
        if (ref->number > f->highest) f->highest = ref->number;
        if (ref->anchor.n) *vec_push(&f->scratch, &f->anchors) = (key){ str_hash(ref->anchor), i };
        add_name_keys(f, &ref->work, i);
    }
    sort_keys(&f->numbers);
    sort_keys(&f->anchors);
    sort_keys(&f->names);
}

/* --- candidates ---------------------------------------------------------------------------------------------------- */

/* Statements on ethics, data and funding cite too. */
static bool holds_callouts(const rxc_block *block)
{
    bool back =
        block->section == RXC_SECTION_BACK &&
        (block->kind == RXC_BLOCK_PARAGRAPH || block->kind == RXC_BLOCK_ITEM || block->kind == RXC_BLOCK_HEADING);
    return back || (rxc_block_is_prose(block) && block->kind != RXC_BLOCK_TITLE);
}

static int compare_calls(const void *a, const void *b)
{
    const rxc_call *x = a, *y = b;
    if (x->span.b != y->span.b) return x->span.b < y->span.b ? -1 : 1;
    if (x->style != y->style) return x->style < y->style ? -1 : 1;
    return (x->span.e < y->span.e) - (x->span.e > y->span.e);
}

static void scan(finder *f)
{
    const rxc_doc *doc = f->record->doc;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        if (!holds_callouts(&doc->blocks.v[i])) continue;
        rxc_callscan_marks(&f->scratch, doc, i, &f->calls);
        rxc_callscan_brackets(&f->scratch, doc, i, &f->calls);
        if (doc->blocks.v[i].section != RXC_SECTION_BACK) rxc_callscan_glued(&f->scratch, doc, i, &f->calls);
        rxc_callscan_names(&f->scratch, doc, i, &f->calls);
    }
    if (f->calls.n > 1) qsort(f->calls.v, f->calls.n, sizeof *f->calls.v, compare_calls);
    for (size_t i = 0; i < f->calls.n; i++) f->count[f->calls.v[i].style]++;
}

static bool within_list(const finder *f, const rxc_call *call)
{
    for (size_t i = 0; i < call->numbers.n; i++)
        if (call->numbers.v[i] > f->highest) return false;
    return call->numbers.n > 0;
}

/* --- which styles this document uses -------------------------------------------------------------------------------- */

typedef struct styles {
    bool uses[RXC_CALL_STYLES];
    bool behind_stop; /* "… was seen. (4)": round brackets stand behind the stop */
} styles;

/* Does the style begin near 1, as call-outs do, and how many fit into the list? */
static bool is_believable(const finder *f, rxc_call_style style, size_t least)
{
    size_t count = 0, groups = 0, within = 0;
    int low = RXC_CALL_RANGE;
    for (size_t i = 0; i < f->calls.n; i++) {
        const rxc_call *call = &f->calls.v[i];
        if (call->style != style || call->numbers.n == 0 || call->weak) continue;
        count++, groups += call->numbers.n > 1, within += within_list(f, call);
        for (size_t k = 0; k < call->numbers.n; k++)
            if (call->numbers.v[k] < low) low = call->numbers.v[k];
    }
    if (count < least || low > 5) return false;
    return f->highest > 0 ? within * 10 >= count * 8 : groups > 0 || count >= 3;
}

static bool leads_to_entry(const finder *f, const rxc_call *call)
{
    Str rest = call->targets, target;
    while (f->anchors.n && str_cut(&rest, ' ', &target))
        if (target.n && first_of(&f->anchors, str_hash(target)) < f->anchors.n) return true;
    return false;
}

/* Does a link stand within the call-out at `at`, or is it one? */
static bool meets_link(const finder *f, size_t at)
{
    const rxc_call *call = &f->calls.v[at];
    if (call->style == RXC_CALL_LINKED ||
        (at > 0 && f->calls.v[at - 1].style == RXC_CALL_LINKED && f->calls.v[at - 1].span.e > call->span.b))
        return true;
    for (size_t i = at + 1; i < f->calls.n && f->calls.v[i].span.b < call->span.e; i++)
        if (f->calls.v[i].style == RXC_CALL_LINKED) return true;
    return false;
}

/* Does the source tie its call-outs itself: are there links to entries, and more than numbers without a link? */
static bool has_links(const finder *f)
{
    enum { LEAST = 3 };
    size_t links = 0, others = 0;
    for (size_t i = 0; i < f->calls.n; i++) {
        const rxc_call *call = &f->calls.v[i];
        bool numbers =
            call->style == RXC_CALL_RAISED || call->style == RXC_CALL_SQUARE || call->style == RXC_CALL_ROUND;
        if (call->style == RXC_CALL_LINKED) links += leads_to_entry(f, call);
        else if (numbers && !call->behind_stop && within_list(f, call)) others += !meets_link(f, i);
    }
    return links >= LEAST && links > others;
}

enum { MANY = 5 }; /* call-outs of another style, beside which few superscripts are none */

/* How many names with a year are those of entries; counts up to `most`. */
static size_t count_names(finder *f, size_t most)
{
    size_t found = 0;
    for (size_t i = 0; i < f->calls.n && found < most; i++) {
        const rxc_call *call = &f->calls.v[i];
        if (call->style == RXC_CALL_NAMED)
            found += first_of(&f->names, name_key(&f->scratch, call->family, call->year)) < f->names.n;
    }
    return found;
}

/* Call-outs of a style that fit into the list and count no points. */
static size_t count_within(const finder *f, rxc_call_style style)
{
    size_t count = 0;
    for (size_t i = 0; i < f->calls.n; i++)
        count += f->calls.v[i].style == style && !f->calls.v[i].behind_stop && within_list(f, &f->calls.v[i]);
    return count;
}

static styles choose_styles(finder *f)
{
    styles out = { .uses = { [RXC_CALL_LINKED] = true, [RXC_CALL_RAISED] = true, [RXC_CALL_NAMED] = true } };
    size_t named = count_names(f, MANY);
    bool round = f->highest > 0 && f->count[RXC_CALL_NAMED] < 3 && is_believable(f, RXC_CALL_ROUND, 2);
    size_t rounds = round ? count_within(f, RXC_CALL_ROUND) : 0; /* many leave no room for a few of another style */
    bool raised = count_within(f, RXC_CALL_RAISED) * 2 >= rounds && f->count[RXC_CALL_RAISED] >= 2 &&
                  is_believable(f, RXC_CALL_RAISED, 2);
    out.uses[RXC_CALL_SQUARE] = f->highest > 0 || is_believable(f, RXC_CALL_SQUARE, 2);
    bool square = out.uses[RXC_CALL_SQUARE] && f->count[RXC_CALL_SQUARE] > 0 && is_believable(f, RXC_CALL_SQUARE, 1);
    bool other = f->links || raised || square;
    out.uses[RXC_CALL_GLUED] = !other && f->count[RXC_CALL_GLUED] * 2 >= rounds && is_believable(f, RXC_CALL_GLUED, 2);
    out.uses[RXC_CALL_ROUND] = !other && !out.uses[RXC_CALL_GLUED] && round;
    size_t stops = 0;
    for (size_t i = 0; i < f->calls.n; i++) stops += f->calls.v[i].style == RXC_CALL_ROUND && f->calls.v[i].behind_stop;
    out.behind_stop = stops * 2 > f->count[RXC_CALL_ROUND];
    size_t rival = square ? f->count[RXC_CALL_SQUARE] : out.uses[RXC_CALL_ROUND] ? f->count[RXC_CALL_ROUND] : named;
    if (rival >= MANY && f->count[RXC_CALL_RAISED] < rival)
        out.uses[RXC_CALL_RAISED] = false; /* notes of tables, powers */
    return out;
}

/* --- ties ------------------------------------------------------------------------------------------------------------ */

static int compare_sizes(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* Is the call-out at hand tied to it already? */
static bool has_reference(const finder *f, size_t index) { return f->tied[index] == f->serial; }

static void add_tie(finder *f, rxc_callout *callout, size_t index)
{
    if (has_reference(f, index)) return;
    *vec_push(f->record->doc->arena, &callout->references) = index;
    f->tied[index] = f->serial;
}

static void tie(finder *f, rxc_callout *callout, size_t index)
{
    add_tie(f, callout, index);
    f->record->ledger.callouts_seen++;
    f->record->ledger.callouts_resolved++;
}

static void lose(finder *f, rxc_callout *callout, int number, size_t block)
{
    rxc_doc *doc = f->record->doc;
    size_t line = doc->blocks.v[block].line;
    bool listed = f->record->references.n > 0;
    *vec_push(doc->arena, &callout->unresolved) = number;
    f->record->ledger.callouts_seen++;
    f->record->ledger.callouts_unresolved++;
    Str reason = listed ? S("no-entry") : S("no-list"), shown = arena_printf(doc->arena, "\"%.*s\"", STR_ARG(callout->text));
    if (number > 0) shown = arena_printf(doc->arena, "%d (in %.*s)", number, STR_ARG(shown));
    rxc_ledger_lose(doc->arena, &f->record->ledger, S("callout"), reason, callout->text, line);
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "callout.unresolved", line, 0, "call-out %.*s has no entry%s",
                 STR_ARG(shown), listed ? "" : ": the document has no list of references");
}

/* All works of one printed number: 3a, 3b, 3c; at most SHARED_MAX. Gives false when there is none. */
static bool tie_key(finder *f, const keys *all, uint64_t wanted, rxc_callout *callout, bool several)
{
    size_t at = first_of(all, wanted);
    if (at == all->n) return false;
    tie(f, callout, all->v[at].index);
    for (size_t more = 1; several && more < SHARED_MAX && at + more < all->n && all->v[at + more].key == wanted; more++)
        add_tie(f, callout, all->v[at + more].index);
    return true;
}

static bool tie_targets(finder *f, const rxc_call *call, rxc_callout *callout)
{
    Str rest = call->targets, target;
    bool any = false;
    while (str_cut(&rest, ' ', &target))
        if (target.n) any |= tie_key(f, &f->anchors, str_hash(target), callout, true);
    return any;
}

static void tie_numbers(finder *f, const rxc_call *call, rxc_callout *callout)
{
    for (size_t i = 0; i < call->numbers.n; i++)
        if (!tie_key(f, &f->numbers, (uint64_t)call->numbers.v[i], callout, true))
            lose(f, callout, call->numbers.v[i], call->block);
}

/* A link to the ends of "1–3" stands for all between; only where the printed numbers are those of the entries. */
static void tie_between(finder *f, const rxc_call *call, rxc_callout *callout)
{
    size_t linked = callout->references.n, known = 0;
    for (size_t i = 0; i < call->numbers.n; i++) {
        size_t at = first_of(&f->numbers, (uint64_t)call->numbers.v[i]);
        if (at == f->numbers.n) return;
        known += has_reference(f, f->numbers.v[at].index);
    }
    if (known != linked || call->numbers.n <= linked) return;
    for (size_t i = 0; i < call->numbers.n; i++) {
        size_t index = f->numbers.v[first_of(&f->numbers, (uint64_t)call->numbers.v[i])].index;
        if (!has_reference(f, index)) tie(f, callout, index);
    }
}

/* Does the entry print this letter behind its year: "2014b"? */
static bool prints_letter(const rxc_reference *ref, int year, char letter)
{
    char printed[16];
    int n = snprintf(printed, sizeof printed, "%d%c", year, letter);
    return str_find(str_take(ref->raw, LOOK), (Str){ printed, (size_t)n }) != STR_NONE;
}

/* How well an entry fits what the call-out says beyond its first author and year: the letter, then the other authors. */
static int fit_of(finder *f, const rxc_call *call, size_t index)
{
    const rxc_reference *ref = &f->record->references.v[index];
    const rxc_names *authors = &ref->work.authors;
    bool many = authors->n > 2 || ref->work.et_al, fits = !many && authors->n == 1;
    if (call->more) fits = many;
    if (call->second.n)
        fits = authors->n == 2 && str_eq_nocase(authors->v[1].family, call->second);
    return (call->letter && prints_letter(ref, call->year, call->letter) ? 2 : 0) + fits;
}

/* Of several works of one author and year the letter and the other authors choose; without a letter in print a is the
 * first, b the second. */
static bool tie_name(finder *f, const rxc_call *call, rxc_callout *callout)
{
    uint64_t wanted = name_key(&f->scratch, call->family, call->year);
    size_t at = first_of(&f->names, wanted), count = 0;
    if (at == f->names.n && call->nearest.n) { /* "Moreover, Smith and Jones (2014)" */
        wanted = name_key(&f->scratch, call->nearest, call->year);
        at = first_of(&f->names, wanted);
    }
    if (at == f->names.n) return false;
    while (count < SHARED_MAX && at + count < f->names.n && f->names.v[at + count].key == wanted) count++;
    size_t choice = call->letter ? (size_t)(call->letter - 'a') : 0;
    if (choice >= count) choice = 0;
    int best = fit_of(f, call, f->names.v[at + choice].index);
    for (size_t i = 0; i < count && count > 1; i++) {
        int fit = fit_of(f, call, f->names.v[at + i].index);
        if (fit > best) best = fit, choice = i;
    }
    tie(f, callout, f->names.v[at + choice].index);
    return true;
}

/* --- call-outs ------------------------------------------------------------------------------------------------------- */

typedef struct sentences {
    size_t block, at;      /* the sentence that was read last; at: behind it */
    rxc_span now, before;  /* it and the one before it in its block */
} sentences;

/* The sentence that holds a call-out. One that begins a sentence with nothing but its number belongs to the one before. */
static rxc_span sentence_of(const rxc_doc *doc, sentences *s, const rxc_call *call)
{
    rxc_span span = doc->blocks.v[call->block].span;
    Str text = str_sub(doc->text, span.b, span.e);
    if (s->block != call->block || s->now.b > call->span.b)
        *s = (sentences){ call->block, 0, { span.b, span.b }, { 0, 0 } };
    size_t b, e;
    while (s->now.e <= call->span.b && rxc_sentence_next(text, &s->at, &b, &e)) {
        if (span.b + b > call->span.b) break;
        s->before = s->now;
        s->now = (rxc_span){ span.b + b, span.b + e };
    }
    bool leading = call->style != RXC_CALL_NAMED && call->span.b <= s->now.b && s->before.e > s->before.b;
    return leading ? s->before : s->now;
}

static bool is_wanted(const finder *f, const styles *use, const rxc_call *call)
{
    if (!use->uses[call->style]) return false;
    if (f->links && call->style == RXC_CALL_LINKED && !call->stated) return leads_to_entry(f, call);
    if (f->links && call->style != RXC_CALL_LINKED && call->style != RXC_CALL_NAMED) return false;
    if (call->style == RXC_CALL_ROUND && call->behind_stop && !use->behind_stop) return false; /* "(1) …, (2) …" */
    if (call->weak && call->numbers.n < 2) return within_list(f, call);
    if (call->style == RXC_CALL_GLUED || call->style == RXC_CALL_ROUND || call->style == RXC_CALL_SQUARE)
        return f->highest == 0 || call->style == RXC_CALL_SQUARE || within_list(f, call);
    if (call->style == RXC_CALL_RAISED)
        return f->highest == 0 ? f->count[RXC_CALL_RAISED] > 1 || call->numbers.v[0] > 3
                               : call->numbers.v[0] <= f->highest * 3 + 20;
    return true;
}

/* A superscript "3" glued to "4" in "[3]–[4]": links with a dash between stand for all between. */
static void fill_range(finder *f, const rxc_call *before, const rxc_call *call, rxc_callout *callout)
{
    if (!before || before->style != RXC_CALL_LINKED || call->style != RXC_CALL_LINKED || before->block != call->block)
        return;
    if (before->numbers.n == 0 || call->numbers.n == 0) return;
    Str between = str_trim(str_sub(f->record->doc->text, before->span.e, call->span.b));
    while (between.n && memchr("][", between.p[0], 2)) between = str_trim(str_drop(between, 1));
    while (between.n && memchr("][", str_last(between), 2)) between = str_trim(str_take(between, between.n - 1));
    if (!str_eq(between, S("-")) && !str_eq(between, S("\xE2\x80\x93")) && !str_eq(between, S("\xE2\x80\x92")) &&
        !str_eq(between, S("\xE2\x80\x94")))
        return;
    int from = before->numbers.v[before->numbers.n - 1] + 1, to = call->numbers.v[0];
    for (int number = from; number < to && number - from < RXC_CALL_RANGE; number++) {
        if (!tie_key(f, &f->numbers, (uint64_t)number, callout, true)) lose(f, callout, number, call->block);
    }
}

static void add_callout(finder *f, sentences *s, const rxc_call *before, const rxc_call *call, bool by_name)
{
    rxc_doc *doc = f->record->doc;
    f->serial++;
    rxc_callout callout = { .span = call->span, .text = rxc_span_of(doc->text, call->span) };
    switch (call->style) {
    case RXC_CALL_LINKED:
        if (!tie_targets(f, call, &callout)) {
            bool in_list = call->numbers.n && within_list(f, call);
            if (call->numbers.n == 0 || (!in_list && doc->entries.n == 0)) return; /* a link to something else */
            tie_numbers(f, call, &callout);
        }
        tie_between(f, call, &callout);
        fill_range(f, before, call, &callout);
        break;
    case RXC_CALL_NAMED:
        if (!tie_name(f, call, &callout)) {
            bool numeric = f->count[RXC_CALL_RAISED] + f->count[RXC_CALL_LINKED] + f->count[RXC_CALL_SQUARE] > 3;
            if (numeric || (!call->certain && !by_name)) return;
            lose(f, &callout, -1, call->block);
        }
        break;
    default: tie_numbers(f, call, &callout);
    }
    if (callout.references.n > 1)
        qsort(callout.references.v, callout.references.n, sizeof *callout.references.v, compare_sizes);
    callout.sentence = sentence_of(doc, s, call);
    *vec_push(doc->arena, &f->record->callouts) = callout;
}

/* "(Smith et al., 2010)" of which the year is a link to the entry: the link is the call-out. */
static bool holds_link(const finder *f, size_t at)
{
    const rxc_call *call = &f->calls.v[at];
    if (call->style != RXC_CALL_NAMED) return false;
    for (size_t i = at + 1; i < f->calls.n && f->calls.v[i].span.b < call->span.e; i++)
        if (f->calls.v[i].style == RXC_CALL_LINKED && f->calls.v[i].span.e >= call->span.e &&
            leads_to_entry(f, &f->calls.v[i]))
            return true;
    return false;
}

/* Call-outs from `from` on are only counted, by their numbers. */
static void lose_rest(const finder *f, const styles *use, size_t from)
{
    rxc_record *record = f->record;
    rxc_doc *doc = record->doc;
    size_t count = 0, line = doc->blocks.v[f->calls.v[from].block].line;
    for (size_t i = from; i < f->calls.n; i++)
        if (is_wanted(f, use, &f->calls.v[i])) count += f->calls.v[i].numbers.n ? f->calls.v[i].numbers.n : 1;
    record->ledger.callouts_seen += count;
    record->ledger.callouts_unresolved += count;
    rxc_ledger_lose_many(doc->arena, &record->ledger, S("callout"), S("too-many"), count, (Str){ 0 }, line);
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "limit", line, 0,
                 "the document has more than %d call-outs: the last %zu were not tied", RXC_CALLOUTS_MAX, count);
}

void rxc_callouts_find(rxc_record *record)
{
    finder f = { .record = record };
    index_references(&f);
    f.tied = arena_array(&f.scratch, size_t, record->references.n + 1);
    scan(&f);
    f.links = has_links(&f);
    styles use = choose_styles(&f);
    bool by_name = count_names(&f, 2) >= 2; /* the document cites by names when some of them are found */
    sentences s = { .block = SIZE_MAX };
    const rxc_call *before = NULL;
    for (size_t i = 0; i < f.calls.n; i++) {
        const rxc_call *call = &f.calls.v[i];
        if (!is_wanted(&f, &use, call) || (before && before->span.e > call->span.b) || holds_link(&f, i)) continue;
        if (record->callouts.n >= RXC_CALLOUTS_MAX) {
            lose_rest(&f, &use, i);
            break;
        }
        add_callout(&f, &s, before, call, by_name);
        before = call;
    }
    arena_clear(&f.scratch);
}

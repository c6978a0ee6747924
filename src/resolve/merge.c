/* merge.c: what is known of a work from all that state it; the result does not depend on their order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "resolve/resolve.h"

enum { OWN = 64 }; /* added to the rank of what a document says of itself */

/* How complete a statement is: one that fills its fields was read better than one whose title swallowed the rest. */
static unsigned char rank_of(const rxc_work *work, bool own)
{
    int full = 1 + (work->authors.n > 0) + (work->title.n > 0) + (work->container.n > 0) + (work->issued.year > 0) +
               (work->volume.n > 0) + (work->page.n > 0 || work->page_first.n > 0) + (work->doi.n > 0);
    return (unsigned char)(full + (own ? OWN : 0));
}

/* The full stop that some lists print after a title is none of it. */
static Str without_stop(Str text) { return str_last(text) == '.' ? str_take(text, text.n - 1) : text; }

/* The longer one wins, without a full stop at its end if both are the same but for it. */
static int compare_text(Str a, Str b)
{
    Str left = without_stop(a), right = without_stop(b);
    if (left.n != right.n) return left.n > right.n ? 1 : -1;
    int order = str_cmp(left, right);
    return order ? order : (a.n < b.n) - (a.n > b.n);
}

static size_t name_size(const rxc_name *name)
{
    return name->family.n + name->given.n + name->particle.n + name->suffix.n + name->literal.n;
}

static int compare_name(const rxc_name *a, const rxc_name *b)
{
    const Str left[] = { a->family, a->given, a->particle, a->suffix, a->literal };
    const Str right[] = { b->family, b->given, b->particle, b->suffix, b->literal };
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        int order = str_cmp(left[i], right[i]);
        if (order) return order;
    }
    return 0;
}

/* More names win, then longer ones. */
static int compare_names(const rxc_names *a, const rxc_names *b)
{
    size_t left = 0, right = 0;
    if (a->n != b->n) return a->n > b->n ? 1 : -1;
    for (size_t i = 0; i < a->n; i++) left += name_size(&a->v[i]), right += name_size(&b->v[i]);
    if (left != right) return left > right ? 1 : -1;
    for (size_t i = 0; i < a->n; i++) {
        int order = compare_name(&a->v[i], &b->v[i]);
        if (order) return order;
    }
    return 0;
}

/* A date with month and day wins, then the earlier. */
static int compare_date(rxc_date a, rxc_date b)
{
    int left = (a.month > 0) + (a.day > 0), right = (b.month > 0) + (b.day > 0);
    if (left != right) return left - right;
    int early = a.year * 10000 + a.month * 100 + a.day, late = b.year * 10000 + b.month * 100 + b.day;
    return (late > early) - (late < early);
}

/* Does what comes with rank `new` replace what has rank `old`? order compares the two where the ranks are equal. */
static bool wins(unsigned char new, unsigned char old, int order) { return new != old ? new > old : order > 0; }

static bool merge_names(rxc_names *into, unsigned char *rank, const rxc_names *from, unsigned char from_rank)
{
    if (from->n == 0 || !wins(from_rank, *rank, compare_names(from, into))) return false;
    *into = *from;
    *rank = from_rank;
    return true;
}

static bool merge_date(rxc_date *into, unsigned char *rank, rxc_date from, unsigned char from_rank)
{
    if (from.year == 0 || !wins(from_rank, *rank, compare_date(from, *into))) return false;
    *into = from;
    *rank = from_rank;
    return true;
}

static bool merge_type(rxc_work_type *into, unsigned char *rank, rxc_work_type from, unsigned char from_rank)
{
    if (from == RXC_WORK_OTHER || !wins(from_rank, *rank, (from < *into) - (from > *into))) return false;
    *into = from;
    *rank = from_rank;
    return true;
}

/* The status that a notice gives is no matter of rank: the worst one is true, whoever says it. */
static bool merge_status(Str *old, Str new)
{
    Str worse = rxc_notice_worse(*old, new);
    if (str_eq(worse, *old)) return false;
    *old = worse;
    return true;
}

static bool merge_texts(rxc_merged *into, const rxc_work *from, unsigned char rank)
{
    rxc_work copy = *from;
    bool changed = false;
    for (size_t i = 0; i < RXC_FIELDS; i++) {
        Str *old = rxc_work_field_of(&into->work, (rxc_work_field)i),
            new = *rxc_work_field_of(&copy, (rxc_work_field)i);
        if (i == RXC_FIELD_status && (rxc_notice_is_status(*old) || rxc_notice_is_status(new))) {
            changed |= merge_status(old, new);
            continue;
        }
        if (new.n == 0 || !wins(rank, into->rank[i], compare_text(new, *old))) continue;
        *old = new;
        into->rank[i] = rank;
        changed = true;
    }
    return changed;
}

/* A list that stops at "et al." gives way to one that does not, and among such the longer one wins, whatever their
 * ranks but for the document's own word. */
static unsigned char rank_authors(const rxc_work *work, unsigned char rank)
{
    return (unsigned char)((rank >= OWN ? OWN : 0) + 1 + !work->et_al);
}

bool rxc_resolve_merge(rxc_merged *into, const rxc_work *from, bool own)
{
    rxc_work *work = &into->work;
    unsigned char rank = rank_of(from, own), *ranks = into->rank;
    bool changed = merge_texts(into, from, rank);
    if (merge_names(&work->authors, &ranks[RXC_RANK_AUTHORS], &from->authors, rank_authors(from, rank))) {
        work->et_al = from->et_al;
        changed = true;
    }
    changed |= merge_names(&work->editors, &ranks[RXC_RANK_EDITORS], &from->editors, rank);
    changed |= merge_date(&work->issued, &ranks[RXC_RANK_ISSUED], from->issued, rank);
    changed |= merge_date(&work->accessed, &ranks[RXC_RANK_ACCESSED], from->accessed, rank);
    return merge_type(&work->type, &ranks[RXC_RANK_TYPE], from->type, rank) || changed;
}

/* check.c: compares parsed references with what is known of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/check.h"

#include "base/buf.h"
#include "refs/normalise.h"
#include "text/fold.h"

const char *const rxc_check_names[RXC_CHECK_FIELDS] = {
    "authors", "first author", "title", "container", "year", "volume", "issue", "page", "DOI",
};

static const rxc_label labels[RXC_CHECK_FIELDS] = {
    RXC_LABEL_author, RXC_LABEL_author, RXC_LABEL_title, RXC_LABEL_container, RXC_LABEL_date,
    RXC_LABEL_volume, RXC_LABEL_issue,  RXC_LABEL_page,  RXC_LABEL_doi,
};

/* --- what counts of a field ------------------------------------------------------------------------------------- */

/* "simpson el" */
static Str name_key(Arena *arena, const rxc_name *name)
{
    if (name->literal.n) return rxc_fold_key(arena, name->literal);
    Buf initials = { 0 };
    for (size_t i = 0; i < name->given.n; i++)
        if ((i == 0 || !chr_alpha(name->given.p[i - 1]) || chr_upper(name->given.p[i])) && chr_alpha(name->given.p[i]))
            buf_char(&initials, chr_to_lower(name->given.p[i]));
    Str whole = arena_printf(arena, "%.*s%.*s", STR_ARG(name->particle), STR_ARG(name->family));
    Str key = arena_printf(arena, "%.*s %.*s", STR_ARG(rxc_fold_key(arena, whole)), STR_ARG(buf_str(&initials)));
    buf_clear(&initials);
    return key;
}

static Str names_key(Arena *arena, const rxc_names *names)
{
    Buf all = { 0 };
    for (size_t i = 0; i < names->n; i++) {
        if (i) buf_add(&all, S("; "));
        buf_add(&all, name_key(arena, &names->v[i]));
    }
    Str key = arena_str(arena, buf_str(&all));
    buf_clear(&all);
    return key;
}

static Str first_page(Arena *arena, const rxc_work *work)
{
    Str page = work->page_first.n ? work->page_first : work->page;
    size_t end = 0;
    while (end < page.n && chr_alnum(page.p[end])) end++;
    Str key = rxc_fold_key(arena, str_take(page, end ? end : page.n));
    return key.n > 3 && key.p[0] == 'e' ? str_drop(key, 1) : key;
}

static Str key_of(Arena *arena, const rxc_work *work, rxc_check_field field)
{
    switch (field) {
    case RXC_CHECK_AUTHORS: return names_key(arena, &work->authors);
    case RXC_CHECK_FIRST_AUTHOR: {
        if (!work->authors.n) return (Str){ 0 };
        const rxc_name *name = &work->authors.v[0];
        return rxc_fold_key(arena, name->literal.n ? name->literal : name->family);
    }
    case RXC_CHECK_TITLE: return rxc_fold_key(arena, work->title);
    case RXC_CHECK_CONTAINER: return rxc_fold_key(arena, work->container);
    case RXC_CHECK_YEAR: return work->issued.year ? arena_printf(arena, "%d", work->issued.year) : (Str){ 0 };
    case RXC_CHECK_VOLUME: return rxc_fold_key(arena, work->volume);
    case RXC_CHECK_ISSUE: return rxc_fold_key(arena, work->issue);
    case RXC_CHECK_PAGE: return first_page(arena, work);
    case RXC_CHECK_DOI: return rxc_fold_key(arena, work->doi);
    case RXC_CHECK_FIELDS: break;
    }
    return (Str){ 0 };
}

/* --- the known work --------------------------------------------------------------------------------------------- */

/* A tagged string says where the fields are; the same normal form as for the parser makes them a work. */
static rxc_work work_of_spans(Arena *arena, const rxc_gold *gold)
{
    rxc_tokens tokens;
    rxc_reference ref = { 0 };
    rxc_token_split(arena, gold->raw, &tokens);
    uint64_t *allowed = rxc_gold_align(gold, &tokens, arena);
    for (size_t t = 0; t < tokens.n; t++)
        if (tokens.v[t].kind != RXC_TOKEN_ID) {
            tokens.v[t].label = rxc_state_labels[__builtin_ctzll(allowed[t])];
            tokens.v[t].confidence = 1;
        }
    rxc_normalise_tokens(arena, arena, gold->raw, &tokens, &ref);
    return ref.work;
}

static void compare(rxc_check *check, const rxc_gold *gold)
{
    Arena arena = { 0 };
    rxc_reference ref = { 0 };
    bool whole = true;
    rxc_work known = gold->spans ? work_of_spans(&arena, gold) : gold->work;
    rxc_refs_parse(check->parser, &arena, gold->raw, &ref);
    for (rxc_check_field field = 0; field < RXC_CHECK_FIELDS; field++) {
        if (gold->unsure >> labels[field] & 1) continue;
        Str expected = key_of(&arena, &known, field), found = key_of(&arena, &ref.work, field);
        rxc_tally *tally = &check->fields[field];
        if (str_eq(expected, found)) {
            tally->right += expected.n > 0;
            continue;
        }
        whole = false;
        if (expected.n && found.n) tally->wrong++;
        else if (expected.n) tally->missing++;
        else tally->extra++;
        if (check->fault) check->fault(check->context, gold, field, expected, found);
    }
    check->references++, check->whole += whole;
    arena_clear(&arena);
}

rxc_status rxc_check_file(rxc_check *check, const char *path, rxc_err *err)
{
    Arena arena = { 0 };
    rxc_golds golds = { 0 };
    rxc_status status = rxc_gold_read(path, &arena, &golds, err);
    for (size_t i = 0; !status && i < golds.n; i++) compare(check, &golds.v[i]);
    arena_clear(&arena);
    return status;
}

static double ratio(size_t part, size_t rest) { return part ? (double)part / (double)(part + rest) : 0; }

double rxc_tally_precision(rxc_tally t) { return ratio(t.right, t.wrong + t.extra); }
double rxc_tally_recall(rxc_tally t) { return ratio(t.right, t.wrong + t.missing); }

double rxc_tally_f1(rxc_tally t)
{
    double p = rxc_tally_precision(t), r = rxc_tally_recall(t);
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

rxc_tally rxc_check_total(const rxc_check *check)
{
    rxc_tally sum = { 0 };
    for (rxc_check_field field = 0; field < RXC_CHECK_FIELDS; field++) {
        const rxc_tally *t = &check->fields[field];
        sum.right += t->right, sum.wrong += t->wrong, sum.missing += t->missing, sum.extra += t->extra;
    }
    return sum;
}

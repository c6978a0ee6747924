/* gold_align.c: from known fields to the states of tokens.
 *
 * The letters and digits of all tokens are written in a row; a field is looked for there by its own letters and digits,
 * from token to token. What is found is covered. The tokens left over are covered last: marks and little words behind a
 * field are its end, others may be whatever the gold says nothing about. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/gold_aligner.h"

#include "text/fold.h"
#include "text/utf8.h"

static void spell_out(aligner *a)
{
    char *key = arena_alloc(a->arena, a->raw.n * 3 + 16);
    size_t at = 0;
    a->first = arena_array(a->arena, size_t, a->n + 1);
    for (size_t t = 0; t < a->n; t++) {
        Str folded = rxc_fold_key(a->arena, token_str(a, t));
        if (at + folded.n > a->raw.n * 3) folded.n = 0;
        if (folded.n) memcpy(key + at, folded.p, folded.n);
        at += folded.n;
        a->first[t + 1] = at;
    }
    a->key = (Str){ key, at };
}

range rxc_gold_match(const aligner *a, Str value, size_t t)
{
    if (!value.n || !has_key(a, t) || !str_starts(str_drop(a->key, a->first[t]), value)) return (range){ 0 };
    size_t e = t, end = a->first[t] + value.n;
    while (e < a->n && a->first[e + 1] <= end) {
        if (a->first[e + 1] == end) return (range){ t, e + 1 };
        e++;
    }
    return (range){ 0 };
}

static range find_free(const aligner *a, Str value, size_t from)
{
    for (size_t t = from; t < a->n; t++) {
        range r = rxc_gold_match(a, value, t);
        if (is_found(r) && is_free(a, r)) return r;
    }
    return (range){ 0 };
}

static Str fold(const aligner *a, Str s) { return rxc_fold_key(a->arena, s); }

/* --- texts ------------------------------------------------------------------------------------------------------ */

typedef struct text_row {
    rxc_work_field field;
    rxc_label label;
    uint64_t begin, inside, end;
} text_row;

static const text_row texts[] = {
    { RXC_FIELD_title, RXC_LABEL_title, BIT(title_begin), BIT(title), BIT(title_end) },
    { RXC_FIELD_container, RXC_LABEL_container, BIT(container_begin), BIT(container), BIT(container_end) },
    { RXC_FIELD_collection, RXC_LABEL_collection, BIT(collection), BIT(collection), 0 },
    { RXC_FIELD_publisher, RXC_LABEL_publisher, BIT(publisher), BIT(publisher), BIT(publisher_end) },
    { RXC_FIELD_place, RXC_LABEL_place, BIT(place), BIT(place), BIT(publisher_end) },
    { RXC_FIELD_genre, RXC_LABEL_genre, BIT(genre), BIT(genre), 0 },
    { RXC_FIELD_status, RXC_LABEL_status, BIT(status), BIT(status), 0 },
    { RXC_FIELD_edition, RXC_LABEL_edition, BIT(edition), BIT(edition), 0 },
    { RXC_FIELD_number, RXC_LABEL_number, BIT(number), BIT(number), 0 },
};

/* A container is rather found behind the title. */
static size_t search_from(const aligner *a, const text_row *row)
{
    if (row->field == RXC_FIELD_title) return 0;
    for (size_t t = a->n; t-- > 0;)
        if (a->cover[t] == BIT(title) || a->cover[t] == BIT(title_begin)) return t + 1;
    return 0;
}

/* Marks at the ends of the value belong to it: "(Clifton, NJ)", "Is it safe?" Stops and commas do not. */
static range widen_to_marks(const aligner *a, range r, Str value)
{
    size_t b = 0, e = value.n;
    while (b < value.n && (value.p[b] == '(' || value.p[b] == '[')) b++;
    for (size_t i = b; i-- > 0 && r.b > 0 && is_free(a, (range){ r.b - 1, r.b }) &&
                       str_eq(token_str(a, r.b - 1), str_sub(value, i, i + 1));)
        r.b--;
    while (e > 0 && (value.p[e - 1] == ')' || value.p[e - 1] == ']' || value.p[e - 1] == '?' || value.p[e - 1] == '!'))
        e--;
    for (size_t i = e; i < value.n && r.e < a->n && is_free(a, (range){ r.e, r.e + 1 }) &&
                       str_eq(token_str(a, r.e), str_sub(value, i, i + 1));
         i++)
        r.e++;
    return r;
}

static void align_text(aligner *a, const rxc_gold *gold, const text_row *row)
{
    rxc_work work = gold->work;
    Str printed = str_trim(*rxc_work_field_of(&work, row->field)), value = fold(a, printed);
    if (gold->unsure >> row->label & 1) a->open |= row->begin | row->inside | row->end;
    if (!value.n || (gold->unsure >> row->label & 1)) return;
    range r = find_free(a, value, search_from(a, row));
    if (!is_found(r)) r = find_free(a, value, 0);
    if (is_found(r)) cover(a, widen_to_marks(a, r, printed), row->begin, row->inside);
    else a->open |= row->begin | row->inside | row->end;
}

/* --- numbers ---------------------------------------------------------------------------------------------------- */

/* The last token of what a search for numbers should start behind. */
static size_t end_of(const aligner *a, uint64_t states)
{
    for (size_t t = a->n; t-- > 0;)
        if (a->cover[t] & states && !(a->cover[t] & ~states)) return t + 1;
    return 0;
}

/* The match nearest behind `near`; failing that, the first. */
static range find_near(const aligner *a, Str value, size_t near)
{
    range r = find_free(a, value, near);
    return is_found(r) ? r : find_free(a, value, 0);
}

static bool is_mark(const aligner *a, size_t t, const char *mark)
{
    return t < a->n && str_eq(token_str(a, t), str_from(mark));
}

/* How unlikely a token is the year: part of a range, far from brackets. */
static int cost_of_year(const aligner *a, range r)
{
    int cost = 4;
    if (r.b && is_mark(a, r.b - 1, "(")) cost -= 3;
    if (r.b && a->cover[r.b - 1] == BIT(author_end)) cost -= 1;
    if (r.b && is_dash(a, r.b - 1)) cost += 4;
    if (r.e < a->n && is_dash(a, r.e)) cost += 4;
    if (r.b && is_mark(a, r.b - 1, ":")) cost += 2;
    return cost;
}

static void align_year(aligner *a, const rxc_gold *gold)
{
    if (gold->unsure >> RXC_LABEL_date & 1) a->open |= BIT(date) | BIT(date_end);
    if (!gold->work.issued.year || (gold->unsure >> RXC_LABEL_date & 1)) return;
    Str value = arena_printf(a->arena, "%d", gold->work.issued.year);
    range best = { 0 };
    int lowest = 100;
    for (size_t t = 0; t < a->n; t++) {
        range r = rxc_gold_match(a, value, t);
        if (!is_found(r) || !is_free(a, r) || cost_of_year(a, r) >= lowest) continue;
        best = r, lowest = cost_of_year(a, r);
    }
    if (is_found(best)) cover(a, best, BIT(date), BIT(date));
    else a->open |= BIT(date) | BIT(date_end);
}

static void align_number(aligner *a, const rxc_gold *gold, Str value, rxc_label label, uint64_t state, uint64_t near)
{
    uint64_t open = state | state << 1; /* the end of a field is the next state */
    if (gold->unsure >> label & 1) a->open |= open;
    if (!value.n || (gold->unsure >> label & 1)) return;
    range r = find_near(a, fold(a, value), end_of(a, near));
    if (is_found(r)) cover(a, r, state, state);
    else a->open |= open;
}

static void align_numbers(aligner *a, const rxc_gold *gold)
{
    uint64_t journal = BIT(container) | BIT(container_begin);
    bool ranged = str_chr(gold->work.page, '-') != STR_NONE;
    if (ranged) align_number(a, gold, gold->work.page, RXC_LABEL_page, BIT(page), journal);
    align_number(a, gold, gold->work.volume, RXC_LABEL_volume, BIT(volume), journal);
    align_number(a, gold, gold->work.issue, RXC_LABEL_issue, BIT(issue), BIT(volume) | journal);
    if (!ranged) align_number(a, gold, gold->work.page, RXC_LABEL_page, BIT(page), BIT(volume) | BIT(issue) | journal);
}

/* --- what is left ----------------------------------------------------------------------------------------------- */

static uint64_t end_state(uint64_t state)
{
    if (state & AUTHOR_STATES) return BIT(author_end);
    if (state & (BIT(title) | BIT(title_begin))) return BIT(title_end);
    if (state & (BIT(container) | BIT(container_begin))) return BIT(container_end);
    if (state & (BIT(publisher) | BIT(place))) return BIT(publisher_end);
    if (state & BIT(date)) return BIT(date_end);
    if (state & BIT(volume)) return BIT(volume_end);
    if (state & BIT(issue)) return BIT(issue_end);
    if (state & BIT(page)) return BIT(page_end);
    return BIT(other);
}

/* Words that belong to no field. */
static bool is_glue(Str s)
{
    static const Str words[] = {
        STR_INIT("vol"), STR_INIT("volume"), STR_INIT("v"),  STR_INIT("no"),  STR_INIT("n"),    STR_INIT("nr"),
        STR_INIT("pp"),  STR_INIT("p"),      STR_INIT("pages"), STR_INIT("page"), STR_INIT("in"), STR_INIT("issue"),
        STR_INIT("doi"), STR_INIT("bd"),     STR_INIT("num"), STR_INIT("art"), STR_INIT("pg"), STR_INIT("from"),
        STR_INIT("available"), STR_INIT("at"), STR_INIT("s"), STR_INIT("article"), STR_INIT("url"), STR_INIT("http"),
    };
    return is_word_among(s, words, sizeof words / sizeof *words);
}

static bool is_month(Str s)
{
    static const Str words[] = {
        STR_INIT("jan"), STR_INIT("feb"), STR_INIT("mar"), STR_INIT("apr"), STR_INIT("may"), STR_INIT("jun"),
        STR_INIT("jul"), STR_INIT("aug"), STR_INIT("sep"), STR_INIT("oct"), STR_INIT("nov"), STR_INIT("dec"),
        STR_INIT("sept"), STR_INIT("january"), STR_INIT("february"), STR_INIT("march"), STR_INIT("april"),
        STR_INIT("june"), STR_INIT("july"), STR_INIT("august"), STR_INIT("september"), STR_INIT("october"),
        STR_INIT("november"), STR_INIT("december"), STR_INIT("spring"), STR_INIT("summer"), STR_INIT("autumn"),
    };
    return is_word_among(s, words, sizeof words / sizeof *words);
}

/* Months, days and letters next to a year belong to the date. */
static void widen_date(aligner *a)
{
    size_t t = 0;
    while (t < a->n && a->cover[t] != BIT(date)) t++;
    if (t == a->n) return;
    size_t b = t, e = t + 1;
    if (e < a->n && !a->cover[e] && !a->tokens->v[e].space && token_str(a, e).n == 1 && chr_lower(token_str(a, e).p[0]))
        a->cover[e++] = BIT(date);
    for (size_t end = e + 3, i = e; i < a->n && i < end && !a->cover[i]; i++)
        if (is_month(token_str(a, i))) cover(a, (range){ e, i + 1 }, BIT(date), BIT(date)), e = i + 1;
    if (e < a->n && is_month(token_str(a, e - 1)) && !a->cover[e] && a->tokens->v[e].kind == RXC_TOKEN_NUMBER &&
        token_str(a, e).n <= 2 && !is_mark(a, e + 1, ":") && !is_mark(a, e + 1, "("))
        a->cover[e] = BIT(date);
    for (size_t i = b, low = b > 5 ? b - 5 : 0; i-- > low && !a->cover[i];)
        if (is_month(token_str(a, i))) cover(a, (range){ i, b }, BIT(date), BIT(date)), b = i;
}

/* Tokens that are plainly this or that. */
static uint64_t plain_state(const aligner *a, size_t t)
{
    Str s = token_str(a, t);
    if (str_eq_nocase(s, S("eds")) || str_eq_nocase(s, S("editors")) || str_eq_nocase(s, S("editor")) ||
        str_eq_nocase(s, S("edited")))
        return BIT(editor);
    if (str_eq_nocase(s, S("thesis")) || str_eq_nocase(s, S("dissertation"))) return BIT(genre);
    if (str_eq_nocase(s, S("edition")) || str_eq_nocase(s, S("edn"))) return BIT(edition);
    if (str_eq_nocase(s, S("accessed")) || str_eq_nocase(s, S("retrieved")) || str_eq_nocase(s, S("cited")))
        return BIT(accessed);
    return 0;
}

bool rxc_gold_is_dateish(const aligner *a, size_t t)
{
    Str s = token_str(a, t);
    return is_month(s) || a->tokens->v[t].kind == RXC_TOKEN_NUMBER || str_eq(s, S(",")) || str_eq(s, S("on")) ||
           str_eq(s, S("/")) || is_dash(a, t) || (str_eq(s, S(".")) && t && is_month(token_str(a, t - 1)));
}

static void fill_run(aligner *a, size_t b, size_t e, uint64_t before)
{
    const uint64_t misc = BIT(other) | BIT(editor) | BIT(collection) | BIT(number) | BIT(edition) | BIT(publisher) |
                          BIT(place) | BIT(publisher_end) | BIT(genre) | BIT(note) | BIT(accessed) | BIT(status);
    uint64_t end = b ? end_state(before) : BIT(label) | BIT(other);
    bool words = false, accessed = false;
    for (size_t t = b; t < e; t++) {
        Str s = token_str(a, t);
        accessed = (accessed && rxc_gold_is_dateish(a, t)) || plain_state(a, t) == BIT(accessed);
        if (accessed) {
            a->cover[t] = BIT(accessed);
            continue;
        }
        if (a->tokens->v[t].kind == RXC_TOKEN_ID) {
            a->cover[t] = BIT(other);
            end = BIT(other);
            continue;
        }
        bool glue = a->tokens->v[t].kind == RXC_TOKEN_PUNCT || is_glue(s);
        words = words || !glue;
        uint64_t plain = plain_state(a, t);
        a->cover[t] = plain ? plain | a->open : words ? misc | end | a->open : end;
        if (!words && a->open && t > b) a->cover[t] |= a->open | misc;
    }
}

/* A number or mark before everything. */
static bool is_entry_label(const aligner *a, size_t e)
{
    for (size_t t = 0; t < e; t++)
        if (a->tokens->v[t].kind == RXC_TOKEN_ID || (a->tokens->v[t].kind == RXC_TOKEN_WORD && !is_mark(a, 0, "[")))
            return false;
    return e <= 6;
}

static bool is_edition_word(Str s)
{
    static const Str words[] = { STR_INIT("th"), STR_INIT("st"),  STR_INIT("nd"),      STR_INIT("rd"), STR_INIT("ed"),
                                 STR_INIT("edn"), STR_INIT("edition"), STR_INIT(".") };
    return is_word_among(s, words, sizeof words / sizeof *words);
}

static bool is_editor_word(Str s)
{
    static const Str words[] = { STR_INIT("ed"), STR_INIT("eds"), STR_INIT("editor"), STR_INIT("editors"),
                                 STR_INIT("."),  STR_INIT(","),   STR_INIT("("),      STR_INIT(")") };
    return is_word_among(s, words, sizeof words / sizeof *words);
}

/* "2" and "nd ed."; "Simpson E" and ", eds." */
static void widen_words(aligner *a, uint64_t state, bool (*belongs)(Str))
{
    for (size_t t = 1; t < a->n; t++) {
        size_t e = t;
        if (a->cover[t - 1] != state || a->cover[t]) continue;
        while (e < a->n && e < t + 4 && !a->cover[e] && belongs(token_str(a, e))) e++;
        bool worded = false;
        for (size_t i = t; i < e; i++) worded = worded || a->tokens->v[i].kind == RXC_TOKEN_WORD;
        if (worded) cover(a, (range){ t, e }, state, state);
    }
}

static void fill_gaps(aligner *a)
{
    size_t head = 0;
    while (head < a->n && !a->cover[head]) head++;
    if (head && head < a->n && is_entry_label(a, head)) cover(a, (range){ 0, head }, BIT(label), BIT(label));
    rxc_gold_phrases(a);
    widen_words(a, BIT(edition), is_edition_word);
    widen_words(a, BIT(editor), is_editor_word);
    for (size_t t = 0; t < a->n;) {
        size_t b = t;
        while (t < a->n && !a->cover[t]) t++;
        if (t > b) fill_run(a, b, t, b ? a->cover[b - 1] : 0);
        else t++;
    }
}

/* --- tagged strings --------------------------------------------------------------------------------------------- */

static void cover_span(aligner *a, const rxc_gold_span *span)
{
    size_t b = 0, e;
    while (b < a->n && a->tokens->v[b].b < span->b) b++;
    for (e = b; e < a->n && a->tokens->v[e].e <= span->e;) e++;
    uint64_t set = 0;
    for (size_t state = 0; state < RXC_STATES; state++)
        if (rxc_state_labels[state] == span->label && span->label != RXC_LABEL_other) set |= UINT64_C(1) << state;
    while (e > b && a->tokens->v[e - 1].kind == RXC_TOKEN_PUNCT && !is_mark(a, e - 1, ")") && !is_mark(a, e - 1, "?"))
        e--;
    while (b < e && a->tokens->v[b].kind == RXC_TOKEN_PUNCT) b++;
    for (size_t t = b; set && t < e; t++)
        if (!a->cover[t] && a->tokens->v[t].kind != RXC_TOKEN_ID) a->cover[t] = set;
    if (set & BIT(title_begin)) cover(a, (range){ b, e }, BIT(title_begin), BIT(title));
    if (set & BIT(container_begin)) cover(a, (range){ b, e }, BIT(container_begin), BIT(container));
}

uint64_t *rxc_gold_align(const rxc_gold *gold, const rxc_tokens *tokens, Arena *arena)
{
    aligner a = { .arena = arena, .raw = gold->raw, .tokens = tokens, .n = tokens->n };
    a.cover = arena_array(arena, uint64_t, a.n + 1);
    spell_out(&a);
    for (size_t i = 0; i < gold->spans; i++) cover_span(&a, &gold->span[i]);
    if (!gold->spans) {
        rxc_gold_authors(&a, gold);
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) align_text(&a, gold, &texts[i]);
        rxc_gold_editors(&a, gold);
        align_numbers(&a, gold);
        align_year(&a, gold);
    }
    widen_date(&a);
    fill_gaps(&a);
    return a.cover;
}

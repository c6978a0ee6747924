/* notice.c: what literature says about literature: retractions, corrections, expressions of concern. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"

#include <cjson/cJSON.h>

static const struct {
    const char *words; /* folded: small letters, one space for anything between them */
    rxc_notice_kind kind;
} kinds[] = {
    { "retraction", RXC_NOTICE_RETRACTION },
    { "retracted", RXC_NOTICE_RETRACTION },
    { "partial retraction", RXC_NOTICE_RETRACTION },
    { "withdrawal", RXC_NOTICE_RETRACTION },
    { "withdrawn", RXC_NOTICE_RETRACTION },
    { "removal", RXC_NOTICE_RETRACTION },
    { "correction", RXC_NOTICE_CORRECTION },
    { "corrected", RXC_NOTICE_CORRECTION },
    { "erratum", RXC_NOTICE_CORRECTION },
    { "corrigendum", RXC_NOTICE_CORRECTION },
    { "addendum", RXC_NOTICE_CORRECTION },
    { "clarification", RXC_NOTICE_CORRECTION },
    { "expression of concern", RXC_NOTICE_CONCERN },
    { "concern", RXC_NOTICE_CONCERN },
};

/* "Expression_of-Concern" -> "expression of concern", as far as room goes. */
static Str fold_word(Str word, char *room, size_t size)
{
    size_t n = 0;
    word = str_trim(word);
    for (size_t i = 0; i < word.n && n < size; i++) {
        char c = word.p[i];
        bool upper_within = chr_upper(c) && i && chr_lower(word.p[i - 1]); /* "ExpressionOfConcern" */
        if (upper_within) room[n++] = ' ';
        if (n < size) room[n++] = c == '_' || c == '-' || chr_space(c) ? ' ' : chr_to_lower(c);
    }
    return (Str){ room, n };
}

bool rxc_notice_kind_find(Str word, rxc_notice_kind *kind)
{
    char room[64];
    Str folded = fold_word(word, room, sizeof room);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!str_eq(folded, str_from(kinds[i].words))) continue;
        *kind = kinds[i].kind;
        return true;
    }
    return false;
}

/* --- titles --------------------------------------------------------------------------------------------------- */

/* Words at the beginning of a title; what follows must be ':', a dash or a closing bracket, or nothing may follow. */
static const struct {
    const char *words;
    rxc_notice_kind kind;
    bool by_this;
} heads[] = {
    { "retracted", RXC_NOTICE_RETRACTION, false },
    { "retracted article", RXC_NOTICE_RETRACTION, false },
    { "retracted paper", RXC_NOTICE_RETRACTION, false },
    { "retracted chapter", RXC_NOTICE_RETRACTION, false },
    { "article retracted", RXC_NOTICE_RETRACTION, false },
    { "withdrawn", RXC_NOTICE_RETRACTION, false },
    { "withdrawn article", RXC_NOTICE_RETRACTION, false },
    { "article withdrawn", RXC_NOTICE_RETRACTION, false },
    { "removed", RXC_NOTICE_RETRACTION, false },
    { "retraction", RXC_NOTICE_RETRACTION, true },
    { "retraction note", RXC_NOTICE_RETRACTION, true },
    { "retraction note to", RXC_NOTICE_RETRACTION, true },
    { "retraction notice", RXC_NOTICE_RETRACTION, true },
    { "retraction notice to", RXC_NOTICE_RETRACTION, true },
    { "retraction to", RXC_NOTICE_RETRACTION, true },
    { "notice of retraction", RXC_NOTICE_RETRACTION, true },
    { "statement of retraction", RXC_NOTICE_RETRACTION, true },
    { "withdrawal", RXC_NOTICE_RETRACTION, true },
    { "withdrawal notice", RXC_NOTICE_RETRACTION, true },
    { "correction", RXC_NOTICE_CORRECTION, true },
    { "correction to", RXC_NOTICE_CORRECTION, true },
    { "author correction", RXC_NOTICE_CORRECTION, true },
    { "publisher correction", RXC_NOTICE_CORRECTION, true },
    { "erratum", RXC_NOTICE_CORRECTION, true },
    { "erratum to", RXC_NOTICE_CORRECTION, true },
    { "corrigendum", RXC_NOTICE_CORRECTION, true },
    { "corrigendum to", RXC_NOTICE_CORRECTION, true },
    { "expression of concern", RXC_NOTICE_CONCERN, true },
    { "editorial expression of concern", RXC_NOTICE_CONCERN, true },
};

/* Bytes of s that the words take, letter by letter without case; 0: it begins otherwise. */
static size_t length_of(Str s, const char *words)
{
    Str w = str_from(words);
    return str_starts_nocase(s, w) && (s.n == w.n || !chr_alnum(s.p[w.n])) ? w.n : 0;
}

/* What divides a head from the title: ": ", " - ", "] ". */
static size_t length_of_divider(Str s)
{
    static const char *const dividers[] = {
        ":", "]:", "]", "):", ")", ".", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xEF\xBC\x9A"
    };
    for (size_t i = 0; i < sizeof dividers / sizeof *dividers; i++)
        if (str_starts(s, str_from(dividers[i]))) return strlen(dividers[i]);
    return 0;
}

static bool take_head(Str title, rxc_notice_kind *kind, bool *by_this, Str *rest)
{
    bool bracket = title.n && (title.p[0] == '[' || title.p[0] == '(');
    Str s = bracket ? str_drop(title, 1) : title;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t n = length_of(s, heads[i].words), divider = n ? length_of_divider(str_drop(s, n)) : 0;
        if (!n || (!divider && n < s.n)) continue;
        if (!divider && !heads[i].by_this) continue; /* a title "Removed" says nothing */
        *kind = heads[i].kind, *by_this = heads[i].by_this;
        *rest = str_trim(str_drop(s, n + divider));
        return rest->n || *by_this;
    }
    return false;
}

/* "… (Retracted article. See vol. 370, pg. 1020, 2010)", "… [retracted]" */
static bool take_tail(Str title, Str *rest)
{
    Str s = str_last(title) == '.' ? str_take(title, title.n - 1) : title;
    char close = str_last(s);
    if (close != ')' && close != ']') return false;
    size_t open = str_rchr(s, close == ')' ? '(' : '[');
    if (open == STR_NONE || open == 0) return false;
    Str inner = str_drop(s, open + 1);
    bool says = str_starts_nocase(inner, S("retracted article")) || str_starts_nocase(inner, S("withdrawn article")) ||
                str_eq_nocase(str_take(inner, inner.n - 1), S("retracted")) ||
                str_eq_nocase(str_take(inner, inner.n - 1), S("withdrawn"));
    *rest = str_trim(str_take(s, open));
    return says;
}

bool rxc_notice_of_title(Str title, rxc_notice_kind *kind, bool *by_this, Str *rest)
{
    title = str_trim(title);
    if (take_head(title, kind, by_this, rest)) return true;
    if (!take_tail(title, rest)) return false;
    *kind = RXC_NOTICE_RETRACTION, *by_this = false;
    return true;
}

Str rxc_notice_bare_title(Str title)
{
    rxc_notice_kind kind;
    bool by_this;
    Str rest;
    return rxc_notice_of_title(title, &kind, &by_this, &rest) && !by_this ? rest : title;
}

/* --- printed references ---------------------------------------------------------------------------------------------- */

Str rxc_notice_in_reference(Arena *arena, Str raw, Str *status)
{
    static const char *const marks[] = { "retracted:",  "retracted article:",  "retracted paper:",
                                         "withdrawn:",  "withdrawn article:",  "[retracted]",
                                         "(retracted)", "[retracted article]", "(retracted article)" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        Str mark = str_from(marks[i]);
        size_t at = str_find_nocase(raw, mark);
        bool alone = at != STR_NONE && (at == 0 || chr_space(raw.p[at - 1]) || strchr(".,;([\"", raw.p[at - 1]));
        if (!alone || (str_last(mark) == ':' && !chr_upper(raw.p[at]))) continue; /* "why it was retracted: a survey" */
        Str before = str_trim(str_take(raw, at)), behind = str_trim(str_drop(raw, at + mark.n));
        if (str_starts(behind, S(".")) && str_last(before) == '.') behind = str_trim(str_drop(behind, 1));
        *status = str_from(rxc_notice_status(RXC_NOTICE_RETRACTION));
        bool space = before.n && behind.n && !strchr(".,;:", behind.p[0]);
        return arena_printf(arena, "%.*s%s%.*s", STR_ARG(before), space ? " " : "", STR_ARG(behind));
    }
    return raw;
}

/* --- notices and statuses ----------------------------------------------------------------------------------------- */

static bool same_work(const rxc_work *a, const rxc_work *b)
{
    if (a->doi.n && b->doi.n) return str_eq_nocase(a->doi, b->doi);
    if (a->pmid.n && b->pmid.n) return str_eq(a->pmid, b->pmid);
    return rxc_work_is_empty(a) && rxc_work_is_empty(b);
}

void rxc_notice_add(rxc_doc *doc, rxc_notice_kind kind, bool by_this, const rxc_work *other)
{
    enum { NOTICES_MAX = 100 }; /* beyond them none is compared */
    for (size_t i = 0; i < doc->notices.n && i < NOTICES_MAX; i++) {
        const rxc_notice *old = &doc->notices.v[i];
        if (old->kind == kind && old->by_this == by_this && same_work(&old->work, other)) return;
    }
    *vec_push(doc->arena, &doc->notices) = (rxc_notice){ kind, by_this, *other };
}

static int badness(Str status)
{
    static const rxc_notice_kind order[] = { RXC_NOTICE_CORRECTION, RXC_NOTICE_CONCERN, RXC_NOTICE_RETRACTION };
    for (int i = 0; i < 3; i++)
        if (str_eq(status, str_from(rxc_notice_status(order[i])))) return i + 1;
    return 0;
}

bool rxc_notice_is_status(Str status) { return badness(status) > 0; }

bool rxc_notice_is_warning(Str status) { return badness(status) > 1; }

Str rxc_notice_worse(Str a, Str b)
{
    int left = badness(a), right = badness(b);
    if (left != right) return left > right ? a : b;
    if (a.n != b.n) return a.n > b.n ? a : b;
    return str_cmp(a, b) >= 0 ? a : b;
}

void rxc_notice_settle_work(rxc_work *work)
{
    rxc_notice_kind kind;
    bool by_this;
    Str rest;
    if (!rxc_notice_of_title(work->title, &kind, &by_this, &rest) || by_this) return;
    work->status = rxc_notice_worse(work->status, str_from(rxc_notice_status(kind)));
}

/* Does the document have a notice of the kind on that side? */
static bool has_notice(const rxc_doc *doc, rxc_notice_kind kind, bool by_this)
{
    for (size_t i = 0; i < doc->notices.n; i++)
        if (doc->notices.v[i].kind == kind && doc->notices.v[i].by_this == by_this) return true;
    return false;
}

void rxc_notice_settle(rxc_doc *doc)
{
    rxc_notice_kind kind;
    bool by_this;
    Str rest;
    if (rxc_notice_of_title(doc->work.title, &kind, &by_this, &rest) && !has_notice(doc, kind, by_this))
        rxc_notice_add(doc, kind, by_this, &(rxc_work){ 0 });
    for (size_t i = 0; i < doc->notices.n; i++) {
        const rxc_notice *notice = &doc->notices.v[i];
        if (!notice->by_this)
            doc->work.status = rxc_notice_worse(doc->work.status, str_from(rxc_notice_status(notice->kind)));
    }
}

/* --- in a record -------------------------------------------------------------------------------------------------------- */

void rxc_notice_write(Jsonw *w, const rxc_doc *doc)
{
    if (doc->notices.n == 0) return;
    jsonw_key(w, "notices");
    jsonw_array(w);
    for (size_t i = 0; i < doc->notices.n; i++) {
        const rxc_notice *notice = &doc->notices.v[i];
        jsonw_object(w);
        jsonw_key_str(w, "status", str_from(rxc_notice_status(notice->kind)));
        jsonw_key_bool(w, "by_this", notice->by_this);
        jsonw_key(w, "csl");
        rxc_work_write(w, &notice->work);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

static rxc_notice_kind kind_of_status(const cJSON *status)
{
    for (int kind = 0; cJSON_IsString(status) && kind <= RXC_NOTICE_CONCERN; kind++)
        if (strcmp(status->valuestring, rxc_notice_status((rxc_notice_kind)kind)) == 0) return (rxc_notice_kind)kind;
    return (rxc_notice_kind)0;
}

void rxc_notice_read(Arena *arena, const cJSON *list, rxc_doc *doc)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        rxc_notice *notice = vec_push(arena, &doc->notices);
        notice->kind = kind_of_status(cJSON_GetObjectItemCaseSensitive(item, "status"));
        notice->by_this = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(item, "by_this"));
        rxc_work_read(arena, cJSON_GetObjectItemCaseSensitive(item, "csl"), &notice->work);
    }
}

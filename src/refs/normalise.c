/* normalise.c: gathers the tokens of each label into fields, and cleans these. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/normalise.h"

#include "refs/dates.h"
#include "refs/namelist.h"
#include "refs/nametags.h"
#include "refs/pages.h"
#include "refs/worktype.h"
#include "text/ids.h"
#include "text/utf8.h"

/* Tokens [b, e), all of one label but for short gaps. */
typedef struct run {
    size_t b, e;
    float confidence; /* mean */
    uint8_t label;
} run;

typedef VEC(run) runs;

enum {
    GAP = 1,    /* tokens of other labels within a run */
    LAYERS = 6, /* of quotes, brackets and stops around a text */
};

static Str text_of(Str raw, const rxc_tokens *tokens, const run *r)
{
    return str_sub(raw, tokens->v[r->b].b, tokens->v[r->e - 1].e);
}

static bool joins(const run *last, const rxc_tokens *tokens, size_t i)
{
    if (!last || last->label != tokens->v[i].label || tokens->v[i].kind == RXC_TOKEN_ID) return false;
    return last->e == i || (i - last->e <= GAP && tokens->v[last->e].kind == RXC_TOKEN_PUNCT);
}

static void find_runs(Arena *scratch, const rxc_tokens *tokens, runs *out)
{
    size_t last_of[RXC_LABELS] = { 0 }; /* its last run, plus one */
    for (size_t i = 0; i < tokens->n; i++) {
        const rxc_token *token = &tokens->v[i];
        if (token->label == RXC_LABEL_other) continue;
        run *last = last_of[token->label] ? &out->v[last_of[token->label] - 1] : NULL;
        if (!joins(last, tokens, i)) {
            last = vec_push(scratch, out);
            *last = (run){ i, i, 0, token->label };
            last_of[token->label] = out->n;
        }
        float n = (float)(i - last->b);
        last->confidence = (last->confidence * n + token->confidence) / (n + 1);
        last->e = i + 1;
    }
}

/* The run of a label that gives the field: the longest, of equal ones the first. */
static const run *best_run(const runs *all, rxc_label label)
{
    const run *best = NULL;
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].label == label && (!best || all->v[i].e - all->v[i].b > best->e - best->b)) best = &all->v[i];
    return best;
}

static const run *first_run(const runs *all, rxc_label label)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].label == label) return &all->v[i];
    return NULL;
}

/* --- text fields ------------------------------------------------------------------------------------------------ */

static bool is_quote(uint32_t point)
{
    return point == '"' || point == '\'' || point == '`' || (point >= 0x2018 && point <= 0x201F) || point == 0xAB ||
           point == 0xBB || point == 0x2039 || point == 0x203A || (point >= 0x300C && point <= 0x300F);
}

static bool is_edge(uint32_t point, bool start)
{
    if (rxc_utf8_is_space(point) || point == '*' || point == '_' || point == ',' || point == ';' || point == ':')
        return true;
    if (start) return point == '.' || point == ')' || point == ']' || rxc_utf8_is_dash(point);
    return point == '(' || point == '[';
}

static size_t count_byte(Str s, char c)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == c;
    return n;
}

/* Without white space, separators and emphasis marks at both ends. */
static Str trim_edges(Str s)
{
    while (s.n) {
        size_t at = 0;
        if (!is_edge(rxc_utf8_next(s, &at), true)) break;
        s = str_drop(s, at);
    }
    while (s.n) {
        size_t at = s.n;
        if (!is_edge(rxc_utf8_prev(s, &at), false)) break;
        s.n = at;
    }
    return s;
}

/* Quotes around all of s; one that has no partner. */
static Str trim_quotes(Str s)
{
    size_t head = 0, tail = s.n;
    if (s.n < 3) return s;
    bool opens = is_quote(rxc_utf8_next(s, &head)), closes = is_quote(rxc_utf8_prev(s, &tail));
    Str inside = str_sub(s, head, tail);
    if (opens && closes && tail > head) return inside;
    bool inner = false;
    for (size_t at = opens ? head : 0, end = closes ? tail : s.n; at < end && !inner;) {
        uint32_t point = rxc_utf8_next(s, &at);
        inner = is_quote(point) && point != '\'' && point != 0x2019;
    }
    if (opens && !closes && !inner) return str_drop(s, head);
    if (closes && !opens && !inner) return str_take(s, tail);
    return s;
}

/* Brackets around all of s: "[Respect for self-determination]". A bracket without partner at an end goes. */
static Str trim_brackets(Str s)
{
    static const char pairs[2][2] = { { '(', ')' }, { '[', ']' } };
    for (size_t i = 0; i < 2 && s.n > 2; i++) {
        size_t opens = count_byte(s, pairs[i][0]), closes = count_byte(s, pairs[i][1]);
        if (s.p[0] == pairs[i][0] && str_last(s) == pairs[i][1] && opens == 1 && closes == 1)
            s = str_sub(s, 1, s.n - 1);
        else if (str_last(s) == pairs[i][1] && closes > opens) s.n--;
        else if (s.p[0] == pairs[i][0] && opens > closes) s = str_drop(s, 1);
    }
    return s;
}

/* A full stop at the end goes, unless the field is abbreviated: "J. Food Eng." */
static Str trim_stop(Str s, bool abbreviated)
{
    while (str_last(s) == '.' && !(abbreviated && count_byte(s, '.') > 1)) s.n--;
    return s;
}

/* White space is one blank. s itself when it has no other. */
static Str squeeze(Arena *arena, Str s)
{
    bool plain = true;
    for (size_t i = 0; i < s.n && plain; i++)
        plain = (unsigned char)s.p[i] < 0x80 ? !chr_space(s.p[i]) || (s.p[i] == ' ' && (i == 0 || s.p[i - 1] != ' '))
                                             : (unsigned char)s.p[i] != 0xC2 && (unsigned char)s.p[i] != 0xE2;
    if (plain) return s;
    char *out = arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        if (rxc_utf8_is_space(rxc_utf8_next(s, &at))) {
            if (n && out[n - 1] != ' ') out[n++] = ' ';
        } else {
            memcpy(out + n, s.p + from, at - from), n += at - from;
        }
    }
    return (Str){ out, n };
}

static Str clean_text(Arena *arena, Str s, bool abbreviated)
{
    size_t before = SIZE_MAX;
    for (size_t layer = 0; layer < LAYERS && before != s.n; layer++) {
        before = s.n;
        s = trim_brackets(trim_stop(trim_quotes(trim_edges(s)), abbreviated));
    }
    return squeeze(arena, s);
}

/* --- other fields ----------------------------------------------------------------------------------------------- */

static Str id_value(Arena *arena, Str printed, rxc_id_kind kind)
{
    size_t at = 0;
    rxc_id id;
    while (rxc_ids_next(printed, &at, &id))
        if (id.kind == kind) return rxc_ids_normal(arena, kind, str_sub(printed, id.value_b, id.value_e));
    return (Str){ 0 };
}

typedef enum cleaning { TEXT, ABBREVIATED, NUMBER, PAGE } cleaning;

static const struct {
    uint8_t label, field, cleaning;
} text_fields[] = {
    { RXC_LABEL_title, RXC_FIELD_title, TEXT },
    { RXC_LABEL_container, RXC_FIELD_container, ABBREVIATED },
    { RXC_LABEL_collection, RXC_FIELD_collection, ABBREVIATED },
    { RXC_LABEL_volume, RXC_FIELD_volume, NUMBER },
    { RXC_LABEL_issue, RXC_FIELD_issue, NUMBER },
    { RXC_LABEL_page, RXC_FIELD_page, PAGE },
    { RXC_LABEL_number, RXC_FIELD_number, NUMBER },
    { RXC_LABEL_edition, RXC_FIELD_edition, TEXT },
    { RXC_LABEL_publisher, RXC_FIELD_publisher, ABBREVIATED },
    { RXC_LABEL_place, RXC_FIELD_place, ABBREVIATED },
    { RXC_LABEL_genre, RXC_FIELD_genre, TEXT },
    { RXC_LABEL_status, RXC_FIELD_status, TEXT },
    { RXC_LABEL_note, RXC_FIELD_note, TEXT },
};

static const struct {
    uint8_t label, field, id;
} id_fields[] = {
    { RXC_LABEL_doi, RXC_FIELD_doi, RXC_ID_DOI },       { RXC_LABEL_pmid, RXC_FIELD_pmid, RXC_ID_PMID },
    { RXC_LABEL_pmcid, RXC_FIELD_pmcid, RXC_ID_PMCID }, { RXC_LABEL_arxiv, RXC_FIELD_arxiv, RXC_ID_ARXIV },
    { RXC_LABEL_isbn, RXC_FIELD_isbn, RXC_ID_ISBN },    { RXC_LABEL_issn, RXC_FIELD_issn, RXC_ID_ISSN },
    { RXC_LABEL_url, RXC_FIELD_url, RXC_ID_URL },
};

static Str clean(Arena *arena, Str s, cleaning how)
{
    switch (how) {
    case NUMBER: return rxc_pages_number(arena, s);
    case PAGE: return rxc_pages_read(arena, s);
    default: return clean_text(arena, s, how == ABBREVIATED);
    }
}

static void set_fields(Arena *arena, Str raw, const rxc_tokens *tokens, const runs *all, rxc_reference *ref)
{
    for (size_t i = 0; i < sizeof text_fields / sizeof *text_fields; i++) {
        bool first = text_fields[i].cleaning >= NUMBER;
        const run *r = first ? first_run(all, text_fields[i].label) : best_run(all, text_fields[i].label);
        if (!r) continue;
        *rxc_work_field_of(&ref->work, text_fields[i].field) =
            clean(arena, text_of(raw, tokens, r), text_fields[i].cleaning);
        ref->confidence[text_fields[i].field] = r->confidence;
    }
    for (size_t i = 0; i < sizeof id_fields / sizeof *id_fields; i++) {
        const run *r = first_run(all, id_fields[i].label);
        if (!r) continue;
        *rxc_work_field_of(&ref->work, id_fields[i].field) = id_value(arena, text_of(raw, tokens, r), id_fields[i].id);
        ref->confidence[id_fields[i].field] = r->confidence;
    }
    ref->work.page_first = rxc_pages_first(ref->work.page);
    ref->confidence[RXC_FIELD_page_first] = ref->confidence[RXC_FIELD_page];
}

static void set_names(Arena *arena, Arena *scratch, Str raw, const rxc_tokens *tokens, const runs *all,
                      rxc_reference *ref)
{
    bool editors_et_al = false;
    float sum = 0, count = 0;
    for (size_t i = 0; i < all->n; i++) {
        const run *r = &all->v[i];
        if (r->label == RXC_LABEL_author) {
            if (!rxc_nametags_read(arena, scratch, raw, tokens, r->b, r->e, &ref->work.authors, &ref->work.et_al))
                rxc_namelist_read(arena, scratch, text_of(raw, tokens, r), &ref->work.authors, &ref->work.et_al);
            sum += r->confidence, count++;
        } else if (r->label == RXC_LABEL_editor) {
            rxc_namelist_read(arena, scratch, text_of(raw, tokens, r), &ref->work.editors, &editors_et_al);
        }
    }
    ref->confidence_authors = count > 0 ? sum / count : 0;
}

static void set_dates(Str raw, const rxc_tokens *tokens, const runs *all, rxc_reference *ref)
{
    for (size_t i = 0; i < all->n; i++) {
        const run *r = &all->v[i];
        if (r->label == RXC_LABEL_date && !ref->work.issued.year) {
            ref->work.issued = rxc_dates_read(text_of(raw, tokens, r));
            if (ref->work.issued.year) ref->confidence_year = r->confidence;
        } else if (r->label == RXC_LABEL_accessed && !ref->work.accessed.year) {
            ref->work.accessed = rxc_dates_read(text_of(raw, tokens, r));
        }
    }
}

void rxc_normalise_tokens(Arena *arena, Arena *scratch, Str raw, const rxc_tokens *tokens, rxc_reference *ref)
{
    runs all = { 0 };
    find_runs(scratch, tokens, &all);
    set_fields(arena, raw, tokens, &all, ref);
    set_names(arena, scratch, raw, tokens, &all, ref);
    set_dates(raw, tokens, &all, ref);
    ref->parsed = !rxc_work_is_empty(&ref->work);
    ref->work.type = rxc_worktype_of(&ref->work);
}

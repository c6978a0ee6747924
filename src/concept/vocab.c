/* vocab.c: the vocabularies of drugs and disorders: their terms, and the forms under which a text may name them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* qsort_r */
#include "concept/vocab.h"

#include <assert.h>
#include <glob.h>
#include <stdlib.h>

#include "concept/tsv.h"

static const Str HEADER = STR_INIT("id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource");

enum { ID, TYPE, NAME, SYNONYMS, BRANDS, SHORT, CLASS, SOURCE, CODES };

/* Where a term comes from. */
typedef struct Place {
    const char *path;
    size_t line;
} Place;

/* Vocabularies on the way in. */
typedef struct Loading {
    rxc_vocab *vocab;
    Arena *arena;
    VEC(Place) places;  /* of the terms */
    VEC(rxc_form) late; /* forms other than short ones: at one place the first form that was added counts */
} Loading;

static void put_form(Loading *l, rxc_form form)
{
    if (rxc_automaton_add(l->vocab->automaton, form.text, (uint32_t)l->vocab->forms.n))
        *vec_push(l->arena, &l->vocab->forms) = form;
}

static void add_form(Loading *l, Str text, uint32_t term, rxc_form_kind kind)
{
    text = str_trim(text);
    if (kind == RXC_FORM_SHORT && str_last(text) == '?') kind = RXC_FORM_DEFINED, text.n--;
    if (!text.n || kind == RXC_FORM_DEFINED) return; /* a definition in the document names the long form */
    if (kind == RXC_FORM_SHORT) put_form(l, (rxc_form){ text, term, kind });
    else *vec_push(l->arena, &l->late) = (rxc_form){ text, term, kind };
}

static void add_forms(Loading *l, Str list, uint32_t term, rxc_form_kind kind)
{
    Str form;
    while (list.n && str_cut(&list, '|', &form)) add_form(l, form, term, kind);
}

static bool has_code(Str codes, Str code)
{
    Str one;
    while (codes.n && str_cut(&codes, '|', &one))
        if (str_eq(one, code)) return true;
    return false;
}

enum { CODES_MAX = 4096 }; /* bytes of codes that are compared one by one */

/* Codes that the term has not yet. */
static void add_codes(Loading *l, rxc_term *term, Str codes)
{
    Str code, old = term->codes;
    if (!old.n || !codes.n || old.n + codes.n > CODES_MAX) {
        if (codes.n) term->codes = old.n ? arena_printf(l->arena, "%.*s|%.*s", STR_ARG(old), STR_ARG(codes)) : codes;
        return;
    }
    while (str_cut(&codes, '|', &code))
        if (code.n && !has_code(old, code))
            term->codes = arena_printf(l->arena, "%.*s|%.*s", STR_ARG(term->codes), STR_ARG(code));
}

/* The term of a row: one that a former file has, or a new one. */
static rxc_status term_of(Loading *l, const rxc_tsv *tsv, const Str *fields, uint32_t *term, rxc_err *err)
{
    rxc_concept_type type = RXC_DRUG;
    while (type != RXC_PHRASE && !str_eq(fields[TYPE], str_from(rxc_concept_type_name(type)))) type++;
    if (type == RXC_PHRASE) return rxc_tsv_refuse(tsv, err, "unknown type", fields[TYPE]);
    if (!fields[ID].n) return rxc_tsv_refuse(tsv, err, "no id", fields[NAME]);
    if (!fields[NAME].n) return rxc_tsv_refuse(tsv, err, "no name", fields[ID]);
    *term = rxc_vocab_term(l->vocab, fields[ID]);
    if (*term != RXC_NO_TERM && l->vocab->terms.v[*term].type != type)
        return rxc_tsv_refuse(tsv, err, "the id is that of a concept of another type", fields[ID]);
    if (*term != RXC_NO_TERM) return RXC_OK;
    *term = (uint32_t)l->vocab->terms.n;
    *vec_push(l->arena, &l->places) = (Place){ tsv->path, tsv->line };
    *vec_push(l->arena, &l->vocab->terms) =
        (rxc_term){ .id = fields[ID], .name = fields[NAME], .group = fields[CLASS], .type = type };
    return RXC_OK;
}

static rxc_status add_row(Loading *l, const rxc_tsv *tsv, const Str *fields, rxc_err *err)
{
    uint32_t term = RXC_NO_TERM;
    RXC_TRY(term_of(l, tsv, fields, &term, err));
    add_codes(l, &l->vocab->terms.v[term], fields[CODES]);
    add_form(l, fields[NAME], term, RXC_FORM_NAME);
    add_forms(l, fields[SYNONYMS], term, RXC_FORM_SYNONYM);
    add_forms(l, fields[BRANDS], term, RXC_FORM_BRAND);
    add_forms(l, fields[SHORT], term, RXC_FORM_SHORT);
    return RXC_OK;
}

static rxc_status load_file(Loading *l, const char *path, rxc_err *err)
{
    rxc_tsv tsv;
    bool more;
    Str fields[RXC_TSV_COLUMNS];
    RXC_TRY(rxc_tsv_open_extra(&tsv, path, HEADER, S("codes"), l->arena, err));
    for (;;) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (!more) return RXC_OK;
        RXC_TRY(add_row(l, &tsv, fields, err));
    }
}

static int compare_ids(const void *a, const void *b, void *terms)
{
    const rxc_term *v = terms;
    return str_cmp(v[*(const uint32_t *)a].id, v[*(const uint32_t *)b].id);
}

static rxc_status refuse_twice(const Loading *l, uint32_t a, uint32_t b, rxc_err *err)
{
    assert(a < l->places.n && b < l->places.n);
    const Place *first = &l->places.v[a < b ? a : b], *second = &l->places.v[a < b ? b : a];
    return rxc_err_set(err, RXC_DATA, "%s:%zu: the id %.*s is there twice, first in %s:%zu", second->path, second->line,
                       STR_ARG(l->vocab->terms.v[a].id), first->path, first->line);
}

static rxc_status sort_ids(Loading *l, rxc_err *err)
{
    rxc_vocab *vocab = l->vocab;
    for (size_t i = vocab->by_id.n; i < vocab->terms.n; i++) *vec_push(l->arena, &vocab->by_id) = (uint32_t)i;
    if (vocab->terms.n) qsort_r(vocab->by_id.v, vocab->by_id.n, sizeof *vocab->by_id.v, compare_ids, vocab->terms.v);
    for (size_t i = 1; i < vocab->by_id.n; i++) {
        uint32_t a = vocab->by_id.v[i - 1], b = vocab->by_id.v[i];
        if (str_eq(vocab->terms.v[a].id, vocab->terms.v[b].id)) return refuse_twice(l, a, b, err);
    }
    return RXC_OK;
}

static rxc_status load_folder(Loading *l, const char *folder, rxc_err *err)
{
    glob_t files = { 0 };
    Str pattern = arena_printf(l->arena, "%s/*.tsv", folder);
    rxc_status status = RXC_OK;
    if (glob(pattern.p, 0, NULL, &files) != 0)
        status = rxc_err_set(err, RXC_DATA, "no vocabularies (.tsv) in %s", folder);
    for (size_t i = 0; !status && i < files.gl_pathc; i++)
        status = load_file(l, arena_cstr(l->arena, str_from(files.gl_pathv[i])), err);
    globfree(&files);
    return status ? status : sort_ids(l, err);
}

static rxc_status load_more(Loading *l, Str paths, rxc_err *err)
{
    Str path;
    while (paths.n && str_cut(&paths, ':', &path)) {
        if (!path.n) continue;
        RXC_TRY(load_file(l, arena_cstr(l->arena, path), err));
        RXC_TRY(sort_ids(l, err));
    }
    return RXC_OK;
}

rxc_status rxc_vocab_load(rxc_vocab *vocab, const char *folder, const char *more, rxc_words *words, Arena *arena,
                          rxc_err *err)
{
    *vocab = (rxc_vocab){ .automaton = rxc_automaton_new(arena, words) };
    Loading loading = { .vocab = vocab, .arena = arena };
    RXC_TRY(load_folder(&loading, folder, err));
    RXC_TRY(load_more(&loading, str_from(more), err));
    for (size_t i = 0; i < loading.late.n; i++) put_form(&loading, loading.late.v[i]);
    return RXC_OK;
}

uint32_t rxc_vocab_term(const rxc_vocab *vocab, Str id)
{
    size_t low = 0, high = vocab->by_id.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(vocab->terms.v[vocab->by_id.v[middle]].id, id);
        if (!order) return vocab->by_id.v[middle];
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return RXC_NO_TERM;
}

bool rxc_vocab_stands(const rxc_form *form, Str raw)
{
    if (form->kind == RXC_FORM_DEFINED) return false;
    if (form->kind != RXC_FORM_SHORT) return true;
    return str_eq(form->text, raw) ||
           (raw.n == form->text.n + 1 && str_last(raw) == 's' && str_starts(raw, form->text));
}

uint32_t rxc_vocab_lookup(const rxc_vocab *vocab, const rxc_words *words, Str text, rxc_concept_type type)
{
    Arena scratch = { 0 };
    rxc_tokens tokens = { 0 };
    rxc_match found[RXC_PHRASE_TOKENS];
    uint32_t term = RXC_NO_TERM;
    rxc_normal_tokens(&scratch, text, 0, text.n, RXC_PHRASE_TOKENS, &tokens);
    rxc_words_number(words, text, tokens.v, tokens.n);
    if (tokens.n && rxc_automaton_at(vocab->automaton, text, tokens.v, tokens.n, 0, found) && found[0].e == tokens.n)
        for (uint32_t entry = found[0].first; entry && term == RXC_NO_TERM;) {
            const rxc_form *form = &vocab->forms.v[rxc_automaton_next(vocab->automaton, &entry)];
            bool wanted = type == RXC_PHRASE || vocab->terms.v[form->term].type == type;
            if (wanted && rxc_vocab_stands(form, text)) term = form->term;
        }
    arena_clear(&scratch);
    return term;
}

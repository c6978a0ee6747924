/* vocab.c: the vocabularies of drugs and disorders: their terms, and the forms under which a text may name them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* qsort_r */
#include "concept/vocab.h"

#include <glob.h>
#include <stdlib.h>

#include "concept/tsv.h"

static const Str HEADER = STR_INIT("id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource");

enum { ID, TYPE, NAME, SYNONYMS, BRANDS, SHORT, CLASS };

static void add_form(rxc_vocab *vocab, Arena *arena, Str text, uint32_t term, rxc_form_kind kind)
{
    text = str_trim(text);
    if (kind == RXC_FORM_SHORT && str_last(text) == '?') kind = RXC_FORM_DEFINED, text.n--;
    if (!text.n || kind == RXC_FORM_DEFINED) return; /* a definition in the document names the long form */
    if (rxc_automaton_add(vocab->automaton, text, (uint32_t)vocab->forms.n))
        *vec_push(arena, &vocab->forms) = (rxc_form){ text, term, kind };
}

static void add_forms(rxc_vocab *vocab, Arena *arena, Str list, uint32_t term, rxc_form_kind kind)
{
    Str form;
    while (list.n && str_cut(&list, '|', &form)) add_form(vocab, arena, form, term, kind);
}

static rxc_status add_row(rxc_vocab *vocab, const rxc_tsv *tsv, const Str *fields, Arena *arena, rxc_err *err)
{
    rxc_concept_type type = RXC_DRUG;
    while (type != RXC_PHRASE && !str_eq(fields[TYPE], str_from(rxc_concept_type_name(type)))) type++;
    if (type == RXC_PHRASE) return rxc_tsv_refuse(tsv, err, "unknown type", fields[TYPE]);
    if (!fields[ID].n) return rxc_tsv_refuse(tsv, err, "no id", fields[NAME]);
    if (!fields[NAME].n) return rxc_tsv_refuse(tsv, err, "no name", fields[ID]);
    uint32_t term = (uint32_t)vocab->terms.n;
    *vec_push(arena, &vocab->terms) = (rxc_term){ fields[ID], fields[NAME], fields[CLASS], type };
    add_form(vocab, arena, fields[NAME], term, RXC_FORM_NAME);
    add_forms(vocab, arena, fields[SYNONYMS], term, RXC_FORM_SYNONYM);
    add_forms(vocab, arena, fields[BRANDS], term, RXC_FORM_BRAND);
    add_forms(vocab, arena, fields[SHORT], term, RXC_FORM_SHORT);
    return RXC_OK;
}

static rxc_status load_file(rxc_vocab *vocab, const char *path, Arena *arena, rxc_err *err)
{
    rxc_tsv tsv;
    bool more;
    Str fields[RXC_TSV_COLUMNS];
    RXC_TRY(rxc_tsv_open(&tsv, path, HEADER, arena, err));
    for (;;) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (!more) return RXC_OK;
        RXC_TRY(add_row(vocab, &tsv, fields, arena, err));
    }
}

static int compare_ids(const void *a, const void *b, void *terms)
{
    const rxc_term *v = terms;
    return str_cmp(v[*(const uint32_t *)a].id, v[*(const uint32_t *)b].id);
}

static rxc_status sort_ids(rxc_vocab *vocab, Arena *arena, rxc_err *err)
{
    for (size_t i = 0; i < vocab->terms.n; i++) *vec_push(arena, &vocab->by_id) = (uint32_t)i;
    if (vocab->terms.n) qsort_r(vocab->by_id.v, vocab->by_id.n, sizeof *vocab->by_id.v, compare_ids, vocab->terms.v);
    for (size_t i = 1; i < vocab->by_id.n; i++) {
        Str id = vocab->terms.v[vocab->by_id.v[i]].id;
        if (str_eq(id, vocab->terms.v[vocab->by_id.v[i - 1]].id))
            return rxc_err_set(err, RXC_DATA, "the vocabularies have the id %.*s twice", STR_ARG(id));
    }
    return RXC_OK;
}

rxc_status rxc_vocab_load(rxc_vocab *vocab, const char *folder, rxc_words *words, Arena *arena, rxc_err *err)
{
    *vocab = (rxc_vocab){ .automaton = rxc_automaton_new(arena, words) };
    glob_t files = { 0 };
    Str pattern = arena_printf(arena, "%s/*.tsv", folder);
    rxc_status status = RXC_OK;
    if (glob(pattern.p, 0, NULL, &files) != 0)
        status = rxc_err_set(err, RXC_DATA, "no vocabularies (.tsv) in %s", folder);
    for (size_t i = 0; !status && i < files.gl_pathc; i++) status = load_file(vocab, files.gl_pathv[i], arena, err);
    globfree(&files);
    return status ? status : sort_ids(vocab, arena, err);
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
    return str_eq(form->text, raw) || (raw.n == form->text.n + 1 && str_last(raw) == 's' && str_starts(raw, form->text));
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

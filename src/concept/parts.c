/* parts.c: what words tell by how they are built. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/parts.h"

#include "concept/tsv.h"

enum { SHORTEST = 6 }; /* letters of a word whose ending counts */

static const Str HEADER = STR_INIT("part\tkind");

static rxc_status add_ending(rxc_parts *parts, const rxc_tsv *tsv, Str ending, bool drug, Arena *arena, rxc_err *err)
{
    char last = str_last(ending);
    if (ending.n < 3 || !chr_lower(last)) return rxc_tsv_refuse(tsv, err, "no ending", ending);
    if (drug) *vec_push(arena, &parts->drug_endings[last - 'a']) = str_drop(ending, 1);
    else *vec_push(arena, &parts->disorder_endings[last - 'a']) = str_drop(ending, 1);
    return RXC_OK;
}

static rxc_status add_row(rxc_parts *parts, const rxc_tsv *tsv, const Str *fields, rxc_words *words, Arena *arena,
                          rxc_err *err)
{
    static const char *const kinds[] = { "", "drug", "disorder", "head", "modifier", "qualifier", "stop", "salt",
                                         "target" };
    size_t kind = 1;
    while (kind < sizeof kinds / sizeof *kinds && !str_eq(fields[1], str_from(kinds[kind]))) kind++;
    if (kind == sizeof kinds / sizeof *kinds) return rxc_tsv_refuse(tsv, err, "unknown kind", fields[1]);
    if (fields[0].n && fields[0].p[0] == '-')
        return add_ending(parts, tsv, fields[0], kind == RXC_PART_DRUG, arena, err);
    rxc_word word;
    rxc_normal_word(fields[0], &word);
    uint32_t number = rxc_words_add(words, &word);
    while (parts->by_word.n <= number) *vec_push(arena, &parts->by_word) = RXC_PART_NONE;
    parts->by_word.v[number] = (uint8_t)kind;
    return RXC_OK;
}

rxc_status rxc_parts_load(rxc_parts *parts, const char *path, rxc_words *words, Arena *arena, rxc_err *err)
{
    *parts = (rxc_parts){ 0 };
    rxc_tsv tsv;
    bool more;
    Str fields[RXC_TSV_COLUMNS];
    RXC_TRY(rxc_tsv_open(&tsv, path, HEADER, arena, err));
    for (;;) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (!more) return RXC_OK;
        RXC_TRY(add_row(parts, &tsv, fields, words, arena, err));
    }
}

static bool ends_as(Str word, Str ending)
{
    if (word.n < ending.n + 2) return false;
    for (size_t i = 0; i < ending.n; i++)
        if (chr_to_lower(word.p[word.n - ending.n + i]) != ending.p[i]) return false;
    return true;
}

rxc_part rxc_parts_of(const rxc_parts *parts, Str text, const rxc_token *token)
{
    if (token->word && token->word < parts->by_word.n && parts->by_word.v[token->word])
        return (rxc_part)parts->by_word.v[token->word];
    Str word = str_sub(text, token->b, token->e);
    char last = chr_to_lower(str_last(word));
    if (word.n < SHORTEST || !chr_lower(last) || (token->shape & (RXC_SHAPE_DIGIT | RXC_SHAPE_MIXED))) return RXC_PART_NONE;
    for (size_t i = 0; i < parts->drug_endings[last - 'a'].n; i++)
        if (ends_as(word, parts->drug_endings[last - 'a'].v[i])) return RXC_PART_DRUG;
    for (size_t i = 0; i < parts->disorder_endings[last - 'a'].n; i++)
        if (ends_as(word, parts->disorder_endings[last - 'a'].v[i])) return RXC_PART_DISORDER;
    return RXC_PART_NONE;
}

/* doubt.c: what makes the results of a text doubtful. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/doubt.h"

#include "concept/tsv.h"

enum {
    WORDS_MIN = 20,   /* words by which a language is told */
    BYTES_MIN = 60,   /* bytes of words by which a script is told: some are written without spaces */
    SHARE = 20,       /* one in so many words is among the frequent ones of its language */
    SHOUTED = 4,      /* words in capitals that make a sentence one in capitals */
    ROWS_MIN = 3,     /* rows that make a table */
    BLANKS = 3,       /* blanks in a row that part two cells */
};

static const Str HEADER = STR_INIT("word\tlanguage");

/* --- languages --------------------------------------------------------------------------------------------------- */

static rxc_status add_row(rxc_languages *l, const rxc_tsv *tsv, const Str *fields, rxc_words *words, Arena *arena,
                          rxc_err *err)
{
    size_t language = 0;
    rxc_word word;
    while (language < l->names.n && !str_eq(l->names.v[language], fields[1])) language++;
    if (language == RXC_LANGUAGES_MAX) return rxc_tsv_refuse(tsv, err, "too many languages", fields[1]);
    if (language == l->names.n) *vec_push(arena, &l->names) = fields[1];
    rxc_normal_word(fields[0], &word);
    uint32_t number = rxc_words_add(words, &word);
    while (l->by_word.n <= number) *vec_push(arena, &l->by_word) = 0;
    l->by_word.v[number] = (uint16_t)(l->by_word.v[number] | 1u << language);
    return RXC_OK;
}

rxc_status rxc_doubt_load(rxc_languages *languages, const char *path, rxc_words *words, Arena *arena, rxc_err *err)
{
    *languages = (rxc_languages){ 0 };
    rxc_tsv tsv;
    bool more;
    Str fields[RXC_TSV_COLUMNS];
    RXC_TRY(rxc_tsv_open(&tsv, path, HEADER, arena, err));
    for (;;) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (!more) return RXC_OK;
        RXC_TRY(add_row(languages, &tsv, fields, words, arena, err));
    }
}

static unsigned languages_of(const rxc_languages *l, uint32_t word) { return word < l->by_word.n ? l->by_word.v[word] : 0; }

bool rxc_doubt_ordinary(const rxc_languages *languages, uint32_t word) { return languages_of(languages, word) & 1; }

/* Beyond U+0370 letters are no longer Latin; their first byte says so. Vietnamese ones (E1 BA, E1 BB) are. */
static bool is_other_script(Str text, size_t at)
{
    unsigned char lead = (unsigned char)text.p[at];
    if (lead < 0xCD) return false;
    return lead != 0xE1 || at + 1 >= text.n || ((unsigned char)text.p[at + 1] & 0xFE) != 0xBA;
}

static void count_words(const rxc_languages *l, Str text, const rxc_token *tokens, size_t n, rxc_doubt *doubt)
{
    doubt->words += n;
    for (size_t i = 0; i < n; i++) {
        size_t bytes = tokens[i].e - tokens[i].b;
        doubt->bytes += bytes;
        if ((unsigned char)text.p[tokens[i].b] >= 0x80 && is_other_script(text, tokens[i].b)) doubt->other_bytes += bytes;
        for (unsigned set = languages_of(l, tokens[i].word); set; set &= set - 1) doubt->of_language[__builtin_ctz(set)]++;
    }
}

/* --- capitals ---------------------------------------------------------------------------------------------------- */

static bool is_shouted(const rxc_token *tokens, size_t n)
{
    size_t capitals = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned shape = tokens[i].shape;
        if (shape & RXC_SHAPE_CAPITALS) capitals++;
        else if (!(shape & RXC_SHAPE_DIGIT) && tokens[i].e - tokens[i].b > 1) return false;
    }
    return capitals >= SHOUTED;
}

/* As if it were written in small letters, with a capital at the start. */
static void lower_shapes(rxc_token *tokens, size_t n)
{
    for (size_t i = 0; i < n; i++) tokens[i].shape &= (uint16_t)~(RXC_SHAPE_CAPITALS | RXC_SHAPE_INITIAL);
    if (!(tokens[0].shape & RXC_SHAPE_DIGIT)) tokens[0].shape |= RXC_SHAPE_INITIAL;
}

/* --- layout ------------------------------------------------------------------------------------------------------ */

/* Is a line cut into three cells or more, by tabs, bars or many blanks? */
static bool is_row(Str line)
{
    size_t cells = 0, blanks = 0;
    if (str_chr(line, '\t') == STR_NONE && str_chr(line, '|') == STR_NONE && str_find(line, S("   ")) == STR_NONE) return false;
    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];
        blanks = c == ' ' ? blanks + 1 : 0;
        cells += c == '\t' || c == '|' || blanks == BLANKS;
    }
    return cells >= 2;
}

/* --- both -------------------------------------------------------------------------------------------------------- */

bool rxc_doubt_look(const rxc_languages *languages, Str text, rxc_span sentence, rxc_token *tokens, size_t n,
                    rxc_doubt *doubt)
{
    if (!n) return false;
    bool shouted = is_shouted(tokens, n);
    count_words(languages, text, tokens, n, doubt);
    if (shouted) lower_shapes(tokens, n);
    doubt->sentences++;
    doubt->capitals += shouted;
    doubt->rows += is_row(rxc_span_of(text, sentence));
    return shouted;
}

/* The language with the most frequent words, when these are many enough; 0 else. */
static size_t language_of(const rxc_languages *l, const rxc_doubt *d)
{
    size_t best = 0;
    for (size_t i = 1; i < l->names.n; i++)
        if (d->of_language[i] > d->of_language[best]) best = i;
    return d->words >= WORDS_MIN && d->of_language[best] * SHARE >= d->words ? best : 0;
}

void rxc_doubt_report(const rxc_languages *l, const rxc_doubt *d, rxc_doc *doc)
{
    size_t language = language_of(l, d);
    if (language)
        rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "text.language", 0, 0,
                     "the text seems to be %.*s; the lists and models are %.*s ones, and find little in it",
                     STR_ARG(l->names.v[language]), STR_ARG(l->names.v[0]));
    if (d->bytes >= BYTES_MIN && d->other_bytes * 2 > d->bytes)
        rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "text.script", 0, 0,
                     "most of the text is in other letters than Latin ones: little can be found in it");
    if (d->capitals * 2 > d->sentences)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "text.capitals", 0, 0,
                     "%zu of %zu sentences are in capitals throughout: abbreviations cannot be told from words there",
                     d->capitals, d->sentences);
    if (d->rows >= ROWS_MIN && d->rows * 4 > d->sentences)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "text.table", 0, 0,
                     "%zu of %zu sentences look like rows of a table: what their cells say of each other is not understood",
                     d->rows, d->sentences);
    if (d->cut)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "text.no-sentences", 0, 0,
                     "%zu sentences are too long for one, and were cut: the text may have no full stops", d->cut);
}

/* cue.c: phrases that say something about the mentions near them; the phrases are data (data/cues/ *.tsv). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/cue.h"

#include "concept/tsv.h"

static const Str HEADER = STR_INIT("cue\tclass\tside\treach");

static const char *const CLASSES[] = {
#define CUE(name, printed) printed,
#include "concept/cues.def"
#undef CUE
};

static const char *const SIDES[] = { "-", "forward", "backward", "both", "aside" };

/* The place of a name in a table of n names; n when it is not there. */
static size_t place_of(Str name, const char *const *names, size_t n)
{
    size_t i = 0;
    while (i < n && !str_eq(name, str_from(names[i]))) i++;
    return i;
}

static rxc_status add_row(rxc_cues *cues, const rxc_tsv *tsv, const Str *fields, Arena *arena, rxc_err *err)
{
    size_t class = place_of(fields[1], CLASSES, RXC_CUE_CLASSES);
    size_t side = place_of(fields[2], SIDES, sizeof SIDES / sizeof *SIDES), reach = 0;
    if (class == RXC_CUE_CLASSES) return rxc_tsv_refuse(tsv, err, "unknown class", fields[1]);
    if (side == sizeof SIDES / sizeof *SIDES) return rxc_tsv_refuse(tsv, err, "unknown side", fields[2]);
    if (!str_to_size(fields[3], &reach)) return rxc_tsv_refuse(tsv, err, "reach is no number", fields[3]);
    if (!rxc_automaton_add(cues->automaton, fields[0], (uint32_t)cues->cues.n))
        return rxc_tsv_refuse(tsv, err, "no words, or too many", fields[0]);
    *vec_push(arena, &cues->cues) = (rxc_cue){ fields[0], (rxc_cue_class)class, (rxc_cue_side)side, reach };
    return RXC_OK;
}

rxc_status rxc_cue_load(rxc_cues *cues, const char *path, rxc_words *words, Arena *arena, rxc_err *err)
{
    *cues = (rxc_cues){ .automaton = rxc_automaton_new(arena, words) };
    rxc_tsv tsv;
    bool more;
    Str fields[RXC_TSV_COLUMNS];
    RXC_TRY(rxc_tsv_open(&tsv, path, HEADER, arena, err));
    for (;;) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (!more) return RXC_OK;
        RXC_TRY(add_row(cues, &tsv, fields, arena, err));
    }
}

void rxc_cue_find(const rxc_cues *cues, const rxc_unit *unit, Arena *arena, rxc_cue_matches *out)
{
    rxc_match found[RXC_PHRASE_TOKENS];
    for (size_t i = 0; i < unit->n; i++) {
        if (!rxc_automaton_begins(cues->automaton, unit->tokens[i].word)) continue;
        if (!rxc_automaton_at(cues->automaton, unit->text, unit->tokens, unit->n, i, found)) continue;
        uint32_t entry = found[0].first;
        const rxc_cue *cue = &cues->cues.v[rxc_automaton_next(cues->automaton, &entry)];
        *vec_push(arena, out) = (rxc_cue_match){ i, found[0].e, cue };
        i = found[0].e - 1;
    }
}

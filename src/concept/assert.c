/* assert.c: is a mention affirmed, denied, supposed, past, or somebody else's? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/assert.h"

static bool is_wall(const rxc_token *token) { return (token->gap & (RXC_GAP_COLON | RXC_GAP_STOP)) != 0; }

/* Where a scope that begins at token b ends: cues from i on may end it. */
static size_t forward_end(const rxc_unit *unit, const rxc_cue_matches *cues, size_t i, size_t b, size_t reach)
{
    size_t end = reach && b + reach < unit->n ? b + reach : unit->n;
    bool aside = cues->v[i].cue->side == RXC_SIDE_ASIDE;
    for (size_t k = i + 1; k < cues->n && cues->v[k].b < end; k++)
        if (cues->v[k].cue->class == RXC_CUE_TERMINATOR || (aside && cues->v[k].cue->class == RXC_CUE_HAPPENED)) end = cues->v[k].b;
    for (size_t t = b; t < end; t++)
        if (is_wall(&unit->tokens[t])) end = t;
    return end;
}

static size_t backward_start(const rxc_unit *unit, const rxc_cue_matches *cues, size_t i, size_t e, size_t reach)
{
    size_t start = reach && reach < e ? e - reach : 0;
    for (size_t k = i; k-- > 0 && cues->v[k].e > start;)
        if (cues->v[k].cue->class == RXC_CUE_TERMINATOR) start = cues->v[k].e;
    for (size_t t = e; t > start; t--)
        if (t < unit->n && is_wall(&unit->tokens[t])) start = t;
    return start;
}

void rxc_assert_scopes(const rxc_unit *unit, const rxc_cue_matches *cues, Arena *arena, rxc_scopes *out)
{
    for (size_t i = 0; i < cues->n; i++) {
        const rxc_cue_match *m = &cues->v[i];
        const rxc_cue *cue = m->cue;
        if (cue->class > RXC_CUE_OTHER_PERSON) continue;
        if (cue->side == RXC_SIDE_FORWARD || cue->side == RXC_SIDE_BOTH || cue->side == RXC_SIDE_ASIDE) {
            size_t end = forward_end(unit, cues, i, m->e, cue->reach);
            if (m->e < end) *vec_push(arena, out) = (rxc_scope){ m->b, end, cue->class };
        }
        if (cue->side == RXC_SIDE_BACKWARD || cue->side == RXC_SIDE_BOTH) {
            size_t start = backward_start(unit, cues, i, m->b, cue->reach);
            if (start < m->b) *vec_push(arena, out) = (rxc_scope){ start, m->b, cue->class };
        }
    }
}

bool rxc_assert_covers(const rxc_scopes *scopes, rxc_cue_class class, size_t i)
{
    for (size_t k = 0; k < scopes->n; k++)
        if (scopes->v[k].class == class && scopes->v[k].b <= i && i < scopes->v[k].e) return true;
    return false;
}

void rxc_assert_mark(const rxc_scopes *scopes, rxc_finds *finds)
{
    for (size_t i = 0; i < finds->n; i++) {
        rxc_find *f = &finds->v[i];
        f->negated = rxc_assert_covers(scopes, RXC_CUE_NEGATED, f->b);
        f->speculated = rxc_assert_covers(scopes, RXC_CUE_SPECULATED, f->b);
        f->historical = rxc_assert_covers(scopes, RXC_CUE_HISTORICAL, f->b);
        f->other_person = rxc_assert_covers(scopes, RXC_CUE_OTHER_PERSON, f->b);
    }
}

/* sift.c: leaves out the mentions that are doubtful and that no statement needs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/sift.h"

static const float DOUBTFUL = 0.65f; /* a lower score of a mention */

void rxc_sift_mentions(rxc_record *record, rxc_sift what)
{
    size_t n = record->mentions.n, kept = 0;
    Arena scratch = { 0 };
    size_t *now = arena_array(&scratch, size_t, n + 1);
    bool *needed = arena_array(&scratch, bool, n + 1);
    for (size_t i = 0; i < record->evidence.n; i++)
        needed[record->evidence.v[i].drug] = needed[record->evidence.v[i].disorder] = true;
    for (size_t i = 0; i < n; i++) {
        const rxc_mention *m = &record->mentions.v[i];
        bool doubtful = m->score < DOUBTFUL && (what == RXC_SIFT_ALL || !m->concept.n);
        if (doubtful && !needed[i]) continue;
        now[i] = kept;
        record->mentions.v[kept++] = *m;
    }
    record->mentions.n = kept;
    for (size_t i = 0; i < record->evidence.n; i++) {
        rxc_evidence *e = &record->evidence.v[i];
        e->drug = now[e->drug], e->disorder = now[e->disorder];
    }
    arena_clear(&scratch);
}

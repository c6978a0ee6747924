/* caseonset.c: how long after the drug the reaction came.
 *
 * Every time that the story states is weighed by what stands around it: an exposure and what joins it ("within 5 weeks
 * of starting") speak for it; the end of a reaction, the end of a treatment, or a time before the story speak against
 * it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casework.h"

enum { LEAST = 3, EXPOSURE_NEAR = 7, LINK_NEAR = 2 };

/* A stated time: hits [b, e) of a line. */
typedef struct Time {
    size_t b, e;
    Str value;
} Time;

static bool touches(const rxc_caseline *line, size_t i, rxc_casecue_class class, size_t gap)
{
    return i < line->n && line->hits[i].class == class && line->hits[i].tb >= line->hits[i - 1].te &&
           line->hits[i].tb - line->hits[i - 1].te <= gap;
}

static Str plural(Arena *arena, Str number, Str unit)
{
    return arena_printf(arena, "%.*s %.*s%s", STR_ARG(number), STR_ARG(unit), str_eq(number, S("1")) ? "" : "s");
}

/* "4 months", "6 to 8 weeks", "the fifth day", "day 3", "within hours". */
static bool time_at(const rxc_casework *w, const rxc_caseline *line, size_t i, Time *out)
{
    const rxc_casehit *h = &line->hits[i];
    Arena *arena = w->arena;
    if (h->class == RXC_CASECUE_AT_ONCE) {
        *out = (Time){ i, i + 1, h->value };
        return true;
    }
    if (h->class == RXC_CASECUE_ORDINAL && touches(line, i + 1, RXC_CASECUE_UNIT, 1)) {
        Str unit = line->hits[i + 1].value;
        *out = (Time){ i, i + 2, arena_printf(arena, "%.*s %.*s", STR_ARG(unit), STR_ARG(h->value)) };
        return true;
    }
    if (h->class == RXC_CASECUE_UNIT && touches(line, i + 1, RXC_CASECUE_NUMBER, 0)) {
        *out =
            (Time){ i, i + 2, arena_printf(arena, "%.*s %.*s", STR_ARG(h->value), STR_ARG(line->hits[i + 1].value)) };
        return true;
    }
    if (h->class != RXC_CASECUE_NUMBER) return false;
    size_t unit = i + 1;
    Str number = h->value;
    if (touches(line, unit, RXC_CASECUE_NUMBER, 1)) {
        number = arena_printf(arena, "%.*s-%.*s", STR_ARG(h->value), STR_ARG(line->hits[unit].value));
        unit++;
    }
    if (!touches(line, unit, RXC_CASECUE_UNIT, 1) || touches(line, unit + 1, RXC_CASECUE_OLD, 0)) return false;
    *out = (Time){ i, unit + 1, plural(arena, number, line->hits[unit].value) };
    return true;
}

static bool link_is(const rxc_casehit *hit, const char *value)
{
    return hit->class == RXC_CASECUE_LINK && str_eq(hit->value, str_from(value));
}

/* "5 years ago", "for the last 3 years", "3-year history": a time of something else. */
static bool is_past(const rxc_caseline *line, const Time *time)
{
    size_t before = rxc_casework_after(line, time->e - 1, RXC_CASECUE_LINK, LINK_NEAR);
    if (before != STR_NONE && link_is(&line->hits[before], "before")) return true;
    return rxc_casework_after(line, time->e - 1, RXC_CASECUE_PAST, LINK_NEAR) != STR_NONE;
}

/* The exposure that the time is counted from: a suspect drug or a word for taking it. STR_NONE: none near. */
static size_t exposure_of(const rxc_casework *w, const rxc_caseline *line, const Time *time)
{
    size_t word = rxc_casework_after(line, time->e - 1, RXC_CASECUE_EXPOSE, EXPOSURE_NEAR);
    size_t drug = rxc_casework_after(line, time->e - 1, RXC_CASECUE_DRUG, EXPOSURE_NEAR);
    if (drug != STR_NONE && !rxc_casework_is(w, &line->hits[drug], &w->drugs)) return STR_NONE;
    return drug != STR_NONE ? drug : word;
}

static int weigh(const rxc_casework *w, const rxc_caseline *line, const Time *time, size_t exposure)
{
    bool told = rxc_casework_any(line, 0, RXC_CASECUE_APPEAR) != STR_NONE, named = false;
    size_t link_before = rxc_casework_before(line, time->b, RXC_CASECUE_LINK, LINK_NEAR);
    size_t link_after = rxc_casework_after(line, time->e - 1, RXC_CASECUE_LINK, LINK_NEAR);
    bool on_it = rxc_casework_after(line, time->e - 1, RXC_CASECUE_DRUG, 1) != STR_NONE;
    for (size_t i = 0; i < line->n; i++) named |= rxc_casework_is(w, &line->hits[i], &w->reactions);
    int weight = (exposure != STR_NONE ? 2 : 0) + told + named;
    if (link_before != STR_NONE || link_after != STR_NONE || line->hits[time->b].class == RXC_CASECUE_AT_ONCE) weight++;
    else if (!on_it) weight -= 2;
    if (rxc_casework_after(line, time->e - 1, RXC_CASECUE_STOPPED, 4) != STR_NONE) weight -= 4;
    if (rxc_casework_before(line, time->b, RXC_CASECUE_STOPPED, 4) != STR_NONE) weight -= 3;
    if (rxc_casework_before(line, time->b, RXC_CASECUE_OUTCOME, 6) != STR_NONE) weight -= 3;
    if (rxc_casework_after(line, time->e - 1, RXC_CASECUE_OUTCOME, EXPOSURE_NEAR) != STR_NONE && !told) weight -= 3;
    return is_past(line, time) ? weight - 4 : weight;
}

/* From the time to the exposure it is counted from. */
static rxc_span span_of(const rxc_caseline *line, const Time *time, size_t exposure)
{
    rxc_span span = { line->hits[time->b].span.b, line->hits[time->e - 1].span.e };
    if (exposure != STR_NONE && line->hits[exposure].span.e > span.e) span.e = line->hits[exposure].span.e;
    return span;
}

void rxc_caseonset_find(rxc_casework *w)
{
    int best = LEAST - 1;
    size_t at = w->reached;
    rxc_span span = { 0 };
    Str value = { 0 };
    for (size_t l = 0; l < w->n; l++) {
        const rxc_caseline *line = &w->lines[l];
        Time time;
        for (size_t i = 0; i < line->n; i++) {
            if (!time_at(w, line, i, &time)) continue;
            size_t exposure = exposure_of(w, line, &time);
            int weight = weigh(w, line, &time, exposure);
            if (weight > best) best = weight, span = span_of(line, &time, exposure), value = time.value, at = l;
            i = time.e - 1;
        }
    }
    w->reached = at;
    if (best >= LEAST) rxc_casework_add(w, RXC_CASE_ONSET, value, span);
}

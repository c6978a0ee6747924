/* check_concepts.c: compares what is found in texts with what is known of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/check_concepts.h"

#include <cjson/cJSON.h>
#include <math.h>

#include "base/file.h"
#include "text/utf8.h"

enum { FILE_MAX = 1 << 30 };

const char *const rxc_finding_names[RXC_FINDINGS] = { "drug", "disorder", "adverse_effect", "treats" };

typedef struct entity {
    rxc_span span;
    rxc_finding finding;
} entity;

/* A statement, known or found. */
typedef struct statement {
    rxc_span drug, disorder;
    rxc_finding finding;
    float score;
} statement;

/* A text, and what is known of it. */
typedef struct known_text {
    Str text;
    VEC(entity) entities;
    VEC(statement) statements;
} known_text;

/* --- what is known ----------------------------------------------------------------------------------------------- */

static size_t byte_of(Str text, double point)
{
    size_t at = 0;
    for (double i = 0; i < point && at < text.n; i++) rxc_utf8_next(text, &at);
    return at;
}

static const cJSON *item_of(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static Str type_of(const cJSON *object)
{
    const cJSON *type = item_of(object, "type");
    return cJSON_IsString(type) ? str_from(type->valuestring) : (Str){ 0 };
}

static void read_known(const cJSON *root, Arena *arena, known_text *out)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, item_of(root, "entities"))
    {
        const cJSON *b = item_of(item, "start"), *e = item_of(item, "end");
        Str type = type_of(item);
        bool drug = str_eq(type, S("drug")),
             disorder = str_eq(type, S("reaction")) || str_eq(type, S("disease")) || str_eq(type, S("disorder"));
        entity *one = vec_push(arena, &out->entities); /* of other types as well: relations count them */
        *one = (entity){ .finding = drug ? RXC_FINDING_DRUG : disorder ? RXC_FINDING_DISORDER : RXC_FINDINGS };
        if (cJSON_IsNumber(b) && cJSON_IsNumber(e))
            one->span = (rxc_span){ byte_of(out->text, b->valuedouble), byte_of(out->text, e->valuedouble) };
    }
    cJSON_ArrayForEach(item, item_of(root, "relations"))
    {
        const cJSON *d = item_of(item, "drug"), *r = item_of(item, "reaction");
        bool adverse = str_eq(type_of(item), S("adverse_effect")), treats = str_eq(type_of(item), S("treats"));
        if ((!adverse && !treats) || !cJSON_IsNumber(d) || !cJSON_IsNumber(r) || cJSON_IsTrue(item_of(item, "negated")))
            continue;
        if (d->valuedouble < 0 || r->valuedouble < 0 || d->valuedouble >= (double)out->entities.n ||
            r->valuedouble >= (double)out->entities.n)
            continue;
        *vec_push(arena, &out->statements) =
            (statement){ out->entities.v[(size_t)d->valuedouble].span, out->entities.v[(size_t)r->valuedouble].span,
                         adverse ? RXC_FINDING_ADVERSE : RXC_FINDING_TREATS, 1 };
    }
}

/* --- what is found ----------------------------------------------------------------------------------------------- */

static bool overlap(rxc_span a, rxc_span b) { return a.b < b.e && b.b < a.e; }
static bool same(rxc_span a, rxc_span b) { return a.b == b.b && a.e == b.e; }
static bool agree(const statement *a, const statement *b)
{
    return a->finding == b->finding && overlap(a->drug, b->drug) && overlap(a->disorder, b->disorder);
}

static void blame(const rxc_concepts_check *check, rxc_finding finding, bool wrong, Str what, Str text)
{
    if (check->fault) check->fault(check->context, finding, wrong, what, text);
}

static void compare_mentions(rxc_concepts_check *check, const known_text *known, const rxc_record *record, Arena *arena)
{
    bool *seen = arena_array(arena, bool, known->entities.n + 1);
    for (size_t i = 0; i < record->mentions.n; i++) {
        const rxc_mention *m = &record->mentions.v[i];
        rxc_finding finding = m->type == RXC_DRUG ? RXC_FINDING_DRUG : RXC_FINDING_DISORDER;
        size_t k = 0;
        while (k < known->entities.n &&
               (seen[k] || known->entities.v[k].finding != finding ||
                !(same(known->entities.v[k].span, m->span) || same(known->entities.v[k].span, m->phrase))))
            k++;
        if (k < known->entities.n) seen[k] = true, check->tally[finding].right++;
        else check->tally[finding].extra++, blame(check, finding, true, m->text, known->text);
    }
    for (size_t k = 0; k < known->entities.n; k++) {
        const entity *e = &known->entities.v[k];
        if (seen[k] || e->finding == RXC_FINDINGS) continue;
        check->tally[e->finding].missing++;
        blame(check, e->finding, false, rxc_span_of(known->text, e->span), known->text);
    }
}

static void count_score(rxc_concepts_check *check, const statement *found, bool held)
{
    float score = found->score < 0 ? 0 : found->score > 1 ? 1 : found->score;
    size_t step = (size_t)(score * RXC_SCORE_STEPS), relation = found->finding == RXC_FINDING_TREATS;
    rxc_score_step *s = &check->steps[step < RXC_SCORE_STEPS ? step : RXC_SCORE_STEPS - 1];
    s->count++, s->held += held, s->sum += (double)score;
    *vec_push(check->arena, &check->scores[relation]) = score;
    *vec_push(check->arena, &check->held[relation]) = held;
}

static Str wording(const known_text *known, const statement *s, Arena *arena)
{
    return arena_printf(arena, "%.*s > %.*s", STR_ARG(rxc_span_of(known->text, s->drug)),
                        STR_ARG(rxc_span_of(known->text, s->disorder)));
}

static void compare_statements(rxc_concepts_check *check, const known_text *known, const rxc_record *record,
                               Arena *arena)
{
    bool *seen = arena_array(arena, bool, known->statements.n + 1);
    for (size_t i = 0; i < record->evidence.n; i++) {
        const rxc_evidence *e = &record->evidence.v[i];
        if (e->certainty == RXC_NEGATED) continue;
        statement found = { record->mentions.v[e->drug].phrase, record->mentions.v[e->disorder].phrase,
                            e->relation == RXC_TREATS ? RXC_FINDING_TREATS : RXC_FINDING_ADVERSE, e->score };
        bool held = false;
        for (size_t k = 0; k < known->statements.n; k++)
            if (agree(&known->statements.v[k], &found)) held = seen[k] = true;
        count_score(check, &found, held);
        if (!held)
            check->tally[found.finding].extra++,
                blame(check, found.finding, true, wording(known, &found, arena), known->text);
    }
    for (size_t k = 0; k < known->statements.n; k++) {
        const statement *s = &known->statements.v[k];
        if (seen[k]) check->tally[s->finding].right++;
        else check->tally[s->finding].missing++, blame(check, s->finding, false, wording(known, s, arena), known->text);
    }
}

/* --- files ------------------------------------------------------------------------------------------------------- */

static bool check_line(rxc_concepts_check *check, Str line)
{
    cJSON *root = cJSON_ParseWithLength(line.p, line.n);
    const cJSON *text = item_of(root, "text");
    bool good = cJSON_IsString(text);
    if (good) {
        Arena arena = { 0 };
        rxc_record record;
        known_text known = { .text = str_from(text->valuestring) };
        read_known(root, &arena, &known);
        rxc_concepts_annotate(check->concepts, &arena, known.text, NULL, 0, &record);
        compare_mentions(check, &known, &record, &arena);
        compare_statements(check, &known, &record, &arena);
        arena_clear(&arena);
        check->texts++;
    }
    cJSON_Delete(root);
    return good;
}

rxc_status rxc_concepts_check_file(rxc_concepts_check *check, const char *path, rxc_err *err)
{
    Arena arena = { 0 };
    Str rest, line;
    rxc_status status = rxc_file_read(path, FILE_MAX, &arena, &rest, err);
    for (size_t number = 1; !status && rest.n && str_cut(&rest, '\n', &line); number++)
        if (str_trim(line).n && !check_line(check, line))
            status = rxc_err_set(err, RXC_INPUT, "%s:%zu: no JSON object with a text", path, number);
    arena_clear(&arena);
    return status;
}

double rxc_concepts_check_error(const rxc_concepts_check *check)
{
    double sum = 0, n = 0;
    for (size_t i = 0; i < RXC_SCORE_STEPS; i++) {
        sum += fabs(check->steps[i].sum - (double)check->steps[i].held);
        n += (double)check->steps[i].count;
    }
    return n > 0 ? sum / n : 0;
}

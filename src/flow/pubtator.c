/* pubtator.c: reads and writes PubTator, a text with its annotations in lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "flow/exchange.h"
#include "flow/points.h"

/* --- reading
 * ----------------------------------------------------------------------------------------------------------- */

/* "ID|t|…": the id and what follows; kind is 't' or 'a'. */
static bool is_part(Str line, char kind, Str *id, Str *text)
{
    enum { ID_MAX = 128 };
    size_t bar = str_chr(str_take(line, ID_MAX), '|');
    if (bar == STR_NONE || bar == 0 || bar + 2 >= line.n || line.p[bar + 1] != kind || line.p[bar + 2] != '|')
        return false;
    *id = str_take(line, bar);
    *text = str_drop(line, bar + 3);
    return str_chr(*id, '\t') == STR_NONE;
}

static bool next_line(Str *rest, Str *line)
{
    if (!str_cut(rest, '\n', line)) return false;
    if (str_last(*line) == '\r') line->n--;
    return true;
}

bool rxc_pubtator_is(Str input)
{
    Str line, id, text;
    if (str_starts(input, S("\xEF\xBB\xBF"))) input = str_drop(input, 3);
    while (input.n && next_line(&input, &line))
        if (str_trim(line).n) return is_part(line, 't', &id, &text);
    return false;
}

/* "ID<tab>…" */
static bool is_annotation(Str line, Str id) { return line.n > id.n && str_starts(line, id) && line.p[id.n] == '\t'; }

bool rxc_pubtator_next(Str *rest, Arena *arena, rxc_exchange_text *out, size_t *given, size_t *odd)
{
    Str line, id = { 0 }, title = { 0 }, other, abstract = { 0 };
    bool found = false;
    while (rest->n) {
        Str before = *rest;
        next_line(rest, &line);
        if (str_starts(line, S("\xEF\xBB\xBF"))) line = str_drop(line, 3);
        if (is_part(line, 't', &other, &abstract)) {
            if (found) { /* no empty line between two documents */
                *rest = before;
                break;
            }
            found = true, id = other, title = abstract, abstract = (Str){ 0 };
            *out = (rxc_exchange_text){ .id = id, .text = title, .cut = title.n, .titled = true };
        } else if (found && is_part(line, 'a', &other, &abstract) && str_eq(other, id)) {
            if (abstract.n) out->text = arena_printf(arena, "%.*s\n%.*s", STR_ARG(title), STR_ARG(abstract));
        } else if (found && is_annotation(line, id)) {
            ++*given;
        } else if (str_trim(line).n) {
            ++*odd;
        } else if (found) {
            break;
        }
    }
    return found;
}

/* --- writing
 * ----------------------------------------------------------------------------------------------------------- */

/* On one line, without tabs: each such byte becomes a space, so that offsets stay. */
static void add_flat(Buf *out, Str text)
{
    size_t b = out->n;
    buf_add(out, text);
    for (; b < out->n; b++)
        if (chr_space(out->p[b])) out->p[b] = ' ';
}

static void add_id(Buf *out, Str id)
{
    size_t b = out->n;
    buf_add(out, id);
    for (; b < out->n; b++)
        if (chr_space(out->p[b]) || out->p[b] == '|') out->p[b] = '_';
}

static Str code_or_none(const rxc_concepts *concepts, const rxc_mention *mention)
{
    Str code = rxc_exchange_code(concepts, mention);
    return code.n ? code : S("-1");
}

static void add_mention(Buf *out, const rxc_concepts *concepts, Str id, const rxc_mention *mention, rxc_points *points)
{
    if (mention->type == RXC_PHRASE) return;
    size_t b = rxc_points_of(points, mention->span.b), e = rxc_points_of(points, mention->span.e);
    add_id(out, id);
    buf_printf(out, "\t%zu\t%zu\t", b, e);
    add_flat(out, mention->text);
    buf_add(out, mention->type == RXC_DRUG ? S("\tChemical\t") : S("\tDisease\t"));
    buf_add(out, code_or_none(concepts, mention));
    buf_char(out, '\n');
}

static int by_text(const void *a, const void *b) { return str_cmp(*(const Str *)a, *(const Str *)b); }

/* Relations are of concepts, each once. */
static void add_relations(Buf *out, const rxc_concepts *concepts, Str id, const rxc_record *record)
{
    Arena arena = { 0 };
    VEC(Str) lines = { 0 };
    for (size_t i = 0; i < record->evidence.n; i++) {
        const rxc_evidence *e = &record->evidence.v[i];
        Str drug = rxc_exchange_code(concepts, &record->mentions.v[e->drug]);
        Str disorder = rxc_exchange_code(concepts, &record->mentions.v[e->disorder]);
        if (!drug.n || !disorder.n || e->certainty == RXC_NEGATED) continue;
        *vec_push(&arena, &lines) =
            arena_printf(&arena, "%s\t%.*s\t%.*s\n", e->relation == RXC_TREATS ? "Treatment" : "CID", STR_ARG(drug),
                         STR_ARG(disorder));
    }
    if (lines.n) qsort(lines.v, lines.n, sizeof *lines.v, by_text);
    for (size_t i = 0; i < lines.n; i++) {
        if (i && str_eq(lines.v[i], lines.v[i - 1])) continue;
        add_id(out, id);
        buf_char(out, '\t');
        buf_add(out, lines.v[i]);
    }
    arena_clear(&arena);
}

void rxc_pubtator_write(Buf *out, const rxc_concepts *concepts, const rxc_exchange_text *text, const rxc_record *record)
{
    rxc_points points = { .text = text->text };
    add_id(out, text->id);
    buf_add(out, S("|t|"));
    add_flat(out, str_take(text->text, text->cut));
    buf_char(out, '\n');
    add_id(out, text->id);
    buf_add(out, S("|a|"));
    add_flat(out, str_drop(text->text, text->cut < text->text.n ? text->cut + 1 : text->text.n));
    buf_char(out, '\n');
    for (size_t i = 0; i < record->mentions.n; i++)
        add_mention(out, concepts, text->id, &record->mentions.v[i], &points);
    add_relations(out, concepts, text->id, record);
    buf_char(out, '\n');
}

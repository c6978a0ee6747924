/* casefact.c: look-ups in a case, the minimum criteria, and its JSON form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/casefact.h"

#include <cjson/cJSON.h>

static const struct {
    const char *key;
    bool many;
} fields[] = {
#define FIELD(name, key, many) { key, many },
    RXC_CASE_FIELDS(FIELD)
#undef FIELD
};

const char *rxc_case_field_key(rxc_case_field field) { return fields[field].key; }

const char *rxc_case_criterion_name(rxc_case_criterion criterion)
{
    static const char *const names[] = { "patient", "reporter", "suspect drug", "reaction" };
    return names[criterion];
}

const rxc_case_fact *rxc_case_find(const rxc_case *c, rxc_case_field field)
{
    for (size_t i = 0; i < c->facts.n; i++)
        if (c->facts.v[i].field == field) return &c->facts.v[i];
    return NULL;
}

Str rxc_case_join(Arena *arena, const rxc_case *c, rxc_case_field field)
{
    Buf out = { 0 };
    for (size_t i = 0; i < c->facts.n; i++) {
        if (c->facts.v[i].field != field) continue;
        if (out.n) buf_add(&out, S("; "));
        buf_add(&out, c->facts.v[i].value);
    }
    Str joined = arena_str(arena, buf_str(&out));
    buf_clear(&out);
    return joined;
}

/* --- the minimum criteria ------------------------------------------------------------------------------------ */

bool rxc_case_meets(const rxc_case *c, rxc_case_criterion criterion)
{
    switch (criterion) {
    case RXC_CASE_PATIENT: return rxc_case_find(c, RXC_CASE_AGE) || rxc_case_find(c, RXC_CASE_SEX);
    case RXC_CASE_HAS_REPORTER: return rxc_case_find(c, RXC_CASE_REPORTER);
    case RXC_CASE_SUSPECT: return rxc_case_find(c, RXC_CASE_DRUG);
    default: return rxc_case_find(c, RXC_CASE_REACTION);
    }
}

size_t rxc_case_met(const rxc_case *c)
{
    size_t met = 0;
    for (int i = 0; i < RXC_CASE_CRITERIA; i++) met += rxc_case_meets(c, (rxc_case_criterion)i);
    return met;
}

Str rxc_case_missing(Arena *arena, const rxc_case *c)
{
    Str out = { 0 };
    for (int i = 0; i < RXC_CASE_CRITERIA; i++) {
        if (rxc_case_meets(c, (rxc_case_criterion)i)) continue;
        out = arena_printf(arena, "%.*s%s%s", STR_ARG(out), out.n ? "; " : "",
                           rxc_case_criterion_name((rxc_case_criterion)i));
    }
    return out;
}

/* --- JSON ---------------------------------------------------------------------------------------------------- */

static void write_fact(Jsonw *w, const rxc_case_fact *fact)
{
    jsonw_object(w);
    jsonw_key_str(w, "value", fact->value);
    jsonw_key_some(w, "of", fact->of);
    jsonw_key_some(w, "concept", fact->concept);
    jsonw_key_span(w, "span", fact->span.b, fact->span.e);
    jsonw_key_str(w, "text", fact->text);
    jsonw_end_object(w);
}

/* Facts are ordered by field: those of one field stand together. */
static void write_facts(Jsonw *w, const rxc_case *c)
{
    for (size_t i = 0; i < c->facts.n;) {
        rxc_case_field field = c->facts.v[i].field;
        jsonw_key(w, fields[field].key);
        if (fields[field].many) jsonw_array(w);
        for (bool more = true; i < c->facts.n && c->facts.v[i].field == field; i++, more = fields[field].many)
            if (more) write_fact(w, &c->facts.v[i]);
        if (fields[field].many) jsonw_end_array(w);
    }
}

static void write_criteria(Jsonw *w, const rxc_case *c)
{
    jsonw_key(w, "criteria");
    jsonw_object(w);
    jsonw_key_int(w, "met", (long long)rxc_case_met(c));
    jsonw_key(w, "missing");
    jsonw_array(w);
    for (int i = 0; i < RXC_CASE_CRITERIA; i++)
        if (!rxc_case_meets(c, (rxc_case_criterion)i))
            jsonw_str(w, str_from(rxc_case_criterion_name((rxc_case_criterion)i)));
    jsonw_end_array(w);
    jsonw_end_object(w);
}

void rxc_cases_write(Jsonw *w, const rxc_cases *cases)
{
    jsonw_array(w);
    for (size_t i = 0; i < cases->n; i++) {
        jsonw_object(w);
        jsonw_key_int(w, "number", (long long)i + 1);
        jsonw_key_some(w, "label", cases->v[i].label);
        jsonw_key_span(w, "span", cases->v[i].span.b, cases->v[i].span.e);
        write_facts(w, &cases->v[i]);
        write_criteria(w, &cases->v[i]);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

static Str text_of(Arena *arena, const cJSON *json, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, key);
    return cJSON_IsString(item) ? arena_str(arena, str_from(item->valuestring)) : (Str){ 0 };
}

static size_t place_of(const cJSON *item)
{
    return cJSON_IsNumber(item) && item->valuedouble > 0 && item->valuedouble < 9e15 ? (size_t)item->valuedouble : 0;
}

static rxc_span span_of(const cJSON *json)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, "span");
    rxc_span span = { place_of(cJSON_GetArrayItem(item, 0)), place_of(cJSON_GetArrayItem(item, 1)) };
    return span.b <= span.e ? span : (rxc_span){ 0 };
}

static void read_fact(Arena *arena, const cJSON *json, rxc_case_field field, rxc_case *out)
{
    if (!cJSON_IsObject(json)) return;
    *vec_push(arena, &out->facts) = (rxc_case_fact){ .field = field,
                                                     .value = text_of(arena, json, "value"),
                                                     .of = text_of(arena, json, "of"),
                                                     .concept = text_of(arena, json, "concept"),
                                                     .span = span_of(json),
                                                     .text = text_of(arena, json, "text") };
}

static void read_case(Arena *arena, const cJSON *json, rxc_case *out)
{
    out->label = text_of(arena, json, "label");
    out->span = span_of(json);
    for (int f = 0; f < RXC_CASE_FIELD_COUNT; f++) {
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, fields[f].key), *fact;
        if (!cJSON_IsArray(item)) read_fact(arena, item, (rxc_case_field)f, out);
        else cJSON_ArrayForEach(fact, item) read_fact(arena, fact, (rxc_case_field)f, out);
    }
}

void rxc_cases_read(Arena *arena, const struct cJSON *json, rxc_cases *out)
{
    const cJSON *item;
    if (!cJSON_IsArray(json)) return;
    cJSON_ArrayForEach(item, json) read_case(arena, item, vec_push(arena, out));
}

/* bioc.c: writes an annotated text as BioC in JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jsonw.h"
#include "flow/exchange.h"
#include "flow/points.h"

const char rxc_bioc_head[] = "{\"source\":\"rxcite\",\"date\":\"\",\"key\":\"\",\"infons\":{},\"documents\":[\n";
const char rxc_bioc_tail[] = "]}\n";

static void key_empty(Jsonw *w, const char *key)
{
    jsonw_key(w, key);
    jsonw_array(w);
    jsonw_end_array(w);
}

/* "T3": ids of annotations are the places of mentions in the record, from 1. */
static void key_place(Jsonw *w, const char *key, char letter, size_t index)
{
    Buf text = { 0 };
    buf_printf(&text, "%c%zu", letter, index + 1);
    jsonw_key_str(w, key, buf_str(&text));
    buf_clear(&text);
}

static void write_annotation(Jsonw *w, const rxc_concepts *concepts, const rxc_record *record, size_t i,
                             rxc_points *points)
{
    const rxc_mention *m = &record->mentions.v[i];
    size_t b = rxc_points_of(points, m->span.b), e = rxc_points_of(points, m->span.e);
    jsonw_object(w);
    key_place(w, "id", 'T', i);
    jsonw_key(w, "infons");
    jsonw_object(w);
    jsonw_key_str(w, "type", m->type == RXC_DRUG ? S("Chemical") : S("Disease"));
    jsonw_key_some(w, "identifier", rxc_exchange_code(concepts, m));
    jsonw_key_some(w, "name", m->name);
    if (m->negated) jsonw_key_str(w, "negated", S("true"));
    if (m->speculated) jsonw_key_str(w, "speculated", S("true"));
    if (m->historical) jsonw_key_str(w, "historical", S("true"));
    if (m->other_person) jsonw_key_str(w, "experiencer", S("other"));
    jsonw_end_object(w);
    jsonw_key_str(w, "text", m->text);
    jsonw_key(w, "locations");
    jsonw_array(w);
    jsonw_object(w);
    jsonw_key_int(w, "offset", (long long)b);
    jsonw_key_int(w, "length", (long long)(e - b));
    jsonw_end_object(w);
    jsonw_end_array(w);
    jsonw_end_object(w);
}

static void write_passage(Jsonw *w, const rxc_concepts *concepts, const rxc_exchange_text *text,
                          const rxc_record *record, size_t b, size_t e, const char *type, rxc_points *points)
{
    jsonw_object(w);
    jsonw_key_int(w, "offset", (long long)rxc_points_of(points, b));
    jsonw_key(w, "infons");
    jsonw_object(w);
    jsonw_key_str(w, "type", str_from(type));
    jsonw_end_object(w);
    jsonw_key_str(w, "text", str_sub(text->text, b, e));
    key_empty(w, "sentences");
    jsonw_key(w, "annotations");
    jsonw_array(w);
    for (size_t i = 0; record && i < record->mentions.n; i++) {
        rxc_span span = record->mentions.v[i].span;
        if (record->mentions.v[i].type != RXC_PHRASE && span.b >= b && span.b < e)
            write_annotation(w, concepts, record, i, points);
    }
    jsonw_end_array(w);
    key_empty(w, "relations");
    jsonw_end_object(w);
}

static void write_node(Jsonw *w, size_t mention, const char *role)
{
    jsonw_object(w);
    key_place(w, "refid", 'T', mention);
    jsonw_key_str(w, "role", str_from(role));
    jsonw_end_object(w);
}

static void write_relation(Jsonw *w, const rxc_evidence *e, size_t i)
{
    Buf score = { 0 };
    buf_printf(&score, "%.4g", (double)e->score);
    jsonw_object(w);
    key_place(w, "id", 'R', i);
    jsonw_key(w, "infons");
    jsonw_object(w);
    jsonw_key_str(w, "type", str_from(rxc_relation_name(e->relation)));
    jsonw_key_str(w, "certainty", str_from(rxc_certainty_name(e->certainty)));
    jsonw_key_str(w, "score", buf_str(&score));
    jsonw_end_object(w);
    jsonw_key(w, "nodes");
    jsonw_array(w);
    write_node(w, e->drug, "drug");
    write_node(w, e->disorder, e->relation == RXC_TREATS ? "disorder" : "reaction");
    jsonw_end_array(w);
    jsonw_end_object(w);
    buf_clear(&score);
}

void rxc_bioc_write(Buf *out, const rxc_concepts *concepts, const rxc_exchange_text *text, const rxc_record *record,
                    Str problem)
{
    Jsonw writer = { .out = out }, *w = &writer;
    rxc_points points = { .text = text->text };
    jsonw_object(w);
    jsonw_key_str(w, "id", text->id);
    jsonw_key(w, "infons");
    jsonw_object(w);
    jsonw_key_some(w, "error", problem);
    jsonw_end_object(w);
    jsonw_key(w, "passages");
    jsonw_array(w);
    write_passage(w, concepts, text, record, 0, text->cut, text->titled ? "title" : "text", &points);
    if (text->cut < text->text.n)
        write_passage(w, concepts, text, record, text->cut + 1, text->text.n, text->titled ? "abstract" : "text",
                      &points);
    jsonw_end_array(w);
    key_empty(w, "annotations");
    jsonw_key(w, "relations");
    jsonw_array(w);
    for (size_t i = 0; record && i < record->evidence.n; i++) write_relation(w, &record->evidence.v[i], i);
    jsonw_end_array(w);
    jsonw_end_object(w);
}

/* annotate.c: the JSON form of what the concept finder sees in a text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/annotate.h"

#include <cjson/cJSON.h>

#include "base/jsonw.h"

enum { SCORE_DIGITS = 4 };

/* Byte offsets to code points; offsets asked for mostly ascend, so it walks on from the last one. */
typedef struct Points {
    Str text;
    size_t at, point;
} Points;

static size_t point_of(Points *points, size_t byte)
{
    if (byte < points->at) points->at = points->point = 0;
    while (points->at < byte && points->at < points->text.n) {
        points->at++;
        /* a code point is counted when its last byte is passed */
        if (points->at == points->text.n || ((unsigned char)points->text.p[points->at] & 0xC0) != 0x80) points->point++;
    }
    return points->point;
}

static void write_span(Jsonw *w, Points *points, rxc_span span)
{
    jsonw_key_int(w, "start", (long long)point_of(points, span.b));
    jsonw_key_int(w, "end", (long long)point_of(points, span.e));
}

static void write_flags(Jsonw *w, const rxc_mention *mention)
{
    jsonw_key_bool(w, "negated", mention->negated);
    if (mention->type != RXC_PHRASE && !mention->speculated && !mention->historical && !mention->other_person) return;
    jsonw_key_bool(w, "speculated", mention->speculated);
    jsonw_key_bool(w, "historical", mention->historical);
    jsonw_key_str(w, "experiencer", mention->other_person ? S("other") : S("patient"));
}

static void write_entity(Jsonw *w, Points *points, const rxc_mention *mention)
{
    jsonw_object(w);
    jsonw_key_str(w, "type", str_from(rxc_concept_type_name(mention->type)));
    write_span(w, points, mention->span);
    jsonw_key_str(w, "text", mention->text);
    if (mention->concept.n) jsonw_key_str(w, "concept", mention->concept);
    else jsonw_key(w, "concept"), jsonw_null(w);
    write_flags(w, mention);
    if (mention->phrase.b != mention->span.b || mention->phrase.e != mention->span.e) {
        jsonw_key(w, "phrase");
        jsonw_object(w);
        write_span(w, points, mention->phrase);
        jsonw_end_object(w);
    }
    jsonw_end_object(w);
}

static void write_relation(Jsonw *w, const rxc_evidence *evidence)
{
    jsonw_object(w);
    jsonw_key_str(w, "type", str_from(rxc_relation_name(evidence->relation)));
    jsonw_key_int(w, "drug", (long long)evidence->drug);
    jsonw_key_int(w, "reaction", (long long)evidence->disorder);
    jsonw_key_bool(w, "negated", evidence->certainty == RXC_NEGATED);
    jsonw_key_bool(w, "speculated", evidence->certainty == RXC_SPECULATED);
    jsonw_key(w, "score");
    jsonw_num(w, (double)evidence->score, SCORE_DIGITS);
    jsonw_end_object(w);
}

static void write_answer(Jsonw *w, Str text, const rxc_record *record, bool adverse)
{
    Points points = { .text = text };
    jsonw_key(w, "entities");
    jsonw_array(w);
    for (size_t i = 0; i < record->mentions.n; i++) write_entity(w, &points, &record->mentions.v[i]);
    jsonw_end_array(w);
    jsonw_key(w, "relations");
    jsonw_array(w);
    for (size_t i = 0; i < record->evidence.n; i++) write_relation(w, &record->evidence.v[i]);
    jsonw_end_array(w);
    jsonw_key(w, "abbreviations");
    jsonw_array(w);
    for (size_t i = 0; i < record->abbreviations.n; i++) {
        jsonw_object(w);
        jsonw_key_str(w, "short", record->abbreviations.v[i].shorter);
        jsonw_key_str(w, "long", record->abbreviations.v[i].longer);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
    jsonw_key_bool(w, "adverse", adverse);
}

/* Strings and numbers are both taken as ids and given back as they came. */
static void write_id(Jsonw *w, const cJSON *id)
{
    jsonw_key(w, "id");
    if (cJSON_IsString(id)) jsonw_str(w, str_from(id->valuestring));
    else if (cJSON_IsNumber(id)) jsonw_num(w, id->valuedouble, 15);
    else jsonw_null(w);
}

static void annotate(const rxc_concepts *concepts, Str text, const Str *phrases, size_t phrase_count, Arena *arena, Jsonw *w)
{
    rxc_record record = { 0 };
    bool adverse = rxc_concepts_annotate(concepts, arena, text, phrases, phrase_count, &record);
    write_answer(w, text, &record, adverse);
}

static void annotate_object(const rxc_concepts *concepts, const cJSON *root, Arena *arena, Jsonw *w)
{
    const cJSON *text = cJSON_GetObjectItemCaseSensitive(root, "text"), *item;
    VEC(Str) phrases = { 0 };
    write_id(w, cJSON_GetObjectItemCaseSensitive(root, "id"));
    if (!cJSON_IsString(text)) {
        jsonw_key_str(w, "error", S("no text"));
        return;
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(root, "phrases"))
    {
        if (cJSON_IsString(item)) *vec_push(arena, &phrases) = str_from(item->valuestring);
    }
    annotate(concepts, str_from(text->valuestring), phrases.v, phrases.n, arena, w);
}

void rxc_annotate_line(const rxc_concepts *concepts, Str line, Arena *arena, Buf *out)
{
    Jsonw writer = { .out = out }, *w = &writer;
    cJSON *root = cJSON_ParseWithLength(line.p, line.n);
    jsonw_object(w);
    if (cJSON_IsObject(root)) {
        annotate_object(concepts, root, arena, w);
    } else {
        write_id(w, NULL);
        jsonw_key_str(w, "error", S("not a JSON object"));
    }
    jsonw_end_object(w);
    buf_char(out, '\n');
    cJSON_Delete(root);
}

void rxc_annotate_text(const rxc_concepts *concepts, Str text, Arena *arena, Buf *out)
{
    Jsonw writer = { .out = out }, *w = &writer;
    jsonw_object(w);
    annotate(concepts, text, NULL, 0, arena, w);
    jsonw_end_object(w);
    buf_char(out, '\n');
}

/* annotate.c: the JSON form of what the concept finder sees in a text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/annotate.h"

#include <cjson/cJSON.h>

#include "base/jsonw.h"
#include "flow/exchange.h"
#include "flow/points.h"

enum { SCORE_DIGITS = 4 };

static void write_span(Jsonw *w, rxc_points *points, rxc_span span)
{
    jsonw_key_int(w, "start", (long long)rxc_points_of(points, span.b));
    jsonw_key_int(w, "end", (long long)rxc_points_of(points, span.e));
}

static void write_flags(Jsonw *w, const rxc_mention *mention)
{
    jsonw_key_bool(w, "negated", mention->negated);
    if (mention->type != RXC_PHRASE && !mention->speculated && !mention->historical && !mention->other_person) return;
    jsonw_key_bool(w, "speculated", mention->speculated);
    jsonw_key_bool(w, "historical", mention->historical);
    jsonw_key_str(w, "experiencer", mention->other_person ? S("other") : S("patient"));
}

static void write_entity(Jsonw *w, rxc_points *points, const rxc_mention *mention)
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

/* What makes the answer doubtful; left out where nothing does. */
static void write_diagnostics(Jsonw *w, const rxc_diags *diags)
{
    if (!diags->n) return;
    jsonw_key(w, "diagnostics");
    jsonw_array(w);
    for (size_t i = 0; i < diags->n; i++) {
        jsonw_object(w);
        jsonw_key_str(w, "severity", str_from(rxc_diag_severity(diags->v[i].severity)));
        jsonw_key_str(w, "code", diags->v[i].code);
        jsonw_key_str(w, "text", diags->v[i].text);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

static void write_answer(Jsonw *w, Str text, const rxc_record *record, bool adverse)
{
    rxc_points points = { .text = text };
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
    write_diagnostics(w, &record->doc->diags);
}

/* Strings and numbers are both taken as ids and given back as they came. */
static void write_id(Jsonw *w, const cJSON *id)
{
    jsonw_key(w, "id");
    if (cJSON_IsString(id)) jsonw_str(w, str_from(id->valuestring));
    else if (cJSON_IsNumber(id)) jsonw_num(w, id->valuedouble, 15);
    else jsonw_null(w);
}

static void annotate(const rxc_concepts *concepts, Str text, const Str *phrases, size_t phrase_count, Arena *arena,
                     Jsonw *w)
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

/* --- other forms -----------------------------------------------------------------------------------------------------
 */

rxc_annotate_form rxc_annotate_form_find(Str name)
{
    static const char *const names[] = { "jsonl", "pubtator", "bioc" };
    for (int i = 0; i < RXC_ANNOTATE_FORMS; i++)
        if (str_eq(name, str_from(names[i]))) return (rxc_annotate_form)i;
    return RXC_ANNOTATE_FORMS;
}

static void annotate_text(const rxc_concepts *concepts, rxc_annotate_form form, const rxc_exchange_text *text,
                          Arena *arena, Buf *out)
{
    rxc_record record = { 0 };
    bool adverse = rxc_concepts_annotate(concepts, arena, text->text, NULL, 0, &record);
    if (form == RXC_ANNOTATE_PUBTATOR) {
        rxc_pubtator_write(out, concepts, text, &record);
    } else if (form == RXC_ANNOTATE_BIOC) {
        rxc_bioc_write(out, concepts, text, &record, (Str){ 0 });
    } else {
        Jsonw writer = { .out = out }, *w = &writer;
        jsonw_object(w);
        jsonw_key_str(w, "id", text->id);
        write_answer(w, text->text, &record, adverse);
        jsonw_end_object(w);
        buf_char(out, '\n');
    }
}

static Str id_of(Arena *arena, const cJSON *root, size_t number)
{
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(root, "id");
    if (cJSON_IsString(id) && id->valuestring[0]) return str_from(id->valuestring);
    if (cJSON_IsNumber(id)) return arena_printf(arena, "%.15g", id->valuedouble);
    return arena_printf(arena, "%zu", number);
}

void rxc_annotate_line_as(const rxc_concepts *concepts, rxc_annotate_form form, Str line, size_t number, Arena *arena,
                          Buf *out)
{
    if (form == RXC_ANNOTATE_JSONL) {
        rxc_annotate_line(concepts, line, arena, out);
        return;
    }
    cJSON *root = cJSON_ParseWithLength(line.p, line.n);
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(root, "text");
    rxc_exchange_text text =
        rxc_exchange_plain(id_of(arena, root, number), cJSON_IsString(item) ? str_from(item->valuestring) : (Str){ 0 });
    if (form == RXC_ANNOTATE_BIOC && number > 1) buf_char(out, ',');
    if (cJSON_IsString(item)) annotate_text(concepts, form, &text, arena, out);
    else if (form == RXC_ANNOTATE_BIOC) rxc_bioc_write(out, concepts, &text, NULL, S("no text"));
    else buf_printf(out, "%.*s|t|\n%.*s|a|\n\n", STR_ARG(text.id), STR_ARG(text.id));
    if (form == RXC_ANNOTATE_BIOC) buf_char(out, '\n');
    cJSON_Delete(root);
}

bool rxc_annotate_source(const rxc_concepts *concepts, rxc_annotate_form form, Str source, Buf *out,
                         rxc_annotate_count *count, bool (*flush)(Buf *out, void *context), void *context)
{
    bool pubtator = rxc_pubtator_is(source), going = true;
    Str rest = source;
    rxc_exchange_text text = rxc_exchange_plain(S("1"), source);
    for (bool plain = !pubtator; going; plain = false) {
        Arena arena = { 0 };
        bool more = pubtator ? rxc_pubtator_next(&rest, &arena, &text, &count->given, &count->odd) : plain;
        if (more && form == RXC_ANNOTATE_BIOC && count->texts) buf_char(out, ',');
        if (more && !pubtator && form == RXC_ANNOTATE_JSONL) rxc_annotate_text(concepts, source, &arena, out);
        else if (more) annotate_text(concepts, form, &text, &arena, out);
        if (more && form == RXC_ANNOTATE_BIOC) buf_char(out, '\n');
        count->texts += more;
        arena_clear(&arena);
        if (!more) return true;
        going = flush(out, context);
    }
    return going;
}

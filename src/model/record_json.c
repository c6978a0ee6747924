/* record_json.c: the record as one JSON object on a line, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cjson/cJSON.h>
#include <math.h>

#include "model/notice.h"
#include "model/record.h"

enum { SCORE_DIGITS = 4 }; /* significant digits of scores and confidences */

/* --- writing ------------------------------------------------------------------------------------------------- */

static void key_span(Jsonw *w, const char *key, rxc_span span) { jsonw_key_span(w, key, span.b, span.e); }

static void key_score(Jsonw *w, const char *key, double score)
{
    jsonw_key(w, key);
    jsonw_num(w, score, SCORE_DIGITS);
}

static void key_sizes(Jsonw *w, const char *key, const size_t *values, size_t n)
{
    jsonw_key(w, key);
    jsonw_array(w);
    for (size_t i = 0; i < n; i++) jsonw_int(w, (long long)values[i]);
    jsonw_end_array(w);
}

/* References are named by their printed numbers, which people can look up, not by index. */
static void key_numbers(Jsonw *w, const char *key, const rxc_record *record, const size_t *values, size_t n)
{
    jsonw_key(w, key);
    jsonw_array(w);
    for (size_t i = 0; i < n; i++) jsonw_int(w, record->references.v[values[i]].number);
    jsonw_end_array(w);
}

static void write_confidence(Jsonw *w, const rxc_reference *ref)
{
    jsonw_key(w, "confidence");
    jsonw_object(w);
    if (ref->work.authors.n) key_score(w, "author", (double)ref->confidence_authors);
    if (ref->work.issued.year) key_score(w, "issued", (double)ref->confidence_year);
    for (size_t i = 0; i < RXC_FIELDS; i++)
        if (ref->confidence[i] > 0) key_score(w, rxc_work_field_name((rxc_work_field)i), (double)ref->confidence[i]);
    jsonw_end_object(w);
}

void rxc_reference_write(Jsonw *w, const rxc_reference *ref)
{
    jsonw_object(w);
    jsonw_key_int(w, "number", ref->number);
    jsonw_key_some(w, "label", ref->label);
    jsonw_key_some(w, "anchor", ref->anchor);
    jsonw_key_str(w, "raw", ref->raw);
    key_span(w, "span", ref->span);
    jsonw_key(w, "csl");
    rxc_work_write(w, &ref->work);
    if (ref->work.et_al) jsonw_key_bool(w, "et_al", true);
    if (!ref->parsed) jsonw_key_bool(w, "parsed", false);
    write_confidence(w, ref);
    jsonw_end_object(w);
}

static void write_callout(Jsonw *w, const rxc_record *record, const rxc_callout *callout)
{
    jsonw_object(w);
    key_span(w, "span", callout->span);
    jsonw_key_str(w, "text", callout->text);
    key_numbers(w, "references", record, callout->references.v, callout->references.n);
    key_sizes(w, "entries", callout->references.v, callout->references.n);
    jsonw_key(w, "unresolved");
    jsonw_array(w);
    for (size_t i = 0; i < callout->unresolved.n; i++) jsonw_int(w, callout->unresolved.v[i]);
    jsonw_end_array(w);
    key_span(w, "sentence", callout->sentence);
    jsonw_end_object(w);
}

static void write_mention(Jsonw *w, const rxc_mention *mention)
{
    jsonw_object(w);
    key_span(w, "span", mention->span);
    jsonw_key_str(w, "text", mention->text);
    jsonw_key_str(w, "type", str_from(rxc_concept_type_name(mention->type)));
    jsonw_key_some(w, "concept", mention->concept);
    jsonw_key_some(w, "name", mention->name);
    if (mention->phrase.b != mention->span.b || mention->phrase.e != mention->span.e)
        key_span(w, "phrase", mention->phrase);
    jsonw_key_bool(w, "negated", mention->negated);
    if (mention->speculated) jsonw_key_bool(w, "speculated", true);
    if (mention->historical) jsonw_key_bool(w, "historical", true);
    if (mention->other_person) jsonw_key_bool(w, "other_person", true);
    key_score(w, "score", (double)mention->score);
    jsonw_end_object(w);
}

static void write_abbreviation(Jsonw *w, const rxc_abbreviation *abbreviation)
{
    jsonw_object(w);
    jsonw_key_str(w, "short", abbreviation->shorter);
    jsonw_key_str(w, "long", abbreviation->longer);
    key_span(w, "short_span", abbreviation->short_span);
    key_span(w, "long_span", abbreviation->long_span);
    jsonw_end_object(w);
}

/* "drug" and "disorder" are for people and scripts, the mention indices for reading the record back. */
static void write_evidence(Jsonw *w, const rxc_record *record, const rxc_evidence *evidence)
{
    const rxc_mention *drug = &record->mentions.v[evidence->drug];
    const rxc_mention *disorder = &record->mentions.v[evidence->disorder];
    jsonw_object(w);
    jsonw_key_str(w, "relation", str_from(rxc_relation_name(evidence->relation)));
    jsonw_key_str(w, "drug", drug->concept.n ? drug->concept : drug->text);
    jsonw_key_str(w, "disorder", disorder->concept.n ? disorder->concept : disorder->text);
    jsonw_key_str(w, "certainty", str_from(rxc_certainty_name(evidence->certainty)));
    jsonw_key_str(w, "attribution", str_from(rxc_attribution_name(evidence->attribution)));
    key_numbers(w, "references", record, evidence->references.v, evidence->references.n);
    key_sizes(w, "entries", evidence->references.v, evidence->references.n);
    key_sizes(w, "mentions", (size_t[]){ evidence->drug, evidence->disorder }, 2);
    key_span(w, "sentence", evidence->sentence);
    if (evidence->section) jsonw_key_str(w, "section", str_from(rxc_section_name(evidence->section)));
    jsonw_key_str(w, "text", evidence->text);
    jsonw_key_str(w, "rule", evidence->rule);
    key_score(w, "score", (double)evidence->score);
    jsonw_end_object(w);
}

static void write_ledger(Jsonw *w, const rxc_ledger *ledger)
{
    jsonw_object(w);
    jsonw_key(w, "references");
    jsonw_object(w);
    jsonw_key_int(w, "stated", (long long)ledger->references_stated);
    jsonw_key_int(w, "seen", (long long)ledger->references_seen);
    jsonw_key_int(w, "parsed", (long long)ledger->references_parsed);
    jsonw_end_object(w);
    jsonw_key(w, "callouts");
    jsonw_object(w);
    jsonw_key_int(w, "seen", (long long)ledger->callouts_seen);
    jsonw_key_int(w, "resolved", (long long)ledger->callouts_resolved);
    jsonw_key_int(w, "unresolved", (long long)ledger->callouts_unresolved);
    jsonw_end_object(w);
    jsonw_key(w, "losses");
    jsonw_array(w);
    for (size_t i = 0; i < ledger->losses.n; i++) {
        const rxc_loss *loss = &ledger->losses.v[i];
        jsonw_object(w);
        jsonw_key_str(w, "what", loss->what);
        jsonw_key_str(w, "reason", loss->reason);
        jsonw_key_int(w, "count", (long long)loss->count);
        jsonw_key_str(w, "example", loss->example);
        jsonw_key_int(w, "line", (long long)loss->line);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
    jsonw_end_object(w);
}

static void write_diagnostics(Jsonw *w, const rxc_diags *diags)
{
    jsonw_array(w);
    for (size_t i = 0; i < diags->n; i++) {
        const rxc_diag *diag = &diags->v[i];
        jsonw_object(w);
        jsonw_key_str(w, "severity", str_from(rxc_diag_severity(diag->severity)));
        jsonw_key_str(w, "code", diag->code);
        jsonw_key_int(w, "line", (long long)diag->line);
        jsonw_key_int(w, "column", (long long)diag->column);
        jsonw_key_str(w, "text", diag->text);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

/* Where lines of the source begin in the text: [text offset, source line] per block, for "file:line" of any span. */
static void write_lines(Jsonw *w, const rxc_doc *doc)
{
    jsonw_key(w, "lines");
    jsonw_array(w);
    for (size_t i = 0; i < doc->blocks.n; i++) {
        const rxc_block *block = &doc->blocks.v[i];
        if (!block->line) continue;
        jsonw_array(w);
        jsonw_int(w, (long long)block->span.b);
        jsonw_int(w, (long long)block->line);
        jsonw_end_array(w);
    }
    jsonw_end_array(w);
}

#define WRITE_ALL(w, key, list, write_item)                            \
    do {                                                               \
        jsonw_key(w, key);                                             \
        jsonw_array(w);                                                \
        for (size_t i = 0; i < (list).n; i++) write_item(&(list).v[i]); \
        jsonw_end_array(w);                                            \
    } while (0)

void rxc_record_write(Buf *out, const rxc_record *record, bool with_text)
{
    const rxc_doc *doc = record->doc;
    Jsonw writer = { .out = out }, *w = &writer;
    jsonw_object(w);
    jsonw_key_str(w, "schema", S(RXC_RECORD_SCHEMA));
    Buf id = { 0 };
    buf_printf(&id, "sha256:%.*s", STR_ARG(doc->sha256));
    jsonw_key_str(w, "id", buf_str(&id));
    buf_clear(&id);
    jsonw_key(w, "source");
    jsonw_object(w);
    jsonw_key_str(w, "name", doc->name);
    jsonw_key_str(w, "format", doc->format);
    jsonw_key_int(w, "bytes", (long long)doc->bytes);
    jsonw_end_object(w);
    jsonw_key_str(w, "kind", str_from(rxc_doc_kind_name(doc->kind)));
    jsonw_key(w, "document");
    rxc_work_write(w, &doc->work);
    rxc_notice_write(w, doc);
#define ITEM(item) rxc_reference_write(w, item)
    WRITE_ALL(w, "references", record->references, ITEM);
#undef ITEM
#define ITEM(item) write_callout(w, record, item)
    WRITE_ALL(w, "callouts", record->callouts, ITEM);
#undef ITEM
#define ITEM(item) write_mention(w, item)
    WRITE_ALL(w, "mentions", record->mentions, ITEM);
#undef ITEM
#define ITEM(item) write_abbreviation(w, item)
    WRITE_ALL(w, "abbreviations", record->abbreviations, ITEM);
#undef ITEM
#define ITEM(item) write_evidence(w, record, item)
    WRITE_ALL(w, "evidence", record->evidence, ITEM);
#undef ITEM
    jsonw_key(w, "cases");
    rxc_cases_write(w, &record->cases);
    write_lines(w, doc);
    jsonw_key(w, "ledger");
    write_ledger(w, &record->ledger);
    jsonw_key(w, "diagnostics");
    write_diagnostics(w, &doc->diags);
    if (doc->diags.more) jsonw_key_int(w, "diagnostics_more", (long long)doc->diags.more);
    if (with_text) jsonw_key_str(w, "text", doc->text);
    jsonw_end_object(w);
}

/* --- reading ------------------------------------------------------------------------------------------------- */

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static Str text_of(Arena *arena, const cJSON *object, const char *key)
{
    const cJSON *item = member(object, key);
    return cJSON_IsString(item) ? arena_str(arena, str_from(item->valuestring)) : (Str){ 0 };
}

static double number_of(const cJSON *object, const char *key)
{
    const cJSON *item = member(object, key);
    return cJSON_IsNumber(item) && isfinite(item->valuedouble) ? item->valuedouble : 0;
}

static size_t to_size(double value) { return value > 0 && value < 9e15 ? (size_t)value : 0; }
static size_t size_of(const cJSON *object, const char *key) { return to_size(number_of(object, key)); }

static int to_int(double value) { return value > -2e9 && value < 2e9 ? (int)value : 0; }

static bool flag_of(const cJSON *object, const char *key) { return cJSON_IsTrue(member(object, key)); }

static rxc_span span_of(const cJSON *object, const char *key)
{
    const cJSON *item = member(object, key), *b = cJSON_GetArrayItem(item, 0), *e = cJSON_GetArrayItem(item, 1);
    rxc_span span = { 0 };
    if (cJSON_IsNumber(b) && cJSON_IsNumber(e)) span = (rxc_span){ to_size(b->valuedouble), to_size(e->valuedouble) };
    return span.b <= span.e ? span : (rxc_span){ 0 };
}

/* The place of a name in names that ends with NULL; 0 when unknown. */
#define NAMED(type, object, key, name_of, count)                                              \
    static type read_##type(const cJSON *object, const char *key)                             \
    {                                                                                         \
        const cJSON *item = member(object, key);                                              \
        for (int i = 0; cJSON_IsString(item) && i < (count); i++)                             \
            if (strcmp(item->valuestring, name_of((type)i)) == 0) return (type)i;             \
        return (type)0;                                                                       \
    }
NAMED(rxc_relation, object, key, rxc_relation_name, 2)
NAMED(rxc_certainty, object, key, rxc_certainty_name, 3)
NAMED(rxc_attribution, object, key, rxc_attribution_name, 2)
NAMED(rxc_section, object, key, rxc_section_name, RXC_SECTION_BACK + 1)
NAMED(rxc_concept_type, object, key, rxc_concept_type_name, 3)
NAMED(rxc_severity, object, key, rxc_diag_severity, 3)
NAMED(rxc_doc_kind, object, key, rxc_doc_kind_name, RXC_DOC_WEB_PAGE + 1)

static void read_reference(Arena *arena, const cJSON *json, rxc_reference *ref)
{
    ref->number = to_int(number_of(json, "number"));
    ref->label = text_of(arena, json, "label");
    ref->anchor = text_of(arena, json, "anchor");
    ref->raw = text_of(arena, json, "raw");
    ref->span = span_of(json, "span");
    ref->parsed = !cJSON_IsFalse(member(json, "parsed"));
    rxc_work_read(arena, member(json, "csl"), &ref->work);
    const cJSON *confidence = member(json, "confidence");
    ref->confidence_authors = (float)number_of(confidence, "author");
    ref->confidence_year = (float)number_of(confidence, "issued");
    for (size_t i = 0; i < RXC_FIELDS; i++)
        ref->confidence[i] = (float)number_of(confidence, rxc_work_field_name((rxc_work_field)i));
}

/* Indices below bound; false when one is not. */
static bool read_indices(const cJSON *json, const char *key, size_t bound, size_t *out, size_t n)
{
    const cJSON *item = member(json, key);
    item = cJSON_IsArray(item) ? item->child : NULL;
    for (size_t i = 0; i < n; i++, item = item->next) {
        if (!cJSON_IsNumber(item) || item->valuedouble < 0 || to_size(item->valuedouble) >= bound) return false;
        out[i] = to_size(item->valuedouble);
    }
    return true;
}

static size_t length_of(const cJSON *json, const char *key)
{
    const cJSON *item = member(json, key);
    size_t n = 0;
    for (item = cJSON_IsArray(item) ? item->child : NULL; item; item = item->next) n++;
    return n;
}

static bool read_callout(Arena *arena, const cJSON *json, const rxc_record *record, rxc_callout *callout)
{
    callout->span = span_of(json, "span");
    callout->text = text_of(arena, json, "text");
    callout->sentence = span_of(json, "sentence");
    size_t n = length_of(json, "entries");
    callout->references.v = arena_array(arena, size_t, n);
    callout->references.n = callout->references.cap = n;
    const cJSON *item;
    cJSON_ArrayForEach(item, member(json, "unresolved"))
    {
        *vec_push(arena, &callout->unresolved) = cJSON_IsNumber(item) ? to_int(item->valuedouble) : 0;
    }
    return read_indices(json, "entries", record->references.n, callout->references.v, n);
}

static void read_mention(Arena *arena, const cJSON *json, rxc_mention *mention)
{
    mention->span = span_of(json, "span");
    mention->phrase = member(json, "phrase") ? span_of(json, "phrase") : mention->span;
    mention->text = text_of(arena, json, "text");
    mention->type = read_rxc_concept_type(json, "type");
    mention->concept = text_of(arena, json, "concept");
    mention->name = text_of(arena, json, "name");
    mention->negated = flag_of(json, "negated");
    mention->speculated = flag_of(json, "speculated");
    mention->historical = flag_of(json, "historical");
    mention->other_person = flag_of(json, "other_person");
    mention->score = (float)number_of(json, "score");
}

static bool read_evidence(Arena *arena, const cJSON *json, const rxc_record *record, rxc_evidence *evidence)
{
    size_t pair[2] = { 0 }, n = length_of(json, "entries");
    evidence->relation = read_rxc_relation(json, "relation");
    evidence->certainty = read_rxc_certainty(json, "certainty");
    evidence->attribution = read_rxc_attribution(json, "attribution");
    evidence->section = read_rxc_section(json, "section");
    evidence->sentence = span_of(json, "sentence");
    evidence->text = text_of(arena, json, "text");
    evidence->rule = text_of(arena, json, "rule");
    evidence->score = (float)number_of(json, "score");
    evidence->references.v = arena_array(arena, size_t, n);
    evidence->references.n = evidence->references.cap = n;
    if (!read_indices(json, "mentions", record->mentions.n, pair, 2)) return false;
    evidence->drug = pair[0], evidence->disorder = pair[1];
    return read_indices(json, "entries", record->references.n, evidence->references.v, n);
}

static void read_ledger(Arena *arena, const cJSON *json, rxc_ledger *ledger)
{
    const cJSON *references = member(json, "references"), *callouts = member(json, "callouts"), *item;
    ledger->references_stated = size_of(references, "stated");
    ledger->references_seen = size_of(references, "seen");
    ledger->references_parsed = size_of(references, "parsed");
    ledger->callouts_seen = size_of(callouts, "seen");
    ledger->callouts_resolved = size_of(callouts, "resolved");
    ledger->callouts_unresolved = size_of(callouts, "unresolved");
    cJSON_ArrayForEach(item, member(json, "losses"))
    {
        *vec_push(arena, &ledger->losses) =
            (rxc_loss){ text_of(arena, item, "what"), text_of(arena, item, "reason"), size_of(item, "count"),
                        text_of(arena, item, "example"), size_of(item, "line") };
    }
}

static void read_diagnostics(Arena *arena, const cJSON *json, rxc_diags *diags)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, member(json, "diagnostics"))
    {
        if (diags->n == RXC_DIAGS_MAX) break;
        *vec_push(arena, diags) = (rxc_diag){ read_rxc_severity(item, "severity"), text_of(arena, item, "code"),
                                              size_of(item, "line"), size_of(item, "column"),
                                              text_of(arena, item, "text") };
    }
    diags->more = size_of(json, "diagnostics_more");
}

/* Blocks are not written whole: what comes back are their starts and source lines. */
static void read_lines(Arena *arena, const cJSON *json, rxc_doc *doc)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, member(json, "lines"))
    {
        const cJSON *at = cJSON_GetArrayItem(item, 0), *line = cJSON_GetArrayItem(item, 1);
        if (!cJSON_IsNumber(at) || !cJSON_IsNumber(line)) continue;
        rxc_block *block = vec_push(arena, &doc->blocks);
        block->span.b = to_size(at->valuedouble);
        block->line = to_size(line->valuedouble);
        if (doc->blocks.n > 1 && block->span.b < block[-1].span.b) {
            doc->blocks.n--; /* out of order: not one of ours */
            continue;
        }
        if (doc->blocks.n > 1) block[-1].span.e = block->span.b;
        block->span.e = SIZE_MAX;
    }
}

static void read_document(Arena *arena, const cJSON *json, rxc_doc *doc)
{
    const cJSON *source = member(json, "source");
    Str id = text_of(arena, json, "id");
    doc->arena = arena;
    doc->sha256 = str_starts(id, S("sha256:")) ? str_drop(id, 7) : id;
    doc->name = text_of(arena, source, "name");
    doc->format = text_of(arena, source, "format");
    doc->bytes = size_of(source, "bytes");
    doc->kind = read_rxc_doc_kind(json, "kind");
    doc->text = text_of(arena, json, "text");
    rxc_work_read(arena, member(json, "document"), &doc->work);
    rxc_notice_read(arena, member(json, "notices"), doc);
    read_lines(arena, json, doc);
    read_diagnostics(arena, json, &doc->diags);
}

static bool read_all(Arena *arena, const cJSON *json, rxc_record *out)
{
    const cJSON *item;
    bool good = true;
    out->doc = arena_new(arena, rxc_doc);
    read_document(arena, json, out->doc);
    cJSON_ArrayForEach(item, member(json, "references")) read_reference(arena, item, vec_push(arena, &out->references));
    cJSON_ArrayForEach(item, member(json, "callouts"))
        good = read_callout(arena, item, out, vec_push(arena, &out->callouts)) && good;
    cJSON_ArrayForEach(item, member(json, "mentions")) read_mention(arena, item, vec_push(arena, &out->mentions));
    cJSON_ArrayForEach(item, member(json, "abbreviations"))
    {
        *vec_push(arena, &out->abbreviations) =
            (rxc_abbreviation){ text_of(arena, item, "short"), text_of(arena, item, "long"),
                                span_of(item, "short_span"), span_of(item, "long_span") };
    }
    cJSON_ArrayForEach(item, member(json, "evidence"))
        good = read_evidence(arena, item, out, vec_push(arena, &out->evidence)) && good;
    rxc_cases_read(arena, member(json, "cases"), &out->cases);
    read_ledger(arena, member(json, "ledger"), &out->ledger);
    return good;
}

rxc_status rxc_record_read(Arena *arena, Str json, rxc_record *out, rxc_err *err)
{
    *out = (rxc_record){ 0 };
    cJSON *root = cJSON_ParseWithLength(json.p, json.n);
    if (!root) return rxc_err_set(err, RXC_INPUT, "not a record: no JSON");
    const cJSON *schema = member(root, "schema");
    bool ours = cJSON_IsString(schema) && strcmp(schema->valuestring, RXC_RECORD_SCHEMA) == 0;
    bool good = ours && read_all(arena, root, out);
    cJSON_Delete(root);
    if (!ours) return rxc_err_set(err, RXC_INPUT, "not a record of schema " RXC_RECORD_SCHEMA);
    if (!good) return rxc_err_set(err, RXC_INPUT, "damaged record: an index is out of range");
    return RXC_OK;
}

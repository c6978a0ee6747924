/* work.c: works to and from CSL-JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/work.h"

#include <cjson/cJSON.h>
#include <math.h>

static const char *const type_names[] = {
#define TYPE(name, csl) csl,
#include "model/work_types.def"
#undef TYPE
};

static const struct {
    const char *csl;
    size_t offset; /* of the Str in rxc_work */
} fields[] = {
#define FIELD(member, csl) { csl, offsetof(rxc_work, member) },
#include "model/work_fields.def"
#undef FIELD
};

const char *rxc_work_type_name(rxc_work_type type) { return type_names[type]; }

rxc_work_type rxc_work_type_find(Str csl)
{
    for (size_t i = 0; i < RXC_WORK_TYPES; i++)
        if (str_eq(csl, str_from(type_names[i]))) return (rxc_work_type)i;
    return RXC_WORK_OTHER;
}

Str *rxc_work_field_of(rxc_work *work, rxc_work_field field)
{
    return (Str *)(void *)((char *)work + fields[field].offset);
}

static Str field_of(const rxc_work *work, size_t field)
{
    return *(const Str *)(const void *)((const char *)work + fields[field].offset);
}

const char *rxc_work_field_name(rxc_work_field field) { return fields[field].csl; }

bool rxc_work_is_empty(const rxc_work *work)
{
    for (size_t i = 0; i < RXC_FIELDS; i++)
        if (field_of(work, i).n) return false;
    return work->authors.n == 0 && work->editors.n == 0 && work->issued.year == 0;
}

Str rxc_work_first_author(const rxc_work *work)
{
    if (work->authors.n == 0) return (Str){ 0 };
    const rxc_name *name = &work->authors.v[0];
    return name->literal.n ? name->literal : name->family.n ? name->family : name->given;
}

Str rxc_work_label(Arena *arena, const rxc_work *work)
{
    enum { LABEL_MAX = 40 }; /* bytes of an author or title in a label */
    Str who = rxc_work_first_author(work);
    if (who.n == 0) who = work->title.n ? work->title : work->container;
    if (who.n > LABEL_MAX) {
        size_t end = LABEL_MAX;
        while (end > 0 && who.p[end] != ' ') end--;
        if (end == 0)
            for (end = LABEL_MAX; end > 0 && ((unsigned char)who.p[end] & 0xC0) == 0x80;) end--;
        who = arena_printf(arena, "%.*s…", STR_ARG(str_take(who, end)));
    }
    if (who.n == 0)
        who = work->doi.n    ? work->doi
              : work->pmid.n ? arena_printf(arena, "PMID %.*s", STR_ARG(work->pmid))
                             : work->database_id;
    if (who.n == 0) who = S("?");
    return work->issued.year ? arena_printf(arena, "%.*s %d", STR_ARG(who), work->issued.year)
                             : arena_str(arena, who);
}

void rxc_date_write(Jsonw *w, rxc_date date)
{
    jsonw_object(w);
    jsonw_key(w, "date-parts");
    jsonw_array(w);
    jsonw_array(w);
    jsonw_int(w, date.year);
    if (date.month) jsonw_int(w, date.month);
    if (date.month && date.day) jsonw_int(w, date.day);
    jsonw_end_array(w);
    jsonw_end_array(w);
    jsonw_end_object(w);
}

static void write_names(Jsonw *w, const char *key, const rxc_names *names)
{
    if (names->n == 0) return;
    jsonw_key(w, key);
    jsonw_array(w);
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        jsonw_object(w);
        jsonw_key_some(w, "family", name->family);
        jsonw_key_some(w, "given", name->given);
        jsonw_key_some(w, "non-dropping-particle", name->particle);
        jsonw_key_some(w, "suffix", name->suffix);
        jsonw_key_some(w, "literal", name->literal);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

void rxc_work_write(Jsonw *w, const rxc_work *work)
{
    jsonw_object(w);
    rxc_work_write_members(w, work);
    jsonw_end_object(w);
}

void rxc_work_write_members(Jsonw *w, const rxc_work *work)
{
    jsonw_key_str(w, "type", str_from(type_names[work->type]));
    write_names(w, "author", &work->authors);
    if (work->et_al) jsonw_key_bool(w, "et_al", true);
    for (size_t i = 0; i < RXC_FIELDS; i++) {
        jsonw_key_some(w, fields[i].csl, field_of(work, i));
        if (i == RXC_FIELD_collection) { /* who and when stand before the numbers */
            write_names(w, "editor", &work->editors);
            if (work->issued.year) jsonw_key(w, "issued"), rxc_date_write(w, work->issued);
            if (work->accessed.year) jsonw_key(w, "accessed"), rxc_date_write(w, work->accessed);
        }
    }
}

/* A string, or a number as CSL-JSON allows for volumes and pages. */
static Str read_text(Arena *arena, const cJSON *item)
{
    if (cJSON_IsArray(item)) item = item->child;
    if (cJSON_IsString(item)) return arena_str(arena, str_from(item->valuestring));
    if (cJSON_IsNumber(item) && fabs(item->valuedouble) < 1e15) return arena_printf(arena, "%.15g", item->valuedouble);
    return (Str){ 0 };
}

static Str read_member(Arena *arena, const cJSON *object, const char *key)
{
    return read_text(arena, cJSON_GetObjectItemCaseSensitive(object, key));
}

static void read_names(Arena *arena, const cJSON *array, rxc_names *names)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, array)
    {
        rxc_name *name = vec_push(arena, names);
        if (cJSON_IsString(item)) {
            name->literal = read_text(arena, item);
            continue;
        }
        name->family = read_member(arena, item, "family");
        name->given = read_member(arena, item, "given");
        name->particle = read_member(arena, item, "non-dropping-particle");
        name->suffix = read_member(arena, item, "suffix");
        name->literal = read_member(arena, item, "literal");
    }
}

static int whole_number(const cJSON *item, int low, int high)
{
    double value = cJSON_IsNumber(item) ? item->valuedouble : 0;
    if (cJSON_IsString(item)) str_to_double(str_from(item->valuestring), &value);
    return value >= low && value <= high ? (int)value : 0;
}

rxc_date rxc_date_read(const cJSON *json)
{
    rxc_date date = { 0 };
    const cJSON *parts = cJSON_GetObjectItemCaseSensitive(json, "date-parts");
    const cJSON *first = cJSON_IsArray(parts) ? parts->child : NULL;
    const cJSON *part = cJSON_IsArray(first) ? first->child : NULL;
    if (part) date.year = whole_number(part, 1, 9999), part = part->next;
    if (part) date.month = whole_number(part, 1, 12), part = part->next;
    if (part) date.day = whole_number(part, 1, 31);
    const cJSON *raw = cJSON_GetObjectItemCaseSensitive(json, "raw");
    if (!date.year && cJSON_IsString(raw)) {
        double year = 0;
        if (str_to_double(str_take(str_from(raw->valuestring), 4), &year) && year >= 1 && year <= 9999)
            date.year = (int)year;
    }
    return date;
}

void rxc_work_read(Arena *arena, const cJSON *json, rxc_work *work)
{
    *work = (rxc_work){ 0 };
    Str type = read_member(arena, json, "type");
    work->type = rxc_work_type_find(type);
    read_names(arena, cJSON_GetObjectItemCaseSensitive(json, "author"), &work->authors);
    read_names(arena, cJSON_GetObjectItemCaseSensitive(json, "editor"), &work->editors);
    work->et_al = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(json, "et_al"));
    work->issued = rxc_date_read(cJSON_GetObjectItemCaseSensitive(json, "issued"));
    work->accessed = rxc_date_read(cJSON_GetObjectItemCaseSensitive(json, "accessed"));
    for (size_t i = 0; i < RXC_FIELDS; i++)
        *rxc_work_field_of(work, (rxc_work_field)i) = read_member(arena, json, fields[i].csl);
}

rxc_status rxc_work_parse(Arena *arena, Str json, rxc_work *work, rxc_err *err)
{
    cJSON *root = cJSON_ParseWithLength(json.p, json.n);
    bool good = cJSON_IsObject(root);
    *work = (rxc_work){ 0 };
    if (good) rxc_work_read(arena, root, work);
    cJSON_Delete(root);
    return good ? RXC_OK : rxc_err_set(err, RXC_INPUT, "not a CSL-JSON object");
}

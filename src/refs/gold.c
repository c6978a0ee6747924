/* gold.c: reads files of tagged references; JSON lines here, XML in gold_tagged.c. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/gold.h"

#include <cjson/cJSON.h>

#include "base/file.h"
#include "refs/gold_files.h"

static const size_t FILE_MAX = (size_t)1 << 30; /* bytes */

static Str member(Arena *arena, const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(item) ? arena_str(arena, str_from(item->valuestring)) : (Str){ 0 };
}

/* "2016b" */
static int year_of(Str text)
{
    int year = 0;
    for (size_t i = 0; i < text.n && i < 4 && chr_digit(text.p[i]); i++) year = year * 10 + (text.p[i] - '0');
    return year > 999 ? year : 0;
}

/* The labels of a CSL field. */
static uint32_t labels_of(const char *field)
{
    static const struct row {
        const char *field;
        rxc_label label;
    } rows[] = {
        { "author", RXC_LABEL_author },   { "title", RXC_LABEL_title }, { "container-title", RXC_LABEL_container },
        { "year", RXC_LABEL_date },       { "volume", RXC_LABEL_volume }, { "issue", RXC_LABEL_issue },
        { "page", RXC_LABEL_page },       { "publisher", RXC_LABEL_publisher },
        { "publisher-place", RXC_LABEL_place },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].field, field) == 0) return UINT32_C(1) << rows[i].label;
    return 0;
}

static bool read_line(Arena *arena, Str line, rxc_gold *out)
{
    cJSON *json = cJSON_ParseWithLength(line.p, line.n);
    const cJSON *gold = cJSON_GetObjectItemCaseSensitive(json, "gold"), *item;
    out->raw = member(arena, json, "raw");
    out->id = member(arena, json, "id");
    bool ok = cJSON_IsObject(gold) && out->raw.n;
    if (ok) {
        rxc_work_read(arena, gold, &out->work);
        if (!out->work.issued.year) out->work.issued.year = year_of(member(arena, gold, "year"));
        cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(json, "noscore"))
            if (cJSON_IsString(item)) out->unsure |= labels_of(item->valuestring);
    }
    cJSON_Delete(json);
    return ok;
}

static rxc_status read_lines(const char *path, Str bytes, Arena *arena, rxc_golds *out, rxc_err *err)
{
    Str line;
    for (size_t number = 1; str_cut(&bytes, '\n', &line); number++) {
        rxc_gold gold = { 0 };
        if (!str_trim(line).n) continue;
        if (!read_line(arena, line, &gold))
            return rxc_err_set(err, RXC_DATA, "%s:%zu: no object with \"raw\" and \"gold\"", path, number);
        *vec_push(arena, out) = gold;
    }
    return RXC_OK;
}

rxc_status rxc_gold_read(const char *path, Arena *arena, rxc_golds *out, rxc_err *err)
{
    Arena local = { 0 };
    Str bytes;
    rxc_status status = rxc_file_read(path, FILE_MAX, &local, &bytes, err);
    if (!status && str_starts(str_trim(bytes), S("<"))) {
        if (!rxc_gold_read_tagged(bytes, arena, out))
            status = rxc_err_set(err, RXC_DATA, "%s: no <sequence> and no <bibl> with tagged parts", path);
    } else if (!status) {
        status = read_lines(path, bytes, arena, out, err);
    }
    arena_clear(&local);
    return status;
}

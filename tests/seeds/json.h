/* json.h: what the tests ask of the JSON that the program writes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_JSON_H
#define RXC_TESTS_JSON_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* The text of a member, "" when there is none. Numbers are no texts. */
static inline const char *text_of(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    return text ? text : "";
}

static inline double number_of(const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsNumber(item) ? item->valuedouble : -1;
}

static inline const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static inline size_t size_of(const cJSON *list) { return (size_t)cJSON_GetArraySize(list); }

/* Does a list of numbers hold this one? */
static inline bool has_number(const cJSON *list, int number)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        if (cJSON_IsNumber(item) && item->valueint == number) return true;
    }
    return false;
}

/* The first object of a list whose member is this text, or NULL. */
static inline const cJSON *with_text(const cJSON *list, const char *key, const char *text)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        if (strcmp(text_of(item, key), text) == 0) return item;
    }
    return NULL;
}

#endif

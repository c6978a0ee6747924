/* json_show.c: members of JSON records on standard input, printed for people: json_show source.format document text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* getline, strsep */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The member at a path of names with dots between them, or NULL. */
static const cJSON *find(const cJSON *value, const char *path)
{
    char *copy = strdup(path), *rest = copy;
    for (const char *name; value && (name = strsep(&rest, "."));) value = cJSON_GetObjectItemCaseSensitive(value, name);
    free(copy);
    return value;
}

/* A text as it is, everything else as indented JSON; a list of objects with one object a line. */
static void show(const char *path, const cJSON *value)
{
    const cJSON *item;
    printf("--- %s\n", path);
    if (cJSON_IsString(value)) {
        printf("%s\n", value->valuestring);
    } else if (cJSON_IsArray(value)) {
        cJSON_ArrayForEach(item, value)
        {
            char *text = cJSON_PrintUnformatted(item);
            printf("%s\n", text);
            free(text);
        }
    } else if (value) {
        char *text = cJSON_Print(value);
        printf("%s\n", text);
        free(text);
    }
}

int main(int argc, char **argv)
{
    char *line = NULL;
    size_t size = 0;
    int status = 0;
    while (getline(&line, &size, stdin) >= 0) {
        cJSON *record = cJSON_Parse(line);
        if (!record) status = 1;
        for (int i = 1; record && i < argc; i++) show(argv[i], find(record, argv[i]));
        cJSON_Delete(record);
    }
    free(line);
    return status;
}

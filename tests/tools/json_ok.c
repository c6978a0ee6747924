/* json_ok.c: is standard input one JSON value, or with --lines one on each line? Says nothing when it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* getdelim */
#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One value, nothing but white space behind it. */
static bool is_value(const char *text)
{
    const char *end = NULL;
    cJSON *value = cJSON_ParseWithOpts(text, &end, true);
    cJSON_Delete(value);
    return value != NULL;
}

int main(int argc, char **argv)
{
    bool lines = argc > 1 && strcmp(argv[1], "--lines") == 0;
    size_t size = 0, number = 0;
    char *text = NULL;
    int status = 0;
    while (getdelim(&text, &size, lines ? '\n' : '\0', stdin) >= 0) {
        number++;
        if (is_value(text)) continue;
        fprintf(stderr, "no JSON in line %zu\n", number);
        status = 1;
    }
    if (number == 0 || (!lines && number > 1)) {
        fprintf(stderr, "not one JSON value\n");
        status = 1;
    }
    free(text);
    return status;
}

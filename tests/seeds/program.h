/* program.h: lets the program build a library of the seeds, and asks it about them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_PROGRAM_H
#define RXC_TESTS_PROGRAM_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "unit.h"
#include "seeds/json.h"

#define SEEDS RXCITE_SOURCE_DIR "/../shared/data/seeds"

enum { DOCUMENTS = 3, TEXT_MAX = 1 << 22 /* bytes of one answer of the program */ };

/* What the program made of the seeds. */
static struct {
    char folder[64];
    cJSON *records[DOCUMENTS];
    const cJSON *letter, *summary, *page;
} seeds;

/* Standard output of a command; the caller frees it. */
static char *answer_of(const char *command)
{
    FILE *pipe = popen(command, "r");
    char *text = calloc(1, TEXT_MAX);
    assert_non_null(pipe);
    assert_non_null(text);
    size_t n = fread(text, 1, TEXT_MAX - 1, pipe);
    text[n] = '\0';
    assert_int_equal(pclose(pipe), 0);
    return text;
}

/* A listing of the library that the seeds became. */
static cJSON *ask(const char *arguments)
{
    char command[512];
    snprintf(command, sizeof command, "%s --library %s/out/library.db %s --json", getenv("RXCITE"), seeds.folder, arguments);
    char *text = answer_of(command);
    cJSON *answer = cJSON_Parse(text);
    free(text);
    assert_non_null(answer);
    return answer;
}

/* A file that build wrote; the caller frees it. */
static char *read_output(const char *name)
{
    char command[512];
    snprintf(command, sizeof command, "cat %s/out/%s", seeds.folder, name);
    return answer_of(command);
}

static int build_seeds(void **state)
{
    char command[512];
    (void)state;
    snprintf(seeds.folder, sizeof seeds.folder, "/tmp/rxcite-seeds-XXXXXX");
    if (!mkdtemp(seeds.folder)) return -1;
    snprintf(command, sizeof command, "%s --quiet build %s -o %s/out", getenv("RXCITE"), SEEDS, seeds.folder);
    free(answer_of(command));
    char *text = read_output("records.ndjson"), *rest = text;
    for (int i = 0; i < DOCUMENTS; i++) {
        seeds.records[i] = rest ? cJSON_Parse(strsep(&rest, "\n")) : NULL;
        if (!seeds.records[i]) return -1;
    }
    seeds.letter = seeds.records[0], seeds.summary = seeds.records[1], seeds.page = seeds.records[2];
    free(text);
    return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *place)
{
    (void)st, (void)type, (void)place;
    return remove(path);
}

static int clean_up(void **state)
{
    (void)state;
    for (int i = 0; i < DOCUMENTS; i++) cJSON_Delete(seeds.records[i]);
    return nftw(seeds.folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

#endif

/* replay.c: runs a fuzz target over the files of folders, in builds without libFuzzer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <dirent.h>

#include "base/file.h"

/* Not hidden, and not what a golden case is to give. */
static bool is_input(const char *name) { return name[0] != '.' && !str_ends(str_from(name), S(".out")); }

static size_t replay(const char *folder, const char *name)
{
    Arena arena = { 0 };
    Str bytes;
    rxc_err err = { 0 };
    const char *path = arena_printf(&arena, "%s/%s", folder, name).p;
    if (rxc_file_read(path, SIZE_MAX, &arena, &bytes, &err)) {
        fprintf(stderr, "%s\n", err.text);
        exit(1);
    }
    printf("%s\n", name);
    fflush(stdout);
    LLVMFuzzerTestOneInput((const uint8_t *)bytes.p, bytes.n);
    arena_clear(&arena);
    return 1;
}

int main(int argc, char **argv)
{
    size_t done = 0;
    for (int i = 1; i < argc; i++) {
        struct dirent **entries;
        int n = scandir(argv[i], &entries, NULL, alphasort);
        for (int k = 0; k < n; k++) {
            if (is_input(entries[k]->d_name)) done += replay(argv[i], entries[k]->d_name);
            free(entries[k]);
        }
        if (n >= 0) free(entries);
    }
    printf("%zu inputs\n", done);
    return done ? 0 : 1;
}

/* fuzz_vocab.c: the first byte picks an importer of vocabularies; what it imports is settled. The same bytes are checked
 * and counted as a vocabulary of our own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "vocab/audit.h"
#include "vocab/census.h"
#include "vocab/importer.h"
#include "vocab/settle.h"

static size_t count_importers(void)
{
    size_t n = 0;
    while (rxc_importers[n]) n++;
    return n;
}

static void open_feed(rxc_feed *feed, Str source)
{
    FILE *file = fmemopen(NULL, source.n + 1, "w+");
    FUZZ_HOLDS(file != NULL);
    setvbuf(file, NULL, _IONBF, 0);
    if (source.n) fwrite(source.p, 1, source.n, file);
    rewind(file);
    rxc_feed_init(feed, file, "fuzz");
}

/* The part that the content asks for, else the one that the byte picks. */
static void run_importer(Arena *arena, const rxc_importer *importer, int part, Str source)
{
    rxc_import import = { .arena = arena };
    rxc_settle settle = { .arena = arena };
    rxc_feed feed;
    rxc_err err = { 0 };
    open_feed(&feed, source);
    int found = importer->part(rxc_feed_peek(&feed));
    FUZZ_HOLDS(found >= 0 && found <= RXC_IMPORTER_PARTS);
    importer->read(&import, &feed, found ? found : part);
    if (importer->end) importer->end(&import);
    rxc_settle_add(&settle, &import, str_from(importer->source));
    rxc_settle_end(&settle);
    rxc_feed_close(&feed, &err);
}

static void check_as_ours(Arena *arena, Str source)
{
    rxc_audit audit = { .arena = arena };
    rxc_census census = { 0 };
    rxc_feed feed;
    rxc_err err = { 0 };
    open_feed(&feed, source);
    rxc_audit_file(&audit, &feed);
    rxc_audit_end(&audit);
    rxc_feed_close(&feed, &err);
    open_feed(&feed, source);
    rxc_census_file(&feed, arena, &census, &err);
    rxc_feed_close(&feed, &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1) return -1;
    Arena arena = { 0 };
    size_t n = count_importers();
    Str source = { (const char *)data + 1, size - 1 };
    run_importer(&arena, rxc_importers[data[0] % n], (int)(data[0] / n) % RXC_IMPORTER_PARTS + 1, source);
    check_as_ours(&arena, source);
    arena_clear(&arena);
    return 0;
}

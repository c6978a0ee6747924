/* vocab.c: work on vocabularies: check them, count them, import foreign ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/vocab.h"

#include <glob.h>
#include <stdlib.h>

#include "base/file.h"
#include "vocab/settle.h"
#include "vocab/sheet.h"

/* --- which are loaded, and are they right ------------------------------------------------------------------------ */

rxc_status rxc_vocab_loaded(Arena *arena, rxc_vocab_paths *shipped, rxc_vocab_paths *more, rxc_err *err)
{
    const char *dir = rxc_file_data_dir(arena);
    glob_t files = { 0 };
    if (!dir)
        return rxc_err_set(err, RXC_DATA, "the vocabularies are not there; set RXCITE_DATA to the folder with vocab/");
    if (glob(arena_printf(arena, "%s/vocab/*.tsv", dir).p, 0, NULL, &files) == 0)
        for (size_t i = 0; i < files.gl_pathc; i++)
            *vec_push(arena, shipped) = arena_cstr(arena, str_from(files.gl_pathv[i]));
    globfree(&files);
    Str rest = str_from(getenv("RXCITE_VOCAB")), path;
    while (rest.n && str_cut(&rest, ':', &path))
        if (path.n) *vec_push(arena, more) = arena_cstr(arena, path);
    return RXC_OK;
}

rxc_status rxc_vocab_check(Arena *arena, const rxc_vocab_paths *paths, rxc_audit *out, rxc_err *err)
{
    *out = (rxc_audit){ .arena = arena };
    for (size_t i = 0; i < paths->n; i++) {
        rxc_feed feed;
        RXC_TRY(rxc_feed_open(&feed, paths->v[i], err));
        rxc_audit_file(out, &feed);
        RXC_TRY(rxc_feed_close(&feed, err));
    }
    rxc_audit_end(out);
    return RXC_OK;
}

/* --- import ------------------------------------------------------------------------------------------------------ */

typedef struct Input {
    rxc_feed feed;
    const rxc_importer *importer;
    int part;
} Input;

typedef struct Run {
    const rxc_vocab_import *job;
    Arena arena;
    Input *inputs;
    size_t n;
    rxc_settle settle;
} Run;

static void tell(const Run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void tell(const Run *run, const char *format, ...)
{
    Arena scratch = { 0 };
    va_list args;
    va_start(args, format);
    run->job->tell(run->job->context, arena_cstr(&scratch, arena_vprintf(&scratch, format, args)));
    va_end(args);
    arena_clear(&scratch);
}

static rxc_status formats(rxc_err *err, Arena *arena, const char *typed)
{
    Str names = { 0 };
    for (size_t i = 0; rxc_importers[i]; i++)
        names = arena_printf(arena, "%.*s%s%s", STR_ARG(names), i ? ", " : "", rxc_importers[i]->name);
    return rxc_err_set(err, RXC_USAGE, "unknown format \"%s\"; there are %.*s", typed, STR_ARG(names));
}

static rxc_status recognise(Run *run, Input *input, rxc_err *err)
{
    const char *wanted = run->job->format;
    const rxc_importer *only = wanted ? rxc_importer_find(str_from(wanted)) : NULL;
    Str head = rxc_feed_peek(&input->feed);
    if (wanted && !only) return formats(err, &run->arena, wanted);
    for (size_t i = 0; rxc_importers[i] && !input->part; i++) {
        if (only && rxc_importers[i] != only) continue;
        input->importer = rxc_importers[i];
        input->part = input->importer->part(head);
    }
    if (input->part) return RXC_OK;
    if (ferror(input->feed.file)) return rxc_feed_close(&input->feed, err);
    return only
               ? rxc_err_set(err, RXC_INPUT, "%s: does not look like %s (%s)", input->feed.path, only->name, only->help)
               : rxc_err_set(err, RXC_INPUT, "%s: of no vocabulary format that is known; see: rxcite vocab formats",
                             input->feed.path);
}

static void tell_import(const Run *run, const rxc_import *import, const char *name, size_t made, size_t joined)
{
    const rxc_vocab_import *job = run->job;
    for (size_t i = 0; i < import->faults.n; i++) job->complain(job->context, import->faults.v[i].p);
    if (import->fault_count > import->faults.n) {
        Arena scratch = { 0 };
        Str more =
            arena_printf(&scratch, "and %zu more faults of this kind of file", import->fault_count - import->faults.n);
        job->complain(job->context, more.p);
        arena_clear(&scratch);
    }
    tell(run, "%s: %zu rows or records, %zu new concepts, %zu joined to others", name, import->seen, made, joined);
    for (size_t i = 0; i < import->skips.n; i++)
        tell(run, "%s: passed over %zu: %s", name, import->skips.v[i].count, import->skips.v[i].reason);
}

/* All files of one format, part by part. */
static void read_format(Run *run, const rxc_importer *importer)
{
    rxc_import import = { .arena = &run->arena };
    size_t files = 0, made = run->settle.made, joined = run->settle.joined;
    for (int part = 1; part <= RXC_IMPORTER_PARTS; part++)
        for (size_t i = 0; i < run->n; i++) {
            if (run->inputs[i].importer != importer || run->inputs[i].part != part) continue;
            importer->read(&import, &run->inputs[i].feed, part);
            files++;
        }
    if (!files) return;
    if (importer->end) importer->end(&import);
    rxc_settle_add(&run->settle, &import, str_from(importer->source));
    tell_import(run, &import, importer->name, run->settle.made - made, run->settle.joined - joined);
}

/* A vocabulary of ours is taken whole or not at all. */
static rxc_status read_base(Run *run, const char *path, rxc_err *err)
{
    rxc_import import = { .arena = &run->arena };
    rxc_feed feed;
    RXC_TRY(rxc_feed_open(&feed, path, err));
    bool ours = rxc_sheet_starts(rxc_feed_peek(&feed));
    if (ours) rxc_importer_find(S("tsv"))->read(&import, &feed, 1);
    RXC_TRY(rxc_feed_close(&feed, err));
    if (!ours) return rxc_err_set(err, RXC_INPUT, "%s: not a vocabulary of rxcite's own format", path);
    if (import.faults.n) return rxc_err_set(err, RXC_DATA, "%.*s", STR_ARG(import.faults.v[0]));
    if (import.skips.n) return rxc_err_set(err, RXC_DATA, "%s: %s", path, import.skips.v[0].reason);
    rxc_settle_base(&run->settle, &import);
    return RXC_OK;
}

static rxc_status read_all(Run *run, rxc_err *err)
{
    for (size_t i = 0; i < run->n; i++) RXC_TRY(recognise(run, &run->inputs[i], err));
    for (size_t i = 0; i < run->job->merge.n; i++) RXC_TRY(read_base(run, run->job->merge.v[i], err));
    for (size_t i = 0; rxc_importers[i]; i++) read_format(run, rxc_importers[i]);
    for (size_t i = 0; i < run->n; i++) RXC_TRY(rxc_feed_close(&run->inputs[i].feed, err));
    if (run->settle.made + run->settle.joined == 0)
        return rxc_err_set(err, RXC_NOTHING, "no drug and no disorder in what was given");
    rxc_settle_end(&run->settle);
    return RXC_OK;
}

/* The output is opened first: nobody waits for an import that may not be written. */
static rxc_status import_all(Run *run, rxc_err *err)
{
    rxc_output out;
    run->settle.arena = &run->arena;
    RXC_TRY(rxc_output_open(&out, run->job->output, run->job->overwrite, err));
    rxc_status status = read_all(run, err);
    if (!status) rxc_sheet_write_header(out.file);
    for (size_t i = 0; !status && i < run->settle.entries.n; i++) rxc_sheet_write(out.file, run->settle.entries.v[i].p);
    if (!status) status = rxc_output_commit(&out, err);
    rxc_output_abandon(&out);
    return status;
}

rxc_status rxc_vocab_run_import(const rxc_vocab_import *job, const rxc_vocab_paths *paths, rxc_err *err)
{
    Run run = { .job = job };
    rxc_err ignored = { 0 };
    rxc_status status = RXC_OK;
    run.inputs = arena_array(&run.arena, Input, paths->n);
    for (; run.n < paths->n && !status; run.n += !status)
        status = rxc_feed_open(&run.inputs[run.n].feed, paths->v[run.n], err);
    if (!status) status = import_all(&run, err);
    for (size_t i = 0; i < run.n; i++) rxc_feed_close(&run.inputs[i].feed, &ignored);
    arena_clear(&run.arena);
    return status;
}

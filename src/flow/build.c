/* build.c: runs all stages and writes all that they give into one folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/build.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "flow/library.h"

/* What build writes besides the library, the records and the reports (which know their own file names). */
static const struct {
    const char *exporter, *file;
} exports[] = {
    { "csl", "references.json" }, { "bibtex", "references.bib" }, { "ris", "references.ris" },
    { "dot", "graph.dot" },       { "svg", "graph.svg" },         { "graphml", "graph.graphml" },
};

enum { RECORD_MAX = 256 << 20 }; /* bytes of one document's record */

static const char library_file[] = "library.db", records_file[] = "records.ndjson";

static const char *path_in(Arena *arena, const rxc_build *build, const char *file)
{
    return arena_printf(arena, "%s/%s", build->dir, file).p;
}

static void tell(const rxc_build *build, const char *what, size_t done, size_t total)
{
    if (build->progress) build->progress(build->context, what, done, total);
}

/* --- documents into the library --------------------------------------------------------------------------------- */

typedef struct Adding {
    rxc_build *build;
    rxc_store *store;
    FILE *records;
    size_t total;
    Buf line;
} Adding;

/* An input that gives nothing: the sentence is for people, the reason is kept for the ledger. */
static rxc_status note_failure(Adding *adding, Str name, const char *sentence, Str reason, rxc_err *err)
{
    adding->build->failures++;
    if (adding->build->complain) adding->build->complain(adding->build->context, sentence);
    return rxc_store_put_failure(adding->store, name, reason, err);
}

/* The sentence without the path of this machine, which is no part of any output: "PATH: why" and "PATH:12: why". */
static Str reason_of(Arena *arena, const rxc_extracted *extracted)
{
    Str text = str_from(extracted->err->text), below = str_drop(extracted->name, extracted->input->name.n);
    Str path = arena_printf(arena, "%s%.*s", extracted->input->path, STR_ARG(below));
    if (!str_starts(text, path)) return text;
    Str rest = str_drop(text, path.n);
    if (str_starts(rest, S(": "))) return str_drop(rest, 2);
    return rest.n > 1 && rest.p[0] == ':' && chr_digit(rest.p[1])
               ? arena_printf(arena, "line %.*s", STR_ARG(str_drop(rest, 1)))
               : text;
}

static rxc_status take_failure(Adding *adding, const rxc_extracted *extracted, rxc_err *err)
{
    Arena arena = { 0 };
    rxc_status status =
        note_failure(adding, extracted->name, extracted->err->text, reason_of(&arena, extracted), err);
    arena_clear(&arena);
    return status;
}

static rxc_status take_too_large(Adding *adding, const rxc_extracted *extracted, rxc_err *err)
{
    rxc_err large = { 0 };
    rxc_err_set(&large, RXC_LIMIT, "%.*s: its record would be larger than the limit of %d MiB",
                STR_ARG(extracted->name), RECORD_MAX >> 20);
    rxc_extracted failed = { extracted->input, extracted->index, extracted->name, NULL, &large };
    return take_failure(adding, &failed, err);
}

static rxc_status keep(Adding *adding, const rxc_record *record, rxc_err *err)
{
    bool added = false;
    RXC_TRY(rxc_flow_add(adding->store, record, &added, err));
    if (!added) adding->build->repeated++;
    if (!added) return RXC_OK;
    adding->build->documents++;
    if (adding->records) fwrite(adding->line.p, 1, adding->line.n, adding->records);
    return RXC_OK;
}

static rxc_status take(void *context, const rxc_extracted *extracted, rxc_err *err)
{
    Adding *adding = context;
    tell(adding->build, "reading", extracted->index, adding->total);
    if (!extracted->record) return take_failure(adding, extracted, err);
    buf_reset(&adding->line);
    rxc_record_write(&adding->line, extracted->record, false);
    buf_char(&adding->line, '\n');
    if (adding->line.full) return take_too_large(adding, extracted, err);
    return keep(adding, extracted->record, err);
}

rxc_status rxc_build_add(rxc_build *build, const rxc_tools *tools, const rxc_inputs *inputs, rxc_store *store,
                         FILE *records, rxc_err *err)
{
    Adding adding = { build, store, records, inputs->n, { .max = RECORD_MAX } };
    RXC_TRY(rxc_store_begin(store, err));
    rxc_status status = rxc_flow_each(tools, inputs, build->jobs, build->stop, take, &adding, err);
    tell(build, "reading", inputs->n, inputs->n);
    if (!status) status = rxc_store_commit(store, err);
    else rxc_store_rollback(store);
    buf_clear(&adding.line);
    return status;
}

/* --- outputs ---------------------------------------------------------------------------------------------------- */

static rxc_status check_free(Arena *arena, const rxc_build *build, const char *file, rxc_err *err)
{
    const char *path = path_in(arena, build, file);
    if (build->overwrite || access(path, F_OK) != 0) return RXC_OK;
    return rxc_err_set(err, RXC_EXISTS, "%s is there already (--overwrite replaces it)", path);
}

static rxc_status check_all_free(Arena *arena, const rxc_build *build, rxc_err *err)
{
    RXC_TRY(check_free(arena, build, library_file, err));
    RXC_TRY(check_free(arena, build, records_file, err));
    for (size_t i = 0; i < sizeof exports / sizeof *exports; i++)
        RXC_TRY(check_free(arena, build, exports[i].file, err));
    for (size_t i = 0; rxc_reports[i]; i++)
        if (rxc_reports[i]->file) RXC_TRY(check_free(arena, build, rxc_reports[i]->file, err));
    return RXC_OK;
}

/* Make the folder and those above it. */
static rxc_status make_dir(Arena *arena, const char *dir, rxc_err *err)
{
    char *path = arena_cstr(arena, str_from(dir));
    for (char *c = path + 1; *path; c++) {
        bool end = *c == '\0';
        if (*c != '/' && !end) continue;
        *c = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            return rxc_err_set(err, RXC_IO, "%s: %s", path, strerror(errno));
        if (end) break;
        *c = '/';
    }
    struct stat st;
    if (stat(dir, &st) != 0 || !S_ISDIR(st.st_mode)) return rxc_err_set(err, RXC_IO, "%s is not a folder", dir);
    return RXC_OK;
}

static rxc_status write_exports(Arena *arena, rxc_build *build, rxc_library *library, const rxc_columns *columns,
                                rxc_err *err)
{
    for (size_t i = 0; i < sizeof exports / sizeof *exports; i++) {
        rxc_output out;
        const rxc_exporter *exporter = rxc_exporter_find(str_from(exports[i].exporter));
        tell(build, exports[i].file, 0, 0);
        RXC_TRY(rxc_output_open(&out, path_in(arena, build, exports[i].file), build->overwrite, err));
        rxc_status status = rxc_library_export(library, exporter, library->full, columns, out.file, err);
        RXC_TRY(rxc_output_finish(&out, status, err));
    }
    return RXC_OK;
}

static rxc_status write_reports(Arena *arena, rxc_build *build, const rxc_report_input *input, rxc_err *err)
{
    for (size_t i = 0; rxc_reports[i]; i++) {
        rxc_output out;
        if (!rxc_reports[i]->file) continue;
        tell(build, rxc_reports[i]->file, 0, 0);
        RXC_TRY(rxc_output_open(&out, path_in(arena, build, rxc_reports[i]->file), build->overwrite, err));
        rxc_status status = rxc_reports[i]->write(input, out.file, err);
        RXC_TRY(rxc_output_finish(&out, status, err));
    }
    return RXC_OK;
}

static rxc_status write_all(Arena *arena, rxc_build *build, const rxc_tools *tools, rxc_store *store, rxc_err *err)
{
    rxc_library library = { .concepts = tools->concepts };
    rxc_report_input input;
    tell(build, "measuring", 0, 0);
    rxc_status status = rxc_library_read(&library, store, err);
    if (!status) status = rxc_library_report(&library, true, &input, err);
    if (!status) status = write_exports(arena, build, &library, input.columns, err);
    if (!status) status = write_reports(arena, build, &input, err);
    library.concepts = NULL; /* not ours */
    rxc_library_clear(&library);
    return status;
}

/* A library under a temporary name, so that an interrupted run leaves the old one as it was. */
static void remove_database(Arena *arena, const char *path)
{
    static const char *const tails[] = { "", "-wal", "-shm", "-journal" };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) unlink(arena_printf(arena, "%s%s", path, tails[i]).p);
}

static rxc_status run_with(Arena *arena, rxc_build *build, const rxc_tools *tools, const rxc_inputs *inputs,
                           const char *temporary, rxc_err *err)
{
    rxc_store *store = NULL;
    rxc_output records;
    RXC_TRY(rxc_store_open(temporary, RXC_STORE_CREATE, &store, err));
    rxc_status status = rxc_output_open(&records, path_in(arena, build, records_file), build->overwrite, err);
    if (!status) {
        status = rxc_build_add(build, tools, inputs, store, records.file, err);
        status = rxc_output_finish(&records, status, err);
    }
    if (!status) status = write_all(arena, build, tools, store, err);
    rxc_store_close(store);
    return status;
}

rxc_status rxc_build_run(rxc_build *build, const rxc_inputs *inputs, rxc_err *err)
{
    Arena arena = { 0 };
    rxc_tools tools = { 0 };
    rxc_status status = make_dir(&arena, build->dir, err);
    if (!status) status = check_all_free(&arena, build, err);
    if (!status) status = rxc_tools_open(&tools, NULL, err);
    if (!status) {
        tools.limits = build->limits;
        const char *final = path_in(&arena, build, library_file);
        const char *temporary = arena_printf(&arena, "%s.part", final).p;
        remove_database(&arena, temporary); /* of a run that was killed */
        status = run_with(&arena, build, &tools, inputs, temporary, err);
        if (!status) remove_database(&arena, final);
        if (!status && rename(temporary, final) != 0)
            status = rxc_err_set(err, RXC_IO, "%s: %s", final, strerror(errno));
        remove_database(&arena, temporary);
        rxc_tools_close(&tools);
    }
    arena_clear(&arena);
    return status;
}

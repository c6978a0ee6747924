/* lines.c: batches of lines, each answered by one thread, written in order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/lines.h"

#include <pthread.h>
#include <stdlib.h>

enum { BATCH_BYTES = 1 << 18, JOBS_MAX = 64 };

/* Some lines, and their answers. */
typedef struct Batch {
    Buf text;     /* whole lines, each with its '\n' */
    size_t first; /* number of the first line */
    size_t lines;
    Buf answers;
    Arena arena;
    rxc_line_answer answer;
    const void *context;
} Batch;

/* The source, and the beginning of a line whose end the last chunk did not reach. */
typedef struct Source {
    FILE *in;
    Buf rest;
    bool over;
    size_t lines;
} Source;

static void *answer_batch(void *argument)
{
    Batch *batch = argument;
    Str rest = buf_str(&batch->text), line;
    size_t number = batch->first;
    while (rest.n && str_cut(&rest, '\n', &line)) {
        if (str_last(line) == '\r') line.n--;
        batch->answer(batch->context, line, number++, &batch->arena, &batch->answers);
        if (batch->arena.bytes > BATCH_BYTES) arena_clear(&batch->arena);
    }
    arena_clear(&batch->arena);
    return NULL;
}

static size_t count_lines(Str text)
{
    size_t lines = 0;
    for (size_t at; (at = str_chr(text, '\n')) != STR_NONE; lines++) text = str_drop(text, at + 1);
    return lines;
}

/* Fill the batch with whole lines; what is left of the last one waits in source->rest. */
static void fill(Source *source, Batch *batch)
{
    char chunk[1 << 16];
    buf_reset(&batch->text);
    buf_reset(&batch->answers);
    while (!source->over && batch->text.n < BATCH_BYTES) {
        size_t got = fread(chunk, 1, sizeof chunk, source->in);
        Str bytes = { chunk, got };
        source->over = got == 0;
        size_t end = source->over ? STR_NONE : str_rchr(bytes, '\n');
        if (end == STR_NONE && !source->over) {
            if (source->rest.n < RXC_LINE_MAX) buf_add(&source->rest, bytes);
            continue;
        }
        if (source->over && !source->rest.n) break;
        buf_add(&batch->text, buf_str(&source->rest));
        buf_reset(&source->rest);
        if (!source->over) {
            buf_add(&batch->text, str_take(bytes, end + 1));
            buf_add(&source->rest, str_drop(bytes, end + 1));
        } else {
            buf_char(&batch->text, '\n');
        }
    }
    batch->first = source->lines + 1;
    batch->lines = count_lines(buf_str(&batch->text));
    source->lines += batch->lines;
}

/* Answer the batches, all but the first on threads of their own. */
static void answer_all(Batch *batches, size_t count)
{
    pthread_t threads[JOBS_MAX];
    bool started[JOBS_MAX] = { false };
    for (size_t i = 1; i < count; i++)
        if (batches[i].lines) started[i] = pthread_create(&threads[i], NULL, answer_batch, &batches[i]) == 0;
    if (count && batches[0].lines) answer_batch(&batches[0]);
    for (size_t i = 1; i < count; i++) {
        if (started[i]) pthread_join(threads[i], NULL);
        else if (batches[i].lines) answer_batch(&batches[i]);
    }
}

rxc_status rxc_lines_each(FILE *in, FILE *out, long jobs, rxc_line_answer answer, const void *context, size_t *lines,
                          rxc_err *err)
{
    size_t count = jobs < 1 ? 1 : jobs > JOBS_MAX ? JOBS_MAX : (size_t)jobs;
    Source source = { .in = in };
    Batch batches[JOBS_MAX] = { 0 };
    rxc_status status = RXC_OK;
    for (size_t i = 0; i < count; i++) batches[i].answer = answer, batches[i].context = context;
    while (!source.over && !status) {
        for (size_t i = 0; i < count; i++) fill(&source, &batches[i]);
        answer_all(batches, count);
        for (size_t i = 0; i < count && !status; i++) {
            Str answers = buf_str(&batches[i].answers);
            if (answers.n && fwrite(answers.p, 1, answers.n, out) != answers.n)
                status = rxc_err_set(err, RXC_IO, "the answers could not be written");
        }
    }
    if (!status && ferror(in)) status = rxc_err_set(err, RXC_INPUT, "the input could not be read to its end");
    for (size_t i = 0; i < count; i++) buf_clear(&batches[i].text), buf_clear(&batches[i].answers);
    buf_clear(&source.rest);
    if (lines) *lines = source.lines;
    return status;
}

/* bench_concepts.c: how fast drugs and disorders are found, by the lists alone and by all that there is.
 *
 *     bench_concepts DATA [TEXTS]
 *
 * TEXTS holds texts, one a line; without it, abstracts are made of a few sentences and the names of the vocabularies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "concept/concepts.h"
#include "flow/annotate.h"

enum { ABSTRACTS = 2000, SENTENCES = 9, ROUNDS = 5 };

static uint32_t draw(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

/* $ is a drug, # a disorder. */
static const char *const sentences[] = {
    "We report the case of a 49-year-old woman who developed # ten days after the start of $. ",
    "Her history was remarkable for #, which had been treated with $ (400 mg daily) for six years. ",
    "Laboratory tests on admission, including liver enzymes and a full blood count, were within normal limits. ",
    "After $ was withdrawn, # resolved within two weeks; rechallenge was not attempted. ",
    "The patients were randomly assigned to receive either $ or placebo, and were followed for up to 52 weeks. ",
    "There was no evidence of # in the control group (p < 0.05), although three patients had mild #. ",
    "Most reports of #, #, and # come from small series, and the mechanism remains poorly understood. ",
    "In conclusion, clinicians should be aware that $ and $ may cause #, even at low doses. ",
    "The mean time from the first dose to the appearance of symptoms was 12.4 days (range, 2-31 days). ",
    "To our knowledge, this is the first description of $-induced # in a child. ",
};

static Str name(const rxc_concepts *concepts, rxc_concept_type type, uint32_t *state)
{
    const rxc_vocab *vocab = &concepts->finder.vocab;
    for (;;) {
        const rxc_term *term = &vocab->terms.v[draw(state, (uint32_t)vocab->terms.n)];
        if (term->type == type) return term->name;
    }
}

static void add_sentence(Buf *out, const rxc_concepts *concepts, uint32_t *state)
{
    const char *p = sentences[draw(state, sizeof sentences / sizeof *sentences)];
    for (; *p; p++) {
        if (*p == '$') buf_add(out, name(concepts, RXC_DRUG, state));
        else if (*p == '#') buf_add(out, name(concepts, RXC_DISORDER, state));
        else buf_char(out, *p);
    }
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The words of a text, normalised and looked up, and the longest listed names among them; gives their number. */
static size_t find_listed(const rxc_finder *finder, Str text, Arena *arena, rxc_tokens *tokens)
{
    rxc_find found;
    size_t count = 0;
    tokens->n = 0;
    rxc_normal_tokens(arena, text, 0, text.n, SIZE_MAX, tokens);
    rxc_words_number(finder->words, text, tokens->v, tokens->n);
    rxc_unit unit = { text, { 0, text.n }, tokens->v, tokens->n };
    for (size_t i = 0; i < unit.n; i++)
        if (rxc_find_listed(finder, &unit, i, &found)) i = found.e - 1, count++;
    return count;
}

static size_t all_listed(const rxc_concepts *concepts, Str texts)
{
    Arena arena = { 0 };
    rxc_tokens tokens = { 0 };
    Str text;
    size_t count = 0;
    while (str_cut(&texts, '\n', &text)) count += find_listed(&concepts->finder, text, &arena, &tokens);
    arena_clear(&arena);
    return count;
}

static size_t all_annotated(const rxc_concepts *concepts, Str texts)
{
    Buf out = { 0 };
    Str text;
    size_t count = 0;
    while (str_cut(&texts, '\n', &text)) {
        Arena arena = { 0 };
        rxc_annotate_text(concepts, text, &arena, &out);
        arena_clear(&arena);
        count += out.n;
        buf_reset(&out);
    }
    buf_clear(&out);
    return count;
}

static void measure(const rxc_concepts *concepts, Str texts, const char *what, size_t (*run)(const rxc_concepts *, Str),
                    const char *of)
{
    double best = 0;
    size_t count = 0;
    for (int round = 0; round < ROUNDS; round++) {
        double begin = seconds();
        count = run(concepts, texts);
        double rate = (double)texts.n / 1e6 / (seconds() - begin);
        if (rate > best) best = rate;
    }
    printf("%s: %.1f MB/s on one thread, %zu %s in %.1f MB, best of %d\n", what, best, count, of, (double)texts.n / 1e6,
           ROUNDS);
}

int main(int argc, char **argv)
{
    Arena arena = { 0 };
    Buf made = { 0 };
    rxc_concepts *concepts = NULL;
    rxc_err err = { 0 };
    uint32_t state = 1;
    if (argc < 2) return fprintf(stderr, "bench_concepts DATA [TEXTS]\n"), 2;
    double begin = seconds();
    rxc_status status = rxc_concepts_open(argv[1], &concepts, &err);
    if (status) return fprintf(stderr, "%s\n", err.text), 1;
    printf("open: %.1f ms\n", (seconds() - begin) * 1e3);
    for (int i = 0; i < ABSTRACTS && argc < 3; i++) {
        for (int k = 0; k < SENTENCES; k++) add_sentence(&made, concepts, &state);
        buf_char(&made, '\n');
    }
    Str texts = buf_str(&made);
    if (argc > 2) status = rxc_file_read(argv[2], (size_t)1 << 30, &arena, &texts, &err);
    if (status) return fprintf(stderr, "%s\n", err.text), 1;
    measure(concepts, texts, "lists", all_listed, "names");
    measure(concepts, texts, "annotate", all_annotated, "bytes of JSON");
    rxc_concepts_close(concepts);
    buf_clear(&made);
    arena_clear(&arena);
    return 0;
}

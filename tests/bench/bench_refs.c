/* bench_refs.c: how fast references are parsed, and how much memory a long pipe takes.
 *
 *     bench_refs MODEL RXCITE [LINES]
 *
 * LINES holds raw references, one a line; without it, references in four styles are made of a few names and words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "refs/refs.h"

enum { LINES = 20000, ROUNDS = 5, PIPED = 1000000 };

static uint32_t draw(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

static const char *choose(uint32_t *state, const char *const *words, size_t n) { return words[draw(state, (uint32_t)n)]; }

#define CHOOSE(state, words) choose((state), (words), sizeof(words) / sizeof *(words))

static const char *const families[] = { "Simpson", "Beck", "Thaçi", "van der Berg", "O'Neill", "Kabashima", "Wu", "Blauvelt", "Hoegh-Guldberg", "Lee" };
static const char *const subjects[] = { "Dupilumab", "Methotrexate", "Skin reactions", "Adverse events", "Acute pustulosis", "Treatment with biologics" };
static const char *const places[] = { "in adults with moderate-to-severe atopic dermatitis", "after vaccination: a case report", "in children aged 6 to 11 years",
                                      "and the risk of conjunctivitis", "compared with placebo: results from two phase 3 trials" };
static const char *const journals[] = { "N Engl J Med", "J Am Acad Dermatol", "British Journal of Dermatology", "Lancet", "JAMA Dermatol" };

static void add_names(Buf *out, uint32_t *s, bool dotted)
{
    uint32_t n = 1 + draw(s, 6);
    for (uint32_t i = 0; i < n; i++) {
        int a = 'A' + (int)draw(s, 26), b = 'A' + (int)draw(s, 26);
        const char *family = CHOOSE(s, families);
        if (dotted) buf_printf(out, "%s%s, %c. %c.", i ? ", " : "", family, a, b);
        else buf_printf(out, "%s%s %c%c", i ? ", " : "", family, a, b);
    }
}

static void add_line(Buf *out, uint32_t *s)
{
    uint32_t style = draw(s, 4), year = 1980 + draw(s, 44), volume = 1 + draw(s, 400), page = 1 + draw(s, 2000);
    const char *subject = CHOOSE(s, subjects), *place = CHOOSE(s, places), *journal = CHOOSE(s, journals);
    add_names(out, s, style > 1);
    if (style == 0) buf_printf(out, ". %s %s. %s. %u;%u(%u):%u-%u.\n", subject, place, journal, year, volume, 1 + year % 12, page, page + 9);
    if (style == 1) buf_printf(out, " (%u) %s %s. %s %u: %u–%u. doi: 10.1056/NEJMoa%u\n", year, subject, place, journal, volume, page, page + 7, page * 71);
    if (style == 2) buf_printf(out, " (%u). %s %s. %s, %u(%u), %u–%u.\n", year, subject, place, journal, volume, 1 + year % 9, page, page + 4);
    if (style == 3) buf_printf(out, ", \"%s %s,\" %s, vol. %u, no. 3, pp. %u-%u, %u.\n", subject, place, journal, volume, page, page + 11, year);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void measure_speed(const rxc_refs_parser *parser, Str lines)
{
    double best = 0, tokens = 0;
    for (int round = 0; round < ROUNDS; round++) {
        Str rest = lines, line;
        size_t count = 0;
        double begin = seconds();
        while (str_cut(&rest, '\n', &line)) {
            Arena arena = { 0 };
            rxc_reference ref = { 0 };
            rxc_refs_parse(parser, &arena, line, &ref);
            arena_clear(&arena);
            count++;
        }
        double rate = (double)count / (seconds() - begin);
        if (rate > best) best = rate;
        tokens = (double)lines.n / (double)count;
    }
    printf("parse: %.0f references a second on one thread, %.0f bytes each, best of %d\n", best, tokens, ROUNDS);
}

/* A million lines through `rxcite refs --lines`; the memory of the child. */
static int measure_memory(const char *program, Str lines)
{
    int ends[2], status = 0;
    struct rusage usage;
    if (pipe(ends) != 0) return 1;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[0], 0);
        close(ends[0]), close(ends[1]);
        if (!freopen("/dev/null", "w", stdout)) _exit(1);
        execl(program, program, "refs", "--lines", "-f", "ndjson", "-", (char *)NULL);
        _exit(127);
    }
    close(ends[0]);
    FILE *out = fdopen(ends[1], "w");
    size_t written = 0;
    double begin = (double)time(NULL);
    while (child > 0 && written < PIPED) {
        Str rest = lines, line;
        while (written < PIPED && str_cut(&rest, '\n', &line)) fprintf(out, "%.*s\n", STR_ARG(line)), written++;
    }
    fclose(out);
    if (wait4(child, &status, 0, &usage) < 0 || status) return fprintf(stderr, "%s failed\n", program), 1;
    printf("pipe: %zu lines in %.0f s on all cores, %.1f MB at most\n", written, (double)time(NULL) - begin, (double)usage.ru_maxrss / 1024);
    return 0;
}

int main(int argc, char **argv)
{
    Arena arena = { 0 };
    Buf made = { 0 };
    Str lines = { 0 };
    rxc_refs_parser *parser = NULL;
    rxc_err err = { 0 };
    uint32_t state = 1;
    if (argc < 3) return fprintf(stderr, "bench_refs MODEL RXCITE [LINES]\n"), 2;
    for (int i = 0; i < LINES; i++) add_line(&made, &state);
    lines = buf_str(&made);
    double begin = seconds();
    rxc_status status = rxc_refs_open(argv[1], &parser, &err);
    if (!status) printf("open: %.1f ms\n", (seconds() - begin) * 1e3);
    if (!status && argc > 3) status = rxc_file_read(argv[3], (size_t)1 << 30, &arena, &lines, &err);
    if (status) return fprintf(stderr, "%s\n", err.text), 1;
    measure_speed(parser, lines);
    rxc_refs_close(parser);
    int failed = measure_memory(argv[2], lines);
    buf_clear(&made);
    arena_clear(&arena);
    return failed;
}

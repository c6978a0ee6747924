/* bench_read.c: how fast documents are read, and their references and call-outs found, on one thread.
 *
 *     bench_read MODEL [FILE|made]...
 *
 * A row for each format of the FILEs; "made" stands for entries of RIS and nbib, and for a PDF, that are made here. Times are of
 * the processor, best of several rounds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/file.h"
#include "read/source.h"
#include "refs/refs.h"

enum { ROUNDS = 5, ENTRIES = 20000, FORMATS = 32, PAGES = 60, LINES = 58, CITED = 200, REFERENCES = 2 * (LINES * PAGES - CITED) - 1 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* All inputs of one format. */
typedef struct Load {
    const rxc_reader *reader;
    VEC(Str) inputs;
    size_t bytes, documents, references, callouts, pages;
    double read, refs, all; /* seconds: of the parts in the best round */
} Load;

static void measure_source(Load *load, const rxc_refs_parser *parser, const rxc_source *source, double *read, double *refs)
{
    const rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_record record = { 0 };
    double begin = seconds();
    if (rxc_read_source(source, &limits, &arena, &record.doc, &err)) {
        fprintf(stderr, "%s\n", err.text);
        exit(1);
    }
    double middle = seconds();
    rxc_refs_find(parser, &record);
    rxc_callouts_find(&record);
    load->documents++;
    load->references += record.references.n;
    load->callouts += record.callouts.n;
    arena_clear(&arena);
    *read += middle - begin;
    *refs += seconds() - middle;
}

static void measure_round(Load *load, const rxc_refs_parser *parser)
{
    const rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    double begin = seconds(), read = 0, refs = 0;
    load->documents = load->references = load->callouts = 0;
    for (size_t i = 0; i < load->inputs.n; i++) {
        rxc_sources *sources = rxc_sources_open(rxc_stream_bytes(load->inputs.v[i]), S("bench"), &limits);
        for (bool more = true; more;) {
            Arena arena = { 0 };
            rxc_source source;
            rxc_err err = { 0 };
            more = rxc_sources_next(sources, &arena, &source, &err);
            if (more) measure_source(load, parser, &source, &read, &refs);
            arena_clear(&arena);
        }
        rxc_sources_close(sources);
    }
    double all = seconds() - begin;
    if (load->all == 0 || all < load->all) load->all = all, load->read = read, load->refs = refs;
}

static void measure(Load *load, const rxc_refs_parser *parser)
{
    for (int round = 0; round < ROUNDS; round++) measure_round(load, parser);
    double mb = (double)load->bytes / 1e6;
    printf("%-8s %7.2f MB %6zu documents %6zu references %6zu call-outs  %7.1f MB/s read, %7.1f MB/s read and referenced", load->reader->name, mb,
           load->documents, load->references, load->callouts, mb / (load->all - load->refs), mb / load->all);
    if (load->pages) printf(", %.1f pages/s", (double)load->pages / load->all);
    putchar('\n');
    fflush(stdout);
}

/* Pages that a PDF says it has: the largest /Count. */
static size_t count_pages(Str bytes)
{
    size_t most = 0, at;
    while ((at = str_find(bytes, S("/Count "))) != STR_NONE) {
        size_t count = (size_t)strtoul(bytes.p + at + 7, NULL, 10);
        if (count > most && count < 100000) most = count;
        bytes = str_drop(bytes, at + 7);
    }
    return most;
}

static Load *find_load(Load *loads, const rxc_reader *reader)
{
    Load *load = loads;
    while (load->reader && load->reader != reader) load++;
    load->reader = reader;
    return load;
}

static void add_input(Arena *arena, Load *loads, Str bytes, const char *name)
{
    const rxc_reader *reader = rxc_reader_find(bytes, str_from(name));
    if (!reader) {
        fprintf(stderr, "%s: is of no known format\n", name);
        return;
    }
    Load *load = find_load(loads, reader);
    *vec_push(arena, &load->inputs) = bytes;
    load->bytes += bytes.n;
    if (strcmp(reader->name, "pdf") == 0) load->pages += count_pages(bytes);
}

#define ABSTRACT                                                                                                                 \
    "A man of 40 with atopic dermatitis developed conjunctivitis and keratitis after 12 weeks of dupilumab. The drug was stopped, " \
    "drops were given, and both subsided within a month. The reaction is listed; how often it occurs with other drugs of the "     \
    "class is not known. We discuss what was reported before, and how to go on with treatment."

static void add_ris(Buf *out, int i)
{
    buf_printf(out, "TY  - JOUR\nAU  - Smith, Anna B.\nAU  - Lee, Bo\nAU  - Wu, Li\nTI  - Keratitis after dupilumab: case %d of a series\n"
                    "T2  - Annals of Examples\nPY  - %d\nVL  - %d\nIS  - 2\nSP  - %d\nEP  - %d\nDO  - 10.0000/example.%d\nAB  - " ABSTRACT
                    "\nKW  - keratitis\nKW  - dupilumab\nUR  - https://example.org/%d\nER  - \n\n",
               i, 1990 + i % 30, i % 90, i, i + 5, i, i);
}

static void add_nbib(Buf *out, int i)
{
    buf_printf(out, "PMID- %d\nOWN - NLM\nSTAT- MEDLINE\nDP  - %d May 3\nTI  - Keratitis after dupilumab: case %d of a series that goes on over\n"
                    "      the next line.\nPG  - %d-%d\nLID - 10.0000/example.%d [doi]\nAB  - " ABSTRACT "\nFAU - Smith, Anna B\nAU  - Smith AB\n"
                    "FAU - Lee, Bo\nAU  - Lee B\nLA  - eng\nPT  - Case Reports\nPT  - Journal Article\nTA  - Ann Examples\nJT  - Annals of examples\n"
                    "MH  - *Dermatitis, Atopic/drug therapy\nMH  - Humans\nVI  - %d\nIP  - 2\nSO  - Ann Examples. 2020 May 3;1(2):3-4.\n\n",
               30000000 + i, 1990 + i % 30, i, i, i + 5, i, i % 90);
}

/* Line `i` of a paper: running text with call-outs, and at its end the list of references. */
static void add_line(Buf *out, int i)
{
    int entry = i - REFERENCES - 1;
    if (entry == -1) buf_printf(out, "References");
    else if (entry >= 0 && entry % 2 == 0) buf_printf(out, "%d. Smith %c%c, Lee B. Keratitis after dupilumab, a series", entry / 2 + 1, 'A' + entry % 26, 'A' + entry / 26);
    else if (entry >= 0) buf_printf(out, "of cases. Ann Ex %c. %d;%d(2):%d-%d.", 'A' + entry % 26, 1990 + entry % 30, entry, entry, entry + 5);
    else if (i % 4 == 3) buf_printf(out, "and subsided in man %c%c [%d], as was seen before [%d].", 'A' + i % 26, 'A' + i / 26 % 26, i % CITED + 1, (i + 7) % CITED + 1);
    else buf_printf(out, "keratitis of type %c%c after %d weeks of the drug, in one eye", 'A' + i % 26, 'A' + i / 26 % 26, i % 40);
}

/* A paper in two columns, with a running head, each page of text in plain letters. */
static void add_pdf(Buf *out)
{
    buf_printf(out, "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [");
    for (int p = 0; p < PAGES; p++) buf_printf(out, "%d 0 R ", 3 + 2 * p);
    buf_printf(out, "] /Count %d >>\nendobj\n", (int)PAGES);
    for (int p = 0; p < PAGES; p++) {
        Buf text = { 0 };
        buf_printf(&text, "BT /F 8 Tf 50 770 Td (Smith et al. Annals of Examples) Tj ET BT /F 8 Tf 300 20 Td (%d) Tj ET\n", p + 1);
        for (int i = 0; i < 2 * LINES; i++) {
            int line = 2 * LINES * p + i, size = line == REFERENCES ? 14 : 9;
            buf_printf(&text, "BT /F %d Tf %d %d Td (", size, i < LINES ? 50 : 310, 750 - i % LINES * 12);
            add_line(&text, line);
            buf_printf(&text, ") Tj ET\n");
        }
        buf_printf(out, "%d 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F << /Type /Font "
                        "/Subtype /Type1 /BaseFont /Times-Roman >> >> >> >>\nendobj\n%d 0 obj\n<< /Length %zu >>\nstream\n",
                   3 + 2 * p, 4 + 2 * p, 4 + 2 * p, text.n);
        buf_add(out, buf_str(&text));
        buf_printf(out, "endstream\nendobj\n");
        buf_clear(&text);
    }
    buf_printf(out, "trailer\n<< /Size %d /Root 1 0 R >>\n%%%%EOF\n", 3 + 2 * PAGES);
}

int main(int argc, char **argv)
{
    Arena arena = { 0 };
    Load loads[FORMATS] = { 0 };
    Buf ris = { 0 }, nbib = { 0 }, pdf = { 0 };
    rxc_refs_parser *parser = NULL;
    rxc_err err = { 0 };
    if (argc < 2) return fprintf(stderr, "bench_read MODEL [FILE|made]...\n"), 2;
    rxc_status status = rxc_refs_open(argv[1], &parser, &err);
    for (int i = 2; !status && i < argc; i++) {
        Str bytes = { 0 };
        if (strcmp(argv[i], "made") == 0) {
            for (int k = 0; k < ENTRIES; k++) add_ris(&ris, k), add_nbib(&nbib, k);
            add_input(&arena, loads, buf_str(&ris), "made.ris");
            add_input(&arena, loads, buf_str(&nbib), "made.nbib");
            add_pdf(&pdf);
            add_input(&arena, loads, buf_str(&pdf), "made.pdf");
            continue;
        }
        status = rxc_file_read(argv[i], (size_t)1 << 30, &arena, &bytes, &err);
        if (!status) add_input(&arena, loads, bytes, argv[i]);
    }
    if (status) return fprintf(stderr, "%s\n", err.text), 1;
    for (Load *load = loads; load->reader; load++) measure(load, parser);
    rxc_refs_close(parser);
    buf_clear(&ris);
    buf_clear(&nbib);
    buf_clear(&pdf);
    arena_clear(&arena);
    return 0;
}

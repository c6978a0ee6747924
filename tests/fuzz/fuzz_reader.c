/* fuzz_reader.c: any bytes for one reader, and nothing but the reading, so that millions of inputs can be tried.
 * The reader is the one that the environment's FUZZ_READER names, else the input's first line, else the one that takes the bytes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_source.h"

#include "read/pdf.h"
#include "read/source.h"
#include "read/xlsx.h"
#include "text/utf8.h"

enum { ENTRIES_MAX = 4 /* of one input */ };

#define check_str(s) FUZZ_HOLDS(rxc_utf8_valid((s), NULL))

static void check_names(const rxc_names *names)
{
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        const Str parts[] = { name->family, name->given, name->particle, name->suffix, name->literal };
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) check_str(parts[k]);
    }
}

static void check_work(rxc_work *work)
{
    for (int field = 0; field < RXC_FIELDS; field++) check_str(*rxc_work_field_of(work, (rxc_work_field)field));
    check_names(&work->authors);
    check_names(&work->editors);
}

/* Every string of a document is UTF-8. */
static void check_strings(rxc_doc *doc)
{
    check_str(doc->text);
    check_work(&doc->work);
    for (size_t i = 0; i < doc->entries.n; i++) check_work(&doc->entries.v[i].work);
    for (size_t i = 0; i < doc->notices.n; i++) check_work(&doc->notices.v[i].work);
    for (size_t i = 0; i < doc->marks.n; i++) check_str(doc->marks.v[i].target);
    for (size_t i = 0; i < doc->blocks.n; i++) {
        check_str(doc->blocks.v[i].label);
        check_str(doc->blocks.v[i].anchor);
    }
    for (size_t i = 0; i < doc->diags.n; i++) check_str(doc->diags.v[i].text);
}

static void read_one(const rxc_reader *reader, Str bytes, size_t lead)
{
    const rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    rxc_source source = { .bytes = bytes, .name = S("fuzz"), .line = 1, .lead = lead, .reader = reader };
    Arena arena = { 0 };
    rxc_doc *doc = NULL;
    rxc_err err = { 0 };
    if (rxc_read_source(&source, &limits, &arena, &doc, &err) == RXC_OK) {
        fuzz_check_doc(doc);
        check_strings(doc);
    } else {
        FUZZ_HOLDS(err.text[0]);
        check_str(str_from(err.text));
    }
    arena_clear(&arena);
}

/* An entry behind what entries share, as source.c joins them. */
static Str join(Arena *arena, Str lead, Str entry)
{
    char *out = arena_alloc(arena, lead.n + entry.n + 1);
    if (lead.n) memcpy(out, lead.p, lead.n);
    if (entry.n) memcpy(out + lead.n, entry.p, entry.n);
    return (Str){ out, lead.n + entry.n };
}

static size_t count_lines(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == '\n';
    return n;
}

/* Gives the number of entries. */
static size_t read_entries(const rxc_reader *reader, Str bytes)
{
    Arena arena = { 0 };
    void *state = arena_alloc(&arena, reader->split->state_size + 1);
    rxc_cut cut = { 0 };
    size_t n = 0;
    for (; n < ENTRIES_MAX && reader->split->cut(state, &arena, bytes, true, &cut) == RXC_CUT_ENTRY; n++) {
        FUZZ_HOLDS(cut.b <= cut.e && cut.e <= cut.used && cut.used <= bytes.n);
        if (!cut.problem.n) read_one(reader, join(&arena, cut.lead, str_sub(bytes, cut.b, cut.e)), count_lines(cut.lead));
        bytes = str_drop(bytes, cut.used);
        cut = (rxc_cut){ 0 };
    }
    arena_clear(&arena);
    return n;
}

static void read_bytes(const rxc_reader *reader, Str bytes)
{
    if (reader && (!reader->split || !read_entries(reader, bytes))) read_one(reader, bytes, 0);
}

/* The sheets of a workbook are tables, each for the reader that takes it. */
static void read_sheets(Str bytes)
{
    const rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    Arena arena = { 0 };
    rxc_xlsx_sheets sheets = { 0 };
    rxc_err err = { 0 };
    if (rxc_xlsx_read(bytes, S("fuzz"), &limits, &arena, &sheets, &err)) FUZZ_HOLDS(err.text[0]);
    for (size_t i = 0; i < sheets.n; i++) {
        check_str(sheets.v[i].name);
        check_str(sheets.v[i].csv);
        read_bytes(rxc_reader_find(sheets.v[i].csv, S("fuzz")), sheets.v[i].csv);
    }
    arena_clear(&arena);
}

/* The reader that the environment names, for all inputs; else NULL. */
static const rxc_reader *wanted(void)
{
    static const rxc_reader *reader;
    const char *name = reader ? NULL : getenv("FUZZ_READER");
    if (!name) return reader;
    reader = fuzz_reader_find(str_from(name));
    if (reader) return reader;
    fprintf(stderr, "FUZZ_READER: there is no reader %s\n", name);
    exit(2);
}

/* Poppler sets up tables with the first file that is open, and drops them with the last: one stays open. */
static void keep_poppler(void)
{
    static Arena arena;
    static rxc_pdf_file *file;
    rxc_err err = { 0 };
    if (file) return;
    rxc_doc *doc = arena_new(&arena, rxc_doc);
    doc->arena = &arena;
    FUZZ_HOLDS(rxc_pdf_file_open(fuzz_pdf(&arena, S("\3")), NULL, doc, &file, &err) == RXC_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str bytes = { (const char *)data, size };
    Arena arena = { 0 };
    const rxc_reader *named = fuzz_reader_named(&bytes), *reader = wanted();
    if (!reader) reader = named;
    bytes = fuzz_source(&arena, bytes);
    bool sheets = rxc_xlsx_is(bytes);
    if (!reader && !sheets) reader = rxc_reader_find(bytes, S("fuzz"));
    if (reader == fuzz_reader_find(S("pdf"))) keep_poppler();
    if (sheets) read_sheets(bytes);
    else read_bytes(reader, bytes);
    arena_clear(&arena);
    return 0;
}

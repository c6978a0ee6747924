/* read_wostab.c: reads rows of Web of Science's tab-delimited export, and of its table for Excel, which has words for tags. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/reader.h"
#include "read/table.h"
#include "read/wosentry.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_wostab;

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    return rxc_table_cut(state, arena, NULL, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_table_cutter), .cut = cut };

/* What the table for Excel calls the tags that are used. */
static const struct {
    const char *name, *tag;
} words[] = {
    { "Publication Type", "PT" },    { "Authors", "AU" },                { "Author Full Names", "AF" },  { "Book Editors", "BE" },
    { "Book Author Full Names", "BF" }, { "Book Group Authors", "GP" }, { "Group Authors", "CA" },      { "Article Title", "TI" },
    { "Source Title", "SO" },        { "Book Series Title", "SE" },      { "Language", "LA" },           { "Document Type", "DT" },
    { "Author Keywords", "DE" },     { "Keywords Plus", "ID" },          { "Abstract", "AB" },           { "Cited References", "CR" },
    { "Cited Reference Count", "NR" }, { "Publisher", "PU" },            { "ISSN", "SN" },               { "eISSN", "EI" },
    { "ISBN", "BN" },                { "Journal ISO Abbreviation", "JI" }, { "Publication Date", "PD" }, { "Publication Year", "PY" },
    { "Volume", "VL" },              { "Issue", "IS" },                  { "Start Page", "BP" },         { "End Page", "EP" },
    { "Article Number", "AR" },      { "DOI", "DI" },                    { "Early Access Date", "EA" },  { "Pubmed Id", "PM" },
    { "UT (Unique WOS ID)", "UT" },
};

/* The tag of a column; empty for one of the other table that is not used. */
static Str tag_of(Str name)
{
    if (name.n == 2) return name;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(name, str_from(words[i].name))) return str_from(words[i].tag);
    return (Str){ 0 };
}

/* "One, A; Two, B" -> a line each */
static Str lines_of(Arena *arena, Str list)
{
    rxc_table_list parts = { .rest = list, .separator = ';' };
    Str part;
    char *out = arena_alloc(arena, list.n + 1);
    size_t n = 0;
    while (rxc_table_part(&parts, &part)) {
        if (part.n && n) out[n++] = '\n';
        if (part.n) memcpy(out + n, part.p, part.n);
        n += part.n;
    }
    return (Str){ out, n };
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_wosentry entry = { .doc = doc };
    rxc_table table;
    (void)limits, (void)err;
    rxc_table_open(&table, doc->arena, rxc_charset_decode(doc->arena, source, &doc->diags));
    if (rxc_table_next(&table)) {
        rxc_table_check(&table, &doc->diags);
        entry.parts.line = table.line;
        for (size_t i = 0; i < table.names.n && i < table.cells.n; i++) {
            Str tag = tag_of(table.names.v[i]), value = table.cells.v[i];
            if (tag.n) rxc_wosentry_take(&entry, tag, rxc_wosentry_is_list(tag) ? lines_of(doc->arena, value) : value, table.line);
        }
    }
    rxc_wosentry_finish(&entry);
    return RXC_OK;
}

static int sniff(Str head) { return rxc_table_has(head, "PT|AU|TI|SO|UT") || rxc_table_has(head, "Article Title|Source Title|UT (Unique WOS ID)") ? 95 : 0; }

const rxc_reader rxc_reader_wostab = {
    .name = "wostab",
    .help = "Web of Science, a row an entry",
    .extensions = "txt tsv tab csv",
    .sniff = sniff,
    .read = read,
    .split = &split,
};

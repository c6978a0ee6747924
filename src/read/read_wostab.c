/* read_wostab.c: reads rows of Web of Science's tab-delimited export. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/reader.h"
#include "read/table.h"
#include "read/wosentry.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_wostab;

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    return rxc_table_cut(state, arena, '\t', NULL, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_table_cutter), .cut = cut };

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
    rxc_table_open(&table, doc->arena, rxc_charset_decode(doc->arena, source, &doc->diags), '\t');
    if (rxc_table_next(&table)) {
        rxc_table_check(&table, &doc->diags);
        entry.parts.line = table.line;
        for (size_t i = 0; i < table.names.n && i < table.cells.n; i++) {
            Str tag = table.names.v[i], value = table.cells.v[i];
            rxc_wosentry_take(&entry, tag, rxc_wosentry_is_list(tag) ? lines_of(doc->arena, value) : value, table.line);
        }
    }
    rxc_wosentry_finish(&entry);
    return RXC_OK;
}

static int sniff(Str head)
{
    return str_chr(str_take(head, 64), '\t') != STR_NONE && rxc_table_has(head, '\t', "PT|AU|TI|SO|UT") ? 95 : 0;
}

const rxc_reader rxc_reader_wostab = {
    .name = "wostab",
    .help = "Web of Science, a row an entry, with tabs between",
    .extensions = "txt tsv tab",
    .sniff = sniff,
    .read = read,
    .split = &split,
};

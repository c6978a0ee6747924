/* read_embase.c: reads entries of Embase's CSV with a field a row: "TITLE","…", then "AUTHOR NAMES","Wu L.","Ali K.B."; a blank
 * line ends an entry. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"
#include "read/entry.h"
#include "read/person.h"
#include "read/stated.h"
#include "read/table.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_embase;

/* --- rows ----------------------------------------------------------------------------------------------------------- */

/* `"TITLE",`: the first field of an entry. */
static bool begins(Str line)
{
    if (str_starts(line, S("\xEF\xBB\xBF"))) line = str_drop(line, 3);
    return str_starts(line, S("\"TITLE\",")) || str_starts(line, S("TITLE,"));
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    bool any = false;
    (void)state, (void)arena;
    for (size_t at = 0, next; at < window.n; at = next) {
        Str rest = str_drop(window, at);
        size_t n = str_chr(rest, '\n');
        if (n == STR_NONE && !end) return RXC_CUT_MORE;
        next = n == STR_NONE ? window.n : at + n + 1;
        bool first = begins(rest), blank = str_trim(str_take(rest, n)).n == 0;
        if (first && any) {
            out->e = out->used = at;
            return RXC_CUT_ENTRY;
        }
        if (!any && !blank) out->b = at, any = true;
    }
    if (!end) return RXC_CUT_MORE;
    out->e = out->used = window.n;
    return any ? RXC_CUT_ENTRY : RXC_CUT_END;
}

static const rxc_split split = { .cut = cut };

/* --- what an entry states ------------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    rxc_work_field field;
} texts[] = {
    { "TITLE", RXC_FIELD_title },     { "SOURCE TITLE", RXC_FIELD_container }, { "VOLUME", RXC_FIELD_volume },     { "ISSUE", RXC_FIELD_issue },
    { "ABSTRACT", RXC_FIELD_abstract }, { "BOOK PUBLISHER", RXC_FIELD_publisher }, { "ARTICLE LANGUAGE", RXC_FIELD_language }, { "LANGUAGE OF ARTICLE", RXC_FIELD_language },
    { "FULL TEXT LINK", RXC_FIELD_url },
};

typedef struct Embase {
    rxc_doc *doc;
    rxc_entry_parts parts;
    Buf kinds, keywords;
    Str first, last, year, day;
} Embase;

static void add_all(Buf *list, const char *between, const rxc_table *row)
{
    for (size_t i = 1; i < row->cells.n; i++) {
        if (list->n && row->cells.v[i].n) buf_add(list, str_from(between));
        buf_add(list, row->cells.v[i]);
    }
}

static void take_people(Embase *e, rxc_names *names, const rxc_table *row)
{
    for (size_t i = 1; i < row->cells.n; i++)
        if (row->cells.v[i].n) rxc_person_add(e->doc->arena, names, &e->doc->work.et_al, row->cells.v[i]);
}

/* "31693077 (http://www.ncbi.nlm.nih.gov/pubmed/31693077)" -> the number */
static Str first_word(Str s) { return str_take(s, str_chr(s, ' ')); }

/* Other rows are addresses, links, numbers of trials and substances. */
static void take(Embase *e, const rxc_table *row)
{
    rxc_work *work = &e->doc->work;
    Arena *arena = e->doc->arena;
    Str name = row->cells.v[0], value = row->cells.n > 1 ? row->cells.v[1] : (Str){ 0 };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (str_eq(name, str_from(texts[i].name))) *rxc_work_field_of(work, texts[i].field) = value;
    if (str_eq(name, S("ABSTRACT"))) e->parts.abstract_line = row->line;
    if (str_eq(name, S("AUTHOR NAMES"))) take_people(e, &work->authors, row);
    else if (str_eq(name, S("EDITORS"))) take_people(e, &work->editors, row);
    else if (str_eq(name, S("FIRST PAGE"))) e->first = value;
    else if (str_eq(name, S("LAST PAGE"))) e->last = value;
    else if (str_eq(name, S("PUBLICATION YEAR"))) e->year = value;
    else if (str_eq(name, S("DATE OF PUBLICATION"))) e->day = value;
    else if (str_eq(name, S("PUBLICATION TYPE"))) add_all(&e->kinds, ", ", row);
    else if (str_eq(name, S("AUTHOR KEYWORDS")) || str_starts(name, S("EMTREE "))) add_all(&e->keywords, "; ", row);
    else if (str_eq(name, S("DOI"))) work->doi = rxc_stated_doi(value);
    else if (str_eq(name, S("MEDLINE PMID"))) work->pmid = rxc_stated_pmid(first_word(value), true);
    else if (str_eq(name, S("ISSN")) || str_eq(name, S("ISBN"))) rxc_stated_serial(arena, work, value);
    else if (str_eq(name, S("PUI"))) work->database_id = value.n ? arena_printf(arena, "embase:%.*s", STR_ARG(value)) : value;
}

static void settle(Embase *e)
{
    rxc_work *work = &e->doc->work;
    Arena *arena = e->doc->arena;
    rxc_date year = rxc_stated_date(arena, e->year), day = rxc_stated_date(arena, e->day);
    work->issued = day.year && (!year.year || day.year == year.year) ? day : year;
    work->title = rxc_stated_title(work->title);
    work->type = work->isbn.n && !work->volume.n ? RXC_WORK_BOOK : work->container.n ? RXC_WORK_ARTICLE : RXC_WORK_OTHER;
    rxc_stated_pages(arena, work, rxc_entry_pages(arena, e->first, e->last));
    e->parts.kinds = arena_str(arena, buf_str(&e->kinds));
    e->parts.keywords = arena_str(arena, buf_str(&e->keywords));
    buf_clear(&e->kinds), buf_clear(&e->keywords);
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Embase e = { .doc = doc, .parts = { .line = 1 } };
    rxc_table row = { .arena = doc->arena, .rest = rxc_charset_decode(doc->arena, source, &doc->diags), .separator = ',', .next_line = 1 };
    (void)limits, (void)err;
    while (rxc_table_next(&row)) take(&e, &row);
    if (row.torn) rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "csv.torn", row.line, 0, "the row ends within quotes: the last field may hold more than one");
    settle(&e);
    rxc_entry_finish(doc, &e.parts);
    return RXC_OK;
}

/* A title, and another row of those that Embase has, near the beginning. */
static int sniff(Str head)
{
    if (!begins(head)) return 0;
    head = str_take(head, 8192);
    return str_find(head, S("\n\"AUTHOR NAMES\",")) != STR_NONE || str_find(head, S("\n\"SOURCE\",")) != STR_NONE || str_find(head, S("\n\"PUBLICATION YEAR\",")) != STR_NONE ? 95 : 0;
}

const rxc_reader rxc_reader_embase = {
    .name = "embase",
    .help = "Embase, CSV with a field a row",
    .extensions = "csv",
    .sniff = sniff,
    .read = read,
    .split = &split,
};

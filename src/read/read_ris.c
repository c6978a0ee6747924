/* read_ris.c: reads entries of RIS files: "TY  - JOUR" … "ER  -", in the dialects of EndNote, Zotero, Scopus, IEEE. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/date.h"
#include "read/byline.h"
#include "read/entry.h"
#include "read/reader.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_ris;

/* --- lines ---------------------------------------------------------------------------------------------------------- */

/* "AU  - Wu, L." -> tag "AU", value "Wu, L."; some writers put one space before the hyphen, or none behind it. */
static bool read_tag(Str line, Str *tag, Str *value)
{
    size_t at = 2;
    if (line.n < 3 || !(chr_upper(line.p[0]) && (chr_upper(line.p[1]) || chr_digit(line.p[1])))) return false;
    while (at < line.n && line.p[at] == ' ') at++;
    if (at == 2 || at > 4 || at >= line.n || line.p[at] != '-') return false;
    *tag = str_take(line, 2);
    *value = str_trim(str_drop(line, at + 1));
    return true;
}

static bool is_tag(Str line, const char *name)
{
    Str tag, value;
    return read_tag(line, &tag, &value) && str_eq(tag, str_from(name));
}

/* --- entries of a file ---------------------------------------------------------------------------------------------- */

/* From a line TY to the line behind ER, to the next TY, or to the end. */
static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    size_t at = 0;
    bool within = false;
    (void)state, (void)arena;
    while (at < window.n) {
        size_t n = str_chr(str_drop(window, at), '\n');
        if (n == STR_NONE && !end) return RXC_CUT_MORE;
        size_t next = n == STR_NONE ? window.n : at + n + 1;
        Str line = str_sub(window, at, next);
        bool begins = is_tag(line, "TY");
        if (within && (begins || is_tag(line, "ER"))) {
            out->e = out->used = begins ? at : next;
            return RXC_CUT_ENTRY;
        }
        if (begins) out->b = at, within = true;
        at = next;
    }
    if (!end) return RXC_CUT_MORE;
    out->e = out->used = window.n;
    return within ? RXC_CUT_ENTRY : RXC_CUT_END;
}

static const rxc_split split = { .cut = cut };

/* --- one entry ------------------------------------------------------------------------------------------------------ */

static const struct {
    const char *ris;
    rxc_work_type type;
} types[] = {
    { "JOUR", RXC_WORK_ARTICLE },     { "JFULL", RXC_WORK_ARTICLE },     { "EJOUR", RXC_WORK_ARTICLE },
    { "MGZN", RXC_WORK_ARTICLE },     { "ABST", RXC_WORK_ARTICLE },      { "INPR", RXC_WORK_ARTICLE },
    { "BOOK", RXC_WORK_BOOK },        { "EBOOK", RXC_WORK_BOOK },        { "EDBOOK", RXC_WORK_BOOK },
    { "CHAP", RXC_WORK_CHAPTER },     { "ECHAP", RXC_WORK_CHAPTER },     { "CONF", RXC_WORK_CONFERENCE },
    { "CPAPER", RXC_WORK_CONFERENCE }, { "THES", RXC_WORK_THESIS },      { "RPRT", RXC_WORK_REPORT },
    { "GOVDOC", RXC_WORK_REPORT },    { "ELEC", RXC_WORK_WEBPAGE },      { "WEB", RXC_WORK_WEBPAGE },
    { "BLOG", RXC_WORK_WEBPAGE },     { "COMP", RXC_WORK_SOFTWARE },     { "DATA", RXC_WORK_DATASET },
    { "PAT", RXC_WORK_PATENT },       { "UNPB", RXC_WORK_PREPRINT },
};

static rxc_work_type type_of(Str ris)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_eq_nocase(ris, str_from(types[i].ris))) return types[i].type;
    return RXC_WORK_OTHER;
}

/* Where several tags say the same, the one of the smaller rank wins. */

typedef struct Ris {
    rxc_doc *doc;
    rxc_entry_parts parts;
    Str page_last, date;
    unsigned char rank[RXC_FIELDS]; /* of the tag that filled a field: smaller is better; 0: none yet */
    Str keywords;
} Ris;

static const struct {
    const char *tag;
    rxc_work_field field;
    unsigned char rank;
} texts[] = {
    { "TI", RXC_FIELD_title, 1 },       { "T1", RXC_FIELD_title, 2 },     { "CT", RXC_FIELD_title, 3 },
    { "BT", RXC_FIELD_container, 4 },   { "JF", RXC_FIELD_container, 1 }, { "JO", RXC_FIELD_container, 3 },
    { "T2", RXC_FIELD_container, 2 },   { "JA", RXC_FIELD_container, 5 }, { "J2", RXC_FIELD_container, 6 },
    { "J1", RXC_FIELD_container, 7 },   { "T3", RXC_FIELD_collection, 1 }, { "VL", RXC_FIELD_volume, 1 },
    { "VO", RXC_FIELD_volume, 2 },      { "IS", RXC_FIELD_issue, 1 },     { "CP", RXC_FIELD_issue, 2 },
    { "SP", RXC_FIELD_page_first, 1 },  { "C7", RXC_FIELD_page_first, 2 }, { "PB", RXC_FIELD_publisher, 1 },
    { "CY", RXC_FIELD_place, 1 },       { "PP", RXC_FIELD_place, 2 },     { "SN", RXC_FIELD_issn, 1 },
    { "UR", RXC_FIELD_url, 1 },         { "LK", RXC_FIELD_url, 2 },       { "L1", RXC_FIELD_url, 3 },
    { "AB", RXC_FIELD_abstract, 1 },    { "N2", RXC_FIELD_abstract, 2 },  { "LA", RXC_FIELD_language, 1 },
    { "DO", RXC_FIELD_doi, 1 },         { "DI", RXC_FIELD_doi, 2 },       { "M3", RXC_FIELD_doi, 3 },
    { "ET", RXC_FIELD_edition, 1 },     { "C2", RXC_FIELD_pmcid, 1 },     { "AN", RXC_FIELD_pmid, 1 },
};

static void take_text(Ris *r, Str tag, Str value)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        rxc_work_field field = texts[i].field;
        if (!str_eq(tag, str_from(texts[i].tag))) continue;
        if (field == RXC_FIELD_doi && !str_starts(value, S("10.")) && str_find(value, S("doi.org/10.")) == STR_NONE) return;
        if (field == RXC_FIELD_pmid && (value.n > 8 || value.n == 0 || !chr_digit(value.p[0]))) return;
        if (field == RXC_FIELD_pmcid && !str_starts(value, S("PMC"))) return;
        if (r->rank[field] && r->rank[field] <= texts[i].rank) return;
        size_t at = field == RXC_FIELD_doi ? str_find(value, S("10.")) : 0;
        *rxc_work_field_of(&r->doc->work, field) = str_drop(value, at);
        r->rank[field] = texts[i].rank;
        return;
    }
}

static void take(Ris *r, Str tag, Str value)
{
    rxc_work *work = &r->doc->work;
    Arena *arena = r->doc->arena;
    if (value.n == 0) return;
    if (str_eq(tag, S("TY"))) work->type = type_of(value);
    else if (str_eq(tag, S("AU")) || str_eq(tag, S("A1"))) *vec_push(arena, &work->authors) = rxc_byline_one(arena, value);
    else if (str_eq(tag, S("ED")) || str_eq(tag, S("A2"))) *vec_push(arena, &work->editors) = rxc_byline_one(arena, value);
    else if (str_eq(tag, S("EP"))) r->page_last = value;
    else if (str_eq(tag, S("DA")) || ((str_eq(tag, S("PY")) || str_eq(tag, S("Y1"))) && !r->date.n)) r->date = value;
    else if (str_eq(tag, S("KW")))
        r->keywords = r->keywords.n ? arena_printf(arena, "%.*s; %.*s", STR_ARG(r->keywords), STR_ARG(value)) : value;
    else take_text(r, tag, value);
}

/* "2019", "2019/08/12", "2019///", "1 Jan.-Feb. 2019" */
static rxc_date date_of(Arena *arena, Str text)
{
    char *copy = arena_cstr(arena, text);
    for (char *c = copy; *c; c++)
        if (*c == '/') *c = '-';
    Str s = { copy, text.n };
    while (s.n && str_last(s) == '-') s.n--;
    size_t used;
    rxc_date date = rxc_date_parse(s, &used);
    for (size_t i = 0; !date.year && i + 4 <= s.n; i++)
        if (chr_digit(s.p[i]) && (i == 0 || !chr_digit(s.p[i - 1]))) date.year = rxc_date_parse(str_drop(s, i), &used).year;
    return date;
}

static void settle(Ris *r)
{
    rxc_work *work = &r->doc->work;
    work->issued = date_of(r->doc->arena, r->date);
    work->page = rxc_entry_pages(r->doc->arena, work->page_first, r->page_last);
    r->parts.keywords = r->keywords;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Ris r = { .doc = doc, .parts = { .line = 1 } };
    Str rest = rxc_charset_decode(doc->arena, source, &doc->diags), line, tag = { 0 }, value = { 0 }, next_tag, next_value;
    (void)limits, (void)err;
    while (str_cut(&rest, '\n', &line)) {
        if (read_tag(line, &next_tag, &next_value)) {
            take(&r, tag, value);
            tag = next_tag, value = next_value;
        } else if (str_trim(line).n) {
            value = arena_printf(doc->arena, "%.*s\n%.*s", STR_ARG(value), STR_ARG(str_trim(line)));
        }
    }
    take(&r, tag, value);
    settle(&r);
    rxc_entry_finish(doc, &r.parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Str line;
    for (int i = 0; i < 20 && str_cut(&head, '\n', &line); i++) {
        if (is_tag(line, "TY")) return 95;
        if (str_trim(line).n && i > 5) return 0;
    }
    return 0;
}

const rxc_reader rxc_reader_ris = {
    .name = "ris",
    .help = "RIS, of reference managers and databases",
    .extensions = "ris",
    .sniff = sniff,
    .read = read,
    .split = &split,
};

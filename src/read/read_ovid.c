/* read_ovid.c: reads entries of Ovid's tagged files: "<1. >", then "AU  - Wu L.". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/entry.h"
#include "read/person.h"
#include "read/stated.h"
#include "read/tagged.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_ovid;

/* --- lines ---------------------------------------------------------------------------------------------------------- */

/* "AU  - Wu L." */
static size_t split_tag(Str line, Str *tag)
{
    bool tagged = line.n >= 5 && chr_upper(line.p[0]) && (chr_upper(line.p[1]) || chr_digit(line.p[1])) && line.p[2] == ' ' && line.p[3] == ' ' && line.p[4] == '-';
    if (tagged) *tag = str_take(line, 2);
    return tagged ? 5 : 0;
}

/* "<12. >" */
static bool is_number(Str line)
{
    line = str_trim(line);
    if (line.n < 4 || line.n > 20 || line.p[0] != '<' || str_last(line) != '>') return false;
    for (size_t i = 1; i + 1 < line.n; i++)
        if (!chr_digit(line.p[i]) && line.p[i] != '.' && line.p[i] != ' ') return false;
    return true;
}

static rxc_tagged_mark mark_line(Str line)
{
    Str tag;
    if (is_number(line)) return RXC_TAGGED_BEGIN;
    return split_tag(line, &tag) ? RXC_TAGGED_FIELD : RXC_TAGGED_NONE;
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    (void)state, (void)arena;
    return rxc_tagged_cut(mark_line, window, end, out);
}

static const rxc_split split = { .cut = cut };

/* --- fields --------------------------------------------------------------------------------------------------------- */

typedef struct Ovid {
    rxc_doc *doc;
    rxc_entry_parts parts;
    Buf kinds, keywords;
    rxc_names full; /* FA: what AU names with initials */
    Str source, number, database, year, day, journal;
} Ovid;

static bool take_text(Ovid *o, Str tag, Str value)
{
    rxc_work *work = &o->doc->work;
    const struct {
        const char *tag;
        Str *field;
    } texts[] = {
        { "TI", &work->title },  { "AB", &work->abstract },  { "VI", &work->volume }, { "IP", &work->issue },  { "JT", &work->container }, { "JN", &work->container },
        { "PB", &work->publisher }, { "PL", &work->place },  { "LG", &work->language }, { "EN", &work->edition }, { "BT", &work->collection }, { "SO", &o->source },
        { "UI", &o->number },    { "DB", &o->database },     { "YR", &o->year },      { "DP", &o->day },       { "DG", &o->day },          { "TA", &o->journal },
        { "JA", &o->journal },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!str_eq(tag, str_from(texts[i].tag))) continue;
        if (!texts[i].field->n) *texts[i].field = value;
        return true;
    }
    return false;
}

/* What else there is are addresses, dates of indexing, numbers of substances and trials, and says nothing of the work. */
static void take(Ovid *o, const rxc_tagged_field *field)
{
    rxc_work *work = &o->doc->work;
    Arena *arena = o->doc->arena;
    Str tag = field->tag, value = rxc_tagged_join(arena, field->value), one;
    if (str_eq(tag, S("AB"))) o->parts.abstract_line = field->line;
    if (!value.n || take_text(o, tag, value)) return;
    if (str_eq(tag, S("AU")) || str_eq(tag, S("FA"))) {
        rxc_names *names = str_eq(tag, S("AU")) ? &work->authors : &o->full;
        for (Str rest = field->value; rxc_tagged_line(&rest, &one);) rxc_person_add(arena, names, &work->et_al, one);
    } else if (str_eq(tag, S("ED"))) rxc_person_add(arena, &work->editors, &work->et_al, value);
    else if (str_eq(tag, S("MH")) || str_eq(tag, S("KW"))) rxc_tagged_list(&o->keywords, "; ", value.p[0] == '*' ? str_drop(value, 1) : value);
    else if (str_eq(tag, S("PT"))) rxc_tagged_list(&o->kinds, ", ", value);
    else if (str_eq(tag, S("DO"))) work->doi = work->doi.n ? work->doi : rxc_stated_doi(value);
    else if (str_eq(tag, S("IS")) || str_eq(tag, S("IB"))) rxc_stated_serial(arena, work, value);
    else if (str_eq(tag, S("PG"))) rxc_stated_pages(arena, work, value);
    else if (str_eq(tag, S("PM"))) work->pmid = rxc_stated_pmid(str_take(value, str_chr(value, ' ')), true);
}

/* --- one entry ------------------------------------------------------------------------------------------------------ */

static bool is_numeric(Str s) { return s.n && s.n <= 8 && chr_digit(s.p[0]); }

/* Of the source, what stands before ", 2018", and behind the stop before it: "12 (Supplement 3) (pp 1-10)". */
static Str numbers_of(Str rest)
{
    for (size_t at = 0; at + 6 <= rest.n; at++) {
        bool year = rest.p[at] == ',' && rest.p[at + 1] == ' ' && chr_digit(rest.p[at + 2]) && chr_digit(rest.p[at + 3]) && chr_digit(rest.p[at + 4]) && chr_digit(rest.p[at + 5]);
        if (!year) continue;
        for (size_t b = at; b > 1; b--)
            if (rest.p[b - 1] == ' ' && rest.p[b - 2] == '.' && !str_starts(str_drop(rest, b), S("("))) return str_sub(rest, b, at);
        return str_take(rest, at);
    }
    return (Str){ 0 };
}

/* Embase: "Lancet. 375 (9721) (pp 1-10), 2010. Date of …"; MEDLINE: "Lancet. 375(9721):1-10, 2010 Jan 02." */
static void take_source(Ovid *o)
{
    rxc_work *work = &o->doc->work;
    Arena *arena = o->doc->arena;
    size_t stop = str_find(o->source, S(". "));
    if (stop == STR_NONE) return;
    Str numbers = numbers_of(str_drop(o->source, stop + 2));
    if (!work->container.n) work->container = str_take(o->source, stop);
    size_t open = str_chr(numbers, '('), colon = str_chr(numbers, ':'), pages = str_find(numbers, S("(pp ")), issue = open == pages ? STR_NONE : open;
    size_t close = issue == STR_NONE ? STR_NONE : str_chr(str_drop(numbers, issue), ')');
    Str volume = str_trim(str_take(numbers, open < colon ? open : colon));
    if (!is_numeric(volume)) return;
    if (!work->volume.n) work->volume = volume;
    if (!work->issue.n && close != STR_NONE && !str_starts(str_drop(numbers, issue), S("(no pag"))) work->issue = str_sub(numbers, issue + 1, issue + close);
    if (work->page.n) return;
    if (pages != STR_NONE) rxc_stated_pages(arena, work, str_take(str_drop(numbers, pages + 4), str_chr(str_drop(numbers, pages + 4), ')')));
    else if (colon != STR_NONE) rxc_stated_pages(arena, work, str_drop(numbers, colon + 1));
}

static void settle(Ovid *o)
{
    rxc_work *work = &o->doc->work;
    Arena *arena = o->doc->arena;
    rxc_date year = rxc_stated_date(arena, o->year), day = rxc_stated_date(arena, o->day);
    bool medline = str_find_nocase(o->database, S("medline")) != STR_NONE;
    work->issued = day.year && (!year.year || day.year == year.year) ? day : year;
    if (o->full.n && o->full.n == work->authors.n) work->authors = o->full;
    work->title = rxc_stated_title(work->title);
    if (!work->pmid.n) work->pmid = rxc_stated_pmid(o->number, medline);
    if (!medline && o->number.n && chr_digit(o->number.p[0])) work->database_id = arena_printf(arena, "embase:%.*s", STR_ARG(o->number));
    take_source(o);
    if (!work->container.n) work->container = o->journal;
    work->type = work->container.n ? RXC_WORK_ARTICLE : RXC_WORK_OTHER;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Ovid o = { .doc = doc, .parts = { .line = 1 } };
    rxc_tagged tagged = { .rest = rxc_charset_decode(doc->arena, source, &doc->diags), .split = split_tag };
    rxc_tagged_field field;
    (void)limits, (void)err;
    while (rxc_tagged_next(&tagged, &field))
        if (field.tag.n) take(&o, &field);
    settle(&o);
    o.parts.kinds = arena_str(doc->arena, buf_str(&o.kinds));
    o.parts.keywords = arena_str(doc->arena, buf_str(&o.keywords));
    buf_clear(&o.kinds), buf_clear(&o.keywords);
    rxc_entry_finish(doc, &o.parts);
    return RXC_OK;
}

/* A number in angle brackets, then tags. */
static int sniff(Str head)
{
    Str line, tag;
    bool number = false;
    for (int i = 0; i < 10 && rxc_tagged_line(&head, &line); i++) {
        if (!str_trim(line).n) continue;
        if (number) return split_tag(line, &tag) ? 95 : 0;
        number = is_number(line);
        if (!number) return 0;
    }
    return 0;
}

const rxc_reader rxc_reader_ovid = {
    .name = "ovid",
    .help = "Ovid's tagged files, of MEDLINE and Embase",
    .extensions = "txt cgi ovd",
    .sniff = sniff,
    .read = read,
    .split = &split,
};

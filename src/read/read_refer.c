/* read_refer.c: reads entries of EndNote's tagged files (.enw), which refer and BibIX use too: "%0 Journal Article", "%A Wu, Li". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/endtype.h"
#include "read/entry.h"
#include "read/person.h"
#include "read/stated.h"
#include "read/tagged.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_refer;

/* Letters that are known and not used: addresses, labels, call numbers, translated titles and people, custom fields, files. */
static const char unused[] = "FHLOQYZ1346?!#$]&()*+^><=";

/* --- lines ---------------------------------------------------------------------------------------------------------- */

/* "%A Wu, Li" -> "A" */
static size_t split_tag(Str line, Str *tag)
{
    bool tagged = line.n >= 2 && line.p[0] == '%' && line.p[1] > ' ' && line.p[1] <= '~' && line.p[1] != '%' && (line.n == 2 || line.p[2] == ' ');
    if (!tagged) return 0;
    *tag = str_sub(line, 1, 2);
    return line.n == 2 ? 2 : 3;
}

static rxc_tagged_mark mark_typed(Str line)
{
    Str tag;
    if (!split_tag(line, &tag)) return RXC_TAGGED_NONE;
    return str_eq(tag, S("0")) ? RXC_TAGGED_BEGIN : RXC_TAGGED_FIELD;
}

/* Where types are not stated a blank line ends an entry. */
static rxc_tagged_mark mark_untyped(Str line)
{
    Str tag;
    if (split_tag(line, &tag)) return RXC_TAGGED_FIELD;
    return str_trim(line).n ? RXC_TAGGED_NONE : RXC_TAGGED_END;
}

typedef enum Style { UNSEEN, TYPED, UNTYPED } Style;

/* By the first line with a tag. */
static Style style_of(Str window)
{
    Str line, tag;
    while (rxc_tagged_line(&window, &line))
        if (split_tag(line, &tag)) return str_eq(tag, S("0")) ? TYPED : UNTYPED;
    return UNSEEN;
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    Style *style = state, now = *style ? *style : style_of(window);
    (void)arena;
    rxc_cut_result result = rxc_tagged_cut(now == UNTYPED ? mark_untyped : mark_typed, window, end, out);
    if (result == RXC_CUT_ENTRY) *style = now;
    return result;
}

static const rxc_split split = { .state_size = sizeof(Style), .cut = cut };

/* --- what an entry states ------------------------------------------------------------------------------------------- */

typedef struct Refer {
    rxc_doc *doc;
    rxc_entry_parts parts;
    Buf kinds, keywords;
    Str book, year, day, number, database, pages; /* %B; %D; %8; %M; %~, %W; %P */
} Refer;

static void set(Str *field, Str value)
{
    if (!field->n) *field = value;
}

static bool take_text(Refer *r, char tag, Str value)
{
    rxc_work *work = &r->doc->work;
    const struct {
        char tag;
        Str *field;
    } texts[] = {
        { 'T', &work->title },    { 'J', &work->container }, { 'B', &r->book },         { 'S', &work->collection }, { 'V', &work->volume },
        { 'N', &work->issue },    { 'I', &work->publisher }, { 'C', &work->place },     { 'X', &work->abstract },   { 'G', &work->language },
        { '7', &work->edition },  { 'U', &work->url },       { 'D', &r->year },         { '8', &r->day },           { 'M', &r->number },
        { '~', &r->database },    { 'W', &r->database },     { 'P', &r->pages },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (tag != texts[i].tag) continue;
        set(texts[i].field, value);
        return true;
    }
    return false;
}

static void take(Refer *r, const rxc_tagged_field *field)
{
    rxc_work *work = &r->doc->work;
    Arena *arena = r->doc->arena;
    char tag = field->tag.p[0];
    Str value = rxc_tagged_join(arena, field->value);
    if (!value.n) return;
    if (tag == 'X') r->parts.abstract_line = field->line;
    if (tag == '0') work->type = rxc_endtype_find(value, (Str){ 0 });
    else if (tag == 'A') rxc_person_add(arena, &work->authors, &work->et_al, value);
    else if (tag == 'E') rxc_person_add(arena, &work->editors, &work->et_al, value);
    else if (tag == 'K') rxc_tagged_list(&r->keywords, "; ", field->value);
    else if (tag == '9') rxc_tagged_list(&r->kinds, ", ", value);
    else if (tag == 'R') set(&work->doi, rxc_stated_doi(value));
    else if (tag == '@') rxc_stated_serial(arena, work, value);
    else if (tag == '[') work->accessed = rxc_stated_date(arena, value);
    else if (tag == '2') set(&work->pmcid, str_starts(value, S("PMC")) ? value : (Str){ 0 });
    else if (!take_text(r, tag, value) && !strchr(unused, tag))
        rxc_diag_add(arena, &r->doc->diags, RXC_NOTE, "refer.tag", field->line, 0, "the tag %%%c is not known, and is passed over", tag);
}

/* --- one entry ------------------------------------------------------------------------------------------------------ */

/* %8 is a whole date, or a day of the year in %D; the year of %D counts. */
static rxc_date date_of(const Refer *r)
{
    Arena *arena = r->doc->arena;
    rxc_date year = rxc_stated_date(arena, r->year), day = rxc_stated_date(arena, r->day);
    if (year.year && !day.year && r->day.n) day = rxc_stated_date(arena, arena_printf(arena, "%.*s %d", STR_ARG(str_take(r->day, 40)), year.year));
    return !year.year || (day.year == year.year && !year.month) ? day : year;
}

/* The number of the database is the PMID where that is PubMed, or where none is named. */
static void settle_number(Refer *r)
{
    rxc_work *work = &r->doc->work;
    bool pubmed = !r->database.n || str_find_nocase(r->database, S("pubmed")) != STR_NONE || str_find_nocase(r->database, S("medline")) != STR_NONE ||
                  str_find_nocase(r->database, S("nlm")) != STR_NONE;
    if (str_starts(r->number, S("WOS:"))) work->database_id = arena_printf(r->doc->arena, "wos:%.*s", STR_ARG(str_drop(r->number, 4)));
    else work->pmid = rxc_stated_pmid(r->number, pubmed);
}

static void settle(Refer *r)
{
    rxc_work *work = &r->doc->work;
    bool whole = work->type == RXC_WORK_BOOK || work->type == RXC_WORK_THESIS || work->type == RXC_WORK_REPORT;
    work->issued = date_of(r);
    settle_number(r);
    rxc_stated_pages(r->doc->arena, work, r->pages);
    if (whole) set(&work->collection, r->book);
    else set(&work->container, r->book);
    if (work->type == RXC_WORK_OTHER && r->book.n) work->type = RXC_WORK_CHAPTER;
    else if (work->type == RXC_WORK_OTHER && work->container.n) work->type = RXC_WORK_ARTICLE;
    if (work->type == RXC_WORK_ARTICLE) work->edition = (Str){ 0 }; /* EndNote puts the day of first publication there */
    if (!work->doi.n && str_find(work->url, S("doi.org/")) != STR_NONE) work->doi = rxc_stated_doi(work->url);
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Refer r = { .doc = doc, .parts = { .line = 1 } };
    rxc_tagged tagged = { .rest = rxc_charset_decode(doc->arena, source, &doc->diags), .split = split_tag };
    rxc_tagged_field field;
    (void)limits, (void)err;
    while (rxc_tagged_next(&tagged, &field)) {
        if (field.tag.n) take(&r, &field);
        else if (field.value.n)
            rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "refer.line", field.line, 0, "a line before the first tag is passed over");
    }
    settle(&r);
    r.parts.kinds = arena_str(doc->arena, buf_str(&r.kinds));
    r.parts.keywords = arena_str(doc->arena, buf_str(&r.keywords));
    buf_clear(&r.kinds), buf_clear(&r.keywords);
    rxc_entry_finish(doc, &r.parts);
    return RXC_OK;
}

/* A type in the first line, or two of the commonest tags within the first ones. */
static int sniff(Str head)
{
    Str line, tag;
    bool title = false, other = false;
    for (int i = 0; i < 40 && rxc_tagged_line(&head, &line); i++) {
        if (!str_trim(line).n && !title && !other) continue;
        bool tagged = split_tag(line, &tag) > 0;
        if (!title && !other && !tagged) return 0;
        if (!tagged) continue;
        if (str_eq(tag, S("0")) && line.n > 3 && chr_upper(line.p[3])) return 95;
        title |= str_eq(tag, S("T")) && line.n > 3;
        other |= strchr("ADJKE", tag.p[0]) && line.n > 3;
        if (title && other) return 90;
        if (!title && !other) return 0;
    }
    return 0;
}

const rxc_reader rxc_reader_refer = {
    .name = "refer",
    .help = "EndNote's tagged files, refer",
    .extensions = "enw refer",
    .sniff = sniff,
    .read = read,
    .split = &split,
};

/* wosentry.c: an entry of Web of Science. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/wosentry.h"

#include "read/person.h"
#include "read/stated.h"
#include "read/tagged.h"
#include "read/wosref.h"

/* Tags that are known and not used: addresses, people's ids, funding, counts of use, subjects, series, parts of the file. */
static const char unused[] = "FN VR ER EF C1 C3 RP EM RI OI FU FX TC Z9 U1 U2 PI PA J9 FT SI PN SU MA PG P2 WC WE SC GA OA HC HP "
                             "DA EY D2 CY CL SP HO AE NM SS CT BS BD BA AA Z1 Z2 Z3 Z4 Z8 ZB ZR ZA ZS GE X1 X4 Y1 Y4 PV "
                             "OF MI MQ TA DS S1 PE C2 CO PS FP DL";

bool rxc_wosentry_is_list(Str tag) { return rxc_tagged_known("AU AF BA BF BE BK CA GP CR", tag); }

static const struct {
    const char *name;
    rxc_notice notice;
} notices[] = {
    { "Retracted Publication", { .kind = RXC_NOTICE_RETRACTION } },
    { "Retraction", { .kind = RXC_NOTICE_RETRACTION, .by_this = true } },
    { "Correction", { .kind = RXC_NOTICE_CORRECTION, .by_this = true } },
    { "Expression of Concern", { .kind = RXC_NOTICE_CONCERN, .by_this = true } },
};

/* "Article; Proceedings Paper" */
static void take_kinds(rxc_wosentry *w, Str value)
{
    rxc_work *work = &w->doc->work;
    Str one;
    while (str_cut(&value, ';', &one)) {
        one = str_trim(one);
        rxc_tagged_list(&w->kinds, ", ", one);
        if (str_eq(one, S("Book Chapter"))) work->type = RXC_WORK_CHAPTER;
        else if (str_eq(one, S("Book"))) work->type = RXC_WORK_BOOK;
        else if (str_eq(one, S("Proceedings Paper"))) work->type = RXC_WORK_CONFERENCE;
        else if (str_eq(one, S("Data Set"))) work->type = RXC_WORK_DATASET;
        else if (str_eq(one, S("Preprint"))) work->type = RXC_WORK_PREPRINT;
        for (size_t i = 0; i < sizeof notices / sizeof *notices; i++)
            if (str_eq(one, str_from(notices[i].name))) *vec_push(w->doc->arena, &w->doc->notices) = notices[i].notice;
    }
}

/* "J" journal, "B" book, "S" series, "P" patent */
static void take_type(rxc_wosentry *w, Str value)
{
    rxc_work *work = &w->doc->work;
    char c = value.p[0];
    if (work->type == RXC_WORK_OTHER)
        work->type = c == 'J' ? RXC_WORK_ARTICLE : c == 'B' ? RXC_WORK_BOOK : c == 'P' ? RXC_WORK_PATENT : RXC_WORK_CONFERENCE;
}

static void take_names(rxc_wosentry *w, rxc_names *names, Str value, bool group)
{
    Str line;
    while (rxc_tagged_line(&value, &line)) {
        line = str_trim(line);
        if (group && line.n) *vec_push(w->doc->arena, names) = (rxc_name){ .literal = line };
        else if (!group) rxc_person_add(w->doc->arena, names, &w->doc->work.et_al, line);
    }
}

static void take_references(rxc_wosentry *w, Str value, size_t line)
{
    Str one;
    for (; rxc_tagged_line(&value, &one); line++) {
        one = str_trim(one);
        if (!one.n) continue;
        rxc_entry_reference *reference = vec_push(w->doc->arena, &w->parts.references);
        *reference = (rxc_entry_reference){ .raw = one, .line = line, .work = rxc_wosref_read(w->doc->arena, one), .complete = true };
    }
}

static void take_id(rxc_wosentry *w, Str value)
{
    rxc_work *work = &w->doc->work;
    Str number = str_starts(value, S("WOS:")) ? str_drop(value, 4) : str_starts(value, S("ISI:")) ? str_drop(value, 4) : value;
    work->database_id = arena_printf(w->doc->arena, "wos:%.*s", STR_ARG(number));
    if (str_starts(value, S("MEDLINE:")) && !work->pmid.n) work->pmid = rxc_stated_pmid(value, false);
}

static bool take_people(rxc_wosentry *w, Str tag, Str value)
{
    rxc_work *work = &w->doc->work;
    if (str_eq(tag, S("AU"))) take_names(w, &work->authors, value, false);
    else if (str_eq(tag, S("AF"))) take_names(w, &w->full, value, false);
    else if (str_eq(tag, S("BE")) || str_eq(tag, S("ED"))) take_names(w, &work->editors, value, false);
    else if (str_eq(tag, S("BF")) && !w->full.n) take_names(w, &w->full, value, false);
    else if (str_eq(tag, S("BF")) || str_eq(tag, S("BK"))) return true;
    else if (str_eq(tag, S("CA")) || str_eq(tag, S("GP"))) take_names(w, &w->full, value, true);
    else return false;
    return true;
}

static bool take_text(rxc_wosentry *w, Str tag, Str value)
{
    rxc_work *work = &w->doc->work;
    const struct {
        const char *tag;
        Str *field;
    } texts[] = {
        { "TI", &work->title },   { "SO", &work->container }, { "SE", &work->collection }, { "LA", &work->language },
        { "AB", &work->abstract }, { "PU", &work->publisher }, { "VL", &work->volume },     { "IS", &work->issue },
        { "BP", &w->page_b },     { "EP", &w->page_e },       { "AR", &w->article },       { "PD", &w->month },
        { "PY", &w->year },       { "EA", &w->early },        { "JI", &w->short_journal }, { "UR", &work->url },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!str_eq(tag, str_from(texts[i].tag))) continue;
        if (!texts[i].field->n) *texts[i].field = value;
        return true;
    }
    return false;
}

void rxc_wosentry_take(rxc_wosentry *w, Str tag, Str raw, size_t line)
{
    rxc_work *work = &w->doc->work;
    Arena *arena = w->doc->arena;
    if (!raw.n || take_people(w, tag, raw)) return;
    Str value = str_eq(tag, S("CR")) ? raw : rxc_tagged_join(arena, raw);
    if (str_eq(tag, S("AB"))) w->parts.abstract_line = line;
    if (str_eq(tag, S("CR"))) take_references(w, value, line);
    else if (str_eq(tag, S("PT"))) take_type(w, value);
    else if (str_eq(tag, S("DT"))) take_kinds(w, value);
    else if (str_eq(tag, S("DE")) || str_eq(tag, S("ID"))) rxc_tagged_list(&w->keywords, "; ", value);
    else if (str_eq(tag, S("NR"))) str_to_size(value, &w->doc->references_stated);
    else if (str_eq(tag, S("DI"))) work->doi = rxc_stated_doi(value);
    else if (str_eq(tag, S("PM"))) work->pmid = rxc_stated_pmid(value, true);
    else if (str_eq(tag, S("UT"))) take_id(w, value);
    else if (str_eq(tag, S("SN")) || str_eq(tag, S("EI")) || str_eq(tag, S("BN"))) rxc_stated_serial(arena, work, value);
    else if (!take_text(w, tag, value) && !rxc_tagged_known(unused, tag))
        rxc_diag_add(arena, &w->doc->diags, RXC_NOTE, "wos.tag", line, 0, "the tag %.*s is not known, and is passed over", STR_ARG(tag));
}

/* AF where it names as many as AU, with the groups behind; some have initials only there. */
static void settle_people(rxc_wosentry *w)
{
    rxc_names *authors = &w->doc->work.authors;
    size_t people = 0;
    for (size_t i = 0; i < w->full.n; i++) people += !w->full.v[i].literal.n;
    if (w->full.n >= authors->n && people) *authors = w->full;
    else
        for (size_t i = 0; i < w->full.n; i++)
            if (w->full.v[i].literal.n) *vec_push(w->doc->arena, authors) = w->full.v[i];
}

static void settle_date(rxc_wosentry *w)
{
    Arena *arena = w->doc->arena;
    rxc_date year = rxc_stated_date(arena, w->year), early = rxc_stated_date(arena, w->early);
    if (year.year && w->month.n) year = rxc_stated_date(arena, arena_printf(arena, "%d %.*s", year.year, STR_ARG(str_take(w->month, 40))));
    w->doc->work.issued = year.year ? year : early;
}

void rxc_wosentry_finish(rxc_wosentry *w)
{
    rxc_work *work = &w->doc->work;
    Arena *arena = w->doc->arena;
    settle_people(w);
    settle_date(w);
    if (!work->container.n) work->container = w->short_journal;
    rxc_stated_pages(arena, work, w->page_b.n ? rxc_entry_pages(arena, w->page_b, w->page_e) : w->article);
    if (work->type == RXC_WORK_BOOK && work->title.n && str_eq_nocase(work->title, work->container)) work->container = (Str){ 0 };
    else if (work->type == RXC_WORK_BOOK && work->title.n && work->container.n) work->type = RXC_WORK_CHAPTER;
    w->parts.kinds = arena_str(arena, buf_str(&w->kinds));
    w->parts.keywords = arena_str(arena, buf_str(&w->keywords));
    buf_clear(&w->kinds), buf_clear(&w->keywords);
    rxc_entry_finish(w->doc, &w->parts);
}

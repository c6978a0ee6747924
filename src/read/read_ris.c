/* read_ris.c: reads entries of RIS files: "TY  - JOUR" … "ER  -", in the dialects of EndNote, Zotero, Scopus, IEEE, Embase,
 * Ovid, Cochrane and publishers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/entry.h"
#include "read/person.h"
#include "read/scopusref.h"
#include "read/stated.h"
#include "read/tagged.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_ris;

/* Tags that are known and not used: addresses, series editors, links to files, shelf marks, custom fields that hold no id. */
static const char unused[] = "A3 A4 A5 AD AV C1 C4 C6 C8 CA CN DB DP DS H1 H2 ID L2 L3 L4 LB M1 M2 N3 NV OP RI RN RP SE ST SV TA TT "
                             "U1 U3 U4 U5 WP WT WV ER ID RD PA NO XT";

/* --- lines ---------------------------------------------------------------------------------------------------------- */

/* "AU  - Wu, L." -> "AU". Two spaces stand before the hyphen; before TY and ER some writers put one. */
static size_t split_tag(Str line, Str *tag)
{
    if (line.n < 4 || !chr_upper(line.p[0]) || !(chr_upper(line.p[1]) || chr_digit(line.p[1])) || line.p[2] != ' ') return 0;
    *tag = str_take(line, 2);
    if (line.n > 4 && line.p[3] == ' ' && line.p[4] == '-') return 5;
    if (line.p[3] != '-') return 0;
    if (str_eq(*tag, S("ER"))) return str_trim(str_drop(line, 4)).n ? 0 : 4;
    return str_eq(*tag, S("TY")) ? 4 : 0;
}

/* The dialect with one space before every hyphen. */
static size_t split_narrow(Str line, Str *tag)
{
    bool narrow = line.n > 4 && chr_upper(line.p[0]) && (chr_upper(line.p[1]) || chr_digit(line.p[1])) &&
                  line.p[2] == ' ' && line.p[3] == '-' && line.p[4] == ' ';
    if (narrow) *tag = str_take(line, 2);
    return narrow ? 4 : split_tag(line, tag);
}

static rxc_tagged_mark mark_line(Str line)
{
    Str tag;
    if (!split_tag(line, &tag)) return RXC_TAGGED_NONE;
    if (str_eq(tag, S("ER"))) return RXC_TAGGED_END;
    return str_eq(tag, S("TY")) ? RXC_TAGGED_BEGIN : RXC_TAGGED_FIELD;
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    (void)state, (void)arena;
    return rxc_tagged_cut(mark_line, window, end, out);
}

static const rxc_split split = { .cut = cut };

/* --- what an entry states ------------------------------------------------------------------------------------------- */

static const rxc_entry_type types[] = {
    { "JOUR", RXC_WORK_ARTICLE },      { "JFULL", RXC_WORK_ARTICLE },     { "EJOUR", RXC_WORK_ARTICLE },
    { "MGZN", RXC_WORK_ARTICLE },      { "NEWS", RXC_WORK_ARTICLE },      { "ABST", RXC_WORK_ARTICLE },
    { "INPR", RXC_WORK_ARTICLE },      { "BOOK", RXC_WORK_BOOK },         { "EBOOK", RXC_WORK_BOOK },
    { "EDBOOK", RXC_WORK_BOOK },       { "SER", RXC_WORK_BOOK },          { "CHAP", RXC_WORK_CHAPTER },
    { "ECHAP", RXC_WORK_CHAPTER },     { "ENCYC", RXC_WORK_CHAPTER },     { "DICT", RXC_WORK_CHAPTER },
    { "CONF", RXC_WORK_CONFERENCE },   { "CPAPER", RXC_WORK_CONFERENCE }, { "THES", RXC_WORK_THESIS },
    { "RPRT", RXC_WORK_REPORT },       { "GOVDOC", RXC_WORK_REPORT },     { "STAND", RXC_WORK_REPORT },
    { "ELEC", RXC_WORK_WEBPAGE },      { "WEB", RXC_WORK_WEBPAGE },       { "BLOG", RXC_WORK_WEBPAGE },
    { "COMP", RXC_WORK_SOFTWARE },     { "DATA", RXC_WORK_DATASET },      { "AGGR", RXC_WORK_DATASET },
    { "PAT", RXC_WORK_PATENT },        { "UNPB", RXC_WORK_PREPRINT },     { "UNPD", RXC_WORK_PREPRINT },
};

static rxc_work_type type_of(Str ris)
{
    rxc_work_type found = rxc_entry_type_find(types, sizeof types / sizeof *types, ris);
    return found != RXC_WORK_TYPES ? found : RXC_WORK_OTHER;
}

typedef struct Ris {
    rxc_doc *doc;
    rxc_entry_parts parts;
    Buf kinds, keywords;
    Str page_last, year, day;       /* EP; PY, Y1; DA */
    Str book;                       /* BT, T2: of what it is depends on the type */
    Str numbers[4];                 /* AN, ID, C2, C5 and the like: PMIDs where the database is one of PubMed's */
    Str database;                   /* DB, DP */
    unsigned char rank[RXC_FIELDS]; /* of the tag that filled a field: smaller is better; 0: none yet */
    rxc_names primary;              /* A1; AU goes to the work */
    bool typed, ended;              /* TY, ER were seen */
} Ris;

/* Where several tags say the same, the one of the smaller rank wins. */
static const struct {
    const char *tag;
    rxc_work_field field;
    unsigned char rank;
} texts[] = {
    { "TI", RXC_FIELD_title, 1 },      { "T1", RXC_FIELD_title, 2 },      { "CT", RXC_FIELD_title, 3 },
    { "JF", RXC_FIELD_container, 1 },  { "T2", RXC_FIELD_container, 2 },  { "JO", RXC_FIELD_container, 3 },
    { "BT", RXC_FIELD_container, 4 },  { "JA", RXC_FIELD_container, 5 },  { "J2", RXC_FIELD_container, 6 },
    { "J1", RXC_FIELD_container, 7 },  { "T3", RXC_FIELD_collection, 1 }, { "VL", RXC_FIELD_volume, 1 },
    { "VO", RXC_FIELD_volume, 2 },     { "IS", RXC_FIELD_issue, 1 },      { "CP", RXC_FIELD_issue, 2 },
    { "SP", RXC_FIELD_page_first, 1 }, { "C7", RXC_FIELD_page_first, 2 }, { "PB", RXC_FIELD_publisher, 1 },
    { "CY", RXC_FIELD_place, 1 },      { "PP", RXC_FIELD_place, 2 },      { "AB", RXC_FIELD_abstract, 1 },
    { "N2", RXC_FIELD_abstract, 2 },   { "LA", RXC_FIELD_language, 1 },   { "LG", RXC_FIELD_language, 2 },   { "ET", RXC_FIELD_edition, 1 },
    { "C3", RXC_FIELD_container, 8 },
};

static bool take_text(Ris *r, Str tag, Str value)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        rxc_work_field field = texts[i].field;
        if (!str_eq(tag, str_from(texts[i].tag))) continue;
        if (r->rank[field] && r->rank[field] <= texts[i].rank) return true;
        *rxc_work_field_of(&r->doc->work, field) = value;
        r->rank[field] = texts[i].rank;
        return true;
    }
    return false;
}

static void set(Str *field, Str value)
{
    if (!field->n) *field = value;
}

/* An address: of the work itself, or one that holds its identifier. */
static void take_url(Ris *r, Str value)
{
    rxc_work *work = &r->doc->work;
    Arena *arena = r->doc->arena;
    size_t eid = str_find(value, S("eid=2-s2.0-")), end;
    set(&work->doi, str_find(value, S("doi.org/")) != STR_NONE ? rxc_stated_doi(value) : (Str){ 0 });
    set(&work->pmid, str_find(value, S("ncbi.nlm.nih.gov")) != STR_NONE ? rxc_stated_pmid(value, false) : (Str){ 0 });
    if (eid != STR_NONE) {
        for (end = eid += 4; end < value.n && (chr_alnum(value.p[end]) || value.p[end] == '-' || value.p[end] == '.');) end++;
        set(&work->database_id, arena_printf(arena, "scopus:%.*s", STR_ARG(str_sub(value, eid, end))));
    }
    size_t space = 0;
    while (space < value.n && !chr_space(value.p[space])) space++;
    set(&work->url, str_take(value, space));
}

/* M3: the kind of work, or its DOI. */
static void take_kind(Ris *r, Str value)
{
    Str doi = rxc_stated_doi(value);
    if (doi.n) set(&r->doc->work.doi, doi);
    else rxc_tagged_list(&r->kinds, ", ", value);
    rxc_notice notice = { .kind = RXC_NOTICE_RETRACTION };
    if (str_eq_nocase(value, S("Retracted")) || str_eq_nocase(value, S("Retracted article")))
        *vec_push(r->doc->arena, &r->doc->notices) = notice;
}

/* Notes name identifiers, "PMID: 31693077 PMCID: PMC6865141" (Zotero), or "References: …" (Scopus). */
static void take_note(Ris *r, Str value, size_t line)
{
    rxc_work *work = &r->doc->work;
    if (str_starts_nocase(value, S("References:"))) {
        rxc_scopusref_list(r->doc, &r->parts, str_drop(value, strlen("References:")), line);
        return;
    }
    size_t at = str_find(value, S("PMCID: PMC")), n = 0;
    set(&work->pmid, rxc_stated_pmid(value, false));
    if (at == STR_NONE) return;
    Str id = str_drop(value, at + 7);
    while (n < id.n && chr_alnum(id.p[n])) n++;
    set(&work->pmcid, str_take(id, n));
}

/* Numbers that databases give, in the fields that each of them uses for it. */
static bool take_number(Ris *r, Str tag, Str value)
{
    static const char *const tags[] = { "AN", "C5", "C2", "ID" };
    rxc_work *work = &r->doc->work;
    if (str_eq(tag, S("UI")) || str_eq(tag, S("U2"))) tag = S("AN");
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (!str_eq(tag, str_from(tags[i]))) continue;
        if (str_starts(value, S("WOS:"))) set(&work->database_id, arena_printf(r->doc->arena, "wos:%.*s", STR_ARG(str_drop(value, 4))));
        else if (str_starts(value, S("PMC"))) set(&work->pmcid, value);
        else set(&work->pmid, rxc_stated_pmid(value, false));
        set(&r->numbers[i], value);
        return true;
    }
    return false;
}

static bool is_person(Ris *r, Str tag, Str value)
{
    rxc_work *work = &r->doc->work;
    bool primary = str_eq(tag, S("A1")), author = str_eq(tag, S("AU")), editor = str_eq(tag, S("ED")) || str_eq(tag, S("A2"));
    if (author) rxc_person_add(r->doc->arena, &work->authors, &work->et_al, value);
    if (primary) rxc_person_add(r->doc->arena, &r->primary, &work->et_al, value);
    if (editor) rxc_person_add(r->doc->arena, &work->editors, &work->et_al, value);
    return primary || author || editor;
}

static bool take_other(Ris *r, Str tag, Str value, size_t line)
{
    rxc_work *work = &r->doc->work;
    if (str_eq(tag, S("EP"))) set(&r->page_last, value);
    else if (str_eq(tag, S("PY")) || str_eq(tag, S("Y1")) || str_eq(tag, S("YR"))) {
        if (!r->year.n || str_eq(tag, S("PY"))) set(&r->day, r->year), r->year = value;
        else set(&r->day, value);
    } else if (str_eq(tag, S("DA"))) r->day = value;
    else if (str_eq(tag, S("Y2"))) work->accessed = rxc_stated_date(r->doc->arena, value);
    else if (str_eq(tag, S("UR")) || str_eq(tag, S("LK")) || str_eq(tag, S("L1"))) take_url(r, value);
    else if (str_eq(tag, S("DO")) || str_eq(tag, S("DI"))) set(&work->doi, rxc_stated_doi(value));
    else if (str_eq(tag, S("SN"))) rxc_stated_serial(r->doc->arena, work, value);
    else if (str_eq(tag, S("M3"))) take_kind(r, value);
    else if (str_eq(tag, S("PT"))) rxc_tagged_list(&r->kinds, ", ", value);
    else if (str_eq(tag, S("N1"))) take_note(r, value, line);
    else if (str_eq(tag, S("DB")) || str_eq(tag, S("DP"))) set(&r->database, value);
    else return false;
    return true;
}

static void take(Ris *r, const rxc_tagged_field *field)
{
    Str tag = field->tag, value = rxc_tagged_join(r->doc->arena, field->value);
    r->ended |= str_eq(tag, S("ER"));
    if (!value.n) return;
    if (str_eq(tag, S("TY"))) r->doc->work.type = type_of(value), r->typed = true;
    else if (str_eq(tag, S("KW"))) rxc_tagged_list(&r->keywords, "; ", field->value);
    else if (!is_person(r, tag, value) && !take_other(r, tag, value, field->line) && !take_number(r, tag, value) &&
             !take_text(r, tag, value) && !rxc_tagged_known(unused, tag))
        rxc_diag_add(r->doc->arena, &r->doc->diags, RXC_NOTE, "ris.tag", field->line, 0, "the tag %.*s is not known, and is passed over", STR_ARG(tag));
    if (str_eq(tag, S("AB")) || str_eq(tag, S("N2"))) r->parts.abstract_line = field->line;
}

/* --- one entry ------------------------------------------------------------------------------------------------------ */

/* Bare numbers are PMIDs where a database of PubMed's gives them; AN is also where none is named. */
static void settle_pmid(Ris *r)
{
    static const char *const databases[] = { "pubmed", "medline", "nlm" };
    rxc_work *work = &r->doc->work;
    bool medline = false, scopus = str_starts_nocase(r->database, S("scopus")), embase = str_starts_nocase(r->database, S("embase"));
    for (size_t i = 0; i < sizeof databases / sizeof *databases; i++) medline |= str_find_nocase(r->database, str_from(databases[i])) != STR_NONE;
    set(&work->pmid, rxc_stated_pmid(r->numbers[0], medline || !r->database.n));
    set(&work->pmid, rxc_stated_pmid(r->numbers[1], embase || medline));
    set(&work->pmid, rxc_stated_pmid(r->numbers[2], scopus));
    set(&work->pmid, rxc_stated_pmid(r->numbers[3], medline));
}

static size_t letters_of(const rxc_names *names)
{
    size_t n = 0;
    for (size_t i = 0; i < names->n; i++) n += names->v[i].given.n;
    return n;
}

/* Ovid names each author twice: as A1 in full, as AU with initials, or the other way round. Others have A1 before AU. */
static void settle_authors(Ris *r)
{
    rxc_names *authors = &r->doc->work.authors;
    bool same = authors->n == r->primary.n && authors->n;
    for (size_t i = 0; i < authors->n && same; i++) {
        const rxc_name *a = &authors->v[i], *b = &r->primary.v[i];
        same = str_eq_nocase(a->family.n ? a->family : a->literal, b->family.n ? b->family : b->literal);
    }
    if (same && letters_of(authors) >= letters_of(&r->primary)) return;
    for (size_t i = 0; i < authors->n && !same; i++) *vec_push(r->doc->arena, &r->primary) = authors->v[i];
    *authors = r->primary;
}

/* DA is a whole date, or a day of the year in PY; the year of PY counts. */
static void settle_date(Ris *r)
{
    rxc_work *work = &r->doc->work;
    Arena *arena = r->doc->arena;
    rxc_date year = rxc_stated_date(arena, r->year), day = rxc_stated_date(arena, r->day);
    if (year.year && !day.year && r->day.n) day = rxc_stated_date(arena, arena_printf(arena, "%.*s %d", STR_ARG(str_take(r->day, 40)), year.year));
    work->issued = !year.year || (day.year == year.year && !year.month) ? day : year;
}

static void settle(Ris *r)
{
    rxc_work *work = &r->doc->work;
    Str first = work->page_first, container = work->container;
    bool whole = work->type == RXC_WORK_BOOK || work->type == RXC_WORK_THESIS || work->type == RXC_WORK_REPORT;
    settle_authors(r);
    settle_date(r);
    settle_pmid(r);
    work->page_first = (Str){ 0 };
    rxc_stated_pages(r->doc->arena, work, r->page_last.n ? rxc_entry_pages(r->doc->arena, first, r->page_last) : first);
    if (!work->title.n && whole) work->title = container, work->container = (Str){ 0 };
    else if (whole && container.n) set(&work->collection, container), work->container = (Str){ 0 };
    work->title = rxc_stated_title(work->title);
    if (work->type == RXC_WORK_ARTICLE) work->edition = (Str){ 0 }; /* EndNote puts the day of first publication there */
    if (!r->typed)
        rxc_diag_add(r->doc->arena, &r->doc->diags, RXC_WARNING, "ris.type", 1, 0, "the entry does not begin with TY");
    if (!r->ended) rxc_diag_add(r->doc->arena, &r->doc->diags, RXC_NOTE, "ris.end", 1, 0, "the entry does not end with ER: something of it may be missing");
}

/* What writers put at the top of a file. */
static bool is_heading(Str line)
{
    static const char *const heads[] = { "provider:", "content:", "database:", "source:" };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_starts_nocase(line, str_from(heads[i]))) return true;
    return false;
}

static void report_lines(Ris *r, const rxc_tagged_field *field)
{
    Str rest = field->value, line;
    for (size_t n = field->line; rxc_tagged_line(&rest, &line); n++) {
        line = str_trim(line);
        if (!line.n || is_heading(line)) continue;
        rxc_diag_add(r->doc->arena, &r->doc->diags, RXC_WARNING, "ris.line", n, 0, "a line before the first tag is passed over: %.*s",
                     STR_ARG(str_take(line, 60)));
    }
}

static bool is_narrow(Str source)
{
    size_t at = str_find(source, S("TY - "));
    return at != STR_NONE && (at == 0 || source.p[at - 1] == '\n' || source.p[at - 1] == '\r');
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Ris r = { .doc = doc, .parts = { .line = 1 } };
    rxc_tagged tagged = { .rest = rxc_charset_decode(doc->arena, source, &doc->diags), .split = split_tag };
    rxc_tagged_field field;
    (void)limits, (void)err;
    if (is_narrow(tagged.rest)) tagged.split = split_narrow;
    while (rxc_tagged_next(&tagged, &field)) {
        if (!field.tag.n) report_lines(&r, &field);
        else take(&r, &field);
    }
    settle(&r);
    r.parts.kinds = arena_str(doc->arena, buf_str(&r.kinds));
    r.parts.keywords = arena_str(doc->arena, buf_str(&r.keywords));
    buf_clear(&r.kinds), buf_clear(&r.keywords);
    rxc_entry_finish(doc, &r.parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Str line, tag;
    for (int i = 0; i < 20 && rxc_tagged_line(&head, &line); i++) {
        if (split_tag(line, &tag) && str_eq(tag, S("TY"))) return 95;
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

/* read_nbib.c: reads entries of PubMed's nbib files (MEDLINE): tags of four letters, "PMID- 31693077" first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/entry.h"
#include "read/medcite.h"
#include "read/person.h"
#include "read/stated.h"
#include "read/tagged.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_nbib;

/* Tags that are known and not used: administration, addresses, grants, data in other databases. */
static const char unused[] = "AD AUID IRAD CI COI COIS COLN CRDT CTDT CTI CY DA DCOM EDAT ED EN FED FIR FPS GN GR GS IR JID LR MHDA "
                             "MID NM OABL OCI OID OTO OWN PB PHST PL PMCR PS PST PUBM SB SFM SI SO STAT TT VI FAUT NI LPMID DOC";

typedef struct Nbib {
    rxc_doc *doc;
    rxc_entry_parts parts;
    rxc_medcite_links links;
    Buf kinds, keywords;
    Str journal, other_abstract, published, book;
    bool full;          /* the last name of the list came from FAU: the AU that follows is the same person */
    bool retracted;     /* says so itself */
} Nbib;

/* --- lines ---------------------------------------------------------------------------------------------------------- */

/* "FAU - Wu, Li", "PMID- 1" */
static size_t split_tag(Str line, Str *tag)
{
    size_t n = 0;
    if (line.n < 5 || line.p[4] != '-') return 0;
    while (n < 4 && (chr_upper(line.p[n]) || chr_digit(line.p[n]))) n++;
    *tag = str_take(line, n);
    for (size_t i = n; i < 4; i++)
        if (line.p[i] != ' ') return 0;
    return n >= 2 && chr_upper(line.p[0]) ? 5 : 0;
}

static rxc_tagged_mark mark_line(Str line)
{
    Str tag;
    if (!split_tag(line, &tag)) return RXC_TAGGED_NONE;
    return str_eq(tag, S("PMID")) ? RXC_TAGGED_BEGIN : RXC_TAGGED_FIELD;
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    (void)state, (void)arena;
    return rxc_tagged_cut(mark_line, window, end, out);
}

static const rxc_split split = { .cut = cut };

/* --- fields --------------------------------------------------------------------------------------------------------- */

static void set(Str *field, Str value)
{
    if (!field->n) *field = value;
}

/* "10.1111/jdv.16000 [doi]", "e12345 [pii]" */
static void take_id(Nbib *n, Str value)
{
    rxc_work *work = &n->doc->work;
    if (str_ends(value, S("[doi]"))) set(&work->doi, rxc_stated_doi(value));
    else if (str_ends(value, S("[pii]"))) set(&work->number, str_trim(str_take(value, value.n - 5)));
}

/* FAU, then the same person as AU; old entries have AU alone. */
static void take_author(Nbib *n, Str tag, Str value)
{
    rxc_work *work = &n->doc->work;
    bool full = str_eq(tag, S("FAU"));
    if (full || !n->full) rxc_person_add(n->doc->arena, &work->authors, &work->et_al, value);
    n->full = full;
}

static void take_kind(Nbib *n, Str value)
{
    static const rxc_entry_type types[] = { { "Preprint", RXC_WORK_PREPRINT }, { "Book", RXC_WORK_BOOK }, { "Book Chapter", RXC_WORK_CHAPTER },
                  { "Dataset", RXC_WORK_DATASET },   { "Academic Dissertation", RXC_WORK_THESIS } };
    rxc_tagged_list(&n->kinds, ", ", value);
    n->retracted |= str_eq_nocase(value, S("Retracted Publication"));
    rxc_work_type found = rxc_entry_type_find(types, sizeof types / sizeof *types, value);
    if (found != RXC_WORK_TYPES) n->doc->work.type = found;
}

/* Headings and substances, "420K487FSG (dupilumab)": without the asterisk of a main topic, without the number. */
static void take_keyword(Nbib *n, Str tag, Str value)
{
    bool substance = str_eq(tag, S("RN"));
    size_t open = substance ? str_chr(value, '(') : STR_NONE;
    if (open != STR_NONE && str_last(value) == ')') value = str_sub(value, open + 1, value.n - 1);
    if (n->keywords.n && value.n) buf_add(&n->keywords, S("; "));
    for (size_t star; (star = str_chr(value, '*')) != STR_NONE; value = str_drop(value, star + 1)) buf_add(&n->keywords, str_take(value, star));
    buf_add(&n->keywords, value);
}

static bool take_text(Nbib *n, Str tag, Str value)
{
    rxc_work *work = &n->doc->work;
    const struct {
        const char *tag;
        Str *field;
    } texts[] = {
        { "PMID", &work->pmid },     { "PMC", &work->pmcid },  { "TI", &work->title },     { "VTI", &work->collection },
        { "VI", &work->volume },     { "IP", &work->issue },   { "JT", &work->container }, { "TA", &n->journal },
        { "AB", &work->abstract },   { "OAB", &n->other_abstract }, { "LA", &work->language }, { "DP", &n->published },
        { "BTI", &n->book },         { "CDAT", &n->published }, { "PB", &work->publisher }, { "CTI", &work->collection },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!str_eq(tag, str_from(texts[i].tag))) continue;
        set(texts[i].field, value);
        return true;
    }
    return false;
}

static void take(Nbib *n, const rxc_tagged_field *field)
{
    rxc_work *work = &n->doc->work;
    Arena *arena = n->doc->arena;
    Str tag = field->tag, value = rxc_tagged_join(arena, field->value);
    if (!value.n) return;
    if (str_eq(tag, S("AU")) || str_eq(tag, S("FAU"))) take_author(n, tag, value);
    else if (str_eq(tag, S("CN"))) *vec_push(arena, &work->authors) = (rxc_name){ .literal = value };
    else if (str_eq(tag, S("FED"))) rxc_person_add(arena, &work->editors, &work->et_al, value);
    else if (str_eq(tag, S("LID")) || str_eq(tag, S("AID"))) take_id(n, value);
    else if (str_eq(tag, S("PG"))) rxc_stated_pages(arena, work, value);
    else if (str_eq(tag, S("IS")) || str_eq(tag, S("ISBN"))) rxc_stated_serial(arena, work, value);
    else if (str_eq(tag, S("PT"))) take_kind(n, value);
    else if (str_eq(tag, S("MH")) || str_eq(tag, S("OT")) || str_eq(tag, S("RN"))) take_keyword(n, tag, value);
    else if (str_eq(tag, S("DEP")) && !work->issued.year) work->issued = rxc_stated_date(arena, value);
    else if (str_eq(tag, S("RF"))) str_to_size(value, &n->doc->references_stated);
    else if (!take_text(n, tag, value) && !rxc_medcite_take(n->doc, &n->links, tag, value, (Str){ 0 }, field->line) && !rxc_tagged_known(unused, tag))
        rxc_diag_add(arena, &n->doc->diags, RXC_NOTE, "nbib.tag", field->line, 0, "the tag %.*s is not known, and is passed over", STR_ARG(tag));
    if (str_eq(tag, S("AB"))) n->parts.abstract_line = field->line;
}

/* --- one entry ------------------------------------------------------------------------------------------------------ */

/* "Journal of dermatology : JD" -> without the acronym behind the colon */
static Str journal_of(Str name)
{
    size_t colon = str_find(name, S(" : "));
    if (colon == STR_NONE) return name;
    Str tail = str_drop(name, colon + 3);
    for (size_t i = 0; i < tail.n; i++)
        if (!chr_upper(tail.p[i])) return name;
    return str_take(name, colon);
}

/* Is it said by what it was retracted? */
static bool is_said_retracted(const rxc_doc *doc)
{
    for (size_t i = 0; i < doc->notices.n; i++)
        if (doc->notices.v[i].kind == RXC_NOTICE_RETRACTION && !doc->notices.v[i].by_this) return true;
    return false;
}

static void settle(Nbib *n)
{
    rxc_work *work = &n->doc->work;
    rxc_date date = rxc_stated_date(n->doc->arena, n->published);
    if (date.year) work->issued = date;
    if (work->type == RXC_WORK_OTHER) work->type = n->book.n ? RXC_WORK_CHAPTER : RXC_WORK_ARTICLE;
    if (!work->title.n) work->title = n->book, work->type = n->book.n ? RXC_WORK_BOOK : work->type;
    else set(&work->container, n->book);
    work->title = rxc_stated_title(work->title);
    work->container = work->container.n ? journal_of(work->container) : n->journal;
    if (!work->abstract.n) work->abstract = n->other_abstract;
    if (!work->page.n) work->page = work->page_first = work->number;
    work->number = (Str){ 0 };
    if (n->retracted && !is_said_retracted(n->doc)) *vec_push(n->doc->arena, &n->doc->notices) = (rxc_notice){ .kind = RXC_NOTICE_RETRACTION };
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Nbib n = { .doc = doc, .parts = { .line = 1 } };
    rxc_tagged tagged = { .rest = rxc_charset_decode(doc->arena, source, &doc->diags), .split = split_tag, .indent = 6 };
    rxc_tagged_field field;
    (void)limits, (void)err;
    while (rxc_tagged_next(&tagged, &field)) {
        if (!field.tag.n && field.value.n)
            rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "nbib.line", field.line, 0, "a line before the first tag is passed over");
        if (field.odd)
            rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "nbib.line", field.odd, 0, "a line without a tag is taken for more of %.*s", STR_ARG(field.tag));
        if (field.tag.n) take(&n, &field);
    }
    settle(&n);
    rxc_medcite_finish(doc, &n.links, &n.parts);
    n.parts.kinds = arena_str(doc->arena, buf_str(&n.kinds));
    n.parts.keywords = arena_str(doc->arena, buf_str(&n.keywords));
    buf_clear(&n.kinds), buf_clear(&n.keywords);
    rxc_entry_finish(doc, &n.parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Str line, tag;
    for (int i = 0; i < 10 && rxc_tagged_line(&head, &line); i++) {
        if (split_tag(line, &tag) && str_eq(tag, S("PMID"))) return 95;
        if (str_trim(line).n) return 0;
    }
    return 0;
}

const rxc_reader rxc_reader_nbib = {
    .name = "nbib",
    .help = "nbib, MEDLINE: PubMed's export",
    .extensions = "nbib txt",
    .sniff = sniff,
    .read = read,
    .split = &split,
};

/* medcite.c: how MEDLINE names another article. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/medcite.h"

#include "model/notice.h"
#include "read/person.h"
#include "read/stated.h"

rxc_medcite_side rxc_medcite_side_of(Str type, rxc_notice *notice)
{
    static const struct {
        const char *tag, *name;
        rxc_medcite_side side;
        rxc_notice_kind kind;
        bool by_this;
    } types[] = {
        { "RIN", "RetractionIn", RXC_MEDCITE_NOTICE, RXC_NOTICE_RETRACTION, false },
        { "ROF", "RetractionOf", RXC_MEDCITE_NOTICE, RXC_NOTICE_RETRACTION, true },
        { "PRIN", "PartialRetractionIn", RXC_MEDCITE_NOTICE, RXC_NOTICE_RETRACTION, false },
        { "PROF", "PartialRetractionOf", RXC_MEDCITE_NOTICE, RXC_NOTICE_RETRACTION, true },
        { "RRI", "RetractedandRepublishedIn", RXC_MEDCITE_NOTICE, RXC_NOTICE_RETRACTION, false },
        { "RRF", "RetractedandRepublishedFrom", RXC_MEDCITE_NOTICE, RXC_NOTICE_RETRACTION, true },
        { "EIN", "ErratumIn", RXC_MEDCITE_NOTICE, RXC_NOTICE_CORRECTION, false },
        { "EFR", "ErratumFor", RXC_MEDCITE_NOTICE, RXC_NOTICE_CORRECTION, true },
        { "CRI", "CorrectedandRepublishedIn", RXC_MEDCITE_NOTICE, RXC_NOTICE_CORRECTION, false },
        { "CRF", "CorrectedandRepublishedFrom", RXC_MEDCITE_NOTICE, RXC_NOTICE_CORRECTION, true },
        { "ECI", "ExpressionOfConcernIn", RXC_MEDCITE_NOTICE, RXC_NOTICE_CONCERN, false },
        { "ECF", "ExpressionOfConcernFor", RXC_MEDCITE_NOTICE, RXC_NOTICE_CONCERN, true },
        { "CON", "CommentOn", .side = RXC_MEDCITE_CITED },
        { "UOF", "UpdateOf", .side = RXC_MEDCITE_CITED },
        { "RPF", "RepublishedFrom", .side = RXC_MEDCITE_CITED },
        { "ORI", "OriginalReportIn", .side = RXC_MEDCITE_CITED },
        { "", "ReprintOf", .side = RXC_MEDCITE_CITED },
        { "", "Cites", .side = RXC_MEDCITE_CITED },
        { "CIN", "CommentIn", .side = RXC_MEDCITE_CITING },
        { "UIN", "UpdateIn", .side = RXC_MEDCITE_CITING },
        { "RPI", "RepublishedIn", .side = RXC_MEDCITE_CITING },
        { "SPIN", "SummaryForPatientsIn", .side = RXC_MEDCITE_CITING },
        { "", "ReprintIn", .side = RXC_MEDCITE_CITING },
        { "DRIN", "AssociatedPublication", .side = RXC_MEDCITE_CITING },
        { "DDIN", "AssociatedDataset", .side = RXC_MEDCITE_CITING },
    };
    for (size_t i = 0; type.n && i < sizeof types / sizeof *types; i++) {
        if (!str_eq(type, str_from(types[i].tag)) && !str_eq_nocase(type, str_from(types[i].name))) continue;
        *notice = (rxc_notice){ .kind = types[i].kind, .by_this = types[i].by_this };
        return types[i].side;
    }
    return RXC_MEDCITE_NONE;
}

/* The ". 2020" between journal and year: where the year begins; STR_NONE without one. */
static size_t year_at(Str s)
{
    for (size_t i = 2; i + 4 <= s.n; i++) {
        bool digits = chr_digit(s.p[i]) && chr_digit(s.p[i + 1]) && chr_digit(s.p[i + 2]) && chr_digit(s.p[i + 3]);
        bool alone = i + 4 == s.n || !chr_alnum(s.p[i + 4]);
        if (digits && alone && s.p[i - 1] == ' ' && (s.p[i] == '1' || s.p[i] == '2')) return i;
    }
    return STR_NONE;
}

/* "Wu L, Ali K" */
static void read_authors(Arena *arena, Str list, rxc_work *work)
{
    Str one;
    while (str_cut(&list, ',', &one)) rxc_person_add(arena, &work->authors, &work->et_al, one);
}

/* "47(3):711-21" */
static void read_numbers(Arena *arena, Str s, rxc_work *work)
{
    size_t colon = str_chr(s, ':'), open = str_chr(str_take(s, colon), '('), close = str_chr(str_take(s, colon), ')');
    bool issue = open != STR_NONE && close != STR_NONE && open < close;
    work->volume = str_trim(str_take(s, issue ? open : colon));
    if (issue) work->issue = str_trim(str_sub(s, open + 1, close));
    if (colon != STR_NONE) rxc_stated_pages(arena, work, str_drop(s, colon + 1));
}

rxc_work rxc_medcite_read(Arena *arena, Str text)
{
    rxc_work work = { .type = RXC_WORK_ARTICLE, .doi = rxc_stated_doi(text), .pmid = rxc_stated_pmid(text, false) };
    size_t year = year_at(text);
    if (year == STR_NONE) return work;
    Str before = str_trim(str_take(text, year)), rest = str_drop(text, year);
    if (str_last(before) == '.') before.n--;
    size_t stop = str_find(before, S(". "));
    work.container = stop == STR_NONE ? before : str_trim(str_drop(before, stop + 2));
    if (stop != STR_NONE) read_authors(arena, str_take(before, stop), &work);
    size_t semicolon = str_chr(rest, ';'), end = str_find(rest, S(". "));
    if (end == STR_NONE) end = rest.n - (str_last(rest) == '.');
    work.issued = rxc_stated_date(arena, str_take(rest, semicolon < end ? semicolon : end));
    if (semicolon < end) read_numbers(arena, str_sub(rest, semicolon + 1, end), &work);
    return work;
}

/* --- links of a record ------------------------------------------------------------------------------------------------ */

bool rxc_medcite_take(rxc_doc *doc, rxc_medcite_links *links, Str type, Str text, Str pmid, size_t line)
{
    rxc_notice notice;
    rxc_medcite_side side = rxc_medcite_side_of(type, &notice);
    rxc_work other = rxc_medcite_read(doc->arena, text);
    if (pmid.n) other.pmid = pmid;
    if (side == RXC_MEDCITE_NOTICE) rxc_notice_add(doc, notice.kind, notice.by_this, &other);
    if (side == RXC_MEDCITE_CITED) *vec_push(doc->arena, &links->cited) = (rxc_entry_reference){ .raw = text, .line = line, .work = other, .complete = true };
    links->citing += side == RXC_MEDCITE_CITING;
    return side != RXC_MEDCITE_NONE;
}

/* Only few links are looked up among many references. */
static bool has_pmid(const rxc_entry_parts *parts, Str pmid)
{
    for (size_t i = 0; pmid.n && i < parts->references.n; i++)
        if (str_eq(parts->references.v[i].work.pmid, pmid)) return true;
    return false;
}

void rxc_medcite_finish(rxc_doc *doc, rxc_medcite_links *links, rxc_entry_parts *parts)
{
    enum { COMPARED_MAX = 100 };
    size_t before = parts->references.n;
    for (size_t i = 0; i < links->cited.n; i++) {
        const rxc_entry_reference *one = &links->cited.v[i];
        if (before && i < COMPARED_MAX && has_pmid(parts, one->work.pmid)) continue;
        *vec_push(doc->arena, &parts->references) = *one;
    }
    if (doc->references_stated) doc->references_stated += parts->references.n - before;
    if (links->citing)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "citations.passed", parts->line, 0,
                     "articles that comment on this one, update or reprint it are listed (%zu), and not taken", links->citing);
}

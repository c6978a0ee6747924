/* export_ris.c: the cited works as RIS, for EndNote, Zotero, Mendeley and the databases. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/attribute.h"

extern const rxc_exporter rxc_export_ris;

static const char *const record_types[RXC_WORK_TYPES] = {
    [RXC_WORK_OTHER] = "GEN",     [RXC_WORK_ARTICLE] = "JOUR",      [RXC_WORK_PREPRINT] = "UNPB",
    [RXC_WORK_BOOK] = "BOOK",     [RXC_WORK_CHAPTER] = "CHAP",      [RXC_WORK_THESIS] = "THES",
    [RXC_WORK_REPORT] = "RPRT",   [RXC_WORK_CONFERENCE] = "CPAPER", [RXC_WORK_WEBPAGE] = "ELEC",
    [RXC_WORK_SOFTWARE] = "COMP", [RXC_WORK_DATASET] = "DATA",      [RXC_WORK_PATENT] = "PAT",
};

/* A value is one line. */
static void add_text(Buf *out, Str s)
{
    for (size_t i = 0; i < s.n; i++) buf_char(out, (unsigned char)s.p[i] < 0x20 ? ' ' : s.p[i]);
}

static void add_field(Buf *out, const char *tag, Str value)
{
    if (value.n == 0) return;
    buf_printf(out, "%s  - ", tag);
    add_text(out, value);
    buf_char(out, '\n');
}

/* "Family, Given, Suffix" */
static void add_names(Buf *out, const char *tag, const rxc_names *names)
{
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        buf_printf(out, "%s  - ", tag);
        if (name->particle.n) add_text(out, name->particle), buf_char(out, ' ');
        add_text(out, name->literal.n ? name->literal : name->family);
        if (name->given.n) buf_add(out, S(", ")), add_text(out, name->given);
        if (name->suffix.n) buf_printf(out, "%s, ", name->given.n ? "" : ","), add_text(out, name->suffix);
        buf_char(out, '\n');
    }
}

static void add_date(Buf *out, rxc_date date)
{
    if (!date.year) return;
    buf_printf(out, "PY  - %04d\n", date.year);
    if (!date.month) return;
    buf_printf(out, "DA  - %04d/%02d/", date.year, date.month);
    if (date.day) buf_printf(out, "%02d", date.day);
    buf_char(out, '\n');
}

/* "711-21.e7" -> SP 711, EP 21.e7 as printed; a single page or an article number is SP alone. */
static void add_pages(Buf *out, const rxc_work *work)
{
    size_t dash = str_chr(work->page, '-');
    Str first = dash == STR_NONE ? work->page : str_take(work->page, dash);
    Str last = dash == STR_NONE ? (Str){ 0 } : str_drop(work->page, dash + 1);
    if (str_starts(first, S("–")) || str_find(first, S("–")) != STR_NONE) {
        dash = str_find(work->page, S("–"));
        first = str_take(work->page, dash);
        last = str_drop(work->page, dash + S("–").n);
    }
    add_field(out, "SP", first);
    add_field(out, "EP", last);
}

static void add_record(Buf *out, const rxc_export_work *item)
{
    const rxc_work *work = item->work;
    buf_printf(out, "TY  - %s\n", record_types[work->type]);
    add_field(out, "ID", item->id);
    add_names(out, "AU", &work->authors);
    add_names(out, "ED", &work->editors);
    add_field(out, "TI", work->title);
    add_field(out, "T2", work->container);
    add_field(out, "T3", work->collection);
    add_date(out, work->issued);
    add_field(out, "VL", work->volume);
    add_field(out, "IS", work->issue);
    add_pages(out, work);
    add_field(out, "ET", work->edition);
    add_field(out, "PB", work->publisher);
    add_field(out, "CY", work->place);
    add_field(out, "DO", work->doi);
    add_field(out, "AN", work->pmid);
    add_field(out, "C2", work->pmcid);
    add_field(out, "SN", work->issn.n ? work->issn : work->isbn);
    add_field(out, "UR", work->url);
    add_field(out, "LA", work->language);
    add_field(out, "AB", work->abstract);
    add_field(out, "N1", work->status);
    add_field(out, "N1", work->note);
    buf_add(out, S("ER  - \n\n"));
}

static rxc_status write_ris(const rxc_export_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 };
    rxc_status status = RXC_OK;
    for (size_t i = 0; !status && i < input->work_count; i++) {
        add_record(&out, &input->works[i]);
        status = rxc_attribute_flush(&out, file, err);
    }
    buf_clear(&out);
    return status;
}

const rxc_exporter rxc_export_ris = {
    .name = "ris",
    .extension = ".ris",
    .media = "application/x-research-info-systems",
    .help = "cited works for EndNote, Zotero, Mendeley",
    .bibliography = true,
    .write = write_ris,
};

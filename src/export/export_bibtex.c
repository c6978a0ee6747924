/* export_bibtex.c: the cited works as BibTeX: UTF-8, keys that stay the same, text safe for LaTeX. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/attribute.h"

extern const rxc_exporter rxc_export_bibtex;

static const char *const entry_types[RXC_WORK_TYPES] = {
    [RXC_WORK_OTHER] = "misc",           [RXC_WORK_ARTICLE] = "article",
    [RXC_WORK_PREPRINT] = "unpublished", [RXC_WORK_BOOK] = "book",
    [RXC_WORK_CHAPTER] = "incollection", [RXC_WORK_THESIS] = "phdthesis",
    [RXC_WORK_REPORT] = "techreport",    [RXC_WORK_CONFERENCE] = "inproceedings",
    [RXC_WORK_WEBPAGE] = "misc",         [RXC_WORK_SOFTWARE] = "misc",
    [RXC_WORK_DATASET] = "misc",         [RXC_WORK_PATENT] = "misc",
};

/* A character that LaTeX would take for a command. */
static const char *latex_form(char c)
{
    switch (c) {
    case '&': return "\\&";
    case '%': return "\\%";
    case '$': return "\\$";
    case '#': return "\\#";
    case '_': return "\\_";
    case '{': return "\\{";
    case '}': return "\\}";
    case '~': return "\\textasciitilde{}";
    case '^': return "\\textasciicircum{}";
    case '\\': return "\\textbackslash{}";
    case '<': return "\\textless{}";
    case '>': return "\\textgreater{}";
    default: return NULL;
    }
}

static void add_latex(Buf *out, Str s)
{
    for (size_t i = 0; i < s.n; i++) {
        const char *form = latex_form(s.p[i]);
        if (form) buf_add(out, str_from(form));
        else buf_char(out, (unsigned char)s.p[i] < 0x20 ? ' ' : s.p[i]);
    }
}

static void add_field(Buf *out, const char *name, Str value, const char *open, const char *close)
{
    if (value.n == 0) return;
    buf_printf(out, ",\n  %s = %s", name, open);
    add_latex(out, value);
    buf_add(out, str_from(close));
}

/* DOI and URL are taken as they are by styles; only what would end the field is written in hexadecimal. */
static void add_verbatim(Buf *out, const char *name, Str value)
{
    if (value.n == 0) return;
    buf_printf(out, ",\n  %s = {", name);
    for (size_t i = 0; i < value.n; i++) {
        if (strchr("{}\\%", value.p[i]) && value.p[i] != '%') buf_printf(out, "%%%02X", (unsigned char)value.p[i]);
        else if ((unsigned char)value.p[i] > ' ') buf_char(out, value.p[i]);
    }
    buf_char(out, '}');
}

/* "van der Berg, Jr, A. B."; a group is braced so that it is not cut into names. */
static void add_name(Buf *out, const rxc_name *name)
{
    if (name->literal.n) {
        buf_char(out, '{');
        add_latex(out, name->literal);
        buf_char(out, '}');
        return;
    }
    if (name->particle.n) add_latex(out, name->particle), buf_char(out, ' ');
    add_latex(out, name->family);
    if (name->suffix.n) buf_add(out, S(", ")), add_latex(out, name->suffix);
    if (name->given.n) buf_add(out, S(", ")), add_latex(out, name->given);
}

static void add_names(Buf *out, const char *field, const rxc_names *names, bool others)
{
    if (names->n == 0) return;
    buf_printf(out, ",\n  %s = {", field);
    for (size_t i = 0; i < names->n; i++) {
        if (i) buf_add(out, S(" and "));
        add_name(out, &names->v[i]);
    }
    if (others) buf_add(out, S(" and others"));
    buf_char(out, '}');
}

/* "44-56" becomes "44--56" whatever dash was printed. */
static void add_pages(Buf *out, Str page)
{
    static const Str dashes[] = { STR_INIT("–"), STR_INIT("—"), STR_INIT("-") };
    if (page.n == 0) return;
    buf_add(out, S(",\n  pages = {"));
    for (size_t i = 0; i < page.n;) {
        size_t k = 0;
        while (k < 3 && !str_starts(str_drop(page, i), dashes[k])) k++;
        if (k < 3) buf_add(out, S("--"));
        else add_latex(out, str_sub(page, i, i + 1));
        i += k < 3 ? dashes[k].n : 1;
    }
    buf_char(out, '}');
}

/* Where the work appeared: the name of the field depends on the type. */
static void add_container(Buf *out, const rxc_work *work)
{
    bool part = work->type == RXC_WORK_CHAPTER || work->type == RXC_WORK_CONFERENCE;
    const char *field = part ? "booktitle" : work->type == RXC_WORK_ARTICLE ? "journal" : "howpublished";
    add_field(out, field, work->container, "{", "}");
    const char *publisher = work->type == RXC_WORK_THESIS   ? "school"
                            : work->type == RXC_WORK_REPORT ? "institution"
                                                            : "publisher";
    add_field(out, publisher, work->publisher, "{", "}");
    add_field(out, "address", work->place, "{", "}");
    add_field(out, "series", work->collection, "{", "}");
    add_field(out, "edition", work->edition, "{", "}");
}

static void add_entry(Buf *out, const rxc_export_work *item)
{
    const rxc_work *work = item->work;
    buf_printf(out, "@%s{", entry_types[work->type]);
    for (size_t i = 0; i < item->id.n; i++)
        buf_char(out, chr_alnum(item->id.p[i]) || strchr("-:.", item->id.p[i]) ? item->id.p[i] : '-');
    add_names(out, "author", &work->authors, work->et_al);
    add_names(out, "editor", &work->editors, false);
    add_field(out, "title", work->title, "{{", "}}");
    add_container(out, work);
    if (work->issued.year) buf_printf(out, ",\n  year = {%d}", work->issued.year);
    if (work->issued.month) buf_printf(out, ",\n  month = {%d}", work->issued.month);
    add_field(out, "volume", work->volume, "{", "}");
    add_field(out, "number", work->issue.n ? work->issue : work->number, "{", "}");
    add_pages(out, work->page);
    add_verbatim(out, "doi", work->doi);
    add_verbatim(out, "url", work->url);
    add_field(out, "pmid", work->pmid, "{", "}");
    add_field(out, "pmcid", work->pmcid, "{", "}");
    add_field(out, "eprint", work->arxiv, "{", "}");
    add_field(out, "isbn", work->isbn, "{", "}");
    add_field(out, "issn", work->issn, "{", "}");
    add_field(out, "note", work->status.n ? work->status : work->note, "{", "}"); /* a retraction must be seen first */
    if (work->status.n) add_field(out, "annote", work->note, "{", "}");
    buf_add(out, S("\n}\n\n"));
}

static rxc_status write_bibtex(const rxc_export_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 };
    rxc_status status = RXC_OK;
    for (size_t i = 0; !status && i < input->work_count; i++) {
        add_entry(&out, &input->works[i]);
        status = rxc_attribute_flush(&out, file, err);
    }
    buf_clear(&out);
    return status;
}

const rxc_exporter rxc_export_bibtex = {
    .name = "bibtex",
    .extension = ".bib",
    .media = "application/x-bibtex",
    .help = "cited works for LaTeX, JabRef, Zotero",
    .bibliography = true,
    .write = write_bibtex,
};

/* read_pdf.c: reads PDF files into a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/finish.h"
#include "read/pdf.h"

enum { PICTURES = 3 }; /* pages without text that are asked for a picture */

static void note(rxc_pdf *pdf, rxc_severity severity, const char *code, const char *format, size_t n)
{
    rxc_diags *diags = &pdf->doc->diags;
    if (n) rxc_diag_add(pdf->doc->arena, diags, severity, code, 0, 0, "%zu %s", n, format);
}

static void report(rxc_pdf *pdf, size_t pages)
{
    if (pages > RXC_PDF_PAGES_MAX)
        rxc_diag_add(pdf->doc->arena, &pdf->doc->diags, RXC_WARNING, "limit", 0, 0, "the file has %zu pages: the first %d were read",
                     pages, RXC_PDF_PAGES_MAX);
    note(pdf, RXC_WARNING, "limit", "letters beyond what a page may hold were not read", pdf->beyond);
    note(pdf, RXC_NOTE, "pdf.upright", "words are not set from left to right, and were not read", pdf->upright);
    if (pdf->unknown * 20 > pdf->glyphs) note(pdf, RXC_WARNING, "pdf.no-unicode", "letters are in fonts that do not tell what they are", pdf->unknown);
}

/* Errors  RXC_INPUT: why there is no text */
static rxc_status refuse(rxc_pdf_file *file, const rxc_doc *doc, size_t pages, rxc_err *err)
{
    size_t pictures = 0;
    if (pages == 0) return rxc_err_set(err, RXC_INPUT, "%.*s: is a damaged PDF: none of its pages can be found", STR_ARG(doc->name));
    for (size_t i = 0; i < pages && i < PICTURES; i++) pictures += rxc_pdf_file_pictured(file, i);
    if (pictures)
        return rxc_err_set(err, RXC_INPUT, "%.*s: has no text, only pictures of pages", STR_ARG(doc->name));
    return rxc_err_set(err, RXC_INPUT, "%.*s: has no text on its %zu pages", STR_ARG(doc->name), pages);
}

/* Pages that show a picture and hardly any text, among others that have text, are lost. */
static size_t count_blank(const rxc_pdf *pdf)
{
    size_t blank = 0;
    for (size_t i = 0; i < pdf->pages.n; i++) blank += pdf->pages.v[i].b == pdf->pages.v[i].e;
    return blank;
}

static void read_pages(rxc_pdf_file *file, rxc_pdf *pdf, size_t pages)
{
    for (size_t i = 0; i < pages && i < RXC_PDF_PAGES_MAX; i++) rxc_pdf_file_page(file, i, pdf);
    rxc_pdf_piece_cut(pdf);
    rxc_pdf_number_mark(pdf);
    rxc_pdf_running_mark(pdf);
    rxc_pdf_layout_order(pdf);
    rxc_pdf_table_join(pdf);
}

/* A title of the metadata that was made for people, not by the program that made the file. */
static bool is_title(Str s)
{
    static const char *const no[] = { "microsoft word", "untitled", ".doc", ".pdf", ".indd", ".tex", ".qxd", ".dvi", "powerpoint" };
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (str_find_nocase(s, str_from(no[i])) != STR_NONE) return false;
    return s.n >= 10 && str_chr(s, ' ') != STR_NONE;
}

static void take_stated(rxc_doc *doc, const rxc_pdf_stated *stated)
{
    if (!doc->work.title.n && is_title(stated->title)) doc->work.title = stated->title;
    if (!doc->work.container.n) doc->work.container = stated->journal;
    if (!doc->work.authors.n && rxc_byline_count(stated->author) > 0)
        rxc_byline_read(doc->arena, stated->author, &doc->work.authors);
}

static rxc_status read_file(rxc_pdf_file *file, rxc_doc *doc, rxc_err *err)
{
    Arena scratch = { 0 };
    rxc_pdf pdf = { .arena = &scratch, .doc = doc };
    size_t pages = rxc_pdf_file_pages(file);
    read_pages(file, &pdf, pages);
    rxc_status status = pdf.lines.n ? RXC_OK : refuse(file, doc, pages, err);
    if (!status) {
        rxc_pdf_stated stated = rxc_pdf_file_stated(file);
        if (!is_title(stated.title)) stated.title = (Str){ 0 };
        rxc_pdf_blocks_build(&pdf, &stated);
        report(&pdf, pages);
        note(&pdf, RXC_NOTE, "pdf.blank", "pages have no text", count_blank(&pdf));
        doc->work.doi = stated.doi;
        rxc_finish(doc);
        take_stated(doc, &stated);
    }
    arena_clear(&scratch);
    return status;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_pdf_file *file;
    RXC_TRY(rxc_pdf_file_open(source, limits->password, doc, &file, err));
    rxc_status status = read_file(file, doc, err);
    rxc_pdf_file_close(file);
    return status;
}

/* The mark of a PDF stands in its first 1024 bytes. */
static int sniff(Str head)
{
    size_t at = str_find(str_take(head, 1024), S("%PDF-"));
    return at == 0 ? 100 : at != STR_NONE ? 80 : 0;
}

const rxc_reader rxc_reader_pdf = {
    .name = "pdf",
    .help = "PDF with text, in one column or several",
    .binary = true,
    .extensions = "pdf",
    .sniff = sniff,
    .read = read,
};

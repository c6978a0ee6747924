/* pdf_file.c: opens a PDF with poppler: what it complains of, and what the file states of itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <poppler.h>
#include <threads.h>

#include "read/front.h"
#include "read/pdf_file.h"

enum {
    STATED_MAX = 2000, /* bytes of a field of the metadata */
    XMP_MAX = 1 << 20, /* bytes of XMP metadata that are looked at */
};

/* --- poppler's complaints ---------------------------------------------------------------------------------------- */

/* Poppler tells its complaints to one function for the whole process: they are those of the file that the thread reads. */
static _Thread_local rxc_pdf_file *reading;
static once_flag once = ONCE_FLAG_INIT;

static void take_complaint(const char *domain, GLogLevelFlags level, const char *text, void *data)
{
    (void)domain, (void)level, (void)data;
    if (!reading || !text) return;
    if (reading->complaints++ == 0) reading->complaint = arena_str(reading->doc->arena, str_take(str_from(text), 200));
}

static void listen(void) { g_log_set_handler("Poppler", (GLogLevelFlags)(G_LOG_LEVEL_MASK | G_LOG_FLAG_RECURSION), take_complaint, NULL); }

enum { TAIL = 2048 }; /* bytes in which the end of a file is marked */

/* --- open and close ---------------------------------------------------------------------------------------------- */

/* A whole file says where it ends. */
static bool is_cut_off(const rxc_pdf_file *file)
{
    gsize n;
    const char *p = g_bytes_get_data(file->bytes, &n);
    return str_find(str_drop((Str){ p, n }, n > TAIL ? n - TAIL : 0), S("%%EOF")) == STR_NONE;
}

static rxc_status refuse(const rxc_pdf_file *file, const GError *error, bool password, rxc_err *err)
{
    Str name = file->doc->name;
    if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        return rxc_err_set(err, RXC_INPUT, "%.*s: is encrypted, %s", STR_ARG(name),
                           password ? "and the password given does not open it" : "and can only be read with --password");
    if (is_cut_off(file))
        return rxc_err_set(err, RXC_INPUT, "%.*s: is a damaged PDF: its end is missing, as of a download that was cut off", STR_ARG(name));
    return rxc_err_set(err, RXC_INPUT, "%.*s: is a damaged PDF: %s", STR_ARG(name),
                       error ? error->message : "it cannot be opened");
}

/* poppler 22.12 crashes on GBytes with a wrong password, but not on a stream. */
static PopplerDocument *open_document(GBytes *bytes, const char *password, GError **error)
{
    if (!password) return poppler_document_new_from_bytes(bytes, NULL, error);
    GInputStream *stream = g_memory_input_stream_new_from_bytes(bytes);
    PopplerDocument *document = poppler_document_new_from_stream(stream, (goffset)g_bytes_get_size(bytes), password, NULL, error);
    g_object_unref(stream);
    return document;
}

rxc_status rxc_pdf_file_open(Str source, const char *password, rxc_doc *doc, rxc_pdf_file **out, rxc_err *err)
{
    rxc_pdf_file *file = arena_new(doc->arena, rxc_pdf_file);
    GError *error = NULL;
    call_once(&once, listen);
    file->doc = doc;
    reading = file;
    file->bytes = g_bytes_new_static(source.p, source.n);
    file->document = open_document(file->bytes, password, &error);
    *out = file;
    if (file->document) return RXC_OK;
    rxc_status status = refuse(file, error, password != NULL, err);
    g_clear_error(&error);
    rxc_pdf_file_close(file);
    return status;
}

void rxc_pdf_file_close(rxc_pdf_file *file)
{
    if (file->complaints)
        rxc_diag_add(file->doc->arena, &file->doc->diags, RXC_WARNING, "pdf.damaged", 0, 0,
                     "the file breaks the rules of PDF in %zu places; the first: %.*s", file->complaints,
                     STR_ARG(file->complaint));
    if (file->document) g_object_unref(file->document);
    g_bytes_unref(file->bytes);
    reading = NULL;
}

size_t rxc_pdf_file_pages(const rxc_pdf_file *file)
{
    int n = poppler_document_get_n_pages(file->document);
    return n > 0 ? (size_t)n : 0;
}

bool rxc_pdf_file_pictured(rxc_pdf_file *file, size_t index)
{
    PopplerPage *page = poppler_document_get_page(file->document, (int)index);
    if (!page) return false;
    GList *images = poppler_page_get_image_mapping(page);
    bool pictured = images != NULL;
    poppler_page_free_image_mapping(images);
    g_object_unref(page);
    return pictured;
}

/* --- what the file states ---------------------------------------------------------------------------------------- */

/* Takes a string of poppler over. */
static Str take_stated(Arena *arena, char *text)
{
    Str s = arena_str(arena, str_trim(str_take(str_from(text), STATED_MAX)));
    g_free(text);
    return s;
}

/* The text of the first element of that name in XMP: "prism:doi". An attribute of that name does as well. */
static Str find_xmp(Str xmp, Str name)
{
    size_t at = str_find(xmp, name);
    if (at == STR_NONE) return (Str){ 0 };
    Str rest = str_drop(xmp, at + name.n);
    if (str_starts(rest, S("=\""))) {
        rest = str_drop(rest, 2);
        size_t end = str_chr(rest, '"');
        return end == STR_NONE || end > STATED_MAX ? (Str){ 0 } : str_trim(str_take(rest, end));
    }
    size_t open = str_chr(rest, '>'), end = str_chr(str_drop(rest, open == STR_NONE ? rest.n : open), '<');
    return end == STR_NONE || end > STATED_MAX ? (Str){ 0 } : str_trim(str_sub(rest, open + 1, open + end));
}

static void read_xmp(rxc_pdf_stated *stated, Arena *arena, char *text)
{
    Str xmp = str_take(str_from(text), XMP_MAX);
    Str doi = find_xmp(xmp, S("prism:doi"));
    if (!doi.n) doi = find_xmp(xmp, S("pdfx:doi"));
    if (!doi.n) doi = find_xmp(xmp, S("dc:identifier"));
    if (!stated->doi.n) stated->doi = arena_str(arena, rxc_front_doi(doi));
    Str journal = find_xmp(xmp, S("prism:publicationName"));
    if (str_chr(journal, '&') == STR_NONE) stated->journal = arena_str(arena, journal);
    g_free(text);
}

rxc_pdf_stated rxc_pdf_file_stated(const rxc_pdf_file *file)
{
    Arena *arena = file->doc->arena;
    rxc_pdf_stated stated = { 0 };
    stated.title = take_stated(arena, poppler_document_get_title(file->document));
    stated.author = take_stated(arena, poppler_document_get_author(file->document));
    stated.doi = rxc_front_doi(take_stated(arena, poppler_document_get_subject(file->document)));
    read_xmp(&stated, arena, poppler_document_get_metadata(file->document));
    return stated;
}
